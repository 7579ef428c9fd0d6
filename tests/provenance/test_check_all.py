"""The checks fail when something is planted that they are there to find; on a copy, never in place."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from provenance.bootstrap import CHECKOUT
from provenance.checks import steps
from provenance.management.commands import check_all


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("claims", "provenance"):
        shutil.copytree(CHECKOUT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def outcome(name: str, checkout: Path) -> tuple[int, str]:
    step = next(step for step in steps.STEPS if step.name == name)
    result = subprocess.run(step.command, cwd=checkout, capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("text", "import django", "Text work is pure"),
        ("text", "from urllib import request", "Text work is pure"),
        ("text", "from claims.models import Claim", "Imports point one way"),
        ("models", "from claims.operations import accept", "Imports point one way"),
        ("operations", "import rest_framework", "Only the API knows"),
        ("operations", "import provenance", "claims knows nothing"),
    ],
)
def test_an_import_against_the_contract_fails(copy: Path, room: str, line: str, contract: str) -> None:
    (copy / "claims" / room / "planted.py").write_text(f"{line}  # noqa\n")
    code, said = outcome("imports", copy)
    assert code != 0
    assert any(row.startswith(contract) and row.endswith("BROKEN") for row in said.splitlines()), said


def test_the_contract_holds_as_it_stands(copy: Path) -> None:
    code, said = outcome("imports", copy)
    assert code == 0, said


def test_a_save_in_a_door_fails(copy: Path) -> None:
    planted = copy / "claims" / "management" / "commands" / "planted.py"
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text("def handle(claim):\n    claim.save()\n")
    code, said = outcome("doors", copy)
    assert code != 0
    assert "planted.py:2" in said


def test_every_step_runs_and_one_failure_fails_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = [
        steps.Step("breaks", ["sh", "-c", "echo what is wrong; exit 3"], "mend it so"),
        steps.Step("holds", ["true"], "nothing"),
    ]
    monkeypatch.setattr(check_all, "STEPS", table)
    with pytest.raises(CommandError, match=r"1 of 2 checks failed[\s\S]*breaks: mend it so"):
        call_command("check_all")
    said = capsys.readouterr().out
    assert "FAIL breaks" in said
    assert "what is wrong" in said
    assert "ok   holds" in said
