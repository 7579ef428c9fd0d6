"""What every row of date expressions shares: its parts of speech, what a match says, and what it resolves to.

Names of days, months and holidays are written here as they are in running text, with a capital: the resolver
reads them in any case, the search in running text only so (“may” is a verb there).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from claims.text.uncertain import Basis, month_end

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

DAY_NAMES = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\."
MONTH_NAMES = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
WEEKDAY = rf"(?P<weekday>{DAY_NAMES})"
WEEKDAY_2 = rf"(?P<weekday2>{DAY_NAMES})"
MONTH = rf"(?P<month>{MONTH_NAMES})"
MONTH_2 = rf"(?P<month2>{MONTH_NAMES})"
DAY = r"(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
DAY_2 = DAY.replace("<day>", "<day2>")
BARE_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
BARE_YEAR_2 = BARE_YEAR.replace("<year>", "<year2>")
# A year in figures, or told from the year of publication: “in March last year”, “the first half of the year”.
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d|(?:last|this|next|the) year)"
IN_YEAR = rf",? (?:of |in )?{YEAR}"
WHICH = r"(?P<which>last|this past|this coming|this|next|the coming|the upcoming)"
# Thirds of a period, and its two ends.
PART = (
    r"(?:(?:the )?(?P<part>early|mid|late)(?:-| (?:in |on |of )?(?:the )?)"
    r"|(?:the )?(?:very )?(?P<edge>start|beginning|middle|end|close) of (?:the )?)"
)
PARTS = {"start": "start", "beginning": "start", "middle": "mid", "end": "end", "close": "end"}
DAYTIME = r"(?: (?:at )?(?:early |late |mid-?)?(?:morning|lunchtime|noon|midday|afternoon|evening|night|midnight))?"
# “And” joins two ends only after “between”, or where nothing lies between them.
SPAN = r"(?:from |(?P<between>between ))?"
TO = r"(?P<to>-|–|—| [-–—] | to | through | until | till | and )"


class UnpublishedError(ValueError):
    """The expression counts from a day of publication that is not known."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An EDTF string, its basis, and whether it was counted from the day of publication."""

    edtf: str
    basis: Basis
    counted: bool


def stated(edtf: str | date) -> Resolved:
    """What the words alone say."""
    return Resolved(str(edtf), Basis.STATED, counted=False)


def relative(edtf: str | date) -> Resolved:
    """What the words say once the day of publication is known."""
    return Resolved(str(edtf), Basis.RELATIVE, counted=True)


@dataclass(frozen=True, slots=True)
class Reading:
    """A matched expression and the day of the text it stands in."""

    match: re.Match[str]
    day: date | None

    @property
    def published(self) -> date:
        """The day of publication; UnpublishedError where it is not known."""
        if self.day is None:
            raise UnpublishedError("no day of publication")
        return self.day

    def word(self, *names: str) -> str:
        """The first of several groups that took part in the match, in lower case; "" where none did."""
        groups = self.match.groupdict()
        return next((groups[name].lower() for name in names if groups.get(name)), "")

    def number(self, name: str) -> int:
        return int(self.match[name])

    def month(self, name: str = "month") -> int:
        return MONTHS.index(self.word(name)[:3]) + 1

    def weekday(self, name: str = "weekday") -> int:
        """0 for Monday to 6 for Sunday."""
        return DAYS.index(self.word(name)[:3])

    def direction(self) -> int:
        """-1, 0 or 1 for “last”, “this” and “next”."""
        return _direction(self.word("which"))

    def year(self) -> int:
        words = self.word("year")
        return int(words) if words.isdigit() else self.published.year + _direction(words.partition(" ")[0])

    def part(self) -> str:
        """“early”, “mid”, “late”, “start” or “end”."""
        return self.word("part") or PARTS[self.word("edge")]

    def told(self, edtf: str | date) -> Resolved:
        """Stated where the year stands in figures, relative where it is “last year” or missing."""
        return stated(edtf) if self.word("year").isdigit() else relative(edtf)

    def inferred(self, edtf: str) -> Resolved:
        """As far as a convention of ours says where the words do not: what “early” or “mid” covers."""
        return Resolved(edtf, Basis.INFERRED, counted=not self.word("year").isdigit())

    def joined(self, adjacent: bool) -> None:
        """ValueError where “and” lists two times that leave a gap, rather than spanning them."""
        if self.word("to").strip() == "and" and not (adjacent or self.word("between")):
            raise ValueError("two dates, not a span")


def _direction(words: str) -> int:
    if words in ("next", "this coming", "the coming", "the upcoming"):
        return 1
    return -1 if words in ("last", "this past") else 0


@dataclass(frozen=True, slots=True)
class Row:
    """One form of date expression: the pattern, what it resolves to, and why it does.

    `resolve` gives None, or raises ValueError, where the words fit but no single date does. `alone` says
    that running text may have it without “in”, “since” or the like before it.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Reading], Resolved | None]
    reason: str
    alone: bool


def row(
    name: str,
    pattern: str,
    resolve: Callable[[Reading], Resolved | None],
    reason: str,
    *,
    alone: bool = True,
) -> Row:
    """A row from its parts."""
    return Row(name, re.compile(pattern, re.IGNORECASE), resolve, reason, alone)


def year_month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def months(year: int, first: int, last: int) -> str:
    """An interval of whole months of one year."""
    return f"{year_month(year, first)}/{year_month(year, last)}"


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def shift_day(day: date, by_months: int) -> date:
    """The same day some months on, or the last of that month where it is shorter."""
    year, month = shift_month(day.year, day.month, by_months)
    return date(year, month, min(day.day, month_end(year, month).day))


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


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def back_to(day: date, weekday: int) -> date:
    """The day itself or the nearest before it that is such a weekday."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)
