"""A run of the command: what is held already, who runs it, what ends it, and what is shown meanwhile."""

import fcntl
import os
import struct
import sys
import termios
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from claims.formats.articles import Article
from claims.management.commands import ingest as ingest_command
from claims.models import Census, Quotation, Snapshot, Source
from claims.operations.acting import AT_ONCE, Conflict
from claims.operations.conflicts import Why
from claims.operations.ingest import ingest
from tests import factories
from tests.management.running import TEXT, feed, line, run, write

pytestmark = pytest.mark.django_db


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


def test_what_was_only_captured_gets_its_suggestions(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert run(path, command="capture") == "Articles: 1 new, 0 already held, 0 bad.\n"
    assert not Quotation.objects.exists()
    assert run(path) == "Articles: 0 new, 1 already held, 0 bad; 1 suggestions.\n"


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


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--published", "yesterday", "'yesterday' is not a date such as 2024-09-13"),
        ("--format", "pdf", "'pdf' is none of text, html, jsonl"),
    ],
)
def test_a_value_that_an_option_cannot_have(option: str, value: str, reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        call_command("ingest", "a.txt", option, value)


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
