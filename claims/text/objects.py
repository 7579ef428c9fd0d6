"""Whether a thing stands behind a reporting verb: what somebody accuses, calls something, or brings up."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.subjects import is_finite
from claims.text.tokens import CLOSED_BY_COMMA, Sort, Token
from claims.text.verbs import Verb
from claims.text.words import COORDINATORS, PREPOSITIONS, PRONOUNS, SUBORDINATORS, TIME_WORDS, words

# Days glued to the word before them: “onTuesday”.
DATE_GLUED = tuple(day for day in TIME_WORDS if day.endswith("day"))
# No thing starts with these: “showed up”, “than she had demanded when”.
NOT_OBJECTS = (SUBORDINATORS - {"what", "how", "why"}) | {"to", "up", "off"}
# What is called together or called in.
SUMMONED = words("meeting election elections vote session conference strike police witness witnesses office ambulance")


def is_day(token: Token) -> bool:
    """Whether a word is a day, also one glued to the word before it: “onTuesday”."""
    return token.low in TIME_WORDS or token.low.endswith(DATE_GLUED)


def is_object(tokens: Sequence[Token], verb: Verb, at: int) -> bool:
    """Whether the thing that `verb` judges or brings up starts at token `at`."""
    first = tokens[at]
    if first.sort in (Sort.COMMA, Sort.STOP, Sort.COLON, Sort.SEMICOLON, Sort.DASH, Sort.OTHER):
        return False
    if first.low in PREPOSITIONS or first.low in COORDINATORS or is_day(first) or first.low in NOT_OBJECTS:
        return False
    if verb.cue.lemma != "call" or verb.cue.particle:
        return True
    if _names(tokens, verb) and _is_title(tokens, at):
        return False  # “a group called Bridge Watch” names, it does not judge
    return not _summons(tokens, at)  # “called a vote”, “called the police”


def _summons(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is called together; what is called “…” is judged."""
    thing = next((i for i in range(at, min(len(tokens), at + 4)) if tokens[i].low in SUMMONED), -1)
    return thing >= 0 and not any(token.sort is Sort.QUOTE for token in tokens[thing + 1 : thing + 2])


def _names(tokens: Sequence[Token], verb: Verb) -> bool:
    """“a group called …”: right behind a noun, with no subject of its own."""
    return verb.first > 0 and tokens[verb.first - 1].sort is Sort.WORD and tokens[verb.first - 1].low not in PRONOUNS


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but a name or a quotation stands between `at` and the next mark or preposition."""
    end = at
    while end < len(tokens) and tokens[end].sort in (Sort.NAME, Sort.QUOTE):
        end += 1
    closed = end > at and tokens[end - 1].text == CLOSED_BY_COMMA
    last = end >= len(tokens) or closed or tokens[end].sort not in (Sort.WORD, Sort.NUMBER) or is_finite(tokens, end)
    return end > at and (last or tokens[end].low in PREPOSITIONS or tokens[end].low in COORDINATORS)
