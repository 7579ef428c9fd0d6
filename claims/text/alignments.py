"""A quote's words laid beside those of a text near the place where it seems to stand, and the edges that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from claims.text.moves import LEAST, QUOTES, Moved, Rest, with_moved
from claims.text.spans import Span
from claims.text.wordings import Word, words_in

# Code points of a text looked at on each side of a place: the edges can be some words away from where it was found.
MARGIN = 40
# Words on each side of a place that may belong to it.
BESIDE = 2
# Words of up to this many letters are alike only when they are the same.
SHORT = 3
# How alike two longer words must be (0 to 100) to count as one word with a slip, or in another form.
ALIKE = 66
# So many words missing at an edge were replaced rather than left out.
REPLACED = 2
# A common word at an edge that stands this many words too far out stands there by chance.
STRAY = 2
# What a word is worth that was moved; less than one, or moved words would pass for the same.
MOVED_WORD = 0.9
# Marks between two words: a passage that has none there does not go on across them.
MARKS = re.compile(r"[.,!?:;()“”„«»\"\n–—]+(?:\s*[“”„«»\"\n]+)*|''|``")
# A character that is part of no word beside it, as the mark in “1,000” and in “can’t” is.
APART = re.compile(r"[\s;?!()“”\"]|[,:](?!\d)")
# A word of the quote, a word of the text, and how alike they are.
Pair = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a run of words stands in a text.

    `weight` is that of the words that were found again, of `total`; `matched` how many they are, one that is merely
    alike counting for less than 1; `words` how many both sides have together.
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
class Laid:
    """Two runs of words beside each other, each with the text that holds it: those sought, and those that are there."""

    sought: str
    words: Sequence[Word]
    text: str
    there: Sequence[Word]


def align(
    text: str,
    sought: str,
    words: Sequence[Word],
    place: tuple[int, int],
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> Alignment | None:
    """The words of a text at and around `place` that stand for `words` (whose places are in `sought`).

    `before` and `after` are the forms of what stood around the passage, the nearest last, where that is known. None
    where no word matches.
    """
    since, until = _word_edge(text, place[0] - MARGIN, -1), _word_edge(text, place[1] + MARGIN, 1)
    near = text[since:until]
    laid = Laid(sought, words, near, words_in(near))
    forms = [word.form for word in words]
    pairs = _pairs(laid, forms, (place[0] - since, place[1] - since))
    if not pairs:
        return None
    missing = max(pairs[0][0], len(words) - 1 - pairs[-1][0])
    if missing >= LEAST and (moved := _moved(text, laid, pairs, since)):
        return _whole(forms, pairs, moved)
    first, last = _edge(laid, pairs[0], before, 1), _edge(laid, pairs[-1], after, -1)
    kept = [(k, m, like) for k, m, like in pairs if first <= m <= last]
    return Alignment(
        Span(since + laid.there[first].start, since + laid.there[last].end),
        sum(weight(forms[k]) * like for k, _, like in kept),
        sum(map(weight, forms)),
        sum(like for _, _, like in kept),
        len(forms) + last - first + 1,
    )


def verbatim(text: str, words: Sequence[Word], place: tuple[int, int]) -> Alignment | None:
    """What `align` gives, in a third of the time, where the very words stand between the first and last character.

    None where they do not, or where one of these may belong to the word beside it.
    """
    start, end = place
    if not (APART.match(text, start) and APART.match(text, end - 1)):
        return None
    there = words_in(text[start + 1 : end - 1])
    if [word.form for word in there] != [word.form for word in words]:
        return None
    total = sum(weight(word.form) for word in words)
    span = Span(start + 1 + there[0].start, start + 1 + there[-1].end)
    return Alignment(span, total, total, len(words), 2 * len(words))


def _moved(text: str, laid: Laid, pairs: Sequence[Pair], since: int) -> Moved | None:
    """The passage with the words that are missing at one end and stand at the other; `near` starts at `since`."""
    span = Span(since + laid.there[pairs[0][1]].start, since + laid.there[pairs[-1][1]].end)
    return with_moved(text, Rest(laid.sought, laid.words, (pairs[0][0], pairs[-1][0])), span)


def _whole(forms: Sequence[str], pairs: Sequence[Pair], moved: Moved) -> Alignment:
    """A run of words with those that were moved to its other end: these count a little less."""
    again = [forms[k] for k in moved.words]
    return Alignment(
        moved.span,
        sum(weight(forms[k]) * like for k, _, like in pairs) + sum(map(weight, again)),
        sum(map(weight, forms)),
        sum(like for _, _, like in pairs) + MOVED_WORD * len(again),
        len(forms) + pairs[-1][1] - pairs[0][1] + 1 + moved.between + len(again),
    )


def _word_edge(text: str, at: int, step: int) -> int:
    """The nearest place in this direction that is inside no word, if one is near."""
    for moved in range(MARGIN):
        here = at + step * moved
        if here <= 0 or here >= len(text) or not (text[here - 1].isalnum() and text[here].isalnum()):
            return min(max(here, 0), len(text))
    return at


def _pairs(laid: Laid, forms: Sequence[str], place: tuple[int, int]) -> list[Pair]:
    """Which word of the quote is which word of the text, and how alike the two are."""
    there = laid.there
    inside = [m for m, word in enumerate(there) if word.end > place[0] and word.start < place[1]]
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
    first, last = 0, len(pairs)
    while last - first > 1 and _stray(laid, pairs[first], pairs[first + 1]):
        first += 1
    while last - first > 1 and _stray(laid, pairs[last - 1], pairs[last - 2]):
        last -= 1
    return pairs[first:last]


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


def _stray(laid: Laid, outer: Pair, inner: Pair) -> bool:
    """Whether a word at an edge matches by chance: too far out, or beyond a mark that the quote does not have."""
    (k, next_k), (m, next_m) = sorted((outer[0], inner[0])), sorted((outer[1], inner[1]))
    apart = (next_m - m) - (next_k - k)
    if apart >= STRAY * weight(laid.words[outer[0]].form):
        return True
    if next_k - k == next_m - m == 1:
        return False
    if _quotes(laid.text, laid.there, m, next_m) > _quotes(laid.sought, laid.words, k, next_k):
        return True
    return _marked(laid.text, laid.there, m, next_m) and not _marked(laid.sought, laid.words, k, next_k)


def _edge(laid: Laid, pair: Pair, side: Sequence[str], step: int) -> int:
    """Which word of `there` is the passage's first (`step` 1) or last (-1), given the outermost pair that matches.

    Beyond that pair the quote has words that are not there. One or two of them were replaced by as many others, if no
    mark stands in between; more were left out, unless a mark stands just where as many others end.
    """
    k, m, _ = pair
    missing = k if step == 1 else len(laid.words) - 1 - k
    known = _beside(laid.there, m, step, side, missing + 2)
    if known is not None and not _leaves_the_quote(laid, pair, known, step):
        return known
    room = _room(laid, pair, step, missing + 1)
    return m - step * missing if room == missing or (room > missing and missing <= REPLACED) else m


def _leaves_the_quote(laid: Laid, pair: Pair, known: int, step: int) -> bool:
    """Whether a quotation mark that the quote does not have stands on the way to where the passage began or ended."""
    k, m, _ = pair
    outer = laid.words[0 if step == 1 else -1]
    on_the_way = laid.text[slice(*sorted((laid.there[known].start, laid.there[m].start)))]
    had = laid.sought[slice(*sorted((outer.start, laid.words[k].start)))]
    return len(QUOTES.findall(on_the_way)) > len(QUOTES.findall(had))


def _room(laid: Laid, pair: Pair, step: int, most: int) -> int:
    """How many words further out one can go before a mark that the quote does not have."""
    k, m, _ = pair
    outer = laid.words[0 if step == 1 else -1]
    since, until = sorted((outer.start, laid.words[k].start))
    marks = len(MARKS.findall(laid.sought, since, until))
    quotes = len(QUOTES.findall(laid.sought, since, until))
    for out in range(most):
        here, beyond = m - step * out, m - step * (out + 1)
        if not 0 <= beyond < len(laid.there):
            return out
        one, other = sorted((here, beyond))
        if _marked(laid.text, laid.there, one, other):
            quotes -= _quotes(laid.text, laid.there, one, other)
            if not marks or quotes < 0:
                return out
            marks -= 1
    return most


def _marked(text: str, words: Sequence[Word], one: int, other: int) -> bool:
    """Whether a mark stands between two words."""
    return MARKS.search(text, words[one].end, words[other].start) is not None


def _quotes(text: str, words: Sequence[Word], one: int, other: int) -> int:
    """How many quotation marks stand between two words."""
    return len(QUOTES.findall(text, words[one].end, words[other].start))


def _beside(there: Sequence[Word], m: int, step: int, side: Sequence[str], most: int) -> int | None:
    """The word next to what stood around the passage before, where that stands there still."""
    best: tuple[int, int] | None = None
    for out in range(most + 1):
        here = m - step * out
        same = 0
        for form in reversed(side):
            other = here - step * (same + 1)
            if not 0 <= other < len(there) or there[other].form != form:
                break
            same += 1
        # A common word alone shows something only where it stands close by.
        heavy = same > 1 or (same == 1 and (len(side[-1]) > SHORT or out <= 1))
        if heavy and (best is None or same > best[0]):
            best = (same, here)
    return best[1] if best else None
