from __future__ import annotations

from datetime import date

import pytest

from claims.text.uncertain import Basis
from tests.text.dated import FRIDAY, INFERRED, LEAP_DAY, MONDAY, NEW_YEAR, RELATIVE, STATED, Case, check

EXPRESSIONS: list[Case] = [
    ("Christmas", FRIDAY, "2023-12-25~", RELATIVE),
    ("on Christmas Eve", FRIDAY, "2023-12-24", RELATIVE),
    ("on Christmas Day", FRIDAY, "2023-12-25", RELATIVE),
    ("last Christmas", FRIDAY, "2023-12-25~", RELATIVE),
    ("next Christmas", FRIDAY, "2024-12-25~", RELATIVE),
    ("Christmas 2022", FRIDAY, "2022-12-25~", STATED),
    ("on Boxing Day", FRIDAY, "2023-12-26", RELATIVE),
    ("on New Year’s Day", NEW_YEAR, "2024-01-01", RELATIVE),
    ("New Year’s Eve", FRIDAY, "2023-12-31", RELATIVE),
    ("on Easter Monday 2024", FRIDAY, "2024-04-01", STATED),
    ("on Good Friday", FRIDAY, "2024-03-29", RELATIVE),
    ("at Easter", FRIDAY, "2024-03-31~", RELATIVE),
    ("last Easter", FRIDAY, "2024-03-31~", RELATIVE),
    ("next Easter", FRIDAY, "2025-04-20~", RELATIVE),
    ("on Easter Sunday last year", FRIDAY, "2023-04-09", RELATIVE),
    ("on Ash Wednesday", FRIDAY, "2024-02-14", RELATIVE),
    ("over the Easter weekend", FRIDAY, "2024-03-29/2024-04-01", INFERRED),
    ("on Thanksgiving", FRIDAY, "2023-11-23", INFERRED),
    ("Thanksgiving 2023", FRIDAY, "2023-11-23", INFERRED),
    ("on Labor Day", FRIDAY, "2024-09-02", RELATIVE),
    ("on Labor Day", MONDAY, "2024-09-02", RELATIVE),
    ("over Labor Day weekend", FRIDAY, "2024-08-31/2024-09-02", INFERRED),
    ("on the Fourth of July", FRIDAY, "2024-07-04", RELATIVE),
    ("on Halloween", FRIDAY, "2023-10-31", RELATIVE),
    ("on Memorial Day", FRIDAY, "2024-05-27", INFERRED),
    ("on Black Friday", FRIDAY, "2023-11-24", INFERRED),
    ("on Martin Luther King Day", FRIDAY, "2024-01-15", RELATIVE),
    ("Valentine’s Day", FRIDAY, "2024-02-14", RELATIVE),
    ("the day after Christmas", FRIDAY, "2023-12-26", RELATIVE),
    ("the day before Christmas", FRIDAY, "2023-12-24", RELATIVE),
    ("the day after Labor Day", FRIDAY, "2024-09-03", RELATIVE),
    ("on the eve of Christmas Day", FRIDAY, "2023-12-24", RELATIVE),
    ("Easter Sunday 2024", FRIDAY, "2024-03-31", STATED),
    ("Easter Monday 2023", FRIDAY, "2023-04-10", STATED),
    ("on Good Friday 2025", FRIDAY, "2025-04-18", STATED),
    ("Pentecost 2024", FRIDAY, "2024-05-19", STATED),
    ("on Valentine’s Day", LEAP_DAY, "2024-02-14", RELATIVE),
    ("New Year’s Eve", NEW_YEAR, "2023-12-31", RELATIVE),
    ("last New Year’s Day", NEW_YEAR, "2023-01-01", RELATIVE),
    ("this Christmas", FRIDAY, "2024-12-25~", RELATIVE),
    ("on Cyber Monday", FRIDAY, "2023-11-27", INFERRED),
    ("Juneteenth", FRIDAY, "2024-06-19", RELATIVE),
    ("on St. Patrick’s Day", FRIDAY, "2024-03-17", RELATIVE),
    ("Labor Day 2021", FRIDAY, "2021-09-06", STATED),
    ("Memorial Day 2024", FRIDAY, "2024-05-27", INFERRED),
    ("Presidents’ Day 2024", FRIDAY, "2024-02-19", STATED),
    ("Remembrance Sunday 2023", FRIDAY, "2023-11-12", STATED),
    ("over the Christmas weekend", FRIDAY, "2023-12-23/2023-12-25", INFERRED),
]


@pytest.mark.parametrize(("words", "published", "edtf", "basis"), EXPRESSIONS)
def test_days_with_a_name(words: str, published: date, edtf: str, basis: Basis) -> None:
    check(words, published, edtf, basis)
