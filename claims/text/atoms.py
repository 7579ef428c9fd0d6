"""A wording as the smallest parts that can be left out or changed by themselves: what two wordings are compared by.

A contraction is two of them (“don’t” is “do” and “not”), a number is one (“a hundred and eighty”), and so is a
phrase that means one thing (“want to”, “no one”). A mark for words left out is one too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text.atom import ELLIPSIS, NUMBER, Atom
from claims.text.contractions import CONTRACTED, NOT, TAILS
from claims.text.fingerprint import SHORTENED, placed_forms
from claims.text.gathering import gathered
from claims.text.homographs import HOMOGRAPHS, told_apart
from claims.text.numerals import SHORT_UNITS
from claims.text.senses import SENSES
from claims.text.words import words

# … and ... and . . . and […] and (...) and ***
LEFT_OUT = re.compile(
    r"[\[(]\s*(?:…|\.(?:\s?\.){2,})\s*[\])]|…(?:\s?[….])*|\.(?:\s?\.){2,}"
    r"|(?<!\w)\*(?:\s?\*){2,}(?!\w)"  # stars that touch a letter hide a swear word
)
# Brackets by which somebody other than the speaker breaks in.
BRACKET = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
RARE = re.compile(r"[\[(…*$€£¥₹₽]|\.\s?\.|[-−–]\d")
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble"}
MINUS = frozenset("-−–")
# “£3.5bn” is read as 3 and 5bn, for a number ends where a letter stands.
CUT_NUMBER = re.compile(r"\d[.,]\d+[A-Za-z]")
GROUP = re.compile(r"\d{3}[a-z]")
WITH_UNIT = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)")
SPOKEN = CONTRACTED | {
    "gonna": ("going", "to"),
    "gotta": ("have", "to"),
    "wanna": ("want", "to"),
}
# As they are typed without the mark, where that is no other word.
SPOKEN |= {f"{verb}nt": (verb, "not") for verb in words("do does did is are was have has had could would should")}
SPACED_UNITS = SHORT_UNITS | {"g": "gram", "l": "litre"}  # behind a space only: “5G” is a network
BRACKET_AND_MARK = ("]'", "]’")
OF_NAME = ("'s", "’s")
# French words that lose their vowel before another.
ELIDED = {"j": "je", "l": "l", "s": "se", "m": "me", "t": "te", "qu": "que", "d": "de"}
# Behind these “’s” is a verb; behind any other word it tells whose something is.
BEFORE_IS = words("it he she that this there here what who where how when why everybody everyone nobody")
# Behind “’s” and “’d” these show that the verb is “has” and “had”.
PARTICIPLES = words(
    "been got had become gone done seen better won lost left taken given made said told heard found written spoken "
    "broken chosen driven fallen forgotten grown kept met paid sold sent shown stood known thought built bought brought"
)
# And behind a name these do, where “’s” is else whose something is: “Ann’s going to win”, “[Ann]’s got to leave”.
BEHIND_NAME = words("going gonna got been not")
# What may stand before them.
BETWEEN = words("never always already just also only ever not")


def atoms(text: str) -> list[Atom]:
    """The atoms of a wording, in order."""
    forms, places = placed_forms(text)
    if CUT_NUMBER.search(text):
        forms, places = _uncut(text, forms, places)
    rare = RARE.search(text) is not None
    brackets = [match.span() for match in BRACKET.finditer(text)] if rare else []
    if brackets:
        forms, places = _joined(text, forms, places)
    if not BEHIND_NAME.isdisjoint(forms):
        forms, places = _with_verbs(text, forms, places)
    found = _spread(forms, places)
    if not HOMOGRAPHS.isdisjoint(forms):
        found = told_apart(text, found)
    found = gathered(text, found)
    if rare:
        found = _bracketed(_with_money(text, _with_ellipses(text, found)), brackets)
    return found


def _uncut(
    text: str, forms: Sequence[str], places: Sequence[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """With the two halves of “3.5bn” as one, and those of “1,200m”."""
    whole: list[str] = []
    where: list[tuple[int, int]] = []
    for form, (start, end) in zip(forms, places, strict=True):
        sign = text[start - 1] if where and start == where[-1][1] + 1 and whole[-1].isdecimal() else ""
        if form[0].isdecimal() and not form.isdecimal() and (sign == "." or (sign == "," and GROUP.match(form))):
            whole[-1] += "." + form if sign == "." else form
            where[-1] = (where[-1][0], end)
        else:
            whole.append(form)
            where.append((start, end))
    return whole, where


def _joined(
    text: str, forms: Sequence[str], places: Sequence[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """With words that a bracket cuts through made whole: “[W]e”, “walk[ed]”, “bridge(s)”."""
    whole: list[str] = []
    where: list[tuple[int, int]] = []
    for form, (start, end) in zip(forms, places, strict=True):
        if where and start == where[-1][1] + 1 and text[start - 1] in "[](" and text[start].isalpha():
            whole[-1] += form
            where[-1] = (where[-1][0], end)
        elif where and text[where[-1][1] : start] in BRACKET_AND_MARK and _is_tail(whole[-1], form):
            whole[-1] += f"'{form}"
            where[-1] = (where[-1][0], end)
        else:
            whole.append(form)
            where.append((start, end))
    return whole, where


def _is_tail(head: str, form: str) -> bool:
    """Whether it is the verb of a contraction whose head stands in brackets: “[he]’ll”."""
    return f"'{form}" in TAILS or form == "d" or (form == "s" and head in BEFORE_IS)


def _with_verbs(
    text: str, forms: Sequence[str], places: Sequence[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """With the “’s” of a name that is a verb: forms leave it off, for most often it tells whose something is."""
    whole: list[str] = []
    where: list[tuple[int, int]] = []
    for at, (form, (start, end)) in enumerate(zip(forms, places, strict=True)):
        is_verb = at + 1 < len(forms) and forms[at + 1] in BEHIND_NAME
        if is_verb and form == "s" and where and text[where[-1][1] : start] in BRACKET_AND_MARK:
            whole[-1] += "'s"
            where[-1] = (where[-1][0], end)
            continue
        whole.append(f"{form}'s" if is_verb and "'" not in form and text[end - 2 : end].lower() in OF_NAME else form)
        where.append((start, end))
    return whole, where


def _spread(forms: Sequence[str], places: Sequence[tuple[int, int]]) -> list[Atom]:
    """One atom a word, two for a contraction."""
    found: list[Atom] = []
    for at, (form, (start, end)) in enumerate(zip(forms, places, strict=True)):
        if "'" in form or form in SPOKEN:
            halves = _halves(form, next((behind for behind in forms[at + 1 : at + 3] if behind not in BETWEEN), ""))
            if halves:
                found.extend(Atom(half, form, start, end, start + 1, False) for half in halves)
                continue
        if form[0].isdecimal() and (measured := WITH_UNIT.fullmatch(form)) and measured[2] in SHORT_UNITS:
            half = end - len(measured[2])
            found.append(Atom(measured[1], measured[1], start, half, 0, False))
            found.append(Atom(SHORT_UNITS[measured[2]], measured[2], half, end, 0, False))
            continue
        if form in SPACED_UNITS and at and forms[at - 1][-1].isdecimal():
            found.append(Atom(SPACED_UNITS[form], form, start, end, 0, False))
            continue
        found.append(Atom(form, form, start, end, 0, False))
    return found


def _halves(form: str, behind: str) -> tuple[str, str] | None:
    if form in SPOKEN:
        return SPOKEN[form]
    if form.endswith(NOT) and len(form) > len(NOT):
        return form[: -len(NOT)], "not"
    head, mark, tail = form.rpartition("'")
    if not head:
        return None
    if mark + tail in TAILS:
        return head, TAILS[mark + tail]
    participle = behind in PARTICIPLES
    if tail == "d" and behind == "better":
        return head, "should"
    if tail == "d":
        return head, "had" if participle or (behind.endswith("ed") and behind != "need") else "would"
    if tail == "s" and (head in BEFORE_IS or head not in SHORTENED):  # of a name it is left where it is a verb
        return head, "has" if participle else "is"
    if head == "n":
        return "ne", tail
    # “j’aurais” and “qu’aucun”: what stands behind the mark says something by itself.
    return (ELIDED[head], tail) if head in ELIDED and tail in SENSES else None


def _with_money(text: str, found: Sequence[Atom]) -> list[Atom]:
    """With an atom for each sign of a currency, behind the number it stands before: “$5” and “5 dollars” are one.

    And for the sign of what is below zero, before it.
    """
    kept: list[Atom] = []
    for atom in found:
        is_number = atom.key[0] == NUMBER
        sign = text[atom.start - 1] if atom.start and is_number else ""
        first = atom.start - (sign in CURRENCIES)
        if is_number and _is_minus(text, first - 1):
            kept.append(Atom("minus", text[first - 1], first - 1, first, 0, False))
        kept.append(atom)
        if sign in CURRENCIES:
            kept.append(Atom(CURRENCIES[sign], sign, atom.start - 1, atom.start, 0, False))
    return kept


def _is_minus(text: str, at: int) -> bool:
    """Whether the sign of what is below zero stands there, and not the dash of “10-15”, “10 –15” or “Covid-19”."""
    return at >= 0 and text[at] in MINUS and not text[:at][-1:].isalnum() and not text[:at].rstrip()[-1:].isdigit()


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
    marks.reverse()
    kept: list[Atom] = []
    for atom in found:  # these are not all in the order of their places: a month stands behind its day
        while marks and marks[-1].start < atom.start:
            kept.append(marks.pop())
        kept.append(atom)
    return kept + marks[::-1]
