"""Proposed appearances: a quotation beside what it may be another appearance of, and a person's word on it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin import marking
from claims.admin.base import RecordAdmin
from claims.admin.filters import WaitingFirst
from claims.admin.judging import CheckersForm
from claims.admin.verbs import offered
from claims.models import Appearance, Quotation
from claims.operations.acting import Actor
from claims.operations.compare import Compared, compare
from claims.operations.confirm import confirm_appearance
from claims.operations.decline import decline_appearance

Standing = Appearance.Standing
CONTEXT = 250


class DecisionForm(CheckersForm):
    """A person's word on an appearance. `expected` is the standing that the page showed."""

    expected = forms.ChoiceField(choices=Standing.choices, required=False, widget=forms.HiddenInput)

    def prepare(self, **known: Any) -> None:
        self.fields["expected"].initial = self.target.standing

    @property
    def seen(self) -> str | None:
        return self.cleaned_data["expected"] or None


class ConfirmForm(DecisionForm):
    """The two are one utterance."""

    verb, label, weight = "confirm", "Confirm: one utterance", "good"

    @classmethod
    def fits(cls, target: Appearance) -> bool:
        return target.standing != Standing.JOINED and target.quotation.state != Quotation.State.REJECTED

    def act(self, who: Actor) -> str:
        confirm_appearance(actor=who, appearance=self.target, expected=self.seen)
        if self.target.quotation.state == Quotation.State.SUGGESTED:
            return "Joined as one utterance. The quotation still waits to be accepted."
        return "Joined as one utterance."


class DeclineForm(DecisionForm):
    """They are not."""

    verb, label, weight = "decline", "Decline: another utterance", "away"

    @classmethod
    def fits(cls, target: Appearance) -> bool:
        return target.standing != Standing.DECLINED

    def act(self, who: Actor) -> str:
        decline_appearance(actor=who, appearance=self.target, expected=self.seen)
        return "Declined. It is not proposed again."


class StandingFilter(WaitingFirst):
    title, parameter_name = "standing", "standing"
    waiting, options = Standing.PROPOSED.value, tuple(Standing.choices)

    def only(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.proposed() if value == self.waiting else queryset.filter(standing=value)  # type: ignore[attr-defined]  # AppearanceQuerySet


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two wordings, in its text."""

    heading: str
    quotation: Quotation
    speaker: SafeString
    wording: SafeString
    passage: SafeString


@admin.register(Appearance)
class AppearanceAdmin(RecordAdmin[Appearance]):
    """Rows are made where quotations arrive and are compared with what is held."""

    verbs = (ConfirmForm, DeclineForm)
    change_form_template = "admin/claims/proposal.html"
    list_display = ("said", "held_against", "why", "likely", "stands")
    sortable_by = ()  # a million rows are in the one order that an index has
    list_filter = (StandingFilter,)
    search_fields = ("quotation__segments__exact", "quotation__claim__words", "reason")
    search_help_text = "Quoted words, words of the claim, or the reason"
    fields = ("stands", "likely", "reason", ("decided_by", "decided_at"))

    def get_queryset(self, request: HttpRequest) -> Any:
        shown = request.resolver_match.url_name if request.resolver_match else None
        if shown == "claims_appearance_changelist":
            return Appearance.objects.with_words()
        return Appearance.objects.for_list()

    @admin.display(description="quotation")
    def said(self, row: Appearance) -> str:
        return marking.shortened(row.quotation.words)

    @admin.display(description="most like")
    def held_against(self, row: Appearance) -> str:
        return marking.shortened(row.beside.words)

    @admin.display(description="why")
    def why(self, row: Appearance) -> str:
        return row.reason

    @admin.display(description="likely by its words")
    def likely(self, row: Appearance) -> str:
        return "" if row.score is None else marking.share(row.score)

    @admin.display(description="standing")
    def stands(self, row: Appearance) -> SafeString:
        return marking.chip(f"standing-{row.standing}", row.get_standing_display())

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        row: Appearance | None = kwargs.get("obj")
        if row is not None:
            found = compare(row.beside.words, row.quotation.words, (_named(row.beside), _named(row.quotation)))
            following = Appearance.objects.proposed().filter(pk__gt=row.pk).order_by("pk")
            context |= {
                "stands": self.stands(row),
                "likely": self.likely(row),
                "sides": _sides(row, found),
                "told": found.told,
                "decisions": offered(self.verbs, request.user, row),
                "next_proposal": following.values_list("pk", flat=True).first(),
            }
        return super().render_change_form(request, context, *args, **kwargs)


def _named(quotation: Quotation) -> str:
    return str(quotation.speaker or quotation.speaker_name or quotation.speaker_text)


def _sides(row: Appearance, found: Compared) -> list[Side]:
    held, arrived = row.beside, row.quotation
    passages = marking.stretches([held, arrived], CONTEXT)
    return [
        Side(
            "Held",
            held,
            marking.speaker_of(held),
            marking.altered(compare(held.words, held.words).pieces),
            passages[held.pk],
        ),
        Side("Arrived", arrived, marking.speaker_of(arrived), marking.altered(found.pieces), passages[arrived.pk]),
    ]
