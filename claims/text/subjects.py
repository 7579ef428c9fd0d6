"""Whose verb it is: the subject of a verb, found from its place among the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.text.cues import PAST_FORMS, PRESENT_FORMS
from claims.text.titles import ROLES
from claims.text.tokens import CLOSED_BY_COMMA, Sort, Token
from claims.text.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    PERSONAL,
    POSSESSIVE_ENDS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
    words,
)

# A subject with its relative clause fits in this many tokens; more is a misreading.
LONGEST_SUBJECT = 45
# Behind these forms, which are plural nouns too, a thing or a clause begins.
OBJECT_STARTS = PERSONAL | POSSESSIVES | {"the", "a", "an"}
LONGEST_NICKNAME = 25  # code points, marks included
MOST_CHUNKS = 6
BREAKS = (Sort.COMMA, Sort.COLON, Sort.SEMICOLON, Sort.DASH, Sort.STOP)
SEPARATORS = (Sort.COMMA, Sort.DASH)
HARD_BREAKS = (Sort.COLON, Sort.SEMICOLON, Sort.STOP, Sort.QUOTE)
# Behind a noun and before these a word in -ed is a participle: “a letter mailed in May”, “mailed Thursday”.
REDUCED_BEFORE = frozenset({"in", "by", "with", "at", "on", "to", "from"})
# These stand alone for the people counted: “another said”.
COUNTING = frozenset({"another", "both", "each", "half", "two", "three", "four", "five", "dozens", "hundreds"})
# Who a headline names by an office alone.
OFFICES = ROLES | words("study report poll survey watchdog court union ministry")
# Words that cannot end a subject.
NOT_LAST = (
    PREPOSITIONS
    | SUBORDINATORS
    | COORDINATORS
    | AUXILIARIES
    | NEGATIONS
    | words("the a an his her their its our my your there to as every which than very more most such")
)
# After a comma these go on naming the one before it; other prepositions start an adverbial.
NAMING_PREPOSITIONS = frozenset({"of", "from"})
NAMING_ADVERBS = frozenset({"now", "long", "once"})
ADVERBIAL_STARTS = (PREPOSITIONS - NAMING_PREPOSITIONS) | SUBORDINATORS | (ADVERBS - NAMING_ADVERBS) | TIME_WORDS


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens `first` up to but not including `last`; for a relative ("who"), `antecedent` ends before it.

    `asides` are the adverbial stretches (token ranges) that stood between subject and verb.
    """

    first: int
    last: int
    relative: bool = False
    asides: tuple[tuple[int, int], ...] = ()


