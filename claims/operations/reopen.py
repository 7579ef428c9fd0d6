"""Take an accept or a reject back: the quotation waits again."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from claims.models import Annotation, Claim, ClaimLink, Evidence, Quotation, Regrouping, Verification, Withdrawal
from claims.operations.acting import Actor, Conflict, operation
from claims.operations.conflicts import Why
from claims.operations.decide import decide, lock
from claims.operations.permissions import may_check
from claims.operations.regroup import require_free

State = Quotation.State


@operation(may_check)
def reopen(*, actor: Actor, quotation: Quotation, decided_at: datetime | None = None) -> Quotation:
    """Make a decided quotation a suggestion again.

    A claim that was made of it alone is taken back with it and stays on record: the same quotation, accepted again,
    takes it up. A claim that has other quotations, or was there before this one joined it, goes on without it.
    `decided_at` is the moment of the decision that is meant. Raises Conflict where it is not that one any more, and
    where somebody works with the claim: then there is more to take back than this.
    """
    quotation = lock(quotation)
    if decided_at is not None and quotation.decided_at != decided_at:
        by = quotation.decided_by or "somebody"
        told = f"Since then {by} has changed this: the quotation is {quotation.state} now."
        raise Conflict(told, Why.OVERTAKEN, field="decided_at")
    claim, decided = quotation.claim, quotation.decided_at
    decide(actor=actor, quotation=quotation, state=State.SUGGESTED)
    quotation.claim, quotation.reason = None, ""
    quotation.full_clean()
    quotation.save()
    if claim is not None and decided is not None:
        _leave(actor, quotation, Claim.objects.locked(claim.pk), decided)
    return quotation


def _leave(actor: Actor, quotation: Quotation, claim: Claim, decided: datetime) -> None:
    """What becomes of the claim that has lost the quotation."""
    require_free(claim)
    # A decision is dated before the claim that it makes: a claim that is older was joined.
    if claim.created_at < decided or claim.quotations.exists():
        return
    if used := _used_by(claim):
        told = f"The claim that was made of it is in use: it has {used}. Take that back first."
        raise Conflict(told, Why.IN_USE)
    Withdrawal.objects.create(claim=claim, quotation=quotation, made_by=actor)


def _used_by(claim: Claim) -> str:
    """What there is of a claim besides its words; empty where nobody has worked with it."""
    there: dict[str, QuerySet[Any]] = {
        "a judgement": Verification.objects.filter(claim=claim),
        "evidence": Evidence.objects.filter(claim=claim),
        "a note": Annotation.objects.filter(claim=claim),
        "a link to another claim": ClaimLink.objects.of_claim(claim),
        "quotations that were moved": Regrouping.objects.of_claim(claim),
        "a claim that was merged into it": claim.merged.all(),
    }
    return ", ".join(words for words, rows in there.items() if rows.exists())
