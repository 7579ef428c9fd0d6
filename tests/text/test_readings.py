from __future__ import annotations

from datetime import date

import pytest

from claims.text.readings import back_to, monday, nearest_past, shift_day, shift_month


@pytest.mark.parametrize(
    ("day", "weekday", "expected"),
    [
        (date(2024, 9, 13), 4, date(2024, 9, 13)),
        (date(2024, 9, 13), 5, date(2024, 9, 7)),
        (date(2024, 1, 1), 6, date(2023, 12, 31)),
    ],
)
def test_back_to_a_weekday_is_that_day_or_before(day: date, weekday: int, expected: date) -> None:
    assert back_to(day, weekday) == expected


@pytest.mark.parametrize(
    ("published", "month", "day", "expected"),
    [
        (date(2024, 9, 13), 9, 13, date(2024, 9, 13)),
        (date(2024, 9, 13), 9, 14, date(2023, 9, 14)),
        (date(1903, 12, 1), 2, 29, date(1896, 2, 29)),  # 1900 was no leap year
    ],
)
def test_the_nearest_past_day_of_a_name(published: date, month: int, day: int, expected: date) -> None:
    assert nearest_past(published, month, day) == expected


def test_a_day_that_no_year_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no day 2-30"):
        nearest_past(date(2024, 9, 13), 2, 30)


@pytest.mark.parametrize(
    ("day", "by", "expected"),
    [
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
    ],
)
def test_months_on_a_day_stays_within_its_month(day: date, by: int, expected: date) -> None:
    assert shift_day(day, by) == expected


def test_months_and_weeks_cross_the_year() -> None:
    assert shift_month(2024, 1, -13) == (2022, 12)
    assert monday(date(2023, 12, 31)) == date(2023, 12, 25)
