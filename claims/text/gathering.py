"""The words of one number, of one phrase and of one date gathered into what is compared as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from claims.text.atom import NUMBER, QUALIFIED, Atom
from claims.text.figures import DAYS, FIGURES, MONTHS, OFTEN, figures_at
from claims.text.numerals import CURRENCY_CODES, STARTERS, UNITS, number_at, scaled, upwards
from claims.text.numerals_abroad import STARTERS_ABROAD, spelled_at
from claims.text.qualifiers import QUALIFIERS, QUANTITIES, WHOLES
from claims.text.set_phrases import BE, BEHIND_BE, BEHIND_NOT, BETWEEN_BE, GOING_ON, ONLY_BEFORE, PHRASES, TWOFOLD
from claims.text.words import DETERMINERS

BREAK = re.compile(r"[.,!?…;:—]")
SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"sept": "september"}
# Spanish numbers before a plural: “dos” is a word of English and of Portuguese as well, “mil” short for several.
BEFORE_PLURAL = {"dos": "2", "mil": "1000"}
NEARLY = QUALIFIED + "nearly"
# What qualifies a number from behind, as the words before it that say the same: “200 or more” is at least 200.
BEHIND_NUMBER = {
    ("or", "more"): "at least",
    ("or", "over"): "at least",
    ("or", "less"): "at most",
    ("or", "fewer"): "at most",
    ("or", "under"): "at most",
    ("or", "so"): "about",
}
FARTHEST_NEITHER = 60  # words between “neither” and its “nor”, at most
OR_SO = ("or", "so")  # behind what is counted it is as often a filler: “in a week or so”
# And by a sign, or a word behind a hyphen.
SIGNS_BEFORE = {"~": "about", "≈": "about", ">": "more than", "<": "less than", "≥": "at least", "≤": "at most"}
SIGNS_BEHIND = {"+": "more than"}
HYPHENED = {"odd": "about", "plus": "more than"}
ROMAN = upwards("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi", 2)

Meant = TypeVar("Meant")


def _by_first_word(rows: Mapping[str, Meant]) -> dict[str, list[tuple[list[str], Meant]]]:
    """The rows by the first word of each, the longest first: the words of a phrase, and what it is compared as."""
    found: dict[str, list[tuple[list[str], Meant]]] = {}
    for phrase in sorted(rows, key=len, reverse=True):
        row = phrase.split()
        found.setdefault(row[0], []).append((row, rows[phrase]))
    return found


PHRASES_BY_WORD = _by_first_word(PHRASES)
QUALIFIERS_BY_WORD = _by_first_word({phrase: QUALIFIED + meant for phrase, meant in QUALIFIERS.items()})
GOING_ON_ROWS = [(phrase.split(), meant) for phrase, meant in GOING_ON.items()]
TWOFOLD_BY_WORD = _by_first_word(TWOFOLD)
OPENERS = (
    frozenset(BE)
    | frozenset(PHRASES_BY_WORD)
    | frozenset(QUALIFIERS_BY_WORD)
    | frozenset(TWOFOLD_BY_WORD)
    | STARTERS_ABROAD
    | STARTERS
    | frozenset(UNITS)
    | frozenset(OFTEN)
    | frozenset(ROMAN)
    | {"no", "nor"}
)


def gathered(text: str, found: list[Atom]) -> list[Atom]:
    """The atoms of a text, one a word so far, with those of each number, phrase and date gathered."""
    if not any(atom.key in OPENERS or atom.key[0].isdigit() for atom in found):
        return found
    found = list(_gathered(text, found))
    if not any(atom.key[0] == NUMBER for atom in found):
        return found
    _spell_months(text, found)
    _turn_dates(found)
    return list(_turned(text, found))


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
    for row, meant in TWOFOLD_BY_WORD.get(keys[at], ()):
        end = at + len(row)
        if keys[at:end] == row and _unbroken(text, found, at, end):
            return meant, end
    return (), at


def _behind_be(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> tuple[Sequence[str], int]:
    """The keys of “are going to”, “are not able to” and the like at `at`, and the index behind it."""
    between = keys[at + 1 : at + 2] if keys[at + 1 : at + 2] and keys[at + 1] in BETWEEN_BE else []
    end = at + len(between) + 3
    if end >= len(keys) or keys[end - 1] != "to" or keys[end - 2] not in BEHIND_BE:
        return (), at
    key = BEHIND_BE[keys[end - 2]][BE[keys[at]]]
    if keys[end - 2] == "going":
        if keys[end] in DETERMINERS or found[end].has_capital(text):
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
    if other := _denies_nothing(text, found, keys, at):
        return other, at + 1
    for row, meant in QUALIFIERS_BY_WORD.get(key, ()):
        end = at + len(row)
        if keys[at:end] == row and end < len(keys) and _measures(keys, end, meant) and _unbroken(text, found, at, end):
            return meant, end
    number = figures_at(text, found, keys, at)
    if number:
        return NUMBER + number[0], number[1]
    for row, meant in PHRASES_BY_WORD.get(key, ()):
        end = at + len(row)
        only = ONLY_BEFORE.get(" ".join(row))
        allowed = only is None or not only.isdisjoint(keys[end : end + 1])
        if keys[at:end] == row and allowed and _unbroken(text, found, at, end):
            return meant, end
    if abroad := spelled_at(keys, at):
        value, end = scaled(keys, abroad[1], abroad[0])
        return NUMBER + value, end
    if key in ROMAN and len(key) > 1 and _is_numeral(text, found, at):
        return f"{NUMBER}{ROMAN[key]}", at + 1
    if key in BEFORE_PLURAL and _is_plural(text, found, at + 1):
        return NUMBER + BEFORE_PLURAL[key], at + 1
    return UNITS.get(key, key), at + 1


def _denies_nothing(text: str, found: Sequence[Atom], keys: Sequence[str], at: int) -> str:
    """What “no” of “No. 10” and “nor” behind a “neither” are compared as; "" for any other word."""
    if keys[at] == "nor" and "neither" in keys[max(0, at - FARTHEST_NEITHER) : at]:
        return "or"
    if keys[at] != "no" or at + 1 == len(keys) or not keys[at + 1].isdigit():
        return ""
    return "number" if _abbreviated(text, found[at], at) else ""


def _unbroken(text: str, found: Sequence[Atom], at: int, end: int) -> bool:
    """Whether no mark stands between these words, behind which another phrase begins: “No, one man did”."""
    return not any(BREAK.search(text, found[i].end, found[i + 1].start) for i in range(at, end - 1))


def _is_numeral(text: str, found: Sequence[Atom], at: int) -> bool:
    """Whether capitals behind a name count it: “World War II”; in a text all of capitals nobody can tell."""
    shown = text[found[at].start : found[at].end]
    return bool(at) and shown.isupper() and text[found[at - 1].start].isupper() and not text.isupper()


def _abbreviated(text: str, atom: Atom, at: int) -> bool:
    """Whether “no” is short for “number”: it has a stop, or within a sentence a capital."""
    return text[atom.end] == "." or (at > 0 and text[atom.start : atom.end] == "No")


def _is_plural(text: str, found: Sequence[Atom], at: int) -> bool:
    """Whether the word at `at` can be what Spanish “dos” or “mil” counts: a plural, and no name."""
    if at >= len(found) or text[found[at].start].isupper():
        return False
    return found[at].key.endswith("s") or found[at].key == "de"  # “dos de ellos”


def _measures(keys: Sequence[str], at: int, meant: str) -> bool:
    """Whether a number or a quantity that can be qualified so starts at `at`: “about 100”, “almost all”."""
    if keys[at] in QUANTITIES or spelled_at(keys, at):
        return True
    if keys[at] in WHOLES:
        return meant == NEARLY
    number = number_at(keys, at)
    return number is not None and not number[0].endswith("th")


def _spell_months(text: str, found: list[Atom]) -> None:
    """“Jan. 5” is in January: a short month counts as the month beside a number only."""
    for at, atom in enumerate(found):
        if atom.key in SHORT_MONTHS and text[atom.start].isupper():
            beside = found[max(0, at - 1) : at] + found[at + 1 : at + 2]
            if any(other.key[0] == NUMBER for other in beside):
                found[at] = atom._replace(key=SHORT_MONTHS[atom.key])


def _turned(text: str, found: Sequence[Atom]) -> Iterator[Atom]:
    """With what stands before a number in one wording and behind it in another on one side: “EUR 5”, “5 or more”."""
    at = 0
    while at < len(found):
        key = found[at].key
        if key[0] != NUMBER and key not in CURRENCY_CODES:
            yield found[at]
            at += 1
            continue
        code = CURRENCY_CODES.get(key)
        if code and at + 1 < len(found) and found[at + 1].key[0] == NUMBER:
            yield from (found[at + 1], found[at]._replace(key=code))
            at += 2
        elif not code and (behind := _qualified_behind(found, at)):
            more, last = found[behind : behind + 2]
            form = f"{more.form} {last.form}"
            meant = BEHIND_NUMBER[more.key, last.key]
            yield Atom(QUALIFIED + meant, form, more.start, last.end, more.group, False)
            yield from found[at:behind]
            at = behind + 2
        elif not code and (signed := _signed(text, found, at)):
            yield from (signed, found[at])
            at += 2 if signed.form in HYPHENED else 1
        else:
            yield found[at]
            at += 1


def _qualified_behind(found: Sequence[Atom], at: int) -> int:
    """Where what qualifies the number at `at` starts behind it, or behind what it counts; 0 for nowhere."""
    for place in (at + 1, at + 2):
        keys = tuple(atom.key for atom in found[place : place + 2])
        if keys in BEHIND_NUMBER and (place == at + 1 or keys != OR_SO):
            return place
    return 0


def _signed(text: str, found: Sequence[Atom], at: int) -> Atom | None:
    """What qualifies the number at `at` by a sign or behind a hyphen: “~200”, “20+”, “20-odd”."""
    start, end = found[at].start, found[at].end
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if before in SIGNS_BEFORE:
        return Atom(QUALIFIED + SIGNS_BEFORE[before], before, start - 1, start, 0, False)
    if behind in SIGNS_BEHIND:
        return Atom(QUALIFIED + SIGNS_BEHIND[behind], behind, end, end + 1, 0, False)
    more = found[at + 1] if behind == "-" and at + 1 < len(found) else None
    return more._replace(key=QUALIFIED + HYPHENED[more.form]) if more and more.form in HYPHENED else None


def _turn_dates(found: list[Atom]) -> None:
    """Put the day before the month, as a plain number: “May 5”, “May 5th” and “5 May” are one date."""
    for at, atom in enumerate(found):
        if atom.key not in MONTHS:
            continue
        of = at > 1 and found[at - 1].key == "of"  # “the 5th of May”
        for day in (at + 1, at - 2 if of else at - 1):
            number = found[day].key[1:].removesuffix("th") if 0 <= day < len(found) else ""
            if number.isdecimal() and len(number) <= FIGURES and int(number) <= DAYS and found[day].key[0] == NUMBER:
                found[day] = found[day]._replace(key=NUMBER + number)
                if day > at:
                    found[at], found[day] = found[day], found[at]
                break
