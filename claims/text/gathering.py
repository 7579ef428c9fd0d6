"""The words of one number, of one phrase and of one date gathered into what is compared as one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from claims.text.atom import NUMBER, QUALIFIED, Atom
from claims.text.numerals import STARTERS, UNITS, number_at, scaled
from claims.text.words import DETERMINERS, words

# What is compared as one word, and as which: two of one row’s key say the same.
PHRASES = {
    "no one": "nobody",
    "some one": "someone",
    "any one": "anyone",
    "per cent": "percent",
    "percentage points": "percentage points",
    "percentage point": "percentage points",
    "no longer": "no longer",
    "able to": "can",
    "ought to": "should",
    "have to": "must",
    "has to": "must",
    "need to": "must",
    "needs to": "must",
    "had to": "had to",
    "want to": "want to",
    "wants to": "want to",
    "wanted to": "want to",
    "try to": "try to",
    "tries to": "try to",
    "tried to": "try to",
    "trying to": "try to",
    "hope to": "hope to",
    "hopes to": "hope to",
    "plan to": "plan to",
    "plans to": "plan to",
    "only if": "only if",
    "only when": "only if",
    "as long as": "as long as",
    "so long as": "as long as",
    "on condition": "on condition",
    "on the condition": "on condition",
    "in case": "in case",
    "provided that": "provided",
    "except for": "except",
    "except that": "except",
    "far from": "far from",
    "anything but": "anything but",
    "refuse to": "refuse to",
    "refuses to": "refuse to",
    "refused to": "refuse to",
    "decline to": "refuse to",
    "declines to": "refuse to",
    "declined to": "refuse to",
    "have got to": "must",
    "has got to": "must",
    "fail to": "fail to",
    "fails to": "fail to",
    "failed to": "fail to",
    "a few": "a few",
    "a lot of": "a lot of",
    "lots of": "a lot of",
    "ne pas": "pas",
}
# The same before a number only, where they change how much it says; elsewhere they are other words.
QUALIFIERS = {
    "more than": "more than",
    "over": "more than",
    "above": "more than",
    "upwards of": "more than",
    "in excess of": "more than",
    "north of": "more than",
    "greater than": "more than",
    "less than": "less than",
    "fewer than": "less than",
    "under": "less than",
    "below": "less than",
    "no more than": "at most",
    "at most": "at most",
    "up to": "at most",
    "as many as": "at most",
    "as much as": "at most",
    "a maximum of": "at most",
    "a minimum of": "at least",
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "circa": "about",
    "some": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "virtually": "nearly",
    "only": "only",
    "just": "only",
}
QUANTITIES = words("all every everyone everybody none half dozens hundreds thousands millions billions")


GOING = words("am is are")
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
OPENERS = (
    GOING | frozenset(PHRASES_BY_WORD) | frozenset(QUALIFIERS_BY_WORD) | STARTERS | frozenset(UNITS) | {"no", "unable"}
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
        length = _going_to(keys, at)
        if length:
            yield from _both(found[at : at + length], ("will", "not")[: length - 2])
            at += length
            continue
        if keys[at] == "unable" and keys[at + 1 : at + 2] == ["to"]:
            yield from _both(found[at : at + 2], ("can", "not"))
            at += 2
            continue
        key, end = _at(text, found, keys, at)
        if end == at + 1:
            yield found[at] if key == keys[at] else found[at]._replace(key=key)
        else:
            used = found[at:end]
            form = " ".join(dict.fromkeys(atom.form for atom in used))
            group = next((atom.group for atom in used if atom.group), 0)
            yield Atom(key, form, used[0].start, used[-1].end, group, False)
        at = end


def _going_to(keys: Sequence[str], at: int) -> int:
    """How many atoms from `at` on say “are going to” or “are not going to”; 0 for none, and for a way to a place."""
    if keys[at] not in GOING:
        return 0
    length = 4 if keys[at + 1 : at + 2] == ["not"] else 3
    goes = keys[at + length - 2 : at + length] == ["going", "to"]
    return length if goes and at + length < len(keys) and keys[at + length] not in DETERMINERS else 0


def _both(used: Sequence[Atom], keys: Sequence[str]) -> Iterator[Atom]:
    """“are not going to” as “will” and “not”, which change together as in “won’t”; “unable to” as “can” and “not”."""
    form = " ".join(dict.fromkeys(atom.form for atom in used))
    group = next((atom.group for atom in used if atom.group), used[0].start + 1)
    for key in keys:
        yield Atom(key, form, used[0].start, used[-1].end, group, False)


def _at(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[str, int]:
    """The key of what starts at `at`, and the index behind it."""
    key = keys[at]
    if key not in OPENERS and not key[0].isdigit():
        return key, at + 1
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
    return UNITS.get(key, key), at + 1


def _measures(keys: Sequence[str], at: int) -> bool:
    """Whether a number or a quantity starts at `at`: “about 100”, “almost all”."""
    if keys[at] in QUANTITIES:
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
