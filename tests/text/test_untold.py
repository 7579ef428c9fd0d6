from __future__ import annotations

from datetime import date

import pytest

from claims.text.uncertain import Basis
from tests.text.dated import FRIDAY, UNKNOWN, Case, check

EXPRESSIONS: list[Case] = [
    ("the previous Thursday", FRIDAY, "", UNKNOWN),
    ("the following Monday", FRIDAY, "", UNKNOWN),
    ("the same Tuesday", FRIDAY, "", UNKNOWN),
    ("a few days ago", FRIDAY, "", UNKNOWN),
    ("several years ago", FRIDAY, "", UNKNOWN),
    ("many years ago", FRIDAY, "", UNKNOWN),
    ("dozens of years ago", FRIDAY, "", UNKNOWN),
    ("years ago", FRIDAY, "", UNKNOWN),
    ("in recent weeks", FRIDAY, "", UNKNOWN),
    ("in the past few weeks", FRIDAY, "", UNKNOWN),
    ("in the coming days", FRIDAY, "", UNKNOWN),
    ("over the past several months", FRIDAY, "", UNKNOWN),
    ("hours later", FRIDAY, "", UNKNOWN),
    ("two days later", FRIDAY, "", UNKNOWN),
    ("days earlier", FRIDAY, "", UNKNOWN),
    ("a year earlier", FRIDAY, "", UNKNOWN),
    ("the following day", FRIDAY, "", UNKNOWN),
    ("the next day", FRIDAY, "", UNKNOWN),
    ("the day before", FRIDAY, "", UNKNOWN),
    ("the previous week", FRIDAY, "", UNKNOWN),
    ("the same day", FRIDAY, "", UNKNOWN),
    ("that day", FRIDAY, "", UNKNOWN),
    ("that night", FRIDAY, "", UNKNOWN),
    ("later that day", FRIDAY, "", UNKNOWN),
    ("earlier in the day", FRIDAY, "", UNKNOWN),
    ("at the time", FRIDAY, "", UNKNOWN),
    ("at that time", FRIDAY, "", UNKNOWN),
    ("the other day", FRIDAY, "", UNKNOWN),
    ("3/13/24", FRIDAY, "", UNKNOWN),
    ("fiscal 2024", FRIDAY, "", UNKNOWN),
    ("the 2024 fiscal year", FRIDAY, "", UNKNOWN),
    ("FY2024", FRIDAY, "", UNKNOWN),
    ("on Independence Day", FRIDAY, "", UNKNOWN),
    ("the same Thursday", FRIDAY, "", UNKNOWN),
    ("Labour Day", FRIDAY, "", UNKNOWN),
    ("on Election Day", FRIDAY, "", UNKNOWN),
]


@pytest.mark.parametrize(("words", "published", "edtf", "basis"), EXPRESSIONS)
def test_times_that_words_name_but_do_not_tell(words: str, published: date, edtf: str, basis: Basis) -> None:
    check(words, published, edtf, basis)
