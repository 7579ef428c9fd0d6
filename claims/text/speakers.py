"""Who a finding's subject is: its mention, resolved within the article to a full name where one fits."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.findings import Finding
from claims.text.mentions import body_name, people, phrase_of
from claims.text.names import Parsed
from claims.text.people import Cast, Profile
from claims.text.roles import bare
from claims.text.salience import GENDERED
from claims.text.spans import Span
from claims.text.statements import Mention, SpeakerKind

BODY_PRONOUNS = frozenset({"it", "they", "we"})


def mention(text: str, finding: Finding, cast: Cast) -> Mention:
    """The speaker of a finding."""
    subject = finding.subject
    span = Span(finding.tokens[subject.first].start, finding.tokens[subject.last - 1].end)
    words = span.of(text)
    pronoun = bare(words.lower())  # “He’s said that …”
    if pronoun in GENDERED:
        return _person(span, words, cast.referents.get(span.start, []), cast)
    if pronoun in BODY_PRONOUNS:
        name, kind = cast.bodies_meant.get(span.start, ("", SpeakerKind.GROUP))
        return Mention(span, words, name, "", "", "", kind)
    phrase = phrase_of(finding)
    if not phrase:
        return Mention(span, words, "", "", "", "", SpeakerKind.ANONYMOUS)
    parsed = cast.parse(phrase)
    known = people(phrase, parsed, cast)
    if known:
        return _person(span, words, known, cast, parsed)
    if parsed.kind is SpeakerKind.PERSON:
        where = _body(parsed.affiliation, cast)
        return Mention(span, words, parsed.name, parsed.role, where, parsed.former_role, SpeakerKind.PERSON)
    if parsed.kind is SpeakerKind.ANONYMOUS:
        return Mention(span, words, "", "", "", "", SpeakerKind.ANONYMOUS)
    names = body_name(phrase, parsed, cast)
    one = names[0] if len(names) == 1 else ""
    return Mention(span, words, one, "", "", "", parsed.kind, names if len(names) > 1 else ())


def _person(span: Span, words: str, known: Sequence[Profile], cast: Cast, parsed: Parsed | None = None) -> Mention:
    """A mention that fits one person, several, or none."""
    if len(known) == 1:
        one = known[0]
        where = _body(one.affiliation, cast)
        return Mention(span, words, one.name, one.role, where, one.former_role, SpeakerKind.PERSON)
    role = parsed.role if parsed and parsed.name else ""
    names = tuple(profile.name for profile in known)
    return Mention(span, words, "", role, "", "", SpeakerKind.PERSON, names)


def _body(affiliation: str, cast: Cast) -> str:
    """An affiliation, its acronym written out; "" where it is a person: “Ann Roe’s lawyer, Bob Poe”."""
    if cast.knows(affiliation):
        return ""
    return cast.bodies.acronyms.get(affiliation, affiliation)
