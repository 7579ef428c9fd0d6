"""Which of several like words a kept one stands for: so that what was left out is one stretch at an edge."""

from __future__ import annotations

from collections.abc import Sequence

# For an atom of one wording: none of the other's is its like.
NONE = -1


def slide_from_edges(keys: Sequence[str], partners: list[int], others: list[int]) -> None:
    """Of words kept at an edge, and others left out behind them, leave off the edge where the kept ones fit behind too.

    “The pier, he said, the pier stays” for “the pier stays” goes on at its start; it has nothing put in.
    """
    _slide_from_start(keys, partners, others)
    from_end, others_from_end = _turned(partners, len(others)), _turned(others, len(partners))
    _slide_from_start(keys[::-1], from_end, others_from_end)
    partners[:], others[:] = _turned(from_end, len(others)), _turned(others_from_end, len(partners))


def _slide_from_start(keys: Sequence[str], partners: list[int], others: list[int]) -> None:
    start = others[0] if others else NONE
    if start < 0:
        return
    gap = end_of(partners, start, gap=False)
    end = end_of(partners, gap, gap=True)
    length = gap - start
    if end - gap < length or end == len(keys) or partners[end] != length:
        return
    if list(keys[start:gap]) == list(keys[end - length : end]):
        for step in range(length):
            partners[start + step] = NONE
            partners[end - length + step] = step
            others[step] = end - length + step


def _turned(partners: Sequence[int], length: int) -> list[int]:
    """The same partners with both wordings read from the end, the other one of so many atoms."""
    return [partner if partner < 0 else length - 1 - partner for partner in reversed(partners)]


def end_of(partners: Sequence[int], at: int, *, gap: bool) -> int:
    """Where the run of atoms without a partner (`gap`), or with neighbouring partners, that starts at `at` ends."""
    end = at
    while end < len(partners) and (partners[end] == NONE) is gap:
        if not gap and end > at and partners[end] != partners[end - 1] + 1:
            break
        end += 1
    return end
