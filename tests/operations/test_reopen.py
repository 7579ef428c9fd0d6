"""Taking a decision back: what becomes of the quotation, and of the claim that was made of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Claim, Quotation, Withdrawal
from claims.models.history import claim_history
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.annotate import annotate
from claims.operations.assign import assign
from claims.operations.link import link_claims
from claims.operations.merge import merge_claims
from claims.operations.record import create, edit
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from claims.operations.verify import approve
from tests import factories

pytestmark = pytest.mark.django_db


def fresh(quotation: Quotation) -> Quotation:
    return Quotation.objects.get(pk=quotation.pk)


def test_a_rejection_is_taken_back() -> None:
    actor, quotation = factories.user(), factories.quotation()
    reject(actor=actor, quotation=quotation, reason="a headline")
    reopen(actor=actor, quotation=quotation)
    again = fresh(quotation)
    assert (again.state, again.reason, again.decided_by, again.decided_at) == ("suggested", "", None, None)


def test_a_claim_that_nobody_used_is_taken_back_and_stays_on_record() -> None:
    actor, quotation = factories.user(username="robin"), factories.quotation()
    claim = accept(actor=actor, quotation=quotation)
    reopen(actor=actor, quotation=quotation)
    assert (fresh(quotation).state, fresh(quotation).claim) == ("suggested", None)
    assert Claim.objects.get() == claim
    assert not Claim.objects.standing().exists()
    told = [(entry.actor, entry.operation, entry.record) for entry in claim_history(claim, timezone.now())]
    assert told[-1] == ("robin", "reopen", "withdrawal")


def test_accepting_again_takes_the_same_claim_up() -> None:
    actor, quotation = factories.user(), factories.quotation()
    claim = accept(actor=actor, quotation=quotation, topics=["bridges"])
    for words in ("It is quite safe", ""):
        reopen(actor=actor, quotation=quotation)
        again = accept(actor=actor, quotation=quotation, words=words)
        assert (again, again.slug, again.words, again.topics) == (claim, claim.slug, words or "It is safe", [])
    assert Claim.objects.standing().get() == claim
    assert not Withdrawal.objects.exists()


def test_a_claim_that_was_taken_back_is_neither_noted_on_nor_merged() -> None:
    actor, quotation, other = factories.user(), factories.quotation(), factories.claim("The bridge will open in May")
    claim = accept(actor=actor, quotation=quotation)
    reopen(actor=actor, quotation=quotation)
    for one, into in ((claim, other), (other, claim)):
        with pytest.raises(Conflict, match="was taken back"):
            merge_claims(actor=actor, claim=one, into=into)
    with pytest.raises(ValidationError, match="was taken back"):
        annotate(actor=actor, target=claim, body="A note.")
    assert accept(actor=actor, quotation=quotation) == claim


def test_a_claim_that_was_joined_goes_on() -> None:
    actor, claim, quotation = factories.user(), factories.claim(), factories.quotation()
    accept(actor=actor, quotation=quotation, claim=claim)
    reopen(actor=actor, quotation=quotation)
    assert claim in Claim.objects.standing()
    assert claim.quotations.count() == 1


def test_a_claim_that_was_made_by_hand_goes_on_without_any() -> None:
    actor, quotation = factories.user(), factories.quotation()
    claim = create(actor=actor, record=Claim(words="It is safe", no_speaker="unknown"))
    accept(actor=actor, quotation=quotation, claim=claim)
    reopen(actor=actor, quotation=quotation)
    assert not Withdrawal.objects.exists()
    assert list(Claim.objects.standing()) == [claim]


def test_a_claim_that_another_joined_goes_on() -> None:
    actor, quotation = factories.user(), factories.quotation()
    claim = accept(actor=actor, quotation=quotation)
    accept(actor=actor, quotation=factories.quotation(), claim=claim)
    reopen(actor=actor, quotation=quotation)
    assert claim in Claim.objects.standing()


def test_another_claim_can_be_joined_instead() -> None:
    actor, quotation, other = factories.user(), factories.quotation(), factories.claim()
    accept(actor=actor, quotation=quotation)
    reopen(actor=actor, quotation=quotation)
    accept(actor=actor, quotation=quotation, claim=other)
    assert list(Claim.objects.standing()) == [other]
    reopen(actor=actor, quotation=quotation)
    assert list(Claim.objects.standing()) == [other]


USES: list[tuple[Callable[[Claim], Any], str]] = [
    (factories.evidence, "evidence"),
    (factories.judged, "approval"),
    (lambda claim: approve(actor=factories.user("Approver"), verification=factories.judged(claim)), "judgement"),
    (lambda claim: annotate(actor=factories.user(), target=claim, body="Look."), "a note"),
    (
        lambda claim: link_claims(
            actor=factories.user(), from_claim=factories.claim(), to_claim=claim, kind="contradicts"
        ),
        "a link",
    ),
]


@pytest.mark.parametrize(("use", "told"), USES, ids=[told for _, told in USES])
def test_a_claim_in_use_stays(use: Callable[[Claim], Any], told: str) -> None:
    actor, quotation = factories.user(), factories.quotation()
    claim = accept(actor=actor, quotation=quotation)
    use(claim)
    with pytest.raises(Conflict, match=told):
        reopen(actor=actor, quotation=quotation)
    assert fresh(quotation).claim == claim


def test_quotations_that_were_moved_are_not_taken_back_by_this() -> None:
    actor, quotation = factories.user(), factories.quotation()
    accept(actor=actor, quotation=quotation)
    later = accept(actor=actor, quotation=(moved := factories.quotation()))
    merge_claims(actor=actor, claim=later, into=fresh(quotation).claim)  # type: ignore[arg-type]  # it was accepted
    reopen(actor=actor, quotation=moved)
    with pytest.raises(Conflict, match="moved"):
        reopen(actor=actor, quotation=quotation)


def test_only_the_decision_that_is_meant_is_taken_back() -> None:
    actor, quotation = factories.user(), factories.quotation()
    reject(actor=actor, quotation=quotation)
    meant = fresh(quotation).decided_at
    reopen(actor=actor, quotation=quotation, decided_at=meant)
    reject(actor=factories.user(username="sam"), quotation=quotation)
    with pytest.raises(Conflict, match="sam has changed this: the quotation is rejected now"):
        reopen(actor=actor, quotation=quotation, decided_at=meant)


def test_a_suggestion_has_nothing_to_take_back() -> None:
    with pytest.raises(Conflict, match="suggested already"):
        reopen(actor=factories.user(), quotation=factories.quotation())


def withdrawn() -> Claim:
    actor, quotation = factories.user(), factories.quotation()
    claim = accept(actor=actor, quotation=quotation)
    reopen(actor=actor, quotation=quotation)
    return claim


@pytest.mark.parametrize(
    "use",
    [
        factories.evidence,
        lambda claim: accept(actor=factories.user(), quotation=factories.quotation(), claim=claim),
        lambda claim: link_claims(actor=factories.user(), from_claim=claim, to_claim=factories.claim(), kind="repeats"),
        lambda claim: link_claims(actor=factories.user(), from_claim=factories.claim(), to_claim=claim, kind="repeats"),
        lambda claim: edit(actor=factories.user(), record=claim, changes={"venue": "the quay"}),
        lambda claim: assign(actor=factories.user(), target=claim, assignee=factories.user()),
    ],
    ids=["evidence", "join", "link from", "link to", "edit", "assign"],
)
def test_a_claim_that_was_taken_back_is_not_used(use: Callable[[Claim], Any]) -> None:
    claim = withdrawn()
    with pytest.raises(ValidationError) as refused:
        use(claim)
    assert "was taken back" in " ".join(refused.value.messages)
