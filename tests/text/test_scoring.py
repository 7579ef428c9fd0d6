"""Judging, by cases counted by hand. A span is written as the words it covers, the first time they occur."""

from __future__ import annotations

import pytest

from claims.text.scoring import Attribution, Judgement, Naming, Prediction, judge, letters, match, overlap
from claims.text.spans import Span
from claims.text.statements import Kind

TEXT = "Ann Roe, the mayor, said that “the old bridge” is closed. Bo Lund fears that it will fall, she said."


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


def gold(*content: str, source: str = "Ann Roe, the mayor", name: str = "", optional: bool = False) -> Attribution:
    return Attribution(at(*content), at(source) if source else (), name, optional)


def found(*content: str, speaker: str = "", name: str = "") -> Prediction:
    return Prediction(at(*content), at(speaker) if speaker else (), name)


def only(one: Attribution, other: Prediction) -> Judgement:
    [judgement] = judge(TEXT, [one], [other])
    return judgement


def test_letters_alone_count() -> None:
    assert letters("a, “b 7”", [Span(0, 8)]) == {0, 4, 6}
    assert letters("ab", [Span(0, 99)]) == {0, 1}
    assert letters("…", [Span(0, 1)]) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ({1, 2}, {1, 2}, 1.0),
        ({1, 2}, {2, 3}, 1 / 3),
        ({1, 2, 3, 4}, {3, 4}, 0.5),
        ({1}, {2}, 0.0),
        ({1}, set(), 0.0),
        (set(), set(), 0.0),
    ],
)
def test_overlap(one: set[int], other: set[int], value: float) -> None:
    assert overlap(one, frozenset(other)) == pytest.approx(value)


@pytest.mark.parametrize(
    ("annotated", "predicted", "pairs"),
    [
        (["abcd"], ["abcd"], {0: 0}),
        (["abcd"], ["ab"], {0: 0}),  # half is enough
        (["abcde"], ["ab"], {}),  # less is not
        (["abcd"], ["ab", "abc"], {0: 1}),  # the better one
        (["abcd"], ["abc", "bcd"], {0: 0}),  # of equals the first
        # 1 with 0 overlap most, so 0 has to do with what is left
        (["abcd", "abcdef"], ["abcdef", "abc"], {1: 0, 0: 1}),
        # greedy: the best pair first, though two pairs would be possible otherwise
        (["abcd", "ab"], ["abcd"], {0: 0}),
        (["ab", "cd"], ["cd", "ab"], {0: 1, 1: 0}),
        ([], ["ab"], {}),
    ],
)
def test_matching(annotated: list[str], predicted: list[str], pairs: dict[int, int]) -> None:
    def sets(rows: list[str]) -> list[frozenset[int]]:
        return [frozenset(map(ord, row)) for row in rows]

    assert match(sets(annotated), sets(predicted)) == pairs


@pytest.mark.parametrize(
    ("content", "predicted", "exact"),
    [
        ("“the old bridge” is closed", "“the old bridge” is closed", True),
        ("“the old bridge” is closed", "the old bridge” is closed.", True),  # marks do not matter
        ("that “the old bridge” is closed", "“the old bridge” is closed", True),  # nor does "that"
        ("“the old bridge” is closed", "that “the old bridge” is closed", True),
        ("“the old bridge” is closed", "old bridge” is closed", False),
        ("it will fall", "it will", False),
    ],
)
def test_exact(content: str, predicted: str, exact: bool) -> None:
    assert only(gold(content), found(predicted)).exact is exact


@pytest.mark.parametrize(
    ("language", "text", "opener"),
    [
        ("de", "dass es hält", "dass "),
        ("fr", "qu’il tient", "qu’"),
        ("es", "que aguanta", "que "),
        ("en-GB", "That it holds", "That "),
    ],
)
def test_the_opener_of_each_language(language: str, text: str, opener: str) -> None:
    whole, rest = Span(0, len(text)), Span(len(opener), len(text))
    [judgement] = judge(text, [Attribution((whole,))], [Prediction((rest,))], language=language)
    assert judgement.exact


def test_thatch_is_no_that() -> None:
    text = "thatch burns"
    [judgement] = judge(text, [Attribution((Span(0, 12),))], [Prediction((Span(4, 12),))])
    assert judgement.matched
    assert not judgement.exact


@pytest.mark.parametrize(
    ("source", "speaker", "loose", "strict"),
    [
        ("Ann Roe, the mayor", "Ann Roe, the mayor", True, True),
        ("Ann Roe, the mayor", "the mayor", True, True),  # 8 of 14 letters
        ("Ann Roe, the mayor", "Ann Roe", True, False),  # 6 of 14
        ("Ann Roe, the mayor", "Bo Lund", False, False),
        ("Ann Roe, the mayor", "", False, False),
        ("", "Ann Roe", None, None),
    ],
)
def test_speakers(source: str, speaker: str, loose: bool | None, strict: bool | None) -> None:
    judgement = only(gold("it will fall", source=source), found("it will fall", speaker=speaker))
    assert (judgement.loose, judgement.strict) == (loose, strict)


@pytest.mark.parametrize(
    ("name", "predicted", "naming"),
    [
        ("Ann Roe", "Ann Roe", Naming.RIGHT),
        ("Ann Roe", "ANN  ROE", Naming.RIGHT),
        ("Ann Roe", "Bo Lund", Naming.WRONG),
        ("Ann Roe", "Roe", Naming.WRONG),
        ("Ann Roe", "", Naming.OPEN),
        ("", "Ann Roe", None),
    ],
)
def test_names(name: str, predicted: str, naming: Naming | None) -> None:
    assert only(gold("it will fall", name=name), found("it will fall", name=predicted)).naming is naming


def test_kinds_are_those_of_each_side() -> None:
    judgement = only(gold("“the old bridge” is closed"), found("the old bridge"))
    assert (judgement.gold_kind, judgement.predicted_kind) == (Kind.MIXED, Kind.DIRECT)


def test_misses_and_spurious_finds() -> None:
    judged = judge(TEXT, [gold("it will fall"), gold("the old bridge")], [found("the old bridge"), found("Bo Lund")])
    assert [(one.gold is not None, one.predicted is not None) for one in judged] == [
        (True, False),
        (True, True),
        (False, True),
    ]
    assert [(one.gold_kind, one.predicted_kind) for one in judged] == [
        (Kind.INDIRECT, None),
        (Kind.DIRECT, Kind.DIRECT),
        (None, Kind.INDIRECT),
    ]


@pytest.mark.parametrize("predicted", [[], [found("it will fall")]])
def test_optional_counts_neither_way(predicted: list[Prediction]) -> None:
    assert judge(TEXT, [gold("it will fall", optional=True)], predicted) == ()


def test_content_without_letters_is_left_out() -> None:
    marks = (Span(TEXT.index("“"), TEXT.index("“") + 1),)
    assert judge(TEXT, [Attribution(marks)], [Prediction(marks)]) == ()
