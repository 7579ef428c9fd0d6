"""Reading one mention of a speaker: its name, role, affiliation, gender, and what kind of speaker it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.languages.language import Language, People
from claims.text.languages.subjects import is_role, pronoun_of
from claims.text.statements import SpeakerKind
from claims.text.tokens import Sort, Token

LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one mention says by itself: `name` without titles; `gender` "f", "m", "p" for several or ""."""

    name: str
    role: str
    affiliation: str
    former_role: str
    gender: str
    kind: SpeakerKind
    definite: bool


def parse(tokens: Sequence[Token], language: Language) -> Parsed:
    """Read the tokens of one mention: a head and, behind commas, what it is further called."""
    chunks = _chunks(tokens)
    head, rest = (chunks[0], chunks[1:]) if chunks else ([], [])
    name_at = _name_place(head, language)
    name = list(head[name_at:])
    if any(token.low in language.phrases.coordinators for token in head):
        return Parsed("", "", "", "", "p", SpeakerKind.GROUP, False)  # Marie Duval et Paul Roche
    role, affiliation, former = _role(head[:name_at], language)
    for chunk in rest:
        if not name and _is_name(chunk, language):
            name = chunk
        elif not role:
            said, where, was = _role(chunk, language)
            role, affiliation, former = said, affiliation or where, former or was
    kind = _kind(head, name, role, language)
    if kind is not SpeakerKind.PERSON:
        name = []
    definite = bool(head) and head[0].low in language.people.determiners and not _is_indefinite(head, language)
    gender = _gender(tokens, name, language)
    if former:
        return Parsed(_joined(name), "", "", role, gender, kind, definite)
    return Parsed(_joined(name), role, affiliation, "", gender, kind, definite)


def _chunks(tokens: Sequence[Token]) -> list[list[Token]]:
    chunks: list[list[Token]] = [[]]
    for token in tokens:
        if token.sort is Sort.COMMA:
            chunks.append([])
        elif token.sort in (Sort.NAME, Sort.WORD):
            chunks[-1].append(token)
    return [chunk for chunk in chunks if chunk]


def _name_place(head: Sequence[Token], language: Language) -> int:
    """Where the person's name starts: the capitalised words behind every word of a role, an office or a place."""
    people = language.people
    common = max((i for i, token in enumerate(head) if _is_common(token, people)), default=-1)
    tail = common + 1
    if tail == len(head):
        return tail
    if common < 0 and head[0].low in people.determiners:
        # “l'Élysée”, “die Brücke” are no persons; “der Angler Jan Weber” is one by his given name
        given = len(head) > 2 and head[-2].low in people.female_names | people.male_names
        return len(head) - 2 if given else len(head)
    linking = language.phrases.naming | language.phrases.joining | people.determiners.keys()
    place = head[tail].low in linking or (common >= 0 and head[common].low in people.bodies)
    if place and common >= 0:
        return _behind_place(head, tail, linking, people)
    while tail < len(head) and (head[tail].sort is not Sort.NAME or head[tail].low in people.determiners):
        tail += 1
    if language.nouns_capital and len(head) - tail > 2 and head[-2].low in people.female_names | people.male_names:
        return len(head) - 2  # Stadtrat Emil Lenz
    return tail if _is_run(head[tail:], people) else len(head)


def _behind_place(head: Sequence[Token], tail: int, linking: frozenset[str], people: People) -> int:
    """“le maire de Valbourg Paul Roche”: the last two of three names are the person, or two by the given name."""
    last = max((i for i in range(tail, len(head)) if head[i].low in linking), default=tail - 1)
    names = len(head) - last - 1
    given = names >= 2 and head[-2].low in people.female_names | people.male_names
    return len(head) - 2 if names == 3 or given else len(head)


def _is_common(token: Token, people: People) -> bool:
    listed = token.low in people.bodies or token.low in people.groups or token.low in people.unnamed
    return listed or is_role(token.low, people) or token.low in people.honorifics or token.low in people.former


def _is_run(name: Sequence[Token], people: People) -> bool:
    if not 0 < len(name) <= LONGEST_NAME or name[-1].sort is not Sort.NAME:
        return False
    return all(token.sort is Sort.NAME or token.low in people.particles for token in name)


