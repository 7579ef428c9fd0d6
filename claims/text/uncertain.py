"""Dates as far as they are known: an EDTF string, its first and last possible day, and why we believe it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from claims.text.spans import Span

OPEN_END = ".."
# As many characters as the record keeps of a date; no date or interval needs more than forty.
LONGEST = 60
# What a date with a first and a last day is written with. The edtf package takes more: a year of any size (Y1E9999999
# keeps it busy for ever), the S of 1950S2, which it reads as nothing, and digits of any script.
WRITTEN = re.compile(r"[0-9X?~%-]+")
# The forms nearly every date has; the grammar of the edtf package, a hundred times slower, reads the rest.
PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?[?~%]?")
# A month or day of which one figure is known. The package has no days for it, and prints so on standard output.
HALF_KNOWN = re.compile(r".*[0-9X]-[?~%]*(?:[0-9]X|X[0-9])")

# EDTF does not say to which year a winter belongs, so it can be either of two; the package ends it with December.
WINTER = re.compile(r"(\d{4})-24[?~%]?")


class EdtfError(ValueError):
    """A string that is not an EDTF date or interval; the message quotes it and says why."""


class Basis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """What a text says of a date, and what that resolves to.

    `edtf` is "" and both days are None when the words could not be resolved; one None day beside a filled
    `edtf` is an open end. `base` is the day that a relative or inferred date was counted from, None where it
    was counted from none.
    """

    text: str
    span: Span | None
    edtf: str
    earliest: date | None
    latest: date | None
    basis: Basis
    base: date | None = None


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last possible day of an EDTF date or interval; None stands for an open end.

    Qualifiers ("?", "~", "%") say how sure one is, not how wide the date is: they move neither day.
    Raises EdtfError for anything else, date-times and sets included.
    """
    words = edtf.strip()
    if not words:
        raise EdtfError("not an EDTF date: the string is empty")
    if len(words) > LONGEST:
        raise EdtfError(f"not an EDTF date: {edtf[:LONGEST]!r}… has more than {LONGEST} characters")
    if "T" in words:
        raise EdtfError(f"not an EDTF date: {edtf!r} holds a time of day; give the day alone")
    if words[0] in "[{":
        raise EdtfError(f"not an EDTF date: {edtf!r} is a set of dates; give one date or an interval")
    first, slash, last = words.partition("/")
    if "/" in last:
        raise EdtfError(f"not an EDTF interval: {edtf!r} has more than two ends")
    if not slash:
        return _days(first, edtf)
    first, last = first.rstrip(), last.lstrip()
    if first in ("", OPEN_END) and last in ("", OPEN_END):
        raise EdtfError(f"not an EDTF interval: {edtf!r} is open at both ends")
    earliest = None if first in ("", OPEN_END) else _days(first, edtf)[0]
    latest = None if last in ("", OPEN_END) else _days(last, edtf)[1]
    if earliest and latest and latest < earliest:
        raise EdtfError(f"not an EDTF interval: {edtf!r} ends before it starts")
    return earliest, latest


def _days(words: str, whole: str) -> tuple[date, date]:
    if not WRITTEN.fullmatch(words) or HALF_KNOWN.match(words):
        raise _unreadable(words, whole)
    plain, winter = PLAIN.fullmatch(words), WINTER.fullmatch(words)
    try:
        if winter:
            return date(int(winter[1]) - 1, 12, 1), month_end(int(winter[1]) + 1, 2)
        if plain:
            return _plain_days(int(plain[1]), int(plain[2] or 0), int(plain[3] or 0))
        parsed: Any = edtf.parse_edtf(words.rstrip("?~%"))
        first, last = parsed.lower_strict(), parsed.upper_strict()
        return date(*first[:3]), date(*last[:3])
    except (EDTFParseException, AttributeError, OverflowError, TypeError, ValueError) as error:
        raise _unreadable(words, whole) from error


def _unreadable(words: str, whole: str) -> EdtfError:
    near = f" (near {words!r})" if words != whole.strip() else ""
    return EdtfError(f"not an EDTF date: {whole!r}{near}; a day is 2024-09-12, a month 2024-09, a year 2024")


def _plain_days(year: int, month: int, day: int) -> tuple[date, date]:
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), month_end(year, month)
    return date(year, 1, 1), date(year, 12, 31)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
