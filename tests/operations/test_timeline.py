"""Where a claim appeared, oldest first, and what each appearance changed."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Appearance, Claim, Quotation, SourceLink
from claims.operations.accept import accept
from claims.operations.quote import quote
from claims.operations.record import create
from claims.operations.reject import reject
from claims.operations.timeline import timeline
from tests import factories

pytestmark = pytest.mark.django_db

WORDS = "the eastern basin will be dredged before the winter storms arrive from Marchland"
ALTERED = "the eastern basin may be dredged before the winter storms arrive from Marchland"


def said(words: str = WORDS, *, speaker: str = "Orla Venn", **fields: Any) -> Quotation:
    """A suggested quotation in a text of its own, with its chain."""
    snapshot = factories.captured(f"“{words},” harbour master {speaker} said.", **fields)
    hops = [{"who": speaker, "verb": "told"}, {"who": fields.get("outlet", "the Gazette")}]
    made = quote(actor=factories.user(), snapshot=snapshot, passages=[(1, 1 + len(words))], kind="direct", hops=hops)
    Quotation.objects.filter(pk=made.pk).update(speaker_text=speaker, speaker_name=speaker)
    return made


def held(*days: str) -> Claim:
    """A claim with an accepted quotation of each day."""
    claim = None
    for day in days:
        claim = accept(actor=factories.user(), quotation=said(published=day, outlet=f"Paper of {day}"), claim=claim)
    assert claim is not None
    return claim


def words_of(claim: Claim) -> list[tuple[str, str, list[str]]]:
    return [
        (row.place.published, row.appearance.by, [told.words for told in row.compared.told])
        for row in timeline(claim=claim).rows
    ]


def test_appearances_stand_in_the_order_of_time_against_the_earliest() -> None:
    claim = held("2021-03-05", "2021-03-01")
    later = said(ALTERED, published="2021-03-09")
    assert later.appearances.filter(standing="joined").exists()
    found = timeline(claim=claim)
    assert words_of(claim) == [
        ("2021-03-01", "claim", []),
        ("2021-03-05", "claim", []),
        ("2021-03-09", "utterance", ["“may” for “will” (modality)"]),
    ]
    assert [row.place.published for row in found.earliest] == ["2021-03-01"]
    assert [row.waits for row in found.rows] == [False, False, True]
    assert (found.waiting, found.origins) == (1, 3)
    assert found.rows[0].carriers == ("Orla Venn", "Paper of 2021-03-01")
    assert found.rows[2].compared.raised
    assert 0 < found.rows[2].appearance.score <= found.rows[0].appearance.score <= 1


def test_another_part_of_a_longer_wording_is_no_appearance_of_the_claim() -> None:
    other = "not one berth of the old quay will be sold to the ferry company in this century"
    claim = held("2021-03-01")
    said(f"{WORDS}. {other}", published="2021-03-02")
    part = said(other, published="2021-03-03")
    assert part.appearances.filter(utterance__earliest__claim=claim, standing="joined").exists()
    assert [row.place.published for row in timeline(claim=claim).rows] == ["2021-03-01", "2021-03-02"]


def test_where_days_overlap_it_is_undecided_which_is_the_earliest() -> None:
    claim = held("2021-03", "2021-03-14")
    assert {row.place.published for row in timeline(claim=claim).earliest} == {"2021-03", "2021-03-14"}


def test_a_copy_is_not_the_earliest_and_counts_with_its_original() -> None:
    claim = held("2021-03-14", "2021-03-14")
    one, other = (q.snapshot.source for q in claim.quotations.order_by("pk"))
    create(actor=factories.user(), record=SourceLink(from_source=one, to_source=other, kind="syndicated_from"))
    found = timeline(claim=claim)
    assert ([row.place.source_id for row in found.earliest], found.origins) == ([other.pk], 1)


def test_another_speaker_is_raised_first() -> None:
    claim = held("2021-03-01")
    other = said(ALTERED, speaker="Ben Field", published="2021-03-02")
    accept(actor=factories.user(), quotation=other, claim=claim)
    told = timeline(claim=claim).rows[1].compared.told
    assert {one.raised for one in told[:2]} == {"speaker", "modality"}
    assert "said by “Ben Field”, not by “Orla Venn” (speaker)" in [one.words for one in told]


def test_what_is_rejected_proposed_or_declined_is_left_out() -> None:
    claim = held("2021-03-01")
    reject(actor=factories.user(), quotation=said(published="2021-03-02"))
    for standing in ("proposed", "declined"):
        row = said(published="2021-03-03").appearances.get()
        Appearance.objects.filter(pk=row.pk).update(
            standing=standing, decided_by=factories.user(), decided_at=row.quotation.created_at
        )
    assert len(timeline(claim=claim).rows) == 1


def test_a_later_capture_is_told_where_its_words_are_others() -> None:
    first = said(published="2021-03-01", identifier="a")
    claim = accept(actor=factories.user(), quotation=first)
    said(published="2021-03-01", identifier="a", speaker="Orla Venn again")
    said(ALTERED, published="2021-03-01", identifier="a")
    assert [(row.place.capture, row.place.words) for row in timeline(claim=claim).rows] == [(1, WORDS), (3, ALTERED)]


def test_a_claim_without_quotations_appeared_nowhere() -> None:
    empty = create(actor=factories.user(), record=Claim(words="Nobody said so", no_speaker="unknown"))
    found = timeline(claim=empty)
    assert (found.rows, found.origins, found.earliest, found.waiting) == ((), 0, (), 0)


def test_words_without_a_letter_can_be_compared() -> None:
    claim = accept(actor=factories.user(), quotation=said("!!"))
    accept(actor=factories.user(), quotation=said("??"), claim=claim)
    assert len(timeline(claim=claim).rows) == 2


def test_the_queries_do_not_grow_with_the_appearances() -> None:
    claim, counts = held("2021-03-01", "2021-03-02"), []
    for day in range(10, 14):
        timeline(claim=claim)
        with CaptureQueriesContext(connection) as queries:
            assert timeline(claim=claim).rows
        counts.append(len(queries))
        accept(actor=factories.user(), quotation=said(published=f"2021-03-{day}"), claim=claim)
        said(published=f"2021-04-{day}")
    assert len(set(counts)) == 1
