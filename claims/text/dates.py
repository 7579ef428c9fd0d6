"""Date expressions of news prose, resolved against the day of publication.

The rule of news: a weekday is the day of publication or the nearest one before it, unless the words say
"next". What no row resolves stays unresolved, with its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from claims.text import calendars as cal
from claims.text import periods as per
from claims.text.calendars import Resolved
from claims.text.spans import Span
from claims.text.uncertain import Basis, EdtfError, UncertainDate, bounds

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One form of date expression: the pattern, what it resolves to, and why it does."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Match, date], Resolved | None]
    reason: str
    needs_published: bool = True


WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sep(?:t(?:ember|\.)?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
MONTH_2 = MONTH.replace("<month>", "<month2>")
DAY = r"(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
DAY_2 = DAY.replace("<day>", "<day2>")
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
YEAR_2 = YEAR.replace("<year>", "<year2>")
SEASON = r"(?:the )?(?P<season>spring|summer|autumn|fall|winter)"
COUNT = (
    r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|a couple of|a few|several|a dozen|half a dozen)"
)
UNIT = r"(?P<unit>day|week|month|year|decade)s?"
PART = r"(?P<part>early|mid|late)"
WHICH = r"(?P<which>last|this|next|the (?:past|previous|following|coming)|past)"
DAYTIME = r"(?: (?:morning|afternoon|evening|night|night’s|night's))?"
OFTEN = r"(?P<more>(?:well |just )?over|more than|at least)"
LESS = r"(?P<less>nearly|almost|less than|under|not quite)"
THROUGH = r"(?:-|–|—| to | through | until | and )"


def row(
    name: str,
    pattern: str,
    resolve: Callable[[Match, date], Resolved | None],
    reason: str,
    needs_published: bool = True,
) -> Row:
    """A row from its parts."""
    return Row(name, re.compile(pattern, re.IGNORECASE), resolve, reason, needs_published)


ROWS = (
    row("iso", r"(?P<iso>\d{4}-\d\d(?:-\d\d)?)", cal.iso, "as programs write it", False),
    row("day-month-year", rf"{DAY}(?: of)? {MONTH},? {YEAR}", cal.full_day, "12 September 2024", False),
    row("month-day-year", rf"{MONTH} {DAY},? {YEAR}", cal.full_day, "September 12, 2024", False),
    row("days-year", rf"{MONTH} {DAY}{THROUGH}{DAY_2},? {YEAR}", cal.day_range, "March 3-5, 2024", False),
    row("days", rf"{MONTH} {DAY}{THROUGH}{DAY_2}", cal.day_range, "September 16-19: the nearest past ones"),
    row("day-month", rf"{DAY}(?: of)? {MONTH}", cal.day_month, "a day without a year is the nearest past one"),
    row("month-day", rf"{MONTH} {DAY}", cal.day_month, "the same, month first"),
    row("months-year", rf"{MONTH}{THROUGH}{MONTH_2},? {YEAR}", cal.month_range, "March to May 2023", False),
    row(
        "part-month-year",
        rf"{PART}[ -]{MONTH},? (?:of )?{YEAR}",
        cal.part_month,
        "thirds of a month: early is 1-10",
        False,
    ),
    row("month-year", rf"{MONTH},? (?:of )?{YEAR}", cal.month_year, "a month is its own precision", False),
    row("part-month", rf"{PART}[ -]{MONTH}", cal.part_month, "thirds of the nearest past such month"),
    row("which-month", rf"{WHICH} {MONTH}", cal.which_month, "last October is one that has ended"),
    row("month", MONTH, cal.month_alone, "a month without a year is this one or the nearest past one"),
    row("years", rf"{YEAR}{THROUGH}{YEAR_2}", cal.year_range, "2019 to 2021", False),
    row("part-year", rf"{PART}[ -](?:in )?{YEAR}", cal.part_year, "thirds of a year: late is September on", False),
    row("about-year", rf"(?:about|around|circa|c\.|approximately) {YEAR}", cal.about_year, "the writer says so", False),
    row("decade", r"(?:the )?(?P<decade>1[0-9]\d|20\d)0[’']?s", cal.decade, "ten years, one digit unknown", False),
    row("century", r"(?:the )?(?P<century>1\d|2[01])th[ -]century", cal.century, "two digits unknown", False),
    row("season-year", rf"{SEASON},? (?:of )?{YEAR}", cal.season_year, "EDTF has seasons", False),
    row("which-season", rf"{WHICH} {SEASON}", cal.which_season, "last summer is the last that began before now"),
    row(
        "quarter",
        rf"(?:the )?(?P<nth>first|second|third|fourth|final) quarter (?:of )?{YEAR}|q(?P<q>[1-4]) "
        rf"{YEAR_2}",
        cal.quarter,
        "three months",
        False,
    ),
    row("half", rf"(?:the )?(?P<nth>first|second) half of {YEAR}", cal.half, "six months", False),
    row("year", YEAR, cal.year_alone, "a year is its own precision", False),
    row(
        "weekday-day-month",
        rf"{WEEKDAY},? {DAY} (?:of )?{MONTH}(?:,? {YEAR})?",
        cal.weekday_date,
        "the date says more than the weekday",
    ),
    row("weekday-month-day", rf"{WEEKDAY},? {MONTH} {DAY}(?:,? {YEAR})?", cal.weekday_date, "the same, month first"),
    row("week-weekday", rf"{WHICH} week[’']?s? (?:on )?{WEEKDAY}", per.week_weekday, "a day of that calendar week"),
    row("weekday-week", rf"{WEEKDAY} (?:of )?{WHICH} week", per.week_weekday, "the same, weekday first"),
    row(
        "which-weekday",
        rf"{WHICH} {WEEKDAY}{DAYTIME}",
        per.which_weekday,
        "last Friday is before the day of publication, never on it; next is after it",
    ),
    row(
        "weekday",
        rf"(?:early |late |late on |mid-)?{WEEKDAY}{DAYTIME}",
        per.weekday,
        "the day of publication or the nearest before it",
    ),
    row(
        "today",
        r"today|tonight|this (?:morning|afternoon|evening)|earlier today|later today",
        per.today,
        "the day of publication",
    ),
    row(
        "yesterday",
        r"yesterday(?: (?:morning|afternoon|evening|night))?|last night|overnight",
        per.yesterday,
        "the day before publication",
    ),
    row("before-yesterday", r"the day before yesterday", per.before_yesterday, "two days before"),
    row("tomorrow", r"tomorrow(?: (?:morning|afternoon|evening|night))?", per.tomorrow, "the day after"),
    row("weekend", rf"(?:over the |{WHICH} |the )weekend", per.weekend, "Saturday and Sunday, past unless next"),
    row("more-ago", rf"{OFTEN} {COUNT} {UNIT} (?:ago|before|earlier)", per.more_ago, "open to the past"),
    row("less-ago", rf"{LESS} {COUNT} {UNIT} (?:ago|before|earlier)", per.less_ago, "from then to now"),
    row(
        "ago",
        rf"(?:about |around |some |roughly )?{COUNT} {UNIT} ago",
        per.ago,
        "days are counted exactly; longer units only to their own precision",
    ),
    row(
        "earlier-period",
        r"(?:earlier|early) (?:in )?(?:this|the) (?P<unit>week|month|year)",
        per.earlier_period,
        "from the period's start to the day of publication",
    ),
    row(
        "later-period",
        r"later (?:in )?(?:this|the) (?P<unit>week|month|year)",
        per.later_period,
        "from the day of publication to the period's end",
    ),
    row(
        "part-period",
        rf"{PART}[ -](?P<which>last|this|next) (?P<unit>month|year)",
        per.part_period,
        "a third of that period",
    ),
    row(
        "period",
        rf"(?:earlier |later )?{WHICH} (?P<unit>week|month|year|decade)",
        per.period,
        "calendar week (Monday first), month or year",
    ),
    row(
        "holiday",
        r"(?P<holiday>christmas(?: day| eve)?|new year[’']s (?:day|eve))",
        per.holiday,
        "days with a fixed date, the nearest past one",
    ),
)

OPENING = re.compile(
    r"(?:on|in|at|during|by|over|throughout|of|for|as of|back in|from)\s*(?=\S)(?=[^a-z]|mon|tue|wed|thu|fri|sat|sun"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the|early|mid|late|last|this|next|christmas|new|spring|summer"
    r"|autumn|fall|winter|about|around|circa)",
    re.IGNORECASE,
)
SPANNING = re.compile(r"(?:between|from)\s+(?=\S+\s+(?:and|to|until|through)\s)", re.IGNORECASE)
POSSESSIVE = re.compile(r"[’']s?\Z")
SINCE = re.compile(r"(?:ever )?since\s+(.+)", re.IGNORECASE | re.DOTALL)
UNTIL = re.compile(r"(?:until|till|up to|through)\s+(.+)", re.IGNORECASE | re.DOTALL)
BEFORE = re.compile(r"(?:before|prior to)\s+(.+)", re.IGNORECASE | re.DOTALL)
AFTER = re.compile(r"after\s+(.+)", re.IGNORECASE | re.DOTALL)
RANGE = re.compile(r"(?:between|from)\s+(.+?)\s+(?:and|to|until|through)\s+(.+)", re.IGNORECASE | re.DOTALL)
LONGEST = 80


def resolve(expression: str, published: date | None, span: Span | None = None) -> UncertainDate:
    """The date that `expression` stands for in a text published on `published`.

    Never raises for words it cannot read: the answer then has an empty `edtf` and the basis UNKNOWN. Where
    `published` is None only dates stated in full are resolved.
    """
    found = _resolved(" ".join(expression[:LONGEST].split()), published) if len(expression) <= LONGEST else None
    if found is not None:
        try:
            earliest, latest = bounds(found.edtf)
            return UncertainDate(expression, span, found.edtf, earliest, latest, found.basis)
        except EdtfError:
            pass  # "February 30": not a day, so not resolved
    return UncertainDate(expression, span, "", None, None, Basis.UNKNOWN)


def _resolved(words: str, published: date | None) -> Resolved | None:
    # "from March to May 2023" shares its year: read as one expression before it is read as two ends.
    shared = _plain(SPANNING.sub("", words, count=1), published)
    if shared:
        return shared
    for pattern, combine in COMBINED:
        match = pattern.fullmatch(words)
        if match:
            ends = [_resolved(end, published) for end in match.groups()]
            known = [end for end in ends if end]
            return combine(known, published) if len(known) == len(ends) else None
    return None


def _plain(words: str, published: date | None) -> Resolved | None:
    words = POSSESSIVE.sub("", words.strip(" ,.;:"))
    for candidate in (words, OPENING.sub("", words, count=1)):
        for entry in ROWS:
            match = entry.pattern.fullmatch(candidate)
            if match and (published or not entry.needs_published):
                try:
                    return entry.resolve(match, published or date.max)
                except (ValueError, OverflowError):
                    return None
    return None


def _first(edtf: str) -> str:
    return edtf.partition("/")[0]


def _last(edtf: str) -> str:
    return edtf.rpartition("/")[2]


def _since(ends: list[Resolved], published: date | None) -> Resolved | None:
    last = published.isoformat() if published else ".."
    return Resolved(f"{_first(ends[0].edtf)}/{last}", ends[0].basis)


def _until(ends: list[Resolved], published: date | None) -> Resolved | None:
    return Resolved(f"../{_last(ends[0].edtf)}", ends[0].basis)


def _before(ends: list[Resolved], published: date | None) -> Resolved | None:
    earliest = bounds(ends[0].edtf)[0]
    return Resolved(f"../{earliest - timedelta(days=1)}", ends[0].basis) if earliest else None


def _after(ends: list[Resolved], published: date | None) -> Resolved | None:
    latest = bounds(ends[0].edtf)[1]
    return Resolved(f"{latest + timedelta(days=1)}/..", ends[0].basis) if latest else None


def _between(ends: list[Resolved], published: date | None) -> Resolved | None:
    return Resolved(f"{_first(ends[0].edtf)}/{_last(ends[1].edtf)}", ends[0].basis)


COMBINED = (
    (SINCE, _since),
    (RANGE, _between),
    (UNTIL, _until),
    (BEFORE, _before),
    (AFTER, _after),
)
