"""The bodies an article names, so that “BSB” and “the department” find their full name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from claims.text.roles import bare, join
from claims.text.titles import BODIES, COMPANY_FORMS, COMPANY_NOUNS, HONORIFICS, ROLES
from claims.text.tokens import Sort, Token
from claims.text.words import DETERMINERS, PREPOSITIONS

# Words that a body's name takes in small letters, and how many words it has at most.
LINKS = frozenset({"of", "for", "and", "the", "on", "in"})
LONGEST = 10
ACRONYM = range(2, 9)
# Words before a body that are not its name, though they may have a capital.
NO_PART = DETERMINERS | ROLES | HONORIFICS | PREPOSITIONS
# More bodies of one kind than this are a list, no candidates.
MOST_CANDIDATES = 12


@dataclass(slots=True)
class Bodies:
    """Acronyms with what they stand for, and named bodies by kind with the place of their first mention."""

    acronyms: dict[str, str] = field(default_factory=dict)
    _kinds: dict[str, dict[str, int]] = field(default_factory=dict)

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in what one sentence names; sentences come in text order."""
        for i, token in enumerate(tokens):
            if token.sort is Sort.NAME:
                if i and (token.low in BODIES or token.low[:-2] in BODIES):  # “the Board’s”
                    self._count(tokens, i)
            elif token.sort is Sort.ASIDE:
                self._introduce(tokens, i)

    def called(self, noun: str, start: int) -> list[str]:
        """The bodies of the kind `noun` that were named before `start`."""
        named = self._kinds.get(noun.lower(), {})
        return [name for name, at in islice(named.items(), MOST_CANDIDATES) if at < start]

    def _introduce(self, tokens: Sequence[Token], aside: int) -> None:
        """“the Bridge Safety Board (BSB)”: the capitals before the bracket spell what stands in it."""
        short = tokens[aside].text[1:-1]
        if len(short) not in ACRONYM or not short.isupper() or not short.isalpha():
            return
        initials = ""
        for i in range(aside - 1, max(-1, aside - 1 - LONGEST), -1):
            if tokens[i].sort is Sort.NAME and tokens[i].low not in DETERMINERS:
                initials = tokens[i].text[0] + initials
            elif tokens[i].low not in LINKS:
                return
            if initials == short:
                self.acronyms.setdefault(short, join(tokens[i:aside]))
                return

    def _count(self, tokens: Sequence[Token], last: int) -> None:
        first = last
        while first and last - first < LONGEST and _in_name(tokens[first - 1]):
            first -= 1
        end = last + 1
        while end + 1 < len(tokens) and end - last < LONGEST and _links_on(tokens, end):
            end += 1
        if end == last + 1 and first == last:
            return  # “the Department” alone names none
        name = join(tokens[first:end])
        noun = bare(tokens[last].low)
        for kind in COMPANY_NOUNS if noun in COMPANY_FORMS else (noun,):
            self._kinds.setdefault(kind, {}).setdefault(name, tokens[first].start)


def _in_name(token: Token) -> bool:
    possessor = token.text.endswith(("’s", "'s"))
    return token.sort is Sort.NAME and not possessor and token.low not in NO_PART


def _links_on(tokens: Sequence[Token], i: int) -> bool:
    """“Institute of Bridges”, “Ministry of Trade and Tolls”."""
    if tokens[i - 1].text.endswith(("’s", "'s")):
        return False
    if tokens[i].sort is Sort.NAME:
        return tokens[i - 1].sort is not Sort.NAME
    return tokens[i].low in ("of", "for", "and") and tokens[i + 1].sort is Sort.NAME
