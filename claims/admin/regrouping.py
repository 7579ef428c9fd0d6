"""Merging and splitting claims, taking it back, and the list of what was done."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.admin import marking
from claims.admin.base import RecordAdmin
from claims.admin.judging import CheckersForm, StandingForm
from claims.admin.lines import LinesField
from claims.admin.lookups import LookupField
from claims.admin.verbs import offered
from claims.models import Claim, Quotation, Regrouping
from claims.operations.acting import Actor
from claims.operations.merge import merge_claims
from claims.operations.split import split_claim
from claims.operations.undo import undo_regrouping


def note_field() -> forms.CharField:
    return LinesField(rows=2, required=False, max_length=500, label="Why")


class MergeForm(StandingForm):
    """This claim and another are one."""

    verb, label = "merge", "Merge this claim into another"
    button = "Merge"
    into = LookupField(
        Claim,
        label="The claim that stays",
        help_text="Some of its words, or its slug. All quotations of this claim go there; verdicts, evidence and links "
        "stay here, on a page that says where the quotations went. It can be undone.",
    )
    note = note_field()

    def act(self, who: Actor) -> str:
        made = merge_claims(actor=who, claim=self.target, **self.cleaned_data)
        return f"Merged into “{made.to_claim}”."


class QuotationsField(forms.ModelMultipleChoiceField[Quotation]):
    def label_from_instance(self, quotation: Any) -> str:
        source = quotation.snapshot.source
        where = format_html_join(
            ", ", "<bdi>{}</bdi>", ((told,) for told in (source.outlet, source, source.date_edtf) if told)
        )
        return format_html("<bdi>“{}”</bdi> ({})", marking.shortened(quotation.words, 120), where)


class SplitForm(CheckersForm):
    """Some appearances of this claim are of another."""

    verb, label = "split", "Split off some appearances"
    button = "Split off"
    words = LinesField(
        rows=2,
        required=False,
        help_text="What the new claim says. Empty: the words of the earliest of its quotations.",
    )
    note = note_field()

    def prepare(self, **known: Any) -> None:
        own = Quotation.objects.for_list().filter(claim=self.target).order_by("created_at", "pk")
        self.fields["quotations"] = QuotationsField(
            own,
            widget=forms.CheckboxSelectMultiple,
            label="These become a claim of their own",
            help_text="At least one stays here. Those that go are not joined with those that stay again.",
        )
        self.order_fields(["quotations", "words", "note"])

    def act(self, who: Actor) -> str:
        made = split_claim(
            actor=who,
            claim=self.target,
            quotations=list(self.cleaned_data["quotations"]),
            words=self.cleaned_data["words"],
            note=self.cleaned_data["note"],
        )
        return f"Split off as the claim “{made.to_claim}”."


class UndoForm(CheckersForm):
    """All goes back to where it was."""

    verb, label, weight = "undo", "Undo", "away"

    @classmethod
    def fits(cls, target: Regrouping) -> bool:
        return target.undone_at is None

    def act(self, who: Actor) -> str:
        undo_regrouping(actor=who, regrouping=self.target)
        return "The quotations are back where they were."


@admin.register(Regrouping)
class RegroupingAdmin(RecordAdmin[Regrouping]):
    """Made on the pages of claims; undone here or there."""

    verbs = (UndoForm,)
    change_form_template = "admin/claims/regrouping.html"
    list_display = ("what", "from_which", "to_which", "made_by", "made_at", "undone_by")
    list_filter = ("kind",)
    search_fields = ("from_claim__words", "to_claim__words", "note", "made_by__username")
    fields = ("what", "from_which", "to_which", "note", ("made_by", "made_at"), ("undone_by", "undone_at"))

    def get_queryset(self, request: HttpRequest) -> Any:
        return Regrouping.objects.for_list()

    @admin.display(description="what")
    def what(self, made: Regrouping) -> str:
        count = len(made.quotations)
        return f"{made.get_kind_display()}, {count} quotation{'' if count == 1 else 's'}"

    @admin.display(description="from")
    def from_which(self, made: Regrouping) -> SafeString | str:
        return marking.link(made.from_claim)

    @admin.display(description="to")
    def to_which(self, made: Regrouping) -> SafeString | str:
        return marking.link(made.to_claim)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        made: Regrouping | None = kwargs.get("obj")
        if made is not None:
            context["verb_forms"] = offered(self.verbs, request.user, made)
        return super().render_change_form(request, context, *args, **kwargs)
