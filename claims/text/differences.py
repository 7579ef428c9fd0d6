"""A later wording of a quote with what was altered marked in it, piece by piece, for a page to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from claims.text.alteration import SHOWN, Alteration, Change, Raised, Weight

# How a wording is set in type: told in words where it is asked for, but no reason to mark words in it.
UNMARKED = frozenset({Change.CASE, Change.PUNCTUATION})


class Mark(StrEnum):
    """What a piece is in the later wording."""

    SAME = "same"
    GONE = "gone"  # of the earlier wording, no longer there
    NEW = "new"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row, and what was done to them. `weight` is how much it matters; None where nothing was done."""

    words: str
    mark: Mark
    weight: Weight | None = None


def differences(earlier: str, later: str, found: Iterable[Alteration]) -> tuple[Piece, ...]:
    """The later wording as pieces, with the earlier one's words where it left them out or has others for them.

    `found` are the alterations between the two, in the order of the later wording. Those within words that are marked
    already are not marked again.
    """
    return tuple(piece for piece in _pieces(earlier, later, found) if piece.words)


def _pieces(earlier: str, later: str, found: Iterable[Alteration]) -> Iterator[Piece]:
    at = 0
    for one in found:
        if one.raised is Raised.SPEAKER or one.same_word or one.change in UNMARKED or one.after.start < at:
            continue
        yield Piece(later[at : one.after.start], Mark.SAME)
        moved = one.change is Change.REORDERING
        if not moved:
            yield Piece(_cut(one.before.of(earlier)), Mark.GONE, one.weight)
        yield Piece(one.after.of(later), Mark.MOVED if moved else Mark.NEW, one.weight)
        at = one.after.end
    yield Piece(later[at:], Mark.SAME)


def _cut(words: str) -> str:
    """Words that are gone, without their middle where they are many."""
    if len(words) <= SHOWN:
        return words
    half = SHOWN // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
