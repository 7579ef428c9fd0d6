"""What a reporting verb reports: the content to its right, and where content ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.text.cues import FORMS, Form, Frame
from claims.text.subjects import has_finite, is_finite
from claims.text.tokens import Sort, Token
from claims.text.verbs import Verb
from claims.text.words import (
    CLAUSE_STARTERS,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    TIME_WORDS,
)

# Between a verb and its "that" stand an addressee, a day and a place: "told X on Friday at Y that".
FARTHEST_THAT = 16
FARTHEST_TO = 14
LONGEST_ADDRESSEE = 9
CLAUSE_WINDOW = 25
OBJECT_PRONOUNS = frozenset({"him", "her", "them", "us", "me", "you", "it", "reporters", "voters", "people"})
QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})
# Days glued to the word before them: “onTuesday”.
DATE_GLUED = tuple(day for day in TIME_WORDS if day.endswith("day"))


@dataclass(frozen=True, slots=True)
class Complement:
    """Content starting at token `start`; `addressee` is a token range when the frame names one."""

    start: int
    frame: Frame
    addressee: tuple[int, int] | None = None


# “…and said”, “…and added”: a second statement by the same speaker.
SAYING_AGAIN = frozenset({"said", "says", "added", "warned", "argued", "insisted", "predicted", "vowed"})
# A sentence that opens with one of these has its main clause behind a comma.
OPENING_CLAUSE = frozenset({"while", "although", "though", "as", "if", "when", "after", "because", "since", "whereas", "even"})

Finder = Callable[[Sequence[Token], Verb, int], Complement | None]


def right_of(tokens: Sequence[Token], verb: Verb) -> Complement | None:
    """The content to the right of `verb` by the first of its frames that fits."""
    at = verb.last + 1
    if at >= len(tokens):
        return None
    for frame, finder in FINDERS:
        if frame in verb.cue.frames:
            found = finder(tokens, verb, at)
            if found:
                return found
    return None


def _quote(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    """said: “…”, said, “…”, said in a statement: “…”, told reporters, “…”."""
    limit = min(len(tokens) - 1, at + FARTHEST_THAT)
    for i in range(at, limit + 1):
        token = tokens[i]
        if token.sort is Sort.COLON:
            return Complement(i + 1, Frame.QUOTE) if i + 1 < len(tokens) else None
        if token.sort is Sort.QUOTE:
            if i == at or tokens[i - 1].sort is Sort.COMMA:
                return Complement(i, Frame.QUOTE)
            return None
        if token.sort is Sort.COMMA:
            if i + 1 < len(tokens) and (tokens[i + 1].sort is Sort.QUOTE or tokens[i + 1].low in PREPOSITIONS):
                continue
            return None
        if i == at and not _circumstance(token) and Frame.ADDRESSEE not in verb.cue.frames:
            return None
        if is_finite(tokens, i):
            return None
    return None


def _circumstance(token: Token) -> bool:
    """Whether the token can start a day, a place or an addressee after a verb of saying."""
    return token.low in PREPOSITIONS or token.low in TIME_WORDS or token.low.endswith(DATE_GLUED)


def _that(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    if tokens[at].low == "that":
        return Complement(at + 1, Frame.THAT) if at + 1 < len(tokens) else None
    addressed = Frame.ADDRESSEE in verb.cue.frames
    if not (addressed or _circumstance(tokens[at]) or _set_off(tokens, at)):
        return None
    for i in range(at + 1, min(len(tokens) - 1, at + FARTHEST_THAT)):
        token = tokens[i]
        if token.low == "that" and tokens[i - 1].low not in PREPOSITIONS:
            addressee = (at, _addressee_end(tokens, at, i)) if addressed else None
            return Complement(i + 1, Frame.THAT, addressee)
        if is_finite(tokens, i) or token.sort in (Sort.COLON, Sort.SEMICOLON, Sort.STOP, Sort.QUOTE):
            return None
    return None


def _set_off(tokens: Sequence[Token], at: int) -> bool:
    """“said, in an interview with Ann Roe, that”."""
    return tokens[at].sort is Sort.COMMA and at + 1 < len(tokens) and tokens[at + 1].low in PREPOSITIONS


def _addressee_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The end of the phrase for the person spoken to: it stops at a day, a place or a comma."""
    for i in range(at, limit):
        token = tokens[i]
        starts_place = token.low in ("on", "in", "at", "during", "after", "before") and i > at
        if starts_place or token.sort is Sort.COMMA or _is_day(token):
            return max(i, at + 1)
    return limit


