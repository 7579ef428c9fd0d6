"""What merging, splitting and undoing have in common: claims held in one order, and quotations moved between them."""

from collections.abc import Collection

from claims.models import Claim, Question, Quotation, Stage, Withdrawal
from claims.operations.acting import Conflict
from claims.operations.conflicts import Why


def held_together(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """Both claims as they are now, held until the transaction ends.

    They are taken in the order of their numbers, so that two people who merge them at once do not wait for each other.
    """
    rows = Claim.objects.select_for_update(of=("self",)).filter(pk__in=(one.pk, other.pk)).order_by("pk")
    held = {claim.pk: claim for claim in rows}
    return held[one.pk], held[other.pk]


def require_free(claim: Claim, *, field: str = "") -> None:
    """Raise Conflict where a claim is merged or taken back, or where a judgement waits: its approver has to see what
    was judged. `field` is what named the claim, where it is not the one that is acted on.
    """
    if Withdrawal.objects.filter(claim=claim).exists():
        told = f"“{claim}” was taken back: accept its quotation again first."
        raise Conflict(told, Why.TAKEN_BACK, field=field)
    if claim.merged_into_id is not None:
        raise Conflict(f"“{claim}” is merged into another claim already.", Why.MERGED, field=field)
    for question in Question:
        if getattr(claim, f"{question}_stage") == Stage.SUBMITTED:
            told = f"A judgement on the {question} of “{claim}” waits for approval. Have it approved or returned first."
            raise Conflict(told, Why.WAITS, field=field)


def quotations_of(claim: Claim) -> list[int]:
    """The ids of a claim's quotations, held until the transaction ends."""
    rows = Quotation.objects.select_for_update(of=("self",)).filter(claim=claim).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def move(quotations: Collection[int], to: Claim) -> None:
    """Make quotations appearances of another claim. What was decided of each stays."""
    Quotation.objects.filter(pk__in=quotations).update(claim=to)
