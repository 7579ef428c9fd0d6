"""Two people decide about the same thing: who comes second is heeded or told why not, and nothing of the first is lost.

Each pair is tried in both orders, the second one coming when the first is done and not yet committed.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from claims.models import Annotation, Claim, Quotation, Snapshot, Speaker, Watch
from claims.operations import capture as capture_module
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.annotate import annotate, take_note_back
from claims.operations.assign import assign, unassign
from claims.operations.confirm import confirm_appearance
from claims.operations.correct import correct
from claims.operations.decline import decline_appearance
from claims.operations.evidence import withdraw_evidence
from claims.operations.extend import extend
from claims.operations.extract import extract
from claims.operations.fetch import Fetched
from claims.operations.link import link_claims
from claims.operations.merge import merge_claims
from claims.operations.publish import publish
from claims.operations.quote import quote
from claims.operations.record import edit
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from claims.operations.retract import retract
from claims.operations.speakers import resolve_speaker
from claims.operations.split import split_claim
from claims.operations.undo import undo_regrouping
from claims.operations.verify import approve, return_to_checker, submit
from claims.operations.watch import recapture, watch
from tests import factories
from tests.operations.regrouped import one_of_three, two
from tests.operations.together import while_open

pytestmark = pytest.mark.django_db(transaction=True)

Act = Callable[[], Any]


def sam() -> User:
    return factories.user("Approver", "sam")


def robin() -> User:
    return factories.user("Approver", "robin")


def _both(act: Callable[[User], Any]) -> tuple[Act, Act]:
    """The same by each of the two."""
    return lambda: act(sam()), lambda: act(robin())


def _decided() -> tuple[Act, Act]:
    quotation = factories.quotation()
    return lambda: accept(actor=sam(), quotation=quotation), lambda: reject(actor=robin(), quotation=quotation)


def _joined_and_merged() -> tuple[Act, Act]:
    claim, into = two()
    quotation = factories.quotation()
    return (
        lambda: accept(actor=sam(), quotation=quotation, claim=claim),
        lambda: merge_claims(actor=robin(), claim=claim, into=into),
    )


def _merged_crosswise() -> tuple[Act, Act]:
    one, other = two()
    return (
        lambda: merge_claims(actor=sam(), claim=one, into=other),
        lambda: merge_claims(actor=robin(), claim=other, into=one),
    )


def _answered() -> tuple[Act, Act]:
    waiting = factories.judged(factories.claim())
    return (
        lambda: approve(actor=sam(), verification=waiting),
        lambda: return_to_checker(actor=robin(), verification=waiting, remark="Which minutes?"),
    )


def _judgement(claim: Claim) -> Act:
    piece = factories.evidence(claim)
    return lambda: submit(
        actor=sam(),
        claim=claim,
        question="attribution",
        rating=factories.rating(),
        rationale="The minutes say so.",
        evidence=[piece],
    )


def _judged_and_reworded() -> tuple[Act, Act]:
    claim = factories.claim()
    return _judgement(claim), lambda: edit(actor=robin(), record=claim, changes={"words": "It is unsafe"})


def _judged_and_merged() -> tuple[Act, Act]:
    claim, into = two()
    return _judgement(claim), lambda: merge_claims(actor=robin(), claim=claim, into=into)


def _judged_and_evidence_withdrawn() -> tuple[Act, Act]:
    claim = factories.claim()
    judge = _judgement(claim)
    return judge, lambda: withdraw_evidence(actor=robin(), evidence=claim.evidence.get())


def _judged_and_rating_reworded() -> tuple[Act, Act]:
    rating, keeper = factories.rating(), factories.user("Administrator")
    return _judgement(factories.claim()), lambda: edit(actor=keeper, record=rating, changes={"label": "so"})


def _taken() -> tuple[Act, Act]:
    target = factories.captured()
    return _both(lambda who: assign(actor=who, target=target, assignee=who, only_free=True))


def _given_back() -> tuple[Act, Act]:
    target = factories.captured()
    assign(actor=sam(), target=target, assignee=sam())
    return _both(lambda who: unassign(actor=who, target=target))


def _split() -> tuple[Act, Act]:
    claim, [_, second, _] = one_of_three()
    return _both(lambda who: split_claim(actor=who, claim=claim, quotations=[second]))


def _undone() -> tuple[Act, Act]:
    made = factories.regrouping()
    return _both(lambda who: undo_regrouping(actor=who, regrouping=made))


def _undone_and_moved_on() -> tuple[Act, Act]:
    claim, into = two()
    made = merge_claims(actor=sam(), claim=claim, into=into)
    moved = into.quotations.filter(pk__in=made.quotations)
    return (
        lambda: undo_regrouping(actor=sam(), regrouping=made),
        lambda: split_claim(actor=robin(), claim=into, quotations=list(moved)),
    )


def _told() -> tuple[Act, Act]:
    claim = factories.claim()
    factories.judged(claim, approver=robin())
    return _both(lambda who: publish(actor=who, claim=claim))


def _corrected_and_retracted() -> tuple[Act, Act]:
    claim = factories.published().claim
    factories.judged(claim, question="accuracy", approver=robin())
    return (
        lambda: correct(actor=sam(), claim=claim, reason="The other question too."),
        lambda: retract(actor=robin(), claim=claim, reason="It is withdrawn."),
    )


def _published_and_merged() -> tuple[Act, Act]:
    claim, into = factories.claim(), factories.claim()
    factories.judged(claim, approver=robin())
    return (
        lambda: publish(actor=sam(), claim=claim),
        lambda: merge_claims(actor=robin(), claim=claim, into=into),
    )


def _reopened_and_used(use: Callable[[Claim, Snapshot], Any]) -> tuple[Act, Act]:
    claim = factories.claim()
    quotation = claim.quotations.get()
    return lambda: reopen(actor=sam(), quotation=quotation), lambda: use(claim, quotation.snapshot)


def _reopened_and_evidence() -> tuple[Act, Act]:
    return _reopened_and_used(lambda claim, text: factories.evidence(claim, snapshot=text, actor=robin()))


def _reopened_and_noted() -> tuple[Act, Act]:
    return _reopened_and_used(lambda claim, _: annotate(actor=robin(), target=claim, body="Which bridge?"))


def _reopened_and_linked() -> tuple[Act, Act]:
    other = factories.claim()
    return _reopened_and_used(
        lambda claim, _: link_claims(actor=robin(), from_claim=other, to_claim=claim, kind="repeats")
    )


def _confirmed_and_declined() -> tuple[Act, Act]:
    row = factories.proposal()
    return (
        lambda: confirm_appearance(actor=sam(), appearance=row, expected="proposed"),
        lambda: decline_appearance(actor=robin(), appearance=row, expected="proposed"),
    )


def _answered_and_taken_back() -> tuple[Act, Act]:
    claim = factories.claim()
    note = annotate(actor=robin(), target=claim, body="Which bridge?")
    return (
        lambda: annotate(actor=sam(), target=claim, body="The old one.", parent=note, motivation="replying"),
        lambda: take_note_back(actor=robin(), note=Annotation.objects.get(pk=note.pk)),
    )


@pytest.mark.parametrize(
    ("make", "after_the_first", "after_the_other"),
    [
        (_decided, "decided", ""),  # a rejection can be thought over
        (_joined_and_merged, "", "merged_claim"),
        (_merged_crosswise, "merged_claim", "merged_claim"),
        (_answered, "overtaken", "overtaken"),
        (_judged_and_reworded, "judged_claim_stands", ""),
        (_judged_and_merged, "judgement_waits", "merged_claim"),
        (_judged_and_evidence_withdrawn, "protected", "at_once"),
        (_judged_and_rating_reworded, "judged_rating_stands", ""),
        (_taken, "overtaken", "overtaken"),
        (_given_back, "overtaken", "overtaken"),
        (_split, "quotations", "quotations"),
        (_undone, "decided", "decided"),
        (_undone_and_moved_on, "quotations", "moved_on"),
        (_told, "publication_kind_follows", "publication_kind_follows"),
        (_corrected_and_retracted, "", "publication_kind_follows"),
        (_published_and_merged, "", "merged_claim"),
        (_reopened_and_evidence, "standing_claim", "withdrawn_claim_is_unused"),
        (_reopened_and_noted, "standing_claim", "withdrawn_claim_is_unused"),
        (_reopened_and_linked, "standing_claim", "withdrawn_claim_is_unused"),
        (_confirmed_and_declined, "overtaken", "overtaken"),
        (_answered_and_taken_back, "at_once", "at_once"),
    ],
    ids=lambda case: case.__name__.strip("_") if callable(case) else "",
)
@pytest.mark.parametrize("is_turned", [False, True], ids=["as named", "the other first"])
def test_who_comes_second(
    make: Callable[[], tuple[Act, Act]], after_the_first: str, after_the_other: str, is_turned: bool
) -> None:
    one, other = make()
    done, outcome = while_open(other, one) if is_turned else while_open(one, other)
    assert not isinstance(done, Exception), done
    assert why(outcome) == (after_the_other if is_turned else after_the_first)


def why(outcome: Any) -> str:
    """The code of a refusal, the field of one that has none; empty where it was done."""
    if isinstance(outcome, Conflict):
        return str(outcome.code)
    if isinstance(outcome, ValidationError):
        [fault] = [fault for faults in _by_field(outcome).values() for fault in faults]
        return fault.code or next(iter(_by_field(outcome)))
    return repr(outcome) if isinstance(outcome, Exception) else ""


def _by_field(refusal: ValidationError) -> dict[str, list[ValidationError]]:
    return refusal.error_dict if hasattr(refusal, "error_dict") else {"": refusal.error_list}


SEGMENTS = ("It is safe", "and it will stay so")
QUOTED = "“It is safe,” said Ada Brook, “and it will stay so.”"


def _resolved(speaker: Speaker) -> Callable[[Quotation], Act]:
    return lambda quotation: lambda: resolve_speaker(actor=sam(), quotation=quotation, speaker=speaker)


def test_a_claim_that_is_joined_meanwhile_does_not_follow_one_quotation() -> None:
    claim, ben, other = (
        factories.claim(speaker=factories.speaker()),
        factories.speaker("Ben Field"),
        factories.quotation(),
    )
    own = claim.quotations.get()
    while_open(
        lambda: accept(actor=robin(), quotation=other, claim=claim),
        _resolved(ben)(own),
    )
    claim.refresh_from_db()
    assert [str(one.speaker) for one in Quotation.objects.filter(claim=claim).order_by("pk")] == ["Ben Field", "None"]
    assert str(claim.speaker) == "Ada Brook"


def test_two_quotations_of_one_claim_are_resolved() -> None:
    claim, ben = factories.claim(), factories.speaker("Ben Field")
    accept(actor=sam(), quotation=factories.quotation(), claim=claim)
    outcomes = while_open(*map(_resolved(ben), claim.quotations.all()))
    assert [why(outcome) for outcome in outcomes] == ["", ""]


def test_a_name_is_learnt_once() -> None:
    ben = factories.speaker("Ben Field")
    named = [extract(actor=sam(), snapshot=factories.captured(QUOTED))[0] for _ in range(2)]
    outcomes = while_open(*map(_resolved(ben), named))
    assert [why(outcome) for outcome in outcomes] == ["", ""]
    assert [str(name) for name in ben.names.all()] == ["Ada Brook"]


def test_what_was_extended_meanwhile_is_not_suggested_again() -> None:
    snapshot = factories.captured(QUOTED)
    first, second = ((QUOTED.index(words), QUOTED.index(words) + len(words)) for words in SEGMENTS)
    marked = quote(actor=sam(), snapshot=snapshot, passages=[first], kind="direct")
    longer, suggested = while_open(
        lambda: extend(actor=sam(), quotation=marked, passage=second),
        lambda: extract(actor=robin(), snapshot=snapshot),
    )
    assert suggested == [], why(suggested)
    assert set(snapshot.quotations.all()) == {marked, longer}


def test_what_was_noted_of_an_attempt_stays_where_the_hours_are_set_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_module, "fetch", lambda url: Fetched(b"It is safe.", url, "text/plain", "utf-8"))
    held = factories.watched()
    while_open(
        lambda: recapture(actor=sam(), watch=held),
        lambda: watch(actor=robin(), source=held.source, every_hours=12),
    )
    now = Watch.objects.get()
    assert (now.every_hours, now.last_at is None) == (12, False)
