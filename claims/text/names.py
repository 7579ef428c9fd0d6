"""Reading one mention of a speaker: title, name, role, affiliation, and what kind of speaker it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.statements import SpeakerKind
from claims.text.titles import (
    ANONYMOUS_NOUNS,
    BODY_WORDS,
    DEPARTMENTS,
    DESCRIBING,
    GROUP_NOUNS,
    HONORIFICS,
    PARTICLES,
    PLACES,
    ROLES,
)
from claims.text.tokens import Sort, Token
from claims.text.words import DETERMINERS, PREPOSITIONS

POSSESSIVE_ENDS = ("’s", "'s", "s’", "s'")
FORMER = frozenset({"former", "ex", "late", "onetime", "then"})
# Words before a role that say since when or how, not what.
SINCE = frozenset({"now", "currently", "also", "who", "is", "was", "the", "a", "an", "another", "one", "its", "and"})
JOINERS = ("at", "with")
WEAK_JOINERS = ("for", "of")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one mention says by itself. `name` is without titles; `title` is its honorific in lower case."""

    name: str
    title: str
    role: str
    affiliation: str
    former_role: str
    kind: SpeakerKind
    definite: bool


def bare(word: str) -> str:
    """A word without its possessive ending."""
    if word.endswith(("’s", "'s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s’", "s'")) else word


def parse(tokens: Sequence[Token]) -> Parsed:
    """Read the tokens of one mention: a head and, behind commas, what it is further called."""
    head, rest = _split(tokens)
    title, role, name = _head(head)
    former = bool(head) and head[0].low in FORMER
    affiliation, former_role = "", ""
    if former:
        former_role, role = role, ""
    if not name and rest and _all_names(rest[0]):
        # "a spokeswoman, Ann Roe,": the name comes second
        name = _join(_core_name(rest[0]))
        role, affiliation = _role_and_affiliation(head)
        rest = rest[1:]
    for chunk in rest:
        if _is_role(chunk):
            said, where = _role_and_affiliation(chunk)
            if _is_former(chunk):
                former_role = former_role or said
            elif not role:
                role, affiliation = said, affiliation or where
    definite = bool(head) and head[0].low in ("the", "this", "that", "his", "her", "their", "its")
    return Parsed(name, title, role, affiliation, former_role, _kind(head, name, title, role), definite)


def _split(tokens: Sequence[Token]) -> tuple[list[Token], list[list[Token]]]:
    chunks: list[list[Token]] = [[]]
    for token in tokens:
        if token.sort in (Sort.COMMA, Sort.DASH) and chunks[-1:] != [[]]:
            chunks.append([])
        elif token.sort not in (Sort.ASIDE, Sort.QUOTE, Sort.STOP, Sort.OTHER):
            chunks[-1].append(token)
    chunks = [chunk for chunk in chunks if chunk]
    return (chunks[0], chunks[1:]) if chunks else ([], [])


def _head(head: Sequence[Token]) -> tuple[str, str, str]:
    """Honorific, role words and name of a head phrase."""
    start = 1 if head and head[0].low in DETERMINERS | FORMER else 0
    title = next((token.low for token in head if token.low in HONORIFICS), "")
    name_at, name_end = _name_place(head)
    name = [token for token in head[name_at:name_end] if token.low not in HONORIFICS]
    role = [token for token in head[start:name_at] if token.low not in HONORIFICS]
    if role and role[0].low in FORMER:
        role = role[1:]
    holds_role = any(token.low in ROLES for token in role)
    return title, _join(role) if holds_role else "", _join(name)


def _name_place(head: Sequence[Token]) -> tuple[int, int]:
    """Where the name stands: the capitalised words after the role words, before any “of” or “in”."""
    end = next((i for i, token in enumerate(head) if i and token.low in PREPOSITIONS), len(head))
    if end < len(head) and head[end - 1].low in ROLES:
        office = head[end].low in ("of", "for") and head[0].low not in DETERMINERS
        name_at = _after_office(head, end + 1) if office else len(head)
        return name_at, len(head)
    last_role = max((i for i in range(end) if head[i].low in ROLES), default=-1)
    start = end
    while start > last_role + 1 and (head[start - 1].sort is Sort.NAME or _inside_name(head, start - 1)):
        start -= 1
    if start >= end or _is_common(head[end - 1], end - start):
        return len(head), len(head)
    return start, end


