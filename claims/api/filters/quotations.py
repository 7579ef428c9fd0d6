# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""What lists of quotations and appearances can be narrowed by."""

import django_filters as filters
from django.db.models import QuerySet

from claims.api.filters.base import DatedFilters, choice, one
from claims.models import Appearance, Claim, Quotation, Snapshot, Source, Speaker, Utterance


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


class AppearanceFilters(filters.FilterSet):
    standing = choice(Appearance.Standing, "Joined, proposed or declined.")
    quotation = one(Quotation, "Of this quotation.")
    utterance = one(Utterance, "Of this utterance.")
    claim = one(Claim, "Of the utterances of this claim's quotations.", method="of_claim")

    class Meta:
        model = Appearance
        fields: list[str] = []

    def of_claim(self, queryset: QuerySet[Appearance], name: str, claim: Claim) -> QuerySet[Appearance]:
        own = Appearance.objects.joined().filter(quotation__claim=claim)
        return queryset.filter(utterance__in=own.values("utterance"))
