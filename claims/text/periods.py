"""Weeks, months and years by their distance from publication: “last week”, “earlier this month”, “so far this year”."""

from __future__ import annotations

from datetime import date, timedelta

from claims.text.calendars import DECADE_PARTS
from claims.text.readings import PART, WHICH, Reading, Resolved, monday, relative, row, shift_month, year_month
from claims.text.uncertain import Basis, month_end

UNIT = r"(?P<unit>week|month|year|decade|century)"
# First and last day of a week's part, Monday being 0.
WEEK_PARTS = {"early": (0, 1), "mid": (1, 3), "late": (3, 6), "start": (0, 1), "end": (4, 6)}


def _start(day: date, unit: str) -> date:
    if unit == "week":
        return monday(day)
    if unit == "month":
        return day.replace(day=1)
    width = {"year": 1, "decade": 10, "century": 100}[unit]
    return date(day.year // width * width, 1, 1)


def _end(day: date, unit: str) -> date:
    if unit == "week":
        return monday(day) + timedelta(days=6)
    if unit == "month":
        return month_end(day.year, day.month)
    width = {"year": 1, "decade": 10, "century": 100}[unit]
    return date(day.year // width * width + width - 1, 12, 31)


def _whole(published: date, unit: str, way: int) -> str:
    """The calendar week (Monday first), month, year, decade or century, `way` steps from publication."""
    if unit == "week":
        start = monday(published) + timedelta(weeks=way)
        return f"{start}/{start + timedelta(days=6)}"
    if unit == "month":
        return year_month(*shift_month(published.year, published.month, way))
    if unit == "decade":
        return f"{published.year // 10 + way:03}X"
    return f"{published.year // 100 + way:02}XX" if unit == "century" else f"{published.year + way:04}"


def period(reading: Reading) -> Resolved:
    return relative(_whole(reading.published, reading.word("unit"), reading.direction()))


def but_one(reading: Reading) -> Resolved:
    way = -2 if reading.word("way") == "before last" else 2
    return relative(_whole(reading.published, reading.word("unit"), way))


def earlier(reading: Reading) -> Resolved:
    return relative(f"{_start(reading.published, reading.word('unit'))}/{reading.published}")


def later(reading: Reading) -> Resolved:
    return relative(f"{reading.published}/{_end(reading.published, reading.word('unit'))}")


def part_week(reading: Reading) -> Resolved:
    start = monday(reading.published) + timedelta(weeks=reading.direction())
    first, last = WEEK_PARTS[reading.part()]
    edtf = f"{start + timedelta(days=first)}/{start + timedelta(days=last)}"
    return Resolved(edtf, Basis.INFERRED, counted=True)


def part_decade(reading: Reading) -> Resolved:
    start = (reading.published.year // 10 + reading.direction()) * 10
    first, last = DECADE_PARTS[reading.part()]
    return Resolved(f"{start + first}/{start + last}", Basis.INFERRED, counted=True)


def this_time(reading: Reading) -> Resolved:
    year = reading.published.year + reading.direction()
    return relative(f"{year_month(year, reading.published.month)}~")


ROWS = (
    row(
        "earlier-period",
        rf"earlier (?:in )?(?:this|the) {UNIT}",
        earlier,
        "from the period's start to the day of publication",
    ),
    row("so-far", rf"so far this {UNIT}", earlier, "the same"),
    row("later-period", rf"later (?:in )?(?:this|the) {UNIT}", later, "from the day of publication to its end"),
    row("part-week", rf"{PART}(?P<which>last|this|next|the) week", part_week, "early is Monday and Tuesday"),
    row("midweek", r"(?P<part>mid)-?week", part_week, "Tuesday to Thursday"),
    row("part-decade-near", rf"{PART}(?P<which>last|this|next|the) decade", part_decade, "thirds of ten years"),
    row("but-one", rf"the {UNIT} (?P<way>before last|after next)", but_one, "two steps away"),
    row("this-time", r"(?:around |about )?this time (?P<which>last|next) year", this_time, "the month, roughly"),
    row("period", rf"{WHICH} {UNIT}", period, "calendar week (Monday first), month or year"),
)
