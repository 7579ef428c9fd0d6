"""Figures read with the signs and spaces between them: “2/3”, “½”, “9:30”, “3 000”; and shares, as “3 in 4”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from claims.text.atom import Atom
from claims.text.numerals import EXACT, ONES, SCALES, TENS, UNITS, number_at, scaled
from claims.text.words import words

# “2/3” is a fraction, “9/11” and “24/7” are not: the lower half is at most this.
LEAST_PART = 10
FIGURES = 2  # of either half, of a whole before them (“1 1/2”), of an hour and of its minutes
SLASHES = frozenset("/\u2044")
VULGAR = "\u2044"  # stands in the form of “½”
GROUP = 3  # figures that a space keeps apart: “3 000”
HOURS, MINUTES = 24, 60
MONTH = "may (month)"  # what the month of May is compared as, which is a modal too (claims/text/homographs.py)
# Behind one of these a figure is a day: in “on May 5 300 people came” are no thousands.
MONTHS = words("january february march april june july august september october november december") | {MONTH}
DAYS = 31  # of a month, at most
OFTEN = {"twice": "2", "thrice": "3"}
OFTEN |= {f"{word}fold": str(number) for word, number in {**ONES, **TENS}.items() if number > 1}
TIMES = (["times"], ["fold"])
BARE_DECIMAL = re.compile(r"(?<![\w.])\.$")  # “.3”
# What stands between the numbers of a share. Of one the lower may be any but a year, of several it is small or round.
OF_EACH = ("in", "out of", "in every", "of every", "out of every")
SMALL_SHARE, ROUND_SHARE = 10, 100
YEARS = range(1001, 10_000)


def figures_at(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """The value of the number that starts at `at`, in one spelling, and the index behind it; None where there is none.

    How often something happens has “times” behind it: “twice” is “2 times”.
    """
    if keys[at] in OFTEN:
        return f"{OFTEN[keys[at]]} times", at + 1
    number = (_written(text, found, keys, at) if keys[at][0].isdigit() else None) or number_at(keys, at)
    if number is None:
        return None
    value, end = number
    if keys[end : end + 1] in TIMES and value.isdecimal() and not found[end].has_capital(text):
        return f"{value} times", end + 1
    return _share(keys, at, value, end) or _part_of(keys, value, end) or number


def _written(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """The figure at `at` whose parts signs or spaces join."""
    if keys[at].isdecimal() and BARE_DECIMAL.search(text[max(0, found[at].start - 2) : found[at].start]):
        return scaled(keys, at + 1, float(f".{keys[at]}"))
    return _fraction(text, found, keys, at) or _grouped(text, found, keys, at) or _time(text, found, keys, at)


def _fraction(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """The value of “2/3”, “½” or “1 1/2” at `at`, and the index behind it."""
    if VULGAR in keys[at]:
        whole, part = text[found[at].start : found[at].end - 1], unicodedata.numeric(text[found[at].end - 1], 0.0)
        return scaled(keys, at + 1, int(whole or 0) + part) if not whole or _short(whole) else None
    if part := _part(text, found, keys, at):
        return scaled(keys, at + 2, part)
    if not _short(keys[at]) or at + 1 == len(keys) or not _between(text, found, at).isspace():
        return None
    part = _part(text, found, keys, at + 1)
    return scaled(keys, at + 3, int(keys[at]) + part) if part else None


def _part(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> float:
    """What two figures with a slash between are; 0 where they are none, or a date."""
    if at + 1 >= len(keys) or not (_short(keys[at]) and _short(keys[at + 1])):
        return 0.0
    start, end = found[at].start, found[at + 1].end
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if _between(text, found, at) not in SLASHES or not SLASHES.isdisjoint(beside):
        return 0.0  # “1/2/2019”
    upper, lower = int(keys[at]), int(keys[at + 1])
    return upper / lower if 0 < upper < lower <= LEAST_PART else 0.0


def _grouped(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """“3 000” and “1 500 000”, with any space between."""
    if not keys[at].isdecimal() or len(keys[at]) > GROUP or keys[at][0] == "0" or (at and keys[at - 1] in MONTHS):
        return None
    end = at + 1
    while end < len(keys) and keys[end].isdecimal() and len(keys[end]) == GROUP:
        between = _between(text, found, end - 1)
        if len(between) != 1 or not between.isspace():
            break
        end += 1
    return scaled(keys, end, float("".join(keys[at:end]))) if end > at + 1 else None


def _time(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """“9:30” as “9.30”, which other papers write; a result, as “3:1”, stays as it is."""
    if at + 1 >= len(keys) or not (_short(keys[at]) and _short(keys[at + 1])) or _between(text, found, at) != ":":
        return None
    hour, minute = keys[at], keys[at + 1]
    if int(hour) > HOURS or len(minute) < FIGURES or int(minute) >= MINUTES:
        return None
    return scaled(keys, at + 2, float(f"{hour}.{minute}"))


def _share(keys: Sequence[str], at: int, value: str, end: int) -> tuple[str, int] | None:
    """“One in ten” and “3 out of 4” as the fractions that they are; but not “three in four years”."""
    if not _is_whole(value) or not _counts(keys[at]):
        return None
    for between in OF_EACH:
        start = end + between.count(" ") + 1
        if start >= len(keys) or " ".join(keys[end:start]) != between or not _counts(keys[start]):
            continue
        lower, behind = number_at(keys, start) or ("", start)
        if _is_whole(lower) and _is_share(int(value), int(lower)) and not _measured(keys, behind):
            return format(int(value) / int(lower), ".12g"), behind
    return None


def _is_whole(value: str) -> bool:
    """Whether a value is a whole number that is counted with; what has more figures is the number of something."""
    return value.isdecimal() and len(value) <= EXACT


def _is_share(upper: int, lower: int) -> bool:
    if not 0 < upper < lower or lower in YEARS:
        return False
    return upper == 1 or lower <= SMALL_SHARE or lower % ROUND_SHARE == 0


def _part_of(keys: Sequence[str], value: str, end: int) -> tuple[str, int] | None:
    """“A quarter of a million” and “a quarter million”, whose first words come to `value`."""
    scale = end + 2 if keys[end : end + 2] == ["of", "a"] else end
    if "." in value and scale < len(keys) and keys[scale] in SCALES and float(value) < 1:
        return scaled(keys, scale, float(value))
    return None


def _measured(keys: Sequence[str], at: int) -> bool:
    """Whether what is counted stands at `at`: “in four years”."""
    return at < len(keys) and keys[at] in UNITS


def _counts(key: str) -> bool:
    return key in ONES or key in TENS or key.isdecimal()


def _between(text: str, found: Sequence[Atom], at: int) -> str:
    """What stands between the atom at `at` and the next one."""
    return text[found[at].end : found[at + 1].start]


def _short(figure: str) -> bool:
    """Whether these are a few figures: a whole before a fraction, or half of one, but no year."""
    return figure.isdecimal() and len(figure) <= FIGURES
