"""One appearance of a claim in one captured text: its passages, and how it got there."""

from collections.abc import Collection
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, all_or_none, tracked
from claims.models.claims import Claim
from claims.models.dated import Dated, DatedQuerySet, dated_indexes
from claims.models.locators import locator_is_segments
from claims.models.merges import JOINS_AN_UNMERGED_CLAIM
from claims.models.outlets import Outlet
from claims.models.searches import Searchable, Sought
from claims.models.sources import Snapshot
from claims.models.speakers import Speaker, speaker_of_its_source
from claims.models.triggers import (
    awaits_indexing,
    fixed,
    never_deleted,
    numbered_from_zero,
    passage_matches,
    passages_match,
    standing_claim,
)


class QuotationQuerySet(DatedQuerySet["Quotation"]):
    def for_list(self) -> "QuotationQuerySet":
        """All that a row of a list shows, in a fixed number of queries; the snapshot's long columns stay away."""
        return (
            self.select_related("snapshot__source__outlet", "claim", "speaker", "decided_by")
            .defer("snapshot__text", "snapshot__raw")
            .prefetch_related("segments")
        )

    def for_page(self) -> "QuotationQuerySet":
        """The same with the chain it came by."""
        return self.for_list().prefetch_related(Prefetch("hops", Hop.objects.select_related("speaker", "outlet")))

    def words_of(self, quotations: Collection[int]) -> dict[int, str]:
        """What each of some quotations quotes, as `words` gives it, without reading the rows."""
        segments = Segment.objects.filter(quotation__in=quotations).values_list("quotation").order_by()
        return dict(segments.annotate(words=StringAgg("exact", " … ", order_by="position")))

    def by(self, sought: Sought) -> "QuotationQuerySet":
        """Those of a speaker whose names, of the record or in the text, have the words."""
        speakers = list(Speaker.objects.named(sought).order_by().values_list("pk", flat=True))
        held = self.alias(who=Searchable("speaker_name", "speaker_text"))
        return held.filter(Q(who=sought.as_named) | Q(speaker__in=speakers))

    def found_by(self, sought: Sought) -> "QuotationQuerySet":
        """Those whose rule or engine has the words in its name."""
        return self.alias(how=Searchable("rule", "origin")).filter(how=sought.as_named)

    def suggested(self) -> "QuotationQuerySet":
        """What waits for a person to accept or reject it."""
        return self.filter(state=Quotation.State.SUGGESTED)


