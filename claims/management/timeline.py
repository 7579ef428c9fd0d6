"""A trace for people: what is known of some words, oldest first, in a narrow window."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from django.utils.termcolors import colorize

from claims.formats.marked import Mark, Piece, marked
from claims.formats.traces import Appeared, Difference, Traced, changed, doubtful, own

WIDEST, NARROWEST = 80, 40
INDENT, ALARM = "    ", "  ! "
TITLE = 70
# How words are set apart, in plain text and on a terminal that has colours.
PUT_IN = ("{+", "+}")
PLAIN = {Mark.GONE: ("[-", "-]"), Mark.NEW: PUT_IN, Mark.MOVED: PUT_IN}
GREEN = ("green", ("underscore",))
COLOURS = {Mark.GONE: ("red", ()), Mark.NEW: GREEN, Mark.MOVED: GREEN}


def as_table(trace: Traced, *, width: int, in_colour: bool = False) -> str:
    """The trace as lines of at most `width` columns, and those of 40 at least."""
    sheet = _Sheet(max(NARROWEST, min(width, WIDEST)), in_colour)
    lines = list(sheet.plain(f"“{_short(trace.words, 2 * TITLE)}”"))
    if trace.appearances:
        lines += ["", *_head(sheet, trace)]
        for one in trace.appearances:
            lines += ["", *_appearance(sheet, one, own(trace, one))]
    else:
        lines += ["", "Not held." if not trace.possible else "Not held for sure."]
    if trace.possible:
        lines += ["", *sheet.plain("Perhaps the same: of another speaker, or too common to tell. Against your words:")]
        for one in trace.possible:
            lines += ["", *_appearance(sheet, one, doubtful(trace, one))]
    return "\n".join([*lines, "", *sheet.plain(_searched(trace))])


def _head(sheet: "_Sheet", trace: Traced) -> Iterator[str]:
    count, origins = len(trace.appearances), trace.origins
    yield from sheet.plain(f"{count} appearance{'s' * (count > 1)}, {origins} independent origin{'s' * (origins > 1)}.")
    if len(trace.earliest) == 1:
        yield from sheet.plain(f"Earliest known: {_known(trace.earliest[0])}.", hanging=INDENT)
    else:
        yield from sheet.plain("Earliest known: the dates leave it undecided between")
        for one in trace.earliest:
            yield from sheet.plain(f"{_known(one)}", INDENT, INDENT)
    if found := changed(trace):
        yield from sheet.plain("Your words against the earliest:")
        yield from _told(sheet, found)


def _appearance(sheet: "_Sheet", one: Appeared, found: Sequence[Difference]) -> Iterator[str]:
    place = one.place
    yield from sheet.plain(f"{_date(one)} · {_short(place.outlet or place.title or place.source, TITLE)}", "", INDENT)
    yield from sheet.plain(_short(place.speaker, TITLE) or "(nobody named)", INDENT, INDENT)
    yield from sheet.pieces(marked(found, place.words))
    yield from _told(sheet, found)


def _told(sheet: "_Sheet", found: Iterable[Difference]) -> Iterator[str]:
    for one in found:
        yield from sheet.plain(one.told, ALARM if one.is_raised else INDENT + "- ", INDENT + "  ")


def _known(one: Appeared) -> str:
    place = one.place
    return ", ".join(part for part in (_date(one), _short(place.outlet or place.title or place.source, TITLE)) if part)


def _date(one: Appeared) -> str:
    """The date as far as it is known; of a later capture the day it was made, since its words may be of that day."""
    place = one.place
    return place.published if place.published and place.capture == 1 else f"by {place.latest.isoformat()}"


def _searched(trace: Traced) -> str:
    found = trace.searched
    days = f", {found.first.isoformat()} to {found.last.isoformat()}" if found.first and found.last else ""
    return f"Searched: {found.wordings} wordings of {found.sources} sources{days}."


def _short(text: str, most: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


class _Sheet:
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
            length = sum(map(_columns, (part.words for part in word)))
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
        run, used = "", sum(_columns(part.words) for part in word)
        for sign in text:
            if sign.isspace():
                word += [Piece(mark, run)] if run else []
                if word:
                    yield word
                word, run, used = [], "", 0
                continue
            # A captured text can hold what a terminal takes for an order.
            seen = sign if sign.isprintable() else "\ufffd"
            if used + _columns(seen) > most:
                yield [*word, Piece(mark, run)]
                word, run, used = [], "", 0
            run += seen
            used += _columns(seen)
        word += [Piece(mark, run)] if run else []
    if word:
        yield word


def _columns(text: str) -> int:
    """How many columns a text takes: letters of East Asian scripts two, an accent that combines none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )
