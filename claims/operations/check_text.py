"""Hold the quotations of a draft against the record: does it have them, with these words, of this speaker?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError

from claims.formats.articles import FormatError
from claims.formats.articles import language as tag
from claims.models import Claim, Quotation, Speaker
from claims.models.timelines import Place
from claims.operations.matching import voice_of
from claims.operations.quoted import Quoted, quoted, quotes_in_turn
from claims.operations.trace import Appearance, Trace, as_they_stand
from claims.text.align import Alteration, Change, Raised, Weight, alterations, speaker_alteration
from claims.text.fingerprint import forms_of
from claims.text.spans import Span, TextError, refuse_surrogates
from claims.text.statements import Mention, SpeakerKind
from claims.text.voices import POSSIBLE, Voice, other_voice, same_voice

LONGEST = 100_000  # code points of a draft
# A verdict on who said it that is worth less denies that they did; “misquoted” is worth just as much.
DENIED_BELOW = 0.5
# How just the same words are printed.
SET_IN_TYPE = frozenset({Change.CASE, Change.PUNCTUATION})
ELLIPSES = ("…", "...", ". . .")


class Finding(StrEnum):
    """What is held of a quotation. The values are shown to people."""

    EXACT = "exact"  # with just these words
    ALTERED = "altered"  # with other words
    OTHER_SPEAKER = "other_speaker"  # under another speaker than the draft names
    UNKNOWN = "unknown"  # not held


@dataclass(frozen=True, slots=True)
class Checked:
    """One quotation of a draft, at its place, and what is held of it.

    `speaker` is as the draft names them. `held` is the appearance that it was held against: the earliest known, or
    the earliest with just these words where that one has them only in part, or a claim has them as a speaker's.
    `alterations` are what the draft changes in it.
    """

    start: int
    end: int
    words: str
    speaker: str
    finding: Finding
    alterations: tuple[Alteration, ...] = ()
    held: Appearance | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """Of whom some claims say that they said it, and of whom a verdict says that they did not."""

    said_by: Mapping[int, Voice]
    denied_of: Mapping[int, Voice]

    @classmethod
    def of(cls, claims: Mapping[int, Claim]) -> "Recorded":
        said_by: dict[int, Voice] = {}
        denied_of: dict[int, Voice] = {}
        for pk, claim in claims.items():
            who, verdict = claim.speaker, claim.attribution_rating
            if who is not None:
                is_denied = verdict is not None and verdict.value is not None and verdict.value < DENIED_BELOW
                (denied_of if is_denied else said_by)[pk] = Voice(who.pk, who.name, who.kind == Speaker.Kind.PERSON)
        return cls(said_by, denied_of)


def check_text(*, text: str, language: str = "") -> tuple[Checked, ...]:
    """Every quotation of a draft in the order of the text, with what is held of it.

    Reads only. Raises ValidationError where the text is none, or too long.
    """
    _refuse(text, language)
    asked = [one for one in sorted(quoted(text, language), key=lambda q: q.start) if forms_of(one.words)]
    traces = {words: as_they_stand(words) for words in {one.words for one in asked}}
    known = Speaker.objects.by_name({one.speaker.name for one in asked if one.speaker and one.speaker.name})
    wanted = {one.place.claim_id for found in traces.values() for one in _all(found) if one.place.claim_id}
    claims = Claim.objects.select_related("speaker", "attribution_rating", "accuracy_rating").in_bulk(wanted)
    record = Recorded.of(claims)
    rows = [(one, *_judged(one, traces[one.words], _voice(one.speaker, known), record)) for one in asked]
    return tuple(
        Checked(
            one.start,
            one.end,
            one.words,
            one.name,
            finding,
            changes,
            held,
            claims.get(held.place.claim_id or 0) if held else None,
        )
        for one, finding, changes, held in rows
    )


def _refuse(text: str, language: str) -> None:
    if not text.strip():
        raise ValidationError({"text": "There is no text."})
    if len(text) > LONGEST:
        raise ValidationError({"text": f"A text of {len(text)} characters is too long; {LONGEST} are the most."})
    if (at := text.find("\x00")) >= 0:
        raise ValidationError({"text": f"has a NUL character at {at}, which a text cannot have"})
    try:
        refuse_surrogates(text)
        if language:
            tag(language)
    except TextError as error:
        raise ValidationError({"text": str(error)}) from error
    except FormatError as error:
        raise ValidationError({"language": str(error).removeprefix("language: ")}) from error


def _voice(speaker: Mention | None, known: dict[str, Speaker]) -> Voice:
    """Whom the draft names: nobody where it has no name for them."""
    if speaker is None or not speaker.name or speaker.kind is SpeakerKind.ANONYMOUS:
        return Voice()
    record = known.get(speaker.name)
    return Voice(record.pk if record else 0, speaker.name, speaker.kind is SpeakerKind.PERSON)


def _judged(
    one: Quoted, found: Trace, voice: Voice, record: Recorded
) -> tuple[Finding, tuple[Alteration, ...], Appearance | None]:
    held = _held(one.words, found, voice)
    if held is None:
        return Finding.UNKNOWN, (), None
    other = _other_speaker(held.place, voice) or _denied(held.place, found, voice, record)
    is_just = _is_just(alterations(held.place.words, one.words), one.words)
    is_theirs = same_voice(voice, voice_of(held.place))
    if not is_theirs and (other or not is_just) and (own := _own(one.words, found, _of(record.said_by, voice))):
        held, other = own, None
    elif other and not is_just:
        own = _own(one.words, found, record.said_by)  # not who said the like is told, but who said this
        if own and (named := _other_speaker(own.place, voice)):
            held, other = own, named
    changes = alterations(held.place.words, one.words)
    if other:
        # A few common words of somebody else are no quote of theirs with a wrong name on it; nor is what quotes them.
        quotes_them = quotes_in_turn(one.words) and not quotes_in_turn(held.place.words)
        if (held.by == "words" and held.score < POSSIBLE) or quotes_them:
            return Finding.UNKNOWN, (), None
        return Finding.OTHER_SPEAKER, (*changes, other), held
    if _is_just(changes, one.words):
        return Finding.EXACT, (), held
    return Finding.ALTERED, changes, held


def _held(words: str, found: Trace, voice: Voice) -> Appearance | None:
    """The appearance that a quotation is held against.

    That is the earliest known, without indirect speech, whose words are the reporter's. Where the quotation only goes
    on beyond its words or marks a gap in them, another that has just these words can be the fuller one.
    """
    shown = [one for one in found.appearances if one.place.kind != Quotation.Kind.INDIRECT] or found.appearances
    if not shown:  # of words that are too common to tell, those of the same speaker are meant
        return next((one for one in found.possible if same_voice(voice, voice_of(one.place))), None)
    able = [one for one in found.earliest if one in shown] or list(shown[:1])
    against = {id(one): alterations(one.place.words, words) for one in shown}
    has_just = [one for one in shown if _is_just(against[id(one)], words)]
    if just := next((one for one in able if one in has_just), None):
        return just
    if has_just and all(change.weight is Weight.LIGHT for change in against[id(able[0])]):
        return has_just[0]
    return able[0]


def _own(words: str, found: Trace, said_by: Mapping[int, Voice]) -> Appearance | None:
    """The earliest that has these words as quotes are printed, of some claims or joined with one, whose `said_by` says.

    What is only printed under a name does not count: that is how a wrong name spreads.
    """
    said = [one for one in _all(found) if one.place.kind != Quotation.Kind.INDIRECT]
    joined = {one.place.utterance_id: who for one in said if (who := said_by.get(one.place.claim_id or 0))}
    for one in said:
        whose = joined.get(one.place.utterance_id) if one.place.utterance_id else None
        is_joined = whose is not None and same_voice(whose, voice_of(one.place))
        if (one.place.claim_id in said_by or is_joined) and _is_printed(alterations(one.place.words, words), words):
            return one
    return None


def _all(found: Trace) -> Sequence[Appearance]:
    return (*found.appearances, *found.possible)


def _of(claims: Mapping[int, Voice], voice: Voice) -> dict[int, Voice]:
    """Those of some claims that are of one speaker."""
    return {pk: who for pk, who in claims.items() if same_voice(voice, who)}


def _is_just(changes: Sequence[Alteration], words: str) -> bool:
    """Whether the quotation has just the held words, or a run of them: capitals and signs aside."""
    return all(_is_harmless(change, change.after.of(words)) for change in changes)


def _is_printed(changes: Sequence[Alteration], words: str) -> bool:
    """The same, and what an editor marks: a gap, or a bracket that changes nothing."""
    return all(change.weight is Weight.LIGHT or _is_harmless(change, change.after.of(words)) for change in changes)


def _is_harmless(change: Alteration, after: str) -> bool:
    if change.change is Change.TRUNCATION:  # a part may stand alone, unless its “not” or its “if” was cut off
        return change.raised not in (Raised.NEGATION, Raised.MODALITY)
    if change.raised or change.change not in SET_IN_TYPE:
        return False
    return not any(mark in after for mark in ELLIPSES)


def _other_speaker(place: Place, voice: Voice) -> Alteration | None:
    """The change of speaker, where the draft is known to name another one than is held."""
    there = voice_of(place)
    if not voice.name or same_voice(voice, there) or place.speaker_kind == Speaker.Kind.ANONYMOUS:
        return None
    told = speaker_alteration(place.speaker, voice.name)
    return told or (_wrong_name(place, voice) if other_voice(voice, there) else None)


def _denied(place: Place, found: Trace, voice: Voice, record: Recorded) -> Alteration | None:
    """The change of speaker, where no other name is known, but the verdict is that the one named did not say it."""
    if not voice.name or same_voice(voice, voice_of(place)) or not (denied := _of(record.denied_of, voice)):
        return None
    return _wrong_name(place, voice) if any(one.place.claim_id in denied for one in _all(found)) else None


def _wrong_name(place: Place, voice: Voice) -> Alteration:
    return Alteration(Change.SUBSTITUTION, Span(0, len(place.speaker)), Span(0, len(voice.name)), Raised.SPEAKER)
