"""Take a suggested quotation into the record, as an appearance of a new claim or of one that is held."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from claims.models import Claim, Quotation, Speaker
from claims.operations.acting import Actor, operation
from claims.operations.decide import decide, lock
from claims.operations.naming import unused_slug
from claims.operations.permissions import may_check
from claims.operations.speakers import speaker_of


@operation(may_check)
def accept(
    *,
    actor: Actor,
    quotation: Quotation,
    claim: Claim | None = None,
    speaker: Speaker | None = None,
    no_speaker: str = "",
    words: str = "",
    topics: Sequence[str] = (),
) -> Claim:
    """Accept a quotation and return its claim.

    With `claim` the quotation joins it. Without, a claim is made: its words are the quotation's unless given; its
    speaker is the one given, else the one that the quotation is resolved to or names, who is made where unknown;
    with `no_speaker` (a Claim.NoSpeaker) it has none. Raises Conflict where the quotation is accepted already.
    """
    if claim is not None and (words or topics):
        raise ValidationError({"claim": "A claim that is joined keeps its own words and topics."})
    if speaker is not None and no_speaker:
        raise ValidationError({"no_speaker": "Name a speaker, or say why there is none; not both."})
    quotation = lock(quotation)
    decide(actor=actor, quotation=quotation, state=Quotation.State.ACCEPTED)
    if speaker is not None:
        quotation.speaker = speaker
    elif not no_speaker:
        quotation.speaker = quotation.speaker or speaker_of(quotation)
    quotation.claim = claim or claim_of(quotation, no_speaker, words, topics)
    quotation.reason = ""
    quotation.full_clean()
    quotation.save()
    return quotation.claim


def claim_of(quotation: Quotation, no_speaker: str, words: str, topics: Sequence[str]) -> Claim:
    """A new claim of what a quotation says, and when and to whom as its text has it."""
    said = words or quotation.words
    claim = Claim(
        slug=unused_slug(Claim, said),
        words=said,
        speaker=None if no_speaker else quotation.speaker,
        no_speaker=no_speaker or ("" if quotation.speaker else Claim.NoSpeaker.NOT_STATED),
        venue=quotation.venue,
        addressee=quotation.addressee,
        language=quotation.snapshot.source.language,
        topics=list(topics),
    )
    claim.set_date(quotation.uncertain_date)
    # The offsets are those of the quotation's text; a claim is not bound to one.
    claim.date_start = claim.date_end = None
    claim.full_clean()
    claim.save()
    return claim
