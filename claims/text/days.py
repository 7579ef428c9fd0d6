"""Days of the calendar: “12 September 2024”, “Sept. 10-12”, “the first Monday in May”."""

from __future__ import annotations

from datetime import date, timedelta

from claims.text.readings import (
    BARE_YEAR,
    DAY,
    DAY_2,
    DAYTIME,
    IN_YEAR,
    MONTH,
    MONTH_2,
    SPAN,
    TO,
    WEEKDAY,
    Reading,
    Resolved,
    back_to,
    nearest_past,
    relative,
    row,
    shift_month,
    stated,
)
from claims.text.uncertain import month_end

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
NTH = r"(?:the )(?P<nth>first|second|third|fourth|fifth|last|final)"
OF_MONTH = rf"(?:{MONTH}(?:{IN_YEAR})?|(?P<which>last|this|next|the) month)"
# How many months back a “Friday the 13th” is looked for; the longest gap between two is fourteen.
LOOK_BACK = 15


def iso(reading: Reading) -> Resolved:
    return stated(date(reading.number("year"), reading.number("first"), reading.number("second")))


def numeric(reading: Reading) -> Resolved | None:
    """The one date that the figures can be: day first as in Britain, or month first as in America."""
    year, found = reading.number("year"), set()
    first, second = reading.number("first"), reading.number("second")
    for day, month in ((first, second), (second, first)):
        try:
            found.add(date(year, month, day))
        except ValueError:
            continue
    return stated(found.pop()) if len(found) == 1 else None


def day_month(reading: Reading) -> Resolved:
    month, day = reading.month(), reading.number("day")
    if reading.word("year"):
        return reading.told(date(reading.year(), month, day))
    return relative(nearest_past(reading.published, month, day))


def day_range(reading: Reading) -> Resolved:
    first, last = reading.number("day"), reading.number("day2")
    reading.joined(last == first + 1)
    month = reading.month()
    year = reading.year() if reading.word("year") else nearest_past(reading.published, month, first).year
    return reading.told(f"{date(year, month, first)}/{date(year, month, last)}")


def across_months(reading: Reading) -> Resolved:
    """The year belongs to the last day; the first is the nearest such day before it."""
    month, day, month_2, day_2 = (
        reading.month(), reading.number("day"), reading.month("month2"), reading.number("day2"),
    )  # fmt: skip
    if reading.word("year"):
        last = date(reading.year(), month_2, day_2)
        first = nearest_past(last, month, day)
    else:
        first = nearest_past(reading.published, month, day)
        last = date(first.year + ((month_2, day_2) < (month, day)), month_2, day_2)
    reading.joined(last - first == timedelta(days=1))
    return reading.told(f"{first}/{last}")


def weekday_date(reading: Reading) -> Resolved | None:
    """The weekday picks the year that is not told; against a year that is told it makes the date doubtful."""
    month, day, weekday = reading.month(), reading.number("day"), reading.weekday()
    if reading.word("year"):
        found = date(reading.year(), month, day)
        return reading.told(str(found) if found.weekday() == weekday else f"{found}?")
    past = nearest_past(reading.published, month, day)
    for candidate in (past, date(past.year + 1, month, day)):
        if candidate.weekday() == weekday:
            return relative(candidate)
    return None


def weekday_number(reading: Reading) -> Resolved | None:
    """“Friday the 13th”: the last one up to publication."""
    day = reading.number("day")
    for back in range(LOOK_BACK):
        year, month = shift_month(reading.published.year, reading.published.month, -back)
        if day <= month_end(year, month).day:
            found = date(year, month, day)
            if found <= reading.published and found.weekday() == reading.weekday():
                return relative(found)
    return None


def of_month(reading: Reading) -> tuple[int, int]:
    """The year and month of “of March”, “of March 2023” or “of last month”."""
    if not reading.word("month"):
        return shift_month(reading.published.year, reading.published.month, reading.direction())
    month = reading.month()
    if reading.word("year"):
        return reading.year(), month
    return reading.published.year - (month > reading.published.month), month


