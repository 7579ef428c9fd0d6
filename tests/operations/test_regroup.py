"""Claims merged and split by people, appearances confirmed and declined, and all of it taken back."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.models import Appearance, Claim, Quotation, Regrouping, Utterance
from claims.models.history import claim_history
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.confirm import confirm_appearance
from claims.operations.decline import decline_appearance
from claims.operations.merge import merge_claims
from claims.operations.quote import quote
from claims.operations.reject import reject
from claims.operations.relate import relate
from claims.operations.split import split_claim
from claims.operations.undo import undo_regrouping
from claims.operations.verify import approve
from tests import factories
from tests.models.records import attempt

pytestmark = pytest.mark.django_db

DREDGED = "the eastern basin will be dredged before the winter storms arrive from Marchland"
TEXT = "“{},” harbour master Orla Venn said."


def said(words: str = DREDGED, *, published: str = "2021-03-01", **fields: Any) -> Quotation:
    """A suggested quotation in a text of its own; the engine has related it to what is held."""
    snapshot = factories.captured(TEXT.format(words), published=published, **fields)
    return quote(actor=factories.user(), snapshot=snapshot, passages=[(1, 1 + len(words))], kind="direct")


def claimed(words: str = DREDGED, **fields: Any) -> Claim:
    return accept(actor=factories.user(), quotation=said(words, **fields))


def two() -> tuple[Claim, Claim]:
    return claimed(), claimed("not one berth of the old quay will be sold to the ferry company")


def standings(quotation: Quotation) -> list[str]:
    return list(quotation.appearances.order_by("pk").values_list("standing", flat=True))


def claim_of(quotation: Quotation) -> Claim | None:
    return Quotation.objects.get(pk=quotation.pk).claim


# --- merge ------------------------------------------------------------------------------------------------------


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


def test_nothing_joins_a_merged_claim_and_nobody_judges_it() -> None:
    claim, into = two()
    merge_claims(actor=factories.user(), claim=claim, into=into)
    with pytest.raises(ValidationError) as refused:
        accept(actor=factories.user(), quotation=said(), claim=claim)
    assert "join that one" in refused.value.message_dict["claim"][0]
    with pytest.raises(ValidationError, match="not judged"):
        factories.judged(claim)


def test_a_claim_without_quotations_is_merged_and_comes_back() -> None:
    claim, into = two()
    empty = claimed("nobody has said this")
    merge_claims(actor=factories.user(), claim=empty, into=claim)
    made = merge_claims(actor=factories.user(), claim=claim, into=into)
    undo_regrouping(actor=factories.user(), regrouping=made)
    claim.refresh_from_db()
    assert (claim.merged_into, claim.quotations.count()) == (None, 2)


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE claims_claim SET merged_into_id = id WHERE id = {empty}", "merged_in_circle"),
        ("UPDATE claims_claim SET merged_into_id = {merged} WHERE id = {into}", "merged_in_circle"),
        ("UPDATE claims_claim SET merged_into_id = {into} WHERE id = {full}", "merged_claim_is_empty"),
        ("UPDATE claims_quotation SET claim_id = {merged} WHERE claim_id = {full}", "joins_an_unmerged_claim"),
        ("UPDATE claims_claim SET merged_into_id = {into} WHERE id = {empty}", ""),
    ],
)
def test_the_database_holds_it(statement: str, rule: str) -> None:
    claim, into = two()
    full, other = claimed("the tide was never higher than in that week"), claimed("the pilots asked for more boats")
    merge_claims(actor=factories.user(), claim=other, into=full)
    merge_claims(actor=factories.user(), claim=claim, into=into)
    made = Regrouping.objects.get(from_claim=other)
    undo_regrouping(actor=factories.user(), regrouping=made)
    moved = merge_claims(actor=factories.user(), claim=other, into=into)
    assert moved.to_claim == into
    empty = Claim(slug="empty", words="Nobody said so", no_speaker="unknown")
    empty.save()
    ids = {"merged": claim.pk, "into": into.pk, "full": full.pk, "empty": empty.pk}
    assert attempt(statement.format(**ids)) == rule


# --- split ------------------------------------------------------------------------------------------------------


def one_of_three() -> tuple[Claim, list[Quotation]]:
    """A claim with three quotations, which the engine joined as one utterance."""
    first = said(published="2021-03-01")
    claim = accept(actor=factories.user(), quotation=first)
    others = [said(published=day) for day in ("2021-03-02", "2021-03-03")]
    for other in others:
        assert "joined" in standings(other)
        accept(actor=factories.user(), quotation=other, claim=claim)
    return claim, [first, *others]


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


# --- undo -------------------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    ("since", "says"),
    [
        (moved_on, "moved on since: “the eastern basin.*now of “the lighthouse will be painted red”"),
        (added_to, "appearances of its own since: “the eastern basin again”"),
        (joined_elsewhere, "was joined to another utterance since"),
        (waits, "waits for approval"),
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


# --- appearances ------------------------------------------------------------------------------------------------


def proposed() -> tuple[Claim, Appearance]:
    """A claim, and a suggested quotation that is proposed to be an appearance of its utterance."""
    claim, later = claimed(), said("nothing of what was said there was about the basin", published="2021-03-09")
    held = claim.quotations.get()
    relate(actor=factories.user(), quotations=[held])
    utterance = _utterance(held)
    made = Appearance.objects.create(
        quotation=later, utterance=utterance, standing="proposed", like=held, score=0.5, reason="much the same words"
    )
    return claim, made


def _utterance(quotation: Quotation) -> Any:
    row = Appearance.objects.joined().filter(quotation=quotation).first()
    if row is not None:
        return row.utterance
    utterance = Utterance.objects.create(earliest=quotation)
    Appearance.objects.create(quotation=quotation, utterance=utterance, standing="joined")
    return utterance


def test_confirming_joins_and_does_not_accept() -> None:
    claim, row = proposed()
    robin = factories.user(username="robin")
    confirmed = confirm_appearance(actor=robin, appearance=row)
    row.quotation.refresh_from_db()
    assert (confirmed.standing, confirmed.decided_by, row.quotation.state) == ("joined", robin, "suggested")
    assert list(Claim.objects.of_utterance_of(row.quotation_id)) == [claim]
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


def test_the_earliest_follows_what_people_decide() -> None:
    claim, row = proposed()
    older = said("long before, in another town, another text", published="2020-01-01")
    made = Appearance.objects.create(quotation=older, utterance=row.utterance, standing="proposed")
    assert confirm_appearance(actor=factories.user(), appearance=made).utterance.earliest == older
    assert decline_appearance(actor=factories.user(), appearance=made).utterance.earliest == claim.quotations.get()


def test_an_utterance_that_it_alone_was_of_is_left() -> None:
    _, row = proposed()
    _utterance(row.quotation)
    confirm_appearance(actor=factories.user(), appearance=row)
    assert standings(row.quotation) == ["joined", "declined"]


def test_an_utterance_that_others_are_of_is_not() -> None:
    _, row = proposed()
    mates = _utterance(row.quotation)
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


# --- who, and what is written down ------------------------------------------------------------------------------


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
