"""When, where and to whom: what stands around an attribution, outside its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.text.dates import resolve, since
from claims.text.expressions import Expression, find
from claims.text.findings import Finding
from claims.text.spans import Span
from claims.text.tokens import Sort, Token
from claims.text.uncertain import UncertainDate
from claims.text.verbs import DOCUMENTS
from claims.text.words import DETERMINERS, TIME_WORDS, words

# What can open a place or an occasion.
PLACE_STARTS = frozenset({"during", "while", "at", "aboard", "outside", "inside", "alongside", "from", "in"})
LONGEST_NAME = 7
# The person spoken to ends where one of these starts a place, a time or a clause.
ENDS_ADDRESSEE = words("ahead before on in at during after that while")
# How far back “since then” looks for the date it means, in code points.
THEN_REACH = 1000


def when(text: str, finding: Finding, published: date | None) -> UncertainDate | None:
    """The date of the statement: the first expression beside its cue; None where there is none.

    One that resolves goes before one that does not: “later that day on Monday”.
    """
    unresolved = None
    for first, last in finding.zones:
        if last <= first or first >= len(finding.tokens):
            continue
        for found in find(text, finding.tokens[first].start, finding.tokens[last - 1].end, _reach(text, finding, last)):
            resolved = _resolved(text, found, published)
            if resolved.edtf:
                return resolved
            unresolved = unresolved or resolved
    return unresolved


def _reach(text: str, finding: Finding, last: int) -> int:
    """How far a date that starts in a zone may go on: over a comma (“March 5, 2019”), up to the content."""
    end = finding.tokens[last - 1].end
    if text[end : end + 1] not in (",", "–"):
        return end
    ahead = (segment.start for segment in finding.segments if segment.start >= end)
    return min(ahead, default=finding.tokens[-1].end)


def _resolved(text: str, found: Expression, published: date | None) -> UncertainDate:
    if found.then:
        return _since_then(text, found.span, published)
    if found.longer:
        longer = resolve(found.longer.of(text), published, found.longer)
        if longer.edtf:
            return longer
    return resolve(found.span.of(text), published, found.span)


def _since_then(text: str, span: Span, published: date | None) -> UncertainDate:
    """“Since then” starts at the last date the text gave before it, unless that one lies ahead."""
    for found in reversed(list(find(text, max(0, span.start - THEN_REACH), span.start, span.start))):
        anchor = None if found.then else since(_resolved(text, found, published), published)
        if anchor:
            return replace(anchor, text=span.of(text), span=span)
    return resolve(span.of(text), published, span)


def to_whom(finding: Finding) -> Span | None:
    """The person or body spoken to: “told CNN”, “to reporters”, “in an interview with Ann Roe”."""
    tokens = finding.tokens
    if finding.addressee:
        return _phrase(tokens, *finding.addressee)
    for order, (first, last) in enumerate(finding.zones):
        if order == 0 and finding.addresses and first < last:
            return _phrase(tokens, first, last)
        for i in range(first, min(last, len(tokens)) - 1):
            interview = tokens[i].low == "with" and tokens[i - 1].low in ("interview", "conversation")
            if (
                interview
                or (tokens[i].low == "to" and tokens[i - 1].low in DOCUMENTS)
                or (tokens[i].low == "to" and i == first and order == 0)
            ):
                return _phrase(tokens, i + 1, last)
    return None


def _phrase(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """The noun phrase that starts at `first`: it ends at a day, a place, a comma or a clause."""
    at = first
    while at < min(last, len(tokens), first + LONGEST_NAME):
        low = tokens[at].low
        stops = low in TIME_WORDS or low.endswith("day") or low in ENDS_ADDRESSEE
        if tokens[at].sort not in (Sort.WORD, Sort.NAME, Sort.NUMBER) or (stops and at > first):
            break
        at += 1
    if at == first or tokens[first].low in TIME_WORDS or tokens[first].low in ("on", "in", "at"):
        return None
    return Span(tokens[first].start, tokens[at - 1].end)


def where(finding: Finding) -> Span | None:
    """The place or occasion: “during a visit to X”, “in an interview with Ann Roe”, “at a rally”."""
    tokens = finding.tokens
    for first, last in finding.zones:
        for i in range(first, min(last, len(tokens)) - 1):
            if tokens[i].low in PLACE_STARTS and _opens_place(tokens, i):
                end = _place_end(tokens, i, min(last, len(tokens)))
                return Span(tokens[i].start, tokens[end - 1].end)
    return None


def _opens_place(tokens: Sequence[Token], i: int) -> bool:
    following = tokens[i + 1]
    if tokens[i].low == "while":
        return following.low.endswith("ing")
    if tokens[i].low in ("in", "from", "at"):
        return following.low in DETERMINERS and following.low not in ("that", "this")
    return following.sort in (Sort.WORD, Sort.NAME)


def _place_end(tokens: Sequence[Token], first: int, last: int) -> int:
    end = first + 1
    while end < last and tokens[end].sort in (Sort.WORD, Sort.NAME, Sort.NUMBER, Sort.ASIDE):
        day = tokens[end].low in TIME_WORDS and not (end + 1 < last and tokens[end + 1].sort is Sort.WORD)
        if (tokens[end].low == "on" and end + 1 < last and tokens[end + 1].low in TIME_WORDS) or day:
            break
        end += 1
    return end
