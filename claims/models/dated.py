"""The uncertain date, and what may be of a day or after, or before."""

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce

from claims.models.base import RecordQuerySet
from claims.text.spans import Span
from claims.text.uncertain import Basis, EdtfError, UncertainDate, bounds

R = TypeVar("R", bound=models.Model)


# The first and the last day that a date can be: the end of all days where that end is open, null where nothing is known
# of it. An index on one of them tells the planner how many rows are of before a day. The two columns it would take for
# independent, expect many where there are none, and read a list to its end in search of them.
FIRST_DAY = Coalesce("date_earliest", Case(When(date_latest__isnull=False, then=Value(date.min))))
LAST_DAY = Coalesce("date_latest", Case(When(date_earliest__isnull=False, then=Value(date.max))))


class DatedQuerySet(RecordQuerySet[R]):
    """By the uncertain date: a record counts wherever it may be."""

    def since(self, day: date) -> Self:
        """Those that may be of the day or later."""
        return self.alias(last_day=LAST_DAY).filter(last_day__gte=day)

    def until(self, day: date) -> Self:
        """Those that may be of the day or earlier."""
        return self.alias(first_day=FIRST_DAY).filter(first_day__lte=day)


def dated_indexes(name: str) -> list[models.Index]:
    """What `since` and `until` look in."""
    return [models.Index(FIRST_DAY, name=f"{name}_first_day"), models.Index(LAST_DAY, name=f"{name}_last_day")]


# The bases of a date that was counted from another day.
COUNTED = (Basis.RELATIVE.value, Basis.INFERRED.value)


class Dated(models.Model):
    """One uncertain date: what was said of it, what it is resolved to, and on what basis.

    `date_edtf` is the resolved date in the Extended Date/Time Format (ISO 8601-2), empty while unresolved.
    `date_earliest` and `date_latest` are its first and last possible day, for sorting and filtering; an end
    that is open or unknown is null. `date_base` is the day that a relative or inferred date was counted from,
    null where that is not recorded. `date_start` and `date_end` are offsets of the words in the text that the
    record was taken from.
    """

    date_text = models.CharField("date as worded", max_length=300, blank=True)
    date_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    date_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    date_edtf = models.CharField(
        "date (EDTF)",
        max_length=60,
        blank=True,
        help_text="For example 2024-09-12, 2023-10, 1868~ or ../2022-09.",
    )
    date_earliest = models.DateField("earliest day", null=True, blank=True, editable=False)
    date_latest = models.DateField("latest day", null=True, blank=True, editable=False)
    date_basis = models.CharField(
        "basis of the date",
        max_length=10,
        choices=[(b.value, b.value) for b in Basis],
        default=Basis.UNKNOWN.value,
    )
    date_base = models.DateField(
        "counted from",
        null=True,
        blank=True,
        help_text="The day that a relative or inferred date was counted from, where it is known.",
    )

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="%(class)s_date_in_order",
                condition=Q(date_earliest__isnull=True)
                | Q(date_latest__isnull=True)
                | Q(date_earliest__lte=F("date_latest")),
                violation_error_message="The earliest day is after the latest.",
            ),
            models.CheckConstraint(
                name="%(class)s_date_days_need_edtf",
                condition=~Q(date_edtf="") | Q(date_earliest__isnull=True, date_latest__isnull=True),
                violation_error_message="Days without a resolved date (date_edtf).",
            ),
            models.CheckConstraint(
                name="%(class)s_date_basis_known", condition=Q(date_basis__in=[b.value for b in Basis])
            ),
            models.CheckConstraint(
                name="%(class)s_date_base_counted",
                condition=Q(date_base__isnull=True) | (~Q(date_edtf="") & Q(date_basis__in=COUNTED)),
                violation_error_message="A day to count from (date_base) without a date counted from it.",
            ),
            models.CheckConstraint(
                name="%(class)s_date_span",
                condition=Q(date_start__isnull=True, date_end__isnull=True)
                | Q(date_start__isnull=False, date_end__isnull=False, date_end__gt=F("date_start")),
            ),
        ]

    def clean(self) -> None:
        """Derive the first and last day from the EDTF string; a string that is not EDTF is an error.

        Without a resolved date nothing is left of what it rested on.
        """
        super().clean()
        try:
            self.date_earliest, self.date_latest = bounds(self.date_edtf) if self.date_edtf else (None, None)
        except EdtfError as error:
            raise ValidationError({"date_edtf": str(error)}) from error
        if not self.date_edtf:
            self.date_basis = Basis.UNKNOWN.value
        elif self.date_basis == Basis.UNKNOWN:
            self.date_basis = Basis.STATED.value
        if self.date_basis not in COUNTED:
            self.date_base = None

    @property
    def uncertain_date(self) -> UncertainDate:
        span = None if self.date_start is None or self.date_end is None else Span(self.date_start, self.date_end)
        return UncertainDate(
            self.date_text,
            span,
            self.date_edtf,
            self.date_earliest,
            self.date_latest,
            Basis(self.date_basis),
            self.date_base,
        )

    def set_date(self, when: UncertainDate) -> Self:
        """Take over a resolved date, all columns at once."""
        self.date_text, self.date_edtf, self.date_basis = when.text, when.edtf, when.basis.value
        self.date_earliest, self.date_latest, self.date_base = when.earliest, when.latest, when.base
        self.date_start, self.date_end = (when.span.start, when.span.end) if when.span else (None, None)
        return self
