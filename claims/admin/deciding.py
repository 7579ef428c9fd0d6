"""The forms by which a suggested quotation is taken into the record or turned down."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, User

from claims.admin.lines import LinesField
from claims.admin.lookups import LookupField
from claims.admin.topics import topics_of
from claims.admin.verbs import VerbForm
from claims.models import Claim, Quotation, Speaker
from claims.operations.accept import accept
from claims.operations.acting import Actor
from claims.operations.beside import beside
from claims.operations.permissions import may_check
from claims.operations.reject import reject
from claims.operations.reopen import reopen

State = Quotation.State
NO_SPEAKER = [("", "—"), *Claim.NoSpeaker.choices]


class AcceptForm(VerbForm):
    """A new claim is made of the quotation."""

    verb, label, weight = "accept", "Accept as a new claim", "good"
    button = "Accept"
    words = LinesField(help_text="What the claim says.")
    speaker = LookupField(Speaker, required=False)
    no_speaker = forms.ChoiceField(label="or why there is none", choices=NO_SPEAKER, required=False)
    topics = forms.CharField(required=False, help_text="Separated by commas: missiles, foreign policy")

    def prepare(self, **known: Any) -> None:
        quotation: Quotation = self.target
        self.fields["words"].initial = quotation.words
        self.fields["speaker"].initial = quotation.speaker
        named = quotation.speaker_name or quotation.speaker_text
        if quotation.speaker is None and named:
            self.fields["speaker"].help_text = f"Left empty: “{named}”, made a new speaker where not yet known."

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Quotation) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Quotation) -> bool:
        return target.state != State.ACCEPTED

    def clean_topics(self) -> list[str]:
        return topics_of(self.cleaned_data["topics"])

    def act(self, who: Actor) -> str:
        claim = accept(actor=who, quotation=self.target, **self.cleaned_data)
        self.made, self.undo = decided(self.target)
        return f"Accepted as the claim “{claim}”."


class JoinForm(VerbForm):
    """The quotation is one more appearance of a claim that is held."""

    verb, label = "join", "Join a claim that is held"
    button = "Join"
    claim = LookupField(Claim, help_text="Some of its words, or its slug.")

    def prepare(self, **known: Any) -> None:
        """Fill in the claim of the utterance that the quotation is joined to, if it has one: a person still joins."""
        claims = list(Claim.objects.filter(pk__in=beside(quotation=self.target).claims)[:2])
        if len(claims) == 1:
            self.fields["claim"].initial = claims[0]
            self.fields[
                "claim"
            ].help_text = (
                "Filled in, since the quotation is joined as one utterance with an accepted appearance of this claim."
            )
        elif claims:
            self.fields[
                "claim"
            ].help_text += " Appearances of the utterance that the quotation is joined to are of several claims."

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Quotation) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Quotation) -> bool:
        return target.state != State.ACCEPTED

    def act(self, who: Actor) -> str:
        claim = accept(actor=who, quotation=self.target, claim=self.cleaned_data["claim"])
        self.made, self.undo = decided(self.target)
        return f"Accepted as an appearance of “{claim}”."


class RejectForm(VerbForm):
    verb, label, weight = "reject", "Reject", "away"
    reason = forms.CharField(
        required=False,
        max_length=500,
        help_text="It is remembered: this passage of this text is not suggested again.",
    )

    def prepare(self, reason: str = "", **known: Any) -> None:
        self.fields["reason"].initial = reason

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Quotation) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Quotation) -> bool:
        return target.state == State.SUGGESTED

    def act(self, who: Actor) -> str:
        reject(actor=who, quotation=self.target, reason=self.cleaned_data["reason"])
        self.made, self.undo = decided(self.target)
        return "Rejected. It will not be suggested again for this text."


class ReopenForm(VerbForm):
    """The decision is taken back, as long as it is the one that the person saw."""

    verb, label = "reopen", "Take the decision back"
    decided_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def prepare(self, **known: Any) -> None:
        moment: datetime | None = self.target.decided_at
        self.fields["decided_at"].initial = moment.isoformat() if moment else ""

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Quotation) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Quotation) -> bool:
        return target.state != State.SUGGESTED

    def clean_decided_at(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.cleaned_data["decided_at"]) if self.cleaned_data["decided_at"] else None
        except ValueError as error:
            raise forms.ValidationError("This is not a moment.") from error

    def act(self, who: Actor) -> str:
        was = self.target.state
        self.made = reopen(actor=who, quotation=self.target, decided_at=self.cleaned_data["decided_at"])
        return f"No longer {was}. It waits again."


def decided(quotation: Quotation) -> tuple[Quotation, ReopenForm]:
    """A quotation as it is now that it is decided, and the form that takes the decision back."""
    now = Quotation.objects.get(pk=quotation.pk)
    return now, ReopenForm(target=now)
