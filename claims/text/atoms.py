"""A wording as the smallest parts that can be left out or changed by themselves: what two wordings are compared by.

A contraction is two of them (“don’t” is “do” and “not”), a number is one (“a hundred and eighty”), and so is a
phrase that means one thing (“want to”, “no one”). A mark for words left out is one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.text.fingerprint import WORD, forms_of, words_of
from claims.text.numerals import STARTERS, UNITS, number_at
from claims.text.words import DETERMINERS, words

ELLIPSIS = "…"
# … and ... and . . . and […] and (...) and ***
LEFT_OUT = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.){2,})\s*[\])]|…(?:\s?[….])*|\.(?:\s?\.){2,}|\*(?:\s?\*){2,}")
# Brackets by which somebody other than the speaker breaks in.
BRACKET = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
RARE = re.compile(r"[\[(…*$€£¥]|\.\s?\.")
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
QUALIFIED = "≈"  # opens the key of what stands before a number and changes how much it says
NUMBER = "#"  # opens the key of a number

CONTRACTED = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
}
TAILS = {"'ve": "have", "'re": "are", "'m": "am", "'ll": "will"}
# Behind these “’s” is a verb; behind any other word it tells whose something is.
BEFORE_IS = words("it he she that this there here what who where how when why everybody everyone nobody")
# Behind “’s” and “’d” these show that the verb is “has” and “had”.
PARTICIPLES = words("been got had become gone done seen better")

# What is compared as one word, and as which: two of one row’s key say the same.
PHRASES = {
    "no one": "nobody",
    "some one": "someone",
    "any one": "anyone",
    "per cent": "percent",
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
    "less than": "less than",
    "fewer than": "less than",
    "under": "less than",
    "below": "less than",
    "no more than": "at most",
    "at most": "at most",
    "up to": "at most",
    "as many as": "at most",
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "some": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "only": "only",
    "just": "only",
}
QUANTITIES = words("all every everyone everybody none half dozens hundreds thousands millions billions")


GOING = words("am is are")
MONTHS = words("january february march april may june july august september october november december")
DAYS = 31  # of a month, at most


def _by_first_word(rows: dict[str, str], opening: str = "") -> dict[str, list[tuple[list[str], str]]]:
    """The rows by the first word of each, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase in sorted(rows, key=len, reverse=True):
        row = phrase.split()
        found.setdefault(row[0], []).append((row, opening + rows[phrase]))
    return found


PHRASES_BY_WORD = _by_first_word(PHRASES)
QUALIFIERS_BY_WORD = _by_first_word(QUALIFIERS, QUALIFIED)
OPENERS = GOING | frozenset(PHRASES_BY_WORD) | frozenset(QUALIFIERS_BY_WORD) | STARTERS | frozenset(UNITS) | {"no"}


class Atom(NamedTuple):
    """One part of a wording.

    `key` is what is compared, `form` the words as they were used. Atoms of one `group` (not 0) change together: both
    halves of a contraction, all words of a bracket. `bracket` says that the group is a bracket; its marks are then
    part of its first and last atom.
    """

    key: str
    form: str
    start: int
    end: int
    group: int
    bracket: bool


def atoms(text: str) -> list[Atom]:
    """The atoms of a wording, in order."""
    forms, places = _words(text)
    rare = RARE.search(text) is not None
    brackets = [match.span() for match in BRACKET.finditer(text)] if rare else []
    if brackets:
        forms, places = _joined(text, forms, places)
    found = _spread(forms, places)
    if any(atom.key in OPENERS or atom.key[0].isdigit() for atom in found):
        found = list(_gathered(text, found))
        _turn_dates(found)
    if rare:
        found = _bracketed(_with_money(text, _with_ellipses(text, found)), brackets)
    return found


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    forms = forms_of(text)
    places = [match.span() for match in WORD.finditer(text)]
    if len(forms) != len(places):  # something unseen was taken for a word and has no form
        places = [(word.span.start, word.span.end) for word in words_of(text)]
    return forms, places


