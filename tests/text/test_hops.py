"""The chain a statement took to this page, step by step."""

from __future__ import annotations

import pytest

from claims.text.hops import ROWS, outlet_of
from tests.text.helpers import statements

Step = tuple[str, str, str]


def steps(text: str, at: int = 0) -> list[Step]:
    return [(hop.who, hop.verb, hop.to_whom) for hop in statements(text)[at].hops]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe said that it leaks.", [("Ann Roe", "said", "")]),
        ("“It leaks,” Ann Roe told reporters.", [("Ann Roe", "told", "reporters")]),
        # an outlet told is one that reported
        (
            "A city official told the Courier on Tuesday that it leaks.",
            [("A city official", "told", "the Courier"), ("the Courier", "reported", "")],
        ),
        (
            "Ann Roe, in an interview with the Courier’s Bob Poe, said that it leaks.",
            [("Ann Roe", "said", "the Courier’s Bob Poe"), ("the Courier", "reported", "")],
        ),
        ("Ann Roe told Bob Poe that it leaks.", [("Ann Roe", "told", "Bob Poe")]),
        # papers and who held them
        (
            "It leaks, according to a statement seen by the Courier.",
            [("a statement seen by the Courier", "according to", ""), ("the Courier", "seen", "")],
        ),
        (
            "Ann Roe said in a memo obtained by Northwire that it leaks.",
            [("Ann Roe", "said", ""), ("Northwire", "obtained", "")],
        ),
        # reported elsewhere first
        (
            "Ann Roe said that it leaks, as first reported by the Courier.",
            [("Ann Roe", "said", ""), ("the Courier", "reported", "")],
        ),
        # whom a carrier cites spoke before it did
        (
            "State media reported that it leaks, citing a police spokesman.",
            [("a police spokesman", "cited", "State media"), ("State media", "reported", "")],
        ),
        # through somebody
        (
            "Ann Roe said through a spokeswoman that it leaks.",
            [("Ann Roe", "said", ""), ("a spokeswoman", "passed on", "")],
        ),
    ],
)
def test_the_chain_of_a_statement(text: str, expected: list[Step]) -> None:
    assert steps(text) == expected


def test_a_statement_within_another_came_through_it() -> None:
    text = "The Courier reported on Monday that Ann Roe had warned that it leaks."
    inner = next(found for found in statements(text) if found.speaker and found.speaker.text == "Ann Roe")
    assert [(hop.who, hop.verb) for hop in inner.hops] == [("Ann Roe", "warned"), ("The Courier", "reported")]


def test_a_carrier_inside_the_words_is_no_step() -> None:
    (found,) = statements("“The memo seen by Northwire leaks,” Ann Roe said.")
    assert [hop.who for hop in found.hops] == ["Ann Roe"]


@pytest.mark.parametrize(
    ("words_of", "outlet"),
    [
        ("CNN", "CNN"),
        ("CNN’s Ann Roe", "CNN"),
        ("the Evening Courier", "the Evening Courier"),
        ("the Courier's Bob Poe", "the Courier"),
        ("reporters", ""),
        ("Ann Roe", ""),
        ("the press", ""),
        ("", ""),
    ],
)
def test_which_words_name_an_outlet(words_of: str, outlet: str) -> None:
    assert outlet_of(words_of) == outlet


def test_every_row_gives_its_reason() -> None:
    assert all(row.reason for row in ROWS)
