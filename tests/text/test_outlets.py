"""Which words name an outlet, each beside its twin, the words that look alike and name none."""

from __future__ import annotations

import pytest

from claims.text.outlets import holder_at, outlet_at
from claims.text.tokens import tokenize


def found(words: str) -> str:
    outlet = outlet_at(words, tokenize(words, 0, len(words), []), 0)
    return outlet.words if outlet else ""


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        # by name
        ("CNN on Monday", "CNN"),
        ("Tass.", "Tass"),
        ("the Courier", "the Courier"),
        ("the Oslo Evening Courier that", "the Oslo Evening Courier"),
        ("Courier", ""),  # without its article it may be a surname
        ("Central Press", "Central Press"),
        ("Radio Marchland on", "Radio Marchland"),
        ("Radio on", ""),
        ("Bob Post that", ""),
        ("Ann Tribune that", ""),
        ("the Bob Post", "the Bob Post"),
        ("Press Secretary Ann Roe", ""),
        ("the press", ""),
        ("the Daily Mirror", "the Daily Mirror"),
        ("the Mirror", ""),
        ("Channel 9", "Channel 9"),
        ("the English Channel", ""),
        ("the National Security Agency", ""),
        # by kind
        ("the newspaper that", "the newspaper"),
        ("the broadcaster Channel North in", "the broadcaster Channel North"),
        ("state television", "state television"),
        ("the state news agency Tass", "the state news agency Tass"),
        ("the space agency", ""),
        ("local media", "local media"),
        ("the media", ""),
        ("social media", ""),
        ("the local network", "the local network"),
        ("a criminal network", ""),
        # by who works there
        ("CNN’s Ann Roe", "CNN"),
        ("the Courier's Bob Poe", "the Courier"),
        ("the Courier’s reporter", "the Courier"),
        ("the Courier’s owner", ""),
        ("Bob Poe of the Courier", "the Courier"),
        ("a reporter for the Courier", "the Courier"),
        ("the owner of the Courier", ""),
        ("President Ann Roe of Ruritania", ""),
        # nobody's
        ("reporters", ""),
        ("Ann Roe", ""),
        ("Parliament", ""),
        ("", ""),
    ],
)
def test_the_outlet_that_words_name(words: str, outlet: str) -> None:
    assert found(words) == outlet


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("the Courier", "the Courier"),
        ("Northwire that", "Northwire"),
        ("Roe", ""),
        ("Ann Poe", ""),
        ("Parliament", ""),
        ("Norway", ""),
        ("investigators", ""),
        ("Northwire’s lawyer", ""),
        ("", ""),
    ],
)
def test_who_holds_a_paper(words: str, holder: str) -> None:
    outlet = holder_at(words, tokenize(words, 0, len(words), []), 0, lambda name: name == "roe")
    assert (outlet.words if outlet else "") == holder
