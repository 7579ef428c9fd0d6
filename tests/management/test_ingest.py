import fcntl
import io
import json
import os
import struct
import sys
import termios
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from claims.formats.articles import Article
from claims.management.commands import ingest as ingest_command
from claims.models import Census, Quotation, Snapshot, Source
from claims.operations.acting import AT_ONCE, COMMAND_LINE, Conflict
from claims.operations.conflicts import Why
from claims.operations.ingest import ingest
from tests import factories

TEXT = "“The boat is safe,” Mayor Ada Brook said on Monday."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Boats</title></head><body><article><h1>Boats</h1>
<p>{TEXT}</p><p>Councillor Ben Field warned that the boat would sink within a year.</p></article></body></html>"""

pytestmark = pytest.mark.django_db


def run(*arguments: str, command: str = "ingest", status: int = 0) -> str:
    """What the command printed on standard output."""
    out = io.StringIO()
    if not status:
        call_command(command, *arguments, stdout=out)
        return out.getvalue()
    with pytest.raises((SystemExit, CommandError)) as stopped:
        call_command(command, *arguments, stdout=out)
    raised = stopped.value
    assert getattr(raised, "returncode", getattr(raised, "code", None)) == status
    return out.getvalue() + (str(raised) if isinstance(raised, CommandError) else "")


def write(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def feed(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    raw = io.BytesIO(content.encode() if isinstance(content, str) else content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(raw)))


def line(**fields: Any) -> str:
    return json.dumps({"id": "boats-1", "text": TEXT, **fields})


def test_a_text_file_with_what_is_stated_of_it(tmp_path: Path) -> None:
    path = write(tmp_path / "boats.txt", TEXT)
    stated = ["--published", "2024-03-06", "--outlet", "The Harbour Gazette", "--title", "Boats"]
    assert run(path, *stated) == "Articles: 1 new, 0 already held, 0 bad; 1 suggestions.\n"
    source = Source.objects.get()
    assert (source.identifier, source.title, source.date_edtf) == ("boats.txt", "Boats", "2024-03-06")
    assert source.outlet is not None
    assert source.outlet.name == "The Harbour Gazette"
    snapshot = Snapshot.objects.get()
    assert (snapshot.text, snapshot.method, snapshot.captured_by) == (
        TEXT,
        "file",
        User.objects.get(username=COMMAND_LINE),
    )
    quotation = Quotation.objects.get()
    assert (quotation.words, quotation.speaker_name, quotation.date_edtf) == (
        "The boat is safe",
        "Ada Brook",
        "2024-03-04",
    )


@pytest.mark.parametrize(
    ("name", "options", "identifier"),
    [
        ("boats.txt", [], "boats.txt"),
        ("boats.txt", ["--id", "gazette/17"], "gazette/17"),
        ("boats.txt", ["--url", "https://gazette.example/17"], "https://gazette.example/17"),
        ("boats.txt", ["--url", "https://gazette.example/17", "--id", "17"], "17"),
        ("boats.html", [], "boats.html"),
        ("boats", [], "boats"),
    ],
)
def test_what_a_source_is_called(tmp_path: Path, name: str, options: list[str], identifier: str) -> None:
    run(write(tmp_path / name, PAGE if name.endswith("html") else TEXT), *options)
    assert Source.objects.get().identifier == identifier


@pytest.mark.parametrize(
    ("name", "content", "options", "media_type"),
    [
        ("a.txt", TEXT, [], "text/plain"),
        ("a.html", PAGE, [], "text/html"),
        ("a", PAGE, [], "text/html"),
        ("a", "\ufeff\n<!-- saved -->\n<html>" + PAGE.partition("<html")[2].partition(">")[2], [], "text/html"),
        ("a.txt", PAGE, [], "text/plain"),
        ("a.txt", PAGE, ["--format", "html"], "text/html"),
        ("a.jsonl", line(), [], "text/plain"),
        ("a", "\n" + line(), [], "text/plain"),
        ("a.html", line(), ["--format", "jsonl"], "text/plain"),
    ],
)
def test_kinds_of_files(tmp_path: Path, name: str, content: str, options: list[str], media_type: str) -> None:
    assert "1 new" in run(write(tmp_path / name, content), *options)
    snapshot = Snapshot.objects.get()
    assert snapshot.media_type == media_type
    assert snapshot.raw_bytes == (
        TEXT.encode() if "json" in f"{name}{options}" or '"id"' in content else content.encode()
    )
    assert "The boat is safe" in snapshot.text


def test_text_is_held_as_it_is_without_a_byte_order_mark(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + TEXT.replace(" ", "\r\n", 1).encode() + b"\r\n"
    run(write(tmp_path / "a.txt", raw))
    snapshot = Snapshot.objects.get()
    assert snapshot.text == TEXT.replace(" ", "\r\n", 1) + "\r\n"
    assert snapshot.raw_bytes == raw


def test_bad_rows_are_named_and_the_rest_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        line(id="1").encode(),
        b"{not json",
        b"",
        line(id="4", text="  ").encode(),
        line(id="5", published="the day before").encode(),
        line(id="6", title=["a"]).encode(),
        b'{"id": "7", "text": "\xff"}',
        b'["8"]',
        line(id="9" * 401).encode(),
        line(id="10", text="a\x00b").encode(),
        line(id="11", url="not a url").encode(),
        line(id="12", outlet="o" * 201).encode(),
        line(text=None).encode(),
        line(id=14, text="Fourteen.").encode(),
    ]
    path = write(tmp_path / "a.jsonl", b"\n".join(rows))
    assert run(path, status=1) == "Articles: 2 new, 0 already held, 11 bad; 1 suggestions.\n"
    problems = [problem.removeprefix(path) for problem in capsys.readouterr().err.splitlines()]
    assert problems == [
        ":2: is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ":4: text: is empty",
        ":5: published: not an EDTF date: 'the day before'; a day is 2024-09-12, a month 2024-09, a year 2024",
        ":6: title: is a list, not a string",
        ":7: byte 21 is not UTF-8 (invalid start byte)",
        ":8: is a JSON list, not an object",
        ":9: id: Ensure this value has at most 400 characters (it has 401).",
        ":10: text: has a NUL character at 1, which a text cannot have",
        ":11: url: Enter a valid URL.",
        ":12: outlet: Ensure this value has at most 200 characters (it has 201).",
        ":13: text: is missing",
    ]
    assert set(Source.objects.values_list("identifier", flat=True)) == {"1", "14"}


def test_again_nothing_is_new(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join(line(id=str(n), text=f"{TEXT} {n}") for n in range(3)))
    assert run(path) == "Articles: 3 new, 0 already held, 0 bad; 3 suggestions.\n"
    assert run(path) == "Articles: 0 new, 3 already held, 0 bad; 0 suggestions.\n"


def test_what_is_common_is_counted_as_the_record_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest_command, "LOOKED_AFTER", 2)
    counted = []
    for number in range(5):
        run(write(tmp_path / f"{number}.txt", f"{TEXT} {number}"))
        counted.append(Census.objects.values_list("wordings", flat=True).first())
    assert counted == [None] * 5  # each run took one article
    path = write(tmp_path / "a.jsonl", "\n".join(line(id=str(n), text=f"{TEXT} {n}") for n in range(10, 15)))
    run(path)
    assert Census.objects.get().wordings == 9  # after the fourth of five
    run(path)
    assert Census.objects.get().wordings == 9


def test_a_newer_text_under_a_stated_id(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", line() + "\n" + line(text=TEXT + " Again."))
    assert run(path).startswith("Articles: 2 new (1 of them a newer text of a held source)")
    assert Source.objects.get().snapshots.count() == 2


def test_two_files_of_one_name_do_not_become_one_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(write(tmp_path / "one" / "index.txt", TEXT))
    other = write(tmp_path / "two" / "index.txt", "Quite another text.")
    assert "1 bad" in run(other, status=1)
    assert "id: Another text is held under the name index.txt. Give an id" in capsys.readouterr().err
    assert "1 already held" in run(write(tmp_path / "three" / "index.txt", TEXT))
    assert "1 new (1 of them a newer text" in run(other, "--id", "index.txt")
    assert Snapshot.objects.count() == 2


def test_a_page_that_states_its_address_may_change(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://gazette.example/boats"><title>'
    page = PAGE.replace("<title>", head)
    run(write(tmp_path / "one" / "index.html", page))
    assert "1 new" in run(write(tmp_path / "two" / "index.html", page.replace("a year", "a week")))
    assert Source.objects.get().url == "https://gazette.example/boats"


def test_what_was_only_captured_gets_its_suggestions(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert run(path, command="capture") == "Articles: 1 new, 0 already held, 0 bad.\n"
    assert not Quotation.objects.exists()
    assert run(path) == "Articles: 0 new, 1 already held, 0 bad; 1 suggestions.\n"


@pytest.mark.parametrize("command", ["capture", "ingest"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    feed(monkeypatch, line() + "\n" + line(id="boats-2"))
    assert "2 new" in run("-", command=command)
    feed(monkeypatch, TEXT)
    assert "1 new" in run("-", "--id", "pasted", command=command)
    assert Snapshot.objects.get(source__identifier="pasted").method == "text"


@pytest.mark.parametrize("content", ['[{"id": "a", "text": "b"}]', '[\n  {\n    "id": "a"\n  }\n]'])
def test_a_json_list_is_no_article(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    path = write(tmp_path / "corpus.json", content)
    assert run(path, status=1).startswith("Articles: 0 new")
    assert capsys.readouterr().err.startswith(f"{path}:1: is ")


def test_a_file_that_cannot_be_read_does_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    pdf = write(tmp_path / "a.pdf", b"%PDF-1.7 \xb5\xed")
    gone = str(tmp_path / "gone.txt")
    assert "1 new, 0 already held, 3 bad" in run(gone, pdf, str(tmp_path), path, status=1)
    assert capsys.readouterr().err.splitlines() == [
        f"{gone}: No such file or directory",
        f"{pdf}: byte 9 is not UTF-8 (invalid start byte)",
        f"{tmp_path}: Is a directory",
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.txt", "b.txt", "--id", "x"], "--id can't be said of 2 inputs."),
        (["a.jsonl", "--title", "x", "--url", "https://x.example/"], "--url, --title can't be said of all of them."),
        (["-"], "A text from standard input has no name: give --id or --url."),
        (["a.txt", "--as", "stranger"], "There is no user stranger."),
        (["a.txt", "--queue"], "Only URLs can be left to the worker (--queue)."),
    ],
)
def test_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], reason: str) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "a.jsonl", line())
    feed(monkeypatch, TEXT)
    assert reason in run(*arguments, status=2)
    assert not Source.objects.exists()


def test_a_date_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="'yesterday' is not a date such as 2024-09-13"):
        call_command("ingest", "a.txt", "--published", "yesterday")


@pytest.mark.parametrize(("role", "may"), [("Reader", False), ("Checker", True)])
def test_acts_as_the_named_user(tmp_path: Path, role: str, may: bool) -> None:
    factories.user(role, username="robin")
    printed = run(write(tmp_path / "a.txt", TEXT), "--as", "robin", status=0 if may else 1)
    assert ("1 new" in printed) is may
    assert ("robin may not ingest" in printed) is not may
    assert [s.captured_by and s.captured_by.username for s in Snapshot.objects.all()] == ["robin"] * may


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("statements", "says"),
    [
        (["SELECT pg_terminate_backend(pg_backend_pid())"], "The database is gone (terminating connection"),
        (
            ["SET LOCAL statement_timeout = 1", "SELECT pg_sleep(5)"],
            "The database says: canceling statement due to statement timeout. The same command goes on from here.\n",
        ),
    ],
)
def test_a_database_that_ends_it_is_told_and_keeps_whole_articles_only(
    statements: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join(line(id=name) for name in ("one", "two", "three")))

    def ends(*, article: Article, **given: Any) -> Any:
        with transaction.atomic(), connection.cursor() as cursor:
            done = ingest(article=article, **given)
            for statement in statements if article.identifier == "two" else ():
                cursor.execute(statement)
            return done

    with monkeypatch.context() as patch:
        patch.setattr(ingest_command, "ingest", ends)
        assert "1 new" in run(path, status=1)
    told = capsys.readouterr().err
    assert told.startswith(says)
    assert (told.count("\n"), "The same command goes on from here." in told) == (1, True)
    assert [source.identifier for source in Source.objects.all()] == ["one"]
    assert "2 new, 1 already held" in run(path)


def test_an_article_that_gave_way_to_somebody_is_told_in_a_line_and_the_rest_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join(line(id=name) for name in ("one", "two", "three")))

    def gives_way(*, article: Article, **given: Any) -> Any:
        if article.identifier == "two":
            raise Conflict(AT_ONCE, Why.AT_ONCE)
        return ingest(article=article, **given)

    monkeypatch.setattr(ingest_command, "ingest", gives_way)
    assert "2 new, 0 already held, 1 bad" in run(path, status=1)
    assert capsys.readouterr().err == f"{path}:2: {AT_ONCE}\n"


def test_progress_only_where_somebody_watches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    run(path)
    assert capsys.readouterr().err == ""
    leader, follower = os.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 20, 0, 0))  # a terminal 20 columns wide
    with os.fdopen(follower, "w") as terminal, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        run(path, "--quiet")
        run(path)
        shown = os.read(leader, 10_000).decode().splitlines()
    os.close(leader)
    assert shown
    assert all(len(part) <= 20 for part in "\r".join(shown).split("\r"))


def test_a_text_that_is_no_page_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    path = write(tmp_path / "boats.txt", "No page at all.")
    run(path, "--format", "html", status=1)
    assert capsys.readouterr().err == f"{path}: no article was found in the page; paste its text instead\n"
    assert caplog.messages == []
