"""Where date expressions stand in running text: the search is made from the rows of the resolver.

Running text asks for more than the resolver does. Names have their capital (“may” is no month), and what could
be something else (“2020 people”, “spring”) needs a word of time before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.text.dates import BEFORE_DATE, HOURS, ROWS
from claims.text.readings import DAY_NAMES, MONTH_NAMES, Row
from claims.text.spans import Span

# Words before a date that make another date of it; `resolve` reads them off again. Of “two days after” it makes
# none: that is kept whole, so that “two days after Monday’s vote” is not Monday.
LIMITING = (
    r"(?:(?:ever )?since|until|till|up (?:until|till|to)|through|by|no later than|(?P<order>before|prior to|after)"
    r"|(?P<between>between)|(?P<from>from)|starting|beginning|(?:earlier|later) in"
    r"|(?:in |for |during )?the week (?:of|beginning|starting|commencing|ending|ended|to|that ended)"
    r"|(?:on |over )?the weekend of|(?:on )?(?:the|a) (?:day|night|morning|evening) (?:after|before)"
    r"|(?:(?:\d{1,3}|a|one|two|three|four|five|six|several|many|a few|a couple of) )?(?:hour|day|week|month|year)s?"
    r" (?:after|before)|(?:on )?the eve of)\s"
)
NAMED = re.compile(r"\(\?P<(?:weekday|month|holiday)2?>")
GROUP = re.compile(r"\(\?P<\w+>")


def _searched(row: Row) -> str:
    """The row's pattern as running text has it."""
    pattern = GROUP.sub("(?:", NAMED.sub(r"(?=(?-i:[A-Z]))(?-i:", row.pattern.pattern))
    return f"(?:{pattern})" if row.alone else f"(?(opened)(?:{pattern})|(?!))"


# An event dates a statement without telling its day: kept, never resolved. A weekday's own event tells it.
EVENT = rf"(?:ahead of|following) (?!{DAY_NAMES}|{MONTH_NAMES})(?-i:[A-Z]\w+[’']s \w+(?: to [A-Z]\w+)?)"
EXPRESSION = re.compile(
    (
        rf"(?<![\w-])(?:(?P<then>since (?:then|that (?:time|day)))|{EVENT}"
        rf"|(?P<opened>(?P<limit>{LIMITING})(?:{BEFORE_DATE})?|{BEFORE_DATE})?(?:{HOURS})?"
        rf"(?:{'|'.join(_searched(row) for row in ROWS)})(?!\w|-\w|,\d)"
        # “After Monday’s vote” is the day of the vote: said on Monday, not after it.
        r"(?(order)(?![’']s))(?P<owner>[’']s|(?<=s)[’'](?!\w))?(?(from)(?: onwards?| on(?=[,.;]|\Z))?))"
    ).replace(" ", r"\s"),
    re.IGNORECASE,
)
# Every expression has one of these. Most stretches of text have none, and this search is far quicker.
HINT = re.compile(
    r"\d|[Dd]ay|morrow|night|ago\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun)\."
    r"|[Ww]eek|month|year|decade|centur|spring|summer|autumn|fall|[Ww]inter|morning|evening|noon|hour|minute|moment"
    r"|second|quarter|time|ties\b|then\b|point|head of|ollowing|Christmas|Easter|Eve|Hallow|Thanks|Pentecost|Eid"
    r"|Diwali|Passover|Yom"
)
JOIN = re.compile(r"\s(?:to|through|until|till)\s|\s?–\s?|\s-\s", re.IGNORECASE)
AND = re.compile(r"\sand\s", re.IGNORECASE)


class Expression(NamedTuple):
    """A date expression in a text; `then` says that it points to the date before it (“since then”).

    `longer` is the span with a second date joined to it (“Monday to last week”), which counts if it resolves;
    “from” and “between” ask for a second one, so with them it is the span itself.
    """

    span: Span
    then: bool
    longer: Span | None


def find(text: str, start: int, end: int, reach: int) -> Iterator[Expression]:
    """The date expressions that start between `start` and `end` and end by `reach`, in order."""
    at = start
    while at < end and HINT.search(text, at, reach):
        match = EXPRESSION.search(text, at, reach)
        if match is None or match.start() >= end:
            return
        # “During Monday’s hearing”: the preposition belongs to the hearing.
        owned = match["owner"] and match["opened"] and not match["limit"]
        span = Span(match.end("opened") if owned else match.start(), match.end())
        longer = _joined(text, match, reach)
        if longer and (match["from"] or match["between"]):
            span, longer = longer, None
        at = (longer or span).end
        yield Expression(span, match["then"] is not None, longer)


def _joined(text: str, match: re.Match[str], end: int) -> Span | None:
    joint = (AND if match["between"] else JOIN).match(text, match.end(), end)
    second = joint and EXPRESSION.match(text, joint.end(), end)
    return Span(match.start(), second.end()) if second else None
