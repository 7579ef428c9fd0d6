"""Rows from a review file: what `review_yaml` writes, read again for `loaddata`.

Every row is checked as the product checks one before it stores it, and what is wrong with one is told with its line,
its model and its field. What a file refers to is looked up once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import psycopg
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers import base, python
from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError, models
from django.db.models import Model

from claims.formats.articles import FormatError
from claims.formats.located_yaml import Fields, rows_of
from claims.models.base import Record, violated

PARTS = {"model", "pk", "fields"}
# Django would make 4 of 4.5 and the word "True" of true.
WHOLE_OR_WORDS = (models.IntegerField, models.CharField, models.TextField)
# What the database says of itself: it is gone, its disk is full, it has no tables yet.
NOT_OF_A_ROW = (InterfaceError, OperationalError, ProgrammingError)


class Fault(base.DeserializationError):
    """What is wrong with a row of the file."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The fields of a row: its columns, what it is of many of, and what the file has only later."""

    columns: dict[str, Any] = field(default_factory=dict)
    many: dict[str, Any] = field(default_factory=dict)
    later: dict[Any, Any] = field(default_factory=dict)


def fault(row: Fields, name: str, reason: object) -> Fault:
    """What is wrong with a row, at the line of the field where it is one of the file's."""
    line = row["fields"].lines.get(name, row.line) if isinstance(row.get("fields"), Fields) else row.line
    told = "; ".join(reason.messages) if isinstance(reason, ValidationError) else str(reason)
    return Fault(": ".join(filter(None, (f"line {line}", row.get("model", ""), name, told))))


class Row(base.DeserializedObject):
    """A row of a file. One that is held just so already is left alone, also where the table is append-only."""

    def __init__(self, file: str, stated: Fields, row: Model, held: Model | None, **more: Any) -> None:
        super().__init__(row, **more)
        self.file, self.stated, self.held = file, stated, held

    def save(self, save_m2m: bool = True, using: str | None = None, **kwargs: Any) -> None:
        if self.held is not None and not (changed := self._changed(self.held)) and not self.m2m_data:
            return
        if self.held is not None and getattr(self.object, "append_only", False):
            raise fault(self.stated, changed[0], "is held otherwise, and such a row never changes")
        self.held = None  # fields that come later are always stored
        if isinstance(self.object, Record):
            self._check()
        try:
            super().save(save_m2m=save_m2m, using=using, **kwargs)
        except DatabaseError as error:
            if not isinstance(error.__cause__, psycopg.Error) or isinstance(error, NOT_OF_A_ROW):
                raise
            raise fault(self.stated, *violated(error.__cause__)) from error

    def save_deferred_fields(self, using: str | None = None) -> None:
        """What the file tells of only after the row that refers to it."""
        try:
            super().save_deferred_fields(using)
        except Fault:
            raise
        except base.DeserializationError as error:
            names = ", ".join(one.name for one in self.deferred_fields)
            raise fault(self.stated, names, "refers to a row that there is not") from error

    def _changed(self, held: Model) -> list[str]:
        """The fields in which the row differs from the one that is held."""
        fields = self.object._meta.concrete_fields
        return [f.name for f in fields if getattr(held, f.attname) != getattr(self.object, f.attname)]

    def _check(self) -> None:
        """Refuse what a field cannot be, and what would not be held as the file states it.

        What a field refers to has been looked up, and rules on several rows are the database's.
        """
        row = self.object
        stated = {f.name: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name in self.stated["fields"]}
        relations = [f for f in row._meta.concrete_fields if f.is_relation]
        for one in relations:
            if not one.null and getattr(row, one.attname) is None:
                raise fault(self.stated, one.name, "is missing")
        try:
            row.clean_fields(exclude={f.name for f in relations})
            row.clean()
        except ValidationError as error:
            name, reasons = next(iter(error.update_error_dict({}).items()))
            raise fault(self.stated, name, ValidationError(reasons)) from error
        for name, value in stated.items():
            if isinstance(value, str) and not value.strip() and not row._meta.get_field(name).blank:  # type: ignore[union-attr]  # it is a column
                raise fault(self.stated, name, "is nothing but white space")
            held = getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]  # it is a column
            if held != value:
                raise fault(self.stated, name, f"would be held as {held}")


