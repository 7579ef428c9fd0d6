"""From an article in French, German or Spanish to its statements."""

from __future__ import annotations

from claims.text.kinds import kind_of
from claims.text.languages.findings import JUDGED, Finding
from claims.text.languages.language import Language
from claims.text.languages.mentions import parse
from claims.text.languages.people import Cast, Profile, gather
from claims.text.languages.read import Reader
from claims.text.languages.subjects import pronoun_of
from claims.text.spans import Span
from claims.text.statements import HopMention, Mention, SpeakerKind, Statement
from claims.text.tokens import Token

# What “ils” and “on” stand for.
PRONOUN_KINDS = {"p": SpeakerKind.GROUP, "": SpeakerKind.ANONYMOUS}


def extract(text: str, language: Language) -> tuple[Statement, ...]:
    """The attributed quotations of `text`, ordered by their first segment.

    Days, places and addressees are not looked for: they stay None.
    """
    reader = Reader(text, language)
    reader.read()
    findings = [finding for finding in reader.findings if finding.segments]
    subjects = [phrase for phrase in (_phrase(finding) for finding in findings) if phrase]
    cast = gather(reader.sentences, subjects, language)
    found = [_statement(text, finding, cast, reader.quoted, language) for finding in findings]
    return tuple(sorted(found, key=lambda statement: (statement.segments, statement.cue)))


def _phrase(finding: Finding) -> list[Token]:
    subject = finding.subject
    return list(finding.tokens[subject.first : subject.last]) if subject else []


def _statement(text: str, finding: Finding, cast: Cast, quoted: list[Span], language: Language) -> Statement:
    speaker = _mention(text, finding, cast, language)
    segments = tuple(sorted(finding.segments))
    cue_text = " … ".join(span.of(text) for span in finding.cue)
    return Statement(
        segments=segments,
        kind=kind_of(segments, quoted),
        cue=tuple(finding.cue),
        cue_text=cue_text,
        speaker=speaker,
        addressee=None,
        venue=None,
        date=None,
        hops=(HopMention(speaker.text, finding.verb or cue_text),) if speaker else (),
        rule=finding.rule,
        confidence=JUDGED[finding.rule],
    )


def _mention(text: str, finding: Finding, cast: Cast, language: Language) -> Mention | None:
    phrase = _phrase(finding)
    if not phrase:
        return None
    # the hyphen of “dit-il” is not the pronoun's
    lead = len(phrase[0].text) - len(pronoun_of(phrase[0])) if phrase[0].text.startswith("-") else 0
    span = Span(phrase[0].start + lead, phrase[-1].end)
    gender = language.people.pronouns.get(pronoun_of(phrase[0]))
    if gender is not None and len(phrase) == 1:
        if finding.plural:
            gender = "p"  # sagten sie
        known = cast.nearest(span.start, gender) if gender in ("f", "m") else None
        kind = PRONOUN_KINDS.get(gender, SpeakerKind.PERSON)
        return _resolved(span, text, [known] if known else [], kind)
    parsed = parse(phrase, language)
    if parsed.kind is SpeakerKind.PERSON:
        known_people = cast.named(parsed)
        if known_people:
            return _resolved(span, text, known_people, SpeakerKind.PERSON)
    elif parsed.kind is SpeakerKind.ANONYMOUS and parsed.definite and parsed.role:
        holders = cast.with_role(parsed.role)
        if holders:
            return _resolved(span, text, holders, SpeakerKind.PERSON)
    return Mention(span, span.of(text), parsed.name, parsed.role, parsed.affiliation, parsed.former_role, parsed.kind)


def _resolved(span: Span, text: str, known: list[Profile], kind: SpeakerKind) -> Mention:
    """A mention that fits one person, several, or none."""
    words = span.of(text)
    if len(known) == 1:
        one = known[0]
        return Mention(span, words, one.name, one.role, one.affiliation, one.former_role, kind)
    return Mention(span, words, "", "", "", "", kind, tuple(profile.name for profile in known))