def _is_name(chunk: Sequence[Token], language: Language) -> bool:
    people = language.people
    words = [t for t in chunk if t.low not in people.honorifics]
    named = all(t.sort is Sort.NAME or t.low in people.particles for t in words)
    common = any(is_role(t.low, people) or t.low in people.bodies for t in words)
    return 1 < len(words) <= LONGEST_NAME and named and not common


def _role(chunk: Sequence[Token], language: Language) -> tuple[str, str, bool]:
    """“directrice de l'agence Rives” → directrice, agence Rives; and whether it is a former one."""
    people, phrases = language.people, language.phrases
    former = any(token.low in people.former for token in chunk[:3])
    words = [t for t in chunk if t.low not in people.former and t.low not in people.honorifics]
    while words and (words[0].low in people.determiners or not _counts(words[0], language)):
        words = words[1:]
    at = next((i for i, token in enumerate(words) if is_role(token.low, people)), None)
    if at is None:
        return "", "", False
    stop = next((i for i, t in enumerate(words) if t.low in phrases.relatives - people.determiners.keys()), len(words))
    words = words[:stop]
    linking = phrases.naming | phrases.joining | people.determiners.keys()
    cut = next((i for i in range(at + 1, len(words)) if words[i].low in linking), len(words))
    behind = cut
    while behind < len(words) and words[behind].low in linking:
        behind += 1
    body = words[behind:]
    if body and words[at].low not in people.offices and _names_body(body, language):
        return _joined(words[:cut]), _joined(body), former
    return _joined(words), "", former


def _counts(token: Token, language: Language) -> bool:
    return token.sort is Sort.NAME or token.low not in language.phrases.stops


def _names_body(body: Sequence[Token], language: Language) -> bool:
    people = language.people
    if language.nouns_capital:
        return True
    return any(t.sort is Sort.NAME or t.low in people.bodies | people.groups for t in body[:4])


def _gender(tokens: Sequence[Token], name: Sequence[Token], language: Language) -> str:
    people = language.people
    for token in tokens:
        if people.honorifics.get(token.low):
            return people.honorifics[token.low]
        if token.low in people.female_roles or token.low.endswith(people.female_endings or ("\0",)):
            return "f"
        if token.low in people.male_roles or token.low.endswith(people.male_endings or ("\0",)):
            return "m"
    article = people.determiners.get(tokens[0].low, "") if tokens else ""
    given = name[0].low if name else ""
    if article in ("f", "m"):
        return article
    if given in people.female_names:
        return "f"
    return "m" if given in people.male_names else ""


def _is_indefinite(head: Sequence[Token], language: Language) -> bool:
    return head[0].low in language.people.indefinite


def _kind(head: Sequence[Token], name: Sequence[Token], role: str, language: Language) -> SpeakerKind:
    people = language.people
    if not head:
        return SpeakerKind.ANONYMOUS
    if pronoun_of(head[0]) in people.pronouns and len(head) == 1:
        return SpeakerKind.GROUP if people.pronouns[pronoun_of(head[0])] == "p" else SpeakerKind.ANONYMOUS
    lows = [token.low for token in head if token.low not in people.determiners]
    if name:
        acronym = len(name) == 1 and name[0].text.isupper() and len(name[0].text) > 1 and not role
        return SpeakerKind.ORGANISATION if acronym else SpeakerKind.PERSON
    noun = next((low for low in lows if _is_noun(low, people)), "")
    if role or noun in people.unnamed or is_role(noun, people):
        return SpeakerKind.ANONYMOUS
    if noun in people.bodies:
        return SpeakerKind.ORGANISATION
    if noun in people.groups:
        return SpeakerKind.GROUP
    return _unlisted(head, people)


def _unlisted(head: Sequence[Token], people: People) -> SpeakerKind:
    """A noun of no table: with a name in it a body, otherwise somebody the text does not name."""
    return SpeakerKind.ORGANISATION if any(t.text.isupper() for t in head if len(t.text) > 1) else SpeakerKind.ANONYMOUS


def _is_noun(low: str, people: People) -> bool:
    return is_role(low, people) or low in people.unnamed or low in people.bodies or low in people.groups


def _joined(tokens: Sequence[Token]) -> str:
    """The words with a space between, none where an apostrophe joins them."""
    words = ""
    for token in tokens:
        words += token.text if not words or words.endswith(("'", "’")) else f" {token.text}"
    return words
