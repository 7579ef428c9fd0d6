"""A merge or a split taken back; who may none of it, and what is written down."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from claims.models import Appearance, Claim, Quotation, Regrouping, Utterance
from claims.models.history import claim_history
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.confirm import confirm_appearance
from claims.operations.decline import decline_appearance
from claims.operations.merge import merge_claims
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from claims.operations.split import split_claim
from claims.operations.undo import undo_regrouping
from claims.operations.verify import approve
from tests import factories
from tests.operations.regrouped import claim_of, claimed, one_of_three, proposed, said, standings, two

pytestmark = pytest.mark.django_db


def test_undoing_a_merge() -> None:
    claim, into = two()
    quotation = claim.quotations.get()
    made = merge_claims(actor=factories.user(), claim=claim, into=into)
    undone = undo_regrouping(actor=factories.user(username="robin"), regrouping=made)
    claim.refresh_from_db()
    assert (claim.merged_into, claim_of(quotation), undone.undone_by) == (
        None,
        claim,
        factories.user(username="robin"),
    )
    with pytest.raises(Conflict, match="undone already"):
        undo_regrouping(actor=factories.user(), regrouping=made)


def test_undoing_a_split_puts_the_utterance_together_again() -> None:
    claim, [first, second, third] = one_of_three()
    made = split_claim(actor=factories.user(username="robin"), claim=claim, quotations=[first, second])
    undo_regrouping(actor=factories.user(), regrouping=made)
    made.to_claim.refresh_from_db()
    assert made.to_claim.merged_into == claim
    assert {claim_of(one) for one in (first, second, third)} == {claim}
    assert [standings(one) for one in (first, second, third)] == [["joined", "declined"]] * 2 + [["joined"]]
    utterance = Appearance.objects.joined().get(quotation=third).utterance
    assert utterance.earliest == first
    assert {row.decided_by for row in Appearance.objects.joined()} == {None}


def moved_on(claim: Claim, made: Regrouping) -> None:
    merge_claims(actor=factories.user(), claim=made.to_claim, into=claimed("the lighthouse will be painted red"))


def reject_again(actor: User, quotation: Quotation) -> None:
    reject(actor=actor, quotation=reopen(actor=actor, quotation=quotation))


def added_to(claim: Claim, made: Regrouping) -> None:
    accept(actor=factories.user(), quotation=said("the eastern basin again"), claim=made.to_claim)


def joined_elsewhere(claim: Claim, made: Regrouping) -> None:
    row = Appearance.objects.joined().get(quotation__in=made.quotations)
    decline_appearance(actor=factories.user(), appearance=row)
    elsewhere = said("the lighthouse keeper will retire to the island of his grandmother in spring")
    utterance = Utterance.objects.create(earliest=elsewhere)
    other = Appearance.objects.create(quotation_id=made.quotations[0], utterance=utterance, standing="proposed")
    confirm_appearance(actor=factories.user(), appearance=other)


def waits(claim: Claim, made: Regrouping) -> None:
    factories.judged(made.to_claim)


def whole_waits(claim: Claim, made: Regrouping) -> None:
    factories.judged(claim)


@pytest.mark.parametrize(
    ("since", "says"),
    [
        (moved_on, "“the eastern basin.*moved on since, and is now of “the lighthouse will be painted red”"),
        (added_to, "appearances of its own since: “the eastern basin again”"),
        (joined_elsewhere, "was joined to another utterance since"),
        (waits, "waits for approval"),
        (whole_waits, "waits for approval"),
    ],
)
def test_a_split_that_is_no_longer_as_it_was_made(since: Any, says: str) -> None:
    claim, [_, second, _] = one_of_three()
    made = split_claim(actor=factories.user(), claim=claim, quotations=[second])
    since(claim, made)
    with pytest.raises(Conflict, match=says):
        undo_regrouping(actor=factories.user(), regrouping=made)
    made.refresh_from_db()
    assert made.undone_at is None


def test_nothing_is_taken_from_a_claim_whose_judgement_waits() -> None:
    claim, into = two()
    made = merge_claims(actor=factories.user(), claim=claim, into=into)
    waiting = factories.judged(into)
    with pytest.raises(Conflict, match="waits for approval"):
        undo_regrouping(actor=factories.user(), regrouping=made)
    approve(actor=factories.user("Approver"), verification=waiting)
    assert undo_regrouping(actor=factories.user(), regrouping=made).undone_at is not None


def test_a_merge_whose_quotations_went_on_is_not_undone_before_that() -> None:
    claim, into = two()
    last = claimed("the lighthouse will be painted red")
    first = merge_claims(actor=factories.user(), claim=claim, into=into)
    second = merge_claims(actor=factories.user(), claim=into, into=last)
    with pytest.raises(Conflict, match="now of “the lighthouse will be painted red”"):
        undo_regrouping(actor=factories.user(), regrouping=first)
    for made in (second, first):
        undo_regrouping(actor=factories.user(), regrouping=made)
    assert Claim.objects.unmerged().count() == 3


@pytest.mark.parametrize(
    ("since", "says"),
    [
        (reopen, "“the eastern basin.*” waits again: accept it as an appearance of “{into}” first."),
        (reject_again, "“the eastern basin.*” was rejected since: accept it as an appearance of “{into}” first."),
    ],
)
def test_a_merge_whose_quotation_was_taken_back_says_where_it_belongs(since: Any, says: str) -> None:
    claim, into = two()
    quotation, actor = claim.quotations.get(), factories.user()
    made = merge_claims(actor=actor, claim=claim, into=into)
    since(actor=actor, quotation=quotation)
    with pytest.raises(Conflict, match=says.format(into=into)):
        undo_regrouping(actor=actor, regrouping=made)
    accept(actor=actor, quotation=quotation, claim=into)
    undo_regrouping(actor=actor, regrouping=made)
    assert claim_of(quotation) == claim


def test_a_reader_may_none_of_it() -> None:
    claim, into = two()
    _, row = proposed()
    made = merge_claims(actor=factories.user(), claim=claim, into=into)
    reader = factories.user("Reader")
    calls: list[tuple[Any, dict[str, Any]]] = [
        (merge_claims, {"claim": claim, "into": into}),
        (split_claim, {"claim": into, "quotations": []}),
        (undo_regrouping, {"regrouping": made}),
        (confirm_appearance, {"appearance": row}),
        (decline_appearance, {"appearance": row}),
    ]
    for verb, arguments in calls:
        with pytest.raises(PermissionDenied):
            verb(actor=reader, **arguments)


def test_the_history_of_a_claim_tells_of_it() -> None:
    claim, [_, second, _] = one_of_three()
    robin = factories.user(username="robin")
    made = split_claim(actor=robin, claim=claim, quotations=[second])
    undo_regrouping(actor=robin, regrouping=made)
    told = {(e.record, e.operation, e.action) for e in claim_history(claim, timezone.now()) if e.actor == "robin"}
    assert {
        ("regrouping", "split claim", "insert"),
        ("regrouping", "undo regrouping", "update"),
        ("appearance", "split claim", "update"),
        ("quotation", "split claim", "update"),
        ("quotation", "undo regrouping", "update"),
    } <= told
