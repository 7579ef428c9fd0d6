"""A quote's words laid beside those of a text near the place where it seems to stand, and the edges that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from claims.text.fingerprint import Word, words_of
from claims.text.spans import Span

# Code points of a text looked at on each side of a place: the edges can be some words away from where it was found.
MARGIN = 64
# Words on each side of a place that may belong to it.
BESIDE = 2
# Words of up to this many letters are alike only when they are the same.
SHORT = 3
# How alike two longer words must be (0 to 100) to count as one word with a slip, or in another form.
ALIKE = 66
# A common word at an edge that stands this many words too far out stands there by chance.
STRAY = 2
# A stop or a quotation mark between two words: no quote that has none there goes on across it.
# A word of the quote, a word of the text, and how alike they are.
Pair = tuple[int, int, float]
STOP = re.compile(r"[.!?:;“”„«»\"\n]|''|``")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a run of words stands in a text.

    `weight` is that of the words that were found again, of `total`; `alike` the similarity of the words there
    (0 to 1), `ratio` numbers that it is made of: twice the words that match, and the words of both sides.
    """

    span: Span
    weight: float
    total: float
    matched: float
    words: int

    @property
    def share(self) -> float:
        """How much of the wording stands there, from 0 to 1: long words count for more than short ones."""
        return self.weight / self.total if self.total else 0.0


def weight(form: str) -> int:
    """What a word's presence says: “the” stands in every text."""
    if len(form) <= SHORT:
        return 1
    return 2 if len(form) <= 6 else 3


def alike(one: str, other: str) -> float:
    """1 for the same word, less for one with a slip or in another form, 0 for another word."""
    if one == other:
        return 1.0
    if len(one) <= SHORT or len(other) <= SHORT:
        return 0.0
    found = ratio(one, other, score_cutoff=ALIKE)
    return found / 100


@dataclass(frozen=True, slots=True)
class Side:
    """The words that stand before a passage, or after it read backwards; the nearest comes last."""

    forms: tuple[str, ...] = ()


def align(
    text: str, sought: str, words: Sequence[Word], place: tuple[int, int], before: Side = Side(), after: Side = Side()
) -> Alignment | None:
    """The words of a text at and around `place` that stand for `words` (whose places are in `sought`).

    `before` and `after` tell what stood around the passage, where that is known. None where no word matches.
    """
    there = _near(text, place)
    forms = [word.form for word in words]
    pairs = _pairs(forms, there, place, before, after)
    if not pairs:
        return None
    first = _edge(text, sought, words, there, pairs[0], before, 1)
    last = _edge(text, sought, words, there, pairs[-1], after, -1)
    kept = [(k, m, like) for k, m, like in pairs if first <= m <= last]
    return Alignment(
        Span(there[first].span.start, there[last].span.end),
        sum(weight(forms[k]) * like for k, _, like in kept),
        sum(map(weight, forms)),
        sum(like for _, _, like in kept),
        len(forms) + last - first + 1,
    )


def _near(text: str, place: tuple[int, int]) -> list[Word]:
    """The words at and around a place, each with its span in the whole text."""
    since = _word_edge(text, max(0, place[0] - MARGIN), -1)
    until = _word_edge(text, min(len(text), place[1] + MARGIN), 1)
    return [
        Word(word.form, Span(word.span.start + since, word.span.end + since)) for word in words_of(text[since:until])
    ]


def _word_edge(text: str, at: int, step: int) -> int:
    """The nearest place in this direction that is inside no word, if one is near."""
    for moved in range(MARGIN):
        here = at + step * moved
        if here <= 0 or here >= len(text) or not (text[here - 1].isalnum() and text[here].isalnum()):
            return min(max(here, 0), len(text))
    return at


