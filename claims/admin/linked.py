"""How other claims stand to one, contradictions first, each with its own verdicts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from claims.admin import marking
from claims.models import Claim, ClaimLink

Kind = ClaimLink.Kind
# What a link says from its other end.
BACKWARDS = {
    Kind.CONTRADICTS: "is contradicted by",
    Kind.REPEATS: "is repeated by",
    Kind.NARROWS: "is narrowed by",
    Kind.TRANSLATES: "is translated by",
    Kind.CORRECTS: "is corrected by",
    Kind.RETRACTS: "is retracted by",
}


@dataclass(frozen=True, slots=True)
class Linked:
    """Another claim. `says` is what stands between this claim and it: “is corrected by”."""

    link: ClaimLink
    says: str
    other: Claim
    attribution: SafeString
    accuracy: SafeString

    @property
    def is_against(self) -> bool:
        """Whether the two cannot both stand."""
        return self.link.kind in (Kind.CONTRADICTS, Kind.CORRECTS, Kind.RETRACTS)


def linked(claim: Claim, links: Iterable[ClaimLink]) -> list[Linked]:
    """The links of a claim as its page shows them."""
    found = [_linked(claim, link) for link in links]
    return sorted(found, key=lambda one: not one.is_against)


def _linked(claim: Claim, link: ClaimLink) -> Linked:
    kind = Kind(link.kind)
    forward = link.from_claim_id == claim.pk
    other = link.to_claim if forward else link.from_claim
    return Linked(
        link,
        str(kind.label) if forward else BACKWARDS[kind],
        other,
        marking.status(other.attribution_stage, other.attribution_rating),
        marking.status(other.accuracy_stage, other.accuracy_rating),
    )
