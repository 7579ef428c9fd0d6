"""The chain a statement took to this page, step by step; each row beside its twin, which adds no step."""

from __future__ import annotations

import pytest

from claims.text.hops import ROWS
from tests.text.helpers import statements


def steps(text: str, at: int = 0) -> list[str]:
    """The steps of a statement as “who | verb | to whom”."""
    return [f"{hop.who} | {hop.verb} | {hop.to_whom}" for hop in statements(text)[at].hops]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe said that it leaks.", ["Ann Roe | said | "]),
        ("“It leaks,” Ann Roe told reporters.", ["Ann Roe | told | reporters"]),
        ("Ann Roe told the media that it leaks.", ["Ann Roe | told | the media"]),
        # an outlet told is one that reported
        (
            "A city official told the Courier on Tuesday that it leaks.",
            ["A city official | told | the Courier", "the Courier | reported | "],
        ),
        (
            "Ann Roe, in an interview with the Courier’s Bob Poe, said that it leaks.",
            ["Ann Roe | said | the Courier’s Bob Poe", "the Courier | reported | "],
        ),
        (
            "“It leaks,” Ann Roe said in remarks to Channel 9.",
            ["Ann Roe | said | Channel 9", "Channel 9 | reported | "],
        ),
        (
            "Ann Roe said in a letter to the Courier that it leaks.",
            ["Ann Roe | said | the Courier", "the Courier | reported | "],
        ),
        ("Ann Roe told Bob Poe that it leaks.", ["Ann Roe | told | Bob Poe"]),
        ("Ann Roe told Parliament that it leaks.", ["Ann Roe | told | Parliament"]),
        # papers and who held them
        (
            "It leaks, according to a statement seen by the Courier.",
            ["a statement seen by the Courier | according to | ", "the Courier | saw | "],
        ),
        (
            "Ann Roe said in a memo obtained by Northwire that it leaks.",
            ["Ann Roe | said | ", "Northwire | obtained | "],
        ),
        ("Ann Roe said in a memo obtained by investigators that it leaks.", ["Ann Roe | said | "]),
        ("Ann Roe said in a memo obtained by Parliament that it leaks.", ["Ann Roe | said | "]),
        # reported elsewhere first
        (
            "“It leaks,” Ann Roe said, as first reported by the Courier.",
            ["Ann Roe | said | ", "the Courier | reported | "],
        ),
        ("“It leaks,” Ann Roe said in remarks carried by Tass.", ["Ann Roe | said | ", "Tass | carried | "]),
        (
            "“It leaks,” Ann Roe said in an essay published in the Courier.",
            ["Ann Roe | said | ", "the Courier | published | "],
        ),
        ("“It leaks,” Ann Roe said in an essay published in Oslo.", ["Ann Roe | said | "]),
        ("“It leaks,” Ann Roe said, the Courier reported.", ["Ann Roe | said | ", "the Courier | reported | "]),
        (
            "“It leaks,” Ann Roe said, as the Courier reported on Monday.",
            ["Ann Roe | said | ", "the Courier | reported | "],
        ),
        # whom a carrier cites spoke before it did
        (
            "State media reported that it leaks, citing a police spokesman.",
            ["a police spokesman | was cited by | State media", "State media | reported | "],
        ),
        (
            "Citing two people with knowledge of the talks, the Courier reported that it leaks.",
            ["two people with knowledge of the talks | was cited by | the Courier", "the Courier | reported | "],
        ),
        ("Ann Roe declined to comment, citing two lawyers.", ["Ann Roe | declined | "]),
        ("Ann Roe declined to comment, citing privacy.", ["Ann Roe | declined | "]),
        ("Ann Roe said that it leaks, citing the release of water.", ["Ann Roe | said | "]),
        # through somebody
        (
            "Ann Roe said through a spokeswoman that it leaks.",
            ["Ann Roe | said | ", "a spokeswoman | passed on | "],
        ),
        (
            "“It leaks,” Ann Roe said through an interpreter.",
            ["Ann Roe | said | ", "an interpreter | translated | "],
        ),
        ("“It leaks,” Ann Roe said through the window.", ["Ann Roe | said | "]),
        # words inside the content are no step
        ("Ann Roe said that a memo seen by the Courier leaks.", ["Ann Roe | said | "]),
    ],
)
def test_the_chain_of_a_statement(text: str, expected: list[str]) -> None:
    assert steps(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Courier reported on Monday that Ann Roe had warned that it leaks.",
            ["Ann Roe | warned | ", "The Courier | reported | "],
        ),
        (
            "Ann Roe said that Bob Poe had told the Courier that it leaks.",
            ["Bob Poe | told | the Courier", "the Courier | reported | ", "Ann Roe | said | "],
        ),
        # what the outer verb does not pass on
        ("Ann Roe denied that Bob Poe had said that it leaks.", ["Bob Poe | said | "]),
        # a pronoun gives the name it stands for
        ("Ann Roe left. She said that Bob Poe had warned that it leaks.", ["Bob Poe | warned | ", "Ann Roe | said | "]),
        # “according to” behind an outlet's report tells its source
        ("The Courier reports that it leaks, according to Ann Roe.", ["The Courier | reports | "]),
        # one and the same speaker is one step
        ("Ann Roe said that Roe had warned that it leaks.", ["Roe | warned | "]),
    ],
)
def test_a_statement_within_another_came_through_it(text: str, expected: list[str]) -> None:
    assert steps(text, -1) == expected


def test_an_outlet_implied_gives_way_to_one_that_is_named() -> None:
    text = "“It leaks,” Ann Roe told the newspaper, the Courier reported."
    assert steps(text) == ["Ann Roe | told | the newspaper", "the Courier | reported | "]


def test_a_carrier_belongs_to_the_statement_beside_it() -> None:
    text = "“It leaks,” Ann Roe said; “it is dry,” Bob Poe said in a memo seen by the Courier."
    assert [len(found.hops) for found in statements(text)] == [1, 2]


def test_each_step_has_its_own_day() -> None:
    text = "The Courier reported on Monday that Ann Roe had told Northwire on Sunday that it leaks."
    inner = statements(text)[-1]
    assert [(hop.who, hop.date.edtf if hop.date else None) for hop in inner.hops] == [
        ("Ann Roe", "2024-09-08"),
        ("The Courier", "2024-09-09"),
    ]


def test_a_mark_is_no_verb() -> None:
    assert steps("Ann Roe: “It leaks.”") == ["Ann Roe |  | "]


def test_every_row_gives_its_reason() -> None:
    assert all(row.reason for row in ROWS)
