"""Take back what readers were told of a claim."""

from claims.models import Claim, Publication
from claims.models.publications import Kind
from claims.operations.acting import Actor, operation
from claims.operations.permissions import may_publish
from claims.operations.publishing import tell


@operation(may_publish)
def retract(*, actor: Actor, claim: Claim, reason: str, expected: int | None = None) -> Publication:
    """Say at its public address that a claim's verdicts are taken back, and why.

    Whoever judged may do it too: taking back should not have to wait for anybody. Raises ValidationError where the
    reason is missing, Stale where readers were told something since `expected`, and Conflict where it is not public.
    """
    return tell(actor, claim, Kind.RETRACTED, reason, expected)
