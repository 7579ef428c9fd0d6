"""What a shared word tells: little where all have it, much where few do, nothing where those before it say it all."""

import pytest

from claims.text.rarity import Rarity
from tests.text.helpers import run_of

HELD = 10_000
COUNTS = {"the": 40_000, "bridge": 400, "united": 200, "states": 190, "of": 30_000}


def test_the_rarer_a_word_the_more_it_tells() -> None:
    rarity = Rarity(COUNTS, HELD)
    told = [rarity[word] for word in ("the", "of", "bridge", "united", "heron")]
    assert told == sorted(told)
    assert rarity["the"] < 1.5
    assert rarity["heron"] > 10


def test_before_anything_is_counted_grammar_tells_less_than_matter() -> None:
    rarity = Rarity({}, 0)
    assert rarity["the"] < rarity["would"] < rarity["harbour"]


@pytest.mark.parametrize(
    ("words", "common", "tells"),
    [
        pytest.param("united states", {run_of("united states"): 190}, [5.7, 0.1], id="a pair that belongs together"),
        pytest.param("united harbour", {}, [5.7, 14.4], id="a pair nobody has: the rarity of the pair speaks"),
        pytest.param(
            "of the united states",
            {
                run_of("of the"): 3000,
                run_of("the united"): 180,
                run_of("of the united"): 120,
                run_of("united states"): 190,
                run_of("the united states"): 179,
            },
            [0.0, 3.3, 4.6, 0.0],
            id="a set phrase tells next to nothing after its start",
        ),
    ],
)
def test_what_a_word_tells_after_those_before_it(words: str, common: dict[int, int], tells: list[float]) -> None:
    told = Rarity(COUNTS, HELD).after(words.split(), common, least=8)
    assert len(told) == len(tells)
    for found, wanted in zip(told, tells, strict=True):
        assert found == pytest.approx(wanted, abs=1.6)
