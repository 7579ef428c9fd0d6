"""Finds a quoted passage again in an article that may have changed since.

The exact characters are sought first; then the place whose characters are most like the quote's, where its words are
laid beside those of the text. Nothing is returned where too few of them match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.fuzz import ratio

from claims.text.chains import Chain, chains
from claims.text.fingerprint import UNSPACED, forms_of
from claims.text.spans import Span, TextError
from claims.text.wordings import Wording, wording_of


class Outcome(StrEnum):
    """What became of a passage."""

    FOUND = "found"  # its words, where they were or shifted with what stands around them
    MOVED = "moved"  # its words, in other surroundings
    ALTERED = "altered"  # other wording
    AMBIGUOUS = "ambiguous"  # two places or more, equally good
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a passage stands now.

    `span` is None where it is gone or ambiguous. `score`: how alike the words there are to those sought, 0 to 1; what
    an editor left out or put in brackets is not counted, but keeps it below 1. `places`: all that are equally good when
    it is ambiguous (of very many the first hundred, or the first eight of an altered wording), else none.
    """

    outcome: Outcome
    span: Span | None
    score: float
    places: tuple[Span, ...] = ()


GONE = Anchored(Outcome.GONE, None, 0.0)
UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
# What goes on behind a sign: “can’t” and “18.5”. And the sign before a number, which is no dash between two.
JOINED = (re.compile(r"[^\W\d_]['’ʼ][^\W\d_]"), re.compile(r"\d[.,]\d"))
SIGNED = re.compile(r"(?:^|[^\w\s]|\s)[-−+]$")
# Accents, and what changes the colour of a face.
SET_ON = frozenset({"Mn", "Mc", "Me", "Sk"})
# Places of the exact words that are compared and reported.
MOST_EXACT = 100
# Characters compared to find them.
MOST_COMPARED = 1_000_000
# How good a place must be for a wording of up to so many words: a few words stand together by chance. As measured by
# benchmarks/anchor.py, where one quote in 250 that is not there may be taken for one that is.
ENOUGH = ((2, 0.85), (4, 0.8), (5, 0.78), (16, 0.735), (24, 0.7), (10**9, 0.6))
# How much less where what stands before it is as before, and again where what stands after it is.
AT_HOME = 0.15
# How much more where neither is.
ELSEWHERE = 0.08
# The score of a quote whose kept words all stand there, when an editor left out or put in others.
EDITED = 0.99
# The nearest words of what stood around a passage, which tell where it starts and ends.
SIDE_WORDS = 3
# How alike what stands around a passage must be to what stood there (0 to 1) to be the same surroundings.
SAME_SIDE = 0.75
# Letters next to the passage which show by themselves that the surroundings are the same.
NEAREST = 16
# What equal surroundings are worth beside the words' own score, and how near two places are that are equally good.
SIDES_WORTH = 0.15
EQUAL = 0.03


