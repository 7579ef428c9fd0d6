"""The forms of judgement: evidence, verdicts, and what another person says of them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone
from django.utils.html import format_html

from claims.admin import marking
from claims.admin.lines import LinesField
from claims.admin.lookups import LookupField
from claims.admin.passages import find_words
from claims.admin.verbs import FOR_READERS, VerbForm
from claims.models import Claim, ClaimLink, Evidence, Question, Snapshot, Verification
from claims.operations.acting import Actor
from claims.operations.evidence import add_evidence, withdraw_evidence
from claims.operations.link import link_claims, unlink_claims
from claims.operations.permissions import may_approve_this, may_check
from claims.operations.verify import approve, return_to_checker


class CheckersForm(VerbForm):
    """A verb that every checker may use at any time."""

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_check(user)


class StandingForm(CheckersForm):
    """What is done with a claim that is worked with: neither merged into another nor taken back."""

    @classmethod
    def fits(cls, target: Claim) -> bool:
        return target.is_standing


class EvidenceForm(StandingForm):
    """A captured text, or a passage of it, as evidence."""

    verb, label = "evidence", "Add evidence"
    question = forms.ChoiceField(choices=Question.choices)
    stance = forms.ChoiceField(
        choices=Evidence.Stance.choices,
        help_text="For or against that they said it, or that it is true: whatever the rating.",
    )
    snapshot = LookupField(
        Snapshot,
        label="Captured text",
        help_text="Its title, address or number. A text that is not held yet is captured first.",
    )
    words = LinesField(
        label="Passage",
        required=False,
        help_text="The words, pasted exactly as they stand in the text. Empty: the whole text.",
    )
    start = forms.IntegerField(required=False, min_value=0, label="or from character")
    end = forms.IntegerField(required=False, min_value=1, label="to character")
    note = LinesField(rows=2, required=False, help_text=FOR_READERS)

    def prepare(self, snapshots: Sequence[Snapshot] = (), again: Evidence | None = None, **known: Any) -> None:
        """`snapshots` are offered first; `again` is evidence that was withdrawn."""
        field = LookupField(Snapshot, offered=snapshots, label="Captured text")
        field.help_text = self.fields["snapshot"].help_text
        self.fields["snapshot"] = field
        if again is not None:
            for name in ("question", "stance", "snapshot", "start", "end", "note"):
                self.fields[name].initial = getattr(again, name)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["passage"] = self._passage(given)
        return given

    def _passage(self, given: dict[str, Any]) -> tuple[int, int] | None:
        words, start, end = given.get("words"), given.get("start"), given.get("end")
        if start is not None and end is not None:
            return start, end
        if start is not None or end is not None:
            self.add_error("start", "A passage has two ends: give both, or paste its words.")
        elif words and given.get("snapshot"):
            try:
                return find_words(given["snapshot"].text, words)
            except ValueError as error:
                self.add_error("words", str(error))
        return None

    def act(self, who: Actor) -> str:
        given = {name: self.cleaned_data[name] for name in ("question", "snapshot", "stance", "passage", "note")}
        evidence = add_evidence(actor=who, claim=self.target, **given)
        self.undo = WithdrawForm(target=evidence)
        return f"Evidence on {evidence.question} is added."


class WithdrawForm(CheckersForm):
    verb, label, weight = "withdraw", "Withdraw", "away"

    def act(self, who: Actor) -> str:
        withdraw_evidence(actor=who, evidence=self.target)
        self.undo = EvidenceForm(target=self.target.claim, again=self.target)
        return "The evidence is withdrawn."


class AnswerForm(VerbForm):
    """What another person says of a judgement that waits."""

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Verification) -> bool:
        return may_approve_this(user, target)

    @classmethod
    def fits(cls, target: Verification) -> bool:
        return target.waits


class ApproveForm(AnswerForm):
    verb, label, weight = "approve", "Approve", "good"
    remark = LinesField(rows=2, required=False)

    def act(self, who: Actor) -> str:
        verification = approve(actor=who, verification=self.target, remark=self.cleaned_data["remark"])
        return _and_next(f"“{verification.rating}” on {verification.question} is approved.", who, verification)


class ReturnForm(AnswerForm):
    verb, label, weight = "return", "Return to its checker", "away"
    remark = LinesField(rows=2, label="What is missing")

    def act(self, who: Actor) -> str:
        verification = return_to_checker(actor=who, verification=self.target, remark=self.cleaned_data["remark"])
        return _and_next("The judgement is returned to its checker.", who, verification)


def _and_next(told: str, who: Actor, answered: Verification) -> str:
    """With the way to what waits for the approver next: on the same claim, else what waits longest."""
    waiting = Verification.objects.to_approve(who, timezone.now()).select_related("claim")
    following = waiting.filter(claim=answered.claim_id).first() or waiting.first()
    if following is None:
        return told
    page = f"{marking.address(following.claim)}#{following.question}"
    words = marking.shortened(following.claim.words, 60)
    return format_html('{} Next: <a href="{}">{} of <bdi>“{}”</bdi></a>', told, page, following.question, words)


class LinkForm(StandingForm):
    verb, label = "link", "Link to another claim"
    kind = forms.ChoiceField(choices=ClaimLink.Kind.choices, label="This claim")
    to_claim = LookupField(Claim, label="this other claim", help_text="Some of its words, or its slug.")
    note = LinesField(rows=2, required=False)

    def act(self, who: Actor) -> str:
        made = link_claims(actor=who, from_claim=self.target, **self.cleaned_data)
        return f"Linked: this claim {made.get_kind_display()} “{made.to_claim}”."


class UnlinkForm(CheckersForm):
    verb, label, weight = "unlink", "Take back a link", "away"

    def prepare(self, **known: Any) -> None:
        self.fields["link"] = forms.ModelChoiceField(ClaimLink.objects.of_claim(self.target))

    def act(self, who: Actor) -> str:
        unlink_claims(actor=who, link=self.cleaned_data["link"])
        return "The link is taken back."
