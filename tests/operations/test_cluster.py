"""A whole corpus related at once: in the order of time, and the same however often it is broken off."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from claims.formats.articles import Article
from claims.models import Appearance, Census, Utterance
from claims.operations import cluster as cluster_module
from claims.operations.apart import in_batches
from claims.operations.cluster import cluster
from claims.operations.ingest import ingest
from provenance.database import as_owner
from tests import factories
from tests.operations.test_relate import ADA, BEN, LONG, WHOLE_AND_PART

pytestmark = pytest.mark.django_db(transaction=True)

OTHER = "Nobody in this town has asked for a second library and nobody in this town will pay for one either"
HELD = [
    ("late", LONG, ADA, "2024-03-09"),
    ("early", LONG, ADA, "2024-03-01"),
    ("altered", LONG.replace("cranes", "[two] cranes"), ADA, "2024-03-04"),
    ("borrowed", LONG, BEN, "2024-03-05"),
    ("library", OTHER, BEN, "2024-03-02"),
    ("library-again", OTHER, BEN, "2024-03-03"),
    ("alone", "The ferry will stay in port until the ice is gone", ADA, "2024-03-02"),
]


@pytest.fixture
def _corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus that came without being related."""
    monkeypatch.setattr("claims.operations.extract.relate", lambda **_: [])
    for identifier, words, by, day in HELD:
        article = Article(identifier=identifier, text=f"“{words},” {by} told reporters.", published=day)
        ingest(actor=factories.user(), article=article)


def groups() -> dict[str, set[str]]:
    """The sources joined to each utterance, by its earliest."""
    found: dict[str, set[str]] = {}
    for row in Appearance.objects.joined().select_related(
        "utterance__earliest__snapshot__source", "quotation__snapshot__source"
    ):
        first = row.utterance.earliest.snapshot.source.identifier
        found.setdefault(first, set()).add(row.quotation.snapshot.source.identifier)
    return found


WHOLE = {"early": {"early", "altered", "late"}, "library": {"library", "library-again"}}


@pytest.mark.usefixtures("_corpus")
def test_a_corpus_is_related_in_the_order_of_time() -> None:
    done = cluster(actor=factories.user())
    assert (done.quotations, done.joined, done.proposed, done.utterances) == (7, 3, 1, 2)
    assert groups() == WHOLE
    [proposed] = Appearance.objects.proposed()
    assert proposed.quotation.snapshot.source.identifier == "borrowed"
    assert Census.objects.exists()


@pytest.mark.usefixtures("_corpus")
@pytest.mark.parametrize("batches", [1, 2, 3])
def test_killed_and_started_again_it_comes_to_the_same(batches: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "BATCH", 2)
    with pytest.raises(KeyboardInterrupt):
        cluster(actor=factories.user(), advance=_stop_after(batches))
    assert sum(len(members) for members in groups().values()) < 5
    cluster(actor=factories.user())
    assert groups() == WHOLE
    assert cluster(actor=factories.user()).joined == 0
    assert groups() == WHOLE


def _stop_after(batches: int) -> Callable[[int], None]:
    seen: list[int] = []

    def advance(done: int) -> None:
        seen.append(done)
        if len(seen) == batches:
            raise KeyboardInterrupt

    return advance


@pytest.mark.usefixtures("_corpus")
def test_what_another_run_did_since_it_was_read_is_not_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def overtaken(*given: Any) -> Iterator[Any]:
        found = list(in_batches(*given))
        monkeypatch.setattr(cluster_module, "in_batches", in_batches)
        cluster(actor=factories.user())
        yield from found

    monkeypatch.setattr(cluster_module, "in_batches", overtaken)
    done = cluster(actor=factories.user())
    assert (done.joined, done.proposed, done.utterances) == (0, 0, 0)
    assert (groups(), Appearance.objects.proposed().count()) == (WHOLE, 1)


def test_what_is_quoted_in_part_is_related_by_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.operations.extract.relate", lambda **_: [])
    for identifier, text in WHOLE_AND_PART.items():
        ingest(actor=factories.user(), article=Article(identifier=identifier, text=text, published="2024-03-05"))
    cluster(actor=factories.user())
    assert list(groups().values()) == [{"part", "whole"}]


@pytest.mark.usefixtures("_corpus")
def test_what_a_person_declined_is_not_joined() -> None:
    cluster(actor=factories.user())
    declined = Appearance.objects.joined().get(quotation__snapshot__source__identifier="late")
    Appearance.objects.filter(pk=declined.pk).update(
        standing="declined", decided_by=factories.user(), decided_at=declined.created_at
    )
    cluster(actor=factories.user())
    assert "late" not in groups()["early"]


def test_a_reader_may_not() -> None:
    with pytest.raises(PermissionDenied):
        cluster(actor=factories.user("Reader"))


def test_nothing_held_is_nothing_done() -> None:
    assert cluster(actor=factories.user()).quotations == 0
    assert not Utterance.objects.exists()
    with as_owner():
        assert cluster(actor=factories.user()).utterances == 0
