"""What a stretch of a wording says that can change a meaning, and in which ways two of them differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.text.alteration import Raised
from claims.text.atom import NUMBER, Atom
from claims.text.conditionals import only_one_conditional
from claims.text.modals import SEVERAL
from claims.text.opposites import denied_by, turned_round
from claims.text.senses import sense_at

KINDS = ((Raised.NUMBER, False), (Raised.NUMBER, True), (Raised.MODALITY, False), (Raised.MODALITY, True))
NOTHING: frozenset[str] = frozenset()
SAYS_NOTHING = (NOTHING,) * len(KINDS)
PERCENT = "percent"
DENIED_TWICE = 2


class Meaning(NamedTuple):
    """What a stretch of a wording says: its negations counted, its numbers and its modals as sets of values."""

    keys: tuple[str, ...]
    negations: int
    numbers: frozenset[str]
    loose_numbers: frozenset[str]
    modals: frozenset[str]
    loose_modals: frozenset[str]


def meaning(atoms: Sequence[Atom], indexes: Iterable[int]) -> Meaning:
    """What the atoms at these indexes say together."""
    keys, negations = [], 0
    sets: dict[tuple[Raised, bool], set[str]] = {}
    for at in indexes:
        keys.append(atoms[at].key)
        sense = sense_at(atoms, at)
        if sense is None:
            continue
        if sense.raised is Raised.NEGATION:
            negations += 1
        else:
            sets.setdefault((sense.raised, sense.loose), set()).add(sense.value)
    if not sets:
        return Meaning(tuple(keys), negations, *SAYS_NOTHING)
    numbers, loose, modals, loose_modals = (frozenset(sets.get(kind, ())) for kind in KINDS)
    return Meaning(tuple(keys), negations, numbers, loose, modals, loose_modals)


def differing(before: Meaning, after: Meaning) -> frozenset[Raised]:
    """In which ways two stretches, one in the place of the other, say different things."""
    found = set()
    if not _same_negations(before, after):
        found.add(Raised.NEGATION)
    if only_one_conditional(before.keys, after.keys):
        found.add(Raised.MODALITY)
    if before[2:] != after[2:]:
        if not _same_numbers(before, after):
            found.add(Raised.NUMBER)
        if not _same_modals(before, after):
            found.add(Raised.MODALITY)
    return frozenset(found)


def _same_negations(before: Meaning, after: Meaning) -> bool:
    one, other = frozenset(before.keys), frozenset(after.keys)
    first = before.negations + _denied(before.keys, other)
    second = after.negations + _denied(after.keys, one)
    # “Not unlikely” is “likely”; but what did not fall may not have risen.
    twice = any(not denied_by(key).isdisjoint(other) for key in one) or any(
        not denied_by(key).isdisjoint(one) for key in other
    )
    return first == second or (twice and abs(first - second) == DENIED_TWICE)


def _with_loose(
    first: frozenset[str], loose: frozenset[str], second: frozenset[str], other_loose: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The values of both sides; the loose ones too where either side has something of the kind to set against them."""
    if (first or loose) and (second or other_loose):
        return first | loose, second | other_loose
    return first, second


def _same_numbers(before: Meaning, after: Meaning) -> bool:
    first, second = _with_loose(before.numbers, before.loose_numbers, after.numbers, after.loose_numbers)
    if first == second:
        return True
    if (PERCENT in first) == (PERCENT in second):
        return False
    return _shares(first) == _shares(second)


def _shares(values: frozenset[str]) -> frozenset[str]:
    """With percents as the shares that they are: 50 percent are a half."""
    if PERCENT not in values:
        return values
    return frozenset(_share(value) for value in values if value != PERCENT)


def _share(value: str) -> str:
    figure = value[1:]
    if value[0] != NUMBER or not figure.replace(".", "", 1).isdecimal():
        return value
    return f"{NUMBER}{float(figure) / 100:.12g}"


def _same_modals(before: Meaning, after: Meaning) -> bool:
    first, second = _with_loose(before.modals, before.loose_modals, after.modals, after.loose_modals)
    if first == second or (first & second and first ^ second == {"will"}):  # “will probably”, “is likely to”
        return True
    one, other = first - second, second - first
    return bool(one and other) and (_covers(one, other) or _covers(other, one))


def _covers(values: frozenset[str], others: frozenset[str]) -> bool:
    """Whether each of `values` can stand for one of `others`, and so for all of them: “able to” for “could”."""
    each = [SEVERAL.get(value, NOTHING) & others for value in values]
    return all(each) and frozenset().union(*each) == others


def _denied(keys: Sequence[str], others: frozenset[str]) -> int:
    """How many of `keys` are the contrary of one of `others`: “unlikely” of “likely”, “fell” of “rose”."""
    return sum(not turned_round(key).isdisjoint(others) for key in keys)


def first_of(found: Iterable[Raised]) -> Raised | None:
    """Of several ways the gravest, in the order of the enumeration."""
    return min(found, key=list(Raised).index, default=None)
