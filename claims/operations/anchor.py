"""Look for what was quoted from a source in a newer capture of it: is it still there, in the same words?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.models import Anchoring, Quotation, Snapshot
from claims.operations.acting import Actor, one_at_a_time, operation
from claims.operations.permissions import may_check
from claims.text.align import alterations, told
from claims.text.anchor import Outcome, anchor
from claims.text.spans import Span, selector


@dataclass(frozen=True, slots=True)
class Sought:
    """A quotation that is looked for, and the earlier capture and the place there that it is looked for from."""

    quotation: Quotation
    sought_in: int
    span: Span


@operation(may_check)
def reanchor(*, actor: Actor, snapshot: Snapshot) -> list[Anchoring]:
    """Look in a capture for every quotation of the earlier captures of its source; the new findings.

    A rejected quotation is not looked for, and none twice in one capture: so this can be called again when more was
    quoted from the earlier ones meanwhile.
    """
    one_at_a_time(f"reanchor {snapshot.pk}")
    wanted = list(_wanted(snapshot))
    texts = dict(Snapshot.objects.filter(pk__in={one.sought_in for one in wanted}).values_list("pk", "text"))
    return Anchoring.objects.bulk_create(_finding(one, texts[one.sought_in], snapshot) for one in wanted)


def changes(finding: Anchoring) -> list[str]:
    """What the newer capture changes in the words, each in plain words: “may” for “will” (modality)."""
    if finding.exact is None:
        return []
    return [told(one, finding.sought, finding.exact) for one in alterations(finding.sought, finding.exact)]


def _wanted(snapshot: Snapshot) -> Iterator[Sought]:
    """What is to be looked for, each from where it was last known to stand."""
    held = Quotation.objects.exclude(state=Quotation.State.REJECTED).filter(
        snapshot__source=snapshot.source_id, snapshot__number__lt=snapshot.number
    )
    rows = Anchoring.objects.placed().filter(quotation__in=held, snapshot__number__lt=snapshot.number)
    placed = [
        (quotation, (capture, start, end))
        for quotation, capture, start, end in rows.order_by("snapshot__number").values_list(
            "quotation_id", "snapshot_id", "start", "end"
        )
        if start is not None and end is not None
    ]
    last, known = dict(placed), {place for _, place in placed}
    unsought = held.exclude(anchorings__snapshot=snapshot).prefetch_related("segments")
    for quotation in unsought.order_by("snapshot__number", "pk"):
        segments = list(quotation.segments.all())
        own = (quotation.snapshot_id, segments[0].start, segments[-1].end)
        # Where a newer capture was extracted too, it suggests the same passage anew: one finding tells of both.
        if quotation.state == Quotation.State.SUGGESTED and own in known:
            continue
        capture, start, end = last.get(quotation.pk, own)
        yield Sought(quotation, capture, Span(start, end))


def _finding(one: Sought, text: str, snapshot: Snapshot) -> Anchoring:
    """What became of a quotation, of which `text` is the earlier capture.

    One of several segments is looked for from the first to the last with what stands between, since only that stands
    on the page. Joined by an ellipsis it could never be found unchanged, and a segment alone may be a word or two.
    """
    prefix, words, suffix = selector(text, one.span)
    found = anchor(snapshot.text, words, prefix=prefix, suffix=suffix, near=one.span.start)
    now = found.span.of(snapshot.text) if found.span else None
    outcome, score = found.outcome, found.score
    if outcome == Outcome.ALTERED and now is not None and _only_between(one.quotation, words, now):
        outcome, score = Outcome.FOUND, 1.0
    return Anchoring(
        quotation=one.quotation,
        snapshot=snapshot,
        sought_in_id=one.sought_in,
        sought=words,
        outcome=outcome.value,
        start=found.span.start if found.span else None,
        end=found.span.end if found.span else None,
        exact=now,
        score=score,
    )


def _only_between(quotation: Quotation, before: str, now: str) -> bool:
    """Whether all segments of a split quotation are in both: then “she said” was altered, not what she said."""
    segments = [segment.exact for segment in quotation.segments.all()]
    return len(segments) > 1 and _has(before, segments) and _has(now, segments)


def _has(text: str, parts: Sequence[str]) -> bool:
    """Whether the text has the parts in their order."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
