"""A claim's page: what stands in its picture, where there is a lot of it, and what is beside it."""

import re
from typing import Any

import pytest
from django.urls import reverse

from claims.admin.claim_page import ROWS, TEXTS
from claims.models import Claim, Verification
from claims.operations.accept import accept
from claims.operations.link import link_claims
from claims.operations.verify import approve, return_to_checker, submit
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db
WORDS = "We will not open a bridge that we would not cross ourselves"


def address(claim: Claim) -> str:
    return reverse("admin:claims_claim_change", args=[claim.pk])


def appears(claim: Claim | None, words: str = WORDS, **fields: Any) -> Claim:
    """The claim with one more appearance of its own, or a new one."""
    snapshot = factories.captured(f"“{words},” said Ada Brook.", **fields)
    quotation = factories.quotation(words, snapshot=snapshot, speaker=factories.speaker())
    return accept(actor=factories.user(), quotation=quotation, claim=claim)


def test_the_picture_says_in_words_what_it_shows(desk: Desk) -> None:
    claim = appears(None, outlet="Harbour Gazette", published="2024-05-03")
    appears(claim, WORDS.replace("will", "may"), outlet="Coast Courier", published="2024-05-06")
    html = desk().get(address(claim)).content.decode()
    assert "2 appearances in 2 outlets between 2024-05-03 and 2024-05-06, of 2 independent origins." in html
    assert "Earliest known: Harbour Gazette, 2024-05-03. 1 changed in what may matter." in html
    assert "Coast Courier, 2024-05-06: changed in what may matter" in html


def test_many_appearances_are_shown_a_page_at_a_time(desk: Desk) -> None:
    claim = appears(None)
    for _ in range(ROWS):
        claim = appears(claim)
    client = desk()
    shown = client.get(address(claim)).context
    assert (len(shown["stops"]), len(shown["appearances"])) == (ROWS, TEXTS)
    assert not shown["rows_unfolded"]
    rest = client.get(f"{address(claim)}?rows=2&texts=6").context
    assert (len(rest["stops"]), len(rest["appearances"])) == (1, 1)
    assert rest["rows_unfolded"]
    assert len(client.get(f"{address(claim)}?rows=x&texts=999").context["stops"]) == ROWS
    assert "Split off some appearances" in client.get(address(claim)).content.decode()


def test_a_piece_of_evidence_says_what_rests_on_it(desk: Desk) -> None:
    claim, approver = factories.claim(), factories.user("Approver")
    verdict = factories.judged(claim, slug="misquoted", approver=approver)
    both = verdict.evidence.get()
    waiting = factories.evidence(claim, stance="refutes")
    loose = factories.evidence(claim)
    submit(
        actor=factories.user(),
        claim=claim,
        question="attribution",
        rating=factories.rating(),
        rationale="The tape has it.",
        evidence=[both, waiting],
    )
    pieces = desk().get(address(claim)).context["questions"][0].evidence
    assert {piece.evidence: piece.told for piece in pieces} == {
        both: "The verdict and what waits for approval rest on it.",
        waiting: "What waits for approval rests on it.",
        loose: "",
    }
    return_to_checker(actor=approver, verification=Verification.objects.get(stage="submitted", number=3), remark="Why?")
    html = desk().get(address(claim)).content.decode()
    assert "What was returned rests on it." in html


def test_evidence_whose_source_has_other_words_by_now_says_so(desk: Desk) -> None:
    claim, text = factories.claim(), "Minutes. The council voted eleven to two for a new bridge, after an hour of talk."
    snapshot = factories.captured(text, identifier="minutes")
    factories.evidence(claim, snapshot=snapshot, passage=(9, text.index(",")))
    url = reverse("admin:claims_claim_change", args=[claim.pk])
    assert "has other words" not in desk().get(url).content.decode()
    newer = factories.captured(text.replace("eleven to two", "nine to four"), identifier="minutes")
    html = " ".join(desk().get(url).content.decode().split())
    there = reverse("admin:claims_snapshot_change", args=[newer.pk])
    assert f'{there}">Capture 2</a> of this source has other words' in html
    assert "“The council voted nine to four for a new bridge”" in html


