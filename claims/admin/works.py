"""Outlets and sources: who published what."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from claims.admin import edits, filters, marking
from claims.admin.base import RecordAdmin, RecordInline
from claims.admin.verbs import offered
from claims.admin.watching import UnwatchForm, WatchForm
from claims.models import Anchoring, Outlet, Snapshot, Source, SourceLink, Watch

MOST_FINDINGS = 50
FULL = frozenset({"add", "change", "delete"})


@admin.register(Outlet)
class OutletAdmin(RecordAdmin[Outlet]):
    offers = FULL
    list_display = ("name", "domain", "country")
    search_fields = ("name", "domain")
    fields = ("name", "domain", "country")


class SourceLinkInline(RecordInline):
    offers = FULL
    model = SourceLink
    fk_name = "from_source"
    fields = ("kind", "to_source")
    verbose_name_plural = "this work is …"

    def get_queryset(self, request: HttpRequest) -> Any:
        return SourceLink.objects.select_related("to_source", "from_source")


@admin.register(Source)
class SourceAdmin(RecordAdmin[Source]):
    offers = FULL
    inlines = (SourceLinkInline,)
    verbs = (WatchForm, UnwatchForm)
    change_form_template = "admin/claims/source.html"
    list_display = ("shown_title", "kind", "outlet", "date_edtf", "byline", "language")
    sortable_by = ()  # a million rows are in the one order that an index has
    list_filter = (filters.SourceFilter, "kind")
    search_fields = ("title", "identifier", "url", "outlet__name")
    fieldsets = (
        (None, {"fields": ("title", ("kind", "language"), ("outlet", "byline"), "url", "identifier")}),
        ("When it was published", {"fields": (("date_edtf", "date_text"), ("date_basis", "date_base"))}),
        ("Held", {"fields": ("captures", "linked_from")}),
    )
    readonly_fields = ("captures", "linked_from")

    def get_queryset(self, request: HttpRequest) -> Any:
        return Source.objects.for_list()

    @admin.display(description="title")
    def shown_title(self, source: Source) -> str:
        return marking.shortened(str(source), 100)

    @admin.display(description="captures")
    def captures(self, source: Source) -> SafeString | str:
        held = Snapshot.objects.for_list().filter(source=source.pk).order_by("number")
        lines = ((marking.link(one, f"{one.number}: {one.captured_at:%Y-%m-%d %H:%M}"),) for one in held)
        return format_html_join(", ", "{}", lines) or "none"

    @admin.display(description="works that point here")
    def linked_from(self, source: Source) -> SafeString | str:
        found = SourceLink.objects.filter(to_source=source.pk).select_related("from_source")
        lines = ((marking.link(one.from_source), one.get_kind_display()) for one in found)
        return format_html_join(SafeString("<br>"), "{} is {} this", lines) or "none"

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        source: Source | None = kwargs.get("obj")
        if source is not None and source.pk:
            watched = Watch.objects.for_list().filter(source=source).first()
            context |= {
                "watched": watched,
                "findings": edits.told(Anchoring.objects.silent_edits().for_list().of_source(source)[:MOST_FINDINGS]),
                "verb_forms": offered(self.verbs, request.user, source, watched=watched),
            }
        return super().render_change_form(request, context, *args, **kwargs)
