"""Who a finding's subject is: its mention, resolved within the article to a full name where one fits."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.findings import Finding
from claims.text.names import Parsed, group_name, parse
from claims.text.people import Cast, Profile, gender_of
from claims.text.sentences import Paragraph
from claims.text.spans import Span
from claims.text.statements import Mention, SpeakerKind
from claims.text.subjects import before, main_subject
from claims.text.tokens import Sort, Token
from claims.text.words import DETERMINERS

SINGULAR_PRONOUNS = {"he": "m", "she": "f"}
BODY_PRONOUNS = frozenset({"it", "they", "we"})


def note_salient(pages: Sequence[Paragraph], findings: Sequence[Finding], cast: Cast) -> None:
    """Tell the cast who was subject or speaker where, so that a pronoun finds the one before it."""
    places: list[tuple[int, list[Token]]] = []
    for page in pages:
        for tokens in page.sentences:
            subject = main_subject(tokens)
            if subject:
                phrase = list(tokens[subject.first : subject.last])
                places.append((phrase[0].start, phrase))
    for finding in findings:
        phrase = _phrase(finding)
        if phrase:
            places.append((phrase[0].start, phrase))
    for start, phrase in sorted(places, key=lambda place: place[0]):
        if not any(token.sort is Sort.NAME for token in phrase):
            continue
        parsed = parse(phrase)
        if parsed.kind is not SpeakerKind.PERSON:
            continue
        cast.add(parsed)
        known = cast.named(parsed)
        if len(known) == 1:
            cast.note(start, known[0].name)
            known[0].gender = known[0].gender or gender_of(parsed)


def _phrase(finding: Finding) -> list[Token]:
    """The tokens that name the speaker; for “who” and “which” those of the words they refer to."""
    subject = finding.subject
    if subject is None:
        return []
    tokens = finding.tokens
    if subject.relative:
        end = subject.first
        if end and tokens[end - 1].sort is Sort.COMMA:
            end -= 1
        antecedent = before(tokens, end) if end else None
        return list(tokens[antecedent.first : antecedent.last]) if antecedent else []
    return list(tokens[subject.first : subject.last])


def mention(text: str, finding: Finding, cast: Cast) -> Mention | None:
    """The speaker of a finding, None where it has no subject."""
    subject = finding.subject
    if subject is None:
        return None
    span = Span(finding.tokens[subject.first].start, finding.tokens[subject.last - 1].end)
    words = span.of(text)
    pronoun = words.lower()
    if pronoun in SINGULAR_PRONOUNS:
        known = cast.nearest(span.start, SINGULAR_PRONOUNS[pronoun])
        return _person(span, words, [known] if known else [])
    if pronoun in BODY_PRONOUNS:
        return Mention(span, words, "", "", "", "", SpeakerKind.GROUP)
    phrase = _phrase(finding)
    if not phrase:
        return Mention(span, words, "", "", "", "", SpeakerKind.ANONYMOUS)
    parsed = parse(phrase)
    if parsed.kind is SpeakerKind.PERSON:
        return _named_person(span, words, parsed, cast)
    return _other(span, words, phrase, parsed, cast)


def _named_person(span: Span, words: str, parsed: Parsed, cast: Cast) -> Mention:
    known = cast.named(parsed)
    if known:
        return _person(span, words, known, parsed)
    return Mention(span, words, parsed.name, parsed.role, parsed.affiliation, parsed.former_role, SpeakerKind.PERSON)


def _person(span: Span, words: str, known: Sequence[Profile], parsed: Parsed | None = None) -> Mention:
    """A mention that fits one person, several, or none."""
    if len(known) == 1:
        one = known[0]
        return Mention(span, words, one.name, one.role, one.affiliation, one.former_role, SpeakerKind.PERSON)
    role = parsed.role if parsed else ""
    names = tuple(profile.name for profile in known)
    return Mention(span, words, "", role, "", "", SpeakerKind.PERSON, names)


def _other(span: Span, words: str, phrase: Sequence[Token], parsed: Parsed, cast: Cast) -> Mention:
    """Bodies and groups keep their name; a role alone finds its holder; the rest stays as worded."""
    if parsed.kind is SpeakerKind.ANONYMOUS and parsed.definite:
        known = cast.with_role(" ".join(token.text for token in phrase[1:]))
        if known:
            return _person(span, words, known)
    name = parsed.name
    if parsed.kind is not SpeakerKind.ANONYMOUS and (not name or phrase[0].low == "the"):
        definite = phrase[0].low == "the" or (phrase[0].sort is Sort.NAME and phrase[0].low not in DETERMINERS)
        name = group_name(phrase) if definite else ""
    if parsed.kind is SpeakerKind.ANONYMOUS:
        name = ""
    return Mention(span, words, name, "", "", "", parsed.kind)