def day_alone(reading: Reading) -> Resolved:
    """“On the 5th”: the nearest past one, or that of the month that is told."""
    day, published = reading.number("day"), reading.published
    if reading.word("which"):
        return relative(date(*of_month(reading), day))
    year, month = shift_month(published.year, published.month, -(day > published.day))
    while day > month_end(year, month).day:
        year, month = shift_month(year, month, -1)
    return relative(date(year, month, day))


def nth_weekday(reading: Reading) -> Resolved:
    year, month = of_month(reading)
    if reading.word("nth") in ("last", "final"):
        return reading.told(back_to(month_end(year, month), reading.weekday()))
    first = back_to(date(year, month, 7), reading.weekday())
    found = first + timedelta(weeks=ORDINALS[reading.word("nth")] - 1)
    if found.month != month:
        raise ValueError("no fifth such day in that month")
    return reading.told(found)


def nth_week(reading: Reading) -> Resolved:
    """Runs of seven days from the first of the month; calendar weeks would reach out of it."""
    year, month = of_month(reading)
    end = month_end(year, month)
    if reading.word("nth") in ("last", "final"):
        return reading.inferred(f"{end - timedelta(days=6)}/{end}")
    first = date(year, month, 1) + timedelta(weeks=ORDINALS[reading.word("nth")] - 1)
    return reading.inferred(f"{first}/{min(end, first + timedelta(days=6))}")


ROWS = (
    row("year-first", rf"{BARE_YEAR}[-/.](?P<first>\d\d)[-/.](?P<second>\d\d)", iso, "as programs write it"),
    row(
        "numeric",
        rf"(?P<first>\d\d?)[-/.](?P<second>\d\d?)[-/.]{BARE_YEAR}",
        numeric,
        "13/03/2024 can be one day only, 5/3/2024 is two",
    ),
    row(
        "weekday-day-month",
        rf"{WEEKDAY}{DAYTIME},? {DAY} (?:of )?{MONTH}(?:{IN_YEAR})?",
        weekday_date,
        "the date says more than the weekday, which checks it",
    ),
    row(
        "weekday-month-day", rf"{WEEKDAY}{DAYTIME},? {MONTH} {DAY}(?:{IN_YEAR})?", weekday_date, "the same, month first"
    ),
    row(
        "months-days",
        rf"{SPAN}{MONTH} {DAY}{TO}{MONTH_2} {DAY_2}(?:{IN_YEAR})?",
        across_months,
        "Sept. 28 to Oct. 3: the last day is the first such one after the first",
    ),
    row("days-months", rf"{SPAN}{DAY} {MONTH}{TO}{DAY_2} {MONTH_2}(?:{IN_YEAR})?", across_months, "the same"),
    row(
        "month-days",
        rf"{SPAN}{MONTH} {DAY}{TO}{DAY_2}(?:{IN_YEAR})?",
        day_range,
        "March 3-5; without a year the nearest past ones",
    ),
    row("days-month", rf"{SPAN}{DAY}{TO}{DAY_2}(?: of)? {MONTH}(?:{IN_YEAR})?", day_range, "9 to 11 September"),
    row(
        "day-month",
        rf"{DAY}(?: of)? {MONTH}(?:{IN_YEAR})?",
        day_month,
        "12 September 2024; without a year the nearest past one",
    ),
    row("month-day", rf"{MONTH} {DAY}(?:{IN_YEAR})?", day_month, "the same, month first"),
    row("weekday-number", rf"{WEEKDAY},? (?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)", weekday_number, "Friday the 13th"),
    row(
        "day-alone",
        r"the (?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?: of (?P<which>last|this|next|the) month)?"
        r"(?![ -](?!that|and|but|when|in|at|to)\w)",
        day_alone,
        "on the 5th, but not on the 5th floor",
        alone=False,
    ),
    row("nth-weekday", rf"{NTH} {WEEKDAY} (?:in|of) {OF_MONTH}", nth_weekday, "the first Monday in May"),
    row("nth-week", rf"{NTH} (?:full )?week (?:in|of) {OF_MONTH}", nth_week, "the last week of August: seven days"),
)
