from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import Claim, Verification
from claims.models.history import claim_history
from claims.operations.acting import Conflict, Stale
from claims.operations.verify import approve, return_to_checker, submit
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    return factories.claim()


@pytest.fixture
def checker() -> User:
    return factories.user("Checker", username="sam")


@pytest.fixture
def approver() -> User:
    return factories.user("Approver", username="robin")


def status(claim: Claim) -> tuple[str, str | None, str, str | None]:
    claim.refresh_from_db()
    attribution, accuracy = claim.attribution_rating, claim.accuracy_rating
    return (
        claim.attribution_stage,
        attribution.slug if attribution else None,
        claim.accuracy_stage,
        accuracy.slug if accuracy else None,
    )


def test_a_judgement_shows_on_its_claim_once_approved(claim: Claim, checker: User, approver: User) -> None:
    assert status(claim) == ("none", None, "none", None)
    submitted = factories.judged(claim, slug="misquoted", checker=checker)
    assert status(claim) == ("submitted", None, "none", None)
    approved = approve(actor=approver, verification=submitted, remark="Agreed.")
    assert status(claim) == ("approved", "misquoted", "none", None)
    assert (approved.number, approved.checker, approved.approver) == (2, checker, approver)
    assert list(approved.evidence.all()) == list(submitted.evidence.all())


@pytest.mark.parametrize("rationale", ["", " \n "])
def test_a_judgement_says_why(claim: Claim, checker: User, rationale: str) -> None:
    evidence = factories.evidence(claim)
    given: dict[str, Any] = {"question": evidence.question, "rating": factories.rating(), "evidence": [evidence]}
    with pytest.raises(ValidationError) as refused:
        submit(actor=checker, claim=claim, rationale=rationale, **given)
    assert refused.value.message_dict == {"rationale": ["This field cannot be blank."]}


def test_a_remark_of_white_space_alone_is_none(claim: Claim, checker: User, approver: User) -> None:
    submitted = factories.judged(claim, checker=checker)
    assert approve(actor=approver, verification=submitted, remark=" \n ").remark == ""


def test_the_verdict_holds_while_a_later_judgement_waits(claim: Claim, checker: User, approver: User) -> None:
    factories.judged(claim, slug="confirmed", checker=checker, approver=approver)
    later = factories.judged(claim, slug="fabricated", checker=checker)
    assert status(claim) == ("submitted", "confirmed", "none", None)
    return_to_checker(actor=approver, verification=later, remark="Which minutes?")
    assert status(claim) == ("returned", "confirmed", "none", None)
    factories.judged(claim, slug="fabricated", checker=checker, approver=approver)
    assert status(claim) == ("approved", "fabricated", "none", None)
    now = timezone.now()
    verdict = Verification.objects.verdict(claim, "attribution", now)
    assert verdict is not None
    assert (verdict.number, verdict.rating.slug) == (6, "fabricated")


def test_the_two_questions_do_not_mix(claim: Claim, checker: User, approver: User) -> None:
    factories.judged(claim, question="accuracy", slug="false", checker=checker, approver=approver)
    factories.judged(claim, question="attribution", slug="confirmed", checker=checker)
    assert status(claim) == ("submitted", None, "approved", "false")


@pytest.mark.parametrize("answer", [approve, return_to_checker])
def test_four_eyes(claim: Claim, approver: User, answer: object) -> None:
    own = factories.judged(claim, checker=approver)
    with pytest.raises(PermissionDenied, match="Whoever judged"):
        answer(actor=approver, verification=own, remark="Mine.")  # type: ignore[operator]
    assert Verification.objects.count() == 1


def test_what_a_judgement_needs(claim: Claim, checker: User) -> None:
    other = factories.claim("The bridge will open in May")
    fits = factories.evidence(claim)
    accepted: dict[str, Any] = {
        "question": "attribution",
        "rating": factories.rating(),
        "rationale": "So.",
        "evidence": [fits],
    }
    refused: list[tuple[dict[str, Any], str]] = [
        ({"rating": factories.rating("accuracy")}, "rating"),
        ({"evidence": []}, "evidence"),
        ({"evidence": [factories.evidence(other)]}, "evidence"),
        ({"evidence": [fits, factories.evidence(claim, question="accuracy")]}, "evidence"),
        ({"rationale": ""}, "rationale"),
        ({"question": "taste"}, "rating"),
    ]
    for change, field in refused:
        with pytest.raises(ValidationError) as error:
            submit(actor=checker, claim=claim, **{**accepted, **change})
        assert field in error.value.message_dict
    assert not Verification.objects.exists()
    assert submit(actor=checker, claim=claim, **accepted).evidence_count == 1


ANSWERS = {"original_seen": "yes", "context_fair": "no", "translation_checked": "does_not_apply"}


