"""Speakers, with the names they go by and the positions they hold or held."""

from django.contrib import admin
from django.http import HttpRequest

from claims.admin.base import RecordAdmin, RecordInline
from claims.models import Position, Speaker, SpeakerName

FULL = frozenset({"add", "change", "delete"})


class NameInline(RecordInline):
    offers = FULL
    model, fk_name = SpeakerName, "speaker"
    fields = ("name",)
    verbose_name_plural = "also known as"


class PositionInline(RecordInline):
    offers = FULL
    model, fk_name = Position, "speaker"
    fields = ("title", "organisation", "since", "until")


@admin.register(Speaker)
class SpeakerAdmin(RecordAdmin[Speaker]):
    offers = FULL
    inlines = (NameInline, PositionInline)
    list_display = ("name", "kind", "wikidata_id", "source")
    sortable_by = ()  # a million rows are in the one order that an index has
    list_filter = ("kind",)
    list_select_related = ("source",)
    search_fields = ("name", "names__name", "slug", "wikidata_id")
    fields = ("name", "kind", "source", "wikidata_id", "slug")

    def get_readonly_fields(self, request: HttpRequest, obj: Speaker | None = None) -> tuple[str, ...]:
        """An anonymous speaker stays with the one source that words it so."""
        return ("source",) if obj is not None else ()
