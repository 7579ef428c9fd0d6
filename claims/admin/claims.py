"""Claims: the list that a desk works from, and the page that holds all that is known of one."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from claims.admin import filters, marking
from claims.admin.answered import asked
from claims.admin.assigning import ASSIGNING, in_hand
from claims.admin.base import RecordAdmin
from claims.admin.claim_page import page
from claims.admin.judge_page import JudgeForm, worked
from claims.admin.judging import EvidenceForm, LinkForm, UnlinkForm
from claims.admin.notes import AnnotateForm
from claims.admin.publishing import FORMS as PUBLISHING
from claims.admin.record_forms import RecordForm
from claims.admin.refusals import in_words
from claims.admin.regrouping import MergeForm, SplitForm
from claims.admin.side_by_side import context as side_by_side
from claims.admin.topics import TopicsField
from claims.admin.verbs import offered
from claims.models import Claim, Question
from claims.models.history import Entry, claim_history
from claims.operations.conflicts import why_not


class ClaimForm(RecordForm):
    topics = TopicsField(required=False, help_text="Separated by commas: missiles, foreign policy")


def _other(claim: Claim, question: str) -> dict[str, Any]:
    """How the other question stands: who judges whether it is true may have to know that it was never said."""
    [other] = set(Question) - {question}
    stands = marking.status(getattr(claim, f"{other}_stage"), getattr(claim, f"{other}_rating"))
    return {"question": other, "asks": asked(other), "status": stands}


@admin.register(Claim)
class ClaimAdmin(RecordAdmin[Claim]):
    form = ClaimForm
    offers = frozenset({"add", "change"})
    verbs = (
        EvidenceForm,
        LinkForm,
        UnlinkForm,
        MergeForm,
        SplitForm,
        AnnotateForm,
        *PUBLISHING,
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

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not of a claim that is merged or taken back. What was typed before is not thrown away: the operation refuses
        it, and the form keeps it."""
        stands = obj is None or request.method == "POST" or obj.is_standing
        return stands and super().has_change_permission(request, obj)

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
            held = page(claim, request.user, request.GET)
            context |= held
            context |= {"assignment": in_hand(claim), "assigning": offered(ASSIGNING, request.user, claim)}
        return super().render_change_form(request, context, *args, **kwargs)

    def events(self, record: Claim) -> list[Entry]:
        """Also of all that hangs on the claim: its page shows what belongs to the rows that it shows."""
        return claim_history(record, timezone.now())

    # --- pages of its own ---------------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/side-by-side/", view(self.side_by_side_view), name="claims_claim_side_by_side"),
            path("<int:pk>/judge/<slug:question>/", view(self.judge_view), name="claims_claim_judge"),
            *super().get_urls(),
        ]

    def side_by_side_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Any two wordings of the claim."""
        claim = self._found(request, str(pk))
        if not self.has_view_permission(request, claim):
            raise PermissionDenied
        return self._page(request, claim, "side_by_side", "Two wordings side by side", side_by_side(claim, request))

    def judge_view(self, request: HttpRequest, pk: int, question: str) -> HttpResponse:
        """A judgement on one question, with the evidence that it rests on."""
        claim = self._found(request, str(pk))
        if question not in Question.values:
            raise Http404(f"There is no question {question}.")
        if not JudgeForm.may(request.user, claim):
            raise PermissionDenied("You may not judge here.")
        # What was typed before the merge is not thrown away: the operation refuses it, and the form keeps it.
        if request.method != "POST" and (refused := why_not(claim)) is not None:
            self.message_user(request, in_words(refused), messages.WARNING)
            return redirect("admin:claims_claim_change", pk)
        form, finder, done = worked(request, claim, question)
        if done:
            self.message_user(request, done, messages.SUCCESS)
            return redirect(f"{reverse('admin:claims_claim_change', args=[pk])}#{question}")
        context = {
            "form": form,
            "finder": finder,
            "question": Question(question),
            "asks": asked(Question(question)),
            "other": _other(claim, question),
        }
        return self._page(request, claim, "judge", f"Judge the {question}", context)

    def _page(self, request: HttpRequest, claim: Claim, template: str, title: str, context: Any) -> HttpResponse:
        shared = {"title": title, "subtitle": str(claim), "opts": self.opts, "original": claim, "media": self.media}
        return TemplateResponse(
            request, f"admin/claims/{template}.html", {**self.admin_site.each_context(request), **shared, **context}
        )
