from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.dates import ROWS, resolve
from claims.text.spans import Span
from claims.text.uncertain import Basis

FRIDAY = date(2024, 9, 13)
NEW_YEAR = date(2024, 1, 1)  # a Monday

RELATIVE = [
    ("on Thursday", FRIDAY, "2024-09-12"),
    ("onTuesday", FRIDAY, "2024-09-10"),
    ("Thursday’s", FRIDAY, "2024-09-12"),
    ("Thursday's", FRIDAY, "2024-09-12"),
    ("Friday", FRIDAY, "2024-09-13"),
    ("on Friday", FRIDAY, "2024-09-13"),
    ("Saturday", FRIDAY, "2024-09-07"),
    ("Sunday", NEW_YEAR, "2023-12-31"),
    ("last Friday", FRIDAY, "2024-09-06"),
    ("last Tuesday", FRIDAY, "2024-09-10"),
    ("next Friday", FRIDAY, "2024-09-20"),
    ("next Monday", FRIDAY, "2024-09-16"),
    ("this Sunday", FRIDAY, "2024-09-15"),
    ("Tuesday night", FRIDAY, "2024-09-10"),
    ("early Wednesday", FRIDAY, "2024-09-11"),
    ("late on Wednesday", FRIDAY, "2024-09-11"),
    ("Tuesday, September 10", FRIDAY, "2024-09-10"),
    ("Tuesday, 10 September", FRIDAY, "2024-09-10"),
    ("Monday of last week", FRIDAY, "2024-09-02"),
    ("last week’s Monday", FRIDAY, "2024-09-02"),
    ("today", FRIDAY, "2024-09-13"),
    ("tonight", FRIDAY, "2024-09-13"),
    ("this morning", FRIDAY, "2024-09-13"),
    ("yesterday", NEW_YEAR, "2023-12-31"),
    ("yesterday evening", FRIDAY, "2024-09-12"),
    ("last night", FRIDAY, "2024-09-12"),
    ("the day before yesterday", FRIDAY, "2024-09-11"),
    ("tomorrow", FRIDAY, "2024-09-14"),
    ("over the weekend", FRIDAY, "2024-09-07/2024-09-08"),
    ("last weekend", FRIDAY, "2024-09-07/2024-09-08"),
    ("this weekend", FRIDAY, "2024-09-14/2024-09-15"),
    ("next weekend", FRIDAY, "2024-09-21/2024-09-22"),
    ("last week", FRIDAY, "2024-09-02/2024-09-08"),
    ("this week", FRIDAY, "2024-09-09/2024-09-15"),
    ("next week", FRIDAY, "2024-09-16/2024-09-22"),
    ("earlier this week", FRIDAY, "2024-09-09/2024-09-13"),
    ("later this week", FRIDAY, "2024-09-13/2024-09-15"),
    ("last month", NEW_YEAR, "2023-12"),
    ("this month", FRIDAY, "2024-09"),
    ("next month", date(2023, 12, 5), "2024-01"),
    ("earlier this month", FRIDAY, "2024-09-01/2024-09-13"),
    ("later this month", FRIDAY, "2024-09-13/2024-09-30"),
    ("last year", FRIDAY, "2023"),
    ("this year", FRIDAY, "2024"),
    ("next year", FRIDAY, "2025"),
    ("earlier this year", FRIDAY, "2024-01-01/2024-09-13"),
    ("later this year", FRIDAY, "2024-09-13/2024-12-31"),
    ("last decade", FRIDAY, "201X"),
    ("on 5 March", FRIDAY, "2024-03-05"),
    ("on March 5", FRIDAY, "2024-03-05"),
    ("March 5th", FRIDAY, "2024-03-05"),
    ("the 5th of March", FRIDAY, "2024-03-05"),
    ("December 25", FRIDAY, "2023-12-25"),
    ("Sept. 10", FRIDAY, "2024-09-10"),
    ("Feb. 29", date(2023, 5, 1), "2020-02-29"),
    ("September 3-5", FRIDAY, "2024-09-03/2024-09-05"),
    ("in October", FRIDAY, "2023-10"),
    ("in September", FRIDAY, "2024-09"),
    ("last October", FRIDAY, "2023-10"),
    ("last September", FRIDAY, "2023-09"),
    ("next October", FRIDAY, "2024-10"),
    ("next March", FRIDAY, "2025-03"),
    ("three days ago", FRIDAY, "2024-09-10"),
    ("10 days ago", FRIDAY, "2024-09-03"),
    ("a week ago", FRIDAY, "2024-09-06~"),
    ("two weeks ago", FRIDAY, "2024-08-30~"),
    ("six months ago", FRIDAY, "2024-03~"),
    ("two years ago", FRIDAY, "2022~"),
    ("about a decade ago", FRIDAY, "2014~"),
    ("over two years ago", FRIDAY, "../2022-09"),
    ("more than three months ago", FRIDAY, "../2024-06"),
    ("at least a week ago", FRIDAY, "../2024-09-06"),
    ("nearly three months ago", FRIDAY, "2024-06/2024-09-13"),
    ("less than a year ago", FRIDAY, "2023-09/2024-09-13"),
    ("last summer", FRIDAY, "2024-22"),
    ("last summer", date(2024, 7, 1), "2023-22"),
    ("this spring", FRIDAY, "2024-21"),
    ("next spring", FRIDAY, "2025-21"),
    ("last autumn", FRIDAY, "2023-23"),
    ("last fall", FRIDAY, "2023-23"),
    ("Christmas Eve", FRIDAY, "2023-12-24"),
    ("New Year’s Day", FRIDAY, "2024-01-01"),
    ("since last week", FRIDAY, "2024-09-02/2024-09-13"),
    ("since Monday", FRIDAY, "2024-09-09/2024-09-13"),
    ("from Monday to Wednesday", FRIDAY, "2024-09-09/2024-09-11"),
    ("before Monday", FRIDAY, "../2024-09-08"),
]

