import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from claims.text.statements import RULES
from tests.management.running import PAGE, TEXT, feed, line, write


def run(*arguments: str, status: int = 0) -> list[dict[str, Any]]:
    """The lines that `extract` printed."""
    out = io.StringIO()
    if status:
        with pytest.raises((SystemExit, CommandError)) as stopped:
            call_command("extract", *arguments, stdout=out)
        assert getattr(stopped.value, "code", getattr(stopped.value, "returncode", None)) == status
    else:
        call_command("extract", *arguments, stdout=out)
    return [json.loads(printed) for printed in out.getvalue().splitlines()]


def test_what_a_line_says(tmp_path: Path) -> None:
    text = "“The boat is safe,” Mayor Ada Brook told reporters on Monday."
    [printed] = run(write(tmp_path / "boats.txt", text), "--published", "2024-03-06")
    assert printed["id"] == "boats.txt"
    [statement] = printed["statements"]
    assert {name: statement[name] for name in ("kind", "speaker_name", "speaker_kind", "anonymous", "role")} == {
        "kind": "direct",
        "speaker_name": "Ada Brook",
        "speaker_kind": "person",
        "anonymous": False,
        "role": "Mayor",
    }
    assert {
        name: statement[name] for name in ("addressee", "venue", "date_text", "date", "date_basis", "date_base")
    } == {
        "addressee": "reporters",
        "venue": None,
        "date_text": "on Monday",
        "date": "2024-03-04",
        "date_basis": "relative",
        "date_base": "2024-03-06",
    }
    words = {name: [text[s:e] for s, e in statement[name]] for name in ("content", "speaker", "cue")}
    assert words == {
        "content": ["The boat is safe"],
        "speaker": ["Mayor Ada Brook"],
        "cue": ["told"],
    }
    assert statement["rule"]
    assert 0 <= statement["confidence"] <= 1
    assert statement["origin"] == RULES
    assert statement["hops"] == [
        {
            "who": "Mayor Ada Brook",
            "verb": "told",
            "to_whom": "reporters",
            "date_text": "on Monday",
            "date": "2024-03-04",
        }
    ]


FRENCH = "« Le pont est fermé », a déclaré lundi Marie Duval."


@pytest.mark.parametrize(
    ("text", "arguments", "language", "cues"),
    [
        (TEXT, (), "en", 1),
        (FRENCH, (), "fr", 1),
        (FRENCH, ("--language", "fr-CA"), "fr-CA", 1),
        (FRENCH, ("--language", "pl"), "pl", 0),  # no rules for it
    ],
)
def test_the_language_is_the_one_given_else_the_one_that_the_text_shows(
    text: str, arguments: tuple[str, ...], language: str, cues: int, tmp_path: Path
) -> None:
    [printed] = run(write(tmp_path / "a.txt", text), *arguments)
    assert (printed["language"], len(printed["statements"])) == (language, cues)


def test_a_language_that_is_none_is_refused(tmp_path: Path) -> None:
    run(write(tmp_path / "a.txt", TEXT), "--language", "the Queen's", status=1)


@pytest.mark.parametrize(
    ("before", "text_before"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),  # a byte order mark is not text
        (b"\r\nBoats\r\n\r\n", "\r\nBoats\r\n\r\n"),
        ("🚤\n".encode(), "🚤\n"),
        ("Boote für Köln\n".encode(), "Boote für Köln\n"),
    ],
)
def test_offsets_are_code_points_of_the_files_own_text(tmp_path: Path, before: bytes, text_before: str) -> None:
    path = write(tmp_path / "a.txt", before + TEXT.encode() + b"\r\n")
    [start, end] = run(path)[0]["statements"][0]["content"][0]
    assert (text_before + TEXT)[start:end] == "The boat is safe"


def test_lines_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    feed(monkeypatch, "\n".join([line(published="2024-03-06"), "{", line(id="2")]))
    first, second = run(status=1)
    assert (first["id"], first["statements"][0]["date"]) == ("boats-1", "2024-03-04")
    assert (second["id"], second["statements"][0]["date"]) == ("2", None)
    assert capsys.readouterr().err.startswith("-:2: is not JSON")


def test_text_from_standard_input_needs_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, TEXT)
    run(status=2)
    feed(monkeypatch, TEXT)
    assert run("--id", "boats")[0]["id"] == "boats"


def test_two_texts_are_not_given_one_id(tmp_path: Path) -> None:
    texts = [write(tmp_path / name, TEXT) for name in ("a.txt", "b.txt")]
    assert run(*texts, "--id", "x", status=2) == []
    assert [printed["id"] for printed in run(*texts)] == ["a.txt", "b.txt"]


def test_a_page_has_no_offsets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.html", PAGE)
    assert run(path, status=1) == []
    assert (
        capsys.readouterr().err == f"{path}: is a web page, whose text has no offsets of its own; ingest it instead\n"
    )


def test_needs_no_database_and_minds_no_closed_pipe(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join(line(id=str(n)) for n in range(400)))
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere",
        "DJANGO_SETTINGS_MODULE": "provenance.settings",
        "PROVENANCE_NO_BOOTSTRAP": "1",
    }
    with subprocess.Popen(
        [sys.executable, "manage.py", "extract", path],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as extract:
        assert extract.stdout is not None
        assert extract.stderr is not None
        assert json.loads(extract.stdout.readline())["id"] == "0"
        extract.stdout.close()
        assert extract.stderr.read() == b""
    assert extract.returncode == 0


def test_an_engine_that_cannot_run_stops_the_command_before_it_reads(tmp_path: Path) -> None:
    named = {**os.environ, "CLAIMS_ENGINE": "rulez"}
    command = [sys.executable, "manage.py", "extract", str(tmp_path / "never-read.txt")]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=named, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "(claims.E001) There is no engine 'rulez'. Known are rules and rules+spacy." in done.stderr
