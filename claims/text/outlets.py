"""Which words name an outlet: a paper, station, agency or site that passes on what others say.

A person who works for one stands for it: “the Courier’s Ann Roe”, “a reporter for the Courier”. “Reporters”, “the
press” and “the media” name none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.text.cues import PAST_FORMS
from claims.text.roles import bare
from claims.text.titles import ANONYMOUS_NOUNS, BODY_WORDS, GIVEN_NAMES, GROUP_NOUNS, HONORIFICS, PLACES, ROLES
from claims.text.tokens import Sort, Token
from claims.text.words import (
    COORDINATORS,
    DETERMINERS,
    POSSESSIVE_ENDS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    words,
)

# Names that are an outlet's and hardly anything else. “Fox” and “Sky” alone are left out: they are surnames and words.
OUTLETS = words(
    "CNN BBC NBC ABC CBS NPR PBS MSNBC AP AFP DPA dpa EFE ANSA TASS Tass RT Interfax Xinhua Kyodo Reuters Bloomberg "
    "Politico POLITICO Axios ITV Jazeera Breitbart HuffPost BuzzFeed"
)
# Last words of a name that make it an outlet's: the Courier, Oslo Gazette, Central Press.
PAPER_NAMES = words(
    "times post tribune herald gazette courier chronicle telegraph guardian globe bulletin dispatch sentinel inquirer"
)
# The same, where another word of the name stands before: Central Press; “the TV” is a thing.
NAME_WORDS = PAPER_NAMES | words(
    "news newspaper newspapers journal press broadcasting television tv radio magazine newswire media weekly daily"
)
# Last words that mean other things too, unless one of EDITIONS stands before them: the Evening Standard.
SHARED_WORDS = words("mail express standard mirror star echo record post monitor observer review examiner world sun")
EDITIONS = words("daily evening morning sunday weekly")
# Small words for an outlet, behind any modifier.
KINDS = words("newspaper newspapers broadcaster broadcasters tabloid tabloids magazine magazines newswire")
# Small words for an outlet only behind an article or a word of the trade: “a network of spies” is none.
SHARED_KINDS = words("paper daily weekly network station channel outlet outlets website site portal")
TRADE = words("news television tv radio cable local state national public online same private independent")
# “The media” and “social media” are nobody in particular; state, local or Ruritanian media are somebody.
NO_MEDIA = DETERMINERS | words("social mass digital new")
STATE_KINDS = words("television tv radio")
JOURNALISTS = words(
    "reporter reporters journalist journalists correspondent anchor host presenter editor editors columnist newsroom "
    "program programme podcast show"
)
EMPLOYED_BY = frozenset({"of", "from", "for", "at", "with"})
# Capitalised words that hold papers too, and publish none: “a memo seen by Parliament”.
NO_OUTLETS = ROLES | ANONYMOUS_NOUNS | GROUP_NOUNS | BODY_WORDS | PLACES | DETERMINERS
ENDS = PREPOSITIONS | SUBORDINATORS | COORDINATORS | TIME_WORDS
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as worded; its last token is the one before `last`."""

    words: str
    last: int


def outlet_at(text: str, tokens: Sequence[Token], first: int) -> Outlet | None:
    """The outlet that the noun phrase from token `first` names or works for, None where it names none."""
    end = _run(tokens, first)
    found = _named(text, tokens, first, end)
    if found or not first < end < len(tokens) - 1 or tokens[end].low not in EMPLOYED_BY:
        return found
    head = tokens[end - 1]
    works_there = head.low in JOURNALISTS or (head.sort is Sort.NAME and head.low not in ROLES)
    return _named(text, tokens, end + 1, _run(tokens, end + 1)) if works_there else None


