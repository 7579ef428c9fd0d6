"""A quoted wording taken apart where an editor left words out (…) or put some of his own in [brackets].

What remains are parts that stand in the source as they are; between two of them other words may stand there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from claims.text.fingerprint import WORD, forms_of

# What an ellipsis may swallow, and what a bracket may stand for, in code points: 80 and 12 words of eight.
ELLIPSIS_GAP = 640
BRACKET_GAP = 96
# A longer part is sought by its two ends alone, or the cost would be the product of two long texts.
LONGEST_PART = 1000
# More parts than this are no quote that an editor made: the middle ones are left to the gap between the others.
MOST_PARTS = 24

DOTS = r"…|\.{3,}|\.(?:[ \u00a0]\.){2,}"
# The named parts, tried in this order.
EDITED = re.compile(
    rf"(?P<ellipsis>\[\s*(?:{DOTS})\s*\]|\(\s*(?:{DOTS})\s*\)|{DOTS})|(?P<bracket>\[[^\[\]\n]{{0,200}}\])"
)
# “[T]he plan”, “leav[ing]”: a bracket within a word changes its letters and stands for no other word.
WITHIN_WORD = re.compile(r"(?<=\w)\[(\w{0,12})\]|\[(\w{0,12})\](?=\w)")
# Words of mere letters between spaces and stops are read at once; all others as `words_of` reads them.
WORDS = re.compile(rf"(?P<plain>[A-Za-z]++(?=[\s,;:?!”\"]|\.?$|\.\s))|{WORD.pattern}")


class Word(NamedTuple):
    """One word that counts: its form when compared, and where it stands. One in a tuple is made faster."""

    form: str
    start: int
    end: int


def words_in(text: str) -> tuple[Word, ...]:
    """What `words_of` gives, in a third of the time."""
    found = []
    for match in WORDS.finditer(text):
        shown = match.group()
        if match.lastgroup == "plain":
            found.append(Word(shown.lower(), *match.span()))
        elif forms := forms_of(shown):
            found.append(Word(forms[0], *match.span()))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Part:
    """An unbroken run of a quote's words.

    `words` have their places in `text`. `gap`: how many code points may stand in the source between the part before
    and this one; 0 for the first.
    """

    text: str
    words: tuple[Word, ...]
    gap: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote as it is sought: its parts in order, each with a word at least, and whether an editor's hand shows.

    `forms` are all its words, with those in brackets.
    """

    parts: tuple[Part, ...]
    forms: tuple[str, ...]

    @property
    def edited(self) -> bool:
        """Whether words were left out or put in, or the wording is too long to be compared as a whole."""
        return len(self.parts) > 1 or sum(len(part.words) for part in self.parts) < len(self.forms)


def wording_of(exact: str) -> Wording:
    """The parts of a quote; none where it holds no word."""
    plain = WITHIN_WORD.sub(lambda match: match.group(1) or match.group(2) or "", exact)
    parts: list[Part] = []
    gap = at = 0
    for match in EDITED.finditer(plain):
        gap = _take(parts, plain[at : match.start()], gap)
        gap += ELLIPSIS_GAP if match.lastgroup == "ellipsis" else BRACKET_GAP
        at = match.end()
    _take(parts, plain[at:], gap)
    if not parts:  # the bracket is all there is: “[Applause]”
        _take(parts, plain, 0)
    whole = len(parts) == 1 and parts[0].text == plain
    forms = (word.form for word in parts[0].words) if whole else forms_of(plain)
    return Wording(tuple(_at_most(parts)), tuple(forms))


def _take(parts: list[Part], text: str, gap: int) -> int:
    """Add what stands between two marks to the parts, and return the gap that is open after it."""
    words = words_in(text)
    if not words:
        return gap
    if not parts:
        gap = 0  # what an editor left out before the first word leaves nothing to find
    if len(text) <= LONGEST_PART:
        parts.append(Part(text, words, gap))
        return 0
    half = LONGEST_PART // 2
    head, tail = _cut(text[:half], gap, slice(0, -1)), _cut(text[-half:], 0, slice(1, None))
    if not head or not tail:
        return gap
    between = len(text) - len(head.text) - len(tail.text)
    # Half as much again: the middle may have grown.
    parts.extend((head, Part(tail.text, tail.words, between + between // 2)))
    return 0


def _cut(text: str, gap: int, whole: slice) -> Part | None:
    """A part of the words of a text but the one at its inner end, which may have been cut; None where it has none."""
    words = words_in(text)
    words = words[whole] or words
    return Part(text, words, gap) if words else None


def _at_most(parts: list[Part]) -> list[Part]:
    if len(parts) <= MOST_PARTS:
        return parts
    half = MOST_PARTS // 2
    skipped = parts[half:-half]
    gap = sum(part.gap + len(part.text) for part in skipped) + parts[-half].gap
    first = parts[-half]
    return [*parts[:half], Part(first.text, first.words, gap), *parts[-half + 1 :]]
