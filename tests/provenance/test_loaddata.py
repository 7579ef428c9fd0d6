from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, ProgrammingError, connection
from django.utils import timezone

from claims.models import Census, Outlet, Wording
from claims.models.history import history
from tests.fixtures.sets import ARTICLE, load


@pytest.mark.django_db
def test_history_says_that_a_file_brought_the_rows(tmp_path: Path) -> None:
    file = tmp_path / "outlets.yaml"
    file.write_text("- model: claims.outlet\n  fields: {name: Evening Courier}\n")

    call_command("loaddata", str(file), verbosity=0)

    (entry,) = history(Outlet.objects.get(name="Evening Courier"), timezone.now())
    assert entry.operation == "loaddata"


@pytest.mark.django_db
def test_a_trace_knows_at_once_how_common_the_words_are() -> None:
    load(ARTICLE)

    assert not Wording.objects.filter(shingles=None).exists()
    assert Census.objects.get().wordings == Wording.objects.count() > 0


@pytest.mark.django_db
def test_a_database_that_lacks_tables_is_no_fault_of_the_file() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = pg_catalog")
    with pytest.raises(ProgrammingError, match=r"relation .* does not exist"):
        load(ARTICLE)


@pytest.mark.django_db
def test_a_database_that_is_gone_is_no_fault_of_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*args: object, **options: object) -> None:
        raise OperationalError("the connection is closed") from psycopg.OperationalError()

    monkeypatch.setattr("django.db.models.Model.save_base", gone)
    with pytest.raises(
        CommandError, match=r"^The database is gone \(.*the connection is closed.*\n?.*Nothing was loaded"
    ):
        load(ARTICLE)
