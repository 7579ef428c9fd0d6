"""How a published claim stands to others that are published too."""

from datetime import datetime
from typing import Any

from claims.formats.publications import quoted
from claims.models import Claim, ClaimLink, Publication
from claims.public.readable import tones


def linked(claim: Claim, at: datetime) -> list[dict[str, Any]]:
    """Each other claim that is public, with what stands between the two; what cannot both stand first.

    It is no part of what was published: a claim is linked, and another published, without this one being corrected.
    """
    found = [(link.is_against, *link.seen_from(claim)) for link in ClaimLink.objects.of_claim(claim)]
    if not found:
        return []
    public = Publication.objects.public(at).select_related("claim").filter(claim__in={other.pk for *_, other in found})
    told = {publication.claim_id: publication for publication in public}
    return [
        {
            "says": says,
            "publication": told[other.pk],
            "quoted": quoted(told[other.pk].document),
            "verdicts": tones(told[other.pk].document),
        }
        for _, says, other in sorted(found, key=lambda row: not row[0])
        if other.pk in told
    ]