def holder_at(text: str, tokens: Sequence[Token], first: int, is_person: Callable[[str], bool]) -> Outlet | None:
    """Who holds a paper, from token `first` on: an outlet, or one strange word that is no person's or body's name.

    `is_person` tells the surnames of the article.
    """
    found = outlet_at(text, tokens, first)
    if found or first >= len(tokens) or tokens[first].sort is not Sort.NAME:
        return found
    low = bare(tokens[first].low)
    alone = first + 1 == len(tokens) or tokens[first + 1].sort is not Sort.NAME
    if not alone or low in NO_OUTLETS or is_person(low) or tokens[first].text.endswith(POSSESSIVE_ENDS):
        return None
    return Outlet(tokens[first].text, first + 1)


def _run(tokens: Sequence[Token], first: int) -> int:
    """Where the words that can name somebody end; a possessive ends them."""
    at = first
    while at < min(len(tokens), first + LONGEST):
        token = tokens[at]
        verb = token.low in PAST_FORMS and at > first
        if token.sort not in (Sort.WORD, Sort.NAME, Sort.NUMBER) or token.low in ENDS or verb:
            break
        at += 1
        if token.text.endswith(POSSESSIVE_ENDS):
            break
    return at


def _named(text: str, tokens: Sequence[Token], first: int, end: int) -> Outlet | None:
    """The longest part of tokens `first` to `end`, from `first` on, that names an outlet."""
    for last in range(end, first, -1):
        if not _is_outlet(tokens, first, last):
            continue
        if not tokens[last - 1].text.endswith(POSSESSIVE_ENDS):
            return Outlet(text[tokens[first].start : tokens[last - 1].end], last)
        if not _employs(tokens, last):
            return None  # “the Courier’s owner” speaks for a business
        stem = len(tokens[last - 1].text) - len(bare(tokens[last - 1].text))
        return Outlet(text[tokens[first].start : tokens[last - 1].end - stem], last)
    return None


def _employs(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].sort in (Sort.NAME, Sort.QUOTE) or tokens[at].low in JOURNALISTS)


def _is_outlet(tokens: Sequence[Token], first: int, last: int) -> bool:
    start = last
    while start > first and tokens[start - 1].sort is Sort.NAME and tokens[start - 1].low not in DETERMINERS:
        start -= 1
    if start == last:
        numbered = last - first > 1 and tokens[last - 1].sort is Sort.NUMBER and tokens[last - 2].low == "channel"
        return numbered or _is_kind(tokens, first, last - 1)
    goes_on = last < len(tokens) and tokens[last].sort is Sort.NAME
    if goes_on and not tokens[last - 1].text.endswith(POSSESSIVE_ENDS):
        return False  # “Press Secretary Ann Roe”
    introduced = start > first and _is_kind(tokens, first, start - 1)  # “the newspaper Nordlys”
    return introduced or _is_name(tokens, first, start, last)


def _is_name(tokens: Sequence[Token], first: int, start: int, last: int) -> bool:
    """Whether the capitalised words `start` to `last` are an outlet's name."""
    final, length = bare(tokens[last - 1].text), last - start
    low = final.lower()
    if final in OUTLETS:
        return True
    if length > 1 and tokens[start].low in STATE_KINDS:
        return True  # Radio Marchland
    article = start > first and tokens[start - 1].low == "the"
    if not article and tokens[start].low in GIVEN_NAMES | HONORIFICS:
        return False  # “Bob Post”, “Mr. Bob Times”
    if (low in PAPER_NAMES and article) or (low in NAME_WORDS and length > 1):
        return True
    edition = any(token.low in EDITIONS for token in tokens[start : last - 1])
    return edition and low in SHARED_WORDS


def _is_kind(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether token `at` is a small word for an outlet, with the words before it from `first` on."""
    if at <= first or tokens[at].sort is not Sort.WORD:
        return False
    low, before = bare(tokens[at].low), tokens[at - 1].low
    if low in KINDS:
        return True
    if low in SHARED_KINDS:
        return before in DETERMINERS or before in TRADE
    if low == "media":
        return before not in NO_MEDIA
    if low in ("agency", "agencies"):
        return before == "news"
    return low in STATE_KINDS and before in TRADE
