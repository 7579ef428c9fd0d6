"""Cost grows with the length of the text, whatever is in it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from claims.text.extract import extract

# Code points of the shorter text; the longer one is twice that.
LENGTH = 20_000
# Twice the text may cost at most this many times as much: linear is 2, quadratic 4.
GROWTH = 3.0
# Other processes only ever make a try slower, so the quickest of these counts.
TRIES = 3
# Seconds too short to compare: the clock's own ticks weigh as much.
NOISE = 0.03
# Code points a second; far below what a run here shows, far above what a quadratic rule would.
FLOOR = 10_000
PUBLISHED = date(2024, 3, 6)

# Each unit is repeated to the length asked for, without a line feed unless it has one.
MARKS = ['"', "“", "” ", "„", "«", "''", "``", "'a ", "‘a ", "a’ ", '"a" ', "‘a “b” c’ ", "“a “b ", "“a\"'", "’", "…"]
BRACKETS = ["(", ")", "[", "([", "(a", "(a) ", "([a", "(a\n"]
PUNCTUATION = [",", "1,", "1", "1:1/", "$1 ", ".", ". . .", "A.", "a.b.", "-", "a-", "a&", "— a ", "*", "_", "@", ": "]
MARKS_OF_LETTERS = ["\u0301", "a\u0301", "\u200d", "\u202e", "\u00a0", "\t", "\x00", "a", " "]
NAMES = ["Abc ", "Ann Roe ", "Ann Roe, ", "Roe, a ", "Ann de la ", "de ", "Mr. ", "A’s ", "As’ ", "R-Ky. ", "U.S. "]
TITLES = ["Minister of Abc ", "President ", "former ", "former President of ", "a senior fellow at ", "the "]
CUES = ["said ", "He said ", "said that ", "who said ", "and said ", "told ", "told Ann that ", "he ", "who ", "that "]
OTHER_CUES = [
    "saidthat ",
    ", adding that ",
    ", but Bob said ",
    "vowed to ",
    "accused Roe of ",
    "asked whether ",
    "and ",
]
DATES = [
    "on Monday ",
    "last ",
    "In ",
    "May ",
    "Jan 5, 2020 ",
    "the 5th ",
    "two weeks ago ",
    "Ahead of A’s ",
    "Since then ",
]
SENTENCES = [
    "“A,” he said. ",
    "“A,” said Roe, “b.” ",
    "Since then he said that. ",
    "Roe said Monday since then that it leaks. ",
    "Since then, said Roe on May 5, it leaks. ",
    "Roe said on the 35th that it leaks. ",
    "According to ",
    "According to Roe, it leaks. ",
    "The plan, she said, would fail, ",
    "the bridge leaks and she said it does ",
    "The senator said that it leaks. ",
    "She said that Roe’s claim that it leaks. ",
]
LINES = [
    "\n",
    "a\n",
    "A\n",
    "“A.”\n",
    "“a\n",
    "\n“a ",
    "Roe said:\n",
    "Roe said:\n“A\n",
    "Roe said: “A.”\n",
    "Ann Roe: a\nBob Poe: b\n",
    "Q: a\n",
    "OSLO — a\n",
]
UNITS = [
    *(*MARKS, *BRACKETS, *PUNCTUATION, *MARKS_OF_LETTERS, *NAMES, *TITLES, *CUES, *OTHER_CUES, *DATES),
    *(*SENTENCES, *LINES),
]


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def _numbered(pattern: str) -> Callable[[int], str]:
    return lambda length: " ".join(pattern.format(i) for i in range(length // len(pattern)))


# Texts that one unit does not make.
SHAPES: dict[str, Callable[[int], str]] = {
    "nested brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
    "one long quotation": lambda length: f"“{'a ' * (length // 2)},” Ann Roe said.",
    "one quotation, many verbs": lambda length: f"“{'a ' * (length // 2)},” Ann Roe said, " + "and she said " * 40,
    "quotations after an attribution": lambda length: "Roe said: “A.” " + "“A.” " * (length // 5),
    "paragraphs after an attribution": lambda length: "Roe said: “A.”\n" + "“A.”\n" * (length // 5),
    "a quotation over many paragraphs": lambda length: "Roe said: “a\n" + "“a\n" * (length // 3),
    "people of one surname": _numbered("Senator Ann{} Roe left. Roe said that it leaks."),
    "people of one given name": _numbered("Senator Ann Roe{} left. Ann said that it leaks."),
    "people of one role": _numbered("Senator Ann{0} Roe{0} left. The senator said that it leaks."),
    "everybody of another name": _numbered("Ann{0} Roe{0}, a teacher, said that it leaks. She said so."),
    "a transcript of many": _numbered("\nANN ROE{}: It leaks."),
}


@pytest.fixture(autouse=True)
def _uncollected() -> Iterator[None]:
    """Collecting garbage walks all that the test run holds, at a moment that has nothing to do with the text."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def _cost(text: str) -> float:
    start = time.process_time()
    extract(text, published=PUBLISHED)
    return time.process_time() - start


def _grows_linearly(made: Callable[[int], str]) -> bool:
    short, long = made(LENGTH), made(2 * LENGTH)
    once = twice = float("inf")
    for _ in range(TRIES):
        once, twice = min(once, _cost(short)), min(twice, _cost(long))
        if twice < NOISE or twice < GROWTH * once:
            return twice < len(long) / FLOOR
    return False


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_hostile_repetition_costs_about_twice(unit: str) -> None:
    assert _grows_linearly(_repeated(unit))


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_hostile_text_costs_about_twice(shape: str) -> None:
    assert _grows_linearly(SHAPES[shape])


def test_without_a_date_since_then_looks_back_only_so_far() -> None:
    text = _repeated("Monday May 5 Roe said since then that it leaks. ")(LENGTH)
    start = time.process_time()
    extract(text)
    assert time.process_time() - start < len(text) / FLOOR
