"""Days near publication: weekdays, “yesterday”, “the weekend”.

The rule of news: a weekday is the day of publication or the nearest one before it, unless the words say “next”.
"""

from __future__ import annotations

from datetime import date, timedelta

from claims.text.readings import (
    DAYTIME,
    SPAN,
    TO,
    WEEKDAY,
    WEEKDAY_2,
    WHICH,
    Reading,
    Resolved,
    back_to,
    monday,
    relative,
    row,
)

OFFSETS = {"yesterday": -1, "last": -1, "tomorrow": 1}
IN_DAY = r"(?:(?:early|late|earlier|later|mid) (?:on )?|(?:early|late|mid)-)?"


def weekday(reading: Reading) -> Resolved:
    return relative(back_to(reading.published, reading.weekday()))


def _after(day: date, weekday: int) -> date:
    """The first such weekday after the day."""
    return back_to(day + timedelta(days=7), weekday)


def _before(day: date, weekday: int) -> date:
    return back_to(day - timedelta(days=1), weekday)


def which_weekday(reading: Reading) -> Resolved:
    way, name = reading.direction(), reading.weekday()
    if way > 0:
        return relative(_after(reading.published, name))
    if way < 0:
        return relative(_before(reading.published, name))
    return relative(monday(reading.published) + timedelta(days=name))


def before_last(reading: Reading) -> Resolved:
    return relative(_before(reading.published, reading.weekday()) - timedelta(weeks=1))


def weekday_span(reading: Reading) -> Resolved:
    """The last day is the first such one after the first, so that it may lie ahead."""
    first = back_to(reading.published, reading.weekday())
    last = _after(first, reading.weekday("weekday2"))
    reading.joined(last - first == timedelta(days=1))
    return relative(f"{first}/{last}")


def week_weekday(reading: Reading) -> Resolved:
    start = monday(reading.published) + timedelta(weeks=reading.direction())
    return relative(start + timedelta(days=reading.weekday()))


def weekday_week(reading: Reading) -> Resolved:
    """British “Monday week”: a week after the coming Monday."""
    return relative(_after(reading.published, reading.weekday()) + timedelta(weeks=1))


def today(reading: Reading) -> Resolved:
    return relative(reading.published)


def near(reading: Reading) -> Resolved:
    return relative(reading.published + timedelta(days=OFFSETS[reading.word("near")]))


def two_before(reading: Reading) -> Resolved:
    return relative(reading.published - timedelta(days=2))


def two_after(reading: Reading) -> Resolved:
    return relative(reading.published + timedelta(days=2))


def overnight(reading: Reading) -> Resolved:
    return relative(f"{reading.published - timedelta(days=1)}/{reading.published}")


def weekend(reading: Reading) -> Resolved:
    """The last one that began, unless “this” or “next”."""
    published, way = reading.published, reading.direction()
    start = monday(published) + timedelta(days=5)
    if way < 0 or not reading.word("which"):
        start -= timedelta(weeks=published <= start)
        start -= timedelta(weeks=bool(reading.word("but_one")))
    elif way > 0:
        start += timedelta(weeks=1)
    return relative(f"{start}/{start + timedelta(days=1)}")


ROWS = (
    row(
        "weekdays",
        rf"{SPAN}{IN_DAY}{WEEKDAY}{DAYTIME}{TO}{IN_DAY}{WEEKDAY_2}{DAYTIME}",
        weekday_span,
        "Monday to Wednesday; the last day may be still to come",
    ),
    row("week-weekday", rf"{WHICH} week[’']?s? (?:on )?{WEEKDAY}", week_weekday, "a day of that calendar week"),
    row("weekday-of-week", rf"{WEEKDAY}{DAYTIME},? (?:of )?{WHICH} week", week_weekday, "the same, weekday first"),
    row("weekday-before-last", rf"(?:the )?{WEEKDAY} before last", before_last, "a week before last Friday"),
    row(
        "which-weekday",
        rf"{WHICH} {WEEKDAY}{DAYTIME}",
        which_weekday,
        "last Friday is before the day of publication, never on it; next is the first after it",
    ),
    row("weekday-week", rf"{WEEKDAY} week", weekday_week, "British: a week after the coming Monday"),
    row("week-on-weekday", rf"a week (?:on|from) {WEEKDAY}", weekday_week, "the same"),
    row("weekday", rf"{IN_DAY}{WEEKDAY}{DAYTIME}", weekday, "the day of publication or the nearest before it"),
    row(
        "today",
        # With small letters: “This Morning” and “TODAY” are programmes.
        r"(?:(?:early|earlier|late|later) )?(?:(?-i:[Tt]oday)|tonight|this (?:very )?(?-i:morning|lunchtime|afternoon"
        r"|evening))",
        today,
        "the day of publication",
    ),
    row("before-yesterday", r"the (?:day before yesterday|night before last)", two_before, "two days before"),
    row("after-tomorrow", r"the day after tomorrow", two_after, "two days after"),
    row(
        "near",
        rf"(?:(?:early|earlier|late|later) )?(?:(?P<near>yesterday|tomorrow){DAYTIME})",
        near,
        "the day before, the day after",
    ),
    row("last-night", r"(?:late |early )?(?P<near>last) (?:night|evening)", near, "the day before publication"),
    row("overnight", r"overnight", overnight, "from the evening before to the day of publication"),
    row("weekend-before", r"the weekend (?P<but_one>before last)", weekend, "one before the last"),
    row("weekend", rf"(?:{WHICH}|the) weekend", weekend, "Saturday and Sunday, past unless this or next"),
)
