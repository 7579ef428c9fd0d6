"""Take a suggested quotation into the record, as an appearance of a new claim or of one that is held."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Claim, Quotation, Speaker, Withdrawal
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
    with `no_speaker` (a Claim.NoSpeaker) it has none. A claim that this quotation had and that was taken back with it
    is taken up again. Raises Conflict where the quotation is accepted already.
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
    quotation.claim = claim or claim_of(quotation, no_speaker, words, topics, held=taken_up(quotation))
    quotation.reason = ""
    quotation.full_clean()
    quotation.save()
    return quotation.claim


def taken_up(quotation: Quotation) -> Claim | None:
    """The claim that was taken back with an earlier accept of the quotation, standing again; None without one."""
    withdrawal = Withdrawal.objects.select_related("claim").filter(quotation=quotation).first()
    if withdrawal is None:
        return None
    withdrawal.delete()
    claim = withdrawal.claim
    claim.created_at = timezone.now()  # it is made by this accept now: taking that back takes it back too
    return claim


def claim_of(
    quotation: Quotation, no_speaker: str, words: str, topics: Sequence[str], *, held: Claim | None = None
) -> Claim:
    """A claim of what a quotation says, and when and to whom as its text has it: a new one, or one that is held."""
    said = words or " ".join(quotation.words.split())  # the lines of the text are not the claim's
    claim = held or Claim(slug=unused_slug(Claim, said))
    claim.words = said
    claim.speaker = None if no_speaker else quotation.speaker
    claim.no_speaker = no_speaker or ("" if quotation.speaker else Claim.NoSpeaker.NOT_STATED)
    claim.venue, claim.addressee = quotation.venue, quotation.addressee
    claim.language = quotation.snapshot.source.language
    claim.topics = list(topics)
    claim.set_date(quotation.uncertain_date)
    # The offsets are those of the quotation's text; a claim is not bound to one.
    claim.date_start = claim.date_end = None
    claim.full_clean()
    claim.save()
    return claim
