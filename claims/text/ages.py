"""Counted distances: “two years ago”, “over the past three months”, “in two weeks' time”."""

from __future__ import annotations

from datetime import date, timedelta

from claims.text.readings import (
    WEEKDAY,
    Reading,
    Resolved,
    back_to,
    monday,
    relative,
    row,
    shift_day,
    year_month,
)

ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: dict[str, float] = {
    **{word: index for index, word in enumerate(ONES, 1)},
    **{word: index * 10 for index, word in enumerate(TENS, 2)},
    "a": 1, "an": 1, "a couple of": 2, "a couple": 2, "a dozen": 12, "half a dozen": 6, "two dozen": 24, "half a": 0.5,
    "a half": 0.5, "half-a": 0.5, "a quarter": 0.25, "a quarter of a": 0.25, "a hundred": 100,
}  # fmt: skip
COUNT = (
    r"(?P<count>\d{1,3}|half[ -]a(?: dozen)?|a (?:couple(?: of)?|dozen|half|quarter(?: of a)?|hundred)|two dozen|an?"
    rf"|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ONES[:9])}))?|{'|'.join(sorted(ONES, key=len, reverse=True))})"
)
UNIT = r"(?P<unit>day|week|fortnight|month|year|decade|century|centurie)s?"
# “A year and a half ago”, “two and a half years ago”.
AGE = rf"{COUNT}(?P<half>(?: and a |-and-a-)half)?[ -]{UNIT}(?P<more_half> and a half)?"
MORE = r"(?:(?:well |just |a little |slightly )?over|(?:a little |slightly )?more than|at least|upwards of)"
LESS = (
    r"(?:(?:very )?nearly|almost|(?:a little |slightly )?less than|(?:just )?under|not quite|up to|no more than|at most"
    r"|within the (?:last|past)|fewer than)"
)
ABOUT = r"(?:(?:about|around|some|roughly|approximately|exactly|just|only|barely) )?"
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
# Up to so many hours ago it was still the day of publication, as far as a day's issue goes.
SAME_DAY = 11
# A window of units this long is told to the day; of longer ones, to the month.
EXACT = ("day", "week", "fortnight")


def _count(words: str) -> float:
    if words.isdigit():
        return int(words)
    tens, _, ones = words.partition("-")
    return NUMBERS[tens] + NUMBERS[ones] if ones in ONES else NUMBERS[words]


def _moved(reading: Reading, day: date, way: int) -> date:
    """The day, moved by the distance that the words tell: forth for 1, back for -1."""
    unit = reading.word("unit")
    count = _count(reading.word("count")) + (0.5 if reading.word("half", "more_half") else 0)
    if unit in DAYS_IN:
        return day + timedelta(days=way * int(count * DAYS_IN[unit]))
    return shift_day(day, way * int(count * MONTHS_IN[unit]))


def _to_unit(reading: Reading, day: date) -> str:
    """A day where days and weeks are counted, a month where longer units are."""
    return str(day) if reading.word("unit") in EXACT else year_month(day.year, day.month)


def ago(reading: Reading) -> Resolved:
    """Days are counted exactly, longer units only to their own precision."""
    day, unit = _moved(reading, reading.published, -1), reading.word("unit")
    if unit == "day":
        return relative(day)
    if unit in EXACT:
        return relative(f"{day}~")
    months = unit == "month" or reading.word("half", "more_half") or _count(reading.word("count")) < 1
    return relative(f"{year_month(day.year, day.month)}~" if months and unit != "century" else f"{day.year:04}~")


def more_ago(reading: Reading) -> Resolved:
    return relative(f"../{_to_unit(reading, _moved(reading, reading.published, -1))}")


def less_ago(reading: Reading) -> Resolved:
    return relative(f"{_to_unit(reading, _moved(reading, reading.published, -1))}/{reading.published}")


def ahead(reading: Reading) -> Resolved:
    day, unit = _moved(reading, reading.published, 1), reading.word("unit")
    return relative(day if unit == "day" else f"{_to_unit(reading, day)}~")


def past_unit(reading: Reading) -> Resolved:
    """“The past year”: the twelve months up to publication, not the calendar year."""
    unit = reading.word("unit")
    day = reading.published
    start = day - timedelta(days=DAYS_IN[unit]) if unit in DAYS_IN else shift_day(day, -MONTHS_IN[unit])
    return relative(f"{_to_unit(reading, start)}/{day}")


def coming_window(reading: Reading) -> Resolved:
    return relative(f"{reading.published}/{_to_unit(reading, _moved(reading, reading.published, 1))}")


def to_the_day(reading: Reading) -> Resolved:
    """“Two years ago today”, “a week ago Monday”, “a year ago this month”."""
    if reading.word("weekday"):
        return relative(_moved(reading, back_to(reading.published, reading.weekday()), -1))
    day, on = _moved(reading, reading.published, -1), reading.word("on")
    if on == "today":
        return relative(day)
    if on == "this week":
        start = monday(day)
        return relative(f"{start}/{start + timedelta(days=6)}")
    return relative(year_month(day.year, day.month))


def hours_ago(reading: Reading) -> Resolved:
    hours = int(_count(reading.word("count") or "a")) if reading.word("unit") == "hour" else 0
    if hours <= SAME_DAY:
        return relative(reading.published)
    first = reading.published - timedelta(days=-(-hours // 24))
    last = reading.published - timedelta(days=hours // 24)
    return relative(first if first == last else f"{first}/{last}")


def past_hours(reading: Reading) -> Resolved:
    days = -(-int(_count(reading.word("count"))) // 24)
    return relative(f"{reading.published - timedelta(days=days)}/{reading.published}")


ROWS = (
    row(
        "to-the-day",
        rf"{ABOUT}{AGE} ago (?:on )?(?:{WEEKDAY}|(?P<on>today|this (?:week|month)))",
        to_the_day,
        "a week ago Monday: counted from that day",
    ),
    row("more-ago", rf"{MORE} {AGE} ago", more_ago, "open to the past"),
    row("less-ago", rf"{LESS} {AGE} ago", less_ago, "from then to now"),
    row("ago", rf"{ABOUT}{AGE} ago", ago, "days are counted exactly; longer units only to their own precision"),
    row(
        "hours-ago",
        rf"{ABOUT}(?:(?:{COUNT}|a few) )?(?:(?P<unit>hour|minute|second)s?|moments?) ago",
        hours_ago,
        "the day of publication, or the one before where the hours reach back to it",
    ),
    row(
        "past-hours",
        rf"(?:the |these |this )?(?:last|past) {COUNT} hours",
        past_hours,
        "from the day they reach back to",
    ),
    row("past-window", rf"(?:the |these )?(?:last|past) {AGE}", less_ago, "from then to the day of publication"),
    row("past-unit", rf"(?:(?:the|this) past|the last|past) {UNIT}", past_unit, "the last seven days, twelve months …"),
    row("coming-window", rf"(?:the )?(?:next|coming) {AGE}", coming_window, "from the day of publication on"),
    row("ahead", rf"{AGE}[’']?s?[’']? (?:time|from (?:now|today))", ahead, "counted like “ago”, forth"),
)
