"""Correct what readers see of a claim."""

from claims.models import Claim, Publication
from claims.models.publications import Kind
from claims.operations.acting import Actor, operation
from claims.operations.permissions import may_publish
from claims.operations.publishing import tell


@operation(may_publish)
def correct(*, actor: Actor, claim: Claim, reason: str, expected: int | None = None) -> Publication:
    """Publish a claim anew as it is held now, in place of what readers saw, and tell them why.

    Raises as `publish` does, and Conflict where it is not public or nothing that they see has changed.
    """
    return tell(actor, claim, Kind.CORRECTED, reason, expected)
