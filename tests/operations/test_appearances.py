"""Proposed appearances confirmed and declined by people."""

from typing import Any

import pytest

from claims.models import Appearance
from claims.operations.acting import Conflict, Stale
from claims.operations.beside import beside
from claims.operations.confirm import confirm_appearance
from claims.operations.decline import decline_appearance
from claims.operations.reject import reject
from claims.operations.relate import relate
from tests import factories
from tests.operations.regrouped import proposed, said, standings, utterance_of

pytestmark = pytest.mark.django_db


def test_confirming_joins_and_does_not_accept() -> None:
    claim, row = proposed()
    robin = factories.user(username="robin")
    confirmed = confirm_appearance(actor=robin, appearance=row)
    row.quotation.refresh_from_db()
    assert (confirmed.standing, confirmed.decided_by, row.quotation.state) == ("joined", robin, "suggested")
    assert beside(quotation=row.quotation).claims == {claim.pk}
    with pytest.raises(Conflict, match="joined already"):
        confirm_appearance(actor=robin, appearance=row)


def test_declining_is_remembered_and_can_be_thought_over() -> None:
    _, row = proposed()
    actor = factories.user()
    decline_appearance(actor=actor, appearance=row)
    with pytest.raises(Conflict, match="declined already"):
        decline_appearance(actor=actor, appearance=row)
    relate(actor=actor, quotations=[row.quotation])
    assert standings(row.quotation) == ["declined"]
    assert not Appearance.objects.proposed().exists()
    assert confirm_appearance(actor=actor, appearance=row).standing == "joined"
    assert decline_appearance(actor=actor, appearance=row).standing == "declined"


@pytest.mark.parametrize("decide", [confirm_appearance, decline_appearance])
def test_another_standing_than_the_person_saw_is_told_with_who_set_it(decide: Any) -> None:
    _, row = proposed()
    confirm_appearance(actor=factories.user(username="robin"), appearance=row, expected="proposed")
    with pytest.raises(Stale, match="joined by robin"):
        decide(actor=factories.user(), appearance=row, expected="proposed")
    assert decline_appearance(actor=factories.user(), appearance=row, expected="joined").standing == "declined"


def test_the_earliest_follows_what_people_decide() -> None:
    claim, row = proposed()
    older = said("long before, in another town, another text", published="2020-01-01")
    made = Appearance.objects.create(quotation=older, utterance=row.utterance, standing="proposed")
    assert confirm_appearance(actor=factories.user(), appearance=made).utterance.earliest == older
    assert decline_appearance(actor=factories.user(), appearance=made).utterance.earliest == claim.quotations.get()


def test_an_utterance_that_it_alone_was_of_is_left() -> None:
    _, row = proposed()
    utterance_of(row.quotation)
    confirm_appearance(actor=factories.user(), appearance=row)
    assert standings(row.quotation) == ["joined", "declined"]


def test_an_utterance_that_others_are_of_is_not() -> None:
    _, row = proposed()
    mates = utterance_of(row.quotation)
    Appearance.objects.create(quotation=said("a mate of it"), utterance=mates, standing="joined")
    with pytest.raises(Conflict, match="another utterance, with 1 more"):
        confirm_appearance(actor=factories.user(), appearance=row)


def test_what_was_rejected_is_not_joined_and_waits_for_nobody() -> None:
    _, row = proposed()
    reject(actor=factories.user(), quotation=row.quotation)
    row.refresh_from_db()
    assert not Appearance.objects.proposed().exists()
    with pytest.raises(Conflict, match="rejected"):
        confirm_appearance(actor=factories.user(), appearance=row)
