"""Notes by people."""

import uuid
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, all_or_none, exactly_one, tracked
from claims.models.claims import Claim
from claims.models.merges import added_to_an_unmerged_claim
from claims.models.quotations import Quotation
from claims.models.sources import Snapshot
from claims.models.triggers import fixed, passage_matches, standing_claim
from claims.models.verification import Verification

TARGETS = ("snapshot", "quotation", "claim", "verification")


class AnnotationQuerySet(RecordQuerySet["Annotation"]):
    def for_list(self) -> "AnnotationQuerySet":
        return self.select_related("author", "parent", "claim", "quotation", "verification", "snapshot__source").defer(
            "snapshot__text", "snapshot__raw"
        )


@tracked()
class Annotation(Record):
    """A note on a passage of a snapshot, or on a quotation, a claim or a verification."""

    natural_fields = ("uid",)

    class Motivation(models.TextChoices):
        """W3C Web Annotation Vocabulary, 2017, section 3.3: those a fact-checker uses."""

        COMMENTING = "commenting", "comment"
        QUESTIONING = "questioning", "question"
        REPLYING = "replying", "reply"
        ASSESSING = "assessing", "assessment"
        HIGHLIGHTING = "highlighting", "highlight"
        EDITING = "editing", "request for a change"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, blank=True, related_name="annotations")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    exact = models.TextField("passage", null=True, blank=True)  # noqa: DJ001  # null with start and end: no passage
    quotation = models.ForeignKey(
        Quotation, on_delete=models.PROTECT, null=True, blank=True, related_name="annotations"
    )
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="annotations")
    verification = models.ForeignKey(
        Verification, on_delete=models.PROTECT, null=True, blank=True, related_name="annotations"
    )
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies")
    motivation = models.CharField(max_length=12, choices=Motivation.choices, default=Motivation.COMMENTING)
    body = models.TextField(blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AnnotationQuerySet.as_manager()

    class Meta:
        ordering = ("created_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="annotation_one_target",
                condition=exactly_one(*TARGETS),
                violation_error_message="A note is on one thing: a snapshot, quotation, claim or verification.",
            ),
            models.CheckConstraint(
                name="annotation_passage_whole",
                condition=all_or_none("start", "end", "exact") & (Q(start__isnull=True) | Q(snapshot__isnull=False)),
                violation_error_message="A passage has start, end and exact words, and is one of a snapshot.",
            ),
            models.CheckConstraint(
                name="annotation_says_something",
                condition=~Q(body="") | Q(motivation="highlighting"),
                violation_error_message="Only a highlight may be without words.",
            ),
            models.CheckConstraint(
                name="annotation_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
            ),
        ]
        triggers = (
            passage_matches("NEW.snapshot_id", optional=True),
            fixed("snapshot_id", "quotation_id", "claim_id", "verification_id", "parent_id", "author_id"),
            standing_claim(pgtrigger.Insert, "claim_id"),
            added_to_an_unmerged_claim(
                "NEW.claim_id", "SELECT claim_id FROM claims_verification WHERE id = NEW.verification_id"
            ),
        )

    def __str__(self) -> str:
        return self.body if len(self.body) <= 80 else self.body[:79].rstrip() + "…"

    @property
    def target(self) -> Record:
        """What the note is on."""
        targets: list[Record | None] = [getattr(self, name) for name in TARGETS]
        return next(target for target in targets if target is not None)
