"""Folders of review files: exported, edited by hand, reviewed and applied."""

from pathlib import Path

from tests.management.running import run
from tests.reviewed import replaced

SAFE, OPENS = "it-is-safe.yaml", "the-bridge-will-open-in-may.yaml"
TOPICS = ("topics: [bridges]", "topics: [bridges, safety]")
VENUE = ("language: en", "venue: The quay\nlanguage: en")


def export(*arguments: str | Path, status: int = 0) -> str:
    return run(*map(str, arguments), command="export_review", status=status)


def review(folder: Path, *arguments: str, status: int = 0) -> str:
    return run(str(folder), *arguments, command="review", status=status)


def apply(folder: Path, username: str = "sam", status: int = 0) -> str:
    return run(str(folder), "--as", username, command="apply_review", status=status)


def change(path: Path, *edits: tuple[str, str]) -> None:
    path.write_text(replaced(path.read_text(), *edits))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
