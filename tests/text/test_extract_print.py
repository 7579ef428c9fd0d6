"""Who says what in sentences as they are printed."""

from __future__ import annotations

import pytest

from tests.text.helpers import sayings
from tests.text.said_in_papers import PAPERS
from tests.text.said_in_print import SAID


@pytest.mark.parametrize(("text", "expected"), [*SAID, *PAPERS])
def test_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(speaker, content) for content, speaker in sayings(text, "en")] == expected
