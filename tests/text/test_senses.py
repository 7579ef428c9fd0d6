"""The tables of words that can change a meaning."""

from __future__ import annotations

from collections import Counter

from claims.text.atoms import atoms
from claims.text.counting import COUNT_PHRASES, COUNT_ROWS, LOOSE_COUNT_ROWS, NEGATIVE_PHRASES, NEGATIVE_ROWS
from claims.text.modals import HEDGE_PHRASES, HEDGE_ROWS, LOOSE_MODAL_ROWS, MODAL_PHRASES, MODAL_ROWS, SEVERAL
from claims.text.senses import SENSES
from claims.text.set_phrases import BEHIND_BE, BEHIND_NOT, GOING_ON, PHRASES, TWOFOLD

ROWS = (*NEGATIVE_ROWS, *COUNT_ROWS, *LOOSE_COUNT_ROWS, *MODAL_ROWS, *LOOSE_MODAL_ROWS, *HEDGE_ROWS)
# Phrases that are there for what they are not.
EMPTY = {
    "faux pas",
    "pas de deux",
    "pas de calais",
    "noch",
    "por supuesto",
    "sin embargo",
    "sin duda",
    "anyone",
    "almost",
    "after all",
    "above all",
    "first of all",
    "most of all",
    "at all",
    "initially",
    "all along",
    "all the same",
    "once and for all",
    "suddenly",
    "alright",
    "no matter",
    "no wonder",
    "doubtless",
    "very",
    "if anything",
    "may as well",
    "a little",
    "nonetheless",
    "last but not least",
    "covid",
    "world",
    "war",
    "#2",
    "some time",
    "some kind of",
}


def test_each_word_says_one_thing() -> None:
    said = {(word, row.value) for row in ROWS for word in row.words.split()}
    assert [word for word, count in Counter(word for word, _ in said).items() if count > 1] == []


def test_each_row_is_of_a_language_that_the_engine_reads() -> None:
    assert {row.language for row in ROWS} == {"en", "de", "fr", "es"}


def test_each_phrase_is_compared_as_what_says_something() -> None:
    behind_be = {key for keys in BEHIND_BE.values() for key in keys}
    twofold = {key for keys in TWOFOLD.values() for key in keys}
    meant = {*PHRASES.values(), *BEHIND_NOT.values(), *GOING_ON.values(), *behind_be, *twofold}
    assert meant - set(SENSES) == EMPTY
    assert {*NEGATIVE_PHRASES, *COUNT_PHRASES, *MODAL_PHRASES, *HEDGE_PHRASES} - meant == set()


def test_each_phrase_is_read_whatever_other_rows_start_as_it_does() -> None:
    rows = TWOFOLD | {phrase: (meant,) for phrase, meant in PHRASES.items()}
    read = {phrase: {atom.key for atom in atoms(f"we {phrase} go")} for phrase in rows}  # “had better” asks for a verb
    assert [phrase for phrase, keys in rows.items() if not read[phrase].issuperset(keys)] == []


def test_what_stands_for_several_is_a_value() -> None:
    values = {sense.value for sense in SENSES.values()}
    assert {*SEVERAL, *(value for row in SEVERAL.values() for value in row)} <= values
