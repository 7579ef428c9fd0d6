"""The checks that `check_all` makes: one row each."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Step:
    """A check: a command that exits with 0 when all is well, and what to do when it does not."""

    name: str
    command: list[str]
    advice: str
    environment: dict[str, str] = field(default_factory=dict)


def tool(name: str) -> str:
    """A program that is installed beside the Python that runs this."""
    return str(Path(sys.executable).parent / name)


MANAGE = [sys.executable, "manage.py"]
# As on a server: https only.
DEPLOYMENT = {"PROVENANCE_LOCAL": "false", "DEBUG": "false"}

STEPS = [
    Step("ruff check", [tool("ruff"), "check", "."], "ruff check --fix mends most; read each remaining line."),
    Step("ruff format", [tool("ruff"), "format", "--check", "."], "run: ruff format"),
    Step("mypy", [tool("mypy")], "give the types that it asks for; an ignore needs its reason beside it."),
    Step(
        "imports",
        [tool("lint-imports"), "--no-cache"],
        "imports point from the doors to the text engine: move the code to its room (docs/architecture.md).",
    ),
    Step(
        "doors",
        [sys.executable, "-m", "provenance.checks.doors"],
        "move the write into an operation and call that (docs/architecture.md).",
    ),
    Step(
        "templates",
        [tool("djlint"), "claims", "provenance", "--check", "--lint", "--quiet"],
        "run: djlint --reformat claims provenance",
    ),
    Step("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], "run: python3 manage.py makemigrations"),
    Step(
        "openapi",
        [*MANAGE, "spectacular", "--validate", "--fail-on-warn", "--file", os.devnull],
        "describe the view or the field that it names, so that its answers are documented.",
    ),
    Step(
        "deployment",
        [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
        "mend the setting; nothing is silenced without a reason.",
        DEPLOYMENT,
    ),
    Step(
        "dependencies",
        [tool("deptry"), "."],
        "declare what is imported and drop what is not, in pyproject.toml; then make the locks anew.",
    ),
]
