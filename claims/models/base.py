"""What every table shares: its history, its version and its natural key."""

import functools
import hashlib
from collections.abc import Callable, Collection, Sequence
from typing import Any, ClassVar, Self, TypeVar

import pghistory
import psycopg
from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, router
from django.db.models import BaseConstraint, CheckConstraint, Q, UniqueConstraint
from django.db.models.expressions import RawSQL

from claims.models.triggers import append_only

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

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Raise ValidationError for the fields that cannot be so; what is no choice is told with those that are."""
        try:
            super().clean_fields(exclude)
        except ValidationError as error:
            for name, faults in error.error_dict.items():
                for fault in faults:
                    if fault.code == "invalid_choice":
                        fault.message = f"%(value)r is none of {_choices(self, name)}."
            raise

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Raise ValidationError for the rules that do not hold: one on a single field at that field.

        Django says so of the unique ones only, and of all others on top of the form, where nobody sees which it is.
        What is there already has one code, whether one field has to be unique or several together.
        """
        faults: dict[str, list[ValidationError]] = {}
        using = router.db_for_write(type(self), instance=self)
        for model, constraints in self.get_constraints():
            for constraint in constraints if exclude else self._doubtful(model, constraints, using):
                try:
                    constraint.validate(model, self, exclude=set(exclude or ()), using=using)
                except ValidationError as error:
                    if isinstance(constraint, UniqueConstraint):
                        error.code = "unique"
                    at_field = ValidationError({field_of(constraint) or NON_FIELD_ERRORS: error})
                    faults = at_field.update_error_dict(faults)
        if faults:
            raise ValidationError(faults)

    def _doubtful(
        self, model: type[models.Model], constraints: Sequence[BaseConstraint], using: str
    ) -> Sequence[BaseConstraint]:
        """The constraints, without the checks where all hold: by itself each takes three statements to be asked."""
        checks = [constraint.condition for constraint in constraints if isinstance(constraint, CheckConstraint)]
        if not checks:
            return constraints
        try:
            CheckConstraint(condition=Q(*checks), name="all").validate(model, self, using=using)
        except ValidationError:
            return constraints
        return [constraint for constraint in constraints if not isinstance(constraint, CheckConstraint)]

    @property
    def version(self) -> str:
        """A short digest of the row's own columns: two reads with one version saw the same row."""
        return version_of(self, type(self))


def _choices(record: models.Model, field: str) -> str:
    flat = record._meta.get_field(field).flatchoices  # type: ignore[union-attr]  # it is a column
    return ", ".join(str(value) for value, _ in flat if value != "")


def version_of(row: models.Model, model: type[models.Model]) -> str:
    """The version of a record of the model, by a row that has its columns: itself or an event of it."""
    values = (repr(getattr(row, f.attname)) for f in model._meta.concrete_fields)
    return hashlib.sha256("\x1f".join(values).encode()).hexdigest()[:20]


def _follow(record: models.Model, path: str) -> Any:
    value: Any = record
    for step in path.split("__"):
        value = getattr(value, step)
    return value


def field_of(constraint: BaseConstraint) -> str:
    """The field that a constraint is on; empty where it is on several."""
    if isinstance(constraint, CheckConstraint):
        fields = set(getattr(constraint.condition, "referenced_base_fields", ()))
    else:
        fields = set(getattr(constraint, "fields", ()))
    return fields.pop() if len(fields) == 1 else ""


def violated(cause: psycopg.Error) -> tuple[str, str]:
    """The field and the words of the rule by which the database refuses a row; no field where it is on several."""
    told = cause.diag
    field, message = told.column_name or "", told.message_primary or str(cause)
    if (constraint := _constraints().get(told.constraint_name or "")) is not None:
        return field_of(constraint) or field, str(constraint.get_violation_error_message())
    return field, message


@functools.cache
def _constraints() -> dict[str, BaseConstraint]:
    """The constraints that the models declare, by their names in the database."""
    return {c.name: c for model in apps.get_app_config("claims").get_models() for c in model._meta.constraints}


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
