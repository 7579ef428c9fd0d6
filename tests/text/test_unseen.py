"""Signs that nobody sees, as web pages have them, take nothing from what is found."""

from __future__ import annotations

from datetime import date

import pytest

from claims.text.extract import extract
from claims.text.statements import Statement
from claims.text.unseen import UNSEEN, seen

PUBLISHED = date(2024, 3, 6)
TEXT = (
    "“The harbour will stay closed,” Mayor Ada Quill told reporters in Marchland on Monday. “Nobody is to blame.”\n\n"
    "The Evening Courier reported on Tuesday that Ben Marsh had warned the council that the crane was rusting."
)


def worded(text: str, found: Statement) -> list[str]:
    """All that a statement points at in a text, as a reader sees it, and what it says itself."""
    speaker, day = found.speaker, found.date
    spans = [*found.segments, *found.cue, speaker and speaker.span, found.addressee, found.venue, day and day.span]
    spans += [hop.date and hop.date.span for hop in found.hops]
    shown = [UNSEEN.sub("", span.of(text)) if span else "" for span in spans]
    return [*shown, found.kind, found.rule, speaker.name if speaker else "", day.edtf if day else "", found.cue_text]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            TEXT.replace("harbour", "har\u00adbour").replace("reporters", "repor\u00adters"), id="soft hyphens"
        ),
        pytest.param(TEXT.replace(". ", ".\u200b ").replace("“", "“\u200b"), id="zero-width spaces"),
        pytest.param("\ufeff" + TEXT.replace("\n\n", "\n\n\ufeff"), id="byte order marks"),
        pytest.param(TEXT.replace("Quill", "\u200eQuill\u200f"), id="marks of direction"),
        pytest.param("\u2060".join(TEXT), id="a joiner between all"),
        pytest.param("\u200b" * 3 + TEXT + "\u200b" * 3, id="around the text"),
    ],
)
def test_what_nobody_sees_changes_nothing(written: str) -> None:
    found = extract(written, published=PUBLISHED)
    assert written != TEXT
    assert [worded(written, one) for one in found] == [worded(TEXT, one) for one in extract(TEXT, published=PUBLISHED)]
    ends = [sign for one in found for span in one.segments for sign in (span.of(written)[0], span.of(written)[-1])]
    assert not any(UNSEEN.match(sign) for sign in ends)


@pytest.mark.parametrize("text", ["", "“Yes,” she said.", "नमस्ते\u200d", "a\u200cb"])
def test_a_text_of_which_all_is_seen(text: str) -> None:
    assert seen(text) is None


def test_a_text_of_which_nothing_is_seen() -> None:
    assert extract("\u200b\ufeff") == ()
