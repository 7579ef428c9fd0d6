"""Reading one mention of a speaker: title, name, role, affiliation, and what kind of speaker it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.text import roles
from claims.text.roles import FORMER, bare, join
from claims.text.statements import SpeakerKind
from claims.text.titles import (
    ANONYMOUS_NOUNS,
    BODIES,
    BODY_WORDS,
    DEPARTMENTS,
    GIVEN_NAMES,
    GROUP_NOUNS,
    HONORIFICS,
    NAME_PREFIXES,
    PARTICLES,
    PARTISANS,
    PLACES,
    PLAIN_GIVEN_NAMES,
    ROLES,
    SUFFIXES,
)
from claims.text.tokens import Sort, Token
from claims.text.verbs import DOCUMENTS
from claims.text.words import ADVERBS, DETERMINERS, PREPOSITIONS, SENTENCE_OPENERS, TIME_WORDS

# Capitalised words before a name that are no role, though the article writes them small elsewhere.
NO_ROLE = ADVERBS | PREPOSITIONS | SENTENCE_OPENERS | TIME_WORDS | DETERMINERS
# Words before a role that are no part of it.
BEFORE_ROLE = DETERMINERS | FORMER
# How nouns for what people do end.
WORKER_ENDS = ("er", "or", "ist", "man", "woman")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one mention says by itself. `name` is without titles; `title` is its honorific in lower case.

    `definite` says that “the” or the like opens it, `several` that it names two people or more.
    """

    name: str
    title: str
    role: str
    affiliation: str
    former_role: str
    kind: SpeakerKind
    definite: bool
    several: bool = False


def parse(tokens: Sequence[Token], small: Collection[str] = ()) -> Parsed:
    """Read the tokens of one mention: a head and, behind commas, what it is further called.

    `small` holds the words that the article writes with a small letter: “Harbour Master Ann Roe” is no name of four
    words where it says “harbour master” too.
    """
    head, rest = _split(tokens)
    if is_couple(head) or any(_goes_on(chunk) for chunk in rest):
        return Parsed("", "", "", "", "", SpeakerKind.GROUP, definite=False, several=True)
    former, head = _former(head)
    title, role, where, name = _head(head, small)
    former_role = ""
    if former:
        former_role, role = role, ""
    if not name and rest and _all_names(rest[0]):
        # "a spokeswoman, Ann Roe,": the name comes second
        name = join([token for token in rest[0] if token.low not in HONORIFICS])
        role, where = roles.role_and_affiliation(head)
        if former:
            former_role, role = role, ""
        rest = rest[1:]
    for chunk in (part for whole in rest for part in roles.parts(whole)):
        if roles.is_role(chunk):
            said, body = roles.role_and_affiliation(chunk)
            if roles.is_former(chunk):
                former_role = former_role or said
            elif not role:
                role, where = said, where or body
        elif not where:
            where = roles.of_body(chunk)
    definite = bool(head) and head[0].low in ("the", "this", "that")
    return Parsed(name, title, role, where, former_role, _kind(head, name, title, role or former_role), definite)


def _split(tokens: Sequence[Token]) -> tuple[list[Token], list[list[Token]]]:
    chunks: list[list[Token]] = [[]]
    for i, token in enumerate(tokens):
        if token.sort in (Sort.COMMA, Sort.DASH):
            suffixed = i + 1 < len(tokens) and tokens[i + 1].low in SUFFIXES  # “Bob Roe, Jr.,”
            if chunks[-1] and not suffixed:
                chunks.append([])
        elif token.sort not in (Sort.ASIDE, Sort.QUOTE, Sort.STOP, Sort.OTHER):
            chunks[-1].append(token)
    chunks = [chunk for chunk in chunks if chunk]
    return (chunks[0], chunks[1:]) if chunks else ([], [])


def is_couple(chunk: Sequence[Token]) -> bool:
    """“Ann and Bob Roe”, “Mr. and Mrs. Roe”, “Mayor Ann Roe and Bob Poe”: two people, none of whom speaks alone."""
    at = next((i for i, token in enumerate(chunk) if i and token.low == "and"), 0)
    left, right = chunk[:at], chunk[at + 1 :]
    if not left or not right or left[-1].sort is not Sort.NAME:
        return False
    small = any(token.sort is not Sort.NAME and not _inside_name(right, i) for i, token in enumerate(right))
    of_one_body = {bare(left[-1].low), bare(right[-1].low)} & (DEPARTMENTS | BODY_WORDS | GROUP_NOUNS | ROLES)
    # “Arts and Bridges Minister Ann Roe” is one minister.
    office = len(left) == 1 and any(token.low in ROLES for token in right)
    return not (small or of_one_body or office or any(token.low in PREPOSITIONS for token in left))


