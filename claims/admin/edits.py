"""Silent edits: what became of quotations in newer captures; and the sources that are watched for them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin import marking, notes
from claims.admin.base import RecordAdmin
from claims.admin.filters import WaitingFirst
from claims.admin.notes import AnnotateForm
from claims.admin.verbs import offered
from claims.models import Anchoring, Watch
from claims.operations.anchor import changes

Outcome = Anchoring.Outcome
TONES = {
    Outcome.FOUND: "tone-good",
    Outcome.MOVED: "tone-mixed",
    Outcome.ALTERED: "tone-bad",
    Outcome.AMBIGUOUS: "tone-open",
    Outcome.GONE: "tone-bad",
}


def outcome_of(finding: Anchoring) -> SafeString:
    return marking.chip(TONES[Outcome(finding.outcome)], finding.get_outcome_display())


def told(findings: QuerySet[Anchoring]) -> list[tuple[Anchoring, SafeString, list[str]]]:
    """Findings for a page of something else: each with its outcome and what was changed, in words."""
    return [(finding, outcome_of(finding), changes(finding)) for finding in findings]


class OutcomeFilter(WaitingFirst):
    """Opens with the edits: that most words are as they were is no news."""

    title, parameter_name = "what became of it", "outcome"
    waiting = "edited"
    options = (("edited", "no longer as it was"), *Outcome.choices)

    def only(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value == self.waiting:
            return queryset.exclude(outcome=Outcome.FOUND)
        return queryset.filter(outcome=value)


@admin.register(Anchoring)
class AnchoringAdmin(RecordAdmin[Anchoring]):
    """Findings are added by captures and never change: for reading."""

    change_form_template = "admin/claims/anchoring.html"
    list_display = ("said", "became", "now", "where", "captures", "found_at")
    sortable_by = ()  # a million rows are in the one order that an index has
    list_filter = (OutcomeFilter,)
    search_fields = ("sought", "exact", "snapshot__source__title", "snapshot__source__identifier")
    search_help_text = "Words before or after, or the source"
    fields = (("quotation", "where"), ("captures", "found_at", "score"))

    def get_queryset(self, request: HttpRequest) -> Any:
        return Anchoring.objects.for_list()

    @admin.display(description="words before")
    def said(self, finding: Anchoring) -> str:
        return marking.shortened(finding.sought)

    @admin.display(description="became")
    def became(self, finding: Anchoring) -> SafeString:
        return outcome_of(finding)

    @admin.display(description="changed")
    def now(self, finding: Anchoring) -> str:
        return marking.shortened("; ".join(changes(finding)))

    @admin.display(description="source")
    def where(self, finding: Anchoring) -> SafeString | str:
        source = finding.snapshot.source
        return marking.link(source, marking.shortened(str(source), 60))

    @admin.display(description="captures")
    def captures(self, finding: Anchoring) -> SafeString:
        before, after = finding.sought_in, finding.snapshot
        return format_html("{} → {}", marking.link(before, before.number), marking.link(after, after.number))

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        finding: Anchoring | None = kwargs.get("obj")
        if finding is not None:
            quotation = finding.quotation
            context |= {
                "claim": quotation.claim,
                "statuses": marking.statuses(quotation.claim) if quotation.claim else [],
                "finding": finding,
                "outcome": outcome_of(finding),
                "changes": changes(finding),
                # A note on the quotation is what takes an edit off its queue.
                "threads": notes.threads(notes.notes_on(quotation=quotation), request.user, on=quotation),
                "verb_forms": offered((AnnotateForm,), request.user, quotation),
            }
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Watch)
class WatchAdmin(RecordAdmin[Watch]):
    """Set and stopped on the page of its source."""

    list_display = ("where", "every_hours", "next_at", "last_at", "captures", "failures", "last_error", "created_by")
    list_display_links = ("every_hours",)  # the title leads to its source
    search_fields = ("source__title", "source__identifier", "source__url")
    ordering = ("-failures", "next_at", "pk")
    fields = ("where", ("every_hours", "created_by"), ("next_at", "last_at"), ("failures", "last_error"))

    def get_queryset(self, request: HttpRequest) -> Any:
        return Watch.objects.for_list()

    @admin.display(description="source", ordering="source__title")
    def where(self, watch: Watch) -> SafeString | str:
        return marking.link(watch.source, marking.shortened(str(watch.source), 80))

    @admin.display(description="captures")
    def captures(self, watch: Any) -> int:
        return int(watch.captures or 0)
