"""A claim's appearances as a picture: where everything stands in it. The template only draws.

A lane is an outlet; lanes of one origin stand together and are tied to the one that had the words first. Where there
are too many lanes each is an origin, and what stands too close in one lane is one mark with its number.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from claims.admin.shapes import (
    AXIS,
    EDGE,
    MOST_RADIUS,
    NARROW,
    RADIUS,
    WIDE,
    Lane,
    Mark,
    Picture,
    Pictures,
    Size,
    Span,
    outline,
)
from claims.admin.ticks import ticks
from claims.operations.compare import Weight
from claims.operations.timeline import Row, Timeline

MOST_LANES = 14
MOST_LETTERS = 26
# Marks closer than this many units are one; from so many appearances on, those closer than the second.
TOGETHER, MANY, TOGETHER_OF_MANY = 20, 100, 44
# How a wording stands against the earliest known, the gravest last: its class, and what the legend and title call it.
KINDS = (
    ("same", "the same words"),
    ("light", "set in type in another way"),
    ("plain", "words changed"),
    ("raised", "changed in what may matter"),
)
BY_WEIGHT = {Weight.LIGHT: 1, Weight.PLAIN: 2, Weight.RAISED: 3}


def pictures(found: Timeline) -> Pictures:
    """Draw a timeline that has at least one row."""
    lanes = _lanes(found.rows)
    kinds = {KINDS[_kind(row)][0] for row in found.rows}
    legend = tuple((kind, words, outline(kind, 8, 8, RADIUS)) for kind, words in KINDS if kind in kinds)
    return Pictures(tuple(_drawn(lanes, size) for size in (WIDE, NARROW)), _described(found), legend)


def _described(found: Timeline) -> str:
    rows = found.rows
    outlets = {_outlet(row) for row in rows}
    first, last = min(row.place.latest for row in rows), max(row.place.latest for row in rows)
    when = f"on {first}" if first == last else f"between {first} and {last}"
    earliest = ", or ".join(f"{_outlet(row)}, {row.place.published or 'undated'}" for row in found.earliest[:3])
    raised = sum(bool(row.compared.raised) for row in rows)
    return (
        f"{_number(len(rows), 'appearance')} in {_number(len(outlets), 'outlet')} {when}, "
        f"of {_number(found.origins, 'independent origin')}. Earliest known: {earliest}. "
        f"{raised} changed in what may matter. The table below says the same, row by row."
    )


def _number(count: int, of: str) -> str:
    return f"{count:,} {of}{'' if count == 1 else 's'}"


def _outlet(row: Row) -> str:
    return row.place.outlet or row.place.title or row.place.source


# --- lanes --------------------------------------------------------------------------------------------------------

# A name, the origin, and the rows, oldest first.
Gathered = tuple[str, int, list[Row]]


def _lanes(rows: Sequence[Row]) -> list[Gathered]:
    """By outlet, the lanes of an origin together; by origin where those are too many; what is beyond is one lane."""
    found = _gathered(rows, lambda row: (row.origin, _outlet(row)))
    if len(found) <= MOST_LANES:
        return found
    found = _gathered(rows, lambda row: (row.origin, ""))
    if len(found) <= MOST_LANES:
        return found
    rest = found[MOST_LANES - 1 :]
    others = sorted((row for _, _, some in rest for row in some), key=lambda row: row.place.latest)
    return [*found[: MOST_LANES - 1], (f"{len(rest):,} more origins", 0, others)]


def _gathered(rows: Sequence[Row], key: Callable[[Row], tuple[int, str]]) -> list[Gathered]:
    lanes: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        lanes.setdefault(key(row), []).append(row)
    # Origins are numbered in the order of time, and sorted() keeps that of the lanes within one.
    ordered = sorted(lanes.items(), key=lambda lane: lane[0][0])
    return [(_label(some), origin, some) for (origin, _), some in ordered]


def _label(rows: Sequence[Row]) -> str:
    outlets = list(dict.fromkeys(map(_outlet, rows)))
    more = f" +{len(outlets) - 1}" if len(outlets) > 1 else ""
    name, room = outlets[0], MOST_LETTERS - len(more)
    return (name if len(name) <= room else f"{name[: room - 1].rstrip()}…") + more


# --- drawing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a picture shows, and where each stands in it."""

    first: date
    last: date
    start: int
    end: int
    together: int

    def x(self, day: date) -> int:
        """Where a day stands; one outside stands at the edge."""
        share = (day - self.first) / (self.last - self.first)
        return round(self.start + min(max(share, 0), 1) * (self.end - self.start))


