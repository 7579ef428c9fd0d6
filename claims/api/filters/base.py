# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""How a list is narrowed: what a parameter may be, and that one that is not known is refused."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

import django_filters as filters
from django import forms
from django.db import models
from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api.problems import QueryInvalid
from claims.models.dated import DatedQuerySet

M = TypeVar("M", bound=models.Model)
PAGING = frozenset({"cursor", "page_size"})


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
    """Raise QueryInvalid for parameters of the URL that are not among the known, come twice, or say nothing."""
    known = sorted(known)
    expected = f"There are: {', '.join(known)}." if known else "There are none here."
    faults = {name: f"There is no such parameter. {expected}" for name in request.query_params if name not in known}
    faults |= {
        name: "Give this parameter one value."
        for name, values in request.query_params.lists()
        if name in known and (len(values) > 1 or not values[0].strip())
    }
    if faults:
        raise QueryInvalid(faults)


def known_parameters(filterset: type[Any] | None) -> frozenset[str]:
    """The names by which a list can be narrowed and paged."""
    return PAGING | frozenset(filterset.base_filters) if filterset is not None else PAGING


def one(model: type[models.Model], help_text: str, field_name: str | None = None, **kwargs: Any) -> Any:
    """Rows of one record, named by its number."""
    return extend_schema_field({"type": "integer", "description": help_text})(
        filters.ModelChoiceFilter(
            field_name=field_name, queryset=model._default_manager.all(), help_text=help_text, **kwargs
        )
    )


def choice(choices: type[models.TextChoices], help_text: str) -> filters.ChoiceFilter:
    return filters.ChoiceFilter(choices=choices.choices, help_text=help_text)


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
    return DayFilter(method=method, input_formats=["%Y-%m-%d"], help_text=help_text)


class DatedFilters(filters.FilterSet):
    """By the uncertain date: records that may be of the day or after, of the day or before."""

    date_from = day("may_be_after", "Dated on this day or later, as far as is known; YYYY-MM-DD.")
    date_to = day("may_be_before", "Dated on this day or earlier, as far as is known; YYYY-MM-DD.")

    def may_be_after(self, queryset: DatedQuerySet[M], name: str, day: date) -> QuerySet[M]:
        return queryset.since(day)

    def may_be_before(self, queryset: DatedQuerySet[M], name: str, day: date) -> QuerySet[M]:
        return queryset.until(day)
