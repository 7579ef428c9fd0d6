"""Filters that ask for words or days, where a list of all there is would have thousands of lines."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from claims.models import Claim, Question, Quotation, Rating, Snapshot, Speaker


class TypedFilter(admin.ListFilter):
    """A small form in place of links: one field for each of `inputs` (parameter, label, type of input)."""

    template = "admin/claims/typed_filter.html"
    inputs: ClassVar[tuple[tuple[str, str, str], ...]]

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: admin.ModelAdmin[Any]
    ) -> None:
        super().__init__(request, params, model, model_admin)
        for name in self.expected_parameters():
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1].strip()

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str]:
        return [name for name, _, _ in self.inputs]

    def value(self, name: str) -> str:
        return str(self.used_parameters.get(name, ""))

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        own = set(self.expected_parameters())
        yield {
            "inputs": [(name, label, kind, self.value(name)) for name, label, kind in self.inputs],
            # A form that is sent by GET replaces the whole query: the other filters go along.
            "others": [
                (name, value)
                for name, values in changelist.filter_params.items()
                if name not in own
                for value in values
            ],
            "query": changelist.query,
            "active": any(self.value(name) for name in own),
            "without": changelist.get_query_string(remove=list(own)),
        }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        given = {name: value for name, value in self.used_parameters.items() if value}
        return self.narrowed(queryset, **given) if given else queryset

    def narrowed(self, queryset: QuerySet[Any], **given: str) -> QuerySet[Any]:
        raise NotImplementedError


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise IncorrectLookupParameters(error) from error


class DayFilter(TypedFilter):
    """Records that may be of a day in the range: an uncertain date counts where it overlaps."""

    title = "date"
    inputs = (("day_from", "from", "date"), ("day_to", "to", "date"))

    def narrowed(self, queryset: QuerySet[Any], day_from: str = "", day_to: str = "") -> QuerySet[Any]:
        queryset = queryset.exclude(date_earliest=None, date_latest=None)
        if day_from:
            queryset = queryset.filter(Q(date_latest=None) | Q(date_latest__gte=_day(day_from)))
        if day_to:
            queryset = queryset.filter(Q(date_earliest=None) | Q(date_earliest__lte=_day(day_to)))
        return queryset


class SpeakerFilter(TypedFilter):
    """By part of any name that the speaker goes by, or by the slug."""

    title = "speaker"
    inputs = (("by", "name", "search"),)

    def narrowed(self, queryset: QuerySet[Any], by: str) -> QuerySet[Any]:
        named = Speaker.objects.filter(Q(name__icontains=by) | Q(names__name__icontains=by) | Q(slug=by))
        condition = Q(speaker__in=named.values("pk"))
        if queryset.model is Quotation:
            condition |= Q(speaker_name__icontains=by) | Q(speaker_text__icontains=by)
        return queryset.filter(condition)


class OutletFilter(TypedFilter):
    """By part of the outlet's name."""

    title = "outlet"
    inputs = (("in", "name", "search"),)

    def narrowed(self, queryset: QuerySet[Any], **given: str) -> QuerySet[Any]:
        snapshots = Snapshot.objects.filter(source__outlet__name__icontains=given["in"])
        if queryset.model is Claim:
            return queryset.filter(
                pk__in=Quotation.objects.filter(snapshot__in=snapshots.values("pk")).values("claim")
            )
        path = "pk__in" if queryset.model is Snapshot else "snapshot__in"
        return queryset.filter(**{path: snapshots.values("pk")})


class SourceFilter(TypedFilter):
    """By part of the source's title or identifier, or by the number of the snapshot."""

    title = "source"
    inputs = (("of", "title, or number of the snapshot", "search"),)

    def narrowed(self, queryset: QuerySet[Any], of: str) -> QuerySet[Any]:
        found = Q(source__title__icontains=of) | Q(source__identifier__icontains=of)
        if of.isascii() and of.isdecimal() and len(of) < 19:
            found |= Q(pk=int(of))
        return queryset.filter(snapshot__in=Snapshot.objects.filter(found).values("pk"))


class TopicFilter(TypedFilter):
    title = "topic"
    inputs = (("topic", "topic, as its slug", "search"),)

    def narrowed(self, queryset: QuerySet[Any], topic: str) -> QuerySet[Any]:
        return queryset.filter(topics__contains=[topic.lower()])


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


class OriginFilter(TypedFilter):
    """By the rule that found it, or by the engine; "person" for what was marked by hand."""

    title = "rule or engine"
    inputs = (("found", "part of its name", "search"),)

    def narrowed(self, queryset: QuerySet[Any], found: str) -> QuerySet[Any]:
        return queryset.filter(Q(rule__icontains=found) | Q(origin__icontains=found))
