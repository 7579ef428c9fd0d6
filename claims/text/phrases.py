"""Attributions without a reporting verb: “according to”, and verbs that only carry a noun of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.text.extents import content_end
from claims.text.findings import Finding, segment
from claims.text.sentences import Paragraph
from claims.text.spans import Span
from claims.text.subjects import Subject, after, before, has_finite, is_adverb
from claims.text.tokens import Sort, Token
from claims.text.words import AUXILIARIES, SUBORDINATORS, words

# Verbs that mean nothing without the noun they carry, in the forms news uses.
CARRIERS = words(
    "express expressed expresses expressing voice voiced voices voicing issue issued issues issuing raise raised "
    "raises raising make made makes making give gave gives giving offer offered offers offering reiterate "
    "reiterated repeat repeated"
)
# Nouns of saying and thinking: what they are about is content.
NOUNS = words(
    "concern concerns skepticism scepticism doubt doubts hope hopes fear fears warning warnings confidence worry "
    "worries support opposition outrage regret frustration disappointment interest optimism alarm claim claims "
    "allegation allegations assertion case argument suggestion pledge promise belief view opinion sympathy "
    "gratitude dismay objections reservations questions assurances disagreement statement surprise anger"
)
ABOUT = frozenset({"that", "about", "over", "of", "for", "at", "with", "to"})
LONGEST_CARRIED = 6


def find(text: str, paragraph: Paragraph, tokens: Sequence[Token]) -> Iterator[Finding]:
    """The findings of every phrase rule in one sentence."""
    for i, token in enumerate(tokens[:-2]):
        if token.low == "according" and tokens[i + 1].low == "to":
            found = _according(text, paragraph, tokens, i)
        elif token.low in CARRIERS and token.sort is Sort.WORD:
            found = _carried(text, paragraph, tokens, i)
        else:
            continue
        if found:
            yield found


def _according(text: str, paragraph: Paragraph, tokens: Sequence[Token], at: int) -> Finding | None:
    """WORDS, according to Ann Roe, WORDS — or According to Ann Roe, WORDS."""
    subject = after(tokens, at + 2) or _bare_source(tokens, at + 2)
    if subject is None:
        return None
    subject = _to_first_comma(tokens, subject)
    segments: list[Span] = []
    last = at - 1 if at and tokens[at - 1].sort is Sort.COMMA else at
    first = _after_concession(tokens, last)
    if last > first:
        content = segment(text, paragraph, tokens, first, last)
        segments.extend([content] if content else [])
    follows = subject.last
    if (
        follows + 2 < len(tokens)
        and tokens[follows].sort is Sort.COMMA
        and (not segments or has_finite(tokens, follows + 1, len(tokens)))
    ):
        rest = segment(text, paragraph, tokens, follows + 1, content_end(tokens, follows + 1))
        segments.extend([rest] if rest else [])
    if not segments:
        return None
    cue = Span(tokens[at].start, tokens[at + 1].end)
    return Finding("according-to", tokens, segments, [cue], subject, None, [])


def _to_first_comma(tokens: Sequence[Token], subject: Subject) -> Subject:
    """“According to Ann Roe, prices fell”: what follows the comma is the statement when it holds a verb."""
    for i in range(subject.first + 1, subject.last):
        if tokens[i].sort is Sort.COMMA:
            return Subject(subject.first, i) if has_finite(tokens, i + 1, len(tokens)) else subject
    return subject


def _bare_source(tokens: Sequence[Token], start: int) -> Subject | None:
    end = start
    while end < len(tokens) and tokens[end].sort in (Sort.WORD, Sort.NAME, Sort.NUMBER):
        end += 1
    return Subject(start, end) if end > start else None


def _after_concession(tokens: Sequence[Token], last: int) -> int:
    """“Although X, there are Y, according to Z”: the concession is the writer's own."""
    if not tokens or tokens[0].low not in ("although", "though", "while"):
        return 0
    for i in range(1, last - 3):
        if tokens[i].sort is Sort.COMMA:
            return i + 1
    return 0


def _carried(text: str, paragraph: Paragraph, tokens: Sequence[Token], at: int) -> Finding | None:
    """has expressed (grave) concern that WORDS, voiced doubts over WORDS."""
    first = at
    while first > 0 and (tokens[first - 1].low in AUXILIARIES or is_adverb(tokens[first - 1])):
        first -= 1
    for i in range(at + 1, min(len(tokens) - 2, at + LONGEST_CARRIED)):
        if tokens[i].sort in (Sort.COMMA, Sort.STOP, Sort.QUOTE) or tokens[i].low in SUBORDINATORS:
            return None
        if tokens[i].low in NOUNS and tokens[i + 1].low in ABOUT:
            subject = before(tokens, first)
            content = segment(text, paragraph, tokens, i + 2, content_end(tokens, i + 2))
            if subject is None or content is None or not tokens[i + 2 : i + 3]:
                return None
            cue = Span(tokens[first].start, tokens[i].end)
            rule = "noun-that" if tokens[i + 1].low == "that" else "noun-about"
            return Finding(rule, tokens, [content], [cue], subject, None, [(i, i + 2)])
    return None
