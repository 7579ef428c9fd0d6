import io
import json
import os
import sys
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims.management.commands import trace as command
from claims.operations.extract import extract
from tests import factories
from tests.management.running import write

pytestmark = pytest.mark.django_db

WORDS = "The harbour crane will be painted green before the summer fair"
HELD = [
    ("crane-1", "2024-03-01", "The Harbour Gazette", f"“{WORDS},” Mayor Ada Quill said on Friday at the town hall."),
    (
        "crane-2",
        "2024-04",
        "Evening Courier",
        f"“{WORDS.replace('will', 'may')},” Cleo Vane told the council, and sat down.",
    ),
    (
        "crane-3",
        "2024-05-02",
        "",
        f"On its front page: “{WORDS.replace('green', 'bright green')},” Quill said. So much for paint.",
    ),
]


@pytest.fixture(autouse=True)
def _held(db: None) -> None:
    actor = factories.user()
    for identifier, published, outlet, text in HELD:
        made = factories.captured(text, identifier=identifier, published=published, outlet=outlet, actor=actor)
        extract(actor=actor, snapshot=made)


def run(*arguments: str, status: int = 0, **options: Any) -> str:
    out = io.StringIO()
    if status:
        with pytest.raises(SystemExit) as stopped:
            call_command("trace", *arguments, stdout=out, **options)
        assert stopped.value.code == status
    else:
        call_command("trace", *arguments, stdout=out, **options)
    return out.getvalue()


def given(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def test_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    printed = run(WORDS.replace("will", "must")).splitlines()
    assert printed[:15] == [
        "“The harbour crane must be painted green before the summer",
        "fair”",
        "",
        "3 appearances, 3 independent origins.",
        "Earliest known: 2024-03-01, The Harbour Gazette.",
        "Your words against the earliest:",
        "  ! “must” for “will” (modality)",
        "",
        "2024-03-01 · The Harbour Gazette",
        "    Ada Quill",
        "    The harbour crane will be painted green before the",
        "    summer fair",
        "",
        "2024-04 · Evening Courier",
        "    Cleo Vane",
    ]
    assert "    The harbour crane [-will-] {+may+} be painted green" in printed
    assert "  ! “may” for “will” (modality)" in printed
    assert "  ! said by “Cleo Vane”, not by “Ada Quill” (speaker)" in printed
    assert "    - “bright” put in" in printed
    assert printed[-1] == "Searched: 3 wordings of 3 sources, 2024-03-01 to 2024-05-02."


def test_where_the_dates_leave_it_undecided() -> None:
    actor = factories.user()
    for published, outlet in (("2024-03", "Monthly"), ("", "Undated Times")):
        text = f"“{WORDS},” she said. That was in {outlet}."
        extract(actor=actor, snapshot=factories.captured(text, published=published, outlet=outlet, actor=actor))
    printed = run(WORDS)
    today = timezone.now().date().isoformat()
    assert (
        "Earliest known: the dates leave it undecided between\n"
        "    2024-03-01, The Harbour Gazette\n"
        "    2024-03, Monthly\n"
        f"    by {today}, Undated Times\n"
    ) in printed


@pytest.mark.parametrize("columns", [20, 40, 41, 60, 80, 300])
@pytest.mark.parametrize("words", [WORDS, "x" * 500, "長い引用文" * 60, f"{WORDS} \x1b[31m and more"])
def test_no_line_is_too_long(monkeypatch: pytest.MonkeyPatch, columns: int, words: str) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    printed = run(words)
    for line in printed.splitlines():
        assert sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) <= min(max(columns, 40), 80)
    assert "\x1b" not in printed


def test_colours_where_they_are_wanted() -> None:
    printed = run(WORDS, force_color=True)
    assert "\x1b[31mwill\x1b[0m \x1b[32;4mmay\x1b[0m" in printed
    assert "[-" not in printed
    assert "\x1b" not in run(WORDS, no_color=True)


def test_words_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, f"\ufeff {WORDS}\n".encode())
    assert json.loads(run("-", "--json"))["words"] == WORDS


