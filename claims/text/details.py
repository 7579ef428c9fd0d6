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
from claims.text.words import (
    DETERMINERS,
    PERSONAL,
    POSSESSIVE_ENDS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBORDINATORS,
    TIME_WORDS,
    TIMES,
    WEEKDAYS,
    words,
)

# What can open a place or an occasion.
PLACE_STARTS = frozenset({"during", "while", "at", "aboard", "outside", "inside", "alongside", "from", "in"})
# “onTuesday”: a day glued to the word before it; “Newsday” is none.
GLUED_DAYS = tuple(sorted(WEEKDAYS))
LONGEST_NAME = 10
# What is held with somebody, and what is addressed to somebody: “an interview with”, “remarks to”. A day may stand
# between the two: “in an interview on Monday with the Courier”.
WITH = words("interview interviews conversation conversations discussion call talks chat session meeting")
TO = DOCUMENTS | words("remarks comments speech address testimony briefing presentation letters messages emails")
SPEAKING = words("speaking talking")
MOST_BETWEEN = 3
# The person spoken to ends where one of these starts a place, a time or a clause.
ENDS_ADDRESSEE = QUESTION_WORDS | words("ahead before on in at during after that while from then this last as by about")
# Where people are spoken to; other words in -ing say what somebody does.
GATHERINGS = words("meeting hearing gathering briefing sitting wedding")
OBJECTS = words("him her me us them you people police everyone everybody parliament congress")
# What “in the …” and “at the …” name besides places and occasions: times, stages and turns of speech.
NO_VENUE = TIMES | words(
    "end times moment disposal term hours days weeks months years nights past future meantime face wake way case "
    "process course beginning start interim heart place hope light favor favour event minute second spring summer "
    "autumn fall winter age aftermath name sense words view opinion long"
)
HEAD_ENDS = PREPOSITIONS | TIME_WORDS | SUBORDINATORS | DETERMINERS
# A day or period behind an occasion is no part of it: “at a rally last week”.
DATING = words("last this next earlier later late early")
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
            if _opens_addressee(tokens, first, i) or (tokens[i].low == "to" and i == first and order == 0):
                return _phrase(tokens, i + 1, last) if _names(tokens[i + 1]) else None
    return None


def _names(token: Token) -> bool:
    """Whether the word can open a noun phrase; “agreed to lend” has a verb behind its “to”."""
    noun = token.low.endswith("s") and not token.low.endswith("ss")
    return token.sort is not Sort.WORD or noun or token.low in DETERMINERS | OBJECTS


def _opens_addressee(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether “with” or “to” at token `at` follows what is held with, or addressed to, somebody."""
    link = tokens[at].low
    if link not in ("with", "to") or at == 0:
        return False
    if tokens[at - 1].low in SPEAKING:
        return True
    nouns = WITH if link == "with" else TO
    at -= 1
    for _ in range(MOST_BETWEEN):
        if at < first or tokens[at].low in nouns:
            break
        if tokens[at].low not in TIME_WORDS | {"on"}:
            return False
        at -= 1
    return at >= 0 and tokens[at].low in nouns


def _phrase(tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """The noun phrase that starts at `first`: it ends at a day, a place, a comma or a clause."""
    at = first
    while at < min(last, len(tokens), first + LONGEST_NAME):
        low = tokens[at].low
        titled = low == "today" and at > first and tokens[at].sort is tokens[at - 1].sort is Sort.NAME  # USA Today
        doing = tokens[at].sort is Sort.WORD and low.endswith("ing") and low not in GATHERINGS
        stops = (low in TIME_WORDS or low.endswith(GLUED_DAYS) or low in ENDS_ADDRESSEE or doing) and not titled
        if tokens[at].sort not in (Sort.WORD, Sort.NAME, Sort.NUMBER) or (stops and at > first):
            break
        if low == "to" and at + 1 < len(tokens) and tokens[at + 1].sort is Sort.WORD:
            break  # “warned Ann Roe to leave”
        at += 1
    while at > first and tokens[at - 1].low in PREPOSITIONS:
        at -= 1
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
        opens = following.low in DETERMINERS and following.low not in ("that", "this")
        head = _head(tokens, i + 1)
        timed = head in NO_VENUE or any(c.isdigit() for c in head)
        return opens and not timed and not (tokens[i].low == "from" and head.removesuffix("s") in DOCUMENTS)
    return following.sort in (Sort.WORD, Sort.NAME)


def _head(tokens: Sequence[Token], first: int) -> str:
    """The noun that the words from `first` on are about: the last before a preposition, an article or a mark."""
    at = first + 1
    while at < len(tokens) and tokens[at].sort in (Sort.WORD, Sort.NAME, Sort.NUMBER):
        if tokens[at].low in HEAD_ENDS:
            break
        at += 1
    return tokens[at - 1].low


def _place_end(tokens: Sequence[Token], first: int, last: int) -> int:
    end = first + 1
    while end < last and tokens[end].sort in (Sort.WORD, Sort.NAME, Sort.NUMBER, Sort.ASIDE):
        if tokens[end].low in PERSONAL or _dates(tokens, end, last) or (end > first + 1 and _goes_on(tokens, end)):
            break
        end += 1
    if end < last and end > first + 2 and tokens[end - 1].sort is Sort.WORD and tokens[end - 1].low.endswith("ed"):
        end -= 1  # “in a message posted Friday”
    return end


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle tells more of the occasion: “in a statement announcing the move”; “a meeting” is none."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = tokens[at - 1]
    noun = before.low in DETERMINERS or before.text.endswith(POSSESSIVE_ENDS) or following == "that"
    return tokens[at].sort is Sort.WORD and tokens[at].low.endswith("ing") and not noun and following in DETERMINERS


def _dates(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a day or a period starts at token `at`: “on Monday”, “last week”; “a later hearing” is none."""
    following = tokens[at + 1] if at + 1 < last else None
    if tokens[at].low in DATING and following:
        return following.low in TIMES or following.low in TIME_WORDS | DATING | {"in"}
    if tokens[at].low in TIME_WORDS:
        return following is None or following.sort is not Sort.WORD or following.low in PREPOSITIONS
    return tokens[at].low == "on" and following is not None and following.low in TIME_WORDS
