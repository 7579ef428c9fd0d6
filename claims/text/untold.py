"""Times that words name but do not tell: each is kept with its words, unresolved, for the reason beside it."""

from __future__ import annotations

from claims.text.readings import MONTH_NAMES, YEAR, Reading, Row, row

MANY = (
    r"(?:(?:a |the |some )?(?:past |last |next |coming )?(?:few|several|many)|some|countless|a number of|a handful of"
    r"|(?:dozens|scores|hundreds|thousands) of)"
)
UNITS = r"(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|months?|years?|decades?|centur(?:y|ies))"
COUNTED = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of)"


def untold(reading: Reading) -> None:
    """No date."""


def _row(name: str, pattern: str, reason: str, *, alone: bool = True) -> Row:
    return row(name, pattern, untold, reason, alone=alone)


ROWS = (
    _row("many-ago", rf"(?:{MANY} )?{UNITS} ago", "a few days ago: how many is not told"),
    _row(
        "many-past", rf"(?:the |these )?(?:past|last|next|coming) (?:few|several|many|couple of)? ?{UNITS}", "the same"
    ),
    _row("recent", rf"(?:recent|previous|subsequent|coming|following) {UNITS}", "how many is not told", alone=False),
    _row(
        "counted-from",
        rf"(?:(?:{MANY}|{COUNTED}) )?{UNITS} (?:later|earlier|before|afterwards?|after that|beforehand)(?! [\w‘“])",
        "two days later: counted from a day told elsewhere",
    ),
    _row(
        "neighbour",
        r"the (?:next|following|previous|preceding|same|very same) (?:day|morning|afternoon|evening|night|weekend|week"
        r"|month|year|decade|century)|the (?:day|night|week|month|year) (?:before|after)(?! [\w‘“])",
        "beside a day told elsewhere",
    ),
    _row(
        "neighbour-named",
        rf"the (?:following|previous|preceding|same) (?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
        rf"|(?P<month>{MONTH_NAMES})|spring|summer|autumn|fall|winter)",
        "the same, by its name",
    ),
    _row(
        "that",
        r"(?:(?:early |late |later |earlier )(?:on )?)?that (?:same )?(?:day|morning|afternoon|evening|night|weekend"
        r"|week|month|year|spring|summer|autumn|fall|winter|decade)",
        "a day told elsewhere",
    ),
    _row("in-the-day", r"(?:earlier|later|early|late) in the (?:day|evening|morning|afternoon)", "of the day told of"),
    _row("at-the-time", r"the time|that time|this time|that point", "a time told elsewhere", alone=False),
    _row("then", r"then", "the same", alone=False),
    _row("other", r"the other (?:day|night|week)", "one of the last few"),
    _row("eve", r"the (?:eve|anniversary|turn) of the (?:vote|election|year|century|millennium)", "of another event"),
    _row("fiscal", rf"(?:the )?(?:fiscal|financial|FY)(?: year)? ?{YEAR}", "each body has its own"),
    _row("fiscal-year", rf"(?:the )?{YEAR} (?:fiscal|financial) year", "the same"),
    _row(
        "foreign-holiday",
        r"(?P<holiday>Independence Day|Labou?r Day|National Day|Republic Day|Victory Day|Mother[’']s Day"
        r"|Father[’']s Day|Election Day|Polling Day|Inauguration Day|Ramadan|Eid|Diwali|Passover|Yom Kippur"
        r"|Lunar New Year|Chinese New Year)",
        "on different days by country, calendar or vote",
    ),
    _row("two-digit-year", r"\d\d?/\d\d?/\d\d", "the order and the century are not told"),
)
