"""Whether what is left out, put in or replaced can change the meaning of a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.text.alteration import Raised
from claims.text.atom import ELLIPSIS, NUMBER, Atom
from claims.text.counting import LIMITS
from claims.text.sense import REACH
from claims.text.senses import HEDGES, sense_at
from claims.text.words import DETERMINERS, PERSONAL, words

# What those words say that open a condition of other words.
CONDITIONS = words("if unless whether except") | {"only if"}
# What may stand before one: what is left out with it.
BEFORE_CONDITION = words("only even but and just nur und aber mais et y pero") | {ELLIPSIS}
# What is not so without something may be so with it.
WITHOUT = words("without ohne sans sin")
# What there is one of, unless it is “one of the best”; and those in “-est”, but for words as “rest” and “west”.
SUPERLATIVES = words("best worst most least first last only")
SHORT_WORD = 5
# A verb before its subject: “Had we known, we would have gone.” “Should” opens one behind other words too.
INVERTED = words("should had were")
SUBJECTS = DETERMINERS | PERSONAL
ANY_END = re.compile(r"[.!?]")
SENTENCE_END = re.compile(r"[.!?](?:[”\"’']|\s|$)")
# What a negation or a modal leans on: words before which, or behind which, “not” stands.
AUXILIARIES = words(
    "is are was were be been am do does did has have had will would can could may might must shall should to"
)
CLAUSE_STARTS = words("and but or because which who although though while when since so if unless as")
STOPS = frozenset(",;:.!?—–()")
# What stands between a number and what it counts, or the other end of a range: “10 to 20”.
BEFORE_COUNTED = words("of the them us")
RANGE = words("to or and")
# An omission or insertion of so few words is about those words, not about the clause they would stand in.
FEW = 3


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
    if not senses and run.atoms[run.start].key not in INVERTED:
        return None
    denials = [at for at, sense in senses if sense.raised is Raised.NEGATION]
    if any(_denies_kept(run, at) or _limits_denied(run, at) for at in denials):
        return Raised.NEGATION
    if any(sense.value in CONDITIONS and _conditions_kept(run, at) for at, sense in senses):
        return Raised.MODALITY
    if _is_inverted(run) and _conditions_kept(run, run.start):
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
    if at == last and behind and (behind.key[0] == NUMBER or not _clause_ends(run, last + 1)):
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


def _is_inverted(run: Run) -> bool:
    """Whether the run opens with a condition without “if”: “should the talks fail”, and not with a question."""
    atoms, first = run.atoms, run.start
    if atoms[first].key not in INVERTED or first + 1 == len(atoms) or atoms[first + 1].key not in SUBJECTS:
        return False
    end = ANY_END.search(run.text, atoms[first].end)
    if end and end.group() == "?":
        return False
    if atoms[first].key == "should":
        return True
    # “Had a good day” is cut short; a condition ends in a comma.
    return run.end < len(atoms) and "," in run.text[atoms[run.end - 1].end : atoms[run.end].start]


def _conditions_kept(run: Run, at: int) -> bool:
    """Whether the condition that opens at `at` is one of words outside the run, and of the same sentence."""
    atoms = run.atoms
    if not _opens_run(run, at):
        return False
    before = run.text[atoms[run.start - 1].end : atoms[at].start] if run.start else "."
    behind = run.text[atoms[at].end : atoms[run.end].start] if run.end < len(atoms) else "."
    return not (SENTENCE_END.search(before) and SENTENCE_END.search(behind))
