"""Content, kind and rule: each row beside its twin, the sentence that looks alike and is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.text.confidence import BY_RULE
from claims.text.extract import extract
from claims.text.spans import TextError
from claims.text.statements import RULES, Kind
from tests.text.helpers import contents, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is closed,” Ann Roe said.", ["The bridge is closed"]),
        ("“The bridge is closed,” said Ann Roe.", ["The bridge is closed"]),
        ('"The bridge is closed," Ann Roe said.', ["The bridge is closed"]),
        ("''The bridge is closed,'' Ms. Roe said.", ["The bridge is closed"]),
        ("'The bridge is closed,' Roe told reporters.", ["The bridge is closed"]),
        ("‘The workers’ bridge is closed,’ said Ann Roe.", ["The workers’ bridge is closed"]),
        ("“Is the bridge closed?” the engineer asked.", ["Is the bridge closed?"]),
        ("Ann Roe said: “The bridge is closed.”", ["The bridge is closed"]),
        ("Ann Roe said, “The bridge is closed.”", ["The bridge is closed"]),
        ("Ann Roe said that “the bridge is closed.”", ["the bridge is closed"]),
        ("Ann Roe told reporters on Monday: “The bridge is closed.”", ["The bridge is closed"]),
        ("Ann Roe turned to the crowd: “The bridge is closed.”", ["The bridge is closed"]),
        ("“The bridge is closed,” Ann Roe deplored.", ["The bridge is closed"]),
        # split by the cue, and going on behind it
        ("“The bridge,” said Ann Roe, “is closed.”", ["The bridge … is closed"]),
        ("“The bridge is closed,” Ann Roe said. “It stays closed.”", ["The bridge is closed … It stays closed"]),
        # over several paragraphs
        (
            "“The bridge is closed,” Ann Roe said. “It is old.\n“It leaks.”",
            ["The bridge is closed … It is old … It leaks"],
        ),
        ("“The bridge is closed.\n“It leaks,” Ann Roe said.", ["The bridge is closed … It leaks"]),
        ("Ann Roe continued:\n“The bridge is closed.”", ["The bridge is closed"]),
        # a quotation inside a quotation is part of it
        ("“He said ‘the bridge is closed,’” Ann Roe recalled.", ["He said ‘the bridge is closed,’"]),
    ],
)
def test_direct_quotations(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
    assert {found.kind for found in statements(text)} == {Kind.DIRECT}


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart bridge” opened on Monday.",
        "The novel “A Bridge Too Small” sold well.",
        "“It is safe.” The council met on Monday.",
        "The council's claims that day were few.",
        "The bridge was said to be closed.",
        "Ann Roe did not say that the bridge would close.",
        "Most northern states have bridges.",
        "By Ann Roe, Courier Staff",
        "Bridge closed until spring",
        "Ann Roe founded a group called “Bridge Watch.”",
        "RELATED: the bridge in pictures",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe said the bridge was “a mess.”", ["the bridge was “a mess.”"]),
        ("Ann Roe said that the bridge was “a mess” and would close.", ["the bridge was “a mess” and would close"]),
        ("The bridge was “a mess,” Ann Roe said.", ["The bridge was “a mess,”"]),
        ("Ann Roe called the bridge “a mess.”", ["the bridge “a mess.”"]),
        (
            "Ann Roe left early, claiming, “the bridge is a mess” without repairs.",
            ["“the bridge is a mess” without repairs"],
        ),
    ],
)
def test_mixed_quotations(text: str, expected: list[str]) -> None:
    got = [content.rstrip("”.,") for content in contents(text)]
    assert got == [content.rstrip("”.,") for content in expected]
    assert {found.kind for found in statements(text)} == {Kind.MIXED}


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        ("Ann Roe said that the bridge would close.", "that", "the bridge would close"),
        ("Ann Roe said the bridge would close.", "bare", "the bridge would close"),
        ("Ann Roe said Monday she would resign.", "bare", "she would resign"),
        ("Ann Roe told the Courier that the bridge would close.", "that", "the bridge would close"),
        ("Ann Roe told him the bridge would close.", "bare", "the bridge would close"),
        ("Ann Roe stressed, in an interview with Bob Poe, that the bridge was safe.", "that", "the bridge was safe"),
        ("The bridge would close, Ann Roe said on Friday.", "clause-before", "The bridge would close"),
        ("According to Ann Roe, the bridge would close.", "according-to", "the bridge would close"),
        ("The bridge would close, according to a city official.", "according-to", "The bridge would close"),
        ("Although it is new, the bridge leaks, according to Ann Roe.", "according-to", "the bridge leaks"),
        ("Ann Roe asked whether the bridge would close.", "whether", "whether the bridge would close"),
        ("Ann Roe urged the council to close the bridge.", "urge", "to close the bridge"),
        ("Ann Roe called on the council to close the bridge.", "urge", "to close the bridge"),
        ("Ann Roe vowed to close the bridge.", "to", "to close the bridge"),
        ("Ann Roe accused the council of neglect, and left.", "object", "the council of neglect"),
        ("Ann Roe called for an inquiry.", "object", "an inquiry"),
        ("Ann Roe expressed grave concern that the bridge would close.", "noun-that", "the bridge would close"),
        ("Ann Roe voiced doubts over the bridge's strength.", "noun-about", "the bridge's strength"),
        ("Ann Roe issued a warning, stating that the bridge leaks.", "participle-that", "the bridge leaks"),
        ("Ann Roe issued a statement saying the bridge leaks.", "participle-bare", "the bridge leaks"),
        ("While Ann Roe said the bridge was safe, others stayed home.", "bare", "the bridge was safe"),
        ("Ann Roe, who said the bridge was safe, resigned.", "bare", "the bridge was safe"),
        ("Ann Roe said the bridge was safe; the council met later.", "bare", "the bridge was safe"),
    ],
)
def test_indirect_statements(text: str, rule: str, expected: str) -> None:
    (found,) = statements(text)
    assert (found.rule, contents(text)) == (rule, [expected])
    assert found.kind is Kind.INDIRECT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe praised the plan, adding that the bridge would close.", ["the plan", "the bridge would close"]),
        ("Ann Roe said the bridge leaks, but Bob Poe said it is dry.", ["the bridge leaks", "it is dry"]),
        ("Ann Roe praised the engineers and urged the council to act.", ["the engineers", "to act"]),
    ],
)
def test_several_statements_in_one_sentence(text: str, expected: list[str]) -> None:
    assert contents(text)[-1] == expected[-1]
    assert len(contents(text)) == len(expected)


def test_a_transcript_is_read_by_its_labels() -> None:
    text = "ANN ROE: The bridge leaks.\nBOB POE: Since when?\nANN ROE: Since May. It is old."
    assert contents(text) == ["The bridge leaks", "Since when?", "Since May. It is old"]
    assert [found.rule for found in statements(text)] == ["label"] * 3


def test_a_single_label_is_a_headline() -> None:
    assert contents("ANN ROE: A Life in Bridges\nThe mayor left.") == []


def test_statements_stand_in_text_order() -> None:
    text = "Ann Roe said the bridge leaks.\n“It is dry,” said Bob Poe.\nAnn Roe said the bridge would close."
    assert [found.segments for found in statements(text)] == sorted(found.segments for found in statements(text))


def test_each_statement_names_its_rule_and_how_far_to_trust_it() -> None:
    (found,) = statements("Ann Roe said that the bridge would close.")
    assert found.confidence == BY_RULE[found.rule]
    assert found.origin == RULES


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(TextError, match="offset 4"):
        extract("She \udc00 said")


CUES = "Ann Roe|she|said|told|that|the|bridge|urged|to|according|who|and|on Monday|concern|President|issued|saying"
MARKS = [
    "“",
    "”",
    '"',
    "''",
    "‘",
    "’",
    ",",
    ".",
    ":",
    "\n",
    "(",
    ")",
    "—",
    "é",
    "\U0001f692",
    "مرحبا",
    "e\u0301",
    "\u2028",
]
WORDS = st.sampled_from([*CUES.split("|"), *MARKS])


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
@example("“")
@example("“” said Roe")
@example("Roe said “")
@example("“ ” , Roe said.")
def test_any_text_gives_spans_that_slice_to_the_stated_words(text: str) -> None:
    _check(text)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_run_of_cue_words_gives_spans_that_slice_to_the_stated_words(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    for found in extract(text, published=date(2024, 9, 13)):
        assert found.segments
        assert all(span.start < span.end <= len(text) for span in (*found.segments, *found.cue))
        assert found.cue_text == " … ".join(span.of(text) for span in found.cue)
        assert found.speaker is None or found.speaker.span.of(text) == found.speaker.text
        assert found.date is None or found.date.span is None or found.date.span.of(text) == found.date.text
        for span in (found.addressee, found.venue):
            assert span is None or 0 <= span.start < span.end <= len(text)
