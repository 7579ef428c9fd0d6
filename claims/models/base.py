"""What every table shares: its history, its version, its natural key and the uncertain date."""

import hashlib
from collections.abc import Callable, Collection
from typing import Any, ClassVar, Self, TypeVar

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from claims.models.triggers import append_only
from claims.text.spans import Span
from claims.text.uncertain import Basis, EdtfError, UncertainDate, bounds

M = TypeVar("M", bound=type[models.Model])
R = TypeVar("R", bound=models.Model)


def tracked(*, exclude: tuple[str, ...] = (), made: bool = True) -> Callable[[M], M]:
    """Have the database write one event for each insert, update and delete of a row of the model.

    Without `made` an insert leaves none: for rows that a machine makes by the hundred thousand, which say themselves
    when and of what they were made.
    """
    return pghistory.track(  # type: ignore[no-any-return]  # pghistory's decorator carries no types
        *((pghistory.InsertEvent(),) if made else ()),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude),
        # Who and why stand in the event itself: a row of its own could be changed behind the event's back.
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,  # type: ignore[arg-type]  # None is documented, the annotation forgot it
        attrs={"append_only": True},
        meta={"triggers": append_only()},
    )


class RecordQuerySet(models.QuerySet[R]):
    """Reads that every record offers."""

    def get_by_natural_key(self, *key: object) -> R:
        return self.get(**dict(zip(self.model.natural_fields, key, strict=True)))  # type: ignore[attr-defined]  # R is a Record

    def among(self, ids: Collection[int]) -> Self:
        """Those with the ids, of which there may be thousands: one array, where Django would write as many numbers."""
        wanted = RawSQL("SELECT unnest(%s::bigint[])", [list(ids)])
        return self.filter(pk__in=wanted)

    def locked(self, pk: int) -> R:
        """The row, held until the transaction ends; nobody else changes it meanwhile."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class Record(models.Model):
    """A row that people and fixture files can name without its database id."""

    natural_fields: ClassVar[tuple[str, ...]]

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[Any, ...]:
        """The values of `natural_fields`, which may reach over foreign keys (``source__identifier``)."""
        return tuple(_follow(self, path) for path in self.natural_fields)

    @property
    def version(self) -> str:
        """A short digest of the row's own columns: two reads with one version saw the same row."""
        values = (repr(getattr(self, f.attname)) for f in self._meta.concrete_fields)
        return hashlib.sha256("\x1f".join(values).encode()).hexdigest()[:20]


def _follow(record: models.Model, path: str) -> Any:
    value: Any = record
    for step in path.split("__"):
        value = getattr(value, step)
    return value


def all_or_none(*fields: str) -> Q:
    """Either every one of the fields has a value or none has."""
    return Q(**{f"{f}__isnull": True for f in fields}) | Q(**{f"{f}__isnull": False for f in fields})


def exactly_one(*fields: str) -> Q:
    """One of the fields has a value, the others have none."""
    condition = Q()
    for given in fields:
        condition |= Q(**{f"{f}__isnull": f != given for f in fields})
    return condition


def language_tag(table: str) -> models.CheckConstraint:
    """`language` has the form of a BCP 47 tag."""
    return models.CheckConstraint(
        name=f"{table}_language_tag",
        condition=Q(language__regex=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
        violation_error_message="Give a BCP 47 tag, such as en or pt-BR.",
    )


def web_address(table: str) -> models.CheckConstraint:
    """`url` is one that a page can link to without running anything."""
    return models.CheckConstraint(
        name=f"{table}_url_on_the_web",
        condition=Q(url="") | Q(url__regex=r"^https?://[^[:space:]]+$"),
        violation_error_message="Give a URL that begins with http:// or https://.",
    )


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
                | Q(date_start__isnull=False, date_end__gt=F("date_start")),
            ),
        ]

    def clean(self) -> None:
        """Derive the first and last day from the EDTF string; a string that is not EDTF is an error."""
        super().clean()
        try:
            self.date_earliest, self.date_latest = bounds(self.date_edtf) if self.date_edtf else (None, None)
        except EdtfError as error:
            raise ValidationError({"date_edtf": str(error)}) from error
        if self.date_edtf and self.date_basis == Basis.UNKNOWN:
            self.date_basis = Basis.STATED.value
        if not self.date_edtf or self.date_basis not in COUNTED:
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
