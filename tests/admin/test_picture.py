"""What is drawn of where a claim appeared: lanes, marks, spans, ties and the axis."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count

import pytest

from claims.admin.picture import MOST_LANES, pictures
from claims.admin.shapes import Lane, Picture
from claims.admin.ticks import ticks
from claims.models.timelines import Place
from claims.operations.compare import compare
from claims.operations.timeline import Row, Timeline
from claims.operations.trace import Appearance

WORDS = "We will not open a bridge that we would not cross ourselves"
CAPTURED = datetime(2026, 1, 1, tzinfo=UTC)
_numbers = count(1)


def row(
    outlet: str,
    first: str | None,
    last: str | None,
    words: str = WORDS,
    *,
    origin: int = 1,
    earliest: bool = False,
    state: str = "accepted",
) -> Row:
    number = next(_numbers)
    days = [day and date.fromisoformat(day) for day in (first, last)]
    place = Place(
        number, None, number, 1, CAPTURED, number, f"source-{number}", "", outlet, last or "", days[0] or None,
        days[1] or None, 1, None, "Ada Brook", "Ada Brook", "person", "direct", state, 0, len(words), words,
    )  # fmt: skip
    appearance = Appearance(place, 1.0, "claim", (WORDS, "Ada Brook"))
    return Row(appearance, compare(WORDS, words), (), earliest, origin)


def drawn(rows: Iterable[Row]) -> Picture:
    rows = tuple(rows)
    return pictures(Timeline(rows, len({row.origin for row in rows}))).sizes[0]


def lane(picture: Picture, label: str) -> Lane:
    return next(lane for lane in picture.lanes if lane.label == label)


DAY = "2024-05-03"


@pytest.mark.parametrize("state", ["accepted", "suggested"])
def test_the_legend_says_what_every_mark_means(state: str) -> None:
    shown = pictures(Timeline((row("Gazette", DAY, DAY, state=state),), 1))
    [mark] = shown.sizes[0].lanes[0].marks
    assert mark.waits == shown.has_waiting == (state == "suggested")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (WORDS, "same"),
        (WORDS.upper(), "light"),
        (WORDS.replace("bridge", "tunnel"), "plain"),
        (WORDS.replace("will", "may"), "raised"),
    ],
)
def test_a_mark_is_drawn_by_what_differs_most(words: str, kind: str) -> None:
    [mark] = drawn([row("Gazette", DAY, DAY, words)]).lanes[0].marks
    assert mark.kind == kind


def test_lanes_of_one_origin_stand_together_and_are_tied() -> None:
    rows = [
        row("Gazette", DAY, DAY, origin=1),
        row("Ferryman", "2024-05-04", "2024-05-04", origin=2),
        row("Courier", "2024-05-05", "2024-05-05", origin=1),
        row("Post", "2024-05-06", "2024-05-06", origin=1),
    ]
    picture = drawn(rows)
    assert [lane.label for lane in picture.lanes] == ["Gazette", "Courier", "Post", "Ferryman"]
    assert len(picture.ties) == 2


def test_an_uncertain_day_is_a_span_and_an_unknown_first_one_is_open() -> None:
    picture = drawn(
        [row("Gazette", DAY, DAY), row("Council", "2024-05-01", "2024-05-31"), row("Radio", None, "2024-06-01")]
    )
    assert lane(picture, "Gazette").spans == ()
    [known] = lane(picture, "Council").spans
    [unknown] = lane(picture, "Radio").spans
    assert (known.is_open, unknown.is_open) == (False, True)
    assert known.x + known.width == lane(picture, "Council").marks[0].x


def test_what_is_undated_stands_at_the_edge_and_does_not_press_the_rest() -> None:
    picture = drawn([row("Gazette", DAY, DAY), row("Post", "2024-06-03", "2024-06-03"), row("Radio", None, None)])
    assert lane(picture, "Radio").marks[0].x > lane(picture, "Post").marks[0].x
    assert lane(picture, "Post").marks[0].x - lane(picture, "Gazette").marks[0].x > picture.size.width / 2


def test_what_stands_close_is_one_mark_with_its_number() -> None:
    rows = [row("Gazette", f"2024-05-{day:02}", f"2024-05-{day:02}", earliest=day == 1) for day in range(1, 29)]
    far = row("Gazette", "2030-01-01", "2030-01-01", WORDS.replace("will", "may"))
    marks = drawn([*rows, far]).lanes[0].marks
    assert [(mark.count, mark.kind, mark.is_earliest) for mark in marks] == [(28, "same", True), (1, "raised", False)]
    assert marks[0].told == "28 appearances, 2024-05-01 to 2024-05-28; the one that differs most: the same words"


def test_too_many_outlets_are_drawn_by_origin_and_too_many_origins_as_one_lane() -> None:
    by_outlet = [row(f"Outlet {n}", DAY, DAY, origin=n % 3) for n in range(30)]
    assert [lane.label for lane in drawn(by_outlet).lanes] == ["Outlet 0 +9", "Outlet 1 +9", "Outlet 2 +9"]
    by_origin = [row(f"Outlet {n}", DAY, DAY, origin=n) for n in range(30)]
    lanes = drawn(by_origin).lanes
    assert (len(lanes), lanes[-1].label, lanes[-1].marks[0].count) == (MOST_LANES, "17 more origins", 17)


@pytest.mark.parametrize(
    ("first", "last", "most", "labels"),
    [
        ("2024-05-01", "2024-05-04", 8, ["1 May 2024", "2 May", "3 May", "4 May"]),
        ("2024-05-01", "2024-05-20", 4, ["1 May 2024", "8 May", "15 May"]),
        ("2024-01-15", "2024-06-15", 8, ["Feb 2024", "Mar 2024", "Apr 2024", "May 2024", "Jun 2024"]),
        ("2024-01-01", "2025-01-01", 5, ["Jan 2024", "Apr 2024", "Jul 2024", "Oct 2024", "Jan 2025"]),
        ("1820-03-01", "1999-03-01", 8, ["1850", "1900", "1950"]),
        ("0001-01-01", "9999-12-31", 8, ["1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"]),
    ],
)
def test_the_axis_is_marked_at_round_places(first: str, last: str, most: int, labels: list[str]) -> None:
    found = ticks(date.fromisoformat(first), date.fromisoformat(last), lambda day: day.toordinal(), most)
    assert [tick.label for tick in found] == labels


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31")])
def test_the_first_and_the_last_day_that_there_is(first: str, last: str) -> None:
    assert drawn([row("Gazette", first, last)]).lanes[0].marks


def test_the_first_date_of_a_narrow_picture_is_not_cut_off() -> None:
    days = [f"2024-05-{day:02}" for day in range(1, 29)]
    rows = tuple(row("Gazette", day, day) for day in days)
    wide, narrow = pictures(Timeline(rows, 1)).sizes
    assert {tick.anchor for tick in wide.ticks} == {"middle"}
    assert next((tick.label_x, tick.anchor) for tick in narrow.ticks) == (0, "start")
    assert {tick.anchor for tick in narrow.ticks[1:]} == {"middle"}
