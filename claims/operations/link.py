"""Say how one claim stands to another, and take it back."""

from claims.models import Claim, ClaimLink
from claims.operations.acting import Actor, operation
from claims.operations.conflicts import require_standing
from claims.operations.permissions import may_check
from claims.operations.regroup import held_together


@operation(may_check)
def link_claims(*, actor: Actor, from_claim: Claim, to_claim: Claim, kind: str, note: str = "") -> ClaimLink:
    """Link two claims: `from_claim` contradicts, repeats, narrows … `to_claim`.

    Raises ValidationError where they are so linked already, from whichever end where the two contradict each other,
    where one of them is merged into another or was taken back, or where the link would close a circle.
    """
    ends = held_together(from_claim, to_claim)
    for field, claim in zip(("from_claim", "to_claim"), ends, strict=True):
        require_standing(claim, field=field)  # the database does not say which of the two it is
    link = ClaimLink(from_claim=from_claim, to_claim=to_claim, kind=kind, note=note, created_by=actor)
    link.full_clean()
    link.save()
    return link


@operation(may_check)
def unlink_claims(*, actor: Actor, link: ClaimLink) -> None:
    """Take a link back; its history stays."""
    link.delete()
