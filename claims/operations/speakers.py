"""From the words of a text to a speaker of the record."""

from collections.abc import Collection

from django.core.exceptions import ValidationError

from claims.models import Claim, Position, Quotation, Source, Speaker, SpeakerName
from claims.operations.acting import Actor, one_at_a_time, operation
from claims.operations.decide import lock
from claims.operations.naming import unused_slug
from claims.operations.permissions import may_check

LONGEST_NAME = 300  # as a speaker's may be; what a text says of who speaks can be longer


@operation(may_check)
def resolve_speaker(*, actor: Actor, quotation: Quotation, speaker: Speaker) -> Quotation:
    """Say who it is that a quotation quotes: a speaker of the record.

    A name that the text uses and the record did not know becomes another name of the speaker. A claim that has
    this quotation as its only one takes the speaker over. Raises ValidationError for an anonymous speaker of another
    source.
    """
    quotation = lock(quotation)
    claim = own_claim(quotation)
    quotation.speaker = speaker
    quotation.full_clean()
    quotation.save()
    if quotation.speaker_name and speaker.kind != Speaker.Kind.ANONYMOUS:
        _teach(speaker, quotation.speaker_name)
    if claim is not None:
        claim.speaker, claim.no_speaker = speaker, ""
        claim.full_clean()
        claim.save()
    return quotation


def own_claim(quotation: Quotation) -> Claim | None:
    """The claim that has the quotation as its only one, held until the transaction ends; None where it has others too.

    It is held before the quotation is saved: then nobody joins it meanwhile, and of two who resolve quotations of one
    claim neither waits for the other while that one waits too.
    """
    if quotation.claim_id is None:
        return None
    claim = Claim.objects.locked(quotation.claim_id)
    return claim if claim.quotations.count() == 1 else None


def _teach(speaker: Speaker, name: str) -> None:
    """Have the speaker go by the name, unless they do already."""
    one_at_a_time(f"speaker {name.casefold()}")
    if not goes_by(speaker, name):
        SpeakerName.objects.create(speaker=speaker, name=name)


def goes_by(speaker: Speaker, name: str) -> bool:
    return Speaker.objects.known_as(name).filter(pk=speaker.pk).exists()


def still_meant(quotation: Quotation, changed: Collection[str]) -> bool:
    """Whether the speaker that a quotation is resolved to is whom its text names, once some fields were corrected."""
    speaker = quotation.speaker
    if speaker is None:
        return True
    is_worded = speaker.kind != Speaker.Kind.ANONYMOUS or speaker.name.lower() == quotation.speaker_text.lower()
    return (
        ("speaker_name" not in changed or goes_by(speaker, quotation.speaker_name))
        and ("speaker_kind" not in changed or quotation.speaker_kind in ("", speaker.kind))
        and ("speaker_text" not in changed or is_worded)
    )


def speaker_of(quotation: Quotation) -> Speaker | None:
    """The speaker whom a quotation's text names: the one known by that name, else a new one; None without a name.

    Raises ValidationError where two known speakers go by the name: a person must choose.
    """
    kind, worded = quotation.speaker_kind, quotation.speaker_text[:LONGEST_NAME].rstrip()
    if kind == Speaker.Kind.ANONYMOUS:
        return _anonymous(quotation.snapshot.source, words) if (words := worded or quotation.speaker_name) else None
    name = quotation.speaker_name or worded
    # A bare mention that the article does not resolve ("she", "the president") names nobody by itself.
    if not name or (kind == Speaker.Kind.PERSON and not quotation.speaker_name):
        return None
    one_at_a_time(f"speaker {name.casefold()}")
    known = list(Speaker.objects.known_as(name)[:2])
    if len(known) > 1:
        raise ValidationError({"speaker": f"Several speakers go by the name {name}: choose one."})
    return known[0] if known else _new(quotation, name)


def _anonymous(source: Source, words: str) -> Speaker:
    one_at_a_time(f"speaker {words.casefold()}")
    held = Speaker.objects.filter(kind=Speaker.Kind.ANONYMOUS, source=source, name__iexact=words).first()
    if held is not None:
        return held
    speaker = Speaker(
        slug=unused_slug(Speaker, f"{words} {source.identifier}"),
        kind=Speaker.Kind.ANONYMOUS,
        name=words,
        source=source,
    )
    speaker.full_clean()
    speaker.save()
    return speaker


def _new(quotation: Quotation, name: str) -> Speaker:
    speaker = Speaker(slug=unused_slug(Speaker, name), kind=quotation.speaker_kind or Speaker.Kind.PERSON, name=name)
    speaker.full_clean()
    speaker.save()
    if quotation.speaker_role:
        Position.objects.create(
            speaker=speaker, title=quotation.speaker_role, organisation=quotation.speaker_affiliation
        )
    return speaker
