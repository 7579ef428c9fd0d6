"""Gaps that the rules left, and how another reader of English fills them: it adds, and never changes what is there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from claims.text.cues import FORMS
from claims.text.findings import Finding, Sentence
from claims.text.sentences import Paragraph
from claims.text.spans import Span
from claims.text.tokens import Sort, Token


class Filler(Protocol):
    """Another reader of English. `origin` is its name and version, which its statements carry."""

    @property
    def origin(self) -> str: ...

    def find(self, sentences: Sequence[Sentence]) -> Iterable[Finding]:
        """Every attribution seen in `sentences`, whether or not the rules have it."""


class Taken:
    """Stretches of a text that are spoken for."""

    def __init__(self, spans: Iterable[Span]) -> None:
        # Where one stretch lies in another, only the outer one counts: the ends then rise with the starts.
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, span: Span) -> bool:
        """Whether any code point of `span` is in one of them."""
        at = bisect_right(self._ends, span.start)
        return at < bisect_left(self._starts, span.end)


def unread(text: str, pages: Sequence[Paragraph], found: Sequence[Finding]) -> list[Sentence]:
    """The sentences with a reporting word that attributes nothing yet: no other can hold a gap."""
    cues = Taken(span for finding in found for span in finding.cue)
    return [
        Sentence(text, page, tokens)
        for page in pages
        for tokens in page.sentences
        if any(_attributes(token) and not cues.meets(Span(token.start, token.end)) for token in tokens)
    ]


def _attributes(token: Token) -> bool:
    return token.sort is not Sort.QUOTE and (token.low in FORMS or token.low == "according")


def fills(found: Sequence[Finding], further: Iterable[Finding]) -> list[Finding]:
    """Those of `further` whose words and cue overlap nothing of `found`, nor one another, in text order.

    Of two that overlap, the one that starts first stands, and the longer of two that start together.
    """
    contents = Taken(span for finding in found for span in finding.segments)
    cues = Taken(span for finding in found for span in finding.cue)
    kept: list[Finding] = []
    reach = 0
    for finding in sorted(further, key=lambda one: (one.place[0], -one.place[1])):
        start, end = finding.place
        if start < reach or any(cues.meets(span) for span in finding.cue):
            continue
        if not any(contents.meets(span) for span in finding.segments):
            kept.append(finding)
            reach = end
    return kept
