"""The sources that are captured again and again, so that a silent edit does not pass unseen."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.sources import Source

LONGEST_HOURS = 8760  # a year


class WatchQuerySet(RecordQuerySet["Watch"]):
    def for_list(self) -> "WatchQuerySet":
        """All that a row of a list shows; `captures` is the number of the source's newest capture, None without."""
        held = self.select_related("source__outlet", "created_by")
        return held.annotate(captures=Max("source__snapshots__number"))

    def due(self, at: datetime) -> "WatchQuerySet":
        """What is to be captured again by a time, the longest due first."""
        return self.filter(next_at__lte=at).order_by("next_at", "pk")


# When it looked and looks next is the clock's doing: no change that a history would be read for.
@tracked(exclude=("next_at", "last_at"))
class Watch(Record):
    """That a source is captured again every so many hours, as the user who set it."""

    natural_fields = ("source__identifier",)

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="watch")
    every_hours = models.PositiveIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_HOURS)],
        help_text="Hours from one capture to the next, 1 to 8760.",
    )
    next_at = models.DateTimeField(default=timezone.now, editable=False)
    last_at = models.DateTimeField(null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False, help_text="Attempts in a row that failed.")
    last_error = models.TextField(blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="set by",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        help_text="Who set it: its captures are made as theirs.",
    )

    objects = WatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "watches"
        ordering = ("next_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="watch_every_hours",
                condition=Q(every_hours__gte=1, every_hours__lte=8760),
                violation_error_message="Give 1 to 8760 hours.",
            ),
            models.CheckConstraint(
                name="watch_failure_told",
                condition=Q(failures=0, last_error="") | (Q(failures__gte=1) & ~Q(last_error="")),
                violation_error_message="A failure has its reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}, every {self.every_hours} hours"
