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

from tests.management.running import write

GOLD = str(settings.BASE_DIR / "tests/text/gold/gold.jsonl")
TEXT = "“The boat is safe,” Mayor Ada Brook said. The boat leaks. Roe & Sons doubt it."
ATTRIBUTIONS = [
    {"source": [[20, 35]], "cue": [[36, 40]], "content": [[1, 17]], "speaker_name": "Ada Brook"},
    {"source": [[58, 68]], "cue": [[69, 74]], "content": [[75, 77]], "speaker_name": None},
]
STATEMENTS = [
    {"content": [[1, 17]], "speaker": [[20, 35]], "speaker_name": "Ada Brook", "rule": "quote", "confidence": 0.9},
    {"content": [[42, 56]], "speaker": [], "speaker_name": None, "rule": "bare", "confidence": 0.5},
]


def gold(tmp_path: Path, *rows: dict[str, Any]) -> str:
    row = {"id": "boats", "published": "2024-03-06", "text": TEXT, "attributions": ATTRIBUTIONS}
    return write(tmp_path / "gold.jsonl", "\n".join(json.dumps({**row, **changes}) for changes in rows or ({},)))


def predicted(tmp_path: Path, **changes: Any) -> str:
    row = {"id": "boats", "statements": STATEMENTS, **changes}
    return write(tmp_path / "predicted.jsonl", json.dumps(row))


def run(*arguments: str, status: int = 0) -> str:
    out = io.StringIO()
    if status:
        with pytest.raises(SystemExit) as stopped:
            call_command("score", *arguments, stdout=out)
        assert stopped.value.code == status
    else:
        call_command("score", *arguments, stdout=out)
    return out.getvalue()


def test_figures(tmp_path: Path) -> None:
    assert run(gold(tmp_path), predicted(tmp_path)).splitlines() == [
        "1 article",
        "",
        "content                 gold  found       P       R       F",
        "all                        2      2    50.0    50.0    50.0",
        "  direct                   1      1   100.0   100.0   100.0",
        "  mixed                    0      0     0.0     0.0     0.0",
        "  indirect                 1      1     0.0     0.0     0.0",
        "to the letter              2      2    50.0    50.0    50.0",
        "",
        "speakers of the found     of      n       %",
        "any word right             1      1   100.0",
        "half the words or more     1      1   100.0",
        "name right                 1      1   100.0",
        "name wrong                 1      0     0.0",
        "name left open             1      0     0.0",
    ]


def test_calibration_and_misses(tmp_path: Path) -> None:
    printed = run(gold(tmp_path), predicted(tmp_path), "--calibration", "--misses", "3").splitlines()
    assert "0.9                       90      1      1  100.0  21–100" in printed
    assert "bare                      50      1      0    0.0  0–79" in printed
    assert printed[-5:] == ["missed: boats", "  it", "", "spurious, by bare: boats", "  The boat leaks"]


def test_groups_where_there_are_several(tmp_path: Path) -> None:
    rows = [{"id": "a", "genre": "wire", "language": "en"}, {"id": "b", "genre": "letter", "language": "en"}]
    printed = run(gold(tmp_path, *rows))
    assert "by genre" in printed
    assert "  letter " in printed
    assert "by language" not in printed


def test_json(tmp_path: Path) -> None:
    figures = json.loads(run(gold(tmp_path), predicted(tmp_path), "--json", "--calibration", "--misses", "1"))
    assert figures["content"] == {"gold": 2, "predicted": 2, "precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert figures["speakers"] == {"of": 1, "loose": 1, "strict": 1}
    assert figures["names"] == {"of": 1, "right": 1, "wrong": 0, "open": 0}
    assert list(figures["by_language"]) == ["en"]
    assert [row["label"] for row in figures["calibration"]["each"]] == ["0.9", "0.5"]
    assert figures["missed"] == [{"id": "boats", "words": "it", "rule": None}]
    assert figures["spurious"] == [{"id": "boats", "words": "The boat leaks", "rule": "bare"}]


def test_every_line_fits_a_narrow_window() -> None:
    assert max(map(len, run(GOLD, "--calibration", "--misses", "99").splitlines())) <= 60


def test_the_engine_scores_as_what_extract_prints(tmp_path: Path) -> None:
    out = io.StringIO()
    call_command("extract", GOLD, stdout=out)
    assert run(GOLD) == run(GOLD, write(tmp_path / "found.jsonl", out.getvalue()))


def test_an_article_without_a_prediction(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = predicted(tmp_path, id="another")
    assert "all                        2      0 " in run(gold(tmp_path), found)
    assert capsys.readouterr().err == (
        f"{found}: no line for 1 of 1 articles, the first boats; nothing was found in them\n"
    )


@pytest.mark.parametrize(
    ("rows", "changes", "place", "reason"),
    [
        ([{}, {"id": "b", "text": ""}], {}, "gold.jsonl:2", "text: is missing"),
        ([{}, {}], {}, "gold.jsonl:2", "id: boats is on line 1 already"),
        (
            [{"attributions": [{"content": [[1, 99]]}]}],
            {},
            "gold.jsonl:1",
            "attributions[0].content: [1, 99] is no span of a text of 78 code points",
        ),
        ([{}], {"statements": 7}, "predicted.jsonl:1", "statements: is a number, not a list"),
    ],
)
def test_bad_lines(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    rows: list[dict[str, Any]],
    changes: dict[str, Any],
    place: str,
    reason: str,
) -> None:
    assert run(gold(tmp_path, *rows), predicted(tmp_path, **changes), status=1) == ""
    assert f"{tmp_path / place}: {reason}\n" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file or directory"), ("", "holds no article")])
def test_no_article_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, reason: str
) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert run(str(path), status=1) == ""
    assert capsys.readouterr().err == f"{path}: {reason}\n"


def test_a_number_of_misses(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--misses: '-1' is not a number from 0 on"):
        call_command("score", gold(tmp_path), "--misses=-1")


def test_needs_no_database() -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere",
        "DJANGO_SETTINGS_MODULE": "provenance.settings",
        "PROVENANCE_NO_BOOTSTRAP": "1",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "score", GOLD],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("24 articles\n")
    assert done.stderr == ""


def test_standard_input_is_read_once() -> None:
    with pytest.raises(CommandError, match="Only one of the two") as refused:
        call_command("score", "-", "-")
    assert refused.value.returncode == 2
