"""Seasons, quarters and halves of a year. Seasons are those of the northern hemisphere.

EDTF has a code for winter but does not say of which two years: a winter is given by its months where they are
known, and by the code alone where “the winter of 2023” can be either.
"""

from __future__ import annotations

from datetime import date

from claims.text.readings import (
    BARE_YEAR,
    IN_YEAR,
    PART,
    WHICH,
    Reading,
    Resolved,
    months,
    relative,
    row,
    shift_month,
    stated,
    year_month,
)
from claims.text.uncertain import Basis, month_end

# The first month, and EDTF's code; "fall" is American for autumn.
STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
QUARTER = r"(?:(?:the )?(?P<nth>first|second|third|fourth|last|final)[ -]quarter|Q(?P<q>[1-4]))"
# The part of a season, as an index of its three months.
PARTS = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}


def _begun(reading: Reading) -> int:
    """The year in which the last such season to begin by the day of publication began."""
    start = STARTS[reading.word("season")]
    return reading.published.year - (start > reading.published.month)


def _chosen(reading: Reading) -> int:
    """The year in which “last”, “this” or “next” season begins: last is over, next has not begun."""
    published, way = reading.published, reading.direction()
    begun = _begun(reading)
    if way > 0:
        return begun + 1
    first = shift_month(begun, STARTS[reading.word("season")], 3)
    running = (published.year, published.month) < first
    if way < 0:
        return begun - running
    # “This winter” is told of until spring is over; the other seasons are those of the year.
    return published.year - (reading.word("season") == "winter" and published.month < STARTS["summer"])


def _season(name: str, year: int) -> str:
    if name == "winter":
        return f"{year_month(year, 12)}/{year_month(year + 1, 2)}"
    return f"{year}-{CODES[name]}"


def season_year(reading: Reading) -> Resolved:
    return reading.told(f"{reading.year()}-{CODES[reading.word('season')]}")


def winter_years(reading: Reading) -> Resolved | None:
    first = reading.number("year")
    follows = reading.number("ending") == (first + 1) % 100
    return stated(_season("winter", first)) if follows else None


def which_season(reading: Reading) -> Resolved:
    return relative(_season(reading.word("season"), _chosen(reading)))


def season(reading: Reading) -> Resolved:
    return relative(_season(reading.word("season"), _begun(reading)))


def part_season(reading: Reading) -> Resolved | None:
    """A month of the season; which winter a lone year means is not known."""
    name = reading.word("season")
    if reading.word("year"):
        if name == "winter":
            return None
        year = reading.year()
    else:
        year = _chosen(reading) if reading.word("which") else _begun(reading)
    year, month = shift_month(year, STARTS[name], PARTS[reading.part()])
    return reading.inferred(year_month(year, month))


def within_season(reading: Reading) -> Resolved | None:
    """“Earlier this summer” ends with the day of publication, “later this summer” starts with it."""
    name, published = reading.word("season"), reading.published
    year = _chosen(reading)
    start = date(year, STARTS[name], 1)
    end = month_end(*shift_month(year, STARTS[name], 2))
    if not start <= published <= end:
        return relative(_season(name, year)) if reading.word("way") == "earlier" and end < published else None
    return relative(f"{start}/{published}" if reading.word("way") == "earlier" else f"{published}/{end}")


def quarter(reading: Reading) -> Resolved:
    """Quarters of the calendar year: a company's own may differ, so without “of 2024” it is inferred."""
    number = int(reading.word("q") or ORDINALS[reading.word("nth")])
    if reading.word("year"):
        return reading.told(months(reading.year(), 3 * number - 2, 3 * number))
    year = reading.published.year - (3 * number - 2 > reading.published.month)
    return Resolved(months(year, 3 * number - 2, 3 * number), Basis.INFERRED, counted=True)


def half(reading: Reading) -> Resolved:
    first = 1 if reading.word("nth") == "first" else 7
    return reading.told(months(reading.year(), first, first + 5))


def year_months(reading: Reading) -> Resolved:
    """“The first three months of 2024”."""
    words = reading.word("count")
    count = int(words) if words.isdigit() else NUMBERS[words]
    if not 1 < count < 12:
        raise ValueError("not a part of a year")
    year = reading.year()
    return reading.told(months(year, 1, count) if reading.word("nth") == "first" else months(year, 13 - count, 12))


ROWS = (
    row(
        "winter-years",
        rf"(?:the )?{SEASON.replace('spring|summer|autumn|fall|', '')},? (?:of |in )?{BARE_YEAR}[-–/](?:20)?"
        r"(?P<ending>\d\d)",
        winter_years,
        "the winter of 2023-24 starts in December",
    ),
    row("part-season", rf"{PART}(?:{WHICH} )?(?:the )?{SEASON}(?:{IN_YEAR})?", part_season, "late spring is May"),
    row("season-year", rf"(?:the )?{SEASON}{IN_YEAR}", season_year, "EDTF has seasons"),
    row(
        "within-season",
        rf"(?P<way>earlier|later) (?:in )?(?:this|the) {SEASON}",
        within_season,
        "only while it lasts, or when it is over",
    ),
    row("which-season", rf"{WHICH} {SEASON}", which_season, "last summer is one that is over"),
    row("season", rf"(?:the )?{SEASON}", season, "over the summer: the last that began", alone=False),
    row("quarter-year", rf"{QUARTER}{IN_YEAR}", quarter, "three months"),
    row("year-quarter", rf"{BARE_YEAR} Q(?P<q>[1-4])", quarter, "the same, as tables write it"),
    row("quarter", QUARTER, quarter, "the last one that began, of the calendar year", alone=False),
    row("half", rf"(?:the )?(?P<nth>first|second|last) half{IN_YEAR}", half, "six months"),
    row(
        "year-months",
        rf"the (?P<nth>first|last|final) (?P<count>\d\d?|{'|'.join(NUMBERS)}) months{IN_YEAR}",
        year_months,
        "the first three months of the year",
    ),
)
