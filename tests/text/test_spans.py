from __future__ import annotations

import pytest

from claims.text.spans import Span, TextError, refuse_surrogates, selector

TEXT = "The mayor said: the bridge is closed until spring."


@pytest.mark.parametrize(
    ("start", "end", "context", "expected"),
    [
        (16, 36, 5, ("aid: ", "the bridge is closed", " unti")),
        (0, 3, 32, ("", "The", " mayor said: the bridge is close")),
        (43, 50, 4, ("til ", "spring.", "")),
        (4, 9, 0, ("", "mayor", "")),
    ],
)
def test_a_selector_is_the_words_and_what_stands_around_them(
    start: int, end: int, context: int, expected: tuple[str, str, str]
) -> None:
    assert selector(TEXT, Span(start, end), context) == expected


def test_offsets_are_code_points() -> None:
    text = "👩‍🚒 said “été”"
    assert Span(text.index("é"), text.index("”")).of(text) == "été"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(TextError, match=f"start {start}, end {end}"):
        Span(start, end)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(TextError, match="outside a text of 3"):
        selector("abc", Span(1, 9))


def test_a_negative_context_is_refused() -> None:
    with pytest.raises(TextError, match="context"):
        selector("abc", Span(0, 1), -1)


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(TextError, match=r"U\+D83D at offset 3"):
        refuse_surrogates("abc\ud83d")
