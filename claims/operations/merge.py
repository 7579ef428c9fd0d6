"""Find two claims to be one: the quotations of the one go to the other."""

from django.core.exceptions import ValidationError

from claims.models import Claim, Regrouping
from claims.operations.acting import Actor, operation
from claims.operations.permissions import may_check
from claims.operations.regroup import held_together, move, quotations_of, require_free


@operation(may_check)
def merge_claims(*, actor: Actor, claim: Claim, into: Claim, note: str = "") -> Regrouping:
    """Move the claim's quotations to another, and have its page say so; its verdicts, evidence and links stay with it.

    Raises ValidationError for the claim itself, and Conflict where one of the two is merged already or has a
    judgement that waits for approval. `undo_regrouping` puts it back.
    """
    if claim.pk == into.pk:
        raise ValidationError({"into": "A claim is not merged into itself."})
    claim, into = held_together(claim, into)
    require_free(claim)
    require_free(into, field="into")
    moved = quotations_of(claim)
    made = Regrouping(
        kind=Regrouping.Kind.MERGE, from_claim=claim, to_claim=into, quotations=moved, note=note, made_by=actor
    )
    made.full_clean(exclude=["quotations", "parted"])  # a claim without any can be merged too
    move(moved, into)
    claim.merged_into = into
    claim.save(update_fields=["merged_into"])
    made.save()
    return made
