"""What commands do where whoever reads them has closed the pipe: the work, and no word of complaint."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from claims.models import Claim, Snapshot
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _closed_pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Standard output is a pipe whose other end is closed, as after `| true`."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        yield


@pytest.fixture
def claim() -> Claim:
    return factories.claim("It is safe", actor=factories.user(username="sam"), speaker=factories.speaker())


def test_review_files_go_out_and_in_again(claim: Claim, tmp_path: Path) -> None:
    call_command("export_review", "all", str(tmp_path))
    file = tmp_path / "it-is-safe.yaml"
    file.write_text(file.read_text().replace("language: en", "venue: The quay\nlanguage: en"))
    for form in ([], ["--json"]):
        with pytest.raises(SystemExit) as stopped:
            call_command("review", str(tmp_path), *form)
        assert stopped.value.code == 1
    call_command("apply_review", str(tmp_path), "--as", "sam")
    claim.refresh_from_db()
    assert claim.venue == "The quay"
    call_command("review", str(tmp_path))


def test_an_article_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text("“The boats are late,” said Ada Brook.")
    call_command("ingest", str(tmp_path / "boats.txt"))
    assert Snapshot.objects.count() == 1
    call_command("extract", str(tmp_path / "boats.txt"))
    with pytest.raises(SystemExit) as stopped:
        call_command("ingest", str(tmp_path / "none.txt"))
    assert stopped.value.code == 1


@pytest.mark.parametrize(
    "command", [["cluster"], ["reindex_trace"], ["watch"], ["create_token", "sam"], ["trace", "It is safe"]]
)
@pytest.mark.usefixtures("claim")
def test_it_ends_as_if_it_were_read(command: list[str]) -> None:
    call_command(*command)
