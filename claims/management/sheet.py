"""Lines for a window: words wrapped by the columns that they take, with nothing that a terminal would obey."""

import shutil
import unicodedata
from collections.abc import Iterable, Iterator

from django.utils.termcolors import colorize

from claims.formats.marked import Mark, Piece

WIDEST, NARROWEST, UNKNOWN = 80, 40, 60
INDENT = "    "
# How words are set apart, in plain text and on a terminal that has colours.
PUT_IN = ("{+", "+}")
PLAIN = {Mark.GONE: ("[-", "-]"), Mark.NEW: PUT_IN, Mark.MOVED: PUT_IN}
GREEN = ("green", ("underscore",))
COLOURS = {Mark.GONE: ("red", ()), Mark.NEW: GREEN, Mark.MOVED: GREEN}


def window(widest: int = WIDEST) -> int:
    """The columns to write in: those of the window, and not too few or too many of them."""
    return max(NARROWEST, min(shutil.get_terminal_size((UNKNOWN, 0)).columns, widest))


class Sheet:
    """Lines of a width, in colour or not."""

    def __init__(self, width: int, in_colour: bool) -> None:
        self.width, self.in_colour = width, in_colour

    def plain(self, text: str, first: str = "", hanging: str = "") -> Iterator[str]:
        """A text in lines."""
        return self._lines([Piece(Mark.SAME, text)], first, hanging)

    def pieces(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """A wording in lines, with what was left out and put in set apart."""
        if not self.in_colour:
            pieces = [Piece(mark, words.join(PLAIN.get(mark, ("", "")))) for mark, words in pieces]
        return self._lines(pieces, INDENT, INDENT)

    def _lines(self, pieces: Iterable[Piece], first: str, hanging: str) -> Iterator[str]:
        line, used, indent = "", 0, first
        for word in _words(pieces, self.width - max(len(first), len(hanging))):
            length = sum(map(columns_of, (part.words for part in word)))
            if line and len(indent) + used + 1 + length > self.width:
                yield indent + line
                line, used, indent = "", 0, hanging
            gap = " " if line else ""
            line += gap + "".join(map(self._shown, word))
            used += len(gap) + length
        yield (indent + line).rstrip()

    def _shown(self, piece: Piece) -> str:
        if not self.in_colour or piece.mark not in COLOURS:
            return piece.words
        colour, options = COLOURS[piece.mark]
        return colorize(piece.words, opts=options, fg=colour)


def _words(pieces: Iterable[Piece], most: int) -> Iterator[list[Piece]]:
    """What stands between spaces, each perhaps of several pieces; what is wider than a line comes in parts."""
    word: list[Piece] = []
    for mark, text in pieces:
        run, used = "", sum(columns_of(part.words) for part in word)
        for sign in text:
            if sign.isspace():
                word += [Piece(mark, run)] if run else []
                if word:
                    yield word
                word, run, used = [], "", 0
                continue
            # A captured text can hold what a terminal takes for an order.
            seen = sign if sign.isprintable() else "\ufffd"
            if used + columns_of(seen) > most:
                yield [*word, Piece(mark, run)]
                word, run, used = [], "", 0
            run += seen
            used += columns_of(seen)
        word += [Piece(mark, run)] if run else []
    if word:
        yield word


def columns_of(text: str) -> int:
    """How many columns a text takes: letters of East Asian scripts two, an accent that combines none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def padded(text: str, width: int) -> str:
    """A text with the spaces that fill its column."""
    return text + " " * (width - columns_of(text))
