"""Another reader adds where the rules found nothing, and changes nothing of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from claims.text.extract import extract
from claims.text.findings import Finding, Sentence
from claims.text.gaps import Taken, fills, unread
from claims.text.sentences import paragraphs
from claims.text.spans import Span
from claims.text.statements import RULES
from claims.text.subjects import Subject


def finding(rule: str, content: tuple[int, int], cue: tuple[int, int]) -> Finding:
    return Finding(rule, [], [Span(*content)], [Span(*cue)], Subject(0, 1))


@pytest.mark.parametrize(
    ("taken", "span", "expected"),
    [
        ([], (0, 9), False),
        ([(3, 5)], (0, 3), False),
        ([(3, 5)], (5, 9), False),
        ([(3, 5)], (4, 9), True),
        ([(3, 5)], (0, 4), True),
        ([(3, 5)], (0, 9), True),
        ([(0, 9), (3, 5)], (6, 7), True),  # one within another
        ([(0, 4), (3, 6)], (5, 6), True),  # two that overlap
        ([(7, 9), (0, 2)], (2, 7), False),  # between two, in any order
    ],
)
def test_what_meets_a_taken_stretch(taken: list[tuple[int, int]], span: tuple[int, int], expected: bool) -> None:
    assert Taken(Span(*one) for one in taken).meets(Span(*span)) is expected


RULE = finding("that", (10, 20), (4, 8))


@pytest.mark.parametrize(
    ("further", "kept"),
    [
        ([finding("a", (30, 40), (24, 28))], ["a"]),
        ([finding("a", (20, 30), (32, 36))], ["a"]),  # touching is no overlap
        ([finding("a", (15, 25), (27, 29))], []),  # some of the words are spoken for
        ([finding("a", (0, 60), (62, 64))], []),  # all of them
        ([finding("a", (30, 40), (6, 8))], []),  # the cue has its words already
        ([finding("a", (30, 40), (24, 28)), finding("b", (35, 38), (31, 34))], ["a"]),  # one within another
        ([finding("b", (30, 35), (24, 28)), finding("a", (30, 40), (42, 44))], ["a"]),  # the longer of two
        ([finding("b", (50, 60), (44, 48)), finding("a", (30, 40), (24, 28))], ["a", "b"]),  # in text order
    ],
)
def test_what_fills_a_gap(further: list[Finding], kept: list[str]) -> None:
    assert [one.rule for one in fills([RULE], further)] == kept


TEXT = "Ann Roe said that it leaks. Ann Roe of late said nothing. The bridge is old."


def test_only_sentences_with_a_reporting_word_to_spare_are_read_again() -> None:
    pages = paragraphs(TEXT)
    cue = TEXT.index("said")
    found = [finding("that", (cue + 10, cue + 18), (cue, cue + 4))]
    assert [one.tokens[-2].low for one in unread(TEXT, pages, found)] == ["nothing"]
    assert [one.tokens[-2].low for one in unread(TEXT, pages, [])] == ["leaks", "nothing"]


def test_according_to_is_a_reporting_word_and_a_quotation_is_none() -> None:
    text = "According to Roe. “She said so.” Roe left."
    assert [one.tokens[0].low for one in unread(text, paragraphs(text), [])] == ["according"]


@dataclass(frozen=True, slots=True)
class Whole:
    """A reader that takes the whole of each sentence behind its second word for said by the first two."""

    origin: str = "whole/1"

    def find(self, sentences: Sequence[Sentence]) -> Iterator[Finding]:
        for one in sentences:
            content = one.segment(3, len(one.tokens))
            assert content is not None
            cue = Span(one.tokens[2].start, one.tokens[2].end)
            yield Finding("whole", one.tokens, [content], [cue], Subject(0, 2), verb="said")


def test_a_filler_adds_under_its_own_name_and_the_rules_stay_as_they_are() -> None:
    by_rules = extract(TEXT, language="en")
    both = extract(TEXT, language="en", filler=Whole())
    assert [one for one in both if one.origin == RULES] == list(by_rules)
    (filled,) = [one for one in both if one.origin != RULES]
    assert (filled.origin, filled.rule) == ("whole/1", "whole")
    assert [span.of(TEXT) for span in filled.segments] == ["late said nothing"]
    assert filled.speaker is not None
    assert filled.speaker.name == "Ann Roe"


def test_a_text_in_another_language_is_left_to_its_rules() -> None:
    assert extract(TEXT, language="de", filler=Whole()) == extract(TEXT, language="de")
