from __future__ import annotations

from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.dates import LIMITS, ROWS, resolve, since
from claims.text.spans import Span
from claims.text.uncertain import Basis, UncertainDate
from tests.text import (
    test_ages,
    test_calendars,
    test_days,
    test_holidays,
    test_periods,
    test_seasons,
    test_untold,
    test_weekdays,
)
from tests.text.dated import FRIDAY, INFERRED, RELATIVE, STATED, UNKNOWN, Case, check

EXPRESSIONS: list[Case] = [
    ("since March", FRIDAY, "2024-03/2024-09-13", RELATIVE),
    ("since 2020", FRIDAY, "2020/2024-09-13", RELATIVE),
    ("since Monday", FRIDAY, "2024-09-09/2024-09-13", RELATIVE),
    ("since last week", FRIDAY, "2024-09-02/2024-09-13", RELATIVE),
    ("since October 2023", FRIDAY, "2023-10/2024-09-13", RELATIVE),
    ("since the start of the year", FRIDAY, "2024-01/2024-09-13", INFERRED),
    ("since early 2019", FRIDAY, "2019-01/2024-09-13", INFERRED),
    ("since the 1990s", FRIDAY, "1990-01-01/2024-09-13", RELATIVE),
    ("since last summer", FRIDAY, "2024-06-01/2024-09-13", RELATIVE),
    ("ever since 2016", FRIDAY, "2016/2024-09-13", RELATIVE),
    ("until last week", FRIDAY, "../2024-09-08", RELATIVE),
    ("until September 2022", FRIDAY, "../2022-09", STATED),
    ("up to 2019", FRIDAY, "../2019", STATED),
    ("through Friday", FRIDAY, "../2024-09-13", RELATIVE),
    ("by Monday", FRIDAY, "../2024-09-09", RELATIVE),
    ("by the end of August", FRIDAY, "../2024-08-31", INFERRED),
    ("by 2020", FRIDAY, "../2020", STATED),
    ("before Monday", FRIDAY, "../2024-09-08", RELATIVE),
    ("before 2020", FRIDAY, "../2019-12-31", STATED),
    ("after 2020", FRIDAY, "2021-01-01/..", STATED),
    ("after Monday", FRIDAY, "2024-09-10/..", RELATIVE),
    ("from Monday on", FRIDAY, "2024-09-09/..", RELATIVE),
    ("starting Monday", FRIDAY, "2024-09-09/..", RELATIVE),
    ("beginning in March", FRIDAY, "2024-03/..", RELATIVE),
    ("as recently as last week", FRIDAY, "2024-09-02/2024-09-08", RELATIVE),
    ("as early as Monday", FRIDAY, "2024-09-09", RELATIVE),
    ("between 2019 and last year", FRIDAY, "2019/2023", RELATIVE),
    ("from early 2019 to last week", FRIDAY, "2019-01/2024-09-08", INFERRED),
    ("from Monday to September 20", FRIDAY, "", UNKNOWN),
    ("from Friday to last week", FRIDAY, "", UNKNOWN),
    ("back in March", FRIDAY, "2024-03", RELATIVE),
    ("sometime last year", FRIDAY, "2023", RELATIVE),
    ("some time in March", FRIDAY, "2024-03", RELATIVE),
    ("since then", FRIDAY, "", UNKNOWN),
    ("recently", FRIDAY, "", UNKNOWN),
    ("soon", FRIDAY, "", UNKNOWN),
    ("since Labor Day", FRIDAY, "2024-09-02/2024-09-13", RELATIVE),
    ("since two years ago", FRIDAY, "2022~/2024-09-13", RELATIVE),
    ("until the end of 2022", FRIDAY, "../2022-12", INFERRED),
    ("up until Monday", FRIDAY, "../2024-09-09", RELATIVE),
    ("through the end of August", FRIDAY, "../2024-08-31", INFERRED),
    ("in the week ending September 7", FRIDAY, "2024-09-01/2024-09-07", RELATIVE),
    ("the weekend of Saturday, September 7", FRIDAY, "2024-09-07/2024-09-08", RELATIVE),
    ("from late 2019 to early 2021", FRIDAY, "2019-09/2021-04", INFERRED),
    ("from March 2020 onwards", FRIDAY, "2020-03/..", STATED),
    ("no later than Friday", FRIDAY, "../2024-09-13", RELATIVE),
    ("prior to 2019", FRIDAY, "../2018-12-31", STATED),
    ("after Christmas 2022", FRIDAY, "2022-12-26/..", STATED),
    ("earlier in the 1990s", FRIDAY, "199X", STATED),
    ("two days after Christmas", FRIDAY, "", UNKNOWN),
    ("since the vote", FRIDAY, "", UNKNOWN),
    ("ahead of the vote", FRIDAY, "", UNKNOWN),
    ("before the vote", FRIDAY, "", UNKNOWN),
    ("from now to eternity", FRIDAY, "", UNKNOWN),
    ("between you and me", FRIDAY, "", UNKNOWN),
    ("the day after the vote", FRIDAY, "", UNKNOWN),
    ("the day after last week", FRIDAY, "", UNKNOWN),
    ("until then", FRIDAY, "", UNKNOWN),
]

