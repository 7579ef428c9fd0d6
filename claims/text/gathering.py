"""The words of one number, of one phrase and of one date gathered into what is compared as one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from claims.text.atom import NUMBER, QUALIFIED, Atom
from claims.text.numerals import STARTERS, UNITS, number_at, scaled
from claims.text.set_phrases import (
    BE,
    BEHIND_BE,
    BEHIND_NOT,
    BETWEEN_BE,
    GOING_ON,
    NUMBER_WORDS,
    PHRASES,
    QUALIFIERS,
    QUANTITIES,
    TWOFOLD,
)
from claims.text.words import DETERMINERS, words

MONTH = "may (month)"  # what the month of May is compared as, which is a modal too (claims/text/homographs.py)
MONTHS = words("january february march april june july august september october november december") | {MONTH}
DAYS = 31  # of a month, at most
# “2/3” is a fraction, “9/11” and “24/7” are not: the lower half is at most this.
LEAST_PART = 10
FIGURES = 2  # of either half, and of a whole before them: “1 1/2”
SLASHES = frozenset("/\u2044")
VULGAR = "\u2044"  # stands in the form of “½”


def _by_first_word(rows: dict[str, str], opening: str = "") -> dict[str, list[tuple[list[str], str]]]:
    """The rows by the first word of each, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in sorted(rows, key=len, reverse=True):
        row = phrase.split()
        found.setdefault(row[0], []).append((row, opening + rows[phrase]))
    return found


PHRASES_BY_WORD = _by_first_word(PHRASES)
QUALIFIERS_BY_WORD = _by_first_word(QUALIFIERS, QUALIFIED)
GOING_ON_ROWS = [(phrase.split(), meant) for phrase, meant in GOING_ON.items()]
TWOFOLD_BY_WORD = {phrase.split()[0]: (phrase.split(), keys) for phrase, keys in TWOFOLD.items()}
OPENERS = (
    frozenset(BE)
    | frozenset(PHRASES_BY_WORD)
    | frozenset(QUALIFIERS_BY_WORD)
    | frozenset(TWOFOLD_BY_WORD)
    | frozenset(NUMBER_WORDS)
    | STARTERS
    | frozenset(UNITS)
    | {"no"}
)


def gathered(text: str, found: list[Atom]) -> list[Atom]:
    """The atoms of a text, one a word so far, with those of each number, phrase and date gathered."""
    if not any(atom.key in OPENERS or atom.key[0].isdigit() for atom in found):
        return found
    found = list(_gathered(text, found))
    _turn_dates(found)
    return found


def _gathered(text: str, found: Sequence[Atom]) -> Iterator[Atom]:
    """With the words of each number and of each phrase made one atom."""
    keys = [atom.key for atom in found]
    at = 0
    while at < len(found):
        if keys[at] not in OPENERS and not keys[at][0].isdigit():
            yield found[at]
            at += 1
            continue
        several, end = _several(text, found, keys, at)
        if several:
            yield from _both(found[at:end], several)
            at = end
            continue
        key, end = _at(text, found, keys, at)
        if end == at + 1:
            yield found[at] if key == keys[at] else found[at]._replace(key=key)
        else:
            if at and keys[at - 1] == "not":
                key = BEHIND_NOT.get(key, key)
            used = found[at:end]
            form = " ".join(dict.fromkeys(atom.form for atom in used))
            group = next((atom.group for atom in used if atom.group), 0)
            yield Atom(key, form, used[0].start, used[-1].end, group, False)
        at = end