def test_whoever_approves_sees_what_was_missing_before(desk: Desk) -> None:
    claim, approver = factories.claim(), factories.user("Approver")
    first = factories.judged(claim, slug="misquoted")
    client = desk("Approver")
    assert "Sent again" not in client.get(address(claim)).content.decode()
    return_to_checker(actor=approver, verification=first, remark="Which tape?")
    assert client.get(address(claim)).context["questions"][0].returned is None
    again = factories.judged(claim, slug="fabricated")
    html = client.get(address(claim)).content.decode()
    assert f"Sent again, after {approver} returned “misquoted”:</em> <bdi>Which tape?</bdi>" in html
    approve(actor=approver, verification=again)
    factories.judged(claim, slug="confirmed")
    assert client.get(address(claim)).context["questions"][0].returned is None


def test_the_two_questions_are_answered_by_themselves(desk: Desk) -> None:
    claim = factories.claim()
    factories.judged(claim, slug="misquoted", approver=factories.user("Approver"))
    factories.judged(claim, slug="fabricated")
    factories.judged(claim, question="accuracy", slug="false")
    attribution, accuracy = desk().get(address(claim)).context["questions"]
    assert attribution.verdict.verification.rating.slug == "misquoted"
    assert attribution.pending.verification.rating.slug == "fabricated"
    assert [row.verification.number for row in attribution.earlier] == [1]
    assert accuracy.verdict is None
    assert accuracy.pending.verification.rating.slug == "false"
    assert {piece.evidence.question for piece in accuracy.evidence} == {"accuracy"}


@pytest.mark.parametrize(
    ("kind", "forward", "backward", "is_against"),
    [
        ("contradicts", "contradicts", "is contradicted by", True),
        ("corrects", "corrects", "is corrected by", True),
        ("narrows", "narrows", "is narrowed by", False),
    ],
)
def test_a_link_says_how_the_other_claim_stands(
    kind: str, forward: str, backward: str, is_against: bool, desk: Desk
) -> None:
    one, other = factories.claim(), factories.claim("The bridge will open in May")
    factories.judged(other, slug="misattributed", approver=factories.user("Approver"))
    link_claims(actor=factories.user(), from_claim=one, to_claim=other, kind=kind)
    client = desk()
    for claim, says in ((one, forward), (other, backward)):
        [linked] = client.get(address(claim)).context["links"]
        assert (linked.says, linked.link.is_against) == (says, is_against)
    [linked] = client.get(address(one)).context["links"]
    assert "misattributed" in linked.attribution
    assert "not judged" in linked.accuracy


def test_the_whole_history_is_on_a_page_of_its_own(desk: Desk) -> None:
    claim = factories.claim()
    factories.judged(claim)
    html = desk().get(reverse("admin:claims_claim_history", args=[claim.pk])).content.decode()
    for step in ("capture", "accept", "add evidence", "submit"):
        assert f'<td class="how">{step}</td>' in html


def test_words_that_run_from_right_to_left_stand_so(desk: Desk) -> None:
    words = "الجسر آمن"
    quotation = factories.quotation(words, snapshot=factories.captured(f"قال: “{words}”.", outlet="النهار"))
    claim = accept(actor=factories.user(), quotation=quotation)
    client = desk()
    html = client.get(reverse("admin:claims_claim_change", args=[claim.pk])).content.decode()
    assert f'<p dir="auto">{words}</p>' in html
    assert '<div class="passage" dir="auto">' in html
    assert "<bdi>النهار</bdi>" in html
    page = client.get(reverse("admin:claims_snapshot_desk", args=[quotation.snapshot_id])).content.decode()
    assert re.search(r'<article id="article"[^>]* dir="auto"', page)
