"""The words that name a finding's subject, and who of the article's cast they can stand for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.text.findings import Finding
from claims.text.names import Parsed
from claims.text.people import Cast, Profile
from claims.text.roles import join
from claims.text.statements import SpeakerKind
from claims.text.subjects import before
from claims.text.titles import DEPARTMENTS, DESCRIBING, GROUP_NOUNS
from claims.text.tokens import Sort, Token
from claims.text.words import DETERMINERS


def phrase_of(finding: Finding) -> list[Token]:
    """The tokens that name the speaker; for “who” and “which” those of the words they refer to."""
    subject, tokens = finding.subject, finding.tokens
    if subject.relative:
        end = subject.first
        if end and tokens[end - 1].sort is Sort.COMMA:
            end -= 1
        antecedent = before(tokens, end) if end else None
        return list(tokens[antecedent.first : antecedent.last]) if antecedent else []
    return list(tokens[subject.first : subject.last])


def read(phrase: Sequence[Token], cast: Cast) -> list[Profile]:
    """The people that a phrase can stand for: by name, or by a role alone (“the senator”)."""
    if not can_name(phrase):
        return []
    parsed = cast.parse(phrase)
    return people(phrase, parsed, cast)


def can_name(phrase: Sequence[Token]) -> bool:
    """Whether a phrase can mean somebody known: it holds a capital, or “the” opens it."""
    return bool(phrase) and (phrase[0].low == "the" or any(token.sort is Sort.NAME for token in phrase))


def people(phrase: Sequence[Token], parsed: Parsed, cast: Cast) -> list[Profile]:
    """The same for a phrase that has been parsed; a surname (“Washington”, “OAKE”) goes before a place or body."""
    one_word = parsed.name and " " not in parsed.name and phrase[0].low not in DETERMINERS
    if parsed.kind is SpeakerKind.PERSON:
        return cast.named(parsed, phrase[0].start)
    if one_word and cast.has_surname(parsed.name.lower()) and parsed.name not in cast.bodies.acronyms:
        return cast.named(parsed, phrase[0].start)
    if parsed.kind is SpeakerKind.ANONYMOUS and parsed.definite and not parsed.name:
        return cast.with_role(" ".join(token.text for token in phrase[1:]))
    if parsed.name and parsed.name.isupper():  # “MAREN OAKE”, whose capitals hide what her name is
        return cast.named(parsed, phrase[0].start)
    return []


def body_name(phrase: Sequence[Token], parsed: Parsed, cast: Cast) -> tuple[str, ...]:
    """What a body or group is called in full: one name, several that fit (“the department”), or none."""
    if parsed.several:
        return ()
    name = parsed.name
    joined = phrase[0].sort is Sort.NAME and any(token.low == "and" for token in phrase)  # “Tolls and Bridges Board”
    if not name or joined or phrase[0].low == "the":
        definite = phrase[0].low == "the" or (phrase[0].sort is Sort.NAME and phrase[0].low not in DETERMINERS)
        name = _group_name(phrase, cast.small) if definite else ""
    if name in cast.bodies.acronyms:
        return (cast.bodies.acronyms[name],)
    if not name and len(phrase) == 2 and phrase[0].low == "the":
        return tuple(cast.bodies.called(phrase[1].low, phrase[0].start))
    return (name,) if name else ()


def single(phrase: Sequence[Token], cast: Cast) -> tuple[str, SpeakerKind] | None:
    """The one body that a phrase names, with its kind; None where it names none or could mean several."""
    if not can_name(phrase):
        return None
    parsed = cast.parse(phrase)
    if parsed.kind not in (SpeakerKind.ORGANISATION, SpeakerKind.GROUP):
        return None
    names = body_name(phrase, parsed, cast)
    return (names[0], parsed.kind) if len(names) == 1 else None


def _group_name(tokens: Sequence[Token], small: Collection[str]) -> str:
    """What a named group is called: without its article and the adjectives that only describe it.

    "" where nothing but its first word has a capital and that is an everyday word: “Police”, “The union”.
    """
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
    named = [i for i in range(start, end) if tokens[i].sort is Sort.NAME]
    if named == [0]:
        everyday = tokens[0].low in small or tokens[0].low in GROUP_NOUNS | DEPARTMENTS
        named = [] if everyday else named
    return join(tokens[start:end]) if named else ""
