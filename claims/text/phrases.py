"""Attributions without a reporting verb: “according to”, and verbs that only carry a noun of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.text.extents import content_end
from claims.text.findings import Finding, segment
from claims.text.sentences import Paragraph
from claims.text.spans import Span
from claims.text.subjects import Subject, after, before, has_finite, is_adverb
from claims.text.titles import ROLES
from claims.text.tokens import Sort, Token
from claims.text.words import (
    AUXILIARIES,
    NEGATIONS,
    PERSONAL,
    POSSESSIVE_ENDS,
    POSSESSIVES,
    QUESTION_WORDS,
    SUBORDINATORS,
    TIMES,
    words,
)

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
# What people are when they hold something to be so, or hope or fear that it is.
ADJECTIVES = words(
    "confident worried concerned convinced certain hopeful optimistic pessimistic skeptical sceptical aware sure "
    "afraid fearful doubtful adamant clear proud glad happy sorry surprised disappointed angry frustrated grateful "
    "thankful determined willing eager critical dismissive supportive wary mindful alarmed outraged pleased"
)
MODALS = frozenset({"can", "could", "would", "should", "may", "might"})
MINDED = words("is are was were am be been ’m 'm remain remains remained made makes feel felt")
ABOUT = frozenset({"that", "about", "over", "of"})
# What else some of them take: anger at, support for.
ALSO = {
    "at": words("outrage frustration disappointment alarm surprise anger dismay"),
    "for": words("support hope hopes sympathy gratitude regret concern"),
    "with": words("frustration disappointment disagreement sympathy"),
}
RELATIVE_STARTS = words("who which whose")
# Whose words, view or opinion it is that something is so.
VIEWS = words("words view opinion judgment judgement estimation telling eyes")
LONGEST_CARRIED = 6
LONGEST_ASKER = 12
LONGEST_OWNER = 8


def find(text: str, paragraph: Paragraph, tokens: Sequence[Token]) -> Iterator[Finding]:
    """The findings of every phrase rule in one sentence."""
    for i, token in enumerate(tokens[:-2]):
        if token.low == "according" and tokens[i + 1].low == "to":
            found = _according(text, paragraph, tokens, i, i + 2)
        elif token.low == "in" and i == 0:
            source = _view_of(tokens)
            found = _according(text, paragraph, tokens, i, source) if source else _in_view(text, paragraph, tokens)
        elif token.low == "per" and _names_source(tokens, i):
            found = _according(text, paragraph, tokens, i, i + 1)
        elif token.low in CARRIERS and token.sort is Sort.WORD:
            found = _carried(text, paragraph, tokens, i)
        elif token.low == "asked" and tokens[i + 1].low == "by":
            found = _asked_by(text, paragraph, tokens, i)
        elif token.low in ADJECTIVES and token.sort is Sort.WORD:
            found = _of_mind(text, paragraph, tokens, i)
        elif token.low in NOUNS and token.sort is Sort.WORD:
            found = _owned(text, paragraph, tokens, i)
        else:
            continue
        if found:
            yield found


def _view_of(tokens: Sequence[Token]) -> int:
    """Where the source of “In the words of Ann Roe” starts; 0 for any other “In”."""
    opening = [token.low for token in tokens[1:4]]
    return 4 if opening[::2] == ["the", "of"] and opening[1] in VIEWS else 0


def _in_view(text: str, paragraph: Paragraph, tokens: Sequence[Token]) -> Finding | None:
    """In Roe’s view, WORDS."""
    comma = _comma(tokens, 1, min(len(tokens), LONGEST_OWNER))
    if comma + 1 >= len(tokens) or tokens[comma - 1].low not in VIEWS:
        return None
    owner = comma - 2
    named = tokens[owner].text.endswith(POSSESSIVE_ENDS) and tokens[owner].sort is Sort.NAME
    content = segment(text, paragraph, tokens, comma + 1, content_end(tokens, comma + 1))
    if not named or content is None:
        return None
    cue = Span(tokens[comma - 1].start, tokens[comma - 1].end)
    return Finding("according-to", tokens, [content], [cue], Subject(1, owner + 1))


def _names_source(tokens: Sequence[Token], at: int) -> bool:
    """“WORDS, per a police report.”: behind a comma and to the end of the sentence, and no “per cent”."""
    return (
        at > 0
        and tokens[at - 1].sort is Sort.COMMA
        and tokens[at + 1].low in ("a", "an", "the", "his", "her")
        and all(token.sort in (Sort.WORD, Sort.NAME, Sort.STOP) for token in tokens[at + 1 :])
    )


def _according(text: str, paragraph: Paragraph, tokens: Sequence[Token], at: int, source: int) -> Finding | None:
    """WORDS, according to Ann Roe, WORDS — or According to Ann Roe, WORDS. The source starts at `source`."""
    subject = after(tokens, source) or _bare_source(tokens, source)
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
        follows + 1 < len(tokens)
        and tokens[follows].sort is Sort.COMMA
        and (not segments or has_finite(tokens, follows + 1, len(tokens)))
    ):
        rest = segment(text, paragraph, tokens, follows + 1, content_end(tokens, follows + 1))
        segments.extend([rest] if rest else [])
    if not segments:
        return None
    cue = Span(tokens[at].start, tokens[source - 1].end)
    return Finding("according-to", tokens, segments, [cue], subject, None, [])


def _to_first_comma(tokens: Sequence[Token], subject: Subject) -> Subject:
    """“According to Ann Roe, prices fell”: what follows the comma is the statement when it holds a verb."""
    comma = _comma(tokens, subject.first + 1, subject.last)
    if comma + 1 < len(tokens) and _goes_on_naming(tokens, comma + 1):
        comma = _comma(tokens, comma + 1, len(tokens))
    if comma + 1 < len(tokens) and has_finite(tokens, comma + 1, len(tokens)):
        return Subject(subject.first, comma)
    return subject


def _goes_on_naming(tokens: Sequence[Token], at: int) -> bool:
    """“Ann Roe, who runs the mill, prices fell” and “Ann Roe, the mill’s owner, says …”."""
    end = _comma(tokens, at, len(tokens))
    if tokens[at].low in RELATIVE_STARTS:
        return True
    office = any(token.low in ROLES for token in tokens[at:end])
    return office and not has_finite(tokens, at, end) and has_finite(tokens, end, len(tokens))


def _comma(tokens: Sequence[Token], first: int, last: int) -> int:
    return next((i for i in range(first, last) if tokens[i].sort is Sort.COMMA), len(tokens))


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
        if tokens[i].low in NOUNS and _links(tokens, i):
            subject = before(tokens, first)
            content = segment(text, paragraph, tokens, i + 2, content_end(tokens, i + 2))
            if subject is None or content is None:
                return None
            cue = Span(tokens[first].start, tokens[i].end)
            rule = "noun-that" if tokens[i + 1].low == "that" else "noun-about"
            return Finding(rule, tokens, [content], [cue], subject, None, [(i, i + 2)])
    return None


def _links(tokens: Sequence[Token], noun: int) -> bool:
    link = tokens[noun + 1].low
    return link in ABOUT or tokens[noun].low in ALSO.get(link, frozenset())


def _asked_by(text: str, paragraph: Paragraph, tokens: Sequence[Token], at: int) -> Finding | None:
    """Asked by a reporter WHETHER WORDS, she said: the question is the reporter's."""
    for i in range(at + 3, min(len(tokens) - 1, at + LONGEST_ASKER)):
        if tokens[i].low in QUESTION_WORDS:
            content = segment(text, paragraph, tokens, i, _first_comma(tokens, i))
            cue = Span(tokens[at].start, tokens[at].end)
            return Finding("asked-by", tokens, [content], [cue], Subject(at + 2, i)) if content else None
        if tokens[i].sort not in (Sort.WORD, Sort.NAME, Sort.ASIDE):
            return None
    return None


