"""Content before its attribution, or on both sides of it: “…,” she said; the plan, she said, would fail."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.cues import FORMS, Frame
from claims.text.extents import (
    OPEN_ENDS,
    attribution_starts,
    content_end,
    from_quotation,
    holds_clause,
    is_content,
    opens_circumstance,
    opens_scene,
    tail,
)
from claims.text.findings import OBJECTS, Finding, Sentence
from claims.text.spans import Span
from claims.text.subjects import SEPARATORS, Subject, after, has_finite
from claims.text.tokens import Sort, Token
from claims.text.verbs import Verb
from claims.text.words import PERSONAL, words

# How far behind its cue a quotation may go on.
FARTHEST_RESUMED = 20
# The writer's own link to the sentence before.
LINKS = frozenset({"but", "and", "so", "still", "yet"})
# After “…, she said, ” these start something other than the rest of what she said.
NOT_RESUMED = words(
    "who which according citing referring speaking noting adding when while as after before where whose during in at "
    "on a an"
)


def inverted(sentence: Sentence, verb: Verb, floor: int) -> Finding | None:
    """“…,” said Ann Roe."""
    tokens = sentence.tokens
    if Frame.INVERTED not in verb.cue.frames or verb.first == 0 or verb.first != verb.at:
        return None
    content = _content_before(sentence, verb.first, floor, Frame.AFTER in verb.cue.frames)
    subject = after(tokens, verb.last + 1) if content else None
    if content is None or subject is None or tokens[subject.first].low == "that":
        return None
    if _opens_clause(tokens, subject):
        return None  # “Ann Roe, an engineer, said she would resign” is not inverted
    if content[1] == "clause-before" and (holds_clause(tokens, subject) or Frame.ADDRESSEE in verb.cue.frames):
        return None  # “Ann Roe, who had resigned, said the plan would fail” is not inverted, nor “…, told the Courier”
    found = sentence.finding(content[1], verb, subject, [content[0]], tail(tokens, subject.last))
    _resumed(sentence, found, subject.last)
    return found


def left(sentence: Sentence, verb: Verb, subject: Subject, floor: int) -> Finding | None:
    """“…,” Ann Roe said — and without quotation marks."""
    tokens = sentence.tokens
    quoted = Frame.QUOTE in verb.cue.frames
    if subject.relative or subject.first == 0 or not (quoted or Frame.AFTER in verb.cue.frames):
        return None
    if tokens[subject.first].low in OBJECTS:
        return None
    subject = from_quotation(tokens, subject)
    content = _content_before(sentence, subject.first, floor, Frame.AFTER in verb.cue.frames)
    if content is None:
        return None
    found = sentence.finding(content[1], verb, subject, [content[0]], tail(tokens, verb.last + 1))
    _resumed(sentence, found, verb.last + 1)
    return found


def parenthetical(sentence: Sentence, verb: Verb, subject: Subject, floor: int) -> Finding | None:
    """The plan, she said, would fail: one statement around its attribution."""
    tokens = sentence.tokens
    if subject.relative or subject.first < 2 or floor or Frame.AFTER not in verb.cue.frames:
        return None
    if tokens[subject.first].low in OBJECTS:
        return None
    at = tail(tokens, verb.last + 1)[1]
    if tokens[subject.first - 1].sort not in SEPARATORS or at + 1 >= len(tokens):
        return None
    told = Frame.ADDRESSEE in verb.cue.frames and not has_finite(tokens, verb.last + 1, at)
    circumstance = at == verb.last + 1 or told or opens_circumstance(tokens, verb.last + 1, at)
    if tokens[at].sort not in SEPARATORS or not circumstance or tokens[at + 1].low in NOT_RESUMED:
        return None
    if attribution_starts(tokens, at + 1, len(tokens)):
        return None  # “…, Roe says, but Poe says it leaks”
    first = 1 if tokens[0].low in LINKS and tokens[at + 1].sort is not Sort.QUOTE else 0
    if tokens[at + 1].low.endswith("ing") or (tokens[at + 1].sort is Sort.QUOTE and opens_scene(tokens, first)):
        return None
    left = sentence.segment(first, subject.first - 1)
    right = sentence.segment(at + 1, content_end(tokens, at + 1))
    if right is None:
        return None
    return sentence.finding("parenthetical", verb, subject, [left, right] if left else [right], (verb.last + 1, at))


def _content_before(sentence: Sentence, cue_start: int, floor: int, clause: bool) -> tuple[Span, str] | None:
    """Content that ends right before token `cue_start`, with the name of the rule that says so."""
    tokens = sentence.tokens
    at = cue_start - 1
    comma = tokens[at].sort in SEPARATORS
    if comma:
        at -= 1
    if at < floor:
        return None
    if tokens[at].sort is Sort.QUOTE:
        if not comma and sentence.last_mark(at) not in OPEN_ENDS:
            return None
        start = _mixed_start(sentence, at, floor)
        content = sentence.segment(start, at + 1)
        return (content, "quote-before") if content else None
    if not (comma and clause) or not is_content(tokens, floor, at + 1):
        return None
    first = 1 if tokens[0].low in LINKS else 0  # the writer's own link
    content = sentence.segment(first, at + 1)
    return (content, "clause-before") if content and floor == 0 else None


def _mixed_start(sentence: Sentence, quote: int, floor: int) -> int:
    """Words before a closing quotation belong to it: It was “a mess,” she said."""
    tokens = sentence.tokens
    start = quote
    while start > floor and tokens[start - 1].sort not in (Sort.COLON, Sort.SEMICOLON, Sort.STOP):
        start -= 1
    if start < quote and tokens[quote - 1].sort in SEPARATORS and sentence.starts_upper(quote):
        return quote
    return start


def _resumed(sentence: Sentence, found: Finding, first: int) -> None:
    """Add what goes on after the cue: “…,” she said, “…” and …, she said, and …"""
    tokens = sentence.tokens
    at = tail(tokens, first)[1]
    if at + 1 >= len(tokens) or tokens[at].sort not in (*SEPARATORS, Sort.COLON):
        return
    following = tokens[at + 1]
    if found.rule == "quote-before" and (again := _resuming_quotation(sentence, at + 1)) is not None:
        found.segments.extend(filter(None, [sentence.segment(again, again + 1)]))
    elif found.rule == "clause-before" and following.low not in NOT_RESUMED and tokens[at].sort is Sort.COMMA:
        if following.low.endswith("ing") or following.low == "but":
            return
        rest = sentence.segment(at + 1, content_end(tokens, at + 1))
        if rest:
            found.segments.append(rest)


def _resuming_quotation(sentence: Sentence, first: int) -> int | None:
    """The quotation that goes on behind its cue: “…,” she said at X, Md., referring to Y, “…”"""
    tokens = sentence.tokens
    for i in range(first, min(len(tokens), first + FARTHEST_RESUMED)):
        if tokens[i].sort is Sort.QUOTE:
            return i if i == first or tokens[i - 1].sort in SEPARATORS else None
        if i > first and tokens[i].low in FORMS:
            return None  # another verb of saying has its own claim to what follows
    return None


def _opens_clause(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a pronoun behind the verb starts a clause of its own rather than naming who speaks."""
    if tokens[subject.first].low not in PERSONAL or subject.last >= len(tokens):
        return False
    return tokens[subject.last].sort in (Sort.WORD, Sort.NAME)
