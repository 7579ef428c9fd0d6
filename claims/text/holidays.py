"""Days with a name: fixed, by rule of the calendar, or by the date of Easter (that of the western churches).

A name that means different days in different countries (“Independence Day”, “Labour Day”) is in none of the
tables but in `untold`: the text's country is not known here.
"""

from __future__ import annotations

from datetime import date, timedelta

from claims.text.readings import IN_YEAR, WHICH, Reading, Resolved, back_to, row
from claims.text.uncertain import month_end

FIXED = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "st. patrick's day": (3, 17), "st patrick's day": (3, 17),
    "april fools' day": (4, 1), "april fool's day": (4, 1), "may day": (5, 1), "juneteenth": (6, 19),
    "fourth of july": (7, 4), "july fourth": (7, 4), "bastille day": (7, 14), "halloween": (10, 31),
    "bonfire night": (11, 5), "armistice day": (11, 11), "veterans day": (11, 11), "veterans' day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip
# Month, weekday (Monday is 0) and which of them; -1 is the last of the month.
BY_RULE = {
    "martin luther king day": (1, 0, 3), "presidents day": (2, 0, 3), "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1), "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "remembrance sunday": (11, 6, 2),
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4),
}  # fmt: skip
# Days after Easter Sunday.
BY_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter sunday": 0, "easter monday": 1, "easter": 0, "ascension day": 39, "pentecost": 49,
    "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
# Seasons as much as days: the day is about right.
ROUGH = {"christmas", "easter"}
# Canada has its own; English news means the American day unless it says otherwise.
AMERICAN = {"thanksgiving", "thanksgiving day", "memorial day", *AFTER_THANKSGIVING}


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the “anonymous” computus of 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    fours, ones = divmod(rest, 4)
    days = (32 + 2 * left + 2 * fours - moon - ones) % 7
    month, day = divmod(moon + days - 7 * ((golden + 11 * moon + 22 * days) // 451) + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        return back_to(month_end(year, month), weekday)
    return back_to(date(year, month, 7), weekday) + timedelta(weeks=which - 1)


def day_of(name: str, year: int) -> date:
    """The named day of a year."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in BY_RULE:
        return _nth(year, *BY_RULE[name])
    if name in BY_EASTER:
        return easter(year) + timedelta(days=BY_EASTER[name])
    return _nth(year, *BY_RULE["thanksgiving"]) + timedelta(days=AFTER_THANKSGIVING[name])


def _chosen(reading: Reading, name: str) -> date:
    """In the year told; else the last up to publication, the last before it, or the first after it."""
    if reading.word("year"):
        return day_of(name, reading.year())
    published, way = reading.published, reading.direction()
    this_year = day_of(name, published.year)
    if reading.word("which") == "this":
        return this_year
    if way > 0:
        return this_year if this_year > published else day_of(name, published.year + 1)
    past = this_year < published if way < 0 else this_year <= published
    return this_year if past else day_of(name, published.year - 1)


def _name(reading: Reading) -> str:
    return reading.word("holiday").replace("’", "'")


def holiday(reading: Reading) -> Resolved:
    name = _name(reading)
    day = _chosen(reading, name)
    edtf = f"{day}~" if name in ROUGH else str(day)
    return reading.inferred(edtf) if name in AMERICAN else reading.told(edtf)


def holiday_weekend(reading: Reading) -> Resolved | None:
    """The days off around the holiday; None where it falls in midweek and nobody can say."""
    day = _chosen(reading, _name(reading))
    if day.weekday() not in WEEKENDS:
        return None
    before, after = WEEKENDS[day.weekday()]
    return reading.inferred(f"{day - timedelta(days=before)}/{day + timedelta(days=after)}")


def _as_written(name: str) -> str:
    """The name's pattern, with its capitals and either apostrophe."""
    capitals = " ".join(word if word == "of" else word.capitalize() for word in name.split())
    return capitals.replace(".", r"\.").replace("'", "[’']")


# Days before and after the holiday that its weekend takes in, by the weekday it falls on.
WEEKENDS = {0: (2, 0), 3: (0, 3), 4: (0, 2), 5: (0, 1), 6: (2, 1)}
NAMES = (*FIXED, *BY_RULE, *BY_EASTER, *AFTER_THANKSGIVING)
HOLIDAY = f"(?P<holiday>{'|'.join(_as_written(name) for name in sorted(NAMES, key=len, reverse=True))})"

ROWS = (
    row(
        "holiday-weekend",
        rf"(?:(?:{WHICH}|the) )?{HOLIDAY} weekend(?:{IN_YEAR})?",
        holiday_weekend,
        "with the days off beside it",
    ),
    row(
        "holiday",
        rf"(?:(?:{WHICH}|the) )?{HOLIDAY}(?:{IN_YEAR})?",
        holiday,
        "days with a fixed date, a rule, or counted from Easter; the nearest past one",
    ),
)
