"""What a word says that can change a meaning: how many, whether or not, and how certainly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.text.alteration import Raised
from claims.text.atom import NUMBER, QUALIFIED, Atom
from claims.text.counting import (
    COUNT_PHRASES,
    COUNT_ROWS,
    LOOSE_COUNT_ROWS,
    NEGATIVE_PHRASES,
    NEGATIVE_ROWS,
)
from claims.text.figures import MONTH
from claims.text.homographs import TOLD_APART
from claims.text.modals import HEDGE_PHRASES, HEDGE_ROWS, LOOSE_MODAL_ROWS, MODAL_PHRASES, MODAL_ROWS
from claims.text.numerals import SHORT_UNITS, UNITS
from claims.text.sense import REACH, Near, Row, Sense, plain
from claims.text.set_phrases import SURFACES
from claims.text.words import words

# Words behind which “will”, “might” and “must” are nouns: “the will of the people”.
BEFORE_NOUN = words("the a an his her their our my your its free good ill of")
NOUNS_TOO = words("will might must can")
# What a figure is to what it is said of, in figures only: up by it, up to it, up from it.
BEFORE_FIGURE = {"by": "by", "to": "to", "until": "to", "till": "to", "from": "from", "since": "from"}
BEFORE_FIGURE |= {"after": "after"}
# Units that nobody counts by “a”: “am” after a number is no verb (`sense_at`).
OTHER_UNITS = frozenset(SHORT_UNITS.values()) - {"am"} | words("fahrenheit celsius yen") | {"percentage points"}
OTHER_UNITS |= {f"square {unit}" for unit in SURFACES}
# How German is typed where there are no such letters: “koennte”. No other language of the tables has “ö” and “ä”.
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _read(rows: Iterable[Row], raised: Raised, loose: bool = False) -> dict[str, Sense]:
    """The senses of a table by the word as it is compared."""
    found: dict[str, Sense] = {}
    for row in rows:
        for word in row.words.split():
            for key in _keys(word):
                known = found[key].near if key in found else ()
                near = (*known, row.near) if row.near else ()
                found[key] = Sense(raised, row.value or plain(word), loose, near)
    return found


def _keys(word: str) -> tuple[str, ...]:
    """As which keys a word of a table is compared."""
    bare = plain(word)
    key = word if TOLD_APART.get(bare) == word else bare
    spelled_out = word.translate(SPELLED_OUT)
    return (key, spelled_out) if spelled_out != word else (key,)


def _phrases(meant: dict[str, str], raised: Raised) -> dict[str, Sense]:
    return {phrase: Sense(raised, value) for phrase, value in meant.items()}


HEDGING = _read(HEDGE_ROWS, Raised.MODALITY) | _phrases(HEDGE_PHRASES, Raised.MODALITY)
SENSES: dict[str, Sense] = (
    {unit: Sense(Raised.NUMBER, unit, loose=True) for unit in frozenset(UNITS.values()) | OTHER_UNITS}
    | _read(LOOSE_COUNT_ROWS, Raised.NUMBER, loose=True)
    | _read(COUNT_ROWS, Raised.NUMBER)
    | _phrases(COUNT_PHRASES, Raised.NUMBER)
    | _read(LOOSE_MODAL_ROWS, Raised.MODALITY, loose=True)
    | _read(MODAL_ROWS, Raised.MODALITY)
    | _phrases(MODAL_PHRASES, Raised.MODALITY)
    | HEDGING
    | _read(NEGATIVE_ROWS, Raised.NEGATION)
    | _phrases(dict.fromkeys(NEGATIVE_PHRASES, "not"), Raised.NEGATION)
    | {"in my view": Sense(Raised.MODALITY, "think", loose=True)}  # against “I think” only
    | {MONTH: Sense(Raised.NUMBER, MONTH, loose=True)}
    | {f"{NUMBER}1": Sense(Raised.NUMBER, f"{NUMBER}1", loose=True)}  # “one” is as often a pronoun
)
HEDGES = frozenset(HEDGING)


def sense_at(atoms: Sequence[Atom], at: int) -> Sense | None:
    """What the atom at `at` says that can change a meaning."""
    key = atoms[at].key
    found = SENSES.get(key)
    if found is None:
        if key[0] in (NUMBER, QUALIFIED):
            return Sense(Raised.NUMBER, key)
        if not key.isalpha() and any(map(str.isdecimal, key)):  # “G7”, “M25”: part of a name
            return Sense(Raised.NUMBER, key, loose=True)
        if key == "am" and at and atoms[at - 1].key[0] == NUMBER:
            return Sense(Raised.NUMBER, key, loose=True)
        if key in BEFORE_FIGURE and at + 1 < len(atoms) and atoms[at + 1].key[0] in (NUMBER, QUALIFIED):
            return Sense(Raised.NUMBER, BEFORE_FIGURE[key], loose=True)
        return None
    if found.near and not any(_beside(near, atoms, at) for near in found.near):
        return None
    if key in NOUNS_TOO and at and atoms[at - 1].key in BEFORE_NOUN:
        return None
    return found


def _beside(near: Near, atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word stands there beside which the one at `at` has its sense."""
    behind = [atom.key for atom in atoms[at + 1 : at + 1 + near.reach]]
    if behind and behind[0] in near.unless:
        return False
    if near.lacking and any(atom.key in near.lacking for atom in atoms[at + 1 : at + 1 + REACH]):
        return False
    if any(atom.key in near.before for atom in atoms[max(0, at - near.reach) : at]):
        return True
    return any(key in near.behind for key in behind)
