"""Whether two wordings are one utterance by their words alone."""

import pytest

from claims.text.fingerprint import forms_of
from claims.text.rarity import Rarity
from claims.text.resemblance import Likeness, likeness, probability

WHOLE = "We will not rest until the last family on the island has clean water and a warm house, and I mean it."


def alike(one: str, other: str) -> Likeness:
    rarity = Rarity({}, 0)
    forms = forms_of(one)
    return likeness(forms, rarity.after(forms, {}, 8), forms_of(other), rarity)


SAME = {
    "to the letter": WHOLE,
    "typesetting": f"“{WHOLE.replace(' until', ' — until').replace('house,', 'house;')}”",
    "cut short": "We will not rest until the last family on the island has clean water",
    "a marked omission": WHOLE.replace("on the island", "…"),
    "a bracket": WHOLE.replace("the island", "[Marchland]"),
    "a fragment": "the last family on the island has clean water and",
    "clauses moved": "I mean it: until the last family on the island has clean water and a warm house we will not rest",
    "words replaced": "We shall not sleep until each family on the island has clean water and a warm home, I mean it.",
    "slips": WHOLE.replace("rest", "rset").replace("family", "famly").replace("house", "hosue"),
}
OTHER = {
    "a set phrase": "We will not rest until this is over, and those who are responsible have been brought to court.",
    "the matter": "Clean water is what each house on this island needs, said the engineers who built the works.",
    "nothing": "The ferry leaves at nine.",
    "grammar": "It is what it is and they will not have it on the day and I know it.",
}


@pytest.mark.parametrize("words", SAME.values(), ids=SAME)
def test_one_utterance(words: str) -> None:
    assert probability(alike(words, WHOLE)) > 0.5
    assert probability(alike(WHOLE, words)) > 0.5


@pytest.mark.parametrize("words", OTHER.values(), ids=OTHER)
def test_another_utterance(words: str) -> None:
    assert probability(alike(words, WHOLE)) < 0.5
    assert probability(alike(WHOLE, words)) < 0.5


def test_the_figures() -> None:
    found = alike("the harbour is closed for good", "is closed for good reasons")
    assert (found.unbroken, found.words, found.longer) == (4, 5, 6)
    assert 0 < found.overlap < found.contained < 1
    assert alike("no comment", "no comment").letters == 1.0


TWICE = "the mayor, the whole of the council, and the people of the harbour will not rest until the harbour is open"


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        pytest.param("the harbour is open", 4, id="a first word that stands before as well"),
        pytest.param("of the council", 3, id="a last word that stands behind as well"),
        pytest.param("the people of the harbour will not rest until the harbour", 11, id="most of it"),
    ],
)
def test_a_piece_is_one_run_whichever_of_its_words_stand_elsewhere_too(piece: str, words: int) -> None:
    assert (alike(piece, TWICE).unbroken, alike(TWICE, piece).unbroken) == (words, words)
    assert alike(piece, TWICE).bits == pytest.approx(alike(piece, piece).bits)


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", "words"), ("a", "a"), ("x " * 500, "x " * 400)])
def test_nothing_breaks_it(one: str, other: str) -> None:
    assert 0 <= probability(alike(one, other)) <= 1
