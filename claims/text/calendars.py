"""The arithmetic behind each row of date expressions. Each function takes the match and the publication day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from claims.text.uncertain import Basis, month_end

Match = re.Match[str]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "a couple of": 2,
    "a dozen": 12, "half a dozen": 6,
}  # fmt: skip
# EDTF's codes; "fall" is American for autumn.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
# A month's and a year's early, middle and late part, as first and last day or month.
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
HOLIDAYS = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
            "new year's eve": (12, 31)}


@dataclass(frozen=True, slots=True)
class Resolved:
    """An EDTF string and its basis."""

    edtf: str
    basis: Basis


def _stated(edtf: str) -> Resolved:
    return Resolved(edtf, Basis.STATED)


def _relative(edtf: str | date) -> Resolved:
    return Resolved(str(edtf), Basis.RELATIVE)


def _inferred(edtf: str) -> Resolved:
    return Resolved(edtf, Basis.INFERRED)


def _group(match: Match, *names: str) -> str:
    """The first of several groups that took part in the match, in lower case."""
    groups = match.groupdict()
    return next((groups[name].lower() for name in names if groups.get(name)), "")


def _month(match: Match, name: str = "month") -> int:
    return MONTHS.index(match[name][:3].lower()) + 1


def _direction(match: Match) -> int:
    """-1, 0 or 1 for "last", "this" and "next"."""
    words = _group(match, "which")
    if words in ("next", "the following", "the coming"):
        return 1
    return 0 if words == "this" else -1


def _ym(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def _shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def _nearest_past(published: date, month: int, day: int) -> date:
    """The last such day up to publication; 29 February looks back as far as it must."""
    for year in range(published.year, published.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published:
            return found
    raise ValueError(f"no day {month}-{day}")


def iso(match: Match, published: date) -> Resolved:
    return _stated(match["iso"])


def full_day(match: Match, published: date) -> Resolved:
    return _stated(str(date(int(match["year"]), _month(match), int(match["day"]))))


def day_range(match: Match, published: date) -> Resolved:
    month, first, last = _month(match), int(match["day"]), int(match["day2"])
    if "year" in match.groupdict():
        year = int(match["year"])
        return _stated(f"{date(year, month, first)}/{date(year, month, last)}")
    year = _nearest_past(published, month, first).year
    return _relative(f"{date(year, month, first)}/{date(year, month, last)}")


def day_month(match: Match, published: date) -> Resolved:
    return _relative(_nearest_past(published, _month(match), int(match["day"])))


def month_range(match: Match, published: date) -> Resolved:
    year = int(match["year"])
    return _stated(f"{_ym(year, _month(match, 'month'))}/{_ym(year, _month(match, 'month2'))}")


def part_month(match: Match, published: date) -> Resolved:
    month = _month(match)
    year = int(_group(match, "year") or (published.year if month <= published.month else published.year - 1))
    first, last = MONTH_PARTS[match["part"].lower()]
    last = min(last, month_end(year, month).day)
    return _inferred(f"{date(year, month, first)}/{date(year, month, last)}")


def month_year(match: Match, published: date) -> Resolved:
    return _stated(_ym(int(match["year"]), _month(match)))


def month_alone(match: Match, published: date) -> Resolved:
    month = _month(match)
    return _relative(_ym(published.year if month <= published.month else published.year - 1, month))


def which_month(match: Match, published: date) -> Resolved:
    month, way = _month(match), _direction(match)
    year = published.year
    if way < 0 and month >= published.month:
        year -= 1
    elif way > 0 and month <= published.month:
        year += 1
    return _relative(_ym(year, month))


def year_range(match: Match, published: date) -> Resolved:
    return _stated(f"{match['year']}/{match['year2']}")


def part_year(match: Match, published: date) -> Resolved:
    first, last = YEAR_PARTS[match["part"].lower()]
    year = int(match["year"])
    return _inferred(f"{_ym(year, first)}/{_ym(year, last)}")


def about_year(match: Match, published: date) -> Resolved:
    return _stated(f"{match['year']}~")


def decade(match: Match, published: date) -> Resolved:
    return _stated(f"{match['decade']}X")


def century(match: Match, published: date) -> Resolved:
    return _stated(f"{int(match['century']) - 1}XX")


def season_year(match: Match, published: date) -> Resolved:
    return _stated(f"{match['year']}-{SEASONS[match['season'].lower()]}")


def which_season(match: Match, published: date) -> Resolved:
    code, way = SEASONS[match["season"].lower()], _direction(match)
    begins = SEASON_MONTHS[code]
    year = published.year
    if way < 0 and published.month < begins + 3:
        year -= 1
    elif way > 0 and published.month >= begins:
        year += 1
    return _relative(f"{year}-{code}")


def quarter(match: Match, published: date) -> Resolved:
    number = ORDINALS[match["nth"].lower()] if match["nth"] else int(match["q"])
    year = int(_group(match, "year", "year2"))
    return _stated(f"{_ym(year, 3 * number - 2)}/{_ym(year, 3 * number)}")


def half(match: Match, published: date) -> Resolved:
    first = 1 if match["nth"].lower() == "first" else 7
    year = int(match["year"])
    return _stated(f"{_ym(year, first)}/{_ym(year, first + 5)}")


def year_alone(match: Match, published: date) -> Resolved:
    return _stated(match["year"])


def weekday_date(match: Match, published: date) -> Resolved | None:
    month, day = _month(match), int(match["day"])
    if match["year"]:
        return _stated(str(date(int(match["year"]), month, day)))
    return None if published == date.max else _relative(_nearest_past(published, month, day))


def _back_to(published: date, name: str) -> date:
    return published - timedelta(days=(published.weekday() - DAYS.index(name)) % 7)


def weekday(match: Match, published: date) -> Resolved:
    return _relative(_back_to(published, match["weekday"].lower()))


def which_weekday(match: Match, published: date) -> Resolved:
    found, way = _back_to(published, match["weekday"].lower()), _direction(match)
    if way > 0:
        return _relative(found + timedelta(days=7))
    if way == 0:
        return _relative(_monday(published) + timedelta(days=DAYS.index(match["weekday"].lower())))
    return _relative(found - timedelta(days=7) if found == published else found)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_weekday(match: Match, published: date) -> Resolved:
    start = _monday(published) + timedelta(weeks=_direction(match))
    return _relative(start + timedelta(days=DAYS.index(match["weekday"].lower())))


def today(match: Match, published: date) -> Resolved:
    return _relative(published)


def yesterday(match: Match, published: date) -> Resolved:
    return _relative(published - timedelta(days=1))


def before_yesterday(match: Match, published: date) -> Resolved:
    return _relative(published - timedelta(days=2))


def tomorrow(match: Match, published: date) -> Resolved:
    return _relative(published + timedelta(days=1))


def weekend(match: Match, published: date) -> Resolved:
    start = _monday(published) + timedelta(days=5)
    if not match["which"] or _direction(match) < 0:
        start = start if published > start else start - timedelta(weeks=1)
    elif _direction(match) > 0:
        start += timedelta(weeks=1)
    return _relative(f"{start}/{start + timedelta(days=1)}")


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
    year, month = _shift_month(published.year, published.month, -months)
    return date(year, month, min(published.day, month_end(year, month).day)), unit


def ago(match: Match, published: date) -> Resolved | None:
    found = _back(published, match)
    if found is None:
        return None
    day, unit = found
    if unit == "day":
        return _relative(day)
    return _relative({"week": f"{day}~", "month": f"{_ym(day.year, day.month)}~"}.get(unit, f"{day.year:04}~"))


def _to_unit(day: date, unit: str) -> str:
    return str(day) if unit in ("day", "week") else _ym(day.year, day.month)


def more_ago(match: Match, published: date) -> Resolved | None:
    found = _back(published, match)
    return _relative(f"../{_to_unit(*found)}") if found else None


def less_ago(match: Match, published: date) -> Resolved | None:
    found = _back(published, match)
    return _relative(f"{_to_unit(*found)}/{published}") if found else None


def _start(published: date, unit: str) -> date:
    if unit == "week":
        return _monday(published)
    return published.replace(day=1) if unit == "month" else published.replace(month=1, day=1)


def _end(published: date, unit: str) -> date:
    if unit == "week":
        return _monday(published) + timedelta(days=6)
    return month_end(published.year, published.month if unit == "month" else 12)


def earlier_period(match: Match, published: date) -> Resolved:
    return _relative(f"{_start(published, match['unit'].lower())}/{published}")


def later_period(match: Match, published: date) -> Resolved:
    return _relative(f"{published}/{_end(published, match['unit'].lower())}")


def part_period(match: Match, published: date) -> Resolved:
    way, part = _direction(match), match["part"].lower()
    if match["unit"].lower() == "year":
        first, last = YEAR_PARTS[part]
        return _inferred(f"{_ym(published.year + way, first)}/{_ym(published.year + way, last)}")
    year, month = _shift_month(published.year, published.month, way)
    first, last = MONTH_PARTS[part]
    last = min(last, month_end(year, month).day)
    return _inferred(f"{date(year, month, first)}/{date(year, month, last)}")


def period(match: Match, published: date) -> Resolved:
    way, unit = _direction(match), match["unit"].lower()
    if unit == "week":
        start = _monday(published) + timedelta(weeks=way)
        return _relative(f"{start}/{start + timedelta(days=6)}")
    if unit == "month":
        return _relative(_ym(*_shift_month(published.year, published.month, way)))
    if unit == "decade":
        return _relative(f"{published.year // 10 + way}X")
    return _relative(f"{published.year + way:04}")


def holiday(match: Match, published: date) -> Resolved:
    return _relative(_nearest_past(published, *HOLIDAYS[match["holiday"].lower().replace("’", "'")]))