def _goes_on(chunk: Sequence[Token]) -> bool:
    """Whether a chunk behind a comma names further people: “Bob Poe and Tom Lowe”, “and Bob Poe”."""
    return is_couple(chunk) or (chunk[0].low == "and" and _all_names(chunk[1:]))


def _former(head: list[Token]) -> tuple[bool, list[Token]]:
    """Whether the head tells what somebody was, and the head without the “ex-” of “ex-mayor”."""
    if not head:
        return False, head
    first = head[0]
    for prefix in roles.FORMER_PREFIXES:
        if first.low.startswith(prefix):
            cut = first._replace(text=first.text[len(prefix) :], low=first.low[len(prefix) :])
            return True, [cut, *head[1:]]
    opens = first.low in FORMER or (len(head) > 1 and first.low in DETERMINERS and head[1].low in FORMER)
    return opens, head


def _head(head: Sequence[Token], small: Collection[str]) -> tuple[str, str, str, str]:
    """Honorific, role, affiliation and name of a head phrase."""
    start = 0
    while start < len(head) and head[start].low in BEFORE_ROLE:
        start += 1
    title = next((token.low for token in head if token.low in HONORIFICS), "")
    name_at, name_end = _name_place(head)
    if name_at < name_end:
        party = max((i + 1 for i in range(name_at, name_end - 2) if head[i].low in PARTISANS), default=name_at)
        name_at = _behind_small_role(head, party, name_end, small)
    name = join([token for token in head[name_at:name_end] if token.low not in HONORIFICS])
    before = head[start:name_at]
    role, where = roles.before_name(before)
    if before and not role and name:
        if before[-1].text.endswith(("’s", "'s")) and before[-1].sort is Sort.NAME:
            where = join(before)  # “the Bridge Institute’s Ann Roe”
        elif all(token.sort is Sort.NAME and token.low not in HONORIFICS for token in before):
            role = join(before)
    if name and not where and name_end + 1 < len(head) and head[name_end].low == "of":
        where = roles.affiliation(head[name_end + 1 :])
    return title, role, where, name


def _name_place(head: Sequence[Token]) -> tuple[int, int]:
    """Where the name stands: the capitalised words after the role words, before any “of” or “in”."""
    end = next((i for i, token in enumerate(head) if i and token.low in PREPOSITIONS), len(head))
    if end < len(head) and head[end - 1].low in ROLES:
        office = head[end].low in ("of", "for") and head[0].low not in DETERMINERS
        name_at = _after_office(head, end + 1) if office else len(head)
        return name_at, len(head)
    last_role = max((i for i in range(end) if head[i].low in ROLES and i + 1 < end), default=-1)
    if end and head[end - 1].low in ROLES and not _surname_like(head, end, last_role):
        return len(head), len(head)
    start = end
    while start > last_role + 1 and _named(head, start - 1, end):
        start -= 1
    if start >= end or _is_common(head[end - 1], end - start):
        return len(head), len(head)
    return start, end


def _surname_like(head: Sequence[Token], end: int, last_role: int) -> bool:
    """“Bob Baker”, “Ann Fellow”: a role word as surname, behind a given name or an honorific."""
    known = end >= 2 and head[end - 2].low in GIVEN_NAMES | HONORIFICS
    return known and head[end - 1].sort is Sort.NAME and last_role < end - 2


def _named(head: Sequence[Token], i: int, end: int) -> bool:
    """Whether word `i` can be part of the name that ends before `end`."""
    token = head[i]
    if i < end - 1 and token.text.endswith(("’s", "'s")):
        return False
    return (token.sort is Sort.NAME and token.low not in DETERMINERS) or _inside_name(head, i)


