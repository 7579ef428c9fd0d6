"""The forms that give a quotation one more passage, and take it back."""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, User

from claims.admin.lines import LinesField
from claims.admin.selecting import SelectedForm
from claims.admin.verbs import VerbForm
from claims.models import Quotation
from claims.operations.acting import Actor
from claims.operations.extend import extend, shorten
from claims.operations.permissions import may_check


class ExtendForm(SelectedForm):
    """The quotation goes on elsewhere in the text."""

    verb, label = "extend", "Add a passage"
    button = "Add"
    words = LinesField(
        rows=2,
        help_text="Where the quotation goes on, as it stands in the text: what a “she said” parts is one quotation.",
    )

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Quotation) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Quotation) -> bool:
        return target.state == Quotation.State.SUGGESTED

    def clean_words(self) -> tuple[int, int]:
        return self.place(self.target.snapshot.text, self.cleaned_data["words"])

    def act(self, who: Actor) -> str:
        longer = extend(actor=who, quotation=self.target, passage=self.cleaned_data["words"])
        self.made = longer
        self.undo = ShortenForm(target=longer, to=self.target)
        return "The passage is added."


class ShortenForm(VerbForm):
    """A passage that was added is taken back."""

    verb, label = "shorten", "Take the passage back"
    to = forms.ModelChoiceField(Quotation.objects.all(), widget=forms.HiddenInput)

    def prepare(self, to: Quotation | None = None, **known: Any) -> None:
        self.fields["to"].initial = to

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Quotation) -> bool:
        return may_check(user)

    def act(self, who: Actor) -> str:
        self.made = shorten(actor=who, quotation=self.target, to=self.cleaned_data["to"])
        return "The passage is taken back."
