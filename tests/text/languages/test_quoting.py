"""Quotation marks of French, German and Spanish: each row beside one that looks alike."""

from __future__ import annotations

import pytest

from claims.text.languages import TABLES
from claims.text.languages.quoting import quotations


@pytest.mark.parametrize(
    ("language", "text", "inside"),
    [
        ("fr", "Elle dit « il fuit » et part.", [" il fuit "]),
        ("fr", "Elle dit «\u202fil fuit\u202f» et part.", ["\u202fil fuit\u202f"]),
        ("fr", 'Elle dit " il fuit " et part.', [" il fuit "]),
        ("fr", "Elle dit ‹ il fuit › et part.", [" il fuit "]),
        ("fr", "Elle dit l’eau et l'air.", []),
        # nested, in the same marks and in others
        ("fr", "« A « b » c » d « e ».", [" A « b » c ", " e "]),
        ("fr", "« A “b” c » d.", [" A “b” c "]),
        # one closing mark for both
        ("fr", "« A « b » dit-elle. « C ».", [" A « b ", " C "]),
        # over paragraphs: the mark repeated, as it opens or as it closes, or not at all
        ("fr", "« A.\n« B »", [" A.", " B "]),
        ("es", "«A.\n»B»", ["A.", "B"]),
        ("es", "«A.\nB», dijo.", ["A.", "B"]),
        ("es", "A.\n»B», dijo.", []),
        ("es", "«A “b ‘c’” d»", ["A “b ‘c’” d"]),
        ("es", "‘A’ y “B”", ["A", "B"]),
        ("de", "„A“ und „B”", ["A", "B"]),
        ("de", '„A" und “B”', ["A", "B"]),
        ("de", "»A« und »B ›c‹ d«", ["A", "B ›c‹ d"]),
        ("de", "«A» und «B ‹c› d»", ["A", "B ‹c› d"]),
        ("de", "„A ‚b‘ c“ und ‚D‘", ["A ‚b‘ c", "D"]),
        ("de", "Das war‘s und ist’s.", []),
        # a mark that was lost
        ("de", "A“, sagte sie.", []),
        ("fr", "Il fuit », dit-elle.", []),
        ("fr", 'Il fuit", dit-elle.', []),
        ("fr", "", []),
        ("fr", "«", []),
    ],
)
def test_what_stands_inside_quotation_marks(language: str, text: str, inside: list[str]) -> None:
    assert [found.inner.of(text) for found in quotations(text, TABLES[language].style)] == inside


@pytest.mark.parametrize(
    ("text", "closed"),
    [("« A »", [True]), ("« A.\n« B »", [False, True]), ("« A.\nB.", [False]), ("« A.\n\nB »", [False, True])],
)
def test_a_quotation_ends_with_its_paragraph(text: str, closed: list[bool]) -> None:
    assert [found.closed for found in quotations(text, TABLES["fr"].style)] == closed
