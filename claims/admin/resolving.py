"""The forms that say who it is that a text quotes, and take it back."""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse
from django.utils.html import format_html

from claims.admin.lookups import LookupField
from claims.admin.verbs import VerbForm
from claims.models import Claim, Quotation, Speaker, SpeakerName
from claims.operations.acting import Actor
from claims.operations.permissions import may_check
from claims.operations.speakers import resolve_speaker
from claims.operations.unresolve import unresolve_speaker


class ResolveForm(VerbForm):
    """Who it is that the text means."""

    verb, label = "resolve", "Say who the speaker is"
    button = "This is the speaker"
    speaker = LookupField(Speaker)

    def prepare(self, **known: Any) -> None:
        self.fields["speaker"].initial = self.target.speaker
        # In a tab of its own, so that what was begun here stays.
        self.fields["speaker"].help_text = format_html(
            "A speaker of the record: a name, or the slug. Whoever is not held yet is made by accepting, by the name "
            'that the text has, or <a href="{}" target="_blank" rel="noopener">added by hand</a>.',
            reverse("admin:claims_speaker_add"),
        )

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_check(user)

    def act(self, who: Actor) -> str:
        before = Quotation.objects.select_related("speaker", "claim__speaker").get(pk=self.target.pk)
        chosen = self.cleaned_data["speaker"]
        names = SpeakerName.objects.filter(speaker=chosen, name=before.speaker_name)
        known = names.exists()
        quotation = resolve_speaker(actor=who, quotation=self.target, speaker=chosen)
        self.undo = UnresolveForm(
            target=quotation,
            speaker=chosen,
            before=before.speaker,
            claim_before=before.claim.speaker if before.claim else None,
            no_speaker=before.claim.no_speaker if before.claim else "",
            taught=None if known else names.first(),
        )
        return f"The speaker is {quotation.speaker}."


class UnresolveForm(VerbForm):
    """Whom the quotation was of before, and whom its claim."""

    verb, label = "unresolve", "Take the speaker back"
    speaker = forms.ModelChoiceField(Speaker.objects.all(), widget=forms.HiddenInput)
    before = forms.ModelChoiceField(Speaker.objects.all(), required=False, widget=forms.HiddenInput)
    claim_before = forms.ModelChoiceField(Speaker.objects.all(), required=False, widget=forms.HiddenInput)
    no_speaker = forms.ChoiceField(
        choices=[("", ""), *Claim.NoSpeaker.choices], required=False, widget=forms.HiddenInput
    )
    taught = forms.ModelChoiceField(SpeakerName.objects.all(), required=False, widget=forms.HiddenInput)

    def prepare(self, **known: Any) -> None:
        for name, value in known.items():
            self.fields[name].initial = value

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_check(user)

    def act(self, who: Actor) -> str:
        quotation = unresolve_speaker(actor=who, quotation=self.target, **self.cleaned_data)
        return f"The speaker is {quotation.speaker or 'not known'} again."
