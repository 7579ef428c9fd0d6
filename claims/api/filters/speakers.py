# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""What lists of speakers can be narrowed by."""

import django_filters as filters
from django.db.models import QuerySet

from claims.api.filters.base import choice, exact, one
from claims.models import Position, Source, Speaker, SpeakerName


class SpeakerFilters(filters.FilterSet):
    name = exact("Goes by exactly this name, in any case.", method="goes_by")
    kind = choice(Speaker.Kind, "Of this kind.")
    source = one(Source, "Anonymous speakers of this source.")
    wikidata_id = exact("The Wikidata id, such as Q7747.")

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
