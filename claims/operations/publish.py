"""Put a claim before the public."""

from claims.models import Claim, Publication
from claims.models.publications import Kind
from claims.operations.acting import Actor, operation
from claims.operations.permissions import may_publish
from claims.operations.publishing import tell


@operation(may_publish)
def publish(*, actor: Actor, claim: Claim, reason: str = "", expected: int | None = None) -> Publication:
    """Publish a claim as it is held now, with its approved verdicts; also one that was retracted, with the reason.

    What readers see then stays as it is until it is corrected or retracted. Raises PermissionDenied for whoever
    judged it alone, ValidationError where no verdict is approved or the reason is missing, Stale where readers were
    told something since `expected`, and Conflict where it is public already or merged into another claim.
    """
    return tell(actor, claim, Kind.PUBLISHED, reason, expected)
