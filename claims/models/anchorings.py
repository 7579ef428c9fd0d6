"""What became of a quotation in a later capture of its source: the silent edits of what was published."""

from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claims.models.annotations import Annotation
from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.quotations import Quotation
from claims.models.sources import Snapshot, Source
from claims.models.triggers import append_only, passage_matches, passages_match, refuse
from claims.text.anchor import Outcome as Found

LATER_CAPTURE_REFUSED = refuse(
    "later_capture", "a quotation is looked for in a later capture of its own source", column="snapshot"
)
SOUGHT_REFUSED = refuse(
    "sought_as_it_stood", "the earlier capture does not have the words that were looked for", column="sought"
)
LATER_CAPTURE = pgtrigger.Trigger(
    name="later_capture",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=f"""
        IF NOT EXISTS (
            SELECT 1 FROM claims_quotation q
            JOIN claims_snapshot own ON own.id = q.snapshot_id
            JOIN claims_snapshot earlier ON earlier.id = NEW.sought_in_id AND earlier.source_id = own.source_id
            JOIN claims_snapshot later ON later.id = NEW.snapshot_id AND later.source_id = own.source_id
            WHERE q.id = NEW.quotation_id AND own.number <= earlier.number AND earlier.number < later.number
        ) THEN
            {LATER_CAPTURE_REFUSED}
        END IF;
        IF NOT EXISTS (
            SELECT 1 FROM claims_snapshot WHERE id = NEW.sought_in_id AND strpos(text, NEW.sought) > 0
        ) THEN
            {SOUGHT_REFUSED}
        END IF;
        RETURN NEW;
    """,
)


class AnchoringQuerySet(RecordQuerySet["Anchoring"]):
    def for_list(self) -> "AnchoringQuerySet":
        """All that a row of a list shows; the snapshots' long columns stay away."""
        long = [f"{path}__{column}" for path in ("snapshot", "sought_in") for column in ("text", "raw")]
        return self.select_related("quotation", "snapshot__source__outlet", "sought_in").defer(*long)

    def silent_edits(self) -> "AnchoringQuerySet":
        """Where the words are no longer what they were where they were, newest first."""
        return self.exclude(outcome=Anchoring.Outcome.FOUND).order_by("-found_at", "-pk")

    def unanswered(self, at: datetime) -> "AnchoringQuerySet":
        """Silent edits found by a time, of quotations that stand, and of which nobody has written anything since.

        A note on the quotation, written after the finding, answers it.
        """
        notes = Annotation.objects.filter(quotation=OuterRef("quotation"), created_at__gt=OuterRef("found_at"))
        standing = self.silent_edits().exclude(quotation__state=Quotation.State.REJECTED)
        return standing.filter(~Exists(notes.filter(created_at__lte=at)), found_at__lte=at)

    def placed(self) -> "AnchoringQuerySet":
        """Where it is known which words stand there now."""
        return self.filter(start__isnull=False)

    def of_source(self, source: Source) -> "AnchoringQuerySet":
        return self.filter(snapshot__source=source)


@tracked()
class Anchoring(Record):
    """A quotation looked for in a later capture of its source, once. Like the two captures, it never changes.

    `sought` are the words that were looked for, as `sought_in` has them: the newest earlier capture in which it was
    known where the quotation stands. So each edit is told once, in the capture that has it first.
    """

    natural_fields = (
        "quotation__snapshot__source__identifier",
        "quotation__snapshot__number",
        "quotation__locator",
        "snapshot__number",
    )
    append_only = True

    class Outcome(models.TextChoices):
        FOUND = Found.FOUND.value, "unchanged"
        MOVED = Found.MOVED.value, "moved"
        ALTERED = Found.ALTERED.value, "altered"
        AMBIGUOUS = Found.AMBIGUOUS.value, "in several places"
        GONE = Found.GONE.value, "gone"

    quotation = models.ForeignKey(
        Quotation, on_delete=models.PROTECT, related_name="anchorings", editable=False, db_index=False
    )
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="anchorings", editable=False)
    sought_in = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="+", editable=False)
    sought = models.TextField("words before", editable=False)
    outcome = models.CharField(max_length=9, choices=Outcome.choices, editable=False)
    start = models.PositiveIntegerField(null=True, editable=False)
    end = models.PositiveIntegerField(null=True, editable=False)
    exact = models.TextField("words now", null=True, editable=False)  # noqa: DJ001  # null as start and end are
    score = models.FloatField(editable=False, help_text="How alike the words are to those before, from 0 to 1.")
    found_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AnchoringQuerySet.as_manager()

    class Meta:
        verbose_name = "finding"
        verbose_name_plural = "silent edits"
        ordering = ("-found_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["quotation", "snapshot"], name="anchoring_once"),
            models.CheckConstraint(
                name="anchoring_outcome_known",
                condition=Q(outcome__in=["found", "moved", "altered", "ambiguous", "gone"]),
            ),
            models.CheckConstraint(
                name="anchoring_placed",
                condition=Q(
                    outcome__in=["found", "moved", "altered"],
                    start__isnull=False,
                    end__isnull=False,
                    exact__isnull=False,
                )
                | Q(outcome__in=["ambiguous", "gone"], start__isnull=True, end__isnull=True, exact__isnull=True),
                violation_error_message="What was found has its place and its words; what was not has neither.",
            ),
            models.CheckConstraint(name="anchoring_score_normal", condition=Q(score__gte=0, score__lte=1)),
            models.CheckConstraint(name="anchoring_sought_words", condition=~Q(sought="")),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(models.F("found_at").desc(), name="anchoring_silent_edits", condition=~Q(outcome="found")),
        ]
        triggers = (
            *append_only(),
            LATER_CAPTURE,
            passage_matches("NEW.snapshot_id", optional=True, many=True),
            passages_match("snapshot_id"),
        )

    def __str__(self) -> str:
        words = self.sought if len(self.sought) <= 80 else self.sought[:79].rstrip() + "…"
        return f"“{words}”: {self.get_outcome_display()}"
