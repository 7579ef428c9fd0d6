"""Give a quotation one more passage, and take that back."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from claims.models import Hop, Quotation, Segment
from claims.operations.acting import Actor, Conflict, one_at_a_time, operation
from claims.operations.conflicts import Why
from claims.operations.decide import decide, lock
from claims.operations.extract import locator_of, segments_of
from claims.operations.permissions import may_check
from claims.operations.quote import spans_of
from claims.operations.relate import relate
from claims.text.spans import Span

State = Quotation.State
A_PASSAGE_TOO_MANY = "A passage too many."  # why the longer quotation is rejected when its passage is taken back
GOES_ON = re.compile(r"It goes on: see quotation (\d{1,18})\.")


@operation(may_check)
def extend(*, actor: Actor, quotation: Quotation, passage: tuple[int, int]) -> Quotation:
    """Add a passage (start, end) of the text to a suggested quotation that is split; what it is then.

    A quotation is known by its passages, so that this is another one: it takes over all that is known of the first,
    which is rejected and so not suggested again. Raises Conflict where the quotation is decided, or where there is
    one of just these passages, and ValidationError where the passage overlaps with one that it has.
    """
    shorter = lock(quotation)
    _require_suggested(shorter)
    one_at_a_time(f"snapshot {shorter.snapshot_id}")  # as marking and extracting do, which may make the same
    spans = _spans_with(shorter, passage)
    longer = _held(actor, shorter, spans) or _made(shorter, spans)
    decide(actor=actor, quotation=shorter, state=State.REJECTED)
    shorter.reason = _goes_on(longer)
    shorter.save()
    relate(actor=actor, quotations=[longer])
    return longer


@operation(may_check)
def shorten(*, actor: Actor, quotation: Quotation, to: Quotation) -> Quotation:
    """Take a passage that was added back: the longer is rejected and the one that it was made of waits again.

    Raises Conflict where one of them was decided meanwhile, or where `to` was rejected for another reason than that
    it goes on, and ValidationError where `to` is no part of it.
    """
    longer, shorter = lock(quotation), lock(to)
    parts = [{(s.start, s.end) for s in one.segments.all()} for one in (shorter, longer)]
    if shorter.snapshot_id != longer.snapshot_id or not parts[0] < parts[1]:
        raise ValidationError({"to": "This is not a quotation of fewer of the same passages."})
    _require_suggested(longer)
    _require_made_of(longer, shorter)
    decide(actor=actor, quotation=longer, state=State.REJECTED)
    longer.reason = A_PASSAGE_TOO_MANY
    longer.save()
    decide(actor=actor, quotation=shorter, state=State.SUGGESTED)
    shorter.reason = ""
    shorter.save()
    return shorter


def _spans_with(shorter: Quotation, passage: tuple[int, int]) -> list[Span]:
    """The passages of a quotation and one more, in order. Raises ValidationError, at `start`, where that cannot be."""
    try:
        [added] = spans_of(shorter.snapshot, [passage])
    except ValidationError as error:
        raise ValidationError({"start": error.messages}) from error
    held = [Span(segment.start, segment.end) for segment in shorter.segments.all()]
    if any(added.start < span.end and span.start < added.end for span in held):
        raise ValidationError({"start": f"{added.start} to {added.end} overlaps a passage that the quotation has."})
    return sorted([*held, added], key=lambda span: span.start)


def went_on_as(quotation: Quotation) -> int | None:
    """The number of the longer quotation for which this one was rejected; None where it was not."""
    told = GOES_ON.fullmatch(quotation.reason)
    return int(told[1]) if told else None


def _require_suggested(quotation: Quotation) -> None:
    if quotation.state != State.SUGGESTED:
        raise Conflict(f"The quotation is {quotation.state} already: take that back first.", Why.DECIDED)


def _goes_on(longer: Quotation) -> str:
    """Why the shorter one is rejected; by this it is known again."""
    return f"It goes on: see quotation {longer.pk}."


def _require_made_of(longer: Quotation, shorter: Quotation) -> None:
    """Raise Conflict where the shorter one is not as the extending left it: somebody's decision would be lost."""
    if shorter.state != State.REJECTED:
        raise Conflict(f"Quotation {shorter.pk} is {shorter.state} already.", Why.DECIDED, field="to")
    if shorter.reason != _goes_on(longer):
        why = f", saying “{shorter.reason}”" if shorter.reason else ""
        told = f"Quotation {shorter.pk} was rejected by itself{why}: reopen that first."
        raise Conflict(told, Why.DECIDED, field="to")


def _held(actor: Actor, shorter: Quotation, spans: list[Span]) -> Quotation | None:
    """The quotation of just these passages that was turned down before: it waits again. Raises Conflict."""
    held = Quotation.objects.filter(snapshot=shorter.snapshot, locator=locator_of(spans)).first()
    if held is None:
        return None
    held = lock(held)
    if held.state != State.REJECTED:
        told = f"There is a quotation of these passages already, {held.state}: number {held.pk}."
        raise Conflict(told, Why.UNIQUE, field="start")
    decide(actor=actor, quotation=held, state=State.SUGGESTED)
    held.reason = ""
    held.save()
    return held


def _made(shorter: Quotation, spans: list[Span]) -> Quotation:
    """A quotation of these passages with all that is known of the shorter one."""
    longer = Quotation(**_columns(shorter, but=("created_at",)))
    longer.locator, longer.origin, longer.rule, longer.confidence = locator_of(spans), Quotation.PERSON, "", None
    longer.full_clean()
    longer.save()
    Segment.objects.bulk_create(segments_of(longer, shorter.snapshot.text, spans))
    hops = shorter.hops.order_by("position")
    Hop.objects.bulk_create(Hop(**_columns(hop, but=("quotation_id",)), quotation=longer) for hop in hops)
    return longer


def _columns(row: Model, *, but: tuple[str, ...]) -> dict[str, Any]:
    left_out = ("id", *but)
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.attname not in left_out}
