# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""How a list is narrowed: what a parameter may be, and that one that is not known is refused."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar
from urllib.parse import unquote_to_bytes

import django_filters as filters
from django import forms
from django.db import models
from django.db.models import QuerySet
from django_filters.fields import ModelChoiceField
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api.problems import QueryInvalid, no_such_choice
from claims.models.dated import DatedQuerySet

M = TypeVar("M", bound=models.Model)
PAGING = frozenset({"cursor", "page_size"})
# What Django puts where it cannot decode an address.
UNDECODED = "\ufffd"
BOOLEAN = ("true", "false")


class Backend(DjangoFilterBackend):
    """Filters a list by the `filterset_class` of its view."""

    def filter_queryset(self, request: Request, queryset: QuerySet[M], view: APIView) -> QuerySet[M]:
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            raise QueryInvalid({name: list(map(str, faults)) for name, faults in filterset.errors.items()})
        found: QuerySet[M] = filterset.qs
        return found


def refuse_unknown(request: Request, known: Iterable[str]) -> None:
    """Raise QueryInvalid for parameters that are not among the known, come twice, say nothing, or are not UTF-8."""
    known = sorted(known)
    expected = f"There are: {', '.join(known)}." if known else "There are none here."
    faults = {name: f"There is no such parameter. {expected}" for name in request.query_params if name not in known}
    faults |= {
        name: "Give this parameter one value."
        for name, values in request.query_params.lists()
        if name in known and (len(values) > 1 or not values[0].strip())
    }
    if not faults and _is_garbled(request):
        told = "This is not UTF-8, in which addresses are written."
        faults = {name: told for name, value in request.query_params.items() if UNDECODED in value}
    if faults:
        raise QueryInvalid(faults)


def _is_garbled(request: Request) -> bool:
    sent = unquote_to_bytes(request.META.get("QUERY_STRING", "").encode("latin-1", "replace"))
    try:
        sent.decode()
    except UnicodeDecodeError:
        return True
    return False


def known_parameters(filterset: type[Any] | None) -> frozenset[str]:
    """The names by which a list can be narrowed and paged."""
    return PAGING | frozenset(filterset.base_filters) if filterset is not None else PAGING


class Number(ModelChoiceField):
    """A record by its number, in ASCII digits: the database would read those of any script, signs and spaces."""

    def to_python(self, value: Any) -> Any:
        if value and not (value.isascii() and value.isdigit()):
            raise forms.ValidationError("A record is named by its number.", code="invalid")
        return super().to_python(value)


class NumberFilter(filters.ModelChoiceFilter):
    field_class = Number

    def filter(self, qs: QuerySet[M], value: models.Model | None) -> QuerySet[M]:
        """Without the `__exact` of the package: notes have a field of that name, and `parent__exact` is its words."""
        return qs if value is None else qs.filter(**{self.field_name: value})


def one(model: type[models.Model], help_text: str, field_name: str | None = None, **kwargs: Any) -> Any:
    """Rows of one record, named by its number."""
    return extend_schema_field({"type": "integer", "description": help_text})(
        NumberFilter(
            field_name=field_name,
            queryset=model._default_manager.all(),
            help_text=help_text,
            error_messages={"invalid_choice": "There is no such record."},
            **kwargs,
        )
    )


def choice(
    choices: type[models.TextChoices] | Sequence[str], help_text: str, field_name: str | None = None, **kwargs: Any
) -> filters.ChoiceFilter:
    """Rows with one of some values. Also for true and false: a filter for booleans takes any word for neither."""
    values = choices.values if isinstance(choices, type) else choices
    return filters.ChoiceFilter(
        field_name=field_name,
        choices=choices.choices if isinstance(choices, type) else [(value, value) for value in values],
        help_text=help_text,
        error_messages={"invalid_choice": no_such_choice(values)},
        **kwargs,
    )


def exact(help_text: str, field_name: str | None = None, **kwargs: Any) -> filters.CharFilter:
    """Rows whose field is just this; the spaces around it are a part of it."""
    return filters.CharFilter(field_name=field_name, help_text=help_text, strip=False, **kwargs)


def text(field_name: str, help_text: str) -> filters.CharFilter:
    """Rows whose field has the words in it, in any case."""
    return filters.CharFilter(field_name=field_name, lookup_expr="icontains", help_text=help_text)


class Day(forms.DateField):
    """A day in ASCII digits: Python takes those of any script for digits."""

    def strptime(self, value: str, format: str) -> date:
        if not value.isascii():
            raise ValueError(value)
        day: date = super().strptime(value, format)
        return day


class DayFilter(filters.DateFilter):
    field_class = Day


def day(method: str, help_text: str) -> filters.DateFilter:
    """Rows by a day in one form: of 10/09/2024 nobody can say which day is meant."""
    messages = {"invalid": "This is no day: give YYYY-MM-DD."}
    return DayFilter(method=method, input_formats=["%Y-%m-%d"], help_text=help_text, error_messages=messages)


class DatedFilters(filters.FilterSet):
    """By the uncertain date: records that may be of the day or after, of the day or before."""

    date_from = day("may_be_after", "Dated on this day or later, as far as is known; YYYY-MM-DD.")
    date_to = day("may_be_before", "Dated on this day or earlier, as far as is known; YYYY-MM-DD.")

    def may_be_after(self, queryset: DatedQuerySet[M], name: str, day: date) -> QuerySet[M]:
        return queryset.since(day)

    def may_be_before(self, queryset: DatedQuerySet[M], name: str, day: date) -> QuerySet[M]:
        return queryset.until(day)
