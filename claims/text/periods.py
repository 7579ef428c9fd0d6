"""The arithmetic of expressions that count from the day of publication: weekdays, "last week", "two years ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.text.calendars import (
    MONTH_PARTS,
    YEAR_PARTS,
    Resolved,
    direction,
    inferred,
    nearest_past,
    relative,
    shift_month,
    year_month,
)
from claims.text.uncertain import month_end

Match = re.Match[str]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "a couple of": 2,
    "a dozen": 12, "half a dozen": 6,
}  # fmt: skip
HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}


def _back_to(published: date, name: str) -> date:
    return published - timedelta(days=(published.weekday() - DAYS.index(name)) % 7)


def weekday(match: Match, published: date) -> Resolved:
    return relative(_back_to(published, match["weekday"].lower()))


def which_weekday(match: Match, published: date) -> Resolved:
    found, way = _back_to(published, match["weekday"].lower()), direction(match)
    if way > 0:
        return relative(found + timedelta(days=7))
    if way == 0:
        return relative(_monday(published) + timedelta(days=DAYS.index(match["weekday"].lower())))
    return relative(found - timedelta(days=7) if found == published else found)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_weekday(match: Match, published: date) -> Resolved:
    start = _monday(published) + timedelta(weeks=direction(match))
    return relative(start + timedelta(days=DAYS.index(match["weekday"].lower())))


def today(match: Match, published: date) -> Resolved:
    return relative(published)


def yesterday(match: Match, published: date) -> Resolved:
    return relative(published - timedelta(days=1))


def before_yesterday(match: Match, published: date) -> Resolved:
    return relative(published - timedelta(days=2))


def tomorrow(match: Match, published: date) -> Resolved:
    return relative(published + timedelta(days=1))


def weekend(match: Match, published: date) -> Resolved:
    start = _monday(published) + timedelta(days=5)
    if not match["which"] or direction(match) < 0:
        start = start if published > start else start - timedelta(weeks=1)
    elif direction(match) > 0:
        start += timedelta(weeks=1)
    return relative(f"{start}/{start + timedelta(days=1)}")


def _back(published: date, match: Match) -> tuple[date, str] | None:
    """The day `count` units before publication, and its unit; None for "a few" and "several"."""
    words = match["count"].lower()
    count = int(words) if words.isdigit() else NUMBERS.get(words)
    unit = match["unit"].lower()
    if count is None:
        return None
    if unit in ("day", "week"):
        return published - timedelta(days=count * (7 if unit == "week" else 1)), unit
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = shift_month(published.year, published.month, -months)
    return date(year, month, min(published.day, month_end(year, month).day)), unit


def ago(match: Match, published: date) -> Resolved | None:
    found = _back(published, match)
    if found is None:
        return None
    day, unit = found
    if unit == "day":
        return relative(day)
    return relative({"week": f"{day}~", "month": f"{year_month(day.year, day.month)}~"}.get(unit, f"{day.year:04}~"))


def _to_unit(day: date, unit: str) -> str:
    return str(day) if unit in ("day", "week") else year_month(day.year, day.month)


def more_ago(match: Match, published: date) -> Resolved | None:
    found = _back(published, match)
    return relative(f"../{_to_unit(*found)}") if found else None


def less_ago(match: Match, published: date) -> Resolved | None:
    found = _back(published, match)
    return relative(f"{_to_unit(*found)}/{published}") if found else None


def _start(published: date, unit: str) -> date:
    if unit == "week":
        return _monday(published)
    return published.replace(day=1) if unit == "month" else published.replace(month=1, day=1)


def _end(published: date, unit: str) -> date:
    if unit == "week":
        return _monday(published) + timedelta(days=6)
    return month_end(published.year, published.month if unit == "month" else 12)


def earlier_period(match: Match, published: date) -> Resolved:
    return relative(f"{_start(published, match['unit'].lower())}/{published}")


def later_period(match: Match, published: date) -> Resolved:
    return relative(f"{published}/{_end(published, match['unit'].lower())}")


def part_period(match: Match, published: date) -> Resolved:
    way, part = direction(match), match["part"].lower()
    if match["unit"].lower() == "year":
        first, last = YEAR_PARTS[part]
        return inferred(f"{year_month(published.year + way, first)}/{year_month(published.year + way, last)}")
    year, month = shift_month(published.year, published.month, way)
    first, last = MONTH_PARTS[part]
    last = min(last, month_end(year, month).day)
    return inferred(f"{date(year, month, first)}/{date(year, month, last)}")


def period(match: Match, published: date) -> Resolved:
    way, unit = direction(match), match["unit"].lower()
    if unit == "week":
        start = _monday(published) + timedelta(weeks=way)
        return relative(f"{start}/{start + timedelta(days=6)}")
    if unit == "month":
        return relative(year_month(*shift_month(published.year, published.month, way)))
    if unit == "decade":
        return relative(f"{published.year // 10 + way}X")
    return relative(f"{published.year + way:04}")


def holiday(match: Match, published: date) -> Resolved:
    return relative(nearest_past(published, *HOLIDAYS[match["holiday"].lower().replace("’", "'")]))
