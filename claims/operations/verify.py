"""Judge a claim: submit a rating, and have another person approve or return it."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.models import TRANSITIONS, Citation, Claim, Evidence, Rating, Stage, Verification
from claims.operations.acting import Actor, Conflict, Stale, operation, unless_blank
from claims.operations.conflicts import Why, require_standing
from claims.operations.permissions import may_approve, may_approve_this, may_check


@operation(may_check)
def submit(
    *,
    actor: Actor,
    claim: Claim,
    question: str,
    rating: Rating,
    rationale: str,
    evidence: Sequence[Evidence],
    expected: int | None = None,
    statement: str = "",
    **answers: str,
) -> Verification:
    """Submit a judgement on one question, to be approved by another person. It rests on evidence, one piece or more.

    `answers` are what the checker says to each of `CHECKS`, by its field; what is left out was not asked. `expected`
    is the number of the newest judgement that the checker had seen, 0 for none, and `statement` that of the claim as
    they read it (`Claim.statement`): where one of them is another by now, nothing is submitted. Raises ValidationError
    where the rating is not from a scale of the question, evidence is missing or not on this claim and question, or the
    claim was merged or taken back; Stale where somebody was quicker.
    """
    held = Claim.objects.locked(claim.pk)
    require_standing(held, field="claim")
    _refuse_of_another(claim, question, rating, evidence)
    newest = Verification.objects.newest(claim, question, timezone.now())
    _refuse_unread(held, newest, statement, expected)
    return _append(
        claim,
        question,
        newest,
        stage=Stage.SUBMITTED,
        evidence=list(dict.fromkeys(evidence)),
        rating=rating,
        rationale=unless_blank(rationale),
        checker=actor,
        **answers,
    )


def _refuse_of_another(claim: Claim, question: str, rating: Rating, evidence: Sequence[Evidence]) -> None:
    """Raise ValidationError unless a judgement can be that rating on that evidence."""
    if rating.scale.question != question:
        raise ValidationError({"rating": f"{rating} is not a rating of {question}."})
    if not evidence:
        raise ValidationError({"evidence": "A judgement rests on evidence: give at least one piece."})
    if any((e.claim_id, e.question) != (claim.pk, question) for e in evidence):
        raise ValidationError({"evidence": "Evidence is of another claim or on the other question."})


def _refuse_unread(claim: Claim, newest: Verification | None, statement: str, expected: int | None) -> None:
    """Raise Stale where the words of the claim or its newest judgement are not those that the checker had read."""
    if statement and statement != claim.statement:
        raise Stale(
            "Nothing is submitted yet: meanwhile words or speaker of the claim were changed.", field="statement"
        )
    if expected is not None and expected != (newest.number if newest else 0):
        since = f"meanwhile {_told(newest)}" if newest else f"there is no judgement {expected} on this question."
        raise Stale(f"Nothing is submitted yet: {since}", field="expected")


@operation(may_approve)
def approve(*, actor: Actor, verification: Verification, remark: str = "") -> Verification:
    """Approve another person's judgement: it is the claim's verdict from now on.

    Raises PermissionDenied for one's own, Stale where it is no longer the newest, and Conflict where it does not
    wait for approval.
    """
    return _answer(actor, verification, Stage.APPROVED, remark)


@operation(may_approve)
def return_to_checker(*, actor: Actor, verification: Verification, remark: str) -> Verification:
    """Return another person's judgement with a remark that says what is missing. Raises as `approve` does."""
    if not remark.strip():
        raise ValidationError({"remark": "Say what is missing."})
    return _answer(actor, verification, Stage.RETURNED, remark)


def _answer(actor: Actor, verification: Verification, stage: Stage, remark: str) -> Verification:
    if not may_approve_this(actor, verification):
        raise PermissionDenied("Whoever judged a claim cannot approve or return the judgement.")
    Claim.objects.locked(verification.claim_id)
    newest = Verification.objects.newest(verification.claim, verification.question, timezone.now())
    if newest is None or newest.pk != verification.pk:
        raise Stale("There is a newer judgement on this question." + (f" {_told(newest)}" if newest else ""))
    evidence = list(verification.evidence.all())
    if stage == Stage.APPROVED and not evidence:
        raise ValidationError("A judgement without evidence cannot be approved.", code=Why.NO_EVIDENCE)
    return _append(
        verification.claim,
        verification.question,
        newest,
        stage=stage,
        evidence=evidence,
        rating=verification.rating,
        rationale=verification.rationale,
        checker=verification.checker,
        approver=actor,
        remark=unless_blank(remark),
        **verification.answers,
    )


def _told(newest: Verification) -> str:
    """What somebody else was quicker to do, for whoever was slower."""
    who, words = newest.approver or newest.checker, newest.remark or newest.rationale
    done = f"{who} {newest.stage} “{newest.rating}”"
    if newest.approver:
        done += f" of {newest.checker}"
    return f"{done}{f', saying “{words}”' if words else ''}."


def _append(
    claim: Claim,
    question: str,
    newest: Verification | None,
    *,
    stage: Stage,
    evidence: Sequence[Evidence],
    **columns: Any,
) -> Verification:
    """Add the row after the newest on a question; the claim is held. The one place where a judgement's stage moves."""
    before = newest.stage if newest else Stage.NONE
    if stage not in TRANSITIONS[before]:
        raise Conflict(f"The judgement is {Stage(before).label}; it cannot become {stage.label}.", Why.STAGE)
    verification = Verification(
        claim=claim,
        question=question,
        number=newest.number + 1 if newest else 1,
        stage=stage,
        evidence_count=len(evidence),
        **columns,
    )
    verification.full_clean()
    verification.save(force_insert=True)
    Citation.objects.bulk_create(Citation(verification=verification, evidence=e) for e in evidence)
    return verification
