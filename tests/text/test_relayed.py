"""Who is quoted as saying something. Outlets and people are made up."""

from __future__ import annotations

import pytest

from tests.text.helpers import statements


@pytest.mark.parametrize(
    ("text", "speaker", "content", "steps"),
    [
        ("The Courier quoted Ann Roe as saying that it leaks.", "Ann Roe", "it leaks", ["Ann Roe", "the Courier"]),
        ("“It leaks,” the Courier quoted Ann Roe as saying.", "Ann Roe", "It leaks", ["Ann Roe", "the Courier"]),
        ("The Courier quoted Ann Roe as saying: “It leaks.”", "Ann Roe", "It leaks", ["Ann Roe", "the Courier"]),
        (
            "The Courier has quoted Ann Roe, the mayor, as saying it leaks.",
            "Ann Roe, the mayor",
            "it leaks",
            ["Ann Roe, the mayor", "the Courier"],
        ),
        (
            "State television cited an aide as saying that it leaks.",
            "an aide",
            "it leaks",
            ["an aide", "State television"],
        ),
        (
            "Ann Roe was quoted by the Courier as saying that it leaks.",
            "Ann Roe",
            "it leaks",
            ["Ann Roe", "the Courier"],
        ),
        (
            "Ann Roe was quoted on Monday by the Courier as saying it leaks.",
            "Ann Roe",
            "it leaks",
            ["Ann Roe", "the Courier"],
        ),
        (
            "Ann Roe was quoted as saying by the Courier that it leaks.",
            "Ann Roe",
            "it leaks",
            ["Ann Roe", "the Courier"],
        ),
        ("“It leaks,” Ann Roe was quoted as saying by the Courier.", "Ann Roe", "It leaks", ["Ann Roe", "the Courier"]),
        ("Ann Roe was quoted as saying that it leaks.", "Ann Roe", "it leaks", ["Ann Roe"]),
        ("Ann Roe was quoted as saying in Oslo that it leaks.", "Ann Roe", "it leaks", ["Ann Roe"]),
    ],
)
def test_who_is_quoted_is_the_speaker(text: str, speaker: str, content: str, steps: list[str]) -> None:
    (found,) = statements(text)
    assert found.rule == "relayed"
    assert found.speaker is not None
    assert found.speaker.text == speaker
    assert [span.of(text) for span in found.segments] == [content]
    assert [hop.who.replace("The ", "the ") for hop in found.hops] == steps


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe was quoted as saying by the Courier.",
        "the Courier quoted as saying.",
        "It is as saying nothing that it leaks.",
    ],
)
def test_where_nobody_or_nothing_is_quoted(text: str) -> None:
    assert [found for found in statements(text) if found.rule == "relayed"] == []
