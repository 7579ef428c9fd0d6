"""Why something cannot be done as the record stands: one row a rule.

A refusal that is about the input carries no such code: there something else has to be sent. Here the record has to
become another first, or be looked at again. Doors tell the two apart by this table and by nothing else.
"""

from django.core.exceptions import ValidationError
from django.db import models

from claims.models import Claim, Withdrawal


class Why(models.TextChoices):
    """The code of the refusal, and when it is given. A rule that the database holds too goes by its name there."""

    UNIQUE = "unique", "What the request would make, or the name that it gives, is there already."
    PROTECTED = "protected", "Other records rest on this one, so that it stays."
    DECIDED = "decided", "It was accepted, rejected, joined, declined or undone already: take that back first."
    OVERTAKEN = "overtaken", "Somebody else was first: it is no longer as you saw it. Look at it again."
    AT_ONCE = "at_once", "Somebody else changed the same records at this moment: send the same again."
    MERGED = "merged_claim", "The claim is merged into another: work with that one."
    TAKEN_BACK = "standing_claim", "The claim was taken back: accept its quotation again first."
    WAITS = "judgement_waits", "A judgement on the claim waits for approval: have it approved or returned first."
    IN_USE = "withdrawn_claim_is_unused", "Somebody works with the claim that would be taken back."
    MOVED_ON = "moved_on", "What a merge or a split moved was moved on or taken back since: put that right first."
    ELSEWHERE = "joined_elsewhere", "The quotation is joined to another utterance: decline it there first."
    STAGE = "verification_stage_follows", "The newest judgement on the question does not wait for this answer."
    NO_EVIDENCE = "verification_approved_on_evidence", "The judgement rests on no evidence, and is not approved so."
    WORDS_STAY = "judged_claim_stands", "Words and speaker of a judged claim stay: make a new claim and link the two."
    RATING_STAYS = "judged_rating_stands", "Judgements say what this rating says, so that it stays: add another."
    NO_VERDICT = "publication_has_a_verdict", "Only a claim with an approved verdict is published."
    STEP = "publication_kind_follows", "What readers were told last does not lead to this: it is public, or it is not."
    NOTHING_NEW = "publication_corrects_something", "Nothing that readers see has changed since."
    ADDRESS_STAYS = "published_address_stands", "Readers know the claim by its slug, so that it stays."
    CIRCLE = "no_cycle", "With the links that there are this one would close a circle."
    NO_ADDRESS = "source_without_url", "The source has no URL that it could be fetched from: give it one first."
    TOO_MANY = "too_many_tokens", "You hold as many tokens as a person may: delete one first."


# Rules of the database that say the same to whoever meets them, each at the moment when it counts.
SAME_AS = {
    "cited_evidence_stays": Why.PROTECTED,
    "added_to_an_unmerged_claim": Why.MERGED,
    "claim_merged_is_not_pending": Why.MERGED,
    "joins_an_unmerged_claim": Why.MERGED,
    "merged_claim_is_empty": Why.MERGED,
    "merged_claim_stays": Why.MERGED,
    "merged_in_circle": Why.MERGED,
    "publication_of_an_unmerged_claim": Why.MERGED,
}


def require_standing(claim: Claim, *, field: str = "") -> None:
    """Raise ValidationError where a claim is not worked with any more, at the field that names it, where one does.

    The claim is one that is held, so that nobody merges it or takes it back meanwhile.
    """
    if (refused := why_not(claim)) is not None:
        raise ValidationError({field: refused} if field else refused)


def why_not(claim: Claim) -> ValidationError | None:
    """Why a claim is not worked with any more; None where it is."""
    if claim.merged_into is not None:
        into = claim.merged_into
        while into.merged_into is not None:  # merges close no circle
            into = into.merged_into
        told = f"This claim is merged into claim {into.pk}, “{into}”: work with that one."
        return ValidationError(told, code=Why.MERGED)
    if Withdrawal.objects.filter(claim=claim).exists():
        return ValidationError("This claim was taken back: accept its quotation again first.", code=Why.TAKEN_BACK)
    return None