def is_finite(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` looks like a finite verb: an auxiliary, a known one, or a word in -ed after a noun."""
    low = tokens[i].low
    if tokens[i].sort is not Sort.WORD:
        return False
    if low in AUXILIARIES or low in FINITE or low in NEGATIONS:
        return True
    if low.endswith(("n't", "n’t")):
        return True
    if low in PAST_FORMS or low.endswith("ed"):
        return i > 0 and tokens[i - 1].low not in DETERMINERS and tokens[i - 1].low not in BE
    return False


def has_finite(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether any token of the stretch looks like a finite verb."""
    return any(is_finite(tokens, i) for i in range(first, last))


def is_adverb(token: Token) -> bool:
    """Whether the word can stand between a subject and its verb."""
    return token.low in ADVERBS or (token.low.endswith("ly") and token.sort is Sort.WORD and len(token.low) > 4)


def before(tokens: Sequence[Token], verb: int) -> Subject | None:
    """The subject that ends right before the verb group starting at token `verb`; None where none fits."""
    at = verb - 1
    if at < 0:
        return None
    if tokens[at].low in ("who", "which", "who’ve", "who've", "who’d", "who'd"):
        return Subject(at, verb, relative=True)
    if tokens[at].sort in SEPARATORS:
        return _behind_comma(tokens, at)
    if at > 1 and tokens[at].low in WEEKDAYS and tokens[at - 1].low == "on":  # “Ann Roe, an engineer, on Monday said”
        found = before(tokens, at - 1)
        return replace(found, asides=(*found.asides, (at - 1, verb))) if found else None
    first = _phrase_start(tokens, verb)
    return Subject(first, verb) if first is not None else None


def _behind_comma(tokens: Sequence[Token], comma: int) -> Subject | None:
    """“Ann Roe, a senior fellow at X,” and “Ann Roe, during a visit,” before the verb."""
    end = comma
    asides: list[tuple[int, int]] = []
    for _ in range(MOST_CHUNKS):
        start = _chunk_start(tokens, comma)
        if start == 0 or tokens[start - 1].sort not in SEPARATORS:
            if end == comma and not asides:
                return None
            return _head(tokens, comma, end, asides)
        if _is_adverbial(tokens, start):
            if end != comma:  # adverbial to the left of an appositive: the appositive was the head
                return _head(tokens, comma, end, asides)
            asides.append((start, comma))
            end = start - 1
            if tokens[end - 1].low in ("who", "which"):
                return Subject(end - 1, end, relative=True, asides=tuple(asides))
        elif end != comma and tokens[start].sort is Sort.NAME:
            return _head(tokens, comma, end, asides)
        comma = start - 1
    return None


def _head(tokens: Sequence[Token], comma: int, end: int, asides: list[tuple[int, int]]) -> Subject | None:
    first = _phrase_start(tokens, comma)
    return Subject(first, end, asides=tuple(asides)) if first is not None else None


def _chunk_start(tokens: Sequence[Token], end: int) -> int:
    """The first token after the nearest comma or harder break left of `end`."""
    start = end
    while start > 0 and end - start < LONGEST_SUBJECT:
        if tokens[start - 1].sort in SEPARATORS or tokens[start - 1].sort in HARD_BREAKS:
            break
        start -= 1
    return start


def _is_adverbial(tokens: Sequence[Token], start: int) -> bool:
    low = tokens[start].low
    if low in ADVERBIAL_STARTS or tokens[start].sort is Sort.QUOTE:
        return True
    return tokens[start].sort is Sort.WORD and low.endswith(("ing", "ly"))


def _phrase_start(tokens: Sequence[Token], end: int) -> int | None:
    """Where the noun phrase that ends before token `end` starts; None where no noun phrase ends there."""
    last = tokens[end - 1]
    if last.sort in BREAKS or last.sort in (Sort.QUOTE, Sort.OTHER) or last.low in NOT_LAST:
        return None
    if last.low in PERSONAL:
        return end - 1
    start = _leftmost(tokens, end)
    start = _without_opening(tokens, start, end)
    return start if start < end and _names_somebody(tokens, start, end) else None


def _leftmost(tokens: Sequence[Token], end: int) -> int:
    """Walk left to the boundary of the clause; a finite verb is one unless “who” or “which” stands before it."""
    cut: int | None = None
    at = end - 1
    floor = max(0, end - LONGEST_SUBJECT)
    while at >= floor:
        token = tokens[at]
        if token.sort in BREAKS or (token.sort is Sort.QUOTE and not _nickname(tokens, at)):
            break
        if token.low in ("who", "which", "whose"):
            cut = None
        elif token.low in SUBORDINATORS or token.low in ("but", "yet", "nor"):
            break
        elif cut is None and at < end - 1 and _clause_before(tokens, at):
            cut = at + 1
        at -= 1
    return cut if cut is not None else at + 1


def _clause_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether token `at` closes another clause: a finite verb, not one used as an adjective."""
    following = tokens[at + 1].low
    named = at > 0 and tokens[at - 1].sort is Sort.NAME and not tokens[at - 1].text.endswith(POSSESSIVE_ENDS)
    if named and tokens[at].low in PRESENT_FORMS and tokens[at].sort is Sort.WORD and following in OBJECT_STARTS:
        return True  # “Ann Roe claims her brother”
    return is_finite(tokens, at) and following not in REDUCED_BEFORE and following not in TIME_WORDS


def _nickname(tokens: Sequence[Token], at: int) -> bool:
    neighbours = 0 < at < len(tokens) - 1
    short = tokens[at].end - tokens[at].start <= LONGEST_NICKNAME and tokens[at].text != CLOSED_BY_COMMA
    return neighbours and short and tokens[at - 1].sort is Sort.NAME and tokens[at + 1].sort is Sort.NAME


def _without_opening(tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave out what opens the clause: “And”, “Later”, “In 2015 …”."""
    while start < end and (tokens[start].low in COORDINATORS or _opening_adverb(tokens, start, end)):
        start += 1
    counted = start + 1 < end and tokens[start].low in ("about", "around", "over") and _counts(tokens[start + 1])
    if start < end and tokens[start].low in PREPOSITIONS and not counted:
        return _last_phrase(tokens, start, end)
    return start


def _counts(token: Token) -> bool:
    return token.sort is Sort.NUMBER or token.low in ("half", "two", "three", "four", "five", "ten", "a")


def _opening_adverb(tokens: Sequence[Token], start: int, end: int) -> bool:
    return end - start > 1 and is_adverb(tokens[start]) and tokens[start].low not in DETERMINERS


def _last_phrase(tokens: Sequence[Token], start: int, end: int) -> int:
    at = end - 1
    if tokens[at].sort is Sort.NAME:
        while at > start and tokens[at - 1].sort is Sort.NAME:
            at -= 1
        return at
    while at > start:
        if tokens[at].low in DETERMINERS and tokens[at - 1].low not in PREPOSITIONS:
            return at
        at -= 1
    return end


def _names_somebody(tokens: Sequence[Token], start: int, end: int) -> bool:
    first = tokens[start]
    alone = first.low in DETERMINERS - PRONOUNS - COUNTING
    if end - start == 1 and (alone or first.low in TIME_WORDS):
        return False
    if end - start == 1 and start > 0 and tokens[start - 1].sort is Sort.COMMA and first.low in OFFICES:
        return True  # “Town is broke, mayor says”
    return any(
        token.sort in (Sort.NAME, Sort.NUMBER)
        or token.low in PRONOUNS
        or token.low in DETERMINERS
        or token.low.endswith("s")
        or token.low in ("people", "percent", "police", "critics", "data", "none", "research", "polling")
        for token in tokens[start:end]
    )


def after(tokens: Sequence[Token], start: int) -> Subject | None:
    """The subject that follows an inverted verb: “…,” said ANN ROE, A TEACHER. From token `start`."""
    if start >= len(tokens) or not _starts_phrase(tokens[start]):
        return None
    if tokens[start].low in PERSONAL:
        return Subject(start, start + 1)
    at = start
    while at < min(len(tokens), start + LONGEST_SUBJECT):
        token = tokens[at]
        if token.sort in HARD_BREAKS or token.sort is Sort.DASH or _adverbial_at(tokens, at, start):
            break
        if token.sort is Sort.COMMA and not _appositive_at(tokens, at + 1):
            break
        at += 1
    while at > start and tokens[at - 1].sort in BREAKS:
        at -= 1
    return Subject(start, at) if at > start else None


def _starts_phrase(token: Token) -> bool:
    if token.sort is Sort.NAME:
        return token.low not in TIME_WORDS
    if token.sort is Sort.NUMBER:
        return True  # “…,” said 15 of the senators
    return token.low in DETERMINERS or token.low in PRONOUNS or token.low in ("former", "president")


def _appositive_at(tokens: Sequence[Token], at: int) -> bool:
    return (
        at < len(tokens)
        and tokens[at].sort is not Sort.QUOTE
        and not is_finite(tokens, at)
        and not _is_adverbial(tokens, at)
        and (tokens[at].low not in COORDINATORS)
    )


def _adverbial_at(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Where time, place or circumstance starts; “of”, “for” and “at” go on naming somebody."""
    if at == start:
        return False
    low = tokens[at].low
    if low in TIME_WORDS or low in ("when", "while", "as", "after", "before", "during", "because", "but"):
        return True
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low == "on":
        return following in TIME_WORDS or following in ("the", "his", "her", "twitter")
    if low in ("in", "at", "to", "by"):
        return following in ("a", "an", "response", "his", "her", "reporters", "their")
    return False
