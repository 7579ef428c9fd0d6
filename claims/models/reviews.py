"""Which claims a review takes, and all of a claim that a review file shows."""

from collections.abc import Callable, Collection, Mapping

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import StrIndex, Substr

from claims.models.annotations import Annotation
from claims.models.claims import Claim
from claims.models.evidence import Evidence
from claims.models.links import ClaimLink
from claims.models.quotations import Hop, Quotation
from claims.models.verification import Verification

# What a selection can narrow by, and the claims that each value leaves.
NARROWED: dict[str, Callable[[str], Q]] = {
    "topic": lambda topic: Q(topics__contains=[topic]),
    "speaker": lambda slug: Q(speaker__slug=slug),
    "stage": lambda stage: Q(attribution_stage=stage) | Q(accuracy_stage=stage),
    "rating": lambda slug: Q(attribution_rating__slug=slug) | Q(accuracy_rating__slug=slug),
    "source": lambda name: Q(pk__in=Quotation.objects.filter(snapshot__source__identifier=name).values("claim")),
}

# Where a passage's words stand first in their text, and where again: if nowhere, the words alone say where they are.
# Told by the database, so that no text has to be read. An index counts from 1, an offset from 0.
FIRST_AT = StrIndex("snapshot__text", "exact")
AGAIN_AT = StrIndex(Substr("snapshot__text", F("start") + 2), "exact")


def selected(narrowed: Mapping[str, Collection[str]]) -> QuerySet[Claim]:
    """The claims that fit one value of each kind that is narrowed by (a key of NARROWED), by slug."""
    claims = Claim.objects.order_by("slug")
    for kind, values in narrowed.items():
        fits = Q(pk__in=())
        for value in values:
            fits |= NARROWED[kind](value)
        claims = claims.filter(fits)
    return claims


def for_review(claims: Collection[int]) -> QuerySet[Claim]:
    """Some claims, by slug, with all that hangs on them; the same few queries however many they are."""
    notes = Annotation.objects.select_related("author").order_by("created_at", "pk")
    quotations = (
        Quotation.objects.select_related("snapshot__source__outlet")
        .defer("snapshot__text", "snapshot__raw")
        .order_by(F("snapshot__source__date_latest").asc(nulls_last=True), "snapshot__source__identifier")
        .prefetch_related("segments", Prefetch("hops", Hop.objects.order_by("position")))
        .prefetch_related(Prefetch("annotations", notes))
    )
    evidence = Evidence.objects.for_list().order_by("pk")
    verifications = Verification.objects.order_by("number").select_related("rating__scale", "checker", "approver")
    links = ClaimLink.objects.order_by("pk").select_related("to_claim", "created_by")
    return (
        Claim.objects.filter(pk__in=claims)
        .order_by("slug")
        .select_related("speaker", "merged_into", "withdrawal")
        .prefetch_related(Prefetch("quotations", quotations))
        .prefetch_related(Prefetch("evidence", evidence.annotate(first_at=FIRST_AT, again_at=AGAIN_AT)))
        .prefetch_related(Prefetch("verifications", verifications.prefetch_related(Prefetch("annotations", notes))))
        .prefetch_related("verifications__evidence", Prefetch("annotations", notes))
        .prefetch_related(Prefetch("links_from", links))
    )
