"""Who is quoted as saying something: the speaker is the one quoted, and who quotes them passes it on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.text.extents import content_end
from claims.text.findings import Finding, Sentence
from claims.text.spans import Span
from claims.text.subjects import SEPARATORS, Subject, before, is_adverb
from claims.text.tokens import Sort, Token
from claims.text.words import AUXILIARIES, BE, words

QUOTING = words("quoted quotes cited cites")
SAYING = words("saying telling stating adding writing")
# The name of the one quoted stands between the verb and “as saying”.
LONGEST_NAME = 16
RULE = "relayed"


def find(sentence: Sentence) -> Iterator[tuple[int, Finding]]:
    """Each finding with the token of its verb, which says nothing further by itself."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[:-1]):
        if token.low == "as":
            verb = quoting_verb(tokens, i)
            found = _read(sentence, verb, i) if verb else None
            if found:
                yield verb, found


def quoting_verb(tokens: Sequence[Token], end: int) -> int:
    """The verb of quoting that “as saying” at token `end` belongs to; 0 where there is none."""
    if tokens[end].low != "as" or tokens[end + 1].low not in SAYING:
        return 0
    for at in range(end - 1, max(0, end - LONGEST_NAME), -1):
        if tokens[at].sort in (Sort.QUOTE, Sort.STOP, Sort.SEMICOLON, Sort.COLON):
            return 0
        if tokens[at].low in QUOTING:
            return at
    return 0


def _read(sentence: Sentence, verb: int, link: int) -> Finding | None:
    """“Ann Roe was quoted (by the Courier) as saying WORDS”; “the Courier quoted Ann Roe as saying WORDS”."""
    tokens = sentence.tokens
    first = verb
    while first > 0 and (tokens[first - 1].low in AUXILIARIES or is_adverb(tokens[first - 1])):
        first -= 1
    subject = before(tokens, first)
    if subject is None or subject.relative:
        return None
    passive = any(token.low in BE for token in tokens[first:verb])
    end = link - 1 if tokens[link - 1].sort is Sort.COMMA else link
    quoted = subject if passive else Subject(verb + 1, end)
    content = _content(sentence, subject.first, link + 2)
    if content is None or quoted.first >= quoted.last:
        return None
    cue = [Span(tokens[first].start, tokens[verb].end), Span(tokens[link].start, tokens[link + 1].end)]
    if link == verb + 1:
        cue = [Span(cue[0].start, cue[1].end)]
    zones = [(verb + 1, link)] if passive and verb + 1 < link else []
    words_of = f"{tokens[verb].low} as {tokens[link + 1].low}"
    return Finding(RULE, tokens, [content], cue, quoted, None, zones, words_of)


def _content(sentence: Sentence, subject: int, start: int) -> Span | None:
    """The quotation that the subject follows: “…,” the Courier quoted her as saying; else what comes behind."""
    tokens = sentence.tokens
    at = subject - 1
    if at >= 0 and tokens[at].sort in SEPARATORS:
        at -= 1
    if at >= 0 and tokens[at].sort is Sort.QUOTE:
        return sentence.segment(at, at + 1)
    start = _behind_place(tokens, start)
    while start < len(tokens) and (tokens[start].low == "that" or tokens[start].sort in (Sort.COMMA, Sort.COLON)):
        start += 1
    return sentence.segment(start, content_end(tokens, start)) if start < len(tokens) else None


def _behind_place(tokens: Sequence[Token], start: int) -> int:
    """“as saying by the Courier that it leaks”: the words start behind who quotes them, and where."""
    if start >= len(tokens) or tokens[start].low not in ("by", "in", "on"):
        return start
    for i in range(start, min(len(tokens), start + LONGEST_NAME)):
        if tokens[i].low == "that" or tokens[i].sort is Sort.QUOTE:
            return i
    return len(tokens) if tokens[start].low == "by" else start
