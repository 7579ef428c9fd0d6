"""What is in a file, and what becomes of it."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User

from claims.models import Quotation, Snapshot, Source
from claims.operations.acting import COMMAND_LINE
from tests.management.running import PAGE, TEXT, feed, line, run, write

pytestmark = pytest.mark.django_db


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
        ":8: is a list, not an object",
        ":9: id: Ensure this value has at most 400 characters (it has 401).",
        ":10: text: has a NUL character at 1, which a text cannot have",
        ":11: url: Enter a valid URL.",
        ":12: outlet: Ensure this value has at most 200 characters (it has 201).",
        ":13: text: is missing",
    ]
    assert set(Source.objects.values_list("identifier", flat=True)) == {"1", "14"}


def test_what_a_line_says_under_other_names_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line(id="1"), line(id="2", date="2024-09-13"), line(id="3", date="2024-09-13", section="News")]
    path = write(tmp_path / "a.jsonl", "\n".join(rows))
    read = "what is read: id, text, published, outlet, url, title, byline, language"
    told = [f"{path}:2: date: not read; {read}", f"{path}:3: section: not read; {read}"]
    run(path)
    assert capsys.readouterr().err.splitlines() == told
    run(path, command="extract")
    assert capsys.readouterr().err.splitlines() == told


def test_what_is_stated_of_a_held_source_otherwise_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = {"published": "2024-09-13", "outlet": "Gazette", "url": "https://gazette.example/1"}
    path = write(tmp_path / "a.jsonl", line(id="1", **held))
    run(path)
    run(path)
    assert capsys.readouterr().err == ""
    rows = [
        line(id="1", published="2024-09-14", outlet="Courier", title="Filled in"),
        line(id="2", url="https://gazette.example/1", text="Another text."),
    ]
    again = write(tmp_path / "b.jsonl", "\n".join(rows))
    assert "1 new (1 of them a newer text of a held source), 1 already held, 0 bad" in run(again)
    left = "the source was held before and is left as it was"
    assert capsys.readouterr().err.splitlines() == [
        f"{again}:1: {left}: published is “2024-09-13”, not “2024-09-14”; outlet is “Gazette”, not “Courier”",
        f"{again}:2: {left}: id is “1”, not “2”",
    ]
    source = Source.objects.get()
    assert (source.date_edtf, source.title) == ("2024-09-13", "Filled in")


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


def test_a_text_that_is_no_page_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    path = write(tmp_path / "boats.txt", "No page at all.")
    run(path, "--format", "html", status=1)
    assert capsys.readouterr().err == f"{path}: no article was found in the page; paste its text instead\n"
    assert caplog.messages == []
