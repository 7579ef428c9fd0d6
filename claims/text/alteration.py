"""One difference between two wordings of a quote: what kind it is, where it stands, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.text.spans import Span

# Code points of a wording that a report shows before it cuts the middle out.
SHOWN = 120


class Change(StrEnum):
    """What was done to the earlier wording. The values are shown to people."""

    MARKED_OMISSION = "marked omission"  # an ellipsis stands for the words
    OMISSION = "omission"  # no mark tells of it
    TRUNCATION = "truncation"  # the later wording starts later or ends earlier: a fragment
    EXTENSION = "extension"  # the later wording starts earlier or ends later
    BRACKETED = "bracketed insertion"  # in addition to words or in their place
    INSERTION = "insertion"
    SUBSTITUTION = "substitution"
    REORDERING = "reordering"
    CASE = "case"
    PUNCTUATION = "punctuation"


class Raised(StrEnum):
    """What makes an alteration one to look at: the later wording may say something else."""

    NEGATION = "negation"
    NUMBER = "number"
    MODALITY = "modality"
    SPEAKER = "speaker"


class Weight(StrEnum):
    """How much an alteration matters: light ones are how quotes are printed, raised ones may change what is said."""

    LIGHT = "light"
    PLAIN = "plain"
    RAISED = "raised"


LIGHT = frozenset(
    {
        Change.CASE,
        Change.PUNCTUATION,
        Change.MARKED_OMISSION,
        Change.TRUNCATION,
        Change.EXTENSION,
        Change.BRACKETED,
    }
)


@dataclass(frozen=True, slots=True)
class Alteration:
    """One difference. `before` is its place in the earlier text, `after` in the later, in code points.

    An empty span is the place where words were put in or left out. `same_word` says that another spelling of the
    same words was put in their place: “organise” for “organize”, “2” for “two”, “don’t” for “do not”.
    """

    change: Change
    before: Span
    after: Span
    raised: Raised | None = None
    same_word: bool = False

    @property
    def weight(self) -> Weight:
        """How much it matters."""
        if self.raised:
            return Weight.RAISED
        return Weight.LIGHT if self.same_word or self.change in LIGHT else Weight.PLAIN


def told(alteration: Alteration, earlier: str, later: str) -> str:
    """One alteration in plain words, for a report: “may” for “will” (modality).

    `earlier` and `later` are the two wordings that were compared; for a change of speaker, the two names.
    """
    words = _told(alteration, _shown(alteration.before, earlier), _shown(alteration.after, later))
    return f"{words} ({alteration.raised})" if alteration.raised else words


def _told(alteration: Alteration, before: str, after: str) -> str:
    change = alteration.change
    if alteration.raised is Raised.SPEAKER:
        return f"said by {after}, {f'not by {before}' if before else 'where nobody is named'}"
    if change is Change.MARKED_OMISSION:
        return f"left out at a mark: {before}"
    if change is Change.TRUNCATION:
        return f"left off at the {'end' if alteration.before.start else 'start'}: {before}"
    if change is Change.EXTENSION:
        return f"goes on at the {'end' if alteration.after.start else 'start'}: {after}"
    if change is Change.REORDERING:
        return f"moved: {after}"
    if not before:
        return f"{after} put in"
    if not after:
        return (
            f"{before} left out"
            if alteration.raised or change is not Change.OMISSION
            else f"left out without a mark: {before}"
        )
    if change is Change.BRACKETED:
        return f"{after} put in for {before}"
    return f"{after} for {before}"


def _shown(span: Span, text: str) -> str:
    """The words in quotation marks, "" for no words; without their middle where they are many."""
    words = " ".join(span.of(text).split())
    if len(words) > SHOWN:
        half = SHOWN // 2
        words = f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
    return f"“{words}”" if words else ""
