"""Sentences read by their grammar, as findings of the project's own tokens, so that all that follows is one path."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.text.cues import FORMS, Frame
from claims.text.dependencies import Reading, Word, readings
from claims.text.extents import tail
from claims.text.findings import Finding, Sentence
from claims.text.spans import Span
from claims.text.subjects import Subject
from claims.text.tokens import Sort, Token

# A parser takes about a megabyte for each thousand code points; nobody's sentence is longer than this.
LONGEST_PARSED = 5_000

Parse = Callable[[Iterable[str]], Iterable[Iterable[Word]]]


@dataclass(frozen=True, slots=True)
class Parsing:
    """A reader by grammar: `parse` gives the words of each text, in order. `origin` names it with its version."""

    origin: str
    parse: Parse

    def find(self, sentences: Sequence[Sentence]) -> Iterator[Finding]:
        """Every attribution that the parses of `sentences` show, sentence by sentence."""
        short = [one for one in sentences if one.tokens[-1].end - one.tokens[0].start <= LONGEST_PARSED]
        texts = (one.text[one.tokens[0].start : one.tokens[-1].end] for one in short)
        for sentence, words in zip(short, self.parse(texts), strict=True):
            for reading in readings(words):
                found = finding(sentence, reading)
                if found is not None:
                    yield found


def finding(sentence: Sentence, reading: Reading) -> Finding | None:
    """A reading by grammar as a finding of the sentence's own tokens.

    None where its parts are no tokens apart from one another: what is said inside a quotation is part of it. None as
    well where the content starts with a comma, since the parser then cut it in two.
    """
    tokens, start = sentence.tokens, sentence.tokens[0].start
    cue, subject, content = (_tokens(tokens, start, span) for span in (reading.cue, reading.subject, reading.content))
    if not _apart(cue, subject, content) or any(token.sort is Sort.QUOTE for token in tokens[slice(*cue)]):
        return None
    words = sentence.segment(*content)
    if words is None or tokens[content[0]].sort is Sort.COMMA:
        return None
    verb = " ".join(token.low for token in tokens[slice(*cue)])
    last = cue[1]
    return Finding(
        reading.rule,
        tokens,
        [words],
        [Span(tokens[cue[0]].start, tokens[last - 1].end)],
        Subject(*subject, relative=reading.relative),
        None,
        [(last, content[0]) if content[0] >= last else tail(tokens, max(last, subject[1]))],
        verb,
        any(Frame.ADDRESSEE in row.frames for _, row in FORMS.get(verb, ())),
    )


def _apart(*ranges: tuple[int, int]) -> bool:
    """Whether each range holds a token, and no two share one."""
    ordered = sorted(ranges)
    whole = all(first < last for first, last in ordered)
    return whole and all(one[1] <= other[0] for one, other in pairwise(ordered))


def _tokens(tokens: Sequence[Token], start: int, span: Span) -> tuple[int, int]:
    """The tokens that a span, counted from `start`, touches."""
    first = bisect_right(tokens, start + span.start, key=lambda token: token.end)
    return first, max(first, bisect_left(tokens, start + span.end, key=lambda token: token.start))
