# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""What lists can be narrowed by. A parameter that is not known is refused, not ignored."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

import django_filters as filters
from django.db import models
from django.db.models import Q, QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api.problems import QueryInvalid
from claims.models import (
    Anchoring,
    Annotation,
    Claim,
    ClaimLink,
    Evidence,
    Outlet,
    Position,
    Question,
    Quotation,
    Rating,
    RatingScale,
    Snapshot,
    Source,
    SourceLink,
    Speaker,
    SpeakerName,
    Stage,
    Verification,
    Watch,
)

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
    """Raise QueryInvalid for parameters of the URL that are not among the known, come twice or come empty."""
    known = sorted(known)
    expected = f"There are: {', '.join(known)}." if known else "There are none here."
    faults = {name: f"There is no such parameter. {expected}" for name in request.query_params if name not in known}
    faults |= {
        name: "Give this parameter one value."
        for name, values in request.query_params.lists()
        if name in known and (len(values) > 1 or not values[0])
    }
    if faults:
        raise QueryInvalid(faults)


def one(model: type[models.Model], help_text: str, field_name: str | None = None, **kwargs: Any) -> Any:
    """Rows of one record, named by its number."""
    return extend_schema_field({"type": "integer", "description": help_text})(
        filters.ModelChoiceFilter(
            field_name=field_name, queryset=model._default_manager.all(), help_text=help_text, **kwargs
        )
    )


def choice(choices: type[models.TextChoices], help_text: str) -> filters.ChoiceFilter:
    return filters.ChoiceFilter(choices=choices.choices, help_text=help_text)


def text(field_name: str, help_text: str) -> filters.CharFilter:
    """Rows whose field has the words in it, in any case."""
    return filters.CharFilter(field_name=field_name, lookup_expr="icontains", help_text=help_text)


class DatedFilters(filters.FilterSet):
    """By the uncertain date: records that may be of the day or after, of the day or before."""

    date_from = filters.DateFilter(
        method="may_be_after", help_text="Dated on this day or later, as far as is known; YYYY-MM-DD."
    )
    date_to = filters.DateFilter(
        method="may_be_before", help_text="Dated on this day or earlier, as far as is known; YYYY-MM-DD."
    )

    def may_be_after(self, queryset: QuerySet[M], name: str, day: date) -> QuerySet[M]:
        return queryset.filter(Q(date_latest__gte=day) | Q(date_latest=None, date_earliest__isnull=False))

    def may_be_before(self, queryset: QuerySet[M], name: str, day: date) -> QuerySet[M]:
        return queryset.filter(Q(date_earliest__lte=day) | Q(date_earliest=None, date_latest__isnull=False))


class OutletFilters(filters.FilterSet):
    name = text("name", "Words of the name.")
    domain = filters.CharFilter(help_text="The web domain, such as cnn.com.")
    country = filters.CharFilter(help_text="The country's two-letter ISO 3166-1 code.")

    class Meta:
        model = Outlet
        fields: list[str] = []


class SourceFilters(DatedFilters):
    identifier = filters.CharFilter(help_text="What files and other programs call the source.")
    url = filters.CharFilter(help_text="The canonical URL.")
    title = text("title", "Words of the title.")
    outlet = one(Outlet, "Published by this outlet.")
    kind = choice(Source.Kind, "Of this kind.")
    language = filters.CharFilter(help_text="In this language, a BCP 47 tag.")

    class Meta:
        model = Source
        fields: list[str] = []


class SourceLinkFilters(filters.FilterSet):
    from_source = one(Source, "Links from this source.")
    to_source = one(Source, "Links to this source.")
    kind = choice(SourceLink.Kind, "Of this kind.")

    class Meta:
        model = SourceLink
        fields: list[str] = []


class SnapshotFilters(filters.FilterSet):
    source = one(Source, "Captures of this source.")
    outlet = one(Outlet, "Captures of this outlet's sources.", "source__outlet")
    text_sha256 = filters.CharFilter(help_text="The SHA-256 of the text, in hexadecimal.")
    method = choice(Snapshot.Method, "Captured in this way.")

    class Meta:
        model = Snapshot
        fields: list[str] = []


class SpeakerFilters(filters.FilterSet):
    name = filters.CharFilter(method="goes_by", help_text="Goes by exactly this name, in any case.")
    kind = choice(Speaker.Kind, "Of this kind.")
    source = one(Source, "Anonymous speakers of this source.")
    wikidata_id = filters.CharFilter(help_text="The Wikidata id, such as Q7747.")

    class Meta:
        model = Speaker
        fields: list[str] = []

    def goes_by(self, queryset: QuerySet[Speaker], name: str, value: str) -> QuerySet[Speaker]:
        return queryset.filter(pk__in=Speaker.objects.known_as(value).values("pk"))


class SpeakerNameFilters(filters.FilterSet):
    speaker = one(Speaker, "Names of this speaker.")

    class Meta:
        model = SpeakerName
        fields: list[str] = []


class PositionFilters(filters.FilterSet):
    speaker = one(Speaker, "Positions of this speaker.")

    class Meta:
        model = Position
        fields: list[str] = []


class RatingScaleFilters(filters.FilterSet):
    question = choice(Question, "Scales that answer this question.")

    class Meta:
        model = RatingScale
        fields: list[str] = []


