"""Which atoms of two wordings belong together: those kept, those moved, and those that stand for one another."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from claims.text.atom import ELLIPSIS, NUMBER, QUALIFIED, Atom
from claims.text.counting import LIMITS
from claims.text.numerals import UNITS
from claims.text.senses import SENSES
from claims.text.set_phrases import HOW_OFTEN
from claims.text.sliding import NONE, end_of, slide_from_edges
from claims.text.words import AUXILIARIES, COORDINATORS, DETERMINERS, PERSONAL, PREPOSITIONS, RELATIVE, words

FUNCTION_WORDS = (
    DETERMINERS | AUXILIARIES | PERSONAL | PREPOSITIONS | RELATIVE | COORDINATORS | words("not me him them us as than")
)
MEASURES = frozenset(UNITS.values())
# So many content words make a moved stretch; of one word and those around it, one more than these.
MOVED_LEAST = 2
# Beyond this many pairs of atoms the longest common stretches are not looked for: it would take too long.
LONGEST_SEARCH = 40_000
# A word found at more places than this opens no moved stretch.
PLACES = 16


# For an atom of one wording: its like stands in another place of the other.
MOVED = -2


class Pairing(NamedTuple):
    """For each atom of the earlier wording the index of its like in the later, NONE or MOVED; and the other way round.

    `moved` lists the stretches that both have in other places: start in the earlier, start in the later, length.
    """

    later_of: list[int]
    earlier_of: list[int]
    moved: list[tuple[int, int, int]]


def paired(earlier: Sequence[Atom], later: Sequence[Atom]) -> Pairing:
    """The like atoms of two wordings."""
    first, second = [atom.key for atom in earlier], [atom.key for atom in later]
    pairing = _pairing(_stretch(first, second) or _in_order(first, second), len(first), len(second))
    if _content_left(first, pairing.later_of) & _content_left(second, pairing.earlier_of):
        better = _by_longest(first, second)
        if better:
            pairing = better
        pairing = pairing._replace(moved=_moved(first, second, pairing))
    for keys, partners, others in (
        (first, pairing.later_of, pairing.earlier_of),
        (second, pairing.earlier_of, pairing.later_of),
    ):
        slide_from_edges(keys, partners, others)
    _loosen(earlier, later, pairing)
    return pairing


def _stretch(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int, int]]:
    """All of the shorter wording where the longer has it as it stands: a part of a quote has nothing left out."""
    shorter, longer = sorted((first, second), key=len)
    sought, held = ("\n".join(["", *keys, ""]) for keys in (shorter, longer))
    at = held.find(sought) if shorter else NONE
    if at < 0:
        return []
    place = held.count("\n", 0, at)
    return [(place, 0, len(shorter)) if longer is first else (0, place, len(shorter))]


def _in_order(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int, int]]:
    """The stretches that both wordings have, in the order of both."""
    return [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Levenshtein.opcodes(first, second)
        if code.tag == "equal"
    ]


def _pairing(blocks: Sequence[tuple[int, int, int]], earlier: int, later: int) -> Pairing:
    later_of, earlier_of = [NONE] * earlier, [NONE] * later
    for at, to, length in blocks:
        later_of[at : at + length] = range(to, to + length)
        earlier_of[to : to + length] = range(at, at + length)
    return Pairing(later_of, earlier_of, [])


def is_content(key: str) -> bool:
    """Whether a word tells something by itself."""
    return key not in FUNCTION_WORDS and key != ELLIPSIS


def _content_left(keys: Sequence[str], partners: Sequence[int]) -> set[str]:
    """The content words without a partner."""
    return {key for key, partner in zip(keys, partners, strict=True) if partner == NONE and is_content(key)}


def _by_longest(first: Sequence[str], second: Sequence[str]) -> Pairing | None:
    """Paired by the longest common stretches, which shows two swapped clauses; None where it explains no move."""
    if len(first) * len(second) > LONGEST_SEARCH:
        return None
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    pairing = _pairing([(at.a, at.b, at.size) for at in matcher.get_matching_blocks()], len(first), len(second))
    return pairing if _moved(first, second, pairing, mark=False) else None


def _moved(
    first: Sequence[str], second: Sequence[str], pairing: Pairing, mark: bool = True
) -> list[tuple[int, int, int]]:
    """The stretches of at least two content words that have no partner and stand in both; marked as moved."""
    places: dict[str, list[int]] = {}
    for at, partner in enumerate(pairing.later_of):
        if partner == NONE:
            places.setdefault(first[at], []).append(at)
    later_of, earlier_of = list(pairing.later_of), list(pairing.earlier_of)
    found = []
    to = 0
    while to < len(second):
        starts = places.get(second[to], ()) if earlier_of[to] == NONE else ()
        lengths = [(_common(first, second, later_of, earlier_of, at, to), -at) for at in starts[:PLACES]]
        length, at = max(lengths, default=(0, 0))
        if _is_phrase(second[to : to + length]):
            found.append((-at, to, length))
            later_of[-at : -at + length] = [MOVED] * length
            earlier_of[to : to + length] = [MOVED] * length
            to += length
        else:
            to += 1
    if mark:
        pairing.later_of[:], pairing.earlier_of[:] = later_of, earlier_of
        return [_with_link(first, second, pairing, stretch) for stretch in found]
    return found


def _is_phrase(keys: Sequence[str]) -> bool:
    """Whether a stretch is more than words that pair by chance."""
    content = sum(is_content(key) for key in keys)
    return content >= MOVED_LEAST or (content > 0 and len(keys) > MOVED_LEAST)


def _common(
    first: Sequence[str], second: Sequence[str], later_of: Sequence[int], earlier_of: Sequence[int], at: int, to: int
) -> int:
    """How many atoms from `at` and from `to` on are alike and have no partner."""
    length = 0
    while (
        at + length < len(first)
        and to + length < len(second)
        and first[at + length] == second[to + length]
        and later_of[at + length] == earlier_of[to + length] == NONE
    ):
        length += 1
    return length


def _with_link(
    first: Sequence[str], second: Sequence[str], pairing: Pairing, stretch: tuple[int, int, int]
) -> tuple[int, int, int]:
    """A moved stretch; the “and” that linked it, which now stands on its other side, is taken for moved as well."""
    at, to, length = stretch
    for link, place in ((at - 1, to + length), (at + length, to - 1)):
        if not (0 <= link < len(first) and 0 <= place < len(second)):
            continue
        free = pairing.later_of[link] == pairing.earlier_of[place] == NONE
        if free and first[link] == second[place] and not is_content(first[link]):
            pairing.later_of[link] = pairing.earlier_of[place] = MOVED
    return stretch


def _loosen(earlier: Sequence[Atom], later: Sequence[Atom], pairing: Pairing) -> None:
    """Take pairs apart that only look kept: half a contraction, part of a bracket, “the” between other clauses."""
    _drop_accidents(earlier, pairing.later_of, pairing.earlier_of)
    sides = ((earlier, pairing.later_of), (later, pairing.earlier_of))
    broken = [(side, group) for side in (0, 1) for group in _broken_groups(*sides[side])]
    members = tuple(_by_group(atoms) for atoms, _ in sides) if broken else ()
    seen = set(broken)
    while broken:  # what is torn here can break a group there: each is gone through once
        side, group = broken.pop()
        (atoms, partners), (others, back) = sides[side], sides[1 - side]
        for at in members[side][group]:
            to = partners[at]
            # A bracket that stands in both wordings can change in part.
            if to < 0 or (atoms[at].bracket and others[to].bracket):
                continue
            partners[at] = back[to] = NONE
            other = (1 - side, others[to].group)
            if other[1] and other not in seen:
                seen.add(other)
                broken.append(other)
    _measure(earlier, later, pairing)


def _by_group(atoms: Sequence[Atom]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, atom in enumerate(atoms):
        if atom.group:
            found.setdefault(atom.group, []).append(at)
    return found


def _broken_groups(atoms: Sequence[Atom], partners: Sequence[int]) -> set[int]:
    """The groups that have an atom without a partner."""
    return {atom.group for atom, partner in zip(atoms, partners, strict=True) if atom.group and partner == NONE}


def _drop_accidents(earlier: Sequence[Atom], later_of: list[int], earlier_of: list[int]) -> None:
    """Take a function word or two apart that pair by accident amid words put in place of others."""
    at = end_before = to_before = 0
    while at < len(later_of):
        if later_of[at] < 0:
            at += 1
            continue
        end = end_of(later_of, at, gap=False)
        to, to_end = later_of[at], later_of[end - 1] + 1
        filling = end - at <= 2 and not any(is_content(a.key) or says(a.key) for a in earlier[at:end])
        left = at - end_before, to - to_before
        if filling and min(left) >= 0:
            right = end_of(later_of, end, gap=True) - end, end_of(earlier_of, to_end, gap=True) - to_end
            if _rewritten(left, right) or _rewritten(right, left):
                for i in range(at, end):
                    earlier_of[later_of[i]] = later_of[i] = NONE
        at, end_before, to_before = end, end, to_end


def says(key: str) -> bool:
    """Whether a word can change a meaning by itself."""
    return key in SENSES or key[0] in (NUMBER, QUALIFIED)


def says_alone(key: str) -> bool:
    """Whether it does so also where nothing of its kind stands against it: “two”, but not “today” or “every day”."""
    return says(key) and key not in HOW_OFTEN and (key not in SENSES or not SENSES[key].loose or key in LIMITS)


def _rewritten(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the gap on one side of a pair holds other words in both wordings, and that on the other side enough."""
    return min(one) >= 2 and sum(other) > 2


def _measure(earlier: Sequence[Atom], later: Sequence[Atom], pairing: Pairing) -> None:
    """Take a number and its unit apart together: “a year” for “a day”, “three years” for “a year”."""
    for at in range(len(earlier) - 1):
        if earlier[at + 1].key not in MEASURES or earlier[at].key[0] != NUMBER:
            continue
        number, unit = pairing.later_of[at], pairing.later_of[at + 1]
        if number >= 0 and unit == NONE and number + 1 < len(later) and later[number + 1].key in MEASURES:
            pairing.later_of[at] = pairing.earlier_of[number] = NONE
        elif (
            unit > 0
            and number == NONE
            and later[unit - 1].key[0] == NUMBER
            and earlier[at + 1].form != later[unit].form
        ):
            pairing.later_of[at + 1] = pairing.earlier_of[unit] = NONE
