"""Words of a quote that were moved: those missing at one end of a passage that stand at its other end.

“If it rains the fair will move” is printed as “the fair will move if it rains”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.text.spans import Span
from claims.text.wordings import Word, words_in

QUOTES = re.compile(r"[“”„«»\"]|''|``")
# So many words are a clause that was moved; fewer stand beside a passage by chance.
LEAST = 3
# So many words may stand between, or were dropped between: “and”.
BETWEEN = 2
# Code points that they may take besides, with the marks around them.
ROOM = 40


class Moved(NamedTuple):
    """A passage with what was moved: its place in the text, which words of the quote those were, and how many others
    stand between them and the rest."""

    span: Span
    words: range
    between: int


class Rest(NamedTuple):
    """A quote, its words, and the first and the last of them that were found, as their indexes."""

    sought: str
    words: Sequence[Word]
    found: tuple[int, int]


def with_moved(text: str, rest: Rest, span: Span) -> Moved | None:
    """The passage whose other words are at `span`, with those that stand at its other end; None where none do."""
    head, tail = range(rest.found[0]), range(rest.found[1] + 1, len(rest.words))
    return _behind(text, rest, head, span) or _before(text, rest, tail, span)


def _behind(text: str, rest: Rest, head: range, span: Span) -> Moved | None:
    """With the first words of the quote behind the others, perhaps without those that joined them."""
    near = text[span.end : span.end + _room(rest, head)]
    if len(head) < LEAST or not _may_have(near, rest.words[head[0]]):
        return None
    there = words_in(near)
    for missing in (head[: len(head) - dropped] for dropped in range(BETWEEN + 1)):
        for between in range(BETWEEN + 1):
            run = there[between : between + len(missing)]
            if _is(run, rest, missing) and not QUOTES.search(near, 0, run[-1].end):
                return Moved(Span(span.start, span.end + run[-1].end), missing, between)
    return None


def _before(text: str, rest: Rest, tail: range, span: Span) -> Moved | None:
    """With its last words before the others."""
    since = max(0, span.start - _room(rest, tail))
    near = text[since : span.start]
    if len(tail) < LEAST or not _may_have(near, rest.words[tail[-1]]):
        return None
    there = words_in(near)
    for missing in (tail[dropped:] for dropped in range(BETWEEN + 1)):
        for between in range(BETWEEN + 1):
            end = len(there) - between
            run = there[max(0, end - len(missing)) : max(0, end)]
            if _is(run, rest, missing) and not QUOTES.search(near, run[0].start):
                return Moved(Span(since + run[0].start, span.end), missing, between)
    return None


def _is(run: Sequence[Word], rest: Rest, missing: range) -> bool:
    """Whether these are just the missing words, and enough of them."""
    return len(missing) >= LEAST and [word.form for word in run] == [rest.words[k].form for k in missing]


def _may_have(near: str, word: Word) -> bool:
    """Whether a word can stand there, as far as its letters tell at a glance: most of all answers are no."""
    return not (word.form.isascii() and word.form.isalpha()) or word.form in near.lower()


def _room(rest: Rest, part: range) -> int:
    """How many code points the words may take."""
    return rest.words[part[-1]].end - rest.words[part[0]].start + ROOM if part else 0
