"""Rating scales: a newsroom's own words for a verdict, kept by its administrators."""

from django.contrib import admin
from django.http import HttpRequest

from claims.admin.base import RecordAdmin, RecordInline
from claims.models import Rating, RatingScale

FULL = frozenset({"add", "change", "delete"})


class RatingInline(RecordInline):
    offers, for_administrators = FULL, True
    model = Rating
    fields = ("position", "label", "slug", "value", "description")


@admin.register(RatingScale)
class RatingScaleAdmin(RecordAdmin[RatingScale]):
    offers, for_administrators = FULL, True
    inlines = (RatingInline,)
    list_display = ("name", "question", "is_default")
    list_filter = ("question",)
    fields = ("name", "question", "is_default", "slug")

    def get_readonly_fields(self, request: HttpRequest, obj: RatingScale | None = None) -> tuple[str, ...]:
        """Turning a scale to the other question would turn the judgements that were made with it."""
        return ("question",) if obj is not None else ()