class RatingFilters(filters.FilterSet):
    scale = one(RatingScale, "Ratings of this scale.")
    question = filters.ChoiceFilter(
        field_name="scale__question", choices=Question.choices, help_text="Ratings that answer this question."
    )
    slug = filters.CharFilter(help_text="The rating's short name, such as confirmed.")

    class Meta:
        model = Rating
        fields: list[str] = []


class ClaimFilters(DatedFilters):
    speaker = one(Speaker, "Said by this speaker.")
    outlet = one(Outlet, "With an appearance in this outlet.", method="appeared_in")
    attribution_stage = choice(Stage, "How far the judgement on “did they say it?” has come.")
    attribution_rating = filters.CharFilter(
        field_name="attribution_rating__slug", help_text="The approved answer to “did they say it?”, by its slug."
    )
    accuracy_stage = choice(Stage, "How far the judgement on “is it true?” has come.")
    accuracy_rating = filters.CharFilter(
        field_name="accuracy_rating__slug", help_text="The approved answer to “is it true?”, by its slug."
    )
    topic = filters.CharFilter(method="on_topic", help_text="One topic, such as long-range-strikes.")
    words = text("words", "Words that the claim has in this order, in any case.")

    class Meta:
        model = Claim
        fields: list[str] = []

    def appeared_in(self, queryset: QuerySet[Claim], name: str, outlet: Outlet) -> QuerySet[Claim]:
        return queryset.filter(pk__in=Claim.objects.from_outlet(outlet.pk).values("pk"))

    def on_topic(self, queryset: QuerySet[Claim], name: str, topic: str) -> QuerySet[Claim]:
        return queryset.filter(topics__contains=[topic])


class ClaimLinkFilters(filters.FilterSet):
    from_claim = one(Claim, "Links from this claim.")
    to_claim = one(Claim, "Links to this claim.")
    claim = one(Claim, "Links from or to this claim.", method="touches")
    kind = choice(ClaimLink.Kind, "Of this kind.")

    class Meta:
        model = ClaimLink
        fields: list[str] = []

    def touches(self, queryset: QuerySet[ClaimLink], name: str, claim: Claim) -> QuerySet[ClaimLink]:
        return queryset.filter(Q(from_claim=claim) | Q(to_claim=claim))


class QuotationFilters(DatedFilters):
    snapshot = one(Snapshot, "In this captured text.")
    source = one(Source, "In any captured text of this source.", "snapshot__source")
    claim = one(Claim, "Appearances of this claim.")
    speaker = one(Speaker, "Of this speaker.")
    state = choice(Quotation.State, "In this state.")
    kind = choice(Quotation.Kind, "Of this kind.")

    class Meta:
        model = Quotation
        fields: list[str] = []


class AnchoringFilters(filters.FilterSet):
    source = one(Source, "In newer captures of this source.", "snapshot__source")
    snapshot = one(Snapshot, "In this newer captured text.")
    quotation = one(Quotation, "Of this quotation.")
    outcome = choice(Anchoring.Outcome, "With this outcome.")
    # A choice: a boolean filter would pass over what is neither.
    edited = filters.ChoiceFilter(
        choices=[("true", "true"), ("false", "false")],
        method="is_edited",
        help_text="true: all but those found unchanged; false: those.",
    )

    class Meta:
        model = Anchoring
        fields: list[str] = []

    def is_edited(self, queryset: QuerySet[Anchoring], name: str, value: str) -> QuerySet[Anchoring]:
        found = Q(outcome=Anchoring.Outcome.FOUND)
        return queryset.filter(~found if value == "true" else found)


class WatchFilters(filters.FilterSet):
    source = one(Source, "On this source.")
    created_by = filters.CharFilter(field_name="created_by__username", help_text="The user name of who set it.")

    class Meta:
        model = Watch
        fields: list[str] = []


class VerificationFilters(filters.FilterSet):
    claim = one(Claim, "Judgements on this claim.")
    question = choice(Question, "Judgements on this question.")
    stage = choice(Stage, "Rows of this stage.")
    checker = filters.CharFilter(field_name="checker__username", help_text="The checker's user name.")
    approver = filters.CharFilter(field_name="approver__username", help_text="The approver's user name.")

    class Meta:
        model = Verification
        fields: list[str] = []


class EvidenceFilters(filters.FilterSet):
    claim = one(Claim, "Evidence on this claim.")
    question = choice(Question, "Evidence on this question.")
    snapshot = one(Snapshot, "Evidence in this captured text.")
    stance = choice(Evidence.Stance, "Of this stance.")

    class Meta:
        model = Evidence
        fields: list[str] = []


class AnnotationFilters(filters.FilterSet):
    snapshot = one(Snapshot, "Notes on this captured text or a passage of it.")
    quotation = one(Quotation, "Notes on this quotation.")
    claim = one(Claim, "Notes on this claim.")
    verification = one(Verification, "Notes on this judgement.")
    parent = one(Annotation, "Answers to this note.")
    motivation = choice(Annotation.Motivation, "Written for this reason.")
    author = filters.CharFilter(field_name="author__username", help_text="The author's user name.")

    class Meta:
        model = Annotation
        fields: list[str] = []


def known_parameters(filterset: type[Any] | None) -> frozenset[str]:
    """The names by which a list can be narrowed and paged."""
    return PAGING | frozenset(filterset.base_filters) if filterset is not None else PAGING
