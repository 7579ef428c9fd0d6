"""Evidence and verifications by themselves: lists to find them in, and the queue of what waits for approval."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin import marking, notes
from claims.admin.base import RecordAdmin
from claims.admin.filters import WaitingFirst
from claims.admin.judging import ApproveForm, ReturnForm, WithdrawForm
from claims.admin.notes import AnnotateForm
from claims.admin.verbs import offered
from claims.models import Evidence, Stage, Verification


@admin.register(Evidence)
class EvidenceAdmin(RecordAdmin[Evidence]):
    """Added and withdrawn on the page of its claim."""

    verbs = (WithdrawForm,)
    list_display = ("passage", "stance", "question", "of_claim", "snapshot", "created_by", "created_at")
    list_filter = ("question", "stance")
    search_fields = ("exact", "note", "claim__words", "snapshot__source__title")
    fields = ("of_claim", "question", "stance", "snapshot", "exact", "note", "created_by", "created_at")

    def get_queryset(self, request: HttpRequest) -> Any:
        return Evidence.objects.for_list()

    @admin.display(description="passage")
    def passage(self, evidence: Evidence) -> str:
        return marking.shortened(evidence.exact or "(the whole text)")

    @admin.display(description="claim")
    def of_claim(self, evidence: Evidence) -> SafeString | str:
        return marking.link(evidence.claim)


class WaitingFilter(WaitingFirst):
    title, parameter_name = "stage", "stage"
    waiting = "waiting"
    options = (
        ("waiting", "waits for approval now"),
        *((value, f"all that were {value}") for value in (Stage.SUBMITTED, Stage.RETURNED, Stage.APPROVED)),
    )

    def only(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value == self.waiting:
            waiting = Verification.objects.waiting(timezone.now())
            return queryset.filter(pk__in=waiting.order_by().values("pk"))
        return queryset.filter(stage=value)


@admin.register(Verification)
class VerificationAdmin(RecordAdmin[Verification]):
    """Rows are only ever added, by submitting, approving and returning."""

    verbs = (ApproveForm, ReturnForm, AnnotateForm)
    change_form_template = "admin/claims/verification.html"
    list_display = ("of_claim", "question", "verdict", "checker", "approver", "created_at")
    list_display_links = ("verdict",)  # the words lead to their claim
    list_filter = (WaitingFilter, "question")
    search_fields = ("claim__words", "rationale", "checker__username")
    ordering = ("-created_at", "-pk")
    fields = (
        "of_claim",
        ("question", "number", "verdict"),
        "rationale",
        ("checker", "approver", "created_at"),
        "remark",
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return Verification.objects.for_list().with_next()

    def get_list_display(self, request: HttpRequest) -> Any:
        """With a last column for whoever may answer the judgement."""

        @admin.display(description="to do")
        def answer(verification: Verification) -> SafeString | str:
            may = ApproveForm.fits(verification) and ApproveForm.may(request.user, verification)
            return marking.link(verification, "Approve or return") if may else ""

        return (*self.list_display, answer)

    @admin.display(description="claim")
    def of_claim(self, verification: Verification) -> SafeString | str:
        return marking.link(verification.claim)

    @admin.display(description="verdict", ordering="rating__label")
    def verdict(self, verification: Verification) -> SafeString:
        rating = verification.rating
        return format_html(
            "{} {}",
            marking.chip(f"tone-{marking.tone(rating)}", str(rating)),
            marking.stage(verification),
        )

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        verification: Verification | None = kwargs.get("obj")
        if verification is not None:
            context |= {
                "evidence": Evidence.objects.for_list().filter(verifications=verification),
                "threads": notes.threads(notes.notes_on(verification=verification), request.user, on=verification),
                "verb_forms": offered(self.verbs, request.user, verification),
            }
        return super().render_change_form(request, context, *args, **kwargs)
