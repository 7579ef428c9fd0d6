"""dumpdata over a file that somebody works on: it is written whole, or stays as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection

from tests import factories

pytestmark = pytest.mark.django_db

HELD = "- model: claims.outlet\n"


def dump(output: Path) -> None:
    call_command("dumpdata", "claims.outlet", format="yaml", use_natural_primary_keys=True, output=str(output))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    factories.captured(outlet="The Harbour Gazette")
    path = tmp_path / "claims.yaml"
    path.write_text("edited by hand\n")
    return path


def test_a_file_is_written_anew(file: Path) -> None:
    dump(file)
    assert file.read_text().startswith(HELD)
    assert [path.name for path in file.parent.iterdir()] == ["claims.yaml"]


def test_what_a_link_leads_to_is_written_and_the_link_stays(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file.name)
    dump(link)
    assert link.is_symlink()
    assert file.read_text().startswith(HELD)


def test_a_file_stays_where_the_database_lacks_tables(file: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = pg_catalog")
    with pytest.raises(ProgrammingError, match=r"relation .* does not exist"):
        dump(file)
    assert file.read_text() == "edited by hand\n"
    assert [path.name for path in file.parent.iterdir()] == ["claims.yaml"]


def test_a_file_stays_where_the_disk_is_full(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.serializers.serialize", full)
    with pytest.raises(CommandError, match=r"claims.yaml: No space left on device. It is as it was."):
        dump(file)
    assert file.read_text() == "edited by hand\n"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: path / "none" / "claims.yaml", "No such file or directory"),
        (lambda path: path.parent / "full", "No space left on device"),
    ],
)
def test_where_nothing_can_be_written(tmp_path: Path, spoil: Callable[[Path], Path], told: str) -> None:
    (tmp_path / "full").symlink_to("/dev/full")
    factories.captured(outlet="The Harbour Gazette")
    with pytest.raises(CommandError, match=told):
        dump(spoil(tmp_path / "at"))
