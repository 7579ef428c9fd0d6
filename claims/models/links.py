"""How claims stand to each other: one contradicts, repeats or corrects another."""

from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.claims import Claim
from claims.models.merges import added_to_an_unmerged_claim
from claims.models.triggers import no_cycle, standing_claim


class ClaimLinkQuerySet(RecordQuerySet["ClaimLink"]):
    def of_claim(self, claim: Claim) -> "ClaimLinkQuerySet":
        """The links from and to a claim, with both ends, their verdicts, and who made them."""
        shown = ("speaker", "attribution_rating", "accuracy_rating")
        both = self.select_related(
            "created_by", *(f"{end}__{of}" for end in ("from_claim", "to_claim") for of in shown)
        )
        return both.filter(Q(from_claim=claim) | Q(to_claim=claim))

    def unsettled(self, at: datetime) -> "ClaimLinkQuerySet":
        """Contradictions recorded by a time that no verdicts settle, oldest first.

        They are settled where the accuracy of both claims has a verdict, and not both are more so than not: of two
        claims that contradict each other both cannot be true.
        """
        held = self.filter(kind=ClaimLink.Kind.CONTRADICTS, created_at__lte=at)
        open_ = Q(from_claim__accuracy_rating=None) | Q(to_claim__accuracy_rating=None)
        both_so = Q(from_claim__accuracy_rating__value__gt=0.5, to_claim__accuracy_rating__value__gt=0.5)
        standing = held.filter(open_ | both_so, from_claim__merged_into=None, to_claim__merged_into=None)
        return standing.order_by("created_at", "pk")


# Two claims contradict each other, whichever it was said of; every other kind says which of its two ends came first.
ORDERED_LINKS = ("repeats", "narrows", "translates", "corrects", "retracts")


@tracked()
class ClaimLink(Record):
    """How one claim stands to another: `from_claim` contradicts, repeats, narrows … `to_claim`."""

    natural_fields = ("from_claim__slug", "to_claim__slug", "kind")

    class Kind(models.TextChoices):
        CONTRADICTS = "contradicts", "contradicts"
        REPEATS = "repeats", "repeats"
        NARROWS = "narrows", "narrows"
        TRANSLATES = "translates", "translates"
        CORRECTS = "corrects", "corrects"
        RETRACTS = "retracts", "retracts"

    from_claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="links_from", db_index=False)
    to_claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="links_to")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    note = models.TextField(blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ClaimLinkQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["from_claim", "to_claim", "kind"],
                name="claim_link_once",
                violation_error_message="These two claims are already linked in this way.",
            ),
            models.UniqueConstraint(
                Least("from_claim", "to_claim"),
                Greatest("from_claim", "to_claim"),
                condition=Q(kind="contradicts"),
                name="claim_link_contradicts_once",
                violation_error_message="These two claims already contradict each other.",
            ),
            models.CheckConstraint(
                name="claim_link_not_to_itself",
                condition=~Q(from_claim=F("to_claim")),
                violation_error_message="A claim cannot be linked to itself.",
            ),
            models.CheckConstraint(
                name="claim_link_kind_known",
                condition=Q(kind__in=["contradicts", "repeats", "narrows", "translates", "corrects", "retracts"]),
            ),
        ]
        triggers = (
            no_cycle("claims_claimlink", "from_claim_id", "to_claim_id", ORDERED_LINKS),
            standing_claim(pgtrigger.Insert, "from_claim_id", "to_claim_id"),
            added_to_an_unmerged_claim("NEW.from_claim_id", "NEW.to_claim_id"),
        )

    def seen_from(self, claim: Claim) -> tuple[str, Claim]:
        """What stands between the claim at one end and that at the other: “is corrected by”, and the other."""
        kind = self.Kind(self.kind)
        if self.from_claim_id == claim.pk:
            return str(kind.label), self.to_claim
        return BACKWARDS[kind], self.from_claim

    @property
    def is_against(self) -> bool:
        """Whether the two cannot both stand."""
        return self.kind in (self.Kind.CONTRADICTS, self.Kind.CORRECTS, self.Kind.RETRACTS)

    def __str__(self) -> str:
        return f"“{self.from_claim}” {self.get_kind_display()} “{self.to_claim}”"


# What a link says from its other end.
BACKWARDS = {
    ClaimLink.Kind.CONTRADICTS: "is contradicted by",
    ClaimLink.Kind.REPEATS: "is repeated by",
    ClaimLink.Kind.NARROWS: "is narrowed by",
    ClaimLink.Kind.TRANSLATES: "is translated by",
    ClaimLink.Kind.CORRECTS: "is corrected by",
    ClaimLink.Kind.RETRACTS: "is retracted by",
}
