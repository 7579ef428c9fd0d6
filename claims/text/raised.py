"""Whether what is left out, put in or replaced can change the meaning of a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.text.alteration import Raised
from claims.text.atom import ELLIPSIS, NUMBER, Atom
from claims.text.conditionals import only_one_conditional
from claims.text.counting import LIMITS
from claims.text.modals import SEVERAL
from claims.text.opposites import denied_by, turned_round
from claims.text.sense import REACH
from claims.text.senses import HEDGES, sense_at
from claims.text.words import DETERMINERS, words

# What those words say that open a condition of other words.
CONDITIONS = words("if unless whether except") | {"only if"}
# What may stand before one: what is left out with it.
BEFORE_CONDITION = words("only even but and just nur und aber mais et y pero") | {ELLIPSIS}
# What is not so without something may be so with it.
WITHOUT = words("without ohne sans sin")
# What there is one of, unless it is “one of the best”; and those in “-est”, but for words as “rest” and “west”.
SUPERLATIVES = words("best worst most least first last only")
SHORT_WORD = 5
SENTENCE_END = re.compile(r"[.!?](?:[”\"’']|\s|$)")
# What a negation or a modal leans on: words before which, or behind which, “not” stands.
AUXILIARIES = words(
    "is are was were be been am do does did has have had will would can could may might must shall should to"
)
CLAUSE_STARTS = words("and but or because which who although though while when since so if unless as")
STOPS = frozenset(",;:.!?—–()")
KINDS = ((Raised.NUMBER, False), (Raised.NUMBER, True), (Raised.MODALITY, False), (Raised.MODALITY, True))
NOTHING: frozenset[str] = frozenset()
SAYS_NOTHING = (NOTHING,) * len(KINDS)
PERCENT = "percent"
# What stands between a number and what it counts, or the other end of a range: “10 to 20”.
BEFORE_COUNTED = words("of the them us")
RANGE = words("to or and")
DENIED_TWICE = 2
# An omission or insertion of so few words is about those words, not about the clause they would stand in.
FEW = 3


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


class Run(NamedTuple):
    """Words that only one wording has, from `start` up to `end` of its atoms; kept words stand around them.

    `marked` says that an ellipsis stands for them, `outer` that they are at the start or the end of the wording.
    """

    text: str
    atoms: Sequence[Atom]
    start: int
    end: int
    marked: bool
    outer: bool


def raised_by(run: Run) -> Raised | None:
    """What the kept words lose, or gain, by words left out or put in. Clauses of their own are left alone."""
    if run.end - run.start == len(run.atoms) or _stumbles(run):
        return None
    indexes = range(run.start, run.end)
    senses = [(at, sense) for at in indexes if (sense := sense_at(run.atoms, at))]
    if not senses:
        return None
    denials = [at for at, sense in senses if sense.raised is Raised.NEGATION]
    if any(_denies_kept(run, at) or _limits_denied(run, at) for at in denials):
        return Raised.NEGATION
    if any(sense.value in CONDITIONS and _conditions_kept(run, at) for at, sense in senses):
        return Raised.MODALITY
    if any(sense.raised is Raised.NUMBER and _shares_kept(run, at) for at, sense in senses):
        return Raised.NUMBER
    if run.marked:
        return None
    strict = {at for at, sense in senses if not sense.loose}
    numbers = [at for at, sense in senses if sense.raised is Raised.NUMBER]
    if any((at in strict or run.atoms[at].key in LIMITS) and _counts_kept(run, at) for at in numbers):
        return Raised.NUMBER
    if any(sense.raised is Raised.MODALITY and at in strict and _hedges_kept(run, at) for at, sense in senses):
        return Raised.MODALITY
    return None


def _stumbles(run: Run) -> bool:
    """Whether the kept words beside the run are the same once more: “we will, will close it”."""
    keys = [atom.key for atom in run.atoms[run.start : run.end]]
    beside = run.atoms[run.end : run.end + len(keys)], run.atoms[max(0, run.start - len(keys)) : run.start]
    return len(keys) <= FEW and any([atom.key for atom in part] == keys for part in beside)


def _few(run: Run) -> bool:
    return run.end - run.start <= FEW


def _denies_kept(run: Run, at: int) -> bool:
    """Whether the negation at `at` denies words outside the run."""
    if run.end < len(run.atoms) and run.end - at <= REACH and not _clause_ends(run, at + 1):
        return True
    if at == run.start and at > 0 and run.atoms[at - 1].key in AUXILIARIES:
        return True
    return _few(run) and not run.marked and (not run.outer or _ends_a_clause(run, at))


def _limits_denied(run: Run, at: int) -> bool:
    """Whether the run opens with “without”, in a sentence whose kept words deny something: “cannot win without you”."""
    if run.atoms[at].key not in WITHOUT or not _opens_run(run, at):
        return False
    atoms, text = run.atoms, run.text
    first, last = run.start, run.end
    while first > 0 and not SENTENCE_END.search(text[atoms[first - 1].end : atoms[first].start]):
        first -= 1
    while last < len(atoms) and not SENTENCE_END.search(text[atoms[last - 1].end : atoms[last].start]):
        last += 1
    kept = [*range(first, run.start), *range(run.end, last)]
    return any((sense := sense_at(atoms, i)) and sense.raised is Raised.NEGATION for i in kept)


def _ends_a_clause(run: Run, at: int) -> bool:
    """Whether the negation at `at` ends the clause that is kept: “I think not”, “Ich weiß es nicht”."""
    if not run.start or at + 1 < len(run.atoms):
        return False
    between = run.text[run.atoms[run.start - 1].end : run.atoms[at].start]
    return not any(sign in STOPS for sign in between) and not any(
        atom.key in CLAUSE_STARTS for atom in run.atoms[run.start : at]
    )


def _clause_ends(run: Run, at: int) -> bool:
    """Whether a clause ends between `at` and the kept words behind the run."""
    if any(run.atoms[i].key in CLAUSE_STARTS for i in range(at, run.end)):
        return True
    between = run.text[run.atoms[at - 1].end : run.atoms[run.end].start]
    return any(sign in STOPS for sign in between)


def _counts_kept(run: Run, at: int) -> bool:
    """Whether the number at `at` counts words outside the run: it stands directly before them, or nearly alone."""
    behind = run.atoms[run.end] if run.end < len(run.atoms) else None
    key = run.atoms[at].key
    if behind and key[0] == NUMBER and key.endswith("th") and "," in run.text[run.atoms[at].end : behind.start]:
        return False  # “First, we must act”
    between = RANGE if behind and behind.key[0] == NUMBER else BEFORE_COUNTED
    last = run.end - 1
    while last > at and run.atoms[last].key in between:
        last -= 1
    if at == last and behind:
        return True
    return _few(run) and not run.outer


def _shares_kept(run: Run, at: int) -> bool:
    """Whether the number at `at` is a share of what the kept words say: “40 of our” of 300, “one of” of the worst."""
    keys = [atom.key for atom in run.atoms[at + 1 : run.end + 2]]
    if run.end == len(run.atoms) or keys[:1] != ["of"]:
        return False
    behind = next((key for key in keys[1:] if key not in DETERMINERS), "")
    if behind[:1] == NUMBER or run.atoms[run.end].key[0] == NUMBER:
        return run.atoms[at].key[0] == NUMBER
    return behind in SUPERLATIVES or (behind.endswith("est") and len(behind) > SHORT_WORD)


def _hedges_kept(run: Run, at: int) -> bool:
    """Whether the modal at `at` is about words outside the run."""
    return _few(run) and (run.atoms[at].key in HEDGES or not run.outer)


def _opens_run(run: Run, at: int) -> bool:
    """Whether nothing that says anything stands in the run before the atom at `at`."""
    return all(atom.key in BEFORE_CONDITION for atom in run.atoms[run.start : at])


def _conditions_kept(run: Run, at: int) -> bool:
    """Whether the condition that opens at `at` is one of words outside the run, and of the same sentence."""
    atoms = run.atoms
    if not _opens_run(run, at):
        return False
    before = run.text[atoms[run.start - 1].end : atoms[at].start] if run.start else "."
    behind = run.text[atoms[at].end : atoms[run.end].start] if run.end < len(atoms) else "."
    return not (SENTENCE_END.search(before) and SENTENCE_END.search(behind))