def _first_comma(tokens: Sequence[Token], start: int) -> int:
    end = content_end(tokens, start)
    return next((i for i in range(start + 1, end) if tokens[i].sort is Sort.COMMA), end)


def _of_mind(text: str, paragraph: Paragraph, tokens: Sequence[Token], at: int) -> Finding | None:
    """is (still) confident that WORDS, made (it) clear that WORDS, was sure WORDS."""
    link = tokens[at + 1].low
    if link != "that" and link not in PERSONAL:
        return None
    first = at
    while first > 0 and (
        is_adverb(tokens[first - 1]) or tokens[first - 1].low in ("very", "it", "so", "more", "increasingly")
    ):
        first -= 1
    if first == 0 or tokens[first - 1].low not in MINDED:
        return None
    first -= 1
    while first > 0 and (tokens[first - 1].low in AUXILIARIES or is_adverb(tokens[first - 1])):
        first -= 1
    if any(token.low in NEGATIONS or token.low in MODALS for token in tokens[first:at]):
        return None
    start = at + 1 if link in PERSONAL else at + 2
    subject = before(tokens, first)
    content = segment(text, paragraph, tokens, start, content_end(tokens, start))
    if subject is None or content is None or tokens[subject.first].low in ("it", "this", "that"):
        return None
    return Finding("adjective-that", tokens, [content], [Span(tokens[first].start, tokens[at].end)], subject)


def _owned(text: str, paragraph: Paragraph, tokens: Sequence[Token], at: int) -> Finding | None:
    """Roe's claim that WORDS, his long-held view that WORDS."""
    if tokens[at + 1].low != "that" or tokens[at + 2].low in TIMES:
        return None
    owner = at - 1
    while (
        owner > 0
        and at - owner < 4
        and tokens[owner].sort is Sort.WORD
        and tokens[owner].low not in POSSESSIVES
        and not tokens[owner].text.endswith(POSSESSIVE_ENDS)
    ):
        owner -= 1
    if owner < 0 or not (tokens[owner].low in POSSESSIVES or tokens[owner].text.endswith(POSSESSIVE_ENDS)):
        return None
    first = owner
    while first > 0 and tokens[first - 1].sort is Sort.NAME:
        first -= 1
    content = segment(text, paragraph, tokens, at + 2, content_end(tokens, at + 2))
    if content is None:
        return None
    cue = Span(tokens[owner + 1].start, tokens[at].end)
    return Finding("owned-noun-that", tokens, [content], [cue], Subject(first, owner + 1))