STATED = [
    ("12 September 2024", "2024-09-12"),
    ("12th September 2024", "2024-09-12"),
    ("September 12, 2024", "2024-09-12"),
    ("Sept. 12, 2024", "2024-09-12"),
    ("on Sep 12 2024", "2024-09-12"),
    ("Thursday, September 12, 2024", "2024-09-12"),
    ("2024-09-12", "2024-09-12"),
    ("March 3-5, 2024", "2024-03-03/2024-03-05"),
    ("March 3 to 5, 2024", "2024-03-03/2024-03-05"),
    ("in October 2023", "2023-10"),
    ("October of 2023", "2023-10"),
    ("March to May 2023", "2023-03/2023-05"),
    ("from March to May 2023", "2023-03/2023-05"),
    ("in 2019", "2019"),
    ("2019-2021", "2019/2021"),
    ("between 2019 and 2021", "2019/2021"),
    ("around 1868", "1868~"),
    ("circa 1770", "1770~"),
    ("the 1990s", "199X"),
    ("in the 1990s", "199X"),
    ("the 19th century", "18XX"),
    ("summer of 2023", "2023-22"),
    ("in the summer of 2023", "2023-22"),
    ("fall 2022", "2022-23"),
    ("the first quarter of 2024", "2024-01/2024-03"),
    ("Q3 2024", "2024-07/2024-09"),
    ("the second half of 2022", "2022-07/2022-12"),
    ("until September 2022", "../2022-09"),
    ("before 2020", "../2019-12-31"),
    ("after 2020", "2021-01-01/.."),
    ("since 2020", "2020/2024-09-13"),
]

INFERRED = [
    ("late last year", "2023-09/2023-12"),
    ("early next year", "2025-01/2025-04"),
    ("late last month", "2024-08-21/2024-08-31"),
    ("mid-2022", "2022-05/2022-08"),
    ("early 2019", "2019-01/2019-04"),
    ("late October 2023", "2023-10-21/2023-10-31"),
    ("early March", "2024-03-01/2024-03-10"),
]

UNRESOLVED = [
    "ahead of the vote", "recently", "a few days ago", "several years ago", "since then", "February 30", "31 June 2024",
    "at the time", "on the bridge", "in Marchville", "soon", "", " ", "Mondayish", "the other day", "99 September",
    "from now to eternity", "x" * 1000,
]  # fmt: skip


@pytest.mark.parametrize(("words", "published", "edtf"), RELATIVE)
def test_dates_that_count_from_publication(words: str, published: date, edtf: str) -> None:
    found = resolve(words, published)
    assert (found.edtf, found.basis) == (edtf, Basis.RELATIVE)


@pytest.mark.parametrize(("words", "edtf"), STATED)
def test_dates_that_the_text_states(words: str, edtf: str) -> None:
    found = resolve(words, FRIDAY)
    assert (found.edtf, found.basis) == (edtf, Basis.STATED)


@pytest.mark.parametrize(("words", "edtf"), INFERRED)
def test_parts_of_a_period_are_inferred(words: str, edtf: str) -> None:
    found = resolve(words, FRIDAY)
    assert (found.edtf, found.basis) == (edtf, Basis.INFERRED)


@pytest.mark.parametrize("words", UNRESOLVED)
def test_what_cannot_be_resolved_keeps_its_words(words: str) -> None:
    found = resolve(words, FRIDAY, Span(3, 9))
    assert (found.text, found.span, found.edtf, found.basis) == (words, Span(3, 9), "", Basis.UNKNOWN)
    assert found.earliest is None
    assert found.latest is None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("on Thursday", ""), ("last year", ""), ("in October 2023", "2023-10"), ("since 2020", "2020/..")],
)
def test_without_a_publication_day_only_stated_dates_resolve(words: str, edtf: str) -> None:
    assert resolve(words, None).edtf == edtf


def test_the_table_of_expressions_is_long_enough() -> None:
    assert len(RELATIVE) + len(STATED) + len(INFERRED) + len(UNRESOLVED) >= 120


def test_every_row_gives_its_reason() -> None:
    assert all(row.reason for row in ROWS)
    assert len({row.name for row in ROWS}) == len(ROWS)


@settings(deadline=None)
@given(st.text(max_size=60), st.dates(min_value=date(1, 1, 1)))
def test_no_words_and_no_day_break_the_resolver(words: str, published: date) -> None:
    found = resolve(words, published)
    assert found.text == words
    assert not (found.earliest and found.latest) or found.earliest <= found.latest


@settings(deadline=None)
@given(st.sampled_from([row[0] for row in RELATIVE] + [row[0] for row in STATED]), st.dates(date(1900, 1, 1)))
def test_the_first_day_is_never_after_the_last(words: str, published: date) -> None:
    found = resolve(words, published)
    assert not (found.earliest and found.latest) or found.earliest <= found.latest
