"""Say how one claim stands to another, and take it back."""

from claims.models import Claim, ClaimLink
from claims.operations.acting import Actor, operation
from claims.operations.permissions import may_check


@operation(may_check)
def link_claims(*, actor: Actor, from_claim: Claim, to_claim: Claim, kind: str, note: str = "") -> ClaimLink:
    """Link two claims: `from_claim` contradicts, repeats, narrows … `to_claim`.

    Raises ValidationError where they are so linked already, or where the link would close a circle.
    """
    link = ClaimLink(from_claim=from_claim, to_claim=to_claim, kind=kind, note=note, created_by=actor)
    link.full_clean()
    link.save()
    return link


@operation(may_check)
def unlink_claims(*, actor: Actor, link: ClaimLink) -> None:
    """Take a link back; its history stays."""
    link.delete()
