"""Two wordings of a claim beside each other."""

import pytest
from django.urls import reverse

from claims.models import Claim, Quotation
from claims.operations.accept import accept
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.test_claim_page import WORDS, appears

pytestmark = pytest.mark.django_db
ALTERED = "We may not open a bridge that the town would cross"


def address(claim: Claim) -> str:
    return reverse("admin:claims_claim_side_by_side", args=[claim.pk])


@pytest.fixture
def claim() -> Claim:
    claim = appears(None, published="2024-05-03")
    appears(claim, published="2024-05-04")
    return appears(claim, ALTERED, published="2024-05-05")


def test_it_opens_with_what_differs_most(claim: Claim, desk: Desk) -> None:
    shown = desk("Reader").get(address(claim)).context
    assert (shown["left"].wording.words, shown["right"].wording.words) == (WORDS, ALTERED)
    told = {one.told.change: one.family for one in shown["differences"]}
    assert told["substitution"] == "replaced"
    assert shown["differences"][0].told.raised


def test_wordings_are_offered_once(claim: Claim, desk: Desk) -> None:
    shown = desk().get(address(claim)).context
    assert [wording.words for wording in shown["wordings"]] == [WORDS, ALTERED]


def test_every_appearance_can_be_asked_for(claim: Claim, desk: Desk) -> None:
    numbers = Quotation.objects.filter(claim=claim).order_by("pk").values_list("pk", flat=True)
    client = desk()
    for number, words in zip(numbers, (WORDS, WORDS, ALTERED), strict=True):
        assert client.get(f"{address(claim)}?left={number}&right=claim").context["left"].wording.words == words


def test_an_alteration_has_its_number_and_name_in_both_wordings(claim: Claim, desk: Desk) -> None:
    shown = desk().get(address(claim)).context
    for side, word in (("left", "will"), ("right", "may")):
        assert f"[1, substitution: </span>{word}<span" in shown[side].marked


@pytest.mark.parametrize("wanted", ["?left=999999&right=x", "?left=", "?right=%00"])
def test_what_is_not_a_wording_of_it_is_passed_over(wanted: str, claim: Claim, desk: Desk) -> None:
    assert desk().get(address(claim) + wanted).status_code == 200


def test_a_claim_without_appearances_has_its_own_words(desk: Desk) -> None:
    claim = Claim.objects.create(slug="alone", words="It is safe", no_speaker="unknown")
    html = desk().get(address(claim)).content.decode()
    assert "the words are the same" in html


def test_words_are_never_markup(desk: Desk) -> None:
    hostile = "<script>alert('x')</script>&<b> not safe at all"
    claim = appears(None, hostile)
    appears(claim, hostile.replace("not safe", "safe"))
    html = desk().get(address(claim)).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_the_names_of_speakers_are_compared_too(desk: Desk) -> None:
    claim = appears(None)
    snapshot = factories.captured(f"“{WORDS},” said Ben Field.")
    other = factories.quotation(WORDS, snapshot=snapshot, speaker=factories.speaker("Ben Field"))
    accept(actor=factories.user(), quotation=other, claim=claim)
    shown = desk().get(f"{address(claim)}?right={other.pk}").context
    assert [one.told.words for one in shown["differences"]] == ["said by “Ben Field”, not by “Ada Brook” (speaker)"]
