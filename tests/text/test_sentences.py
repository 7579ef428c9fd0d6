from __future__ import annotations

import pytest

from claims.text.sentences import LONGEST_SENTENCE, paragraphs


def _sentences(text: str) -> list[str]:
    return [text[s[0].start : s[-1].end] for page in paragraphs(text) for s in page.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. She left.", ["It rained.", "She left."]),
        ("It rained in the U.S. She left.", ["It rained in the U.S.", "She left."]),
        ("The U.S. Senate met.", ["The U.S. Senate met."]),
        ("Mr. Roe and Dr. Poe met.", ["Mr. Roe and Dr. Poe met."]),
        ("Ann B. Roe met Bob Poe.", ["Ann B. Roe met Bob Poe."]),
        ("It cost 3.5 million. She left.", ["It cost 3.5 million.", "She left."]),
        ("“It rained. It poured.” She left.", ["“It rained. It poured.”", "She left."]),
        ("“It rained. It poured,” Roe said. She left.", ["“It rained. It poured,” Roe said.", "She left."]),
        ("“Did it rain?” Roe asked. She left.", ["“Did it rain?” Roe asked.", "She left."]),
        ("“Did it rain?” The council met.", ["“Did it rain?”", "The council met."]),
        ("It rained\nShe left", ["It rained", "She left"]),
        ("\n\n \n", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


def test_a_run_without_an_end_is_cut() -> None:
    assert max(len(s) for page in paragraphs("and " * 5_000) for s in page.sentences) <= LONGEST_SENTENCE + 1
