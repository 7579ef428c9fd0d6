# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""What lists of claims and of what is between them can be narrowed by."""

import django_filters as filters
from django.db.models import Q, QuerySet

from claims.api.filters.base import BOOLEAN, DatedFilters, choice, exact, one, text
from claims.models import Claim, ClaimLink, Outlet, Regrouping, Speaker, Stage


class ClaimFilters(DatedFilters):
    speaker = one(Speaker, "Said by this speaker.")
    outlet = one(Outlet, "With an appearance in this outlet.", method="appeared_in")
    attribution_stage = choice(Stage, "How far the judgement on “did they say it?” has come.")
    attribution_rating = exact("The approved answer to “did they say it?”, by its slug.", "attribution_rating__slug")
    accuracy_stage = choice(Stage, "How far the judgement on “is it true?” has come.")
    accuracy_rating = exact("The approved answer to “is it true?”, by its slug.", "accuracy_rating__slug")
    topic = exact("One topic, such as long-range-strikes.", method="on_topic")
    words = text("words", "Words that the claim has in this order, in any case.")
    merged = choice(
        BOOLEAN,
        "true: claims whose quotations went to another claim. false, and without it: all others, but for those that "
        "were taken back.",
        method="are_merged",
    )

    class Meta:
        model = Claim
        fields: list[str] = []

    def are_merged(self, queryset: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        return queryset.filter(merged_into__isnull=value == "false")

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


class RegroupingFilters(filters.FilterSet):
    kind = choice(Regrouping.Kind, "Merged or split.")
    claim = one(Claim, "From or to this claim.", method="touches")

    class Meta:
        model = Regrouping
        fields: list[str] = []

    def touches(self, queryset: QuerySet[Regrouping], name: str, claim: Claim) -> QuerySet[Regrouping]:
        return queryset.filter(Q(from_claim=claim) | Q(to_claim=claim))
