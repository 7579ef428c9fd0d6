"""What is called something by somebody: the one behind “by” is the speaker of the quoted words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.text.cues import FORMS, Form, Frame
from claims.text.findings import Finding, Sentence
from claims.text.spans import Span
from claims.text.subjects import Subject, after
from claims.text.tokens import Sort, Token
from claims.text.words import words

RULE = "object"
# What may stand between the verb and the quoted words: “described as a “mess””.
LEADING = words("as a an the being")
LONGEST_LEADING = 3
LONGEST_SPEAKER = 8


def find(sentence: Sentence) -> Iterator[tuple[int, Finding]]:
    """Each finding with the token of its verb, which says nothing further by itself."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-3]):
        if token.sort is Sort.WORD and _judges(token):
            found = _by_whom_first(sentence, at) or _by_whom_last(sentence, at)
            if found:
                yield at, found


def _judges(token: Token) -> bool:
    rows = FORMS.get(token.low, ())
    return any(form is Form.PAST and Frame.OBJECT in cue.frames and not cue.particle for form, cue in rows)


def _by_whom_first(sentence: Sentence, at: int) -> Finding | None:
    """was described by Ann Roe as “WORDS”."""
    tokens = sentence.tokens
    if tokens[at + 1].low != "by":
        return None
    end = next((i for i in range(at + 2, min(len(tokens), at + 2 + LONGEST_SPEAKER)) if tokens[i].low == "as"), 0)
    if end <= at + 2 or any(token.sort not in (Sort.WORD, Sort.NAME) for token in tokens[at + 2 : end]):
        return None
    quote = _quoted(tokens, end)
    return _finding(sentence, at, Subject(at + 2, end), end + 1, quote) if quote else None


def _by_whom_last(sentence: Sentence, at: int) -> Finding | None:
    """was called “WORDS” by Ann Roe, branded “WORDS” by Ann Roe."""
    tokens = sentence.tokens
    quote = _quoted(tokens, at)
    if not quote or quote + 2 >= len(tokens) or tokens[quote + 1].low != "by":
        return None
    subject = after(tokens, quote + 2)
    start = at + 2 if tokens[at + 1].low == "as" else at + 1
    return _finding(sentence, at, subject, start, quote) if subject else None


def _quoted(tokens: Sequence[Token], at: int) -> int:
    """The quotation behind token `at`, with nothing but small words between; 0 for none."""
    for i in range(at + 1, min(len(tokens), at + 2 + LONGEST_LEADING)):
        if tokens[i].sort is Sort.QUOTE:
            return i
        if tokens[i].low not in LEADING:
            return 0
    return 0


def _finding(sentence: Sentence, at: int, subject: Subject, start: int, quote: int) -> Finding | None:
    content = sentence.segment(start, quote + 1)
    cue = Span(sentence.tokens[at].start, sentence.tokens[at].end)
    return Finding(RULE, sentence.tokens, [content], [cue], subject) if content else None
