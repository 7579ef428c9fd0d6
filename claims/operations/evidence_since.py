"""What has become of evidence: whether the newest capture of its source still has the words that were cited."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.models import Evidence, Snapshot
from claims.text.anchor import Outcome, anchor
from claims.text.spans import Span, selector

LOST = (Outcome.ALTERED, Outcome.GONE)


@dataclass(frozen=True, slots=True)
class Since:
    """That a newer capture, the one of this number, has other words for a passage, or none: then `exact` is None."""

    snapshot_id: int
    number: int
    exact: str | None


def evidence_since(*, evidence: Sequence[Evidence]) -> dict[int, Since]:
    """What has become of each passage that the newest capture of its source no longer has as it was.

    By the number of the evidence, whose snapshot and source are read already; where nothing was captured anew, one
    query. Reads only.
    """
    passages = [piece for piece in evidence if piece.exact is not None]
    newest = Snapshot.objects.newest_of({piece.snapshot.source_id for piece in passages})
    overtaken = [piece for piece in passages if newest[piece.snapshot.source_id] != piece.snapshot]
    wanted = {piece.snapshot_id for piece in overtaken} | {newest[piece.snapshot.source_id].pk for piece in overtaken}
    texts = dict(Snapshot.objects.filter(pk__in=wanted).values_list("pk", "text")) if wanted else {}
    found = {piece.pk: _sought(piece, newest[piece.snapshot.source_id], texts) for piece in overtaken}
    return {pk: since for pk, since in found.items() if since is not None}


def _sought(piece: Evidence, newest: Snapshot, texts: dict[int, str]) -> Since | None:
    if piece.start is None or piece.end is None:
        return None
    now = texts[newest.pk]
    prefix, words, suffix = selector(texts[piece.snapshot_id], Span(piece.start, piece.end))
    found = anchor(now, words, prefix=prefix, suffix=suffix, near=piece.start)
    if found.outcome not in LOST:
        return None
    return Since(newest.pk, newest.number, found.span.of(now) if found.span else None)
