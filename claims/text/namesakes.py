"""Whether two mentions can name the same speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.text import given_names
from claims.text.alteration import Alteration, Change, Raised
from claims.text.fingerprint import normal
from claims.text.names import parse
from claims.text.spans import Span
from claims.text.statements import SpeakerKind
from claims.text.titles import BODY_WORDS, FEMALE_HONORIFICS, MALE_HONORIFICS, ROLES, SUFFIXES
from claims.text.tokens import tokenize
from claims.text.words import words

# Who speaks for somebody else. What a body's spokesman says, the body says.
SPEAKS = r"(?:spokes(?:man|woman|person)|lawyer|attorney|solicitor|representative|agent|publicist|aide|adviser|advisor)"
SPOKESMAN = re.compile(
    rf"(?:an? |the )?{SPEAKS} (?:for|of|to) (?P<of>[^,]+)|(?P<whose>[^,]+)[’'](?:s )? ?{SPEAKS}", re.I
)
# Before a name in German, French and Spanish.
HONORIFICS_ABROAD = words("herr frau fraulein monsieur madame mme mlle senor senora senorita don dona")


class Named(NamedTuple):
    """Whom a mention names: the honorific, the words of the name without it, and whether that is a body's."""

    title: str
    words: Sequence[str]
    is_body: bool


NOBODY = Named("", (), is_body=False)


def speaker_alteration(earlier: str, later: str) -> Alteration | None:
    """A raised alteration where the two name different speakers; None where they may be one.

    “Ada Quill”, “Mayor Quill” and “Quill” may be one. So may an office and a name: nobody who holds an office is
    named by it alone. An empty mention is an unknown speaker.
    """
    first, second = _named(earlier), _named(later)
    may_be_one = not first.words or not second.words or _agree(first, second)
    if may_be_one and not _speaks_for(earlier, second) and not _speaks_for(later, first):
        return None
    whole = Span(0, len(earlier)), Span(0, len(later))
    return Alteration(Change.SUBSTITUTION, *whole, Raised.SPEAKER)


def _named(mention: str) -> Named:
    parsed = parse(tokenize(mention, 0, len(mention), []))
    # “Quill-Roe” is one surname.
    name = [word for part in parsed.name.split() if (word := normal(part)) and word not in SUFFIXES]
    if len(name) > 1 and name[0] in HONORIFICS_ABROAD:
        name = name[1:]
    body = parsed.kind is SpeakerKind.ORGANISATION or any(word in BODY_WORDS for word in name)
    if all(word in ROLES for word in name) and len(name) > 1:
        name = []
    return Named(parsed.title, name, body)


def _speaks_for(mention: str, other: Named) -> bool:
    """Whether somebody without a name speaks for the other one, who is a person: “a spokesman for Ada Quill”."""
    match = SPOKESMAN.fullmatch(mention.strip())
    principal = _named(match["of"] or match["whose"]) if match else NOBODY
    people = bool(principal.words and other.words) and not (principal.is_body or other.is_body)
    return people and _agree(principal, other)


def _agree(first: Named, second: Named) -> bool:
    titles = {first.title, second.title}
    if titles & MALE_HONORIFICS and titles & FEMALE_HONORIFICS:
        return False
    one, other = sorted((first.words, second.words), key=len)
    if first.is_body or second.is_body:
        return set(one) <= set(other) or _initials(one, other)
    if len(one) == 1:
        return one[0] in (other[0], other[-1])
    return one[-1] == other[-1] and given_names.may_be_one(one[0], other[0])


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) == 1 and short[0] == "".join(word[0] for word in long if word not in ("of", "the", "and"))