@tracked()
class Quotation(Record, Dated):
    """A passage in which somebody is said to have said something. Its date is what the text says of when."""

    natural_fields = ("snapshot__source__identifier", "snapshot__number", "locator")

    class Kind(models.TextChoices):
        DIRECT = "direct", "direct"
        MIXED = "mixed", "mixed"
        INDIRECT = "indirect", "indirect"

    class State(models.TextChoices):
        SUGGESTED = "suggested", "suggested"
        ACCEPTED = "accepted", "accepted"
        REJECTED = "rejected", "rejected"

    PERSON = "person"

    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.PROTECT, related_name="quotations", editable=False, db_index=False
    )
    locator = models.CharField(
        max_length=2000,
        editable=False,
        help_text="The offsets of its segments: 645-830, or 12-40,58-97 where it is split.",
    )
    claim = models.ForeignKey(
        Claim, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="quotations"
    )
    kind = models.CharField(max_length=8, choices=Kind.choices)
    cue = models.CharField("reporting cue", max_length=300, blank=True, help_text="told, according to, warned that")

    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="quotations")
    speaker_text = models.CharField("speaker as worded", max_length=500, blank=True)
    speaker_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    speaker_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    speaker_name = models.CharField(
        "full name within the article",
        max_length=300,
        blank=True,
        help_text="Empty where several fit or none.",
    )
    speaker_role = models.CharField("role", max_length=300, blank=True)
    speaker_affiliation = models.CharField("affiliation", max_length=300, blank=True)
    speaker_kind = models.CharField("kind of speaker", max_length=12, choices=Speaker.Kind.choices, blank=True)

    addressee = models.CharField(max_length=300, blank=True)
    venue = models.CharField(max_length=300, blank=True)

    origin = models.CharField(max_length=60, editable=False, help_text="The engine that suggested it, or person.")
    rule = models.CharField(
        max_length=100, blank=True, editable=False, help_text="The rule of the engine that found it."
    )
    confidence = models.FloatField(
        null=True, blank=True, editable=False, help_text="From 0 to 1; empty for a person's own."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    state = models.CharField(max_length=9, choices=State.choices, default=State.SUGGESTED, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    reason = models.CharField("why it was rejected", max_length=500, blank=True, editable=False)

    objects = QuotationQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ("-created_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["snapshot", "locator"],
                name="quotation_passage_once",
                violation_error_message="This passage is already a quotation.",
            ),
            models.CheckConstraint(name="quotation_kind_known", condition=Q(kind__in=["direct", "mixed", "indirect"])),
            models.CheckConstraint(
                name="quotation_confidence_normal",
                condition=Q(confidence__isnull=True) | Q(confidence__gte=0, confidence__lte=1),
            ),
            models.CheckConstraint(
                name="quotation_state_decided",
                condition=Q(state="suggested", claim__isnull=True, decided_by__isnull=True, decided_at__isnull=True)
                | Q(state="accepted", claim__isnull=False, decided_by__isnull=False, decided_at__isnull=False)
                | Q(state="rejected", claim__isnull=True, decided_by__isnull=False, decided_at__isnull=False),
                violation_error_message="An accepted quotation has a claim, and every decision has its person.",
            ),
            models.CheckConstraint(
                name="quotation_speaker_span",
                condition=all_or_none("speaker_start", "speaker_end")
                & (Q(speaker_start__isnull=True) | Q(speaker_end__gt=F("speaker_start"))),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # The lists in the order that they open with; and which texts have something that waits.
            models.Index(fields=["state", "-created_at", "id"], name="quotation_queue"),
            models.Index(fields=["-created_at", "id"], name="quotation_newest"),
            models.Index(fields=["kind", "-created_at", "id"], name="quotation_kind"),
            models.Index("confidence", name="quotation_confidence"),
            *dated_indexes("quotation"),
            GinIndex(Searchable("speaker_name", "speaker_text"), name="quotation_speaker_words"),
            GinIndex(Searchable("rule", "origin"), name="quotation_rule_words"),
            models.Index("snapshot", "created_at", condition=Q(state="suggested"), name="quotation_waiting"),
            models.Index(
                "claim", "speaker", condition=Q(claim__isnull=False, speaker__isnull=False), name="quotation_speakers"
            ),
        ]
        triggers = (
            fixed("snapshot_id", "locator"),
            never_deleted("reject the quotation, so that it is not suggested again"),
            speaker_of_its_source("NEW.snapshot_id"),
            JOINS_AN_UNMERGED_CLAIM,
            standing_claim(pgtrigger.Insert | pgtrigger.UpdateOf("claim_id"), "claim_id"),  # type: ignore[no-untyped-call]  # pgtrigger has no types
            locator_is_segments(pgtrigger.Insert | pgtrigger.Update, "owner := NEW.id;"),
            awaits_indexing("quotation_id", pgtrigger.Insert, once="(quotation_id) WHERE snapshot_id IS NULL"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} quotation at {self.locator}"

    @property
    def words(self) -> str:
        """What is quoted, its segments joined by an ellipsis where it is split."""
        return " … ".join(segment.exact for segment in self.segments.all())


@tracked()
class Segment(Record):
    """A passage of the snapshot's text, with the selector that finds it again (W3C text quote selector)."""

    natural_fields = (
        "quotation__snapshot__source__identifier",
        "quotation__snapshot__number",
        "quotation__locator",
        "position",
    )

    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="segments", db_index=False)
    position = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField(help_text="Unicode code points from the start of the text.")
    end = models.PositiveIntegerField(help_text="The first code point that no longer belongs to it.")
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)

    objects = RecordQuerySet["Segment"].as_manager()

    class Meta:
        ordering = ("quotation", "position")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["quotation", "position"],
                name="segment_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(name="segment_not_empty", condition=Q(end__gt=F("start"))),
        ]
        triggers = (
            passage_matches(
                "(SELECT snapshot_id FROM claims_quotation WHERE id = NEW.quotation_id)", optional=False, many=True
            ),
            passages_match("(SELECT snapshot_id FROM claims_quotation WHERE id = added.quotation_id)"),
            locator_is_segments(
                pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                "IF TG_OP = 'DELETE' THEN owner := OLD.quotation_id; ELSE owner := NEW.quotation_id; END IF;",
            ),
            numbered_from_zero("claims_segment"),
        )

    def __str__(self) -> str:
        return self.exact


@tracked()
class Hop(Record, Dated):
    """One step of the chain by which the words came here: who, with what verb, to whom, when."""

    natural_fields = (
        "quotation__snapshot__source__identifier",
        "quotation__snapshot__number",
        "quotation__locator",
        "position",
    )

    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="hops", db_index=False)
    position = models.PositiveSmallIntegerField(help_text="0 for whoever spoke first, and on towards this page.")
    who = models.CharField(max_length=300)
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="hops")
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="hops")
    verb = models.CharField("reporting verb", max_length=100, blank=True)
    to_whom = models.CharField(max_length=300, blank=True)

    objects = RecordQuerySet["Hop"].as_manager()

    class Meta(Dated.Meta):
        ordering = ("quotation", "position")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["quotation", "position"],
                name="hop_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(name="hop_has_who", condition=~Q(who="")),
        ]
        triggers = (
            fixed("quotation_id"),
            numbered_from_zero("claims_hop"),
            speaker_of_its_source(
                "(SELECT snapshot_id FROM claims_quotation WHERE id = NEW.quotation_id)",
                pgtrigger.Condition("NEW.speaker_id IS NOT NULL"),
            ),
        )

    def __str__(self) -> str:
        return " ".join(filter(None, (self.who, self.verb, self.to_whom)))
