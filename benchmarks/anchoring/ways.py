"""Ours and the others, each asked where a quote stands."""

from __future__ import annotations

from collections.abc import Callable

from .cases import Case

Found = tuple[int, int] | None


def ours(made: Case) -> Found:
    from claims.text.anchor import anchor

    found = anchor(made.text, made.quote, prefix=made.prefix, suffix=made.suffix)
    span = found.span or next(iter(found.places), None)
    return (span.start, span.end) if span else None


def by_difflib(made: Case) -> Found:
    """The matching blocks near the longest one, if they make up three fifths of the quote."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, made.text, made.quote, autojunk=False).get_matching_blocks()
    longest = max(blocks, key=lambda block: block.size)
    reach = len(made.quote) // 2
    low, high = longest.a - longest.b - reach, longest.a - longest.b + len(made.quote) + reach
    near = [block for block in blocks if block.size > 2 and low <= block.a and block.a + block.size <= high]
    if sum(block.size for block in near) < 0.6 * len(made.quote):
        return None
    return _snapped(made.text, near[0].a, near[-1].a + near[-1].size)


def by_diff_match_patch(made: Case) -> Found:
    """Its fuzzy match takes 32 characters: the quote's first and last are sought, near where the quote stood."""
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Match_Distance = 5 * len(made.text)  # how far from the old place it may be
    matcher.Match_Threshold = 0.4
    head, tail = made.quote[:32], made.quote[-32:]
    start = matcher.match_main(made.text, head, made.near)
    if start < 0:
        return None
    matcher.Match_Distance = 2 * len(made.quote) + 100
    end = matcher.match_main(made.text, tail, max(0, start + len(made.quote) - len(tail)))
    if end < 0 or end + len(tail) <= start:
        return None
    return _snapped(made.text, start, end + len(tail))


def _snapped(text: str, start: int, end: int) -> Found:
    """Moved outwards to whole words."""
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, min(end, len(text))


WAYS: dict[str, Callable[[Case], Found]] = {
    "ours": ours,
    "difflib": by_difflib,
    "diff-match-patch": by_diff_match_patch,
}
