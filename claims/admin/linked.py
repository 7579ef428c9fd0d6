"""How other claims stand to one, contradictions first, each with its own verdicts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from claims.admin import marking
from claims.models import Claim, ClaimLink


@dataclass(frozen=True, slots=True)
class Linked:
    """Another claim. `says` is what stands between this claim and it: “is corrected by”."""

    link: ClaimLink
    says: str
    other: Claim
    attribution: SafeString
    accuracy: SafeString


def linked(claim: Claim, links: Iterable[ClaimLink]) -> list[Linked]:
    """The links of a claim as its page shows them."""
    found = [_linked(claim, link) for link in links]
    return sorted(found, key=lambda one: not one.link.is_against)


def _linked(claim: Claim, link: ClaimLink) -> Linked:
    says, other = link.seen_from(claim)
    return Linked(
        link,
        says,
        other,
        marking.status(other.attribution_stage, other.attribution_rating),
        marking.status(other.accuracy_stage, other.accuracy_rating),
    )
