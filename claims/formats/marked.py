"""A wording with its differences from an earlier one in their places, for reports that show them to people."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from claims.formats.traces import Difference
from claims.text import differences
from claims.text.align import Raised
from claims.text.differences import Mark

__all__ = ["Mark", "Piece", "marked"]

# How many code points of what is alike stand at each side of a change; and at each end of a changed stretch, and of a
# wording in which nothing changed, where its middle is cut out. Fewer than the last are not worth a cut.
BESIDE = 32
CHANGED = 40
UNCHANGED = 80
LEAST_CUT = 24
# What hugs the word before it.
CLOSING = frozenset(",.;:!?…)]”’\"'")


class Piece(NamedTuple):
    mark: Mark
    words: str


def marked(found: Iterable[Difference], later: str) -> tuple[Piece, ...]:
    """The later wording in pieces: what was kept, and where words were left out or put in.

    What is alike is shortened around the changes, and a long change in its middle. Spaces stand in what is kept.
    """
    return _shortened(tuple(_spaced(list(_pieces(found, later)))))


def _pieces(found: Iterable[Difference], later: str) -> Iterator[Piece]:
    between = [one for one in found if one.alteration.raised is not Raised.SPEAKER]
    earlier = between[0].earlier if between else later
    for piece in differences.differences(earlier, later, (one.alteration for one in between)):
        yield Piece(piece.mark, piece.words.strip() if piece.mark is Mark.GONE else piece.words)


def _spaced(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces that have words; words left out stand apart from those before and behind."""
    kept = [piece for piece in pieces if piece.words]
    for piece, after in zip_longest(kept, kept[1:], fillvalue=Piece(Mark.SAME, " ")):
        beside_out = Mark.GONE in (piece.mark, after.mark)
        next_sign = after.words[0]
        yield piece
        if beside_out and not (piece.words[-1].isspace() or next_sign.isspace() or next_sign in CLOSING):
            yield Piece(Mark.SAME, " ")


def _shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    last = len(pieces) - 1
    if last <= 0:
        return tuple(Piece(piece.mark, _without_middle(piece.words, UNCHANGED, UNCHANGED)) for piece in pieces)
    return tuple(
        Piece(piece.mark, _without_middle(piece.words, BESIDE * (n > 0), BESIDE * (n < last)))
        if piece.mark is Mark.SAME
        else Piece(piece.mark, _without_middle(piece.words, CHANGED, CHANGED))
        for n, piece in enumerate(pieces)
    )


def _without_middle(words: str, first: int, last: int) -> str:
    """The words, or their start and end of so many code points, cut between words where there is a space."""
    if len(words) <= first + last + LEAST_CUT:
        return words
    return _start(words, first) + "…" + _end(words, last)


def _start(words: str, most: int) -> str:
    """The first words, with a space behind them; "" for none."""
    start = words[:most].rstrip()
    if " " in start.lstrip() and not words[most].isspace():
        start = start[: start.rindex(" ")]
    return start and start + " "


def _end(words: str, most: int) -> str:
    """The last words, with a space before them; "" for none."""
    end = words[len(words) - most :].lstrip()
    if " " in end.rstrip() and not words[-most - 1].isspace():
        end = end[end.index(" ") + 1 :]
    return end and " " + end
