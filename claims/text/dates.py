"""Date expressions of news prose, resolved against the day of publication.

Each form is a row in the module of its kind; here they are tried in order, alone and with the words that limit
them (“since”, “until”, “the week of”). What no row resolves stays unresolved, with its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.text import ages, calendars, days, holidays, periods, seasons, untold, weekdays
from claims.text.readings import DAY_NAMES, MONTH_NAMES, Reading, Resolved, monday
from claims.text.spans import Span
from claims.text.uncertain import Basis, EdtfError, UncertainDate, bounds

# Long forms before the short ones they start with: the first row that fits is taken.
ROWS = (
    *days.ROWS,
    *weekdays.ROWS,
    *seasons.ROWS,
    *ages.ROWS,
    *periods.ROWS,
    *holidays.ROWS,
    *calendars.ROWS,
    *untold.ROWS,
)

HOURS = r"(?:the )?(?:(?:early|late) )?(?:morning|afternoon|evening|night|early hours|small hours) of "
# What can stand before a date without changing it. Typing errors glue it to a name: “onTuesday”.
BEFORE_DATE = (
    r"(?:back (?:on|in)|as (?:recently|early|late) as|as of|some ?time(?: in| on| during)?|on|in|at|during|over"
    rf"|throughout|around)(?:\s+|(?=(?-i:{DAY_NAMES}|{MONTH_NAMES})))"
)
OPENING = re.compile(rf"(?:{BEFORE_DATE}|(?:for|of|from) )?(?:{HOURS})?", re.IGNORECASE)
POSSESSIVE = re.compile(r"[’']s?\Z")
LONGEST = 80
ONE_DAY = timedelta(days=1)
SUNDAY = 6
SEASON_CODE = re.compile(r"\d{4}-2[1-4]")
# Which basis a span of two dates has: that of its weaker end.
WEAKNESS = (Basis.STATED, Basis.RELATIVE, Basis.INFERRED)

Ends = list[Resolved]


@dataclass(frozen=True, slots=True)
class Limit:
    """Words that make another date of the one or two they hold."""

    name: str
    pattern: re.Pattern[str]
    combine: Callable[[Ends, date | None], Resolved | None]
    reason: str


def resolve(expression: str, published: date | None, span: Span | None = None) -> UncertainDate:
    """The date that `expression` stands for in a text published on `published`.

    Never raises for words it cannot read: the answer then has an empty `edtf` and the basis UNKNOWN. Where
    `published` is None only dates that count from nothing are resolved. `base` is the day of publication where
    the date was counted from it.
    """
    found = _resolved(" ".join(expression[:LONGEST].split()), published) if len(expression) <= LONGEST else None
    if found is not None:
        try:
            earliest, latest = bounds(found.edtf)
        except EdtfError:
            pass  # "from Friday to last week": no span, so not resolved
        else:
            base = published if found.counted else None
            return UncertainDate(expression, span, found.edtf, earliest, latest, found.basis, base)
    return UncertainDate(expression, span, "", None, None, Basis.UNKNOWN)


def since(anchor: UncertainDate, published: date | None) -> UncertainDate | None:
    """From the first day of a date told elsewhere to publication; None where it has none, or lies ahead."""
    if anchor.earliest is None or (published and anchor.earliest > published):
        return None
    edtf = f"{_end(anchor.edtf, first=True)}/{published.isoformat() if published else '..'}"
    return UncertainDate(anchor.text, anchor.span, edtf, *bounds(edtf), Basis.INFERRED, published)


def _resolved(words: str, published: date | None) -> Resolved | None:
    words = POSSESSIVE.sub("", words.strip(" ,;:"))
    # "from March to May 2023" shares its year: read as one expression before it is read as two ends.
    shared = _plain(words, published)
    if shared:
        return shared
    for limit in LIMITS:
        match = limit.pattern.fullmatch(words)
        if match:
            ends = [_resolved(end, published) for end in match.groups() if end]
            known = [end for end in ends if end]
            try:
                return limit.combine(known, published) if len(known) == len(ends) else None
            except (ValueError, OverflowError):
                return None
    return None


def _plain(words: str, published: date | None) -> Resolved | None:
    bare = OPENING.sub("", words, count=1)
    for candidate in dict.fromkeys((words, bare, bare.rstrip("."))):
        for entry in ROWS:
            match = entry.pattern.fullmatch(candidate)
            if match:
                try:
                    return entry.resolve(Reading(match, published))
                except (ValueError, OverflowError):
                    return None
    return None


def _weaker(ends: Ends, published: date | None) -> Basis:
    """The basis of a span of these dates; one that ends with publication is relative at best."""
    bases = [end.basis for end in ends] + [Basis.RELATIVE] * (published is not None)
    return max(bases, key=WEAKNESS.index)


def _end(edtf: str, *, first: bool) -> str:
    """One end of a date, as it can stand in an interval: seasons and unknown digits only by their day."""
    end = edtf.partition("/")[0] if first else edtf.rpartition("/")[2]
    if "X" in end or SEASON_CODE.fullmatch(end):
        return str(bounds(end)[0 if first else 1])
    return end


def _single(found: Resolved) -> date:
    earliest, latest = bounds(found.edtf)
    if earliest is None or earliest != latest:
        raise ValueError(f"not one day: {found.edtf}")
    return earliest


def _since(ends: Ends, published: date | None) -> Resolved | None:
    last = published.isoformat() if published else ".."
    return Resolved(f"{_end(ends[0].edtf, first=True)}/{last}", _weaker(ends, published), published is not None)


def _from_on(ends: Ends, published: date | None) -> Resolved | None:
    return replace(ends[0], edtf=f"{_end(ends[0].edtf, first=True)}/..")


def _until(ends: Ends, published: date | None) -> Resolved | None:
    return replace(ends[0], edtf=f"../{_end(ends[0].edtf, first=False)}")


def _before(ends: Ends, published: date | None) -> Resolved | None:
    earliest = bounds(ends[0].edtf)[0]
    return replace(ends[0], edtf=f"../{earliest - ONE_DAY}") if earliest else None


def _after(ends: Ends, published: date | None) -> Resolved | None:
    latest = bounds(ends[0].edtf)[1]
    return replace(ends[0], edtf=f"{latest + ONE_DAY}/..") if latest else None


def _between(ends: Ends, published: date | None) -> Resolved | None:
    edtf = f"{_end(ends[0].edtf, first=True)}/{_end(ends[1].edtf, first=False)}"
    return Resolved(edtf, _weaker(ends, None), any(end.counted for end in ends))


def _day_after(ends: Ends, published: date | None) -> Resolved | None:
    return replace(ends[0], edtf=str(_single(ends[0]) + ONE_DAY))


def _day_before(ends: Ends, published: date | None) -> Resolved | None:
    return replace(ends[0], edtf=str(_single(ends[0]) - ONE_DAY))


def _week_of(ends: Ends, published: date | None) -> Resolved | None:
    """The seven days from a Sunday or Monday, else the calendar week that holds the day."""
    day = _single(ends[0])
    start = day if day.weekday() == SUNDAY else monday(day)
    return replace(ends[0], edtf=f"{start}/{start + timedelta(days=6)}")


def _week_from(ends: Ends, published: date | None) -> Resolved | None:
    day = _single(ends[0])
    return replace(ends[0], edtf=f"{day}/{day + timedelta(days=6)}")


def _week_to(ends: Ends, published: date | None) -> Resolved | None:
    day = _single(ends[0])
    return replace(ends[0], edtf=f"{day - timedelta(days=6)}/{day}")


def _weekend_of(ends: Ends, published: date | None) -> Resolved | None:
    start = monday(_single(ends[0])) + timedelta(days=5)
    return replace(ends[0], edtf=f"{start}/{start + ONE_DAY}")


def _earlier_in(ends: Ends, published: date | None) -> Resolved | None:
    """Up to publication where the period still runs; a period that is over is told of as a whole."""
    earliest, latest = bounds(ends[0].edtf)
    if published and earliest and latest and earliest <= published < latest:
        return Resolved(f"{earliest}/{published}", _weaker(ends, published), counted=True)
    return ends[0]


def _later_in(ends: Ends, published: date | None) -> Resolved | None:
    return ends[0]


def _limit(name: str, pattern: str, combine: Callable[[Ends, date | None], Resolved | None], reason: str) -> Limit:
    return Limit(name, re.compile(pattern, re.IGNORECASE), combine, reason)


LIMITS = (
    _limit("since", r"(?:ever )?since (.+)", _since, "from its first day to publication"),
    _limit("between", r"between (.+?) and (.+)", _between, "from the first day of one to the last day of the other"),
    _limit("until", r"(?:up )?(?:until|till|to|through) (.+)", _until, "open to the past, its last day included"),
    _limit("by", r"(?:by|no later than) (.+)", _until, "the same: the day it had happened by"),
    _limit("before", r"(?:before|prior to) (.+)", _before, "open to the past, without its first day"),
    _limit("after", r"after (.+)", _after, "open to the future, without its last day"),
    _limit("from-on", r"from (.+) on(?:wards?)?", _from_on, "open to the future, its first day included"),
    _limit("starting", r"(?:starting|beginning) (.+)", _from_on, "the same"),
    _limit("day-after", r"(?:on )?(?:the|a) (?:day|morning) after (.+)", _day_after, "where that is one day"),
    _limit(
        "day-before",
        r"(?:on )?(?:the|a) (?:day|night|evening) before (.+)|(?:on )?the eve of (.+)",
        _day_before,
        "the same",
    ),
    _limit("week-from", r"(?:in |for )?the week (?:beginning|starting|commencing) (.+)", _week_from, "seven days"),
    _limit("week-to", r"(?:in |for )?the week (?:ending|ended|to|that ended) (.+)", _week_to, "seven days"),
    _limit("week-of", r"(?:in |during )?the week of (.+)", _week_of, "the week that it starts or lies in"),
    _limit("weekend-of", r"(?:on |over |during )?the weekend of (.+)", _weekend_of, "Saturday and Sunday of its week"),
    _limit("earlier-in", r"earlier in (.+)", _earlier_in, "up to publication where the period still runs"),
    _limit("later-in", r"later in (.+)", _later_in, "later than what is told of, which is not known: the period"),
    # After every form that has its own “to”.
    _limit("span", r"(?:from )?(.+?)(?: to | through | until | till | ?– ?| - )(.+)", _between, "as “between”"),
)
