from __future__ import annotations

import time

import pytest

from claims.text.dates import resolve
from claims.text.expressions import find
from claims.text.extract import extract
from tests.text.dated import FRIDAY
from tests.text.helpers import statements
from tests.text.test_dates import EVERY, WORDS

# Read as dates only after “in”, “on” or the like: alone they are numbers, names or parts of something else.
NEED_A_WORD = [
    "2019-2021", "2019 and 2020", "2019/20", "2023-24", "2019-12", "the 1990s", "the 1800s", "the 1900s",
    "the 19th century", "Q3", "Q4", "the 5th of this month", "the 30th", "March",
]  # fmt: skip
# Whole in a text, but cut off from the attribution: by its full stop, by a mark, or by a word that ends its zone.
CUT_OFF = {
    "c. 1900", "on Thurs.", "Thurs.", "Tues. morning", "12 Sept.", "in Sept.", "in the ’90s", "in the late ’80s",
    "by Monday", "by the end of the month", "by the end of the year", "by the end of August", "by 2020", "12 Sept",
}  # fmt: skip
RESOLVED = sorted({words for words, _, edtf, _ in EVERY if edtf} - set(NEED_A_WORD))
KEPT = [
    "a few days ago", "several weeks ago", "in recent weeks", "over the past few days", "hours later",
    "two days later", "the following day", "the previous Thursday", "the same Tuesday", "that night",
    "later that day", "earlier in the day", "at the time", "the other day", "fiscal 2024", "the 2024 fiscal year",
    "on Independence Day", "on Election Day", "5/3/2024", "3/13/24", "two days after Christmas", "by then",
    "from Friday to last week", "Monday and Wednesday",
]  # fmt: skip


def found_in(text: str) -> list[str]:
    """The expressions found, each with the second date that it is joined to, if they resolve."""
    return [
        (found.longer if found.longer and resolve(found.longer.of(text), FRIDAY).edtf else found.span).of(text)
        for found in find(text, 0, len(text), len(text))
    ]


@pytest.mark.parametrize("words", [*RESOLVED, *KEPT])
def test_every_expression_of_the_tables_is_found_whole(words: str) -> None:
    assert found_in(f"It leaked {words}, he thinks.") == [words]


@pytest.mark.parametrize("words", NEED_A_WORD)
def test_some_only_after_a_word_of_time(words: str) -> None:
    text = f"It leaked in {words}, he thinks."
    assert found_in(text) == [f"in {words}"]


@pytest.mark.parametrize("words", [words for words in RESOLVED if words not in CUT_OFF])
def test_every_expression_of_the_tables_dates_a_statement(words: str) -> None:
    (found,) = statements(f"“It leaks,” Ann Roe said {words}.")
    assert found.date is not None
    assert found.date.text == words


@pytest.mark.parametrize(
    "text",
    [
        "It may leak, and they march on.",
        "It will march in 20 places, and may fall.",
        "There were 2020 people and 1500 homes.",
        "The second of 12 springs, a third quarter, and the last half.",
        "A spring, a fall and the winter coat.",
        "The summerhouse, a Mondayish week-long mayday.",
        "In his nineties, the man from May Street sat.",
        "A letter by April, and a note from June.",
        "It was 9-11 and 3/4 of 2,020.",
        "The Sun and the Fri-day.",
        "This Morning and TODAY are on.",
        "The price of 1990 apples for 2000 pounds.",
        "A floor, the 5th, on the 5th floor.",
        "Once, then and now, recently and soon.",
        "The 2019-era pipe in post-2020 fashion.",
    ],
)
def test_what_is_no_date_is_not_taken(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After Monday’s vote, it leaked.", ["Monday’s"]),
        ("During Monday’s vote, it leaked.", ["Monday’s"]),
        ("Since Monday’s vote, it leaked.", ["Since Monday’s"]),
        ("Two days after Monday’s vote, it leaked.", ["Two days after Monday’s"]),
        ("After Monday, it leaked.", ["After Monday"]),
        ("Ahead of Poe’s visit, it leaked.", ["Ahead of Poe’s visit"]),
        ("Ahead of Monday’s visit, it leaked.", ["Monday’s"]),
        ("It leaked last\u00a0week and on\nMonday.", ["last\u00a0week", "on\nMonday"]),
        ("It leaked onTuesday and inOctober.", ["onTuesday", "inOctober"]),
        ("From Monday to the bridge it leaked.", ["From Monday"]),
    ],
)
def test_what_stands_around_a_date(text: str, expected: list[str]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    "unit",
    ["Monday ", "March ", "in 2019 ", "from ", "the ", "two and a half ", "1-", "on the ", "since then ", "Sept. "],
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    text = f"“It leaks,” Ann Roe said {unit * (50_000 // len(unit))}."
    start = time.process_time()
    extract(text, published=FRIDAY)
    found_in(text)
    assert time.process_time() - start < 10


def test_the_words_of_the_tables_hold_nothing_that_is_never_said() -> None:
    assert set(NEED_A_WORD) | CUT_OFF <= set(WORDS)
