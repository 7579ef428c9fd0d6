"""A trace for people: what is known of some words, oldest first, in a narrow window."""

from collections.abc import Iterable, Iterator, Sequence

from claims.formats.marked import marked
from claims.formats.traces import Appeared, Difference, Traced, changed, doubtful, own
from claims.management.sheet import INDENT, NARROWEST, WIDEST, Sheet

ALARM = "  ! "
TITLE = 70


def as_table(trace: Traced, *, width: int, in_colour: bool = False) -> str:
    """The trace as lines of at most `width` columns, and those of 40 at least."""
    sheet = Sheet(max(NARROWEST, min(width, WIDEST)), in_colour)
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


def _head(sheet: Sheet, trace: Traced) -> Iterator[str]:
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


def _appearance(sheet: Sheet, one: Appeared, found: Sequence[Difference]) -> Iterator[str]:
    place = one.place
    yield from sheet.plain(f"{_date(one)} · {_short(place.outlet or place.title or place.source, TITLE)}", "", INDENT)
    yield from sheet.plain(_short(place.speaker, TITLE) or "(nobody named)", INDENT, INDENT)
    yield from sheet.pieces(marked(found, place.words))
    yield from _told(sheet, found)


def _told(sheet: Sheet, found: Iterable[Difference]) -> Iterator[str]:
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
