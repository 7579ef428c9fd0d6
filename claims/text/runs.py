"""Where full personal names stand in a sentence, with the role words before and the appositive behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.text.roles import LEADS, bare
from claims.text.subjects import has_finite
from claims.text.titles import (
    BODIES,
    BODY_WORDS,
    DEPARTMENTS,
    HONORIFICS,
    NAME_PREFIXES,
    NOT_NAMES,
    PARTICLES,
    PLACES,
    PLAIN_GIVEN_NAMES,
    ROLES,
    SUFFIXES,
)
from claims.text.tokens import Sort, Token
from claims.text.words import DETERMINERS, PREPOSITIONS, SENTENCE_OPENERS

# Words of a role before a name, and of an appositive after it.
LONGEST_ROLE = 6
LONGEST_APPOSITIVE = 22
LONGEST_NAME = 9
# The body in “Ann Roe of the Bridge Institute”.
LONGEST_BODY = 8
CLOSING = (Sort.COMMA, Sort.STOP, Sort.DASH, Sort.SEMICOLON)


def name_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that end in a full personal name."""
    at = 0
    while at < len(tokens):
        if tokens[at].sort is not Sort.NAME or (at == 0 and tokens[at].low in SENTENCE_OPENERS):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and _goes_on(tokens, end):
            end += 1
        if end - at >= 2 and _personal(tokens, at, end):
            yield at, end
        at = end


def around(tokens: Sequence[Token], first: int, last: int) -> Sequence[Token]:
    """The tokens of a name run with its role words and its appositive."""
    start = _introduced(tokens, first, last) or _role_start(tokens, first)
    return tokens[start : _appositive_end(tokens, last)]


def _introduced(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where “its former commander, Ann Roe,” starts; 0 where the name is no appositive of a role."""
    closes = last >= len(tokens) or tokens[last].sort in CLOSING
    if first < 2 or not closes or tokens[first - 1].sort is not Sort.COMMA:
        return 0
    for start in range(first - 2, max(-1, first - 2 - LONGEST_ROLE), -1):
        if tokens[start].sort not in (Sort.WORD, Sort.NAME) or has_finite(tokens, start, start + 1):
            return 0
        if tokens[start].low in DETERMINERS:
            return start if tokens[first - 2].low in ROLES else 0
    return 0


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i - 1].text.endswith(("’s", "'s")):
        return False  # a possessor ends its own name
    if tokens[i].sort is Sort.NAME or tokens[i].low.startswith(NAME_PREFIXES):
        return True
    if i + 1 >= len(tokens):
        return False
    before, following = tokens[i - 1], tokens[i + 1]
    if tokens[i].low in PARTICLES:
        chained = before.low in PARTICLES or following.low in PARTICLES
        return chained or (before.sort is Sort.NAME and following.sort is Sort.NAME)
    return tokens[i].low in ("of", "for") and before.low in ROLES | DEPARTMENTS and following.sort is Sort.NAME


def _personal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the end of a run can be a person's name."""
    final = bare(tokens[last - 1].low)
    if last - first > LONGEST_NAME:
        return False
    given = last - first >= 2 and tokens[last - 2].low in PLAIN_GIVEN_NAMES
    if given and final not in BODIES and final not in NOT_NAMES:
        return True  # “Jack London”, “Bob Baker”: a word of another kind as surname
    titled = any(t.low in ROLES or t.low in HONORIFICS for t in tokens[first : last - 1])
    if final in ROLES or final in BODY_WORDS or final in NOT_NAMES:
        return False
    if titled:
        return True
    rest = {bare(t.low) for t in tokens[first:last]}
    return last - first <= 4 and not rest & (BODY_WORDS | NOT_NAMES | PLACES)


def _role_start(tokens: Sequence[Token], first: int) -> int:
    """Take in small role words before a name: “former secretary of state”, “longtime pollster”."""
    start = first
    while start > 0 and first - start < LONGEST_ROLE:
        token = tokens[start - 1]
        stops = token.low in DETERMINERS or (token.low in PREPOSITIONS and token.low != "of")
        if token.sort not in (Sort.WORD, Sort.NAME) or stops or has_finite(tokens, start - 1, start):
            break
        start -= 1
    if any(token.low in ROLES for token in tokens[start:first]):
        return start
    return first


def _appositive_end(tokens: Sequence[Token], last: int) -> int:
    """Take in “, a senior fellow at X,” and “ of the X Institute” behind a name."""
    if last + 1 >= len(tokens):
        return last
    if tokens[last].low == "of":
        return _body_end(tokens, last + 1, last)
    if tokens[last].sort is not Sort.COMMA:
        return last
    last = _behind_age(tokens, last)
    if tokens[last + 1].low in SUFFIXES:
        return last + 2
    end = last + 1
    while end < len(tokens) and end - last < LONGEST_APPOSITIVE and tokens[end].sort not in CLOSING:
        end += 1
    opening = tokens[last + 1]
    if opening.low == "of" or (opening.low == "who" and last + 2 < len(tokens) and tokens[last + 2].low in LEADS):
        return end
    opens = opening.low in DETERMINERS or opening.low in ("now", "former", "currently") or opening.low in ROLES
    if not opens and not opening.text.endswith(("’s", "'s")):
        return last
    named = any(token.low in ROLES for token in tokens[last + 1 : end])
    return end if named else last


def _behind_age(tokens: Sequence[Token], comma: int) -> int:
    """The comma behind an age: “Ann Roe, 34, a teacher”."""
    aged = comma + 3 < len(tokens) and tokens[comma + 1].sort is Sort.NUMBER and tokens[comma + 2].sort is Sort.COMMA
    return comma + 2 if aged else comma


def _body_end(tokens: Sequence[Token], start: int, last: int) -> int:
    end = last
    for i in range(start, min(len(tokens), start + LONGEST_BODY)):
        if tokens[i].sort is Sort.NAME:
            end = i + 1
        elif tokens[i].low not in ("of", "for", "and", "the"):
            break
    return end
