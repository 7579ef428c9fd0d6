"""Counting judgements, by cases counted by hand."""

from __future__ import annotations

import pytest

from claims.text.scoring import Attribution, Judgement, Naming, Prediction
from claims.text.spans import Span
from claims.text.statements import Kind
from claims.text.tallies import Held, Rates, calibration, score, wilson

CONTENT = (Span(0, 1),)
GOLD = Attribution(CONTENT)


def said(confidence: float | None, rule: str = "that") -> Prediction:
    return Prediction(CONTENT, rule=rule, confidence=confidence)


def hit(predicted: Prediction, gold_kind: Kind = Kind.DIRECT, kind: Kind = Kind.DIRECT) -> Judgement:
    return Judgement(GOLD, predicted, gold_kind, kind)


def miss() -> Judgement:
    return Judgement(GOLD, None, Kind.INDIRECT, None)


def spurious(predicted: Prediction) -> Judgement:
    return Judgement(None, predicted, None, Kind.MIXED)


@pytest.mark.parametrize(
    ("rates", "precision", "recall", "f1"),
    [
        (Rates(gold=4, gold_right=2, predicted=2, predicted_right=2), 1.0, 0.5, 2 / 3),
        (Rates(gold=2, gold_right=1, predicted=4, predicted_right=3), 0.75, 0.5, 0.6),
        (Rates(gold=0, gold_right=0, predicted=0, predicted_right=0), 0.0, 0.0, 0.0),
        (Rates(gold=3, gold_right=0, predicted=0, predicted_right=0), 0.0, 0.0, 0.0),
    ],
)
def test_rates(rates: Rates, precision: float, recall: float, f1: float) -> None:
    assert (rates.precision, rates.recall, rates.f1) == pytest.approx((precision, recall, f1))


def test_a_score() -> None:
    judgements = [
        Judgement(GOLD, said(0.9), Kind.DIRECT, Kind.DIRECT, True, True, True, Naming.RIGHT),
        Judgement(GOLD, said(0.9), Kind.MIXED, Kind.DIRECT, False, True, False, Naming.OPEN),
        Judgement(GOLD, said(0.9), Kind.INDIRECT, Kind.INDIRECT, True, False, False),
        Judgement(GOLD, said(0.9), Kind.INDIRECT, Kind.INDIRECT, False),
        miss(),
        spurious(said(0.9)),
    ]
    counted = score(judgements)
    assert counted.content == Rates(5, 4, 5, 4)
    assert counted.exact == Rates(5, 2, 5, 2)
    assert counted.kinds == {
        Kind.DIRECT: Rates(gold=1, gold_right=1, predicted=2, predicted_right=2),
        Kind.MIXED: Rates(gold=1, gold_right=1, predicted=1, predicted_right=0),
        Kind.INDIRECT: Rates(gold=3, gold_right=2, predicted=2, predicted_right=2),
    }
    assert (counted.speakers, counted.loose, counted.strict) == (3, 2, 1)
    assert (counted.named, counted.names) == (2, {Naming.RIGHT: 1, Naming.WRONG: 0, Naming.OPEN: 1})


# By the formula of Wilson's paper, worked out on paper for 5 of 10 and known from its limits for the others.
@pytest.mark.parametrize(
    ("right", "given", "low", "high"),
    [
        (5, 10, 0.2366, 0.7634),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 1, 0.2065, 1.0),
        (90, 100, 0.8256, 0.9448),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson(right: int, given: int, low: float, high: float) -> None:
    assert wilson(right, given) == pytest.approx((low, high), abs=0.0001)


def test_calibration() -> None:
    table = calibration(
        [
            hit(said(0.95)),
            hit(said(0.9, "quote")),
            spurious(said(0.9)),
            hit(said(0.7)),
            hit(said(1.0)),
            miss(),
            spurious(said(None)),
        ]
    )
    assert table.each == (
        Held("1", 1.0, 1, 1),
        Held("0.95", 0.95, 1, 1),
        Held("0.9", 0.9, 2, 1),
        Held("0.7", 0.7, 1, 1),
    )
    assert [(row.label, row.given, row.right) for row in table.tenths] == [("0.9 to 1.0", 4, 3), ("0.7 to 0.8", 1, 1)]
    assert table.tenths[0].stated == pytest.approx(0.9375)
    assert [(row.label, row.given, row.right) for row in table.rules] == [("quote", 1, 1), ("that", 4, 3)]


@pytest.mark.parametrize(
    ("held", "holds"),
    [
        (Held("", 0.9, 100, 90), True),
        (Held("", 0.9, 100, 80), False),
        (Held("", 0.5, 100, 80), False),
        (Held("", 0.9, 3, 2), True),  # too few to say
    ],
)
def test_whether_a_confidence_holds(held: Held, holds: bool) -> None:
    assert held.holds is holds
