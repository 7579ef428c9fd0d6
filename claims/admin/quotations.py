"""Quotations: what the engine suggests, in its text, and the decision on it."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin import edits, filters, marking, notes
from claims.admin.base import RecordAdmin
from claims.admin.deciding import AcceptForm, JoinForm, RejectForm, ReopenForm
from claims.admin.extending import ExtendForm, ShortenForm
from claims.admin.notes import AnnotateForm
from claims.admin.record_forms import RecordForm
from claims.admin.refusals import REFUSALS, actor, in_words
from claims.admin.resolving import ResolveForm, UnresolveForm
from claims.admin.verbs import offered
from claims.models import Anchoring, Appearance, Quotation
from claims.operations.accept import accept
from claims.operations.acting import Actor
from claims.operations.permissions import may_check
from claims.operations.reject import reject

CONTEXT = 700


class QuotationForm(RecordForm):
    @property
    def is_overtaken(self) -> bool:
        """Not by a decision, which no second Save goes past."""
        return self.instance.state == Quotation.State.SUGGESTED and super().is_overtaken

    def clean(self) -> None:
        if self.instance.state != Quotation.State.SUGGESTED:
            decided = self.instance.get_state_display()
            raise ValidationError(f"It is {decided} by now, and stays as it was: take the decision back first.")


@admin.register(Quotation)
class QuotationAdmin(RecordAdmin[Quotation]):
    form = QuotationForm
    offers = frozenset({"change"})
    verbs = (
        *(AcceptForm, JoinForm, RejectForm, ReopenForm),
        *(ExtendForm, ShortenForm, ResolveForm, UnresolveForm),
        AnnotateForm,
    )
    change_form_template = "admin/claims/quotation.html"
    actions = ("accept_each", "reject_each")
    list_display = ("said", "who", "where", "date_edtf", "how")
    sortable_by = ()  # a million rows are in the one order that an index has
    list_filter = (
        filters.StateFilter,
        filters.QuotationFilter,
        "kind",
        filters.ConfidenceFilter,
    )
    search_fields = ("segments__exact", "speaker_text", "speaker_name", "speaker__name")
    search_help_text = "Quoted words, or the speaker: “a phrase”, -not, begin*"
    fieldsets = (
        (None, {"fields": ("kind", "cue", ("addressee", "venue"))}),
        (
            "Speaker, as the text has it",
            {"fields": (("speaker_text", "speaker_name"), ("speaker_role", "speaker_affiliation"), "speaker_kind")},
        ),
        ("When, as the text has it", {"fields": (("date_edtf", "date_text"), ("date_basis", "date_base"))}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return Quotation.objects.for_list()

    def has_change_permission(self, request: HttpRequest, obj: Quotation | None = None) -> bool:
        """What was decided stays as it was decided. What was typed before is not thrown away: the form refuses it."""
        waits = obj is None or request.method == "POST" or obj.state == Quotation.State.SUGGESTED
        return waits and super().has_change_permission(request, obj)

    # --- the list -----------------------------------------------------------------------------------------------

    @admin.display(description="words")
    def said(self, quotation: Quotation) -> str:
        return marking.shortened(quotation.words)

    @admin.display(description="speaker")
    def who(self, quotation: Quotation) -> SafeString:
        return marking.speaker_of(quotation)

    @admin.display(description="source")
    def where(self, quotation: Quotation) -> SafeString:
        source = quotation.snapshot.source
        text = marking.link(quotation.snapshot, marking.shortened(str(source), 60))
        return format_html("{}{}", text, f" ({source.outlet})" if source.outlet else "")

    @admin.display(description="state, kind, rule")
    def how(self, quotation: Quotation) -> SafeString:
        sure = "" if quotation.confidence is None else f", {quotation.confidence:.0%}"
        return format_html(
            '{} {} <span class="aside">{}{}</span>',
            marking.chip(f"state-{quotation.state}", quotation.get_state_display()),
            marking.chip("", quotation.get_kind_display()),
            quotation.rule or quotation.origin,
            sure,
        )

    def has_check_permission(self, request: HttpRequest) -> bool:
        return may_check(request.user)

    @admin.action(description="Accept each as a claim of its own", permissions=["check"])
    def accept_each(self, request: HttpRequest, queryset: QuerySet[Quotation]) -> None:
        self._each(request, queryset, "accepted", lambda who, quotation: accept(actor=who, quotation=quotation))

    @admin.action(description="Reject", permissions=["check"])
    def reject_each(self, request: HttpRequest, queryset: QuerySet[Quotation]) -> None:
        self._each(request, queryset, "rejected", lambda who, quotation: reject(actor=who, quotation=quotation))

    def _each(
        self,
        request: HttpRequest,
        queryset: QuerySet[Quotation],
        done: str,
        decide: Callable[[Actor, Quotation], object],
    ) -> None:
        """Decide on each selected quotation by itself; what is refused is told and the rest stands."""
        who, count = actor(request), 0
        for quotation in queryset:
            try:
                decide(who, quotation)
                count += 1
            except REFUSALS as refusal:
                words = format_html("{}: {}", marking.link(quotation, self.said(quotation)), in_words(refusal))
                self.message_user(request, words, messages.ERROR)
        if count:
            self.message_user(request, f"{count} {done}.", messages.SUCCESS)

    # --- the page -----------------------------------------------------------------------------------------------

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        shown: Quotation | None = kwargs.get("obj")
        if shown is not None:
            # As it is held: the form of the page may have put what was typed into the other.
            quotation = Quotation.objects.for_page().get(pk=shown.pk)
            written = notes.notes_on(quotation=quotation)
            context |= {
                "quotation": quotation,
                "passage": marking.stretches([quotation], CONTEXT)[quotation.pk],
                "speaker": marking.speaker_of(quotation),
                "threads": notes.threads(written, request.user, on=quotation),
                "decisions": offered((AcceptForm, JoinForm, RejectForm, ReopenForm), request.user, quotation),
                "verb_forms": offered((ResolveForm, AnnotateForm), request.user, quotation),
                "joined": Appearance.objects.for_list().filter(quotation=quotation).order_by("pk"),
                "next_suggestion": self._next_suggestion(quotation),
                "whole_text": f"{marking.address(quotation.snapshot)}#q{quotation.pk}",
                "desk": f"{reverse('admin:claims_snapshot_desk', args=[quotation.snapshot_id])}?q={quotation.pk}",
                "findings": edits.told(Anchoring.objects.for_list().filter(quotation=quotation)),
                "siblings": f"{reverse('admin:claims_quotation_changelist')}?of={quotation.snapshot_id}&state=all",
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def _next_suggestion(self, quotation: Quotation) -> Quotation | None:
        """The next in the same text that waits, then the first, so that a text can be worked through."""
        waiting = Quotation.objects.suggested().filter(snapshot=quotation.snapshot_id).exclude(pk=quotation.pk)
        after = waiting.filter(pk__gt=quotation.pk).order_by("pk").first()
        return after or waiting.order_by("pk").first()