class Deserializer(python.Deserializer):
    """Rows from a review file. Raises DeserializationError naming the line, the field and the reason."""

    using: str  # not in the stubs, as some of its methods
    ignorenonexistent: bool

    def __init__(self, stream_or_string: Any, **options: Any) -> None:
        try:
            rows = rows_of(stream_or_string)
        except FormatError as error:
            raise base.DeserializationError(str(error)) from error
        super().__init__(rows, **options)
        self._file = str(getattr(stream_or_string, "name", ""))
        self._known: dict[tuple[Any, str], Any] = {}  # the ids of what was referred to, by model and natural key
        self._lines: dict[tuple[type[Model], Any], int] = {}  # where each row of the file begins

    def _handle_object(self, row: Fields) -> Iterator[Row]:
        if unknown := [name for name in row if name not in PARTS]:
            raise fault(row, "", f"a row has a model and fields, and no {unknown[0]}")
        if not isinstance(row.get("model"), str) or not isinstance(row.get("fields"), Fields):
            raise fault(row, "", "a row has a model and fields")
        try:
            model = self._get_model_from_node(row["model"])  # type: ignore[attr-defined]
        except base.DeserializationError as error:
            if self.ignorenonexistent:
                return
            raise fault(row, "", "there is no such model") from error
        parts = Parts()
        for name, value in row["fields"].items():
            try:
                self._take(model._meta.get_field(name), value, parts)
            except FieldDoesNotExist as error:
                if not self.ignorenonexistent:
                    raise fault(row, name, "there is no such field") from error
            except Exception as error:  # whatever a field makes of what it does not understand
                cause = getattr(error, "original_exc", error)  # of one among many
                if isinstance(cause, NOT_OF_A_ROW):
                    raise cause from error
                raise fault(row, name, _reason(cause, value)) from error
        made = self._row(row, model, parts)
        yield made
        self._lines[model, made.object.pk] = row.line  # stored by now, so that it has an id

    def _take(self, taken: Any, value: Any, parts: Parts) -> None:
        """One field of a row."""
        place, name = parts.columns, taken.attname
        if isinstance(taken.remote_field, models.ManyToManyRel):
            place, name = parts.many, taken.name
            found = self._handle_m2m_field_node(taken, value)  # type: ignore[attr-defined]
        elif isinstance(taken.remote_field, models.ManyToOneRel):
            found = self._handle_fk_field_node(taken, value)
        elif isinstance(value, (bool, float)) and isinstance(taken, WHOLE_OR_WORDS):
            raise ValueError(value)
        else:
            found = taken.to_python(value)
            if isinstance(found, str) and "\x00" in found:
                raise ValidationError("has a NUL character, which a text cannot have")
        if found is not base.DEFER_FIELD:
            place[name] = found
        elif taken.null:
            parts.later[taken] = value
        else:  # without it the row cannot be stored
            raise taken.remote_field.model.DoesNotExist

    def _handle_fk_field_node(self, field: Any, value: Any) -> Any:
        known = (field.remote_field.model, repr(value))
        if known not in self._known:
            found = super()._handle_fk_field_node(field, value)  # type: ignore[misc]  # not in the stubs
            if found is base.DEFER_FIELD:
                return found
            self._known[known] = found
        return self._known[known]

    def _row(self, stated: Fields, model: type[Model], parts: Parts) -> Row:
        """The row as the file has it, with the id of the one that is held under its natural key."""
        key = model._meta.pk
        if "pk" in stated:
            try:
                parts.columns[key.attname] = key.to_python(stated["pk"])
            except ValidationError as error:
                raise fault(stated, "pk", error) from error
        row = model(**parts.columns)
        held = self._held(row)
        if held is not None:
            if before := self._lines.get((model, held.pk)):
                raise fault(stated, "", f"is the row of line {before} once more")
            row.pk = held.pk
        return Row(self._file, stated, row, held, m2m_data=parts.many, deferred_fields=parts.later)

    def _held(self, row: Model) -> Model | None:
        """The row that is held under the id or, without one, the natural key; by its own columns, in one query."""
        rows = type(row)._base_manager.using(self.using).order_by("pk")
        if row.pk is not None:
            return rows.filter(pk=row.pk).first()
        if isinstance(row, Record):
            names = dict.fromkeys(path.partition("__")[0] for path in row.natural_fields)
            columns = [row._meta.get_field(name).attname for name in names]  # type: ignore[union-attr]  # columns
            return rows.filter(**{column: getattr(row, column) for column in columns}).first()
        named = type(row)._default_manager.db_manager(self.using)
        if not hasattr(named, "get_by_natural_key"):
            return None
        try:
            return cast(Model, named.get_by_natural_key(*row.natural_key()))  # type: ignore[attr-defined]
        except models.ObjectDoesNotExist:
            return None


def _reason(error: Exception, value: Any) -> str:
    """Why a field cannot take a value."""
    if isinstance(error, ValidationError):
        return "; ".join(error.messages)
    if isinstance(error, models.ObjectDoesNotExist):
        return f"there is no {value}"
    return f"cannot be {value!r}"