def _several(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[Sequence[str], int]:
    """The keys of a phrase at `at` that can say several things, and the index behind it; none for any other."""
    if keys[at] in BE:
        return _behind_be(text, found, keys, at)
    row, meant = TWOFOLD_BY_WORD.get(keys[at], ((), ()))
    end = at + len(row)
    return (meant, end) if row and keys[at:end] == row else ((), at)


def _behind_be(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[Sequence[str], int]:
    """The keys of “are going to”, “are not able to” and the like at `at`, and the index behind it."""
    between = keys[at + 1 : at + 2] if keys[at + 1 : at + 2] and keys[at + 1] in BETWEEN_BE else []
    end = at + len(between) + 3
    if end >= len(keys) or keys[end - 1] != "to" or keys[end - 2] not in BEHIND_BE:
        return (), at
    key = BEHIND_BE[keys[end - 2]][BE[keys[at]]]
    if keys[end - 2] == "going":
        if keys[end] in DETERMINERS or text[found[end].start].isupper():
            return (), at  # on the way to a place
        for row, meant in GOING_ON_ROWS:
            if keys[end : end + len(row)] == row:
                key, end = meant, end + len(row)
    return [BEHIND_NOT.get(key, key) if between == ["not"] else key, *between], end


def _both(used: Sequence[Atom], keys: Sequence[str]) -> Iterator[Atom]:
    """The atoms of a phrase that says several things, “will” and “not”; they change together, as in “won’t”."""
    form = " ".join(dict.fromkeys(atom.form for atom in used))
    group = next((atom.group for atom in used if atom.group), used[0].start + 1)
    for key in keys:
        yield Atom(key, form, used[0].start, used[-1].end, group, False)


def _at(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int]:
    """The key of what starts at `at`, with a word that can open a number or a phrase, and the index behind it."""
    key = keys[at]
    if key == "no" and at + 1 < len(keys) and keys[at + 1].isdigit() and text[found[at].end] == ".":
        return "number", at + 1  # “No. 10” denies nothing
    for row, meant in QUALIFIERS_BY_WORD.get(key, ()):
        end = at + len(row)
        if keys[at:end] == row and end < len(keys) and _measures(keys, end):
            return meant, end
    number = (_fraction(text, found, keys, at) if key[0].isdigit() else None) or number_at(keys, at)
    if number:
        return NUMBER + number[0], number[1]
    for row, meant in PHRASES_BY_WORD.get(key, ()):
        if keys[at : at + len(row)] == row:
            return meant, at + len(row)
    if key in NUMBER_WORDS:
        return NUMBER + NUMBER_WORDS[key], at + 1
    return UNITS.get(key, key), at + 1


def _measures(keys: Sequence[str], at: int) -> bool:
    """Whether a number or a quantity starts at `at`: “about 100”, “almost all”."""
    if keys[at] in QUANTITIES or keys[at] in NUMBER_WORDS:
        return True
    number = number_at(keys, at)
    return number is not None and not number[0].endswith("th")


def _fraction(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int] | None:
    """The value of “2/3”, “½” or “1 1/2” at `at`, and the index behind it."""
    if VULGAR in keys[at]:
        whole, part = text[found[at].start : found[at].end - 1], unicodedata.numeric(text[found[at].end - 1], 0.0)
        return scaled(keys, at + 1, int(whole or 0) + part) if not whole or _short(whole) else None
    if part := _part(text, found, keys, at):
        return scaled(keys, at + 2, part)
    if not _short(keys[at]) or at + 1 == len(keys) or not text[found[at].end : found[at + 1].start].isspace():
        return None
    part = _part(text, found, keys, at + 1)
    return scaled(keys, at + 3, int(keys[at]) + part) if part else None


def _part(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> float:
    """What two figures with a slash between are; 0 where they are none, or a date."""
    if at + 1 >= len(keys) or not (_short(keys[at]) and _short(keys[at + 1])):
        return 0.0
    start, end = found[at].start, found[at + 1].end
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if text[found[at].end : found[at + 1].start] not in SLASHES or not SLASHES.isdisjoint(beside):
        return 0.0  # “1/2/2019”
    upper, lower = int(keys[at]), int(keys[at + 1])
    return upper / lower if 0 < upper < lower <= LEAST_PART else 0.0


def _short(figure: str) -> bool:
    """Whether these are a few figures: a whole before a fraction, or half of one, but no year."""
    return figure.isdecimal() and len(figure) <= FIGURES


def _turn_dates(found: list[Atom]) -> None:
    """Put the day before the month, as a plain number: “May 5”, “May 5th” and “5 May” are one date."""
    for at, atom in enumerate(found):
        if atom.key not in MONTHS:
            continue
        of = at > 1 and found[at - 1].key == "of"  # “the 5th of May”
        for day in (at + 1, at - 2 if of else at - 1):
            number = found[day].key[1:].removesuffix("th") if 0 <= day < len(found) else ""
            if number.isdecimal() and found[day].key[0] == NUMBER and int(number) <= DAYS:
                found[day] = found[day]._replace(key=NUMBER + number)
                if day > at:
                    found[at], found[day] = found[day], found[at]
                break
