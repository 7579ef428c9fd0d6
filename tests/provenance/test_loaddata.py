from pathlib import Path

import pytest
from django.core.management import call_command
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