def _days(rows: Sequence[Row], size: Size) -> Days:
    """The days of what is dated: what is not, and is known by its capture alone, years later, stands at the edge."""
    rows = [row for row in rows if row.place.published_latest] or rows
    together = TOGETHER if len(rows) < MANY else TOGETHER_OF_MANY
    known = [row.place.latest for row in rows] + [row.place.earliest for row in rows if row.place.earliest]
    first, last = min(known), max(known)
    # Of a single day, or of a few, the weeks around it are shown.
    spare = max(timedelta(days=1), (timedelta(days=30) - (last - first)) // 2)
    return Days(_moved(first, -spare), _moved(last, spare), size.gutter + EDGE // 2, size.width - EDGE, together)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:  # the first and the last day that there is
        return day


def _drawn(lanes: Sequence[Gathered], size: Size) -> Picture:
    days = _days([row for _, _, rows in lanes for row in rows], size)
    drawn = tuple(_lane(lane, number, size, days) for number, lane in enumerate(lanes))
    by_origin = groupby(zip(lanes, drawn, strict=True), key=lambda pair: pair[0][1])
    ties = tuple(tie for _, some in by_origin for tie in _ties([lane for _, lane in some]))
    marked = tuple(ticks(days.first, days.last, days.x, size.most_ticks))
    return Picture(size, size.lane * len(lanes) + AXIS + 8, drawn, ties, marked)


def _lane(lane: Gathered, number: int, size: Size, days: Days) -> Lane:
    label, _, rows = lane
    floor = size.lane * (number + 1)
    y = floor - 12
    label_x, label_y = (size.gutter - 14, y + 4) if size.anchor == "end" else (2, y - 18)
    spans = tuple(dict.fromkeys(span for row in rows if (span := _span(row, y, days)) is not None))
    return Lane(label, label_x, label_y, y, spans, tuple(_marks(rows, y, days)))


def _span(row: Row, y: int, days: Days) -> Span | None:
    """Where the day is uncertain."""
    place = row.place
    if place.earliest == place.latest:
        return None
    start = days.x(place.earliest) if place.earliest else days.start
    return Span(start, y - 4, max(days.x(place.latest) - start, 1), place.earliest is None)


def _marks(rows: Sequence[Row], y: int, days: Days) -> Iterator[Mark]:
    standing: list[Row] = []
    for row in rows:
        if standing and days.x(row.place.latest) - days.x(standing[0].place.latest) >= days.together:
            yield _mark(standing, y, days)
            standing = []
        standing.append(row)
    yield _mark(standing, y, days)


def _mark(rows: Sequence[Row], y: int, days: Days) -> Mark:
    kind = KINDS[max(map(_kind, rows))][0]
    x = (days.x(rows[0].place.latest) + days.x(rows[-1].place.latest)) // 2
    radius = min(RADIUS + len(rows).bit_length() - 1, MOST_RADIUS)
    earliest = any(row.is_earliest for row in rows)
    return Mark(x, y, kind, outline(kind, x, y, radius), len(rows), earliest, all(r.waits for r in rows), _said(rows))


def _kind(row: Row) -> int:
    """How gravely a wording differs from the earliest known, as a place in KINDS."""
    return max((BY_WEIGHT[told.alteration.weight] for told in row.compared.told), default=0)


def _said(rows: Sequence[Row]) -> str:
    first, last = rows[0].place, rows[-1].place
    words = KINDS[max(map(_kind, rows))][1]
    if len(rows) == 1:
        return f"{_outlet(rows[0])}, {first.published or f'undated, captured {first.latest}'}: {words}"
    return f"{len(rows):,} appearances, {first.latest} to {last.latest}; the one that differs most: {words}"


def _ties(lanes: Sequence[Lane]) -> Iterator[str]:
    """From the first mark of an origin to the first in each of its other lanes."""
    first = lanes[0].marks[0]
    for lane in lanes[1:]:
        other = lane.marks[0]
        middle = (first.y + other.y) // 2
        yield f"M{first.x} {first.y}C{first.x} {middle} {first.x} {other.y} {other.x} {other.y}"
