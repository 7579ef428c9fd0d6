"""What readers are told of a claim: the forms that change it, its history on the claim's page, and the list of all."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin import marking
from claims.admin.base import RecordAdmin
from claims.admin.lines import LinesField
from claims.admin.verbs import VerbForm, offered
from claims.models import Claim, Publication, Stage, Verification
from claims.models.publications import STEPS, Kind
from claims.operations.acting import Actor
from claims.operations.correct import correct
from claims.operations.permissions import may_publish, may_publish_these
from claims.operations.publish import publish
from claims.operations.publishing import untold
from claims.operations.retract import retract


class TellForm(VerbForm):
    """Changes what readers see. A subclass is one of the three steps."""

    step: ClassVar[Kind]
    operation: ClassVar[Any]
    reason = LinesField(rows=2, label="Why", help_text="Readers see it.")
    expected = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def prepare(self, told: Sequence[Publication] | None = None, **known: Any) -> None:
        told = list(Publication.objects.of_claim(self.target)[:1]) if told is None else told
        self.fields["expected"].initial = told[0].number if told else 0
        # Of a form that is sent the operation asks for it, once it has looked whether somebody else was first.
        self.fields["reason"].required = bool(told) and not self.is_bound

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Claim) -> bool:
        return may_publish(user)

    def act(self, who: Actor) -> str:
        try:
            made = type(self).operation(actor=who, claim=self.target, **self.cleaned_data)
        except PermissionDenied as refusal:  # what was typed stays, and the person is told why
            self.add_error(None, str(refusal))
            return ""
        return f"The claim is {made.get_kind_display()}."


class PublishForm(TellForm):
    verb, label, step, operation = "publish", "Publish", Kind.PUBLISHED, staticmethod(publish)


class CorrectForm(TellForm):
    verb, label, step, operation = "correct", "Correct what readers see", Kind.CORRECTED, staticmethod(correct)
    button = "Publish the correction"


class RetractForm(TellForm):
    verb, label, step, operation = "retract", "Retract", Kind.RETRACTED, staticmethod(retract)
    weight = "away"


FORMS: tuple[type[TellForm], ...] = (PublishForm, CorrectForm, RetractForm)


def shown(claim: Claim, viewer: User | AnonymousUser, verifications: Sequence[Verification]) -> dict[str, Any]:
    """What the claim's page shows of it; `verifications` are the claim's judgements, oldest first."""
    told = list(Publication.objects.of_claim(claim))
    verdicts = {v.question: v for v in verifications if v.stage == Stage.APPROVED}
    overtaken = bool(told) and told[0].is_public and _is_older(told[0], verdicts)
    forms = offered(_steps(claim, viewer, told, verdicts), viewer, claim, told=told)
    correction = next((form for form in forms if isinstance(form, CorrectForm)), None)
    # Looked up last, and only for whoever may correct: what readers would see takes some queries.
    news = untold(claim=claim, told=told[0]) if correction is not None else []
    nothing_new = correction is not None and not news
    return {
        "told": told,
        "is_public": bool(told) and told[0].is_public,
        "overtaken": overtaken,
        "news": news,
        "nothing_new": nothing_new,
        "public_forms": [form for form in forms if not (nothing_new and form is correction)],
    }


def _is_older(publication: Publication, verdicts: dict[str, Verification]) -> bool:
    """Whether a verdict of the record is newer than the published one."""
    return any(getattr(publication, f"{question}_id") != verdict.pk for question, verdict in verdicts.items())


def _steps(
    claim: Claim,
    viewer: User | AnonymousUser,
    told: Sequence[Publication],
    verdicts: dict[str, Verification],
) -> tuple[type[TellForm], ...]:
    """The forms that fit what readers were told last, and the person."""
    able = claim.merged_into_id is None and may_publish_these(viewer, verdicts.values())
    after = STEPS[told[0].kind if told else ""]
    return tuple(form for form in FORMS if form.step in after and (able or form.step == Kind.RETRACTED))


class StandingFilter(admin.SimpleListFilter):
    """What stands before the public now, and what of it is older than the record."""

    title, parameter_name = "standing", "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("public", "public now"), ("overtaken", "published verdict is older than the record")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        now = timezone.now()
        if self.value() == "public":
            return queryset.filter(pk__in=Publication.objects.public(now).order_by().values("pk"))
        if self.value() == "overtaken":
            return queryset.filter(pk__in=Publication.objects.overtaken(now).order_by().values("pk"))
        return queryset


@admin.register(Publication)
class PublicationAdmin(RecordAdmin[Publication]):
    """Made on the pages of claims; rows are only ever added."""

    list_display = ("what", "of_claim", "number", "reason", "made_by", "made_at")
    list_filter = (StandingFilter, "kind")
    search_fields = ("claim__words", "claim__slug", "reason", "made_by__username")
    ordering = ("-made_at", "-pk")
    fields = ("of_claim", ("number", "what", "page"), "reason", ("attribution", "accuracy"), ("made_by", "made_at"))

    def get_queryset(self, request: HttpRequest) -> Any:
        return Publication.objects.for_list()

    @admin.display(description="claim")
    def of_claim(self, publication: Publication) -> SafeString | str:
        return marking.link(publication.claim)

    @admin.display(description="what", ordering="kind")
    def what(self, publication: Publication) -> SafeString:
        return marking.chip(f"told-{publication.kind}", publication.get_kind_display())

    @admin.display(description="public page")
    def page(self, publication: Publication) -> SafeString:
        address = reverse("public:version", args=[publication.claim.slug, publication.number])
        return format_html('<a href="{}">{}</a>', address, "as readers saw it")
