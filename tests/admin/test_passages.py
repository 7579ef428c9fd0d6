"""Cutting a text where quotations begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.admin.passages import find_words, pieces, sentences_with

TEXT = "abcdefghij"


CUT = {
    "nothing marked": ([], "abcdefghij"),
    "one": ([(2, 4, "x")], "ab|cd:x|efghij"),
    "all of it": ([(0, 10, "x")], "abcdefghij:x"),
    "nested": ([(1, 9, "x"), (3, 5, "y")], "a|bc:x|de:xy|fghi:x|j"),
    "crossing, the longest first": ([(1, 5, "x"), (3, 8, "y")], "a|bc:x|de:yx|fgh:y|ij"),
    "touching": ([(1, 3, "x"), (3, 5, "y")], "a|bc:x|de:y|fghij"),
    "in the same place": ([(1, 3, "x"), (1, 3, "y")], "a|bc:xy|defghij"),
    "split": ([(1, 2, "x"), (4, 5, "x")], "a|b:x|cd|e:x|fghij"),
    "empty": ([(4, 4, "x")], "abcdefghij"),
    "past the end": ([(8, 99, "x")], "abcdefgh|ij:x"),
}


@pytest.mark.parametrize(("spans", "expected"), CUT.values(), ids=CUT)
def test_pieces(spans: list[tuple[int, int, str]], expected: str) -> None:
    found = pieces(TEXT, spans)
    assert "|".join(":".join(filter(None, (piece.text, "".join(piece.owners)))) for piece in found) == expected


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    found = pieces("cdef", [(0, 3, "x"), (5, 20, "y"), (40, 50, "z")], offset=2)
    assert [(p.start, p.text, p.owners) for p in found] == [(2, "c", ("x",)), (3, "de", ()), (5, "f", ("y",))]


def test_a_split_quotation_opens_and_closes_once() -> None:
    found = pieces(TEXT, [(1, 2, "x"), (4, 5, "x")])
    assert [(p.opens, p.closes) for p in found if p.owners] == [(("x",), ()), ((), ("x",))]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers()), max_size=8))
def test_pieces_joined_are_the_text_and_each_is_covered_by_its_owners(spans: list[tuple[int, int, int]]) -> None:
    found = pieces(TEXT, spans)
    assert "".join(piece.text for piece in found) == TEXT
    for piece in found:
        inside = {o for s, e, o in spans if s <= piece.start and piece.start + len(piece.text) <= e}
        assert set(piece.owners) == inside


@pytest.mark.parametrize(
    ("words", "expected"),
    [("two  three", (4, 13)), ("two\nthree", (4, 13)), (" one ", (0, 3)), ("(four)", (14, 20))],
)
def test_find_words_whatever_the_white_space(words: str, expected: tuple[int, int]) -> None:
    assert find_words("one two three (four) five five", words) == expected


@pytest.mark.parametrize(
    ("words", "says"), [("six", "not in the text"), ("five", "2 times"), ("  ", "not in the text")]
)
def test_find_words_says_why_not(words: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        find_words("one two three (four) five five", words)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("It rained. The cranes fell. Nobody came.", "cranes", ["The cranes fell."]),
        ("The quay.\nThe cranes fell on the quay!", "CRANES quay", ["The cranes fell on the quay!", "The quay."]),
        ("“The cranes fell,” she said. So?", "so", ["So?"]),
        ("no stop at the end", "end", ["no stop at the end"]),
        ("Nothing of it.", "cranes", []),
        (
            "so " * 150 + "the cranes fell " + "and " * 150,
            "cranes",
            [f"{'so ' * 17}the cranes fell {'and ' * 83}".strip()],
        ),
        ("x" * 900, "x" * 400, ["x" * 400, "x" * 400]),
        ("", "cranes", []),
        ("The cranes.", "“ ”", []),
    ],
)
def test_the_sentences_with_what_was_typed(text: str, typed: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sentences_with(text, typed)] == found
