"""Find one claim to be two: some of its quotations become a claim of their own."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Claim, Quotation, Regrouping
from claims.models.timelines import places
from claims.operations.accept import claim_of
from claims.operations.acting import Actor, operation
from claims.operations.appearing import part
from claims.operations.permissions import may_check
from claims.operations.regroup import move, quotations_of, require_free
from claims.operations.relate import first_of


@operation(may_check)
def split_claim(
    *, actor: Actor, claim: Claim, quotations: Sequence[Quotation], words: str = "", note: str = ""
) -> Regrouping:
    """Make a new claim of some quotations of a claim; at least one stays. The new claim is the row's `to_claim`.

    Its words are those of its earliest quotation unless given. Where quotations that go and such that stay were joined
    as one utterance, those that go are declined there and have an utterance of their own: the person told them
    apart, and they are not joined again. Raises ValidationError, and Conflict as `merge_claims` does.
    """
    claim = Claim.objects.locked(claim.pk)
    require_free(claim)
    held = quotations_of(claim)
    going = {quotation.pk for quotation in quotations}
    staying = [pk for pk in held if pk not in going]
    if not going or not going <= set(held):
        raise ValidationError({"quotations": "Choose one or more of the claim's own quotations."})
    if not staying:
        raise ValidationError({"quotations": "At least one quotation stays with the claim."})
    moved = sorted(going)
    made_at = timezone.now()
    made = Regrouping(
        kind=Regrouping.Kind.SPLIT,
        from_claim=claim,
        to_claim=_made_of(moved, claim, words),
        quotations=moved,
        note=note,
        made_by=actor,
        made_at=made_at,
    )
    made.full_clean(exclude=["parted"])
    move(moved, made.to_claim)
    made.parted = part(actor=actor, going=moved, staying=staying, at=made_at)
    made.save()
    return made


def _made_of(moved: Sequence[int], claim: Claim, words: str) -> Claim:
    """A claim of the earliest of the quotations, filed as the one that they came from."""
    first = first_of(places(moved))
    quotation = Quotation.objects.select_related("snapshot__source", "speaker").get(
        pk=(first and first.quotation_id) or moved[0]
    )
    return claim_of(quotation, "" if quotation.speaker else claim.no_speaker, words, claim.topics)
