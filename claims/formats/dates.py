"""Dates of the record as a reader writes them: “2 March 1973” for 1973-03-02, “about 1868” for 1868~."""

import calendar
import re

DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
HOW_SURE = {"?": "{}, uncertain", "~": "about {}", "%": "about {}, uncertain"}
OPEN = ("", "..")


def in_words(edtf: str) -> str:
    """The date in English; what is no plain date or interval stays as it is."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _date(edtf)
    if start in OPEN and end in OPEN:
        return edtf
    if start in OPEN:
        return f"{_date(end)} or earlier"
    return f"{_date(start)} or later" if end in OPEN else f"{_date(start)} to {_date(end)}"


def _date(edtf: str) -> str:
    found = DATE.fullmatch(edtf)
    if found is None:
        return edtf
    year, month, day, sure = found[1], int(found[2] or 0), int(found[3] or 0), found[4]
    if month in SEASONS and not day:
        plain = f"{SEASONS[month]} {year}"
    elif month > 12:
        return edtf
    else:
        plain = " ".join(filter(None, (str(day or ""), calendar.month_name[month], year)))
    return HOW_SURE[sure].format(plain) if sure else plain
