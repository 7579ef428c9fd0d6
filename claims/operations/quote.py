"""Mark a quotation by hand, where the engine saw none."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from claims.models import Hop, Quotation, Segment, Snapshot, Speaker
from claims.operations.acting import Actor, Conflict, one_at_a_time, operation
from claims.operations.conflicts import Why
from claims.operations.extract import locator_of, segments_of
from claims.operations.permissions import may_check
from claims.operations.relate import relate
from claims.text.spans import Span


@operation(may_check)
def quote(
    *,
    actor: Actor,
    snapshot: Snapshot,
    passages: Sequence[tuple[int, int]],
    kind: str,
    speaker: Speaker | None = None,
    cue: str = "",
    addressee: str = "",
    venue: str = "",
    date_text: str = "",
    date_edtf: str = "",
    hops: Sequence[dict[str, str]] = (),
) -> Quotation:
    """Make a suggested quotation of passages (start, end) of a snapshot's text, in code points, half-open.

    `hops` is the chain by which the words came, from the speaker on: `who`, `verb`, `to_whom` each. Raises
    Conflict where the passage is a quotation already, and ValidationError for offsets outside the text.
    """
    spans = spans_of(snapshot, passages)
    locator = locator_of(spans)
    # As extracting does: of two who mark the same at once the slower one is told which quotation it is by now.
    one_at_a_time(f"snapshot {snapshot.pk}")
    held = Quotation.objects.filter(snapshot=snapshot, locator=locator).first()
    if held is not None:
        told = f"This passage is a quotation already, {held.state}: number {held.pk}."
        raise Conflict(told, Why.UNIQUE, field="segments")
    quotation = Quotation(
        snapshot=snapshot,
        locator=locator,
        kind=kind,
        speaker=speaker,
        cue=cue,
        addressee=addressee,
        venue=venue,
        date_text=date_text,
        date_edtf=date_edtf,
        origin=Quotation.PERSON,
    )
    quotation.full_clean()
    quotation.save()
    Segment.objects.bulk_create(segments_of(quotation, snapshot.text, spans))
    Hop.objects.bulk_create(Hop(quotation=quotation, position=n, **hop) for n, hop in enumerate(hops))
    relate(actor=actor, quotations=[quotation])
    return quotation


def spans_of(snapshot: Snapshot, passages: Sequence[tuple[int, int]]) -> list[Span]:
    """Passages (start, end) of a text, in order. Raises ValidationError where one is outside, overlaps or is blank."""
    length = len(snapshot.text)
    if not passages:
        raise ValidationError({"segments": "A quotation has at least one passage."})
    before = 0
    for start, end in passages:
        if not 0 <= start < end <= length:
            raise ValidationError({"segments": f"{start} to {end} is not a passage of the text's {length} characters."})
        if start < before:
            raise ValidationError({"segments": f"{start} to {end} overlaps the passage before it or stands before it."})
        if not snapshot.text[start:end].strip():
            raise ValidationError({"segments": f"{start} to {end} is nothing but white space."})
        before = end
    return [Span(start, end) for start, end in passages]
