"""Claims: the list that a desk works from, and the page that holds all that is known of one."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin import filters, marking
from claims.admin.assigning import ASSIGNING, in_hand
from claims.admin.base import RecordAdmin
from claims.admin.claim_page import page
from claims.admin.judging import EvidenceForm, LinkForm, SubmitAccuracy, SubmitAttribution, UnlinkForm
from claims.admin.notes import AnnotateForm
from claims.admin.regrouping import MergeForm, SplitForm
from claims.admin.verbs import offered
from claims.models import Claim


@admin.register(Claim)
class ClaimAdmin(RecordAdmin[Claim]):
    offers = frozenset({"add", "change"})
    verbs = (
        EvidenceForm,
        SubmitAttribution,
        SubmitAccuracy,
        LinkForm,
        UnlinkForm,
        MergeForm,
        SplitForm,
        AnnotateForm,
        *ASSIGNING,
    )
    change_form_template = "admin/claims/claim.html"
    list_display = ("said", "speaker_or_reason", "date_edtf", "attribution", "accuracy", "appearances")
    sortable_by = ()  # a million rows are in the one order that an index has
    list_filter = (
        filters.ClaimFilter,
        filters.MergedFilter,
        "attribution_stage",
        filters.AttributionRatingFilter,
        "accuracy_stage",
        filters.AccuracyRatingFilter,
    )
    search_fields = ("words", "speaker__name", "speaker__names__name", "slug")
    search_help_text = "Words of the claim, or the speaker's name: “a phrase”, -not, begin*"
    fieldsets = (
        (None, {"fields": ("words", ("speaker", "no_speaker"), ("venue", "addressee"))}),
        ("When it was said", {"fields": (("date_edtf", "date_text"), ("date_basis", "date_base"))}),
        ("Filing", {"fields": ("topics", ("language", "slug"))}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return Claim.objects.for_list()

    @admin.display(description="words")
    def said(self, claim: Claim) -> str:
        return marking.shortened(claim.words)

    @admin.display(description="speaker")
    def speaker_or_reason(self, claim: Claim) -> SafeString | str:
        return marking.link(claim.speaker) if claim.speaker else f"({claim.get_no_speaker_display()})"

    def attribution(self, claim: Claim) -> SafeString:
        return marking.status(claim.attribution_stage, claim.attribution_rating)

    def accuracy(self, claim: Claim) -> SafeString:
        return marking.status(claim.accuracy_stage, claim.accuracy_rating)

    def appearances(self, claim: Any) -> int:
        return int(claim.appearance_count)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        claim: Claim | None = kwargs.get("obj")
        if claim is not None and claim.pk:
            held = page(claim, request.user)
            context |= held | {"assignment": in_hand(claim), "assigning": offered(ASSIGNING, request.user, claim)}
        return super().render_change_form(request, context, *args, **kwargs)
