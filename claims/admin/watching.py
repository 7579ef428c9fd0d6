"""The forms by which a source is watched, and a capture is looked through for what was quoted before."""

from typing import Any

from django import forms

from claims.admin.judging import CheckersForm
from claims.models import Source, Watch
from claims.models.watches import LONGEST_HOURS
from claims.operations.acting import Actor
from claims.operations.anchor import reanchor
from claims.operations.watch import unwatch, watch


class WatchForm(CheckersForm):
    """The source is captured again and again; set anew where it is watched already."""

    verb, label = "watch", "Watch"
    every_hours = forms.IntegerField(
        label="Every so many hours",
        min_value=1,
        max_value=LONGEST_HOURS,
        initial=24,
        help_text="24 is daily, 168 weekly. The worker fetches the page then, as you, and looks for what was quoted.",
    )

    def prepare(self, watched: Watch | None = None, **known: Any) -> None:
        if watched is not None:
            self.fields["every_hours"].initial = watched.every_hours

    @classmethod
    def fits(cls, target: Source) -> bool:
        return bool(target.url)

    def act(self, who: Actor) -> str:
        done = watch(actor=who, source=self.target, every_hours=self.cleaned_data["every_hours"]).watch
        return f"Watched: captured again every {done.every_hours} hours, for the first time in a few minutes."


class UnwatchForm(CheckersForm):
    verb, label, weight = "unwatch", "Stop watching", "away"

    @classmethod
    def fits(cls, target: Source) -> bool:
        return Watch.objects.filter(source=target).exists()

    def act(self, who: Actor) -> str:
        held = Watch.objects.filter(source=self.target).first()
        if held is None:
            return "It is watched no more."
        unwatch(actor=who, watch=held)
        return "It is watched no more. Its captures stay."


class ReanchorForm(CheckersForm):
    """For what was quoted from an earlier capture after this one was made."""

    verb, label = "reanchor", "Look for what was quoted from earlier captures"

    @classmethod
    def fits(cls, target: Any) -> bool:
        return bool(target.number > 1)

    def act(self, who: Actor) -> str:
        made = reanchor(actor=who, snapshot=self.target)
        edits = sum(finding.outcome != finding.Outcome.FOUND for finding in made)
        return (
            f"{len(made)} quotations looked for, {edits} of them not as they were." if made else "Nothing new to find."
        )
