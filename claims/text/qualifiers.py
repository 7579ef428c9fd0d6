"""What stands before a number and changes how much it says.

Written as they are compared, without accents.
"""

from __future__ import annotations

from claims.text.words import words

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
    "practically": "nearly",
    "all but": "all but",
    "only": "only",
    "just": "only",
    # German.
    "fast": "nearly",
    "mehr als": "more than",
    "weniger als": "less than",
    "bis zu": "at most",
    "hochstens": "at most",
    "mindestens": "at least",
    "rund": "about",
    "etwa": "about",
    "beinahe": "nearly",
    # French.
    "plus de": "more than",
    "moins de": "less than",
    "au plus": "at most",
    "jusqu'a": "at most",
    "au moins": "at least",
    "environ": "about",
    "pres de": "nearly",
    "presque": "nearly",
    # Spanish.
    "mas de": "more than",
    "menos de": "less than",
    "hasta": "at most",
    "al menos": "at least",
    "unos": "about",
    "unas": "about",
    "casi": "nearly",
}
QUANTITIES = words("half dozens hundreds thousands millions billions")
# What is whole or nothing is qualified by “nearly” only: “almost all” is not all, “above all” is no quantity.
WHOLES = words(
    "all every everyone everybody everything always none nobody nothing never no "
    "alle jeder niemand nichts nie immer tous toutes personne jamais todos todas nadie nada nunca siempre"
)