def _behind_small_role(head: Sequence[Token], first: int, last: int, small: Collection[str]) -> int:
    """Where the name starts behind capitalised role words that the article elsewhere writes small.

    “Toll Collector Ann Roe” shows by its ending what “Collector” is. Two words are left to the name; a given name
    that is a word too (“Rose Ann Poe”) is no role.
    """
    if head[first].low in GIVEN_NAMES:
        return first
    for i in range(last - 3, first - 1, -1):
        low = head[i].low
        if low in GIVEN_NAMES or low in NO_ROLE or low in PARTICLES:
            continue
        worker = low.endswith(WORKER_ENDS)
        if (low in small and len(low) > 3) or (worker and i > first and head[i + 1].low in GIVEN_NAMES):
            return i + 1
    return first


def _is_common(last: Token, length: int) -> bool:
    """“Critics” and “Officials” have their capital from the start of the sentence."""
    plural_role = length == 1 and last.low.endswith("s") and last.low[:-1] in ROLES
    named_body = length > 1 and last.low in BODIES  # “the Bridge Board”
    return plural_role or last.low in ANONYMOUS_NOUNS or (last.low in GROUP_NOUNS and not named_body)


def _after_office(head: Sequence[Token], start: int) -> int:
    """“Secretary of State Ann Roe”: the office's words first, the name's after."""
    at = start
    while at < len(head) and head[at].low in DEPARTMENTS:
        at += 1
    if at > start and not any(token.low in ("for", "of", "and", "the") for token in head[at:]):
        return at
    # An office not in the list: a name is two words, so what stands before the last two is the office.
    return max(start, len(head) - 2) if len(head) - start >= 3 else len(head)


def _inside_name(head: Sequence[Token], i: int) -> bool:
    """Whether a small word stands inside a name: Ann de la Roe, Omar al-Fadlan."""
    if not i:
        return False
    if head[i].low.startswith(NAME_PREFIXES):
        return head[i - 1].sort is Sort.NAME
    inside = head[i].low in PARTICLES and i < len(head) - 1
    return inside and (head[i - 1].sort is Sort.NAME or _inside_name(head, i - 1))


def _all_names(chunk: Sequence[Token]) -> bool:
    named = [token for token in chunk if token.low not in HONORIFICS]
    whole = all(token.sort is Sort.NAME or _inside_name(named, i) for i, token in enumerate(named))
    return (
        1 < len(named) <= 5 and whole and not any(token.low in ROLES or token.low in BODY_WORDS for token in named[:-1])
    )


def _kind(head: Sequence[Token], name: str, title: str, role: str) -> SpeakerKind:
    lows = [bare(token.low) for token in head]
    if title:
        return SpeakerKind.PERSON
    if name:
        return _named_kind(name, lows, role)
    noun = _head_noun(lows)
    if noun in GROUP_NOUNS:
        return SpeakerKind.GROUP
    if noun in ANONYMOUS_NOUNS or noun in ROLES or noun.rstrip("s") in ROLES:
        return SpeakerKind.ANONYMOUS
    if noun in BODY_WORDS or noun in DOCUMENTS or (lows and lows[0] == "the"):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.ANONYMOUS


def _named_kind(name: str, lows: Sequence[str], role: str) -> SpeakerKind:
    parts = [bare(part.lower()) for part in name.split()]
    given = len(parts) == 2 and parts[0] in PLAIN_GIVEN_NAMES and parts[1] not in BODIES  # Bob Church
    if given or (role and not set(parts) & BODY_WORDS):
        return SpeakerKind.PERSON
    if len(name) == 1:
        return SpeakerKind.ANONYMOUS  # the “Q” and “A” of an interview
    if parts[-1] in GROUP_NOUNS and parts[-1] not in BODIES:
        return SpeakerKind.GROUP
    # A possessor before a person's name (“the Bridge Institute’s Ann Roe”) is not part of `name`.
    if set(parts) & BODY_WORDS or (lows[0] == "the" and lows[1:2] == parts[:1]):
        return SpeakerKind.ORGANISATION
    if len(parts) == 1 and parts[0] in PLACES:
        return SpeakerKind.GROUP
    acronym = len(parts) == 1 and name.isupper() and len(name) > 1
    return SpeakerKind.ORGANISATION if acronym else SpeakerKind.PERSON


def _head_noun(lows: Sequence[str]) -> str:
    """The noun a phrase is about: the last word before its first preposition or relative."""
    end = len(lows)
    for i, low in enumerate(lows):
        if i and (low in PREPOSITIONS or low in ("who", "which", "that")):
            end = i
            break
    return lows[end - 1] if end else ""
