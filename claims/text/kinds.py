"""What kind of statement it is, by how much of its content stands inside quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.text.spans import Span
from claims.text.statements import Kind

# Content counts as quoted throughout from this share of its code points on: marks and "that" stay outside.
DIRECT_SHARE = 0.95


def kind_of(segments: Sequence[Span], quoted: Sequence[Span]) -> Kind:
    """Direct, mixed or indirect, by how much of `segments` lies in `quoted` (inner spans, in text order)."""
    inside = sum(_inside(segment, quoted) for segment in segments)
    if inside == 0:
        return Kind.INDIRECT
    whole = sum(segment.end - segment.start for segment in segments)
    return Kind.DIRECT if inside >= DIRECT_SHARE * whole else Kind.MIXED


def _inside(segment: Span, quoted: Sequence[Span]) -> int:
    at = max(0, bisect_right(quoted, segment) - 1)
    inside = 0
    while at < len(quoted) and quoted[at].start < segment.end:
        inside += max(0, min(segment.end, quoted[at].end) - max(segment.start, quoted[at].start))
        at += 1
    return inside