@dataclass(frozen=True, slots=True)
class Sides:
    """What stood around the passage; each may be unknown ("")."""

    prefix: str
    suffix: str

    def fits(self, text: str, span: Span) -> tuple[float, ...]:
        """How alike each known side is to what stands there, 0 to 1."""
        found = []
        if before := _bare(self.prefix):
            there = _bare(text[max(0, span.start - 2 * len(self.prefix) - 8) : span.start])
            found.append(_fit(before[::-1], there[::-1]))
        if after := _bare(self.suffix):
            found.append(_fit(after, _bare(text[span.end : span.end + 2 * len(self.suffix) + 8])))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place the passage may stand at: how good its words are, and each of its known sides (0 to 1)."""

    span: Span
    score: float
    sides: tuple[float, ...]

    @property
    def rank(self) -> float:
        sides = sum(self.sides) / len(self.sides) if self.sides else 0.0
        return self.score + SIDES_WORTH * sides

    @property
    def at_home(self) -> bool:
        """Whether a side is as before, or none is known."""
        return not self.sides or max(self.sides) >= SAME_SIDE


def anchor(text: str, exact: str, *, prefix: str = "", suffix: str = "", near: int | None = None) -> Anchored:
    """Where `exact` stands in `text` now.

    `prefix` and `suffix` are what stood around it, of any length, `near` the code point where it started. They tell
    places apart that are equally good: first what stood around it; `near` only where the passage starts just there.
    Raises TextError where `exact` is empty.
    """
    if not exact or exact.isspace():
        raise TextError("the passage to find is empty")
    sides = Sides(prefix, suffix)
    standing = _exact(text, exact, sides)
    if any(found.at_home for found in standing):
        return _decided(standing, near)
    changed = _changed(text, exact, sides)
    if standing and not any(found.score == 1 and found.at_home for found in changed):
        return _decided(standing, near)
    return _decided(changed, near)


def _decided(candidates: list[Candidate], near: int | None) -> Anchored:
    if not candidates:
        return GONE
    top = max(found.rank for found in candidates)
    best = [found for found in candidates if found.rank > top - EQUAL]
    chosen = best[0]
    if len(best) > 1:
        there = [found for found in best if found.span.start == near]
        if not there:
            return Anchored(Outcome.AMBIGUOUS, None, chosen.score, tuple(sorted(found.span for found in best)))
        chosen = there[0]
    if chosen.score < 1:
        return Anchored(Outcome.ALTERED, chosen.span, chosen.score)
    return Anchored(Outcome.FOUND if chosen.at_home else Outcome.MOVED, chosen.span, 1.0)


def _exact(text: str, exact: str, sides: Sides) -> list[Candidate]:
    """The places of the exact characters: with both sides as they were, else with one of them, else all."""
    prefix, suffix = sides.prefix, sides.suffix
    whole = _standing(text, exact, prefix, suffix)
    if not whole and prefix and suffix:
        whole = _standing(text, exact, prefix, "") | _standing(text, exact, "", suffix)
    if not whole and (prefix or suffix):
        whole = _standing(text, exact, "", "")
    spans = [Span(at, at + len(exact)) for at in sorted(whole)]
    return [Candidate(span, 1.0, sides.fits(text, span)) for span in spans]


def _standing(text: str, exact: str, prefix: str, suffix: str) -> set[int]:
    """Where the very characters stand between these sides.

    Where a side is not given they cut no word there: “he” is not in “the”, nor “we can” in “we can’t”.
    """

    def cuts_no_word(at: int) -> bool:
        end = at + len(prefix) + len(exact)
        return (bool(prefix) or not cuts_word(text, at)) and (bool(suffix) or not cuts_word(text, end))

    return {at + len(prefix) for at in _occurrences(text, prefix + exact + suffix, cuts_no_word)}


def _changed(text: str, exact: str, sides: Sides) -> list[Candidate]:
    """The places of the same words set otherwise, and of words that are like them."""
    wording = wording_of(exact)
    if not wording.parts:
        return []
    found = []
    before, after = forms_of(sides.prefix)[-SIDE_WORDS:], forms_of(sides.suffix)[:SIDE_WORDS]
    for chain in chains(text, wording, tuple(before), tuple(reversed(after))):
        fits = sides.fits(text, chain.span)
        if chain.good < _enough(wording, fits):
            continue
        found.append(Candidate(_with_marks(text, exact, chain.span), _score(text, wording, chain), fits))
    return found


def _enough(wording: Wording, fits: tuple[float, ...]) -> float:
    """How much of a wording must be there, 0 to 1: more of a short one, less where it stands in its old place."""
    count = sum(len(part.words) for part in wording.parts)
    least = next(share for words, share in ENOUGH if count <= words)
    same = sum(fit >= SAME_SIDE for fit in fits)
    return least - AT_HOME * same if same or not fits else least + ELSEWHERE


def _score(text: str, wording: Wording, chain: Chain) -> float:
    """1.0 for the very words, those in brackets too; less where a word was put in, left out or altered."""
    if chain.score < 1:
        return chain.score
    if not wording.edited or tuple(forms_of(chain.span.of(text))) == wording.forms:
        return 1.0
    return EDITED


def _with_marks(text: str, exact: str, span: Span) -> Span:
    """The span with the stop or mark at its end that the quote has as well."""
    marks = len(exact)
    while marks and not exact[marks - 1].isalnum():
        marks -= 1
    end = span.end
    for mark in exact[marks:].rstrip():
        if end >= len(text) or text[end] != mark or mark.isspace():
            break
        end += 1
    return Span(span.start, end)


def _occurrences(text: str, sought: str, is_one: Callable[[int], bool]) -> Iterator[int]:
    """The first places of the very characters that are one by themselves, overlapping ones too."""
    at, count = text.find(sought), 0
    # Overlapping places of a long passage cost its length each.
    for _ in range(max(MOST_EXACT, MOST_COMPARED // len(sought))):
        if at < 0 or count == MOST_EXACT:
            return
        if is_one(at):
            yield at
            count += 1
        at = text.find(sought, at + 1)


def cuts_word(text: str, at: int) -> bool:
    """Whether this place is inside a word or a number, or between a character and what is set on it."""
    if not 0 < at < len(text):
        return False
    before, after = at - 1, text[at]
    if unicodedata.category(after) in SET_ON:
        return True
    while before and unicodedata.category(text[before]) in SET_ON:
        before -= 1
    if text[before].isalnum() and after.isalnum():
        return not UNSPACED_CHARACTER.search(text[before] + after)
    if any(sign.match(text, at - 1) or (at > 1 and sign.match(text, at - 2)) for sign in JOINED):
        return True
    return after.isdigit() and SIGNED.search(text, max(0, at - 2), at) is not None


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _fit(known: str, there: str) -> float:
    """How alike two sides are, read away from the passage; the nearest characters alone may be as before."""
    if known[:NEAREST] == there[:NEAREST]:
        return 1.0
    return ratio(known, there[: len(known)]) / 100
