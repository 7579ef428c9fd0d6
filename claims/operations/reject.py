"""Turn a suggested quotation down, and remember it."""

from claims.models import Quotation
from claims.operations.acting import Actor, operation
from claims.operations.decide import decide, lock
from claims.operations.permissions import may_check


@operation(may_check)
def reject(*, actor: Actor, quotation: Quotation, reason: str = "") -> Quotation:
    """Reject a quotation. It stays, so that the same passage is not suggested again. Raises Conflict."""
    quotation = lock(quotation)
    decide(actor=actor, quotation=quotation, state=Quotation.State.REJECTED)
    quotation.reason = reason
    quotation.full_clean()
    quotation.save()
    return quotation