EVERY: list[Case] = [
    *EXPRESSIONS,
    *test_ages.EXPRESSIONS,
    *test_calendars.EXPRESSIONS,
    *test_days.EXPRESSIONS,
    *test_holidays.EXPRESSIONS,
    *test_periods.EXPRESSIONS,
    *test_seasons.EXPRESSIONS,
    *test_untold.EXPRESSIONS,
    *test_weekdays.EXPRESSIONS,
]
WORDS = sorted({words for words, *_ in EVERY})

UNREAD = [
    "on the bridge", "in Marchville", "", " ", "Mondayish", "onmonday", "formar", "Septmber", "in Septmber 2023",
    "Wedsday", "13/13/2024", "0/5/2024", "2024-13-01", "May I", "second", "2,020", "12345", "Q5 2024", "the 1990",
    "last Tuesdays and", "the 33rd of May", "32 January", "x" * 1000, "since " * 13 + "Monday", "to to to",
]  # fmt: skip


@pytest.mark.parametrize(("words", "published", "edtf", "basis"), EXPRESSIONS)
def test_dates_limited_by_the_words_before_them(words: str, published: date, edtf: str, basis: Basis) -> None:
    check(words, published, edtf, basis)


@pytest.mark.parametrize("words", UNREAD)
def test_what_cannot_be_read_keeps_its_words(words: str) -> None:
    found = resolve(words, FRIDAY, Span(3, 9))
    assert found == UncertainDate(words, Span(3, 9), "", None, None, Basis.UNKNOWN, None)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on Thursday", ""),
        ("last year", ""),
        ("in March last year", ""),
        ("two years ago", ""),
        ("Christmas", ""),
        ("in October 2023", "2023-10"),
        ("Thursday, September 12, 2024", "2024-09-12"),
        ("Easter Monday 2024", "2024-04-01"),
        ("since 2020", "2020/.."),
        ("until 2020", "../2020"),
    ],
)
def test_without_a_publication_day_only_stated_dates_resolve(words: str, edtf: str) -> None:
    found = resolve(words, None)
    assert (found.edtf, found.base) == (edtf, None)


@pytest.mark.parametrize(
    ("anchor", "published", "edtf"),
    [
        ("in October 2023", FRIDAY, "2023-10/2024-09-13"),
        ("in October 2023", None, "2023-10/.."),
        ("on Thursday", FRIDAY, "2024-09-12/2024-09-13"),
        ("last summer", FRIDAY, "2024-06-01/2024-09-13"),
        ("from May 2021 to June 2022", FRIDAY, "2021-05/2024-09-13"),
        ("next week", FRIDAY, None),  # it lies ahead
        ("until September 2022", FRIDAY, None),  # it has no first day
        ("years ago", FRIDAY, None),
    ],
)
def test_the_time_since_a_date_told_before(anchor: str, published: date | None, edtf: str | None) -> None:
    found = since(resolve(anchor, published), published)
    assert (found.edtf if found else None) == edtf
    assert found is None or (found.basis, found.base) == (Basis.INFERRED, published)


def test_the_tables_are_long_and_name_no_expression_twice() -> None:
    assert len(EVERY) >= 400
    assert len({(words, published) for words, published, *_ in EVERY}) == len(EVERY)


@pytest.mark.parametrize("entry", [*ROWS, *LIMITS], ids=lambda entry: entry.name)
def test_every_row_gives_its_reason(entry: object) -> None:
    assert entry.reason  # type: ignore[attr-defined]  # rows and limits both have one


def test_no_two_rows_share_a_name() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert len({limit.name for limit in LIMITS}) == len(LIMITS)


@pytest.mark.parametrize("string", sorted({found for _, _, found, _ in EVERY if found}))
def test_every_answer_is_edtf(string: str) -> None:
    assert edtf.parse_edtf(string)


@settings(deadline=None)
@given(st.text(max_size=60), st.dates(min_value=date(1, 1, 1)))
def test_no_words_and_no_day_break_the_resolver(words: str, published: date) -> None:
    found = resolve(words, published)
    assert found.text == words
    assert not (found.earliest and found.latest) or found.earliest <= found.latest


@settings(deadline=None)
@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(["since ", "until ", "from ", "between "]))
def test_no_two_expressions_together_break_the_resolver(first: str, second: str, opening: str) -> None:
    for words in (f"{opening}{first} and {second}", f"{opening}{first} to {second}", f"{first} {second}"):
        found = resolve(words, FRIDAY)
        assert not (found.earliest and found.latest) or found.earliest <= found.latest


@settings(deadline=None)
@given(st.sampled_from(WORDS), st.dates(date(1, 1, 1)), st.dates(date(1, 1, 1)))
def test_on_any_day_the_answer_is_in_order_and_says_whether_the_day_mattered(
    words: str, published: date, another: date
) -> None:
    found = resolve(words, published)
    assert not (found.earliest and found.latest) or found.earliest <= found.latest
    assert found.base in (None, published)
    if found.edtf and found.base is None:
        assert resolve(words, another).edtf == found.edtf
