"""What a person types into a search, and where it is found."""

import pytest

from claims.text.queries import QueryError, beginnings, found_in, parse

UNDERSTOOD = [
    ("", []),
    ("bridge", ["bridge"]),
    ("Bridge  OPEN", ["bridge", "open"]),
    ("“will not open”", ["will not open"]),
    ('"will not open" bridge', ["will not open", "bridge"]),
    ("„Brücke zu“ «le pont»", ["brucke zu", "le pont"]),
    ("-harbour bridge", ["-harbour", "bridge"]),
    ("bridge -“old town”", ["bridge", "-old town"]),
    ("clos*", ["clos*"]),
    ("well-known", ["well known"]),
    ("Zoë’s", ["zoe"]),
    ("bridge !!! --", ["bridge"]),
    ("U.S. 1,000", ["us", "1000"]),
    ("'); DROP TABLE claims_claim; --", ["drop", "table", "claims claim"]),
    ("a & b | !c:*", ["a", "b", "c*"]),
]


def told(typed: str) -> list[str]:
    return ["-" * t.is_away + " ".join(t.forms) + "*" * t.is_beginning for t in parse(typed)]


@pytest.mark.parametrize(("typed", "terms"), UNDERSTOOD)
def test_what_is_understood(typed: str, terms: list[str]) -> None:
    assert told(typed) == terms


REFUSED = [
    ("“open", "not closed"),
    ('bridge "', "not closed"),
    ("-bridge", "at least one word"),
    ("!!!", "at least one word"),
    ("x\x00y", "no text has"),
    ("x" * 301, "too long"),
    ("a " * 21, "too much at once"),
]


@pytest.mark.parametrize(("typed", "says"), REFUSED)
def test_what_is_refused(typed: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        parse(typed)


FOUND = [
    ("bridge", "The Bridge, the bridges, a “bridge”", ["Bridge", "bridge"]),
    ("bridge*", "The Bridge, the bridges", ["Bridge", "bridges"]),
    ("“will open”", "It will open; will it open?", ["will", "open"]),
    ("zoe", "Zoë said so", ["Zoë"]),
    ("safe -open", "Safe, not open", ["Safe"]),
    ("“a a”", "a a a b", ["a", "a", "a"]),
]


@pytest.mark.parametrize(("typed", "text", "words"), FOUND)
def test_where_it_is_found(typed: str, text: str, words: list[str]) -> None:
    assert [span.of(text) for span in found_in(text, parse(typed))] == words


def test_parts_of_names_are_beginnings() -> None:
    assert [(t.forms, t.is_beginning) for t in beginnings("Harb Gaz")] == [(("harb",), True), (("gaz",), True)]
    assert beginnings("!") == ()