def _joined(
    text: str, forms: Sequence[str], places: Sequence[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """With words that a bracket cuts through made whole: “[W]e”, “walk[ed]”, “bridge(s)”."""
    whole: list[str] = []
    where: list[tuple[int, int]] = []
    for form, (start, end) in zip(forms, places, strict=True):
        if where and start == where[-1][1] + 1 and text[start - 1] in "[](":
            whole[-1] += form
            where[-1] = (where[-1][0], end)
        else:
            whole.append(form)
            where.append((start, end))
    return whole, where


def _spread(forms: Sequence[str], places: Sequence[tuple[int, int]]) -> list[Atom]:
    """One atom a word, two for a contraction."""
    found: list[Atom] = []
    for at, (form, (start, end)) in enumerate(zip(forms, places, strict=True)):
        if "'" in form or form in CONTRACTED:
            halves = _halves(form, forms[at + 1] if at + 1 < len(forms) else "")
            if halves:
                found.extend(Atom(half, form, start, end, start + 1, False) for half in halves)
                continue
        found.append(Atom(form, form, start, end, 0, False))
    return found


def _halves(form: str, behind: str) -> tuple[str, str] | None:
    if form in CONTRACTED:
        return CONTRACTED[form]
    if form.endswith("n't"):
        return form[:-3], "not"
    head, mark, tail = form.rpartition("'")
    if mark + tail in TAILS:
        return head, TAILS[mark + tail]
    participle = behind in PARTICIPLES
    if tail == "d":
        return head, "had" if participle or (behind.endswith("ed") and behind != "need") else "would"
    if tail == "s" and head in BEFORE_IS:
        return head, "has" if participle else "is"
    return ("ne", tail) if head == "n" else None


def _gathered(text: str, found: Sequence[Atom]) -> Iterator[Atom]:
    """With the words of each number and of each phrase made one atom."""
    keys = [atom.key for atom in found]
    at = 0
    while at < len(found):
        length = _going_to(keys, at)
        if length:
            yield from _will(found[at : at + length])
            at += length
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


def _will(used: Sequence[Atom]) -> Iterator[Atom]:
    """“are not going to” as “will” and “not”, which change together as in “won’t”."""
    form = " ".join(dict.fromkeys(atom.form for atom in used))
    group = next((atom.group for atom in used if atom.group), used[0].start + 1)
    for key in ("will", "not")[: len(used) - 2]:
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
    number = number_at(keys, at)
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


def _turn_dates(found: list[Atom]) -> None:
    """Put the day before the month, as a plain number: “May 5”, “May 5th” and “5 May” are one date."""
    for at, atom in enumerate(found):
        if atom.key not in MONTHS:
            continue
        for day in (at + 1, at - 1):
            number = found[day].key[1:].removesuffix("th") if 0 <= day < len(found) else ""
            if number.isdecimal() and found[day].key[0] == NUMBER and int(number) <= DAYS:
                found[day] = found[day]._replace(key=NUMBER + number)
                if day > at:
                    found[at], found[day] = found[day], found[at]
                break


def _with_money(text: str, found: Sequence[Atom]) -> list[Atom]:
    """With an atom for each sign of a currency, behind the number it stands before: “$5” and “5 dollars” are one."""
    kept: list[Atom] = []
    for atom in found:
        kept.append(atom)
        sign = text[atom.start - 1] if atom.start else ""
        if sign in CURRENCIES and atom.key[0] == NUMBER:
            kept.append(Atom(CURRENCIES[sign], sign, atom.start - 1, atom.start, 0, False))
    return kept


def _bracketed(found: list[Atom], brackets: Sequence[tuple[int, int]]) -> list[Atom]:
    """With the atoms of each bracket as one group; the marks go to its first and last atom."""
    at = 0
    for start, end in brackets:
        while at < len(found) and found[at].end <= start:
            at += 1
        first = at
        while at < len(found) and found[at].start < end:
            if found[at].key != ELLIPSIS:
                found[at] = found[at]._replace(group=-1 - start, bracket=True)
            at += 1
        if first < at and found[first].bracket and found[at - 1].bracket:
            found[first] = found[first]._replace(start=min(start, found[first].start))
            found[at - 1] = found[at - 1]._replace(end=max(end, found[at - 1].end))
    return found


def _with_ellipses(text: str, found: list[Atom]) -> list[Atom]:
    """With an atom for each mark that says that words were left out."""
    marks = [Atom(ELLIPSIS, ELLIPSIS, *match.span(), 0, False) for match in LEFT_OUT.finditer(text)]
    if not marks:
        return found
    return sorted([*found, *marks], key=lambda atom: atom.start)
