"""What all serializers share: strict fields, their descriptions, and no unknown field passed over."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar, cast

from django.db import models
from rest_framework import serializers
from rest_framework.fields import Field, empty
from rest_framework.validators import UniqueValidator

from claims.api.problems import no_such_choice

M = TypeVar("M", bound=models.Model)

LARGEST_OFFSET = 2_147_483_647  # of PostgreSQL's integer

Told = Mapping[str, str]

DATE_TOLD: Told = {
    "date_text": "The date as the text words it, such as “on Thursday”.",
    "date_edtf": "The date in the Extended Date/Time Format, such as 2024-09-12, 2023-10, 1868~ or ../2022-09; "
    "empty while unresolved.",
    "date_basis": "Where the date comes from: stated, relative to publication, inferred, or unknown.",
    "date_base": "The day that a relative or inferred date was counted from; null where it is not recorded.",
    "date_earliest": "The first day it can be; null where that end is open or unknown.",
    "date_latest": "The last day it can be; null where that end is open or unknown.",
}
DATE_FIELDS = tuple(DATE_TOLD)


class Strict:
    """A field that takes its own JSON type only: REST framework would read 5 as "5" and "yes" as true."""

    json_type: type

    def to_internal_value(self, data: Any) -> Any:
        if type(data) is not self.json_type:
            self.fail("invalid")  # type: ignore[attr-defined]  # of the field that this is mixed into
        return super().to_internal_value(data)  # type: ignore[misc]


class Text(Strict, serializers.CharField):
    json_type = str


class Slug(Strict, serializers.SlugField):
    json_type = str


class Url(Strict, serializers.URLField):
    json_type = str


class Integer(Strict, serializers.IntegerField):
    json_type = int


class Boolean(Strict, serializers.BooleanField):
    json_type = bool


class Choice(serializers.ChoiceField):
    """One of some words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages["invalid_choice"] = no_such_choice(map(str, self.choices))


class Moment(serializers.DateTimeField):
    """A moment as RFC 3339 writes it: Python reads a day or a week too, and takes a missing offset for its own."""

    FORM = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
    default_error_messages = {"invalid": "This is no moment: give one with its offset, such as 2024-09-13T10:00:00Z."}

    def to_internal_value(self, value: Any) -> datetime:
        if not isinstance(value, str) or not self.FORM.fullmatch(value):
            self.fail("invalid", format="")
        return super().to_internal_value(value)


class Day(serializers.DateField):
    """A day as RFC 3339 writes it, for the same reason."""

    FORM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
    default_error_messages = {"invalid": "This is no day: give YYYY-MM-DD."}

    def to_internal_value(self, value: Any) -> date:
        if not isinstance(value, str) or not self.FORM.fullmatch(value):
            self.fail("invalid", format="")
        return super().to_internal_value(value)


class Number(serializers.FloatField):
    def to_internal_value(self, data: Any) -> float:
        if type(data) not in (int, float):
            self.fail("invalid")
        return super().to_internal_value(data)


class Reference(serializers.PrimaryKeyRelatedField[M]):
    """Another record, by its number. An empty string is none: REST framework would read it as null."""

    def run_validation(self, data: Any = empty) -> Any:
        if data == "":
            self.fail("incorrect_type", data_type="str")
        return super().run_validation(data)

    def to_internal_value(self, data: Any) -> Any:
        if type(data) is not int:
            self.fail("incorrect_type", data_type=type(data).__name__)
        return super().to_internal_value(cast(Any, data))


class Passage(Integer):
    """An offset in a text, in Unicode code points."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=LARGEST_OFFSET, **kwargs)


class Described:
    """Takes the descriptions of its fields from the table `told`, and refuses fields that it does not write."""

    told: ClassVar[Told] = {}

    def get_fields(self) -> dict[str, Field[Any, Any, Any, Any]]:
        fields: dict[str, Field[Any, Any, Any, Any]] = super().get_fields()  # type: ignore[misc]
        for name, meaning in self.told.items():
            if name in fields:
                fields[name].help_text = meaning
        return fields

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            writable = {field.field_name for field in self._writable_fields}  # type: ignore[attr-defined]
            faults = {
                name: [serializers.ErrorDetail(self._why_not(name), "not_writable")]
                for name in data
                if name not in writable
            }
            if faults:
                raise serializers.ValidationError(faults)
        return super().to_internal_value(data)  # type: ignore[misc]

    def _why_not(self, name: str) -> str:
        return "This field is not set by requests." if name in self.fields else "There is no such field."  # type: ignore[attr-defined]


class Input(Described, serializers.Serializer[Any]):
    """The body of a request that asks for an operation."""


class NoInput(Input):
    """The body of a request that says all by its address: none, or one without fields."""


class RecordSerializer(Described, serializers.ModelSerializer[M]):
    """A record. What it must be is the model's own affair: the operation asks the model, and the database."""

    serializer_related_field = Reference
    serializer_choice_field = Choice
    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.CharField: Text,
        models.TextField: Text,
        models.SlugField: Slug,
        models.URLField: Url,
        models.BooleanField: Boolean,
        models.DateField: Day,
        models.PositiveIntegerField: Integer,
        models.PositiveSmallIntegerField: Integer,
    }

    def get_validators(self) -> list[Any]:
        return []

    def build_standard_field(self, field_name: str, model_field: Any) -> Any:
        """Without the look for a name that is taken: of a body that has other faults too, the model tells them all."""
        made, options = super().build_standard_field(field_name, model_field)
        looks = [look for look in options.pop("validators", ()) if not isinstance(look, UniqueValidator)]
        return made, options | ({"validators": looks} if looks else {})


class Person(Text):
    """A person of the desk, by user name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)
