"""A claim split by a person."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import Appearance
from claims.operations.acting import Conflict
from claims.operations.relate import relate
from claims.operations.split import split_claim
from claims.operations.verify import approve
from tests import factories
from tests.operations.regrouped import DREDGED, claim_of, one_of_three, said, standings

pytestmark = pytest.mark.django_db


def test_splitting_makes_a_claim_and_an_utterance_of_its_own() -> None:
    claim, [first, second, third] = one_of_three()
    robin = factories.user(username="robin")
    made = split_claim(
        actor=robin, claim=claim, quotations=[third, second], words="Dredged, he said", note="Another day"
    )
    assert (made.kind, made.from_claim, made.quotations) == ("split", claim, [second.pk, third.pk])
    assert (made.to_claim.words, made.to_claim.slug) == ("Dredged, he said", "dredged-he-said")
    assert [claim_of(one) for one in (first, second, third)] == [claim, made.to_claim, made.to_claim]
    assert [standings(one) for one in (first, second, third)] == [["joined"], *[["declined", "joined"]] * 2]
    joined = Appearance.objects.joined().filter(quotation__in=(second, third))
    assert {(row.utterance.earliest, row.decided_by) for row in joined} == {(second, robin)}
    relate(actor=robin, quotations=[second, third])
    assert standings(second) == ["declined", "joined"]


def test_the_words_of_what_is_split_off_are_those_of_its_earliest() -> None:
    claim, [first, _, third] = one_of_three()
    made = split_claim(actor=factories.user(), claim=claim, quotations=[third, first])
    assert (made.to_claim.words, made.to_claim.no_speaker) == (DREDGED, "not_stated")
    assert made.to_claim.slug != claim.slug


@pytest.mark.parametrize(
    ("which", "says"),
    [([], "Choose one or more"), ([0, 1, 2], "At least one quotation stays"), ([1, 3], "the claim's own")],
)
def test_what_is_not_split_off(which: list[int], says: str) -> None:
    claim, quotations = one_of_three()
    quotations.append(said("a stranger's quotation"))
    with pytest.raises(ValidationError) as refused:
        split_claim(actor=factories.user(), claim=claim, quotations=[quotations[n] for n in which])
    assert says in refused.value.message_dict["quotations"][0]


def test_nothing_is_split_off_while_a_judgement_waits() -> None:
    claim, [_, second, _] = one_of_three()
    waiting = factories.judged(claim)
    with pytest.raises(Conflict, match="waits for approval"):
        split_claim(actor=factories.user(), claim=claim, quotations=[second])
    approve(actor=factories.user("Approver"), verification=waiting)
    assert split_claim(actor=factories.user(), claim=claim, quotations=[second]).quotations == [second.pk]
