"""Say that a quotation is not an appearance of an utterance, and remember it."""

from claims.models import Appearance
from claims.operations.acting import Actor, Conflict, operation
from claims.operations.appearing import decide, hold
from claims.operations.conflicts import Why
from claims.operations.permissions import may_check
from claims.operations.relate import settle_earliest

Standing = Appearance.Standing


@operation(may_check)
def decline_appearance(*, actor: Actor, appearance: Appearance, expected: str | None = None) -> Appearance:
    """Decline what was proposed, or take out what was joined. It is not proposed again.

    Raises Conflict where it is declined already, and Stale where its standing is no longer the expected one.
    """
    row = hold(appearance, expected)
    if row.standing == Standing.DECLINED:
        raise Conflict("It is declined already.", Why.DECIDED)
    decide(row, Standing.DECLINED, actor)
    settle_earliest([row.utterance])
    return row
