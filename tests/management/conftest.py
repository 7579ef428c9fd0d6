"""What the tests of review files stand on; they ask for it by name."""

from pathlib import Path

import pytest

from claims.models import Claim
from tests import factories
from tests.management.exported import export


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> None:
    """One width, whoever runs the tests."""
    monkeypatch.setenv("COLUMNS", "60")


@pytest.fixture
def claims(db: None) -> list[Claim]:
    """Two claims of Ada Brook on bridges, the first of them judged, and one of nobody."""
    ada, sam = factories.speaker(), factories.user(username="sam")
    words = ("It is safe", "The bridge will open in May")
    made = [factories.claim(said, actor=sam, speaker=ada, topics=["bridges"]) for said in words]
    factories.judged(made[0], checker=sam)
    return [*made, factories.claim("reporters on Thursday", actor=sam, no_speaker="unknown")]


@pytest.fixture
def folder(tmp_path: Path, claims: list[Claim]) -> Path:
    """An export of the two claims on bridges."""
    export("topic:bridges", tmp_path / "files")
    return tmp_path / "files"
