"""What a reporting verb reports: where the content to its right starts, tried frame by frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.text.cues import Frame
from claims.text.objects import DATE_GLUED, is_day, is_object
from claims.text.subjects import is_adverb, is_finite
from claims.text.tokens import Sort, Token
from claims.text.verbs import Verb
from claims.text.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_STARTERS,
    COORDINATORS,
    DETERMINERS,
    PERIOD_OPENERS,
    PERSONAL,
    PREPOSITIONS,
    QUESTION_WORDS,
    TIME_WORDS,
    TIMES,
    words,
)

# Between a verb and its "that" stand an addressee, a day and a place: "told X on Friday at Y that".
FARTHEST_THAT = 16
FARTHEST_TO = 14
LONGEST_ADDRESSEE = 9
CLAUSE_WINDOW = 25
OBJECT_PRONOUNS = frozenset({"him", "her", "them", "us", "me", "you", "it", "reporters", "voters", "people"})
# Behind “said” these are no clause: “said little”, “said of the plan”.
NOT_CLAUSES = (
    (PREPOSITIONS - {"under"})
    | TIME_WORDS
    | TIMES
    | ADVERBS
    | words("nothing something little much more so yes no as that and or but things anything goodbye hello")
)
SHORTEST_CLAUSE = 3
WORDY = (Sort.WORD, Sort.NAME, Sort.NUMBER, Sort.ASIDE)
# Verbs with nothing but a clause for object: what follows them need not show its verb.
CLAUSE_ONLY = frozenset({"say", "think", "believe"})


@dataclass(frozen=True, slots=True)
class Complement:
    """Content starting at token `start`; `addressee` is a token range when the frame names one."""

    start: int
    frame: Frame
    addressee: tuple[int, int] | None = None


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
            return Complement(i + 1, Frame.QUOTE)
        if token.sort is Sort.QUOTE:
            if i == at or tokens[i - 1].sort is Sort.COMMA or _told(tokens, verb, at, i):
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


def _told(tokens: Sequence[Token], verb: Verb, at: int, quote: int) -> bool:
    """“told her “…””: nothing but a pronoun stands before the quotation."""
    return quote == at + 1 and Frame.ADDRESSEE in verb.cue.frames and tokens[at].low in OBJECT_PRONOUNS


def _circumstance(token: Token) -> bool:
    """Whether the token can start a day, a place or an addressee after a verb of saying."""
    low = token.low
    return low in PREPOSITIONS or low in TIME_WORDS or low in PERIOD_OPENERS or low.endswith(DATE_GLUED)


def _that(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    if tokens[at].low == "that":
        return Complement(at + 1, Frame.THAT) if at + 1 < len(tokens) and not _pronoun_that(tokens, at) else None
    if _infinitive(tokens, at):
        return None  # “agreed to pay for a bridge that leaks”
    addressed = Frame.ADDRESSEE in verb.cue.frames
    adverb = is_adverb(tokens[at]) or tokens[at].low in ("afterwards", "yesterday")
    if not (addressed or adverb or _circumstance(tokens[at]) or _set_off(tokens, at)):
        return None
    for i in range(at + 1, min(len(tokens) - 1, at + FARTHEST_THAT)):
        token = tokens[i]
        if token.low == "that" and tokens[i - 1].low not in PREPOSITIONS:
            addressee = (at, _addressee_end(tokens, at, i)) if addressed else None
            return Complement(i + 1, Frame.THAT, addressee)
        reduced = tokens[i + 1].low == "by"  # “in a memo obtained by”
        closed = token.sort in (Sort.COLON, Sort.SEMICOLON, Sort.STOP, Sort.QUOTE)
        if closed or (is_finite(tokens, i) and not reduced):
            return None
    return None


def _pronoun_that(tokens: Sequence[Token], at: int) -> bool:
    """“said that is a mess”, “said that would help”: a pronoun that is the clause's own subject."""
    following = tokens[at + 1].low
    return (following in AUXILIARIES and following not in ("do", "does")) or following in TIMES


def _set_off(tokens: Sequence[Token], at: int) -> bool:
    """“said, in an interview with Ann Roe, that”."""
    return tokens[at].sort is Sort.COMMA and at + 1 < len(tokens) and tokens[at + 1].low in PREPOSITIONS


