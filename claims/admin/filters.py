"""Filters that ask for words or days, where a list of all there is would have thousands of lines.

Names are found by how their words begin, by the indexes of the search.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from claims.models import Claim, Outlet, Question, Quotation, Rating, Snapshot, Source
from claims.operations.search import query_by_beginnings


@dataclass(frozen=True, slots=True)
class Input:
    """One field of a filter: its name in the address, its label, its type in HTML, and what it does."""

    name: str
    label: str
    kind: str
    narrow: Callable[[QuerySet[Any], str], QuerySet[Any]]


class TypedFilter(admin.ListFilter):
    """A small form in place of links."""

    template = "admin/claims/typed_filter.html"
    inputs: ClassVar[tuple[Input, ...]]

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: admin.ModelAdmin[Any]
    ) -> None:
        super().__init__(request, params, model, model_admin)
        for one in self.inputs:
            if one.name in params:
                self.used_parameters[one.name] = params.pop(one.name)[-1].strip()

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return [one.name for one in self.inputs]

    def _value(self, name: str) -> str:
        return str(self.used_parameters.get(name, ""))

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        own = {one.name for one in self.inputs}
        yield {
            "inputs": [(one, self._value(one.name)) for one in self.inputs],
            # A form that is sent by GET replaces the whole query: the other filters go along.
            "others": [
                (name, value)
                for name, values in changelist.filter_params.items()
                if name not in own
                for value in values
            ],
            "query": changelist.query,
            "active": any(self._value(name) for name in own),
            "without": changelist.get_query_string(remove=list(own)),
        }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        for one in self.inputs:
            if value := self._value(one.name):
                if "\x00" in value:
                    raise IncorrectLookupParameters(value)
                queryset = one.narrow(queryset, value)
        return queryset


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise IncorrectLookupParameters(error) from error


def _since(queryset: Any, value: str) -> QuerySet[Any]:
    found: QuerySet[Any] = queryset.since(_day(value))
    return found


def _until(queryset: Any, value: str) -> QuerySet[Any]:
    found: QuerySet[Any] = queryset.until(_day(value))
    return found


def _by_speaker(queryset: Any, name: str) -> QuerySet[Any]:
    """By any name that the speaker goes by; of a quotation also by how its text words it."""
    asked = query_by_beginnings(name)
    found: QuerySet[Any] = queryset.by(asked.sought) if asked else queryset.none()
    return found


def _captured(queryset: QuerySet[Any], **snapshots: Any) -> QuerySet[Any]:
    """The quotations in some snapshots, or the claims that appear in them."""
    if queryset.model is Claim:
        quotations = Quotation.objects.filter(**{f"snapshot{path}": value for path, value in snapshots.items()})
        return queryset.filter(pk__in=quotations.order_by().values("claim"))
    return queryset.filter(**{f"snapshot{path}": value for path, value in snapshots.items()})


def _in_outlet(queryset: QuerySet[Any], name: str) -> QuerySet[Any]:
    asked = query_by_beginnings(name)
    outlets = list(Outlet.objects.named(asked.sought).values_list("pk", flat=True)) if asked else []
    if queryset.model is Snapshot:
        return queryset.filter(source__outlet__in=outlets)
    if queryset.model is Source:
        return queryset.filter(outlet__in=outlets)
    return _captured(queryset, __source__outlet__in=outlets)


def _in_source(queryset: QuerySet[Any], words: str) -> QuerySet[Any]:
    """By the title or identifier, or by the number of the snapshot."""
    if words.isascii() and words.isdecimal() and len(words) < 19:
        return _captured(queryset, __in=[int(words)])
    asked = query_by_beginnings(words)
    return (
        _captured(queryset, __source__in=Source.objects.titled(asked.sought).values("pk")) if asked else queryset.none()
    )


def _on_topic(queryset: QuerySet[Any], topic: str) -> QuerySet[Any]:
    return queryset.filter(topics__contains=[topic.lower()])


def _found_by(queryset: Any, rule: str) -> QuerySet[Any]:
    asked = query_by_beginnings(rule)
    found: QuerySet[Any] = queryset.found_by(asked.sought) if asked else queryset.none()
    return found


SPEAKER = Input("by", "speaker", "search", _by_speaker)
OUTLET = Input("in", "outlet", "search", _in_outlet)
SOURCE = Input("of", "source", "search", _in_source)
TOPIC = Input("topic", "topic", "search", _on_topic)
RULE = Input("rule", "found by", "search", _found_by)
SINCE = Input("day_from", "from", "date", _since)
UNTIL = Input("day_to", "to", "date", _until)


class ClaimFilter(TypedFilter):
    title, inputs = "who, where and when", (SPEAKER, OUTLET, TOPIC, SINCE, UNTIL)


class QuotationFilter(TypedFilter):
    title, inputs = "who, where and when", (SPEAKER, SOURCE, OUTLET, RULE, SINCE, UNTIL)


class SourceFilter(TypedFilter):
    title, inputs = "where and when", (OUTLET, SINCE, UNTIL)


class SnapshotFilter(TypedFilter):
    title, inputs = "where", (OUTLET,)


class RatingFilter(admin.SimpleListFilter):
    """By the verdict that holds on one question."""

    question: ClassVar[str]

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> list[tuple[str, str]]:
        ratings = list(Rating.objects.for_question(self.question))
        several = len({rating.scale_id for rating in ratings}) > 1
        return [(str(r.pk), f"{r} ({r.scale})" if several else str(r)) for r in ratings]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if not value:
            return queryset
        if not (value.isascii() and value.isdecimal()):
            raise IncorrectLookupParameters(value)
        return queryset.filter(**{f"{self.question}_rating": value})


class AttributionRatingFilter(RatingFilter):
    title, parameter_name, question = "attribution", "attribution", Question.ATTRIBUTION


class AccuracyRatingFilter(RatingFilter):
    title, parameter_name, question = "accuracy", "accuracy", Question.ACCURACY


class WaitingFirst(admin.SimpleListFilter):
    """A list that opens with what waits for a person; everything else is a click away."""

    waiting: ClassVar[str]
    options: ClassVar[tuple[tuple[str, str], ...]]

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> Any:
        return (*self.options, ("all", "all"))

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        for value, words in self.lookup_choices:
            yield {
                "selected": (self.value() or self.waiting) == value,
                "query_string": changelist.get_query_string({str(self.parameter_name): value}),
                "display": words,
            }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value() or self.waiting
        return queryset if value == "all" else self.only(queryset, value)

    def only(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        raise NotImplementedError


class StateFilter(WaitingFirst):
    title, parameter_name = "state", "state"
    waiting, options = Quotation.State.SUGGESTED.value, tuple(Quotation.State.choices)

    def only(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(state=value)


class MergedFilter(WaitingFirst):
    title, parameter_name = "merged", "merged"
    waiting, options = "no", (("no", "not merged"), ("yes", "merged into another"), ("back", "taken back"))
    conditions: ClassVar = {
        "no": Q(merged_into=None, withdrawal=None),
        "yes": Q(merged_into__isnull=False),
        "back": Q(withdrawal__isnull=False),
    }

    def only(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(self.conditions.get(value, Q()))


class ConfidenceFilter(admin.SimpleListFilter):
    """How sure the engine was."""

    title, parameter_name = "confidence", "confidence"
    bounds: ClassVar = {"high": (0.85, 1.01), "middle": (0.6, 0.85), "low": (0.0, 0.6)}

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [("high", "85 % and more"), ("middle", "60 to 85 %"), ("low", "below 60 %")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if (value := self.value()) not in self.bounds:
            return queryset
        low, high = self.bounds[value]
        return queryset.filter(confidence__gte=low, confidence__lt=high)
