"""A passage whose clauses changed places is found from its first word to its last."""

from __future__ import annotations

import pytest

from claims.text.anchor import Anchored, Outcome, anchor

BEFORE = "The council met on Tuesday for the first time since the flood. Nobody had expected so many to come. “"
AFTER = ",” she said. The mayor left the hall by a side door and did not answer."

MOVED = [
    (
        "If it rains on Sunday, the fair will be moved to the old market hall",
        "The fair will be moved to the old market hall if it rains on Sunday",
    ),
    (
        "The harbour will stay closed until the last of the cranes has been lifted out",
        "Until the last of the cranes has been lifted out, the harbour will stay closed",
    ),
    (
        "We will rebuild the old harbour in the spring and the ferry will run again before summer",
        "The ferry will run again before summer and we will rebuild the old harbour in the spring",
    ),
    (
        "In the morning we marched to the town hall, and at night we sang songs of the old country",
        "At night we sang songs of the old country, and in the morning we marched to the town hall",
    ),
]


def sought(exact: str, there: str, known: bool) -> tuple[Anchored, str]:
    text = BEFORE + there + AFTER
    found = anchor(text, exact, prefix=BEFORE[-32:] if known else "", suffix=AFTER[:32] if known else "")
    return found, found.span.of(text) if found.span else ""


@pytest.mark.parametrize("known", [False, True], ids=["alone", "with its surroundings"])
@pytest.mark.parametrize(("one", "other"), MOVED)
def test_moved_clauses_are_of_the_passage(one: str, other: str, known: bool) -> None:
    for exact, there in ((one, other), (other, one)):
        found, words = sought(exact, there, known)
        assert (found.outcome, words.rstrip(",")) == (Outcome.ALTERED, there)


def test_the_word_before_the_quotation_mark_does_not_stand_for_one_that_was_moved() -> None:
    there = "I think, frankly, that the board was wrong to sell the land"
    found, words = sought("Frankly, I think that the board was wrong to sell the land", there, known=False)
    assert (found.outcome, words) == (Outcome.ALTERED, there)


@pytest.mark.parametrize(
    ("exact", "there", "words"),
    [
        pytest.param(
            "If it rains the fair will be moved to the old market hall",
            "The fair will be moved to the old market hall",
            "The fair will be moved to the old market hall",
            id="left out",
        ),
        pytest.param(
            "If it rains the fair will be moved to the old market hall",
            "The fair will be moved to the old market hall,” she said. “If it rains",
            "The fair will be moved to the old market hall",
            id="in another quotation",
        ),
        pytest.param(
            "If it rains the fair will be moved to the old market hall",
            "The fair will be moved to the old market hall with all its tents if it rains",
            "The fair will be moved to the old market hall",
            id="too far away",
        ),
        pytest.param(
            "And now the fair will be moved to the old market hall",
            "The fair will be moved to the old market hall and now",
            "The fair will be moved to the old market hall",
            id="too few words",
        ),
    ],
)
def test_what_stands_elsewhere_is_not(exact: str, there: str, words: str) -> None:
    found, span = sought(exact, there, known=False)
    assert (found.outcome, span) == (Outcome.ALTERED, words)
