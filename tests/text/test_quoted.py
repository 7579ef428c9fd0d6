"""Which letters stand inside quotation marks, sign by sign: capitals inside, small letters outside."""

from __future__ import annotations

import time

import pytest

from claims.text.quoted import kind_of, quoted
from claims.text.statements import Kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a “BC” d"),
        ("en", 'a "BC" d'),
        ("en", "a ''BC'' d ``EF'' g"),
        ("en", "it's the workers' d"),
        ("en", 'a "BC\nd "E" f'),  # a paragraph starts outside
        ("en", "a “BC\n“DE” f"),
        ("en", "a ”b c"),  # a closing mark that closes nothing
        ("en", "—a —b"),  # no dash speaks English
        ("fr", "a « BC » d"),
        ("de", "a „BC“ d „E“ f"),
        ("de", "a »BC« d »E« f"),
        ("de", "a «BC» d"),
        ("de", "a “BC” d"),
        ("es", "a «BC» d “E” f"),
        ("es", "—BC —d e—. FG"),
        ("es", "a —b— c"),  # the paragraph is not one of speech
        ("xx", "a “BC” d"),
    ],
)
def test_inside(language: str, text: str) -> None:
    inside_at = quoted(text, language)
    for at, letter in enumerate(text):
        if letter.isalpha():
            assert inside_at[at] == letter.isupper(), (at, letter)


@pytest.mark.parametrize(
    ("inside", "of", "kind"),
    [
        (100, 100, Kind.DIRECT),
        (95, 100, Kind.DIRECT),
        (94, 100, Kind.MIXED),
        (3, 100, Kind.MIXED),
        (2, 100, Kind.INDIRECT),
        (0, 1, Kind.INDIRECT),
    ],
)
def test_kind_by_share(inside: int, of: int, kind: Kind) -> None:
    assert kind_of(range(of), bytearray(b"\x01" * inside + b"\x00" * (of - inside))) is kind


@pytest.mark.parametrize("text", ['"' * 200_000, "'" * 200_000, "“a" * 100_000])
def test_hostile_marks_take_linear_time(text: str) -> None:
    started = time.process_time()
    quoted(text, "en")
    assert time.process_time() - started < 2