def submitted(claim: Claim, checker: User, **fields: Any) -> Verification:
    given: dict[str, Any] = {"rating": factories.rating(), "rationale": "So.", "evidence": [factories.evidence(claim)]}
    return submit(actor=checker, claim=claim, question="attribution", **{**given, **fields})


def test_what_the_checker_answered_stays_through_return_and_approval(
    claim: Claim, checker: User, approver: User
) -> None:
    first = submitted(claim, checker, **ANSWERS)
    returned = return_to_checker(actor=approver, verification=first, remark="Read on.")
    approved = approve(actor=approver, verification=submitted(claim, checker, **ANSWERS))
    assert first.answers == returned.answers == approved.answers == ANSWERS
    assert [word for _, _, word in approved.checked] == ["yes", "no", "does not apply"]


def test_a_judgement_of_a_program_may_leave_the_questions_unanswered(claim: Claim, checker: User) -> None:
    made = submitted(claim, checker, original_seen="yes")
    assert made.answers == {
        "original_seen": "yes",
        "context_fair": "not_asked",
        "translation_checked": "not_asked",
    }
    assert [answer for _, answer, _ in made.checked] == ["yes"]


def test_an_answer_that_cannot_be_given_is_refused(claim: Claim, checker: User) -> None:
    with pytest.raises(ValidationError) as error:
        submitted(claim, checker, context_fair="perhaps")
    assert "context_fair" in error.value.message_dict


def test_an_approval_cannot_change_an_answer(claim: Claim, checker: User, approver: User) -> None:
    waiting = submitted(claim, checker, **ANSWERS)
    changed = {**waiting.answers, "context_fair": "yes"}
    with pytest.raises(IntegrityError, match="is not what was submitted"), transaction.atomic():
        Verification.objects.create(
            claim=claim,
            question="attribution",
            number=2,
            stage="approved",
            rating=waiting.rating,
            rationale=waiting.rationale,
            checker=checker,
            approver=approver,
            evidence_count=1,
            **changed,
        )


def test_whoever_judges_second_without_knowing_is_told(claim: Claim, checker: User, approver: User) -> None:
    submitted(claim, checker, expected=0)
    with pytest.raises(Stale, match=r"meanwhile sam submitted “confirmed”, saying “So\."):
        submitted(claim, approver, expected=0)
    submitted(claim, approver, expected=1)
    assert Verification.objects.count() == 2


def test_a_judgement_that_nobody_made_is_not_the_newest(claim: Claim, checker: User) -> None:
    with pytest.raises(Stale, match="there is no judgement 7"):
        submitted(claim, checker, expected=7)
    assert not Verification.objects.exists()


def test_evidence_named_twice_counts_once(claim: Claim, checker: User) -> None:
    piece = factories.evidence(claim)
    made = submit(
        actor=checker,
        claim=claim,
        question="attribution",
        rating=factories.rating(),
        rationale="So.",
        evidence=[piece, piece],
    )
    assert (made.evidence_count, made.evidence.count()) == (1, 1)


def test_only_the_newest_judgement_is_answered(claim: Claim, checker: User, approver: User) -> None:
    old = factories.judged(claim, checker=checker)
    newer = factories.judged(claim, checker=checker)
    with pytest.raises(Stale):
        approve(actor=approver, verification=old)
    approved = approve(actor=approver, verification=newer)
    with pytest.raises(Stale):
        approve(actor=approver, verification=newer)
    with pytest.raises(Conflict, match="approved; it cannot become returned"):
        return_to_checker(actor=approver, verification=approved, remark="Wait.")
    assert Verification.objects.count() == 3


@pytest.mark.parametrize("remark", ["", " \n"])
def test_a_return_says_what_is_missing(claim: Claim, approver: User, checker: User, remark: str) -> None:
    waiting = factories.judged(claim, checker=checker)
    with pytest.raises(ValidationError) as error:
        return_to_checker(actor=approver, verification=waiting, remark=remark)
    assert error.value.message_dict == {"remark": ["Say what is missing."]}


def test_the_queue_of_what_waits(claim: Claim, checker: User, approver: User) -> None:
    waiting = factories.judged(claim, checker=checker)
    other = factories.judged(claim, question="accuracy", checker=checker)
    before = timezone.now()
    approve(actor=approver, verification=waiting)
    assert list(Verification.objects.waiting(timezone.now())) == [other]
    assert list(Verification.objects.waiting(before)) == [waiting, other]


def test_history_lists_each_step_with_who(claim: Claim, checker: User, approver: User) -> None:
    factories.judged(claim, checker=checker, approver=approver)
    steps = [(e.operation, e.actor, e.record) for e in claim_history(claim, timezone.now()) if e.action == "insert"]
    assert [step for step in steps if step[2] != "hop"] == [
        ("capture", "checker", "snapshot"),
        ("quote", "checker", "quotation"),
        ("accept", "checker", "claim"),
        ("add evidence", "sam", "evidence"),
        ("submit", "sam", "verification"),
        ("approve", "robin", "verification"),
    ]
