"""Attributions without a reporting verb: selon, laut, según; „…“, so Karla Roth; and a name before a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.text.languages.contents import Contents
from claims.text.languages.findings import Finding
from claims.text.languages.language import Language
from claims.text.languages.subjects import Subject, after, is_role
from claims.text.spans import Span
from claims.text.tokens import Sort, Token

BOUNDS = (Sort.COMMA, Sort.STOP, Sort.SEMICOLON, Sort.DASH)
# How long the name before a colon may be.
LONGEST_LABEL = 12


def find(tokens: Sequence[Token], contents: Contents, language: Language) -> Iterator[Finding]:
    """The findings of one sentence whose quotations no verb has taken."""
    if not contents.holds_free(tokens):
        return
    for i in range(len(tokens)):
        found = _phrase(tokens, i, contents, language)
        if found:
            yield found
    label = _label(tokens, contents, language)
    if label:
        yield label


def _phrase(tokens: Sequence[Token], i: int, contents: Contents, language: Language) -> Finding | None:
    phrases = language.phrases
    for source in phrases.sources:
        if _matches(tokens, i, source):
            return _source(tokens, i, i + len(source), contents, language)
    if i == 0 or tokens[i - 1].sort in BOUNDS:
        for source in phrases.opening_sources:
            if _matches(tokens, i, source):
                return _source(tokens, i, i + len(source), contents, language, named=True)
    if i and tokens[i].low in phrases.thus and tokens[i - 1].sort is Sort.COMMA:
        return _source(tokens, i, i + 1, contents, language, behind=True)
    if i and tokens[i].low in phrases.behind:
        return _named_before(tokens, i, contents, language)
    return None


def _matches(tokens: Sequence[Token], i: int, words: Sequence[str]) -> bool:
    return tokens[i].low == words[0] and all(
        i + n < len(tokens) and tokens[i + n].low == word for n, word in enumerate(words)
    )


def _source(
    tokens: Sequence[Token],
    first: int,
    name: int,
    contents: Contents,
    language: Language,
    *,
    named: bool = False,
    behind: bool = False,
) -> Finding | None:
    """The source phrase that starts at token `first`; the name of the source at `name`.

    `named`: it must name a person or a role; `behind`: it stands only behind what it attributes.
    """
    subject = after(tokens, name, language)
    if subject is None or (named and not _is_somebody(tokens, subject, language)):
        return None
    cue = Span(tokens[first].start, tokens[name - 1].end)
    return _around(tokens, first, subject, cue, contents, only_behind=behind)


def _is_somebody(tokens: Sequence[Token], subject: Subject, language: Language) -> bool:
    phrase = tokens[subject.first : subject.head]
    full = len(phrase) > 1 and all(token.sort is Sort.NAME for token in phrase)
    return full or any(
        is_role(token.low, language.people) or token.low in language.people.honorifics for token in phrase
    )


def _around(
    tokens: Sequence[Token], first: int, subject: Subject, cue: Span, contents: Contents, *, only_behind: bool = False
) -> Finding | None:
    """The content on both sides of a source phrase, where a quotation stands in it."""
    segments: list[Span] = []
    last = _behind_aside(tokens, subject.last)
    start = contents.clause_start(tokens, first, 0)
    parts = [(start, first - 1 if first and tokens[first - 1].sort in BOUNDS else first)]
    if not only_behind or (last + 1 < len(tokens) and contents.is_free(tokens[last + 1])):
        goes_on = last < len(tokens) and tokens[last].sort in (Sort.COMMA, Sort.DASH, Sort.QUOTE)
        if goes_on:
            parts.append((last if tokens[last].sort is Sort.QUOTE else last + 1, len(tokens)))
        elif first == 0:  # “Laut Karla Roth ist die Brücke …”: the clause goes on right behind the name
            parts.append((last, len(tokens)))
    if not any(contents.holds_free(tokens[a:b]) for a, b in parts):
        return None
    for a, b in parts:
        content = contents.take(tokens, a, _closing(tokens, a, b))
        if content:
            segments.append(content)
    words = " ".join(token.low for token in tokens[first : subject.first]) or tokens[first].low
    return Finding("source-quote", tokens, segments, [cue], subject, words) if segments else None


def _behind_aside(tokens: Sequence[Token], comma: int) -> int:
    """The comma behind an aside: “Selon un rapport, daté de mars, …”"""
    if comma + 1 >= len(tokens) or tokens[comma].sort is not Sort.COMMA or tokens[comma + 1].sort is not Sort.WORD:
        return comma
    for at in range(comma + 1, min(len(tokens), comma + LONGEST_LABEL)):
        if tokens[at].sort is Sort.COMMA:
            return at if at - comma > 2 else comma
        if tokens[at].sort not in (Sort.WORD, Sort.NUMBER):
            return comma
    return comma


def _closing(tokens: Sequence[Token], first: int, last: int) -> int:
    """A sentence's own full stop is not content: without it a quotation stands alone."""
    while last > first and tokens[last - 1].sort in (Sort.STOP, Sort.COMMA):
        last -= 1
    return last


def _named_before(tokens: Sequence[Token], i: int, contents: Contents, language: Language) -> Finding | None:
    """„…“, der Polizei zufolge — Karla Roth zufolge ist die Brücke „ein Risiko“."""
    start = i
    while start > 0 and i - start < 10 and tokens[start - 1].sort in (Sort.NAME, Sort.WORD):
        start -= 1
    subject = after(tokens, start, language, limit=i)
    if subject is None or subject.last != i:
        return None
    cue = Span(tokens[i].start, tokens[i].end)
    if start == 0:  # verb second: the clause goes on right behind it
        content = contents.take(tokens, i + 1, _closing(tokens, i + 1, len(tokens)))
        return Finding("source-quote", tokens, [content], [cue], subject, tokens[i].low) if content else None
    return _around(tokens, start, Subject(subject.first, i + 1, i + 1), cue, contents)


def _label(tokens: Sequence[Token], contents: Contents, language: Language) -> Finding | None:
    """Marie Duval, maire de Valbourg : « … » — and with whatever verb: Le préfet se veut rassurant : « … »"""
    first = 1 if tokens[0].low in language.phrases.coordinators else 0
    subject = after(tokens, first, language)
    at = next((i for i, token in enumerate(tokens) if token.sort is Sort.COLON), len(tokens))
    if subject is None or at + 1 >= len(tokens) or not contents.is_free(tokens[at + 1]):
        return None
    if subject.last > LONGEST_LABEL or not _is_somebody(tokens, subject, language):
        return None
    if at != subject.last and not contents.is_wording(tokens[at + 1]):
        return None
    content = contents.take(tokens, at + 1, at + 2)
    cue = Span(tokens[at].start, tokens[at].end)
    return Finding("label-quote", tokens, [content], [cue], subject, "") if content else None
