"""The subject that a verb without one of its own borrows: a participle, or the second of two verbs."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.subjects import HARD_BREAKS, LONGEST_SUBJECT, Subject, before, is_adverb, is_finite
from claims.text.tokens import Sort, Token
from claims.text.words import AUXILIARIES


def main_subject(tokens: Sequence[Token]) -> Subject | None:
    """The subject of the sentence's first finite verb, for participles that have none of their own."""
    for i in range(1, min(len(tokens), LONGEST_SUBJECT)):
        if is_finite(tokens, i):
            verb = i
            while verb > 1 and is_adverb(tokens[verb - 1]):
                verb -= 1
            found = before(tokens, verb)
            if found and not found.relative:
                return found
    return None


def shared(tokens: Sequence[Token], link: int) -> Subject | None:
    """The subject that a verb behind the link “and” or “but” at token `link` shares with the verb before it.

    That verb is the nearest finite one to the left that has a subject of its own.
    """
    for i in range(link - 1, max(0, link - LONGEST_SUBJECT), -1):
        if tokens[i].sort in HARD_BREAKS and tokens[i].sort is not Sort.QUOTE:
            return None
        if is_finite(tokens, i) and not is_finite(tokens, i - 1):
            found = before(tokens, _group_start(tokens, i))
            if found:
                return found
    return None


def _group_start(tokens: Sequence[Token], verb: int) -> int:
    while verb > 1 and (is_adverb(tokens[verb - 1]) or tokens[verb - 1].low in AUXILIARIES):
        verb -= 1
    return verb
