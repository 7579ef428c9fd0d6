"""Cost grows with the length of the text, whatever is in it."""

from __future__ import annotations

import time

import pytest

from claims.text.extract import extract

# Code points a second; far below what a run here shows, far above what a quadratic rule would.
FLOOR = 10_000


MARKS = ['"', "“", "” ", "''", "'a ", "‘a ", "a’ ", '"a" ', "(", "“x\n", "1,", "a-"]
WORDS = ["Abc ", "Ann Roe, ", "said ", "He said ", "who ", "and ", "told ", "Minister of Abc ", "President "]
SENTENCES = ["“A,” he said. ", "Since then he said that. ", "According to Roe, it leaks. "]


@pytest.mark.parametrize("unit", [*MARKS, *WORDS, *SENTENCES])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    extract(text)
    assert time.perf_counter() - start < len(text) / FLOOR


def test_many_people_of_one_surname_stay_linear() -> None:
    text = " ".join(f"Senator Ann{i} Roe left. Roe said that it leaks." for i in range(2_000))
    start = time.perf_counter()
    extract(text)
    assert time.perf_counter() - start < len(text) / FLOOR
