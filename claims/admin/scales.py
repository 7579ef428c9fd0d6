"""Rating scales: a newsroom's own words for a verdict, kept by its administrators."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from claims.admin.base import RecordAdmin, RecordInline
from claims.admin.record_forms import RecordForm
from claims.models import Rating, RatingScale, Verification
from claims.models.scales import MEANING

FULL = frozenset({"add", "change", "delete"})

JUDGED = "Judgements have this rating, so that it stays. Add another to the scale."


class RatingForm(RecordForm):
    """What judgements say is shown to be read. Of a page that was opened before, the operation refuses it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if getattr(self.instance, "is_judged", False):
            for name in MEANING:
                self.fields[name].widget.attrs |= {"readonly": True, "title": JUDGED}


class RatingInline(RecordInline):
    offers, for_administrators = FULL, True
    model, form, fk_name = Rating, RatingForm, "scale"
    fields = ("position", "label", "slug", "value", "description")

    def get_queryset(self, request: HttpRequest) -> Any:
        """Each with whether there is a judgement that has it."""
        having = Verification.objects.filter(rating=OuterRef("pk"))
        return super().get_queryset(request).annotate(is_judged=Exists(having))


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