def _is_day(token: Token) -> bool:
    return token.low in TIME_WORDS or token.low.endswith(DATE_GLUED)


def _bare(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    start = at
    addressee: tuple[int, int] | None = None
    if Frame.ADDRESSEE in verb.cue.frames:
        end = _short_addressee(tokens, at)
        if end is None:
            return None
        addressee, start = (at, end), end
    if start < len(tokens) and tokens[start].low == "on" and start + 1 < len(tokens):
        start += 2 if _is_day(tokens[start + 1]) else 0
    elif start < len(tokens) and _is_day(tokens[start]):
        start += 1
        if start < len(tokens) and tokens[start].low in ("morning", "afternoon", "evening", "night"):
            start += 1
    if start < len(tokens) and _reads_as_clause(tokens, start):
        return Complement(start, Frame.BARE, addressee)
    return None


def _short_addressee(tokens: Sequence[Token], at: int) -> int | None:
    """The end of an addressee with nothing but its own words to show where it ends."""
    if tokens[at].low in OBJECT_PRONOUNS or tokens[at].low in ("his", "their"):
        return at + (1 if tokens[at].low in OBJECT_PRONOUNS else 2)
    for i in range(at + 1, min(len(tokens), at + LONGEST_ADDRESSEE)):
        previous = tokens[i - 1]
        if tokens[i].sort in (Sort.STOP, Sort.COLON, Sort.QUOTE):
            return None
        if previous.low in PREPOSITIONS or previous.low in DETERMINERS or previous.sort is Sort.COMMA:
            continue
        if tokens[i].low in CLAUSE_STARTERS - PREPOSITIONS and tokens[i].low not in ("one", "his", "her"):
            return i
    return None


def _reads_as_clause(tokens: Sequence[Token], start: int) -> bool:
    """A start a clause can have, and a finite verb before long."""
    first = tokens[start]
    if first.sort in (Sort.COMMA, Sort.STOP, Sort.COLON, Sort.SEMICOLON, Sort.DASH, Sort.OTHER):
        return False
    if first.low in ("of", "for", "about", "with", "to", "and", "or", "that", "at", "from", "through", "into"):
        return False
    if first.low in PERSONAL or first.low in ("there", "if"):
        return True
    end = min(len(tokens), start + CLAUSE_WINDOW)
    for i in range(start + 1, end):
        if tokens[i].sort in (Sort.STOP, Sort.SEMICOLON):
            return False
        if is_finite(tokens, i) or _glued_auxiliary(tokens[i]):
            return True
    return False


def _glued_auxiliary(token: Token) -> bool:
    return token.low.endswith(("’ll", "'ll", "’ve", "'ve", "’re", "'re", "’d", "'d"))


def _whether(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    for i in range(at, min(len(tokens) - 1, at + 6)):
        if tokens[i].low in QUESTION_WORDS:
            if i > at and (Frame.URGE not in verb.cue.frames or tokens[i].low not in ("whether", "if", "about")):
                return None
            return Complement(i, Frame.WHETHER, (at, i) if i > at else None)
        if tokens[i].sort in (Sort.COMMA, Sort.STOP, Sort.COLON, Sort.QUOTE):
            return None
    return None


def _to(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    i = at + 1 if tokens[at].low == "not" else at
    return Complement(at, Frame.TO) if _infinitive(tokens, i) else None


def _infinitive(tokens: Sequence[Token], i: int) -> bool:
    if i + 1 >= len(tokens) or tokens[i].low != "to":
        return False
    following = tokens[i + 1]
    return following.sort is Sort.WORD and following.low not in DETERMINERS and following.low not in PREPOSITIONS


def _urge(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    if tokens[at].low in PREPOSITIONS or tokens[at].sort is Sort.COMMA:
        return None
    for i in range(at + 1, min(len(tokens), at + FARTHEST_TO)):
        if _infinitive(tokens, i) and not is_finite(tokens, i - 1):
            start = i - 1 if tokens[i - 1].low == "not" else i
            return Complement(start, Frame.URGE, (at, start))
        if tokens[i].sort in (Sort.STOP, Sort.COLON, Sort.COMMA) or is_finite(tokens, i):
            return None
    return None


def _object(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    first = tokens[at]
    if first.sort in (Sort.COMMA, Sort.STOP, Sort.COLON, Sort.SEMICOLON, Sort.DASH, Sort.OTHER):
        return None
    if first.low in PREPOSITIONS or first.low in COORDINATORS or _is_day(first) or first.low in ("to", "as", "that"):
        return None
    return Complement(at, Frame.OBJECT)


# Tried in this order: an explicit mark or word says more than a bare clause.
FINDERS: tuple[tuple[Frame, Finder], ...] = (
    (Frame.THAT, _that),
    (Frame.QUOTE, _quote),
    (Frame.WHETHER, _whether),
    (Frame.URGE, _urge),
    (Frame.TO, _to),
    (Frame.BARE, _bare),
    (Frame.OBJECT, _object),
)


def object_end(tokens: Sequence[Token], start: int) -> int:
    """Where a thing rather than a clause ends: before a comma that does not go on listing."""
    last = content_end(tokens, start)
    for i in range(start + 1, last - 1):
        if tokens[i].sort in (Sort.COMMA, Sort.SEMICOLON, Sort.DASH) and _leaves_object(tokens, i + 1, last):
            return i
    return last


def _leaves_object(tokens: Sequence[Token], at: int, last: int) -> bool:
    low = tokens[at].low
    if low in ("who", "which", "whose", "where", "when", "while", "but", "as", "including", "after", "with", "during"):
        return True
    joined = low == "and" and at + 1 < last and (is_finite(tokens, at + 1) or tokens[at + 1].low in PERSONAL)
    return joined or is_finite(tokens, at) or (low.endswith("ing") and tokens[at].sort is Sort.WORD)


def content_end(tokens: Sequence[Token], start: int) -> int:
    """The token before which content starting at `start` ends: the sentence's end or the next attribution."""
    last = len(tokens)
    while last > start and tokens[last - 1].sort in (Sort.STOP, Sort.COMMA, Sort.COLON):
        last -= 1
    for i in range(start + 1, last - 1):
        sort = tokens[i].sort
        if sort in (Sort.COMMA, Sort.DASH) and _attribution_starts(tokens, i + 1, last):
            return i
        if sort is Sort.SEMICOLON and tokens[i + 1].low not in ("that", "and", "or"):
            return i
        if tokens[i].low == "and" and tokens[i + 1].low in SAYING_AGAIN and not is_finite(tokens, i - 1):
            return i
    return last


def clause_end(tokens: Sequence[Token], start: int, verb: Verb, relative: bool) -> int:
    """Where content ends inside a clause that is itself part of a longer sentence.

    “While she said it was safe, others …” ends at the comma; “Roe, who said it was safe, left” where the
    sentence's own verb comes.
    """
    last = content_end(tokens, start)
    opened = tokens[0].low in OPENING_CLAUSE and not any(t.sort is Sort.COMMA for t in tokens[: verb.first])
    if not (opened or relative):
        return last
    for i in range(start + 1, last - 1):
        if tokens[i].sort is Sort.COMMA and (opened or is_finite(tokens, i + 1)):
            return i
    return last


def _attribution_starts(tokens: Sequence[Token], at: int, last: int) -> bool:
    """“, according to”, “, adding that”, “, and accused”, “, but she said”."""
    if tokens[at].low == "according":
        return True
    if _cue_form(tokens[at]) is Form.ING:
        return True
    joined = tokens[at].low in ("and", "but", "while", "though", "although")
    if not joined or at + 1 >= last:
        return False
    after = at + 1
    while after < min(last, at + 3) and tokens[after].low in ("also", "then", "later", "he", "she", "they", "has", "have"):
        after += 1
    return after < last and _cue_form(tokens[after]) in (Form.PAST, Form.PRESENT)


def _cue_form(token: Token) -> Form | None:
    rows = FORMS.get(token.low) if token.sort is Sort.WORD else None
    return rows[0][0] if rows else None


def is_content(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch before an attribution is a clause rather than an opening like “On Tuesday”."""
    if last - first < 3 or not has_finite(tokens, first, last):
        return False
    return tokens[first].low not in ("when", "asked", "as", "after", "before", "while", "although", "though")
