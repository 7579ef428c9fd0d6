"""Months, years, decades and centuries: “in October 2023”, “mid-2022”, “the early 1990s”."""

from __future__ import annotations

from datetime import date

from claims.text.days import OF_MONTH, of_month
from claims.text.readings import (
    BARE_YEAR,
    BARE_YEAR_2,
    IN_YEAR,
    MONTH,
    MONTH_2,
    PART,
    SPAN,
    TO,
    WHICH,
    YEAR,
    Reading,
    Resolved,
    months,
    relative,
    row,
    stated,
    year_month,
)
from claims.text.uncertain import Basis, month_end

# Thirds of a month, a year, a decade and a century, and their ends: first and last day, month or year of it.
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 10), "end": (21, 31)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 3), "end": (10, 12)}
DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 1), "end": (8, 9)}
CENTURY_PARTS = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "start": (0, 9), "end": (90, 99)}
SPELT_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
SPELT_CENTURIES = {
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
CENTURY = r"(?P<century>1\dth|20th|21st|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
DECADE = r"(?:(?P<decade>1[0-9]\d|20\d)0[’']?s|[’'](?P<short>\d)0[’']?s)"
SPELT = rf"(?P<spelt>{'|'.join(SPELT_DECADES)})"
# Months that are no other word and nobody's first name, so that they need no “in” before them.
PLAIN_MONTH = (
    r"(?P<month>January|February|July|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)


def month_range(reading: Reading) -> Resolved:
    """The year belongs to the last month; without one the first is the nearest past such month."""
    first, last = reading.month(), reading.month("month2")
    reading.joined(last == first % 12 + 1)
    if reading.word("year"):
        year = reading.year() - (last < first)
    else:
        year = reading.published.year - (first > reading.published.month)
    return reading.told(f"{year_month(year, first)}/{year_month(year + (last < first), last)}")


def part_month(reading: Reading) -> Resolved:
    year, month = of_month(reading)
    first, last = MONTH_PARTS[reading.part()]
    return reading.inferred(f"{date(year, month, first)}/{date(year, month, min(last, month_end(year, month).day))}")


def month(reading: Reading) -> Resolved:
    return reading.told(year_month(*of_month(reading)))


def which_month(reading: Reading) -> Resolved:
    """“Last October” is one that has ended, “next October” one that has not begun, “this” is in this year."""
    month, way, published = reading.month(), reading.direction(), reading.published
    past = way < 0 and month >= published.month
    coming = way > 0 and month <= published.month
    return relative(year_month(published.year - past + coming, month))


def years(reading: Reading) -> Resolved:
    first, last = reading.number("year"), reading.number("year2")
    reading.joined(last == first + 1)
    return stated(f"{first}/{last}")


def split_year(reading: Reading) -> Resolved | None:
    """“2019/20” and “2023-24”. “2009-10” could be October 2009 as well, “2019-12” only December."""
    first, last = reading.number("year"), reading.number("ending")
    follows = last == (first + 1) % 100
    if follows and (last > 12 or reading.word("to") == "/"):
        return stated(f"{first}/{first + 1}")
    is_month = 1 <= last <= 12 and not follows and reading.word("to") == "-"
    return stated(year_month(first, last)) if is_month else None


def school_year(reading: Reading) -> Resolved | None:
    first = reading.number("year")
    return stated(f"{first}/{first + 1}") if reading.number("ending") == (first + 1) % 100 else None


def part_year(reading: Reading) -> Resolved:
    return reading.inferred(months(reading.year(), *YEAR_PARTS[reading.part()]))


def about_year(reading: Reading) -> Resolved:
    return stated(f"{reading.year()}~")


def year(reading: Reading) -> Resolved:
    return stated(reading.word("year"))


def _decade(reading: Reading) -> tuple[int, bool]:
    """The first year, and whether the words tell the century."""
    if reading.word("decade"):
        return int(reading.word("decade")) * 10, True
    tens = int(reading.word("short") or SPELT_DECADES[reading.word("spelt")])
    started = reading.published.year // 10 * 10
    if tens * 10 == started % 100:
        raise ValueError("this century's decade or the last one's")  # “the ’20s” in 2024
    return started - (started - tens * 10) % 100, False


def decade(reading: Reading) -> Resolved:
    """A century's own hundreds can be the hundred years or the first ten: “the 1800s”."""
    start, tells = _decade(reading)
    wide = start % 100 == 0 and start < 2000
    edtf = f"{start // 100}XX" if wide else f"{start // 10}X"
    return stated(edtf) if tells else relative(edtf)


def part_decade(reading: Reading) -> Resolved:
    start, tells = _decade(reading)
    wide = start % 100 == 0 and start < 2000
    first, last = (CENTURY_PARTS if wide else DECADE_PARTS)[reading.part()]
    return Resolved(f"{start + first}/{start + last}", Basis.INFERRED, counted=not tells)


def _century(reading: Reading) -> int:
    words = reading.word("century")
    return SPELT_CENTURIES.get(words) or int(words[:2])


def century(reading: Reading) -> Resolved:
    return stated(f"{_century(reading) - 1}XX")


def part_century(reading: Reading) -> Resolved:
    first, last = CENTURY_PARTS[reading.part()]
    start = (_century(reading) - 1) * 100
    return Resolved(f"{start + first}/{start + last}", Basis.INFERRED, counted=False)


ROWS = (
    row("months-year", rf"{SPAN}{MONTH}{TO}{MONTH_2}{IN_YEAR}", month_range, "March to May 2023"),
    row("months", rf"{SPAN}{MONTH}{TO}{MONTH_2}", month_range, "March to May: the nearest past ones", alone=False),
    row(
        "part-month",
        rf"{PART}{OF_MONTH}",
        part_month,
        "thirds of a month: early is 1-10",
    ),
    row("month-year", rf"{MONTH}{IN_YEAR}", month, "a month is its own precision"),
    row("which-month", rf"{WHICH} {MONTH}", which_month, "last October is one that has ended"),
    row("plain-month", PLAIN_MONTH, month, "a month without a year is this one or the nearest past one"),
    row(
        "month",
        rf"(?<!by )(?<!from ){MONTH}",
        month,
        "the same; but May, June and April can be people",
        alone=False,
    ),
    row(
        "school-year",
        rf"(?:the )?{BARE_YEAR}[-–/](?:20)?(?P<ending>\d\d) (?:season|(?:school|academic|financial|fiscal) year)",
        school_year,
        "it lies in the two years, whenever it starts",
    ),
    row("years", rf"{SPAN}{BARE_YEAR}{TO}{BARE_YEAR_2}", years, "2019 to 2021", alone=False),
    row("split-year", rf"{BARE_YEAR}(?P<to>[-–/])(?P<ending>\d\d)", split_year, "two years, or a month", alone=False),
    row(
        "part-year",
        rf"{PART}(?:the year )?{YEAR}",
        part_year,
        "thirds of a year: late is September on; its ends are quarters",
    ),
    row(
        "about-year",
        rf"(?:about|around|approximately) {BARE_YEAR}",
        about_year,
        "the writer says so",
        alone=False,
    ),
    row("circa-year", rf"(?:circa|c\.) {BARE_YEAR}", about_year, "the same"),
    row("part-decade", rf"{PART}(?:the )?{DECADE}", part_decade, "thirds of ten years: early is 0-3"),
    row("part-spelt", rf"the (?P<part>early|mid|late)[ -]{SPELT}", part_decade, "not “her early sixties”"),
    row("spelt-decade", rf"the {SPELT}", decade, "the last such decade that is over", alone=False),
    row("decade", rf"(?:the )?{DECADE}", decade, "ten years, one digit unknown", alone=False),
    row("part-century", rf"{PART}(?:the )?{CENTURY}[ -]century", part_century, "thirds of a hundred years"),
    row("century", rf"(?:the )?{CENTURY}[ -]century", century, "two digits unknown", alone=False),
    row("year", rf"(?:the year )?{BARE_YEAR}", year, "a year is its own precision", alone=False),
)
