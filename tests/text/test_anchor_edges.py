"""Where a passage that is found again begins and ends: at a whole word, and within its own quotation marks."""

from __future__ import annotations

import pytest

from claims.text.anchor import Outcome, anchor, cuts_word
from claims.text.spans import Span


@pytest.mark.parametrize(
    ("text", "at", "cuts"),
    [
        ("cannot", 3, True),
        ("we can", 2, False),
        ("can’t", 3, True),
        ("can’t", 4, True),
        ("the ‘yes", 5, False),
        ("18.5", 2, True),
        ("1,000", 2, True),
        ("in 18. 5 men", 5, False),
        ("a -5", 3, True),
        ("2019-20", 5, False),
        ("cafe\u0301", 4, True),
        ("cafe\u0301s", 5, True),
        ("京都", 1, False),
        ("a", 0, False),
        ("a", 1, False),
    ],
)
def test_where_a_word_or_a_number_is_cut(text: str, at: int, cuts: bool) -> None:
    assert cuts_word(text, at) == cuts


@pytest.mark.parametrize("told", ["yesterday: “", "angrily, twice: “"])
def test_what_is_put_in_before_the_quotation_mark_is_not_of_the_passage(told: str) -> None:
    exact, now = "We will not close the bridge before the winter", "We will not close the bridge before the summer"
    text = f"He added {told}{now},” he said at the meeting."
    anchored = anchor(text, exact, prefix="He added: “", suffix=",” he said at the meeting.")
    assert anchored.span is not None
    assert anchored.span.of(text) == now


@pytest.mark.parametrize(
    ("exact", "now"),
    [
        ("Yes we can", "Yes we cannot"),
        ("They could", "They couldn’t"),
        ("possible to do it now", "impossible to do it now"),
        ("likely to fail within the year", "unlikely to fail within the year"),
        ("5 percent of voters left us", "75 percent of voters left us"),
        ("5 percent of voters left us", "1.5 percent of voters left us"),
        ("It cost us 18", "It cost us 180 million"),
        ("we lost 18", "we lost 18.5"),
    ],
)
def test_a_word_that_grew_at_an_edge_is_altered(exact: str, now: str) -> None:
    before, after = "He told the council in the spring that “", ",” and then he left the room at once."
    anchored = anchor(before + now + after, exact, prefix=before[-32:], suffix=after[:32])
    assert anchored.outcome is Outcome.ALTERED
    assert anchored.span == Span(len(before), len(before + now))