def test_json() -> None:
    found = json.loads(run(WORDS, "--json"))
    assert [one["source"] for one in found["appearances"]] == ["crane-1", "crane-2", "crane-3"]
    assert [one["date"] for one in found["appearances"]] == ["2024-03-01", "2024-04", "2024-05-02"]
    assert [one["is_earliest"] for one in found["appearances"]] == [True, False, False]
    assert (found["origins"], found["changed"], found["possible"]) == (3, [], [])


def test_nothing_found_is_no_failure() -> None:
    printed = run("Seven penguins rode bicycles across a frozen lake")
    assert "\n\nNot held.\n\nSearched: 3 wordings of 3 sources, 2024-03-01 to" in printed


def test_what_is_only_possible_stands_apart() -> None:
    actor = factories.user()
    for name, day in (("Ada Quill", "2024-01-01"), ("Ben Marsh", "2024-01-02")):
        text = f"“It is a good day,” {name} said."
        extract(actor=actor, snapshot=factories.captured(text, published=day, actor=actor))
    printed = run("It is a good day")
    assert "Perhaps the same: of another speaker, or too common to tell." in printed


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "Give the words to trace"),
        ((WORDS, "--jsonl"), "Give the words to trace"),
        (("",), "There is no word to look for"),
        (("?!",), "There is no word to look for"),
        (("a\ud800b",), "lone surrogate"),
    ],
)
def test_a_wrong_call(arguments: tuple[str, ...], reason: str) -> None:
    with pytest.raises(CommandError, match=reason) as refused:
        run(*arguments)
    assert refused.value.returncode == 2


def test_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": 1, "text": WORDS}, {"id": "b", "text": "Seven penguins " * 3000}]
    asked = write(tmp_path / "asked.jsonl", "\n\n".join(map(json.dumps, rows)))
    first, second = map(json.loads, run("--jsonl", asked).splitlines())
    assert (first["id"], second) == ("1", {"id": "b", "appearances": []})
    assert [(one["source"], one["date"]) for one in first["appearances"]] == [
        ("crane-1", "2024-03-01"),
        ("crane-2", "2024-04"),
        ("crane-3", "2024-05-02"),
    ]
    one = first["appearances"][0]
    assert set(one) == {"source", "start", "end", "score", "date", "alterations"}
    assert HELD[0][3][one["start"] : one["end"]] == WORDS
    raised = [found["raised"] for found in first["appearances"][1]["alterations"]]
    assert raised == ["modality", "speaker"]
    assert capsys.readouterr().err == ""


def test_bad_lines_are_named_and_the_others_are_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = json.dumps({"id": "good", "text": WORDS})
    given(monkeypatch, f'{{"id": "a"}}\n{{\n[]\n{{"id": "b", "text": "!!"}}\n\n{good}\n'.encode() + b'{"id": "\xff"}\n')
    printed = run("--jsonl", status=1)
    assert [json.loads(line)["id"] for line in printed.splitlines()] == ["good"]
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in told] == ["-:1", "-:2", "-:3", "-:4", "-:7"]
    assert told[0] == "-:1: text: is missing"
    assert told[3] == "-:4: text: There is no word to look for."


def test_of_a_line_only_id_and_text_are_read(tmp_path: Path) -> None:
    row = {"id": "a", "text": WORDS, "published": "Sep 13, 2024", "language": "English!", "title": 7, "url": [None]}
    (line,) = run("--jsonl", write(tmp_path / "asked.jsonl", json.dumps(row))).splitlines()
    assert len(json.loads(line)["appearances"]) == 3


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--jsonl", str(tmp_path / "none.jsonl"), status=1) == ""
    assert capsys.readouterr().err == f"{tmp_path / 'none.jsonl'}: No such file or directory\n"


def test_ctrl_c(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(**_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "trace", stop)
    assert run(WORDS, status=130) == ""
    assert run("--jsonl", write(tmp_path / "a.jsonl", json.dumps({"id": "a", "text": WORDS})), status=130) == ""


def test_a_reader_that_has_had_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    taken: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "dup2", lambda one, other: taken.append((one, other)))
    asked = write(tmp_path / "a.jsonl", json.dumps({"id": "a", "text": WORDS}))
    with Path(os.devnull).open("w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        call_command("trace", "--jsonl", asked, stdout=Closed())
    assert len(taken) == 1
