"""Which words are another's but for a slip."""

import pytest

from claims.text.resemblance import probability
from claims.text.slips import slips
from tests.text.test_resemblance import alike


@pytest.mark.parametrize(
    ("asked", "held", "found"),
    [
        ("we talk aobut it", "we talk about it", {"aobut": "about"}),  # turned round
        ("bring peple together", "bring people together", {"peple": "people"}),  # left out
        ("bring peoople together", "bring people together", {"peoople": "people"}),  # put in
        ("bring paople together", "bring people together", {"paople": "people"}),  # changed
        ("the colour of it", "the color of it", {"colour": "color"}),
        ("they organise the defence", "they organize the defense", {"organise": "organize", "defence": "defense"}),
        # another form of a word, and another word
        ("the plan of the town", "the plans of the town", {}),
        ("they raised it", "they raise it", {}),
        ("a red car on the road", "a red cat on the road", {}),
        ("it was in 1990 then", "it was in 1991 then", {}),
        ("we build a bridge", "we close a harbour", {}),
        # both words stand in both
        ("color and colour", "colour and color", {}),
        # most of it is other words
        ("brigde harbor nothing", "bridge harbour else", {}),
        ("", "", {}),
    ],
)
def test_slips(asked: str, held: str, found: dict[str, str]) -> None:
    assert slips(dict.fromkeys(asked.split()), dict.fromkeys(held.split())) == found


@pytest.mark.parametrize(
    "written",
    [
        "nobdoy has the patience to talk aobut the ferry",
        "has a record of brigning pepole of the isle together",
        "a woman who was rasied for these tmies at sea",
    ],
)
def test_short_words_with_two_slips_are_still_the_same(written: str) -> None:
    meant = written
    for slip, word in {
        "nobdoy": "nobody",
        "aobut": "about",
        "brigning": "bringing",
        "pepole": "people",
        "rasied": "raised",
        "tmies": "times",
    }.items():
        meant = meant.replace(slip, word)
    assert probability(alike(written, meant)) > 0.5
    assert probability(alike(meant, written)) > 0.5
