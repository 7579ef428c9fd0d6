"""Short forms for the tables of these tests."""

from __future__ import annotations

from datetime import date

from claims.text.extract import extract
from claims.text.fingerprint import runs_of
from claims.text.statements import Mention, Statement

FRIDAY = date(2024, 9, 13)


def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a text published on a Friday."""
    return extract(text, published=FRIDAY)


def contents(text: str) -> list[str]:
    """The content of each statement, its segments joined by an ellipsis."""
    return [" … ".join(span.of(text) for span in found.segments) for found in statements(text)]


def sayings(text: str, language: str) -> list[tuple[str, str]]:
    """Of each statement in a text of this language its content, and its speaker as worded ("" if left out)."""
    return [
        (" … ".join(span.of(text) for span in found.segments), found.speaker.text if found.speaker else "")
        for found in extract(text, language=language)
    ]


def speaker(text: str) -> Mention:
    """Who makes the last statement of a text."""
    found = statements(text)[-1].speaker
    assert found is not None
    return found


def run_of(words: str) -> int:
    """All the words of a wording as one hashed run."""
    forms = words.split()
    [whole] = runs_of(forms, len(forms))
    return whole
