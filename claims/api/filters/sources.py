# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""What lists of outlets, sources and their captures can be narrowed by."""

import django_filters as filters
from django.db.models import Q, QuerySet

from claims.api.filters.base import BOOLEAN, DatedFilters, choice, exact, one, text
from claims.models import Anchoring, Outlet, Quotation, Snapshot, Source, SourceLink, Watch


class OutletFilters(filters.FilterSet):
    name = text("name", "Words of the name.")
    domain = exact("The web domain, such as cnn.com.")
    country = exact("The country's two-letter ISO 3166-1 code.")

    class Meta:
        model = Outlet
        fields: list[str] = []


class SourceFilters(DatedFilters):
    identifier = exact("What files and other programs call the source.")
    url = exact("The canonical URL.")
    title = text("title", "Words of the title.")
    outlet = one(Outlet, "Published by this outlet.")
    kind = choice(Source.Kind, "Of this kind.")
    language = exact("In this language, a BCP 47 tag.")

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
    text_sha256 = exact("The SHA-256 of the text, in hexadecimal.")
    method = choice(Snapshot.Method, "Captured in this way.")

    class Meta:
        model = Snapshot
        fields: list[str] = []


class AnchoringFilters(filters.FilterSet):
    source = one(Source, "In newer captures of this source.", "snapshot__source")
    snapshot = one(Snapshot, "In this newer captured text.")
    quotation = one(Quotation, "Of this quotation.")
    outcome = choice(Anchoring.Outcome, "With this outcome.")
    edited = choice(BOOLEAN, "true: all but those found unchanged; false: those.", method="is_edited")

    class Meta:
        model = Anchoring
        fields: list[str] = []

    def is_edited(self, queryset: QuerySet[Anchoring], name: str, value: str) -> QuerySet[Anchoring]:
        found = Q(outcome=Anchoring.Outcome.FOUND)
        return queryset.filter(~found if value == "true" else found)


class WatchFilters(filters.FilterSet):
    source = one(Source, "On this source.")
    created_by = exact("The user name of who set it.", "created_by__username")

    class Meta:
        model = Watch
        fields: list[str] = []