def _pairs(
    forms: Sequence[str], there: Sequence[Word], place: tuple[int, int], before: Side, after: Side
) -> list[Pair]:
    """Which word of the quote is which word of the text, and how alike the two are."""
    inside = [m for m, word in enumerate(there) if word.span.end > place[0] and word.span.start < place[1]]
    if not inside:
        return []
    low, high = max(0, inside[0] - BESIDE), min(len(there), inside[-1] + 1 + BESIDE)
    shown = [word.form for word in there[low:high]]
    pairs: list[Pair] = []
    k = m = 0
    for op in Levenshtein.opcodes(forms, shown):
        if op.tag == "equal":
            pairs.extend(_slips(forms, shown, (k, op.src_start), (m, op.dest_start), low))
            size = op.src_end - op.src_start
            pairs.extend((op.src_start + n, low + op.dest_start + n, 1.0) for n in range(size))
            k, m = op.src_end, op.dest_end
    pairs.extend(_slips(forms, shown, (k, len(forms)), (m, len(shown)), low))
    return _without_strays(forms, pairs)


def _slips(
    forms: Sequence[str], shown: Sequence[str], ours: tuple[int, int], theirs: tuple[int, int], low: int
) -> list[Pair]:
    """Between two words that match: those that are alike, in order."""
    found: list[Pair] = []
    since = theirs[0]
    for k in range(*ours):
        best = max(((alike(forms[k], shown[m]), -m) for m in range(since, theirs[1])), default=(0.0, 0))
        if best[0]:
            found.append((k, low - best[1], best[0]))
            since = 1 - best[1]
    return found


def _without_strays(forms: Sequence[str], pairs: list[Pair]) -> list[Pair]:
    """Without a common word at either edge that the words next to it are too far away from."""
    while len(pairs) > 1 and _stray(forms, pairs[0], pairs[1]):
        pairs = pairs[1:]
    while len(pairs) > 1 and _stray(forms, pairs[-1], pairs[-2]):
        pairs = pairs[:-1]
    return pairs


def _stray(forms: Sequence[str], outer: Pair, inner: Pair) -> bool:
    apart = abs(inner[1] - outer[1]) - abs(inner[0] - outer[0])
    return apart >= STRAY * weight(forms[outer[0]])


def _edge(
    text: str, sought: str, words: Sequence[Word], there: Sequence[Word], pair: Pair, side: Side, step: int
) -> int:
    """Which word of `there` is the passage's first (`step` 1) or last (-1), given the outermost pair that matches."""
    k, m, _ = pair
    missing = k if step == 1 else len(words) - 1 - k
    room = _room(text, there, m, step, missing + 2, sought, words, k)
    if (known := _after_side(there, m, step, side, missing + 2)) is not None:
        return known
    if missing == 0:
        return m
    if missing <= 2 and room >= missing:
        return m - step * missing
    if missing == 1 or room == 0:
        return m - step * min(room, missing)
    return m


def _room(
    text: str,
    there: Sequence[Word],
    m: int,
    step: int,
    most: int,
    sought: str,
    words: Sequence[Word],
    k: int,
) -> int:
    """How many words further out one can go before a stop that the quote does not have."""
    stops = _stops(sought, words, k, step)
    for out in range(most):
        here, beyond = m - step * out, m - step * (out + 1)
        if not 0 <= beyond < len(there):
            return out
        low, high = (beyond, here) if step == 1 else (here, beyond)
        if STOP.search(text, there[low].span.end, there[high].span.start):
            if not stops:
                return out
            stops -= 1
    return most


def _stops(sought: str, words: Sequence[Word], k: int, step: int) -> int:
    """How many stops the quote has between its edge and its word `k`."""
    since, until = (words[0].span.start, words[k].span.start) if step == 1 else (words[k].span.end, words[-1].span.end)
    return len(STOP.findall(sought, since, until))


def _after_side(there: Sequence[Word], m: int, step: int, side: Side, most: int) -> int | None:
    """The word next to what stood around the passage before, where that stands there still."""
    best: tuple[int, int] | None = None
    for out in range(most + 1):
        here = m - step * out
        same = 0
        for form in reversed(side.forms):
            other = here - step * (same + 1)
            if not 0 <= other < len(there) or there[other].form != form:
                break
            same += 1
        heavy = same > 1 or (same == 1 and len(side.forms[-1]) > SHORT) or (same == 1 and out <= 1)
        if heavy and (best is None or same > best[0]):
            best = (same, here)
    return best[1] if best else None
