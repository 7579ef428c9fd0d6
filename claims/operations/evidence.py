"""Bring what a judgement can rest on."""

from claims.models import Claim, Evidence, Snapshot
from claims.operations.acting import Actor, operation
from claims.operations.annotate import passage_of
from claims.operations.conflicts import require_standing
from claims.operations.permissions import may_check


@operation(may_check)
def add_evidence(
    *,
    actor: Actor,
    claim: Claim,
    question: str,
    snapshot: Snapshot,
    stance: str,
    passage: tuple[int, int] | None = None,
    note: str = "",
) -> Evidence:
    """Add a snapshot, or a passage (start, end) of it, as evidence on one question about a claim.

    Raises ValidationError where it is evidence on that question already, or the claim is merged or taken back.
    """
    require_standing(Claim.objects.locked(claim.pk), field="claim")
    evidence = Evidence(claim=claim, question=question, snapshot=snapshot, stance=stance, note=note, created_by=actor)
    if passage is not None:
        evidence.start, evidence.end, evidence.exact = passage_of(snapshot, passage)
    evidence.full_clean()
    evidence.save()
    return evidence


@operation(may_check)
def withdraw_evidence(*, actor: Actor, evidence: Evidence) -> None:
    """Take back evidence that no judgement rests on yet; its history stays. Raises ValidationError."""
    evidence.delete()