def _is_common(last: Token, length: int) -> bool:
    """“Critics” and “Officials” have their capital from the start of the sentence."""
    plural_role = length == 1 and last.low.endswith("s") and last.low[:-1] in ROLES
    return plural_role or last.low in ANONYMOUS_NOUNS or last.low in GROUP_NOUNS


def _after_office(head: Sequence[Token], start: int) -> int:
    """“Secretary of State Ann Roe”: the office's words first, the name's after."""
    at = start
    while at < len(head) and head[at].low in DEPARTMENTS:
        at += 1
    if at > start:
        return at
    # An office not in the list: a name is two words, so what stands before the last two is the office.
    return max(start, len(head) - 2) if len(head) - start >= 3 else len(head)


def _inside_name(head: Sequence[Token], i: int) -> bool:
    """Whether a small word stands inside a name: Ann de la Roe."""
    inside = head[i].low in PARTICLES and 0 < i < len(head) - 1
    return inside and (head[i - 1].sort is Sort.NAME or _inside_name(head, i - 1))


def _join(tokens: Sequence[Token]) -> str:
    if not tokens:
        return ""
    return " ".join([token.text for token in tokens[:-1]] + [bare(tokens[-1].text)])


def _all_names(chunk: Sequence[Token]) -> bool:
    named = [token for token in chunk if token.low not in HONORIFICS]
    return 1 < len(named) <= 5 and all(token.sort is Sort.NAME for token in named) and not _is_role(chunk)


def _core_name(chunk: Sequence[Token]) -> list[Token]:
    return [token for token in chunk if token.low not in HONORIFICS]


def _is_role(chunk: Sequence[Token]) -> bool:
    return any(token.low in ROLES for token in chunk[:8])


def _is_former(chunk: Sequence[Token]) -> bool:
    return any(token.low in FORMER for token in chunk[:3])


def _role_and_affiliation(chunk: Sequence[Token]) -> tuple[str, str]:
    """“a senior fellow at the X Institute” → senior fellow, X Institute; “X’s chief” → chief, X."""
    start = 0
    while start < len(chunk) and chunk[start].low in SINCE | FORMER:
        start += 1
    words = list(chunk[start:])
    for joiners in (JOINERS, WEAK_JOINERS):
        for i, token in enumerate(words):
            if i and token.low in joiners and _names_body(words[i + 1 :]):
                return _join(words[:i]), _affiliation(words[i + 1 :])
            if token.low in ("who", "which", "that", "during", "in"):
                words = words[:i]
                break
    for i, token in enumerate(words[:-1]):
        if token.text.endswith(POSSESSIVE_ENDS) and token.sort is Sort.NAME:
            return _join(words[i + 1 :]), _join(words[: i + 1])
    return _join(words), ""


def _names_body(words: Sequence[Token]) -> bool:
    return bool(words) and any(token.sort is Sort.NAME for token in words[:3])


def _affiliation(words: Sequence[Token]) -> str:
    """The body's name: capitalised words with the small words that join them, its article left out."""
    start = 1 if words[0].low in ("the", "a", "an") else 0
    end = start
    for i in range(start, len(words)):
        if words[i].sort is Sort.NAME:
            end = i + 1
        elif words[i].low not in ("of", "for", "and", "the", "a", "on", "in", "&"):
            break
    return _join(words[start:end]) or _join(words[start:])


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
    if noun in BODY_WORDS or (lows and lows[0] == "the"):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.ANONYMOUS


def _named_kind(name: str, lows: Sequence[str], role: str) -> SpeakerKind:
    parts = [bare(part.lower()) for part in name.split()]
    if role and not set(parts) & BODY_WORDS:
        return SpeakerKind.PERSON
    if parts[-1] in GROUP_NOUNS:
        return SpeakerKind.GROUP
    if set(parts) & BODY_WORDS or lows[0] == "the":
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


def group_name(tokens: Sequence[Token]) -> str:
    """What a named group is called: without its article and the adjectives that only describe it."""
    if not any(token.sort is Sort.NAME for token in tokens[1:]) and tokens[0].sort is not Sort.NAME:
        return ""
    start = 0
    while start < len(tokens) - 1 and (tokens[start].low in ("the", "a", "an") or tokens[start].low in DESCRIBING):
        start += 1
    end = start
    while (
        end < len(tokens)
        and tokens[end].sort in (Sort.NAME, Sort.WORD)
        and tokens[end].low not in ("who", "which", "that", "in", "on", "at")
    ):
        end += 1
    return _join(tokens[start:end])
