"""Whether two articles printed one story."""

from itertools import combinations
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.copies import may_be_same_story, runs_around, same_story, sketch, wire_of

STORY = (
    "OSLO (Reuters) - The harbour will stay closed until May, the council said on Monday, after the storm took away "
    "the eastern pier and two cranes. “Nobody will be let in before it is safe,” said Mayor Ada Quill. Repairs are to "
    "cost four million crowns, and the fishermen will be paid for the days that they have lost."
)
QUOTE = "Nobody will be let in before it is safe"


@pytest.mark.parametrize(
    ("text", "byline", "wire"),
    [
        (STORY, "", "reuters"),
        ("MARCHLAND (AP) — The pier is closed.", "", "ap"),
        ("The pier is closed.\n\nReporting by Reuters", "", "reuters"),
        ("The pier is closed.\n\n© Agence France-Presse", "", "afp"),
        ("The pier is closed.", "Associated Press", "ap"),
        ("Reuters reported on Monday that the pier is closed.", "", ""),
        ("The pier is closed, officials told the AP.", "", ""),
        ("", "", ""),
    ],
)
def test_the_wire_that_a_story_names(text: str, byline: str, wire: str) -> None:
    assert wire_of(text, byline) == wire


def around(text: str) -> frozenset[int]:
    start = text.index(QUOTE)
    return runs_around(text, start, start + len(QUOTE))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(STORY, True, id="the same text"),
        pytest.param(STORY.replace("OSLO (Reuters) - ", "").replace("Monday", "Mon."), True, id="edited a little"),
        pytest.param(
            f"Ada Quill, who has led the town for nine years, was firm when she met the fishermen. “{QUOTE},” she told "
            "them, and went back to her office to write to the minister about money for a new pier.",
            False,
            id="another report of the same words",
        ),
        pytest.param(f"“{QUOTE},” she said.", False, id="too little around it to tell"),
    ],
)
def test_the_same_text_around_the_words(other: str, same: bool) -> None:
    assert same_story(around(STORY), around(other)) is same


@given(st.frozensets(st.integers(-500, 500), max_size=120), st.frozensets(st.integers(-500, 500), max_size=120))
def test_a_sketch_never_denies_what_the_runs_say(one: frozenset[int], other: frozenset[int]) -> None:
    for left, right in ((one, other), (one, one | other), (one, frozenset(run * 1024 for run in one))):
        assert may_be_same_story(sketch(left), sketch(right)) or not same_story(left, right)


def test_a_sketch_tells_most_of_what_is_not_alike() -> None:
    stories = [frozenset(crc32(f"{n} {run}".encode()) for run in range(200)) for n in range(20)]
    sketches = list(map(sketch, stories))
    passed = sum(may_be_same_story(one, other) for one, other in combinations(sketches, 2))
    assert passed < 10
