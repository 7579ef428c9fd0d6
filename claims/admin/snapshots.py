"""Snapshots: capturing a text, and reading it with its quotations marked."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin import edits, filters, marking, notes
from claims.admin.assigning import ASSIGNING, in_hand
from claims.admin.base import RecordAdmin
from claims.admin.capturing import CaptureForm, ExtractForm, QuoteForm, new_suggestions
from claims.admin.desk.doors import Desk
from claims.admin.notes import AnnotatePassageForm
from claims.admin.refusals import actor
from claims.admin.verbs import offered
from claims.admin.watching import ReanchorForm
from claims.models import Anchoring, Quotation, Snapshot
from claims.operations.permissions import may_check


@admin.register(Snapshot)
class SnapshotAdmin(Desk, RecordAdmin[Snapshot]):
    """A snapshot never changes: its page is for reading."""

    verbs = (ExtractForm, QuoteForm, AnnotatePassageForm, ReanchorForm, *ASSIGNING)
    change_form_template = "admin/claims/snapshot.html"
    change_list_template = "admin/claims/snapshots.html"
    list_display = ("shown_title", "outlet", "published", "number", "method", "captured_at", "captured_by")
    sortable_by = ()  # a million rows are in the one order that an index has
    list_filter = (filters.SnapshotFilter, "method")
    search_fields = ("source__title", "source__identifier", "source__outlet__name")
    search_help_text = "Title, identifier or outlet"
    fields = (
        "shown_source",
        ("outlet", "published"),
        ("number", "method", "media_type"),
        ("captured_at", "captured_by", "url"),
        "text_sha256",
        "raw_sha256",
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return Snapshot.objects.for_list()

    @admin.display(description="title")
    def shown_title(self, snapshot: Snapshot) -> str:
        return marking.shortened(str(snapshot.source), 100)

    @admin.display(description="source")
    def shown_source(self, snapshot: Snapshot) -> SafeString | str:
        return marking.link(snapshot.source)

    def outlet(self, snapshot: Snapshot) -> str:
        return str(snapshot.source.outlet or "—")

    def published(self, snapshot: Snapshot) -> str:
        return snapshot.source.date_edtf or "—"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        context = {"may_capture": may_check(request.user), **(extra_context or {})}
        return super().changelist_view(request, context)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        snapshot: Snapshot | None = kwargs.get("obj")
        if snapshot is not None:
            quotations = sorted(
                Quotation.objects.filter(snapshot=snapshot)
                .select_related("speaker", "claim")
                .prefetch_related("segments"),
                key=lambda quotation: quotation.segments.all()[0].start,
            )
            whole = marking.Stretch(0, snapshot.text, has_before=False, has_after=False)
            context |= {
                "assignment": in_hand(snapshot),
                "article": marking.marked(whole, quotations),
                "quotations": [(q, marking.speaker_of(q), marking.address(q)) for q in quotations],
                "findings": edits.told(Anchoring.objects.silent_edits().for_list().filter(snapshot=snapshot)),
                "threads": notes.threads(notes.notes_on(snapshot=snapshot), request.user, on=snapshot),
                "verb_forms": offered(self.verbs, request.user, snapshot),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    # --- capturing ----------------------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        capture = path("capture/", self.admin_site.admin_view(self.capture_view), name="claims_snapshot_capture")
        return [capture, *super().get_urls()]

    def capture_view(self, request: HttpRequest) -> HttpResponse:
        """Capture a text and go on to it with its suggestions."""
        if not may_check(request.user):
            raise PermissionDenied("You may not capture.")
        sent = request.method == "POST"
        form = CaptureForm(request.POST if sent else None, request.FILES if sent else None)
        if sent and form.is_valid() and (done := form.done(actor(request))):
            captured, suggestions = done
            held = "Captured" if captured.is_new else "This text of this source is held already"
            self.message_user(request, f"{held}; {new_suggestions(suggestions)}.", messages.SUCCESS)
            source = captured.snapshot.source
            if captured.is_new and not source.title:
                told_of = 'It has no title, and is called {} until <a href="{}">it is given one</a>.'
                self.message_user(request, format_html(told_of, source, marking.address(source)), messages.WARNING)
            for told in form.told_of(source):
                self.message_user(request, told, messages.WARNING)
            return redirect("admin:claims_snapshot_desk", captured.snapshot.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Capture a text",
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/claims/capture.html", context)
