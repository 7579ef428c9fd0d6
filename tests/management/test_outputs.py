"""What commands do where standard output takes no more, or not every character."""

import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import factories

pytestmark = pytest.mark.django_db

FULL = Path("/dev/full")
WORDS = "The café is 🚤 safe"
COMMANDS = [["cluster"], ["reindex_trace"], ["watch"], ["trace", "It is safe"], ["trace", "It is safe", "--json"]]


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told_in_a_line(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    factories.quotation()
    with FULL.open("w") as stdout, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stdout)
        with pytest.raises(CommandError, match="Standard output can't be written: No space left") as told:
            call_command(*command)
    assert told.value.returncode == 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_no_fault_of_the_file_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.quotation()
    asked = tmp_path / "quotes.jsonl"
    asked.write_text('{"id": "q1", "text": "It is safe"}\n')
    with FULL.open("w") as stdout, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stdout)
        with pytest.raises(CommandError, match="Standard output can't be written: No space left"):
            call_command("trace", jsonl=str(asked), quiet=True)


def test_what_an_encoding_lacks_is_escaped_and_json_stays_json(monkeypatch: pytest.MonkeyPatch) -> None:
    for form in ([], ["--json"]):
        printed = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding="ascii"))
        call_command("trace", WORDS, *form)
        said = printed.getvalue().decode("ascii")
        assert "caf\\u00e9 is \\ud83d\\udea4 safe" in said
    assert WORDS in json.dumps(json.loads(said), ensure_ascii=False)
