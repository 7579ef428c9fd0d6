"""The arithmetic behind each row of date expressions. Each function takes the match and the publication day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from claims.text.uncertain import Basis, month_end

Match = re.Match[str]
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# EDTF's codes; "fall" is American for autumn.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
# A month's and a year's early, middle and late part, as first and last day or month.
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


@dataclass(frozen=True, slots=True)
class Resolved:
    """An EDTF string and its basis."""

    edtf: str
    basis: Basis


def stated(edtf: str) -> Resolved:
    return Resolved(edtf, Basis.STATED)


def relative(edtf: str | date) -> Resolved:
    return Resolved(str(edtf), Basis.RELATIVE)


def inferred(edtf: str) -> Resolved:
    return Resolved(edtf, Basis.INFERRED)


def group(match: Match, *names: str) -> str:
    """The first of several groups that took part in the match, in lower case."""
    groups = match.groupdict()
    return next((groups[name].lower() for name in names if groups.get(name)), "")


def month_of(match: Match, name: str = "month") -> int:
    return MONTHS.index(match[name][:3].lower()) + 1


def direction(match: Match) -> int:
    """-1, 0 or 1 for "last", "this" and "next"."""
    words = group(match, "which")
    if words in ("next", "the following", "the coming"):
        return 1
    return 0 if words == "this" else -1


def year_month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def nearest_past(published: date, month: int, day: int) -> date:
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
    return stated(match["iso"])


def full_day(match: Match, published: date) -> Resolved:
    return stated(str(date(int(match["year"]), month_of(match), int(match["day"]))))


def day_range(match: Match, published: date) -> Resolved:
    month, first, last = month_of(match), int(match["day"]), int(match["day2"])
    if "year" in match.groupdict():
        year = int(match["year"])
        return stated(f"{date(year, month, first)}/{date(year, month, last)}")
    year = nearest_past(published, month, first).year
    return relative(f"{date(year, month, first)}/{date(year, month, last)}")


def day_month(match: Match, published: date) -> Resolved:
    return relative(nearest_past(published, month_of(match), int(match["day"])))


def month_range(match: Match, published: date) -> Resolved:
    year = int(match["year"])
    return stated(f"{year_month(year, month_of(match, 'month'))}/{year_month(year, month_of(match, 'month2'))}")


def part_month(match: Match, published: date) -> Resolved:
    month = month_of(match)
    year = int(group(match, "year") or (published.year if month <= published.month else published.year - 1))
    first, last = MONTH_PARTS[match["part"].lower()]
    last = min(last, month_end(year, month).day)
    return inferred(f"{date(year, month, first)}/{date(year, month, last)}")


def month_year(match: Match, published: date) -> Resolved:
    return stated(year_month(int(match["year"]), month_of(match)))


def month_alone(match: Match, published: date) -> Resolved:
    month = month_of(match)
    return relative(year_month(published.year if month <= published.month else published.year - 1, month))


def which_month(match: Match, published: date) -> Resolved:
    month, way = month_of(match), direction(match)
    year = published.year
    if way < 0 and month >= published.month:
        year -= 1
    elif way > 0 and month <= published.month:
        year += 1
    return relative(year_month(year, month))


def year_range(match: Match, published: date) -> Resolved:
    return stated(f"{match['year']}/{match['year2']}")


def part_year(match: Match, published: date) -> Resolved:
    first, last = YEAR_PARTS[match["part"].lower()]
    year = int(match["year"])
    return inferred(f"{year_month(year, first)}/{year_month(year, last)}")


def about_year(match: Match, published: date) -> Resolved:
    return stated(f"{match['year']}~")


def decade(match: Match, published: date) -> Resolved:
    return stated(f"{match['decade']}X")


def century(match: Match, published: date) -> Resolved:
    return stated(f"{int(match['century']) - 1}XX")


def season_year(match: Match, published: date) -> Resolved:
    return stated(f"{match['year']}-{SEASONS[match['season'].lower()]}")


def which_season(match: Match, published: date) -> Resolved:
    code, way = SEASONS[match["season"].lower()], direction(match)
    begins = SEASON_MONTHS[code]
    year = published.year
    if way < 0 and published.month < begins + 3:
        year -= 1
    elif way > 0 and published.month >= begins:
        year += 1
    return relative(f"{year}-{code}")


def quarter(match: Match, published: date) -> Resolved:
    number = ORDINALS[match["nth"].lower()] if match["nth"] else int(match["q"])
    year = int(group(match, "year", "year2"))
    return stated(f"{year_month(year, 3 * number - 2)}/{year_month(year, 3 * number)}")


def half(match: Match, published: date) -> Resolved:
    first = 1 if match["nth"].lower() == "first" else 7
    year = int(match["year"])
    return stated(f"{year_month(year, first)}/{year_month(year, first + 5)}")


def year_alone(match: Match, published: date) -> Resolved:
    return stated(match["year"])


def weekday_date(match: Match, published: date) -> Resolved | None:
    month, day = month_of(match), int(match["day"])
    if match["year"]:
        return stated(str(date(int(match["year"]), month, day)))
    return None if published == date.max else relative(nearest_past(published, month, day))
