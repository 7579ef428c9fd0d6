from __future__ import annotations

from datetime import date

import pytest

from claims.text.uncertain import Basis
from tests.text.dated import (
    FRIDAY,
    INFERRED,
    JANUARY,
    LEAP_DAY,
    MONDAY,
    NEW_YEAR,
    RELATIVE,
    STATED,
    UNKNOWN,
    Case,
    check,
)

EXPRESSIONS: list[Case] = [
    ("summer of 2023", FRIDAY, "2023-22", STATED),
    ("in the summer of 2023", FRIDAY, "2023-22", STATED),
    ("spring 2024", FRIDAY, "2024-21", STATED),
    ("fall 2022", FRIDAY, "2022-23", STATED),
    ("winter of 2023-24", FRIDAY, "2023-12/2024-02", STATED),
    ("the winter of 2023", FRIDAY, "2023-24", STATED),
    ("last summer", FRIDAY, "2024-22", RELATIVE),
    ("last winter", FRIDAY, "2023-12/2024-02", RELATIVE),
    ("last winter", JANUARY, "2022-12/2023-02", RELATIVE),
    ("this winter", JANUARY, "2023-12/2024-02", RELATIVE),
    ("next winter", NEW_YEAR, "2024-12/2025-02", RELATIVE),
    ("this spring", FRIDAY, "2024-21", RELATIVE),
    ("this summer", FRIDAY, "2024-22", RELATIVE),
    ("this past summer", FRIDAY, "2024-22", RELATIVE),
    ("next spring", FRIDAY, "2025-21", RELATIVE),
    ("last autumn", FRIDAY, "2023-23", RELATIVE),
    ("last fall", FRIDAY, "2023-23", RELATIVE),
    ("this winter", MONDAY, "2024-12/2025-02", RELATIVE),
    ("over the summer", FRIDAY, "2024-22", RELATIVE),
    ("in the spring", FRIDAY, "2024-21", RELATIVE),
    ("in autumn", FRIDAY, "2024-23", RELATIVE),
    ("early summer", FRIDAY, "2024-06", INFERRED),
    ("late spring 2024", FRIDAY, "2024-05", INFERRED),
    ("in early fall of last year", FRIDAY, "2023-09", INFERRED),
    ("earlier this summer", FRIDAY, "2024-22", RELATIVE),
    ("later this summer", FRIDAY, "", UNKNOWN),
    ("earlier this autumn", FRIDAY, "2024-09-01/2024-09-13", RELATIVE),
    ("the first quarter of 2024", FRIDAY, "2024-01/2024-03", STATED),
    ("Q3 2024", FRIDAY, "2024-07/2024-09", STATED),
    ("Q3", FRIDAY, "2024-07/2024-09", INFERRED),
    ("in the third quarter", FRIDAY, "2024-07/2024-09", INFERRED),
    ("in the fourth quarter", FRIDAY, "2023-10/2023-12", INFERRED),
    ("the third quarter of last year", FRIDAY, "2023-07/2023-09", RELATIVE),
    ("the second half of 2022", FRIDAY, "2022-07/2022-12", STATED),
    ("the first half of the year", FRIDAY, "2024-01/2024-06", RELATIVE),
    ("the second half of this year", FRIDAY, "2024-07/2024-12", RELATIVE),
    ("the first half", FRIDAY, "", UNKNOWN),
    ("the first three months of 2024", FRIDAY, "2024-01/2024-03", STATED),
    ("the last six months of 2023", FRIDAY, "2023-07/2023-12", STATED),
    ("in Q3", FRIDAY, "2024-07/2024-09", INFERRED),
    ("Q4", FRIDAY, "2023-10/2023-12", INFERRED),
    ("summer 2024", FRIDAY, "2024-22", STATED),
    ("autumn of last year", FRIDAY, "2023-23", RELATIVE),
    ("last winter", NEW_YEAR, "2022-12/2023-02", RELATIVE),
    ("this winter", NEW_YEAR, "2023-12/2024-02", RELATIVE),
    ("this summer", NEW_YEAR, "2024-22", RELATIVE),
    ("last summer", NEW_YEAR, "2023-22", RELATIVE),
    ("last spring", NEW_YEAR, "2023-21", RELATIVE),
    ("last winter", LEAP_DAY, "2022-12/2023-02", RELATIVE),
    ("this winter", LEAP_DAY, "2023-12/2024-02", RELATIVE),
    ("next spring", LEAP_DAY, "2024-21", RELATIVE),
    ("winter 2023", FRIDAY, "2023-24", STATED),
    ("early winter", FRIDAY, "2023-12", INFERRED),
    ("late winter 2024", FRIDAY, "", UNKNOWN),
    ("the winter of 2023/24", FRIDAY, "2023-12/2024-02", STATED),
    ("the final quarter of 2023", FRIDAY, "2023-10/2023-12", STATED),
    ("in the first quarter of next year", FRIDAY, "2025-01/2025-03", RELATIVE),
    ("2024 Q2", FRIDAY, "2024-04/2024-06", STATED),
    ("mid-summer", FRIDAY, "2024-07", INFERRED),
]


@pytest.mark.parametrize(("words", "published", "edtf", "basis"), EXPRESSIONS)
def test_seasons_quarters_and_halves(words: str, published: date, edtf: str, basis: Basis) -> None:
    check(words, published, edtf, basis)
