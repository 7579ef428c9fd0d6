"""YAML in which a change of a record reads as a diff: Django's, with the form chosen for an editor's eye.

A row starts with what names it, keeps the order of its model's fields, and leaves out what a field has anyway.
Texts stand as they are, paragraph by paragraph; every other value is one line, so that changing it changes one
line. The events of the history and the trace index are not written: the database makes its own of the rows that are
loaded.

Registered in settings.SERIALIZATION_MODULES, so that `loaddata` and `dumpdata --format yaml` use it.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

import yaml
from django.contrib.postgres.fields import ArrayField
from django.core.serializers import pyyaml
from django.db import models
from django.db.models import NOT_PROVIDED, Field
from pghistory.models import Event

from claims.formats.review_rows import Deserializer

__all__ = ["Deserializer", "Serializer", "write"]  # Django asks the module for the first two

# Emptiness that a field makes anew each time; any other callable default, such as now(), is never the value held.
EMPTY = (list, dict)
# What a literal block gives back exactly. Not the line separators that YAML reads as its own, and no tab at the
# start, which libyaml takes for a broken indentation.
LITERAL = re.compile("(?!\t)[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]*")
SEPARATORS = re.compile("[\x85\u2028\u2029]")


class Prose(str):
    """A text that people write: it stands in a block of its own, where no character has to be quoted."""


class ReviewDumper(yaml.SafeDumper):
    """PyYAML's own emitter, not libyaml's: the same bytes on every machine."""

    def analyze_scalar(self, scalar: str) -> Any:
        """Allow the literal block for texts with tabs or spaces before a line's end, which PyYAML would escape."""
        analysis = super().analyze_scalar(scalar)
        if "\n" in scalar and LITERAL.fullmatch(scalar):
            analysis.allow_block = True
        return analysis


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = '"' if SEPARATORS.search(value) else "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _prose(dumper: yaml.SafeDumper, value: Prose) -> yaml.ScalarNode:
    text = str(value)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if LITERAL.fullmatch(text) else '"')


def _list(dumper: yaml.SafeDumper, value: Iterable[Any]) -> yaml.SequenceNode:
    """Rows one below the other; keys and plain lists on one line."""
    values = list(value)
    has_rows = any(isinstance(item, dict) for item in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=not has_rows)


def _as_string(dumper: yaml.SafeDumper, value: Decimal | UUID) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value))


ReviewDumper.add_representer(Decimal, _as_string)
ReviewDumper.add_representer(UUID, _as_string)
ReviewDumper.add_representer(str, _string)
ReviewDumper.add_representer(Prose, _prose)
ReviewDumper.add_representer(list, _list)
ReviewDumper.add_representer(tuple, _list)


def write(value: object, stream: Any) -> None:
    """Write plain data as a review reads it, keys in the order they have."""
    yaml.dump(value, stream, Dumper=ReviewDumper, allow_unicode=True, sort_keys=False, width=float("inf"))


class Serializer(pyyaml.Serializer):
    """Rows as a review reads them."""

    _current: dict[str, Any]  # the row at hand; the stubs do not know it

    def serialize(self, queryset: Iterable[models.Model], **options: Any) -> Any:
        return super().serialize((row for row in queryset if not _is_derived(row)), **options)

    def get_dump_object(self, obj: models.Model) -> dict[str, Any]:
        dumped: dict[str, Any] = super().get_dump_object(obj)
        fields = {name: value for name, value in dumped["fields"].items() if not _is_default(obj, name)}
        key = [path.partition("__")[0] for path in getattr(obj, "natural_fields", ())]
        dumped["fields"] = {name: fields[name] for name in (*key, *fields) if name in fields}
        return dumped

    def handle_field(self, obj: models.Model, field: Field[Any, Any]) -> None:
        super().handle_field(obj, field)
        if isinstance(field, ArrayField):  # a list, where Django would write the string of its JSON
            self._current[field.name] = field.value_from_object(obj)

    def end_serialization(self) -> None:
        write(self.objects, self.stream)


def _is_derived(row: models.Model) -> bool:
    """Whether the database makes the row by itself of others."""
    return isinstance(row, Event) or getattr(row, "derived", False)


def _is_default(row: models.Model, name: str) -> bool:
    """Whether a new row has this value without being told."""
    field = row._meta.get_field(name)
    if isinstance(field, models.ManyToManyField):
        return not getattr(row, name).exists()
    if not isinstance(field, Field) or (callable(field.default) and field.default not in (*EMPTY, NOT_PROVIDED)):
        return False
    return bool(field.value_from_object(row) == field.get_default())
