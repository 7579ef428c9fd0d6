"""Which quotations are appearances of one utterance, and what people have moved between claims."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, all_or_none, tracked
from claims.models.claims import Claim
from claims.models.quotations import Quotation
from claims.models.triggers import fixed, never_deleted, standing_claim


class UtteranceQuerySet(RecordQuerySet["Utterance"]):
    def made_of(self, firsts: Sequence[int]) -> list[int]:
        """New utterances whose earliest appearances are these quotations: their numbers, in the same order."""
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO claims_utterance (identifier, earliest_id, created_at) "
                "SELECT gen_random_uuid(), first, now() FROM unnest(%s::bigint[]) WITH ORDINALITY AS made (first, n) "
                "ORDER BY n RETURNING id",
                [list(firsts)],
            )
            return [number for (number,) in cursor.fetchall()]


@tracked(made=False)
class Utterance(Record):
    """Something said once, however often it was repeated. Its appearances are quotations; its claim is theirs.

    `earliest` is the earliest appearance known. Where a text that is captured later turns out to be older, it moves,
    and the history says so.
    """

    natural_fields = ("identifier",)

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    earliest = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = UtteranceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        triggers = (never_deleted("its appearances were told apart or joined by way of it"),)

    def __str__(self) -> str:
        return str(self.identifier)


class AppearanceQuerySet(RecordQuerySet["Appearance"]):
    def for_list(self) -> "AppearanceQuerySet":
        """All that a row of a list shows."""
        ends = ("quotation", "like", "utterance__earliest")
        texts = [f"{end}__snapshot__{column}" for end in ends for column in ("text", "raw")]
        beside = ("snapshot__source__outlet", "speaker", "claim")
        return (
            self.select_related(*(f"{end}__{row}" for end in ends for row in beside), "decided_by")
            .defer(*texts)
            .prefetch_related(*(f"{end}__segments" for end in ends))
        )

    def with_words(self) -> "AppearanceQuerySet":
        """The words of both quotations, and no more: for lists, which would join twenty tables for the rest."""
        return self.select_related("quotation", "like", "utterance__earliest").prefetch_related(
            *(f"{end}__segments" for end in ("quotation", "like", "utterance__earliest"))
        )

    def proposed(self, at: datetime | None = None) -> "AppearanceQuerySet":
        """What waits for a person to say whether it is the same utterance. A rejected quotation waits for nothing.

        With a time, without what came later.
        """
        waiting = self.filter(standing=Appearance.Standing.PROPOSED, **({"created_at__lte": at} if at else {}))
        return waiting.exclude(quotation__state=Quotation.State.REJECTED)

    def joined(self) -> "AppearanceQuerySet":
        return self.filter(standing=Appearance.Standing.JOINED)

    def standing_of(self, quotations: Sequence[int]) -> list[tuple[int, int, str]]:
        """What is known of many quotations: quotation, utterance and standing of each."""
        with connection.cursor() as cursor:  # one array, where Django would write thousands of numbers
            cursor.execute(
                "SELECT quotation_id, utterance_id, standing FROM claims_appearance WHERE quotation_id = ANY(%s)",
                [list(quotations)],
            )
            rows: list[tuple[int, int, str]] = cursor.fetchall()
        return rows

    def write(self, rows: Iterable[tuple[int, int, str, int | None, float | None, str]]) -> None:
        """Add many at once: quotation, utterance, standing, most like, score, reason of each."""
        now = timezone.now()
        with (
            connection.cursor() as cursor,
            cursor.copy(
                "COPY claims_appearance (quotation_id, utterance_id, standing, like_id, score, reason, created_at) "
                "FROM STDIN"
            ) as copy,
        ):
            for row in rows:
                copy.write_row((*row, now))


@tracked(made=False)
class Appearance(Record):
    """That a quotation is, may be or is not an appearance of an utterance.

    A quotation is joined to one utterance at most. What a person declined stays, so that it is not proposed again.
    """

    natural_fields = (
        "quotation__snapshot__source__identifier",
        "quotation__snapshot__number",
        "quotation__locator",
        "utterance__identifier",
    )

    class Standing(models.TextChoices):
        JOINED = "joined", "joined"
        PROPOSED = "proposed", "proposed"
        DECLINED = "declined", "declined"

    quotation = models.ForeignKey(
        Quotation, on_delete=models.PROTECT, related_name="appearances", editable=False, db_index=False
    )
    utterance = models.ForeignKey(Utterance, on_delete=models.PROTECT, related_name="appearances", editable=False)
    standing = models.CharField(max_length=8, choices=Standing.choices, editable=False)
    like = models.ForeignKey(
        Quotation,
        verbose_name="most like",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        help_text="The appearance that its wording was held against.",
    )
    score = models.FloatField(
        null=True, editable=False, help_text="How likely the two are one utterance by their words, from 0 to 1."
    )
    reason = models.CharField(max_length=200, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, editable=False)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["quotation", "utterance"], name="appearance_once"),
            models.UniqueConstraint(
                fields=["quotation"],
                condition=Q(standing="joined"),
                name="appearance_of_one_utterance",
                violation_error_message="This quotation is an appearance of another utterance already.",
            ),
            models.CheckConstraint(
                name="appearance_standing_known", condition=Q(standing__in=["joined", "proposed", "declined"])
            ),
            models.CheckConstraint(
                name="appearance_score_normal", condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=1)
            ),
            models.CheckConstraint(
                name="appearance_decided",
                condition=all_or_none("decided_by", "decided_at")
                & (~Q(standing="declined") | Q(decided_by__isnull=False)),
                violation_error_message="What was declined was declined by a person.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("id", name="appearance_queue", condition=Q(standing="proposed")),
        ]
        triggers = (
            fixed("quotation_id", "utterance_id"),
            never_deleted("decline it, so that it is not proposed again"),
        )

    def __str__(self) -> str:
        return f"{self.quotation} {self.get_standing_display()}"

    @property
    def beside(self) -> Quotation:
        """The appearance that it is held against: the most like, else the earliest of the utterance."""
        return self.like or self.utterance.earliest


class RegroupingQuerySet(RecordQuerySet["Regrouping"]):
    def for_list(self) -> "RegroupingQuerySet":
        """All that a row of a list shows, in one query."""
        return self.select_related("from_claim", "to_claim", "made_by", "undone_by")

    def of_claim(self, claim: Claim) -> "RegroupingQuerySet":
        """Those that moved quotations to or from a claim."""
        return self.for_list().filter(Q(from_claim=claim) | Q(to_claim=claim))


@tracked()
class Regrouping(Record):
    """That a person moved quotations from one claim to another: merged two claims, or split one. It can be undone."""

    natural_fields = ("identifier",)

    class Kind(models.TextChoices):
        MERGE = "merge", "merged"
        SPLIT = "split", "split"

    identifier = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=5, choices=Kind.choices, editable=False)
    from_claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="regroupings_from", editable=False)
    to_claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="regroupings_to", editable=False)
    quotations = ArrayField(models.BigIntegerField(), editable=False, help_text="The ids of those that were moved.")
    parted = models.JSONField(
        default=list, editable=False, help_text="The appearances that a split declined, as each stood before."
    )
    note = models.CharField(max_length=500, blank=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = RegroupingQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="regrouping_kind_known", condition=Q(kind__in=["merge", "split"])),
            models.CheckConstraint(name="regrouping_of_two", condition=~Q(from_claim=models.F("to_claim"))),
            models.CheckConstraint(name="regrouping_undone", condition=all_or_none("undone_by", "undone_at")),
        ]
        triggers = (
            fixed("kind", "from_claim_id", "to_claim_id", "quotations", "parted", "made_by_id", "made_at"),
            never_deleted("undo it"),
            standing_claim(pgtrigger.Insert, "from_claim_id", "to_claim_id"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.from_claim} → {self.to_claim}"
