"""Given names that can be one person's."""

import pytest

from claims.text.given_names import may_be_one


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ada", "ada", True),
        ("ada", "a", True),
        ("ada", "b", False),
        ("james", "jd", True),
        ("albert", "al", True),
        ("daniel", "dan", True),
        ("daniel", "danny", True),
        ("william", "bill", True),
        ("bill", "billy", True),
        ("michael", "mike", True),
        ("steven", "stephen", True),
        ("thomas", "tom", True),
        ("penelope", "penny", True),
        ("ted", "edward", True),
        ("ted", "theodore", True),
        ("edward", "theodore", False),
        ("petra", "peter", False),
        ("petra", "paul", False),
        ("maria", "martin", False),
    ],
)
def test_given_names(one: str, other: str, expected: bool) -> None:
    assert (may_be_one(one, other), may_be_one(other, one)) == (expected, expected)
