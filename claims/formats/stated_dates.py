"""Dates as pages and feeds write them in their metadata; what can be read in two ways is read in none."""

import calendar
import re

from claims.text.uncertain import EdtfError, bounds

MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
YEAR, DAY = r"(?P<year>[0-9]{4})", r"(?P<day>[0-9]{1,2})"
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
TIME = r"(?:[T,\s].*)?"
# Of 10/09/2024 nobody can say which day is meant, so that only months by name may stand before the year.
FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"{YEAR}(?:(?P<sign>[-/])(?P<month>[0-9]{{2}})(?:(?P=sign)(?P<day>[0-9]{{2}}){TIME})?)?",  # ISO 8601
        rf"{YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){TIME}",  # ISO 8601, basic
        rf"{WEEKDAY}{DAY}(?:st|nd|rd|th)?[\s-]+{MONTH},?[\s-]+{YEAR}{TIME}",  # RFC 2822, and Britain
        rf"{WEEKDAY}{MONTH}\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}{TIME}",  # America, and what JavaScript writes
        rf"{MONTH},?\s+{YEAR}",
    )
)


def stated_date(value: str) -> str:
    """The date in EDTF, as precise as it is written; empty where it is none, or can be another one.

    The day is the one that is written, wherever its time zone is.
    """
    found = next(filter(None, (form.fullmatch(value.strip()) for form in FORMS)), None)
    if found is None:
        return ""
    given = found.groupdict()
    month, day = _number(given.get("month")), _number(given.get("day"))
    edtf = "-".join([given["year"], *(f"{part:02}" for part in (month, day) if part is not None)])
    try:
        bounds(edtf)
    except EdtfError:
        return ""
    # A month of 21 and more is a season in EDTF, which no page means.
    return edtf if (month or 1) <= 12 else ""


def _number(part: str | None) -> int | None:
    if part is None:
        return None
    return MONTHS.get(part.lower()) or int(part)