def _addressee_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The end of the phrase for the person spoken to: it stops at a day, a place or a comma."""
    for i in range(at, limit):
        token = tokens[i]
        starts_place = token.low in ("on", "in", "at", "during", "after", "before") and i > at
        if starts_place or token.sort is Sort.COMMA or is_day(token):
            return max(i, at + 1)
    return limit


def _bare(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    start = at
    addressee: tuple[int, int] | None = None
    if Frame.ADDRESSEE in verb.cue.frames:
        end = _short_addressee(tokens, at)
        if end is None:
            return None
        addressee, start = (at, end), end
    if start < len(tokens) and tokens[start].low == "on" and start + 1 < len(tokens):
        start += 2 if is_day(tokens[start + 1]) else 0
    elif start < len(tokens) and is_day(tokens[start]):
        start += 1
        if start < len(tokens) and tokens[start].low in ("morning", "afternoon", "evening", "night"):
            start += 1
    if (
        start + 2 < len(tokens)
        and verb.cue.lemma in CLAUSE_ONLY
        and tokens[start].low in CLAUSE_STARTERS - PREPOSITIONS
    ):
        return Complement(start, Frame.BARE, addressee)
    if start < len(tokens) and (_reads_as_clause(tokens, start) or _says_something(tokens, verb, start)):
        return Complement(start, Frame.BARE, addressee)
    return None


def _says_something(tokens: Sequence[Token], verb: Verb, start: int) -> bool:
    """Behind “she said” anything long enough is a clause, even if its verb is not known or stands in a quotation."""
    if verb.cue.lemma != "say" or start + SHORTEST_CLAUSE > len(tokens):
        return False
    if tokens[start].sort not in (Sort.WORD, Sort.NAME, Sort.NUMBER) or tokens[start].low in NOT_CLAUSES:
        return False
    return all(token.sort in (*WORDY, Sort.QUOTE) for token in tokens[start : start + SHORTEST_CLAUSE])


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
    if _without_ending(first.low) in PERSONAL | {"there"} or first.low == "if":
        return True
    end = min(len(tokens), start + CLAUSE_WINDOW)
    within = False  # a clause inside the subject: “the bridge that leaks”
    for i in range(start + 1, end):
        if tokens[i].sort in (Sort.STOP, Sort.SEMICOLON, Sort.DASH):
            return False
        if tokens[i].sort is Sort.COMMA and i + 1 < end and tokens[i + 1].low in COORDINATORS:
            return False  # “explained the plan, but nobody listened”
        if tokens[i].low in ("who", "which", "that", "whose", "when", "while", "although", "because", "after", "as"):
            within = True
        elif is_finite(tokens, i) or _glued_auxiliary(tokens[i]):
            if not within or _glued_auxiliary(tokens[i]):
                return True
            within = tokens[i].low in AUXILIARIES
    return False


def _without_ending(low: str) -> str:
    """“it’s” → it, “they’re” → they."""
    return low.replace("’", "'").partition("'")[0]


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
    if tokens[at].low == "on" and at + 2 < len(tokens) and is_day(tokens[at + 1]):
        at += 2  # “promised on Tuesday to act”
    elif at + 1 < len(tokens) and (is_day(tokens[at]) or is_adverb(tokens[at])):
        at += 1
    i = at + 1 if tokens[at].low == "not" else at
    return Complement(at, Frame.TO) if _infinitive(tokens, i) else None


def _infinitive(tokens: Sequence[Token], i: int) -> bool:
    if i + 1 >= len(tokens) or tokens[i].low != "to":
        return False
    following = tokens[i + 1]
    if following.sort is Sort.QUOTE:
        return True  # “vowed to “mend it all””
    return following.sort is Sort.WORD and following.low not in DETERMINERS and following.low not in PREPOSITIONS


def _urge(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    if tokens[at].low in PREPOSITIONS or tokens[at].sort is Sort.COMMA:
        return None
    for i in range(at + 1, min(len(tokens), at + FARTHEST_TO)):
        if _infinitive(tokens, i) and (tokens[i - 1].low == "not" or not is_finite(tokens, i - 1)):
            start = i - 1 if tokens[i - 1].low == "not" else i
            return Complement(start, Frame.URGE, (at, start)) if start > at else None  # “asked not to be named”
        if tokens[i].sort in (Sort.STOP, Sort.COLON, Sort.COMMA) or (tokens[i].low != "not" and is_finite(tokens, i)):
            return None
    return None


def _object(tokens: Sequence[Token], verb: Verb, at: int) -> Complement | None:
    return Complement(at, Frame.OBJECT) if is_object(tokens, verb, at) else None


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
