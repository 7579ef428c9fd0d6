"""What a word says that can change a meaning: how many, whether or not, and how certainly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.text.alteration import Raised
from claims.text.atom import NUMBER, QUALIFIED, Atom
from claims.text.gathering import MONTH
from claims.text.numerals import SHORT_UNITS, UNITS
from claims.text.words import words


class Sense(NamedTuple):
    """What one atom says. Two of the same `value` say the same.

    A loose one counts only against another of its kind: “day” for “year” changes a number, “day” left out does not.
    """

    raised: Raised
    value: str
    loose: bool = False


NEGATIVE = words(
    "not never no nor neither none nobody nothing nowhere without hardly scarcely barely non cannot"  # English
    " nicht nie niemals nichts niemand ohne kein keine keinen keinem keiner keines nein weder kaum"  # German
    " pas jamais rien aucun aucune sans ni"  # French
    " nunca nada nadie ningun ninguno ninguna tampoco jamas"  # Spanish, whose “sin” is an English noun
) | {"no longer", "fail to", "refuse to", "far from", "anything but"}
# French says these of more than of nothing: they deny only behind “ne”.
WITH_NE = words("plus personne guere")

# Words for how many and how often; a change of one for another, or of one for none, is a changed number.
COUNTING = words(
    "all every everyone everybody everything both most many several few some dozens scores hundreds thousands "
    "millions billions majority minority twice thrice double triple always often sometimes rarely seldom usually "
    "less fewer least much minus tens"
    " alle einige viele wenige millionen milliarden"  # German
    " tous toutes certains certaines plusieurs"  # French
    " todos todas algunos algunas muchos muchas pocos pocas millones"  # Spanish
) | {"a few", "a lot of"}
# The same, where they stand against one another only: alone they are filling or grammar.
LOOSELY_COUNTING = words("more each any another once single only") | words(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday yesterday today tonight tomorrow morning noon afternoon evening midnight "
    "spring summer autumn winter minimum maximum halved doubled tripled trebled quadrupled"
)

# A row is one degree of certainty or of duty, and the words that say it.
MODAL_ROWS = (
    ("will", "will shall"),
    ("would", "would"),
    ("can", "can"),
    ("could", "could"),
    ("may", "may"),
    ("might", "might"),
    ("must", "must"),
    ("should", "should"),
)
HEDGE_ROWS = (
    ("had to", ("had to",)),
    ("want to", ("want to",)),
    ("try to", ("try to",)),
    ("hope to", ("hope to",)),
    ("plan to", ("plan to",)),
    ("perhaps", ("perhaps", "maybe", "possibly")),
    ("probably", ("probably", "likely", "unlikely", "presumably")),
    ("reportedly", ("reportedly", "allegedly", "supposedly", "purportedly")),
    ("apparently", ("apparently", "seemingly")),
    ("certainly", ("certainly", "definitely", "surely", "undoubtedly")),
    ("if", ("if", "wenn", "sofern", "provided", "as long as", "on condition", "in case")),
    ("only if", ("only if",)),
    ("unless", ("unless",)),
    ("whether", ("whether",)),
    ("except", ("except",)),
)
# Words behind which “will”, “might” and “must” are nouns: “the will of the people”.
BEFORE_NOUN = words("the a an his her their our my your its free good ill of")
NOUNS_TOO = words("will might must can")
# How far before the kept words, in atoms, a negation can stand and still deny them.
REACH = 6

# Units that nobody counts by “a”: “am” after a number is no verb (`sense_at`).
OTHER_UNITS = frozenset(SHORT_UNITS.values()) - {"am"} | words("fahrenheit celsius yen") | {"percentage points"}
SENSES: dict[str, Sense] = (
    {word: Sense(Raised.NUMBER, word) for word in COUNTING}
    | {
        word: Sense(Raised.NUMBER, word, loose=True)
        for word in LOOSELY_COUNTING | frozenset(UNITS.values()) | OTHER_UNITS
    }
    | {word: Sense(Raised.MODALITY, value) for value, row in MODAL_ROWS for word in row.split()}
    | {word: Sense(Raised.MODALITY, value) for value, row in HEDGE_ROWS for word in row}
    | {word: Sense(Raised.NEGATION, word) for word in NEGATIVE}
    | {"each": Sense(Raised.NUMBER, "every", loose=True), "everybody": Sense(Raised.NUMBER, "everyone")}
    | {MONTH: Sense(Raised.NUMBER, MONTH, loose=True)}
    | {f"{NUMBER}1": Sense(Raised.NUMBER, f"{NUMBER}1", loose=True)}  # “one” is as often a pronoun
)
HEDGES = frozenset(word for _, row in HEDGE_ROWS for word in row)


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
        if key in WITH_NE and any(atom.key == "ne" for atom in atoms[max(0, at - REACH) : at]):
            return Sense(Raised.NEGATION, key)
        return None
    if key in NOUNS_TOO and at and atoms[at - 1].key in BEFORE_NOUN:
        return None
    return found
