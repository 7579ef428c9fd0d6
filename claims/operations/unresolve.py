"""Take back who it is that a quotation quotes."""

from django.core.exceptions import ValidationError

from claims.models import Claim, Quotation, Speaker, SpeakerName
from claims.operations.acting import Actor, Conflict, operation
from claims.operations.conflicts import Why
from claims.operations.decide import lock
from claims.operations.permissions import may_check
from claims.operations.speakers import own_claim


@operation(may_check)
def unresolve_speaker(
    *,
    actor: Actor,
    quotation: Quotation,
    speaker: Speaker,
    before: Speaker | None = None,
    claim_before: Speaker | None = None,
    no_speaker: str = "",
    taught: SpeakerName | None = None,
) -> Quotation:
    """Have a quotation that was resolved to `speaker` be of whom it was `before`, or of nobody known.

    `taught` is the name that the speaker went by from then on: it is forgotten. A claim that has this quotation as its
    only one, and this speaker, follows: it is of whom it was before, who may be another than the quotation's was
    (`claim_before`), or of nobody for a reason (`no_speaker`). Raises Conflict where the quotation was resolved to
    another since, and ValidationError.
    """
    quotation = lock(quotation)
    claim = own_claim(quotation)
    if quotation.speaker_id != speaker.pk:
        now = quotation.speaker or "nobody known"
        raise Conflict(f"Since then the speaker was changed: it is {now} now.", Why.OVERTAKEN, field="speaker")
    if taught is not None:
        if taught.speaker_id != speaker.pk or taught.name != quotation.speaker_name:
            raise ValidationError({"taught": f"“{taught}” is not a name that was learnt here."})
        taught.delete()
    quotation.speaker = before
    quotation.full_clean()
    quotation.save()
    if claim is not None and claim.speaker_id == speaker.pk:
        claim.speaker = None if no_speaker else claim_before or before
        claim.no_speaker = no_speaker or ("" if claim.speaker else Claim.NoSpeaker.NOT_STATED)
        claim.full_clean()
        claim.save()
    return quotation
