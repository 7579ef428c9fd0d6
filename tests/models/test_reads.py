"""How the tables are read: names, natural keys, versions, history, and queries that do not grow with the rows."""

from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.models import Anchoring, Claim, Evidence, Quotation, Segment, Snapshot, Source, Speaker, SpeakerName, Watch
from claims.models.base import Record
from claims.models.history import claim_history, history
from claims.operations.record import create, edit
from tests import factories
from tests.models.records import make_records

pytestmark = pytest.mark.django_db


def test_every_record_is_found_by_its_natural_key() -> None:
    make_records()
    models = [model for model in apps.get_app_config("claims").get_models() if issubclass(model, Record)]
    assert len(models) >= 18
    for model in models:
        for record in model._default_manager.all():
            key: tuple[Any, ...] = record.natural_key()
            manager: Any = model._default_manager
            assert manager.get_by_natural_key(*key) == record, key


def test_the_version_changes_with_any_column_and_only_then() -> None:
    claim = factories.claim()
    read = Claim.objects.get(pk=claim.pk).version
    assert Claim.objects.get(pk=claim.pk).version == read
    edit(actor=factories.user(), record=claim, changes={"venue": "the harbour"})
    changed = Claim.objects.get(pk=claim.pk).version
    assert changed != read
    factories.judged(claim)
    assert Claim.objects.get(pk=claim.pk).version != changed


@pytest.fixture
def speakers() -> dict[str, Speaker]:
    """Two people and a name that both bear, one whose name has a letter that Python and the database make small
    differently, and somebody nameless.
    """
    actor = factories.user()
    brook, field = factories.speaker("Ada Brook"), factories.speaker("Ben Field")
    for speaker, name in ((brook, "The Mayor"), (field, "the mayor"), (brook, "A. Brook"), (brook, "ADA BROOK")):
        create(actor=actor, record=SpeakerName(speaker=speaker, name=name))
    nameless = Speaker(name="Zoë Gray", kind="anonymous", source=factories.source())
    return {
        "brook": brook,
        "field": field,
        "tuna": factories.speaker("İpek Tuna"),
        "nameless": create(actor=actor, record=nameless),
    }


NAMES = [
    ("Ada Brook", ["brook"]),
    ("ada brook", ["brook"]),
    ("a. BROOK", ["brook"]),
    ("The mayor", ["brook", "field"]),
    ("İpek Tuna", ["tuna"]),
    ("İPEK tuna", ["tuna"]),
    ("Brook", []),
    ("Zoë Gray", []),
    ("", []),
]


@pytest.mark.parametrize(("name", "bearers"), NAMES)
def test_known_as(speakers: dict[str, Speaker], name: str, bearers: list[str]) -> None:
    assert set(Speaker.objects.known_as(name)) == {speakers[bearer] for bearer in bearers}


@pytest.mark.parametrize(("name", "bearers"), NAMES)
def test_by_name(speakers: dict[str, Speaker], name: str, bearers: list[str]) -> None:
    found = {name: speakers[bearers[0]]} if len(bearers) == 1 else {}
    assert Speaker.objects.by_name([name]) == found


@pytest.mark.django_db(transaction=True)  # an event's time is that of its transaction
def test_history_reads_as_it_was_at_a_time() -> None:
    claim = factories.claim()
    before = timezone.now()
    edit(actor=factories.user(username="robin"), record=claim, changes={"venue": "the harbour"})
    assert [entry.action for entry in history(claim, before)] == ["insert"]
    last = history(claim, timezone.now())[-1]
    assert [(c.field, c.before, c.after) for c in last.changes] == [("venue", "", "the harbour")]
    assert len(claim_history(claim, before)) == len(claim_history(claim, timezone.now())) - 1


@pytest.mark.parametrize(
    ("model", "queries"),
    [(Claim, 1), (Quotation, 2), (Evidence, 1), (Snapshot, 1), (Source, 1), (Anchoring, 1), (Watch, 1)],
    ids=lambda m: str(m),
)
def test_lists_take_as_many_queries_for_many_rows_as_for_one(
    django_assert_num_queries: DjangoAssertNumQueries, model: Any, queries: int
) -> None:
    for _ in range(3):
        factories.evidence(factories.claim())
        factories.finding()
        factories.watched()
    with django_assert_num_queries(queries):
        rows = list(model.objects.for_list())
        for row in rows:
            str(row)
            if isinstance(row, Quotation):
                assert row.words
    assert len(rows) >= 3


def test_a_claims_page_takes_as_many_queries_for_many_quotations(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make_records()
    with django_assert_max_num_queries(4):
        for claim in Claim.objects.for_page():
            for quotation in claim.quotations.all():
                assert quotation.words
                assert all(hop.who and (hop.speaker, hop.outlet) for hop in quotation.hops.all())


def test_segments_are_the_texts_own_words() -> None:
    make_records()
    for segment in Segment.objects.select_related("quotation__snapshot"):
        text = segment.quotation.snapshot.text
        assert text[segment.start : segment.end] == segment.exact
        assert text[: segment.start].endswith(segment.prefix)
        assert text[segment.end :].startswith(segment.suffix)
