"""Say that a quotation is an appearance of an utterance, as was proposed."""

from claims.models import Appearance, Quotation
from claims.operations.acting import Actor, Conflict, operation
from claims.operations.appearing import decide, hold, joined_elsewhere
from claims.operations.conflicts import Why
from claims.operations.permissions import may_check
from claims.operations.relate import settle_earliest

Standing = Appearance.Standing


@operation(may_check)
def confirm_appearance(*, actor: Actor, appearance: Appearance, expected: str | None = None) -> Appearance:
    """Join the quotation to the utterance. It is not accepted by that: which claim it is of is decided by itself.

    A decline can be thought over. An utterance that the quotation alone was of is left for this one. Raises Conflict
    where it is joined here already, where it is rejected, and where others are of one utterance with it elsewhere; and
    Stale where its standing is no longer the expected one.
    """
    row = hold(appearance, expected)
    if row.standing == Standing.JOINED:
        raise Conflict("It is joined already.", Why.DECIDED)
    if row.quotation.state == Quotation.State.REJECTED:
        raise Conflict("The quotation is rejected: accept it first.", Why.DECIDED)
    settled = [row.utterance]
    if (elsewhere := joined_elsewhere(row)) is not None:
        mates = Appearance.objects.joined().filter(utterance=elsewhere.utterance).exclude(pk=elsewhere.pk).count()
        if mates:
            raise Conflict(
                f"The quotation is joined to another utterance, with {mates} more. Decline it there first "
                f"(appearance {elsewhere.pk}).",
                Why.ELSEWHERE,
            )
        decide(elsewhere, Standing.DECLINED, actor)
        settled.append(elsewhere.utterance)
    decide(row, Standing.JOINED, actor)
    settle_earliest(settled)
    return row
