from __future__ import annotations

import pytest

from claims.text.confidence import BY_RULE, LOWEST, of


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("that", BY_RULE["that"]),
        ("participle-that", BY_RULE["participle-that"]),  # a row of its own
        ("participle-bare", BY_RULE["bare"]),  # the rule's, for want of one
        ("second-object", BY_RULE["object"]),
        ("no-such-rule", LOWEST),
    ],
)
def test_a_rule_is_trusted_by_its_row(rule: str, expected: float) -> None:
    assert of(rule) == expected


def test_every_value_is_a_twentieth_of_the_whole() -> None:
    assert all(LOWEST <= value < 1 and round(value * 20, 9).is_integer() for value in BY_RULE.values())
