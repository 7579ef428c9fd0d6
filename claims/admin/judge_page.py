"""Judging one question about a claim: what a careful checker is asked, the scale, and the evidence, in one place.

All of it is one form, so that nothing that was typed is lost where evidence is looked for in between, or where
somebody else was quicker.
"""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from claims.admin.evidence_finder import Finder, Unfinished
from claims.admin.lines import LinesField
from claims.admin.refusals import REFUSALS, actor, add_to
from claims.admin.verbs import FOR_READERS
from claims.models import CHECKS, Answer, Claim, Evidence, Rating, Stage, Verification
from claims.operations.acting import Actor, Stale
from claims.operations.permissions import may_check
from claims.operations.verify import submit

ANSWERS = [choice for choice in Answer.choices if choice[0] != Answer.NOT_ASKED]


class RatingField(forms.ModelChoiceField[Rating]):
    """The scale, each label with its meaning. Scales beside the default one are named."""

    def label_from_instance(self, rating: Rating) -> str:
        return rating.label if rating.scale.is_default else f"{rating.label} ({rating.scale})"


class JudgeForm(Unfinished):
    """A judgement on one question. `expected` is the number of the newest one that the checker has seen, `statement`
    tells the words that they judge from others.

    `viewer` starts from what they had submitted themselves where it was returned to them.
    """

    expected = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    statement = forms.CharField(required=False, widget=forms.HiddenInput)
    rationale = LinesField(
        rows=5,
        help_text=f"Why: what was looked at and what it shows. {FOR_READERS}",
    )
    required_css_class = "required"

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        claim: Claim,
        question: str,
        viewer: User | AnonymousUser,
        is_finished: bool = True,
    ) -> None:
        self.is_finished = is_finished
        self.claim, self.question = claim, question
        seen = self._seen()
        self.starts_from = _returned_to(viewer, self.newest)
        super().__init__(data, auto_id="id_judge_%s", initial={**seen, **self.starts_from})
        for check in CHECKS:
            self.fields[check.field] = forms.ChoiceField(
                choices=ANSWERS, widget=forms.RadioSelect, label=check.asks, help_text=check.why
            )
        self.fields["rating"] = RatingField(
            Rating.objects.for_question(question), widget=forms.RadioSelect, empty_label=None
        )
        self.fields["evidence"] = forms.ModelMultipleChoiceField(
            Evidence.objects.for_list().filter(claim=claim, question=question),
            widget=forms.CheckboxSelectMultiple,
            label="It rests on",
            error_messages={"required": "A judgement rests on evidence: choose at least one piece."},
        )

    def _seen(self) -> dict[str, str]:
        """What there is to be seen by whoever is shown the form now."""
        self.newest = Verification.objects.for_list().newest(self.claim, self.question, timezone.now())
        return {"expected": str(self.newest.number if self.newest else 0), "statement": self.claim.statement}

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Claim) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Claim) -> bool:
        return target.is_standing

    @property
    def checks(self) -> list[forms.BoundField]:
        """What a careful checker is asked."""
        return [self[check.field] for check in CHECKS]

    @property
    def scale(self) -> list[tuple[Any, Rating]]:
        """Each button of the scale with its rating."""
        return [(button, button.data["value"].instance) for button in self["rating"]]

    @property
    def pieces(self) -> list[tuple[Any, Evidence]]:
        """Each box with its piece of evidence."""
        return [(box, box.data["value"].instance) for box in self["evidence"]]

    def done(self, who: Actor) -> str:
        """Submit, and what to tell the person; empty where it was refused, which the form's errors then say.

        Of whoever was slower the next attempt counts: by then they have read what the other judged or changed.
        """
        try:
            made = submit(actor=who, claim=self.claim, question=self.question, **self.cleaned_data)
        except Stale as overtaken:
            self.add_error(None, f"{overtaken} What you typed is below. Submit again if it is your judgement still.")
            self.data = _with(self.data, **self._seen())
            return ""
        except REFUSALS as refusal:
            add_to(self, refusal)
            return ""
        return f"“{made.rating}” on {made.question} is submitted and waits for another person."


def _returned_to(viewer: User | AnonymousUser, newest: Verification | None) -> dict[str, Any]:
    """What somebody had submitted, as values of the form, where it came back to them; empty where it did not."""
    if newest is None or newest.stage != Stage.RETURNED or newest.checker != viewer:
        return {}
    rests_on = list(newest.evidence.values_list("pk", flat=True))
    return {**newest.answers, "rating": newest.rating_id, "rationale": newest.rationale, "evidence": rests_on}


def _with(data: Any, **values: str) -> QueryDict:
    """What was sent, with other values in some fields."""
    changed: QueryDict = data.copy()
    for name, value in values.items():
        changed[name] = value
    return changed


def worked(request: HttpRequest, claim: Claim, question: str) -> tuple[JudgeForm, Finder, str]:
    """The two halves of the page after what was asked of them, and what to tell the person where it was submitted."""
    about: dict[str, Any] = {"claim": claim, "question": question}
    judging = {**about, "viewer": request.user}
    if request.method != "POST":
        return JudgeForm(**judging), Finder(**about), ""
    sent: QueryDict = request.POST
    step = sent.get("step", "")
    finder = Finder(sent, **about, is_finished=step == "add")
    if step == "submit":
        form = JudgeForm(sent, **judging)
        return form, finder, form.done(actor(request)) if form.is_valid() else ""
    if step == "add" and (made := finder.added(actor(request))) is not None:
        sent = sent.copy()
        sent.appendlist("evidence", str(made.pk))
        finder = Finder(_with(sent, passage="", words="", note=""), **about, is_finished=False)
        finder.just_added = made
    return JudgeForm(sent, **judging, is_finished=False), finder, ""
