"""Two claims merged by a person, and what the database holds of merged ones."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.models import Claim, Quotation, Regrouping
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.annotate import annotate, take_note_back
from claims.operations.assign import assign
from claims.operations.evidence import withdraw_evidence
from claims.operations.link import link_claims, unlink_claims
from claims.operations.merge import merge_claims
from claims.operations.record import edit
from claims.operations.undo import undo_regrouping
from tests import factories
from tests.models.records import attempt
from tests.operations.regrouped import claimed, said, two

pytestmark = pytest.mark.django_db


def test_merging_moves_the_quotations_and_says_where() -> None:
    claim, into = two()
    quotation = claim.quotations.get()
    made = merge_claims(actor=factories.user(username="robin"), claim=claim, into=into, note="One speech.")
    claim.refresh_from_db()
    assert (claim.merged_into, claim.quotations.count(), into.quotations.count()) == (into, 0, 2)
    assert (made.kind, made.quotations, made.note, made.made_by.username) == (
        "merge",
        [quotation.pk],
        "One speech.",
        "robin",
    )
    assert list(Claim.objects.for_list().unmerged()) == [into]
    assert Claim.objects.for_page().get(pk=claim.pk) == claim


def test_verdicts_stay_with_their_claim() -> None:
    claim, into = two()
    factories.judged(claim, approver=factories.user("Approver"))
    merge_claims(actor=factories.user(), claim=claim, into=into)
    claim.refresh_from_db()
    into.refresh_from_db()
    assert (claim.attribution_stage, into.attribution_stage, claim.evidence.count()) == ("approved", "none", 1)


def merged_already(claim: Claim, into: Claim) -> None:
    merge_claims(actor=factories.user(), claim=claim, into=claimed("a third thing was said about the lighthouse"))


def into_is_merged(claim: Claim, into: Claim) -> None:
    merged_already(into, claim)


def pending(claim: Claim, into: Claim) -> None:
    factories.judged(claim, question="accuracy")


def into_is_pending(claim: Claim, into: Claim) -> None:
    factories.judged(into)


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (merged_already, "merged into another claim already"),
        (into_is_merged, "merged into another claim already"),
        (pending, "judgement on the accuracy of “the eastern"),
        (into_is_pending, "judgement on the attribution of “not one berth"),
    ],
)
def test_what_is_not_merged(before: Any, says: str) -> None:
    claim, into = two()
    before(claim, into)
    held = list(Quotation.objects.order_by("pk").values_list("claim", flat=True))
    with pytest.raises(Conflict, match=says):
        merge_claims(actor=factories.user(), claim=claim, into=into)
    assert list(Quotation.objects.order_by("pk").values_list("claim", flat=True)) == held


def test_a_claim_is_not_merged_into_itself() -> None:
    claim = claimed()
    with pytest.raises(ValidationError) as refused:
        merge_claims(actor=factories.user(), claim=claim, into=claim)
    assert "into" in refused.value.message_dict


@pytest.mark.parametrize(
    "bring",
    [
        lambda claim, other: factories.evidence(claim),
        lambda claim, other: annotate(actor=factories.user(), target=claim, body="Look."),
        lambda claim, other: annotate(actor=factories.user(), target=claim.verifications.latest("pk"), body="Look."),
        lambda claim, other: link_claims(actor=factories.user(), from_claim=claim, to_claim=other, kind="repeats"),
        lambda claim, other: link_claims(actor=factories.user(), from_claim=other, to_claim=claim, kind="repeats"),
        lambda claim, other: edit(actor=factories.user(), record=claim, changes={"venue": "the quay"}),
        lambda claim, other: assign(actor=factories.user(), target=claim, assignee=factories.user()),
    ],
    ids=["evidence", "note", "note on its judgement", "link from", "link to", "edit", "assign"],
)
def test_nothing_is_brought_to_a_merged_claim_until_it_is_undone(bring: Any) -> None:
    claim, into = two()
    factories.judged(claim, approver=factories.user("Approver"))
    made = merge_claims(actor=factories.user(), claim=claim, into=into)
    other = claimed("a third thing was said about the lighthouse")
    # Whoever has read the claim before the merge is told too: what is held now counts.
    with pytest.raises(ValidationError, match=f"merged into claim {into.pk}, “not one berth"):
        bring(claim, other)
    undo_regrouping(actor=factories.user(), regrouping=made)
    bring(claim, other)


def test_what_was_brought_to_a_claim_before_it_was_merged_can_be_taken_back() -> None:
    claim, into = two()
    checker, evidence = factories.user(), factories.evidence(claim)
    note = annotate(actor=checker, target=claim, body="Look.")
    link = link_claims(actor=checker, from_claim=into, to_claim=claim, kind="repeats")
    merge_claims(actor=checker, claim=claim, into=into)
    withdraw_evidence(actor=checker, evidence=evidence)
    take_note_back(actor=checker, note=note)
    unlink_claims(actor=checker, link=link)
    assert (claim.evidence.count(), claim.annotations.count(), claim.links_to.count()) == (0, 0, 0)


def test_nothing_joins_a_merged_claim_and_nobody_judges_it() -> None:
    claim, into = two()
    merge_claims(actor=factories.user(), claim=claim, into=into)
    with pytest.raises(ValidationError) as refused:
        accept(actor=factories.user(), quotation=said(), claim=claim)
    assert "join that one" in refused.value.message_dict["claim"][0]
    with pytest.raises(ValidationError, match="merged into claim"):
        factories.judged(claim)


def test_a_claim_without_quotations_is_merged_and_comes_back() -> None:
    claim, into = two()
    empty = claimed("nobody has said this")
    merge_claims(actor=factories.user(), claim=empty, into=claim)
    made = merge_claims(actor=factories.user(), claim=claim, into=into)
    undo_regrouping(actor=factories.user(), regrouping=made)
    claim.refresh_from_db()
    assert (claim.merged_into, claim.quotations.count()) == (None, 2)


NOW = "clock_timestamp()"
BEFORE = "clock_timestamp() - interval '1 day'"
EVIDENCE = (
    "INSERT INTO claims_evidence (claim_id, question, snapshot_id, stance, note, created_by_id, created_at)"
    " VALUES ({merged}, 'accuracy', {snapshot}, 'context', '', {checker}, %s)"
)
NOTE = (
    "INSERT INTO claims_annotation (uid, motivation, body, author_id, %s, created_at)"
    " VALUES (gen_random_uuid(), 'commenting', 'Look.', {checker}, %s, %s)"
)
LINK = (
    "INSERT INTO claims_claimlink (from_claim_id, to_claim_id, kind, note, created_by_id, created_at)"
    " VALUES (%s, %s, 'repeats', '', {checker}, %s)"
)


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE claims_claim SET merged_into_id = id WHERE id = {empty}", "merged_in_circle"),
        ("UPDATE claims_claim SET merged_into_id = {merged} WHERE id = {into}", "merged_in_circle"),
        ("UPDATE claims_claim SET merged_into_id = {into} WHERE id = {full}", "merged_claim_is_empty"),
        ("UPDATE claims_quotation SET claim_id = {merged} WHERE claim_id = {full}", "joins_an_unmerged_claim"),
        ("UPDATE claims_claim SET merged_into_id = {into} WHERE id = {empty}", ""),
        ("UPDATE claims_claim SET venue = 'the quay' WHERE id = {merged}", "merged_claim_stays"),
        ("UPDATE claims_claim SET venue = 'the quay' WHERE id = {into}", ""),
        ("UPDATE claims_claim SET venue = '' WHERE id = {merged}", ""),  # as it is
        (EVIDENCE % NOW, "added_to_an_unmerged_claim"),
        (NOTE % ("claim_id", "{merged}", NOW), "added_to_an_unmerged_claim"),
        (NOTE % ("verification_id", "{judged}", NOW), "added_to_an_unmerged_claim"),
        (LINK % ("{merged}", "{into}", NOW), "added_to_an_unmerged_claim"),
        (LINK % ("{into}", "{merged}", NOW), "added_to_an_unmerged_claim"),
        # A file may bring a claim that was merged, with all that was there by then.
        (EVIDENCE % BEFORE, ""),
        (NOTE % ("claim_id", "{merged}", BEFORE), ""),
        (LINK % ("{into}", "{merged}", BEFORE), ""),
    ],
)
def test_the_database_holds_it(statement: str, rule: str) -> None:
    claim, into = two()
    full, other = claimed("the tide was never higher than in that week"), claimed("the pilots asked for more boats")
    judged = factories.judged(claim, approver=factories.user("Approver"))
    merge_claims(actor=factories.user(), claim=other, into=full)
    merge_claims(actor=factories.user(), claim=claim, into=into)
    made = Regrouping.objects.get(from_claim=other)
    undo_regrouping(actor=factories.user(), regrouping=made)
    moved = merge_claims(actor=factories.user(), claim=other, into=into)
    assert moved.to_claim == into
    empty = Claim(slug="empty", words="Nobody said so", no_speaker="unknown")
    empty.save()
    ids = {"merged": claim.pk, "into": into.pk, "full": full.pk, "empty": empty.pk, "judged": judged.pk}
    ids |= {"checker": factories.user().pk, "snapshot": factories.captured().pk}
    assert attempt(statement.format(**ids)) == rule
