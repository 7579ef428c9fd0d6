"""Judgements counted: precision and recall, speakers and names, and whether confidences hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import floor, sqrt

from claims.text.scoring import Judgement, Naming
from claims.text.statements import Kind

# Standard deviations that hold 95 % of a normal distribution.
Z_95 = 1.959964


@dataclass(frozen=True, slots=True)
class Rates:
    """Annotations and predictions counted, and how many of each are right.

    The two differ for one kind of content: a quotation can be found as a mixed one. Rates are 0 to 1, and 0 where
    there is nothing to count.
    """

    gold: int
    gold_right: int
    predicted: int
    predicted_right: int

    @property
    def precision(self) -> float:
        return share(self.predicted_right, self.predicted)

    @property
    def recall(self) -> float:
        return share(self.gold_right, self.gold)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """What some judgements come to. `speakers` and `named` count matches that have a source, and a name, to find."""

    content: Rates
    exact: Rates
    kinds: dict[Kind, Rates]
    speakers: int
    loose: int
    strict: int
    named: int
    names: dict[Naming, int]


def score(judgements: Sequence[Judgement]) -> Score:
    """Count judgements, of one article or of many."""
    exact = sum(one.exact for one in judgements)
    whole = _rates(judgements, list(judgements))
    names = Counter(one.naming for one in judgements if one.naming is not None)
    return Score(
        content=whole,
        exact=Rates(whole.gold, exact, whole.predicted, exact),
        kinds={
            kind: _rates(
                [one for one in judgements if one.gold_kind is kind],
                [one for one in judgements if one.predicted_kind is kind],
            )
            for kind in Kind
        },
        speakers=sum(one.loose is not None for one in judgements),
        loose=sum(one.loose is True for one in judgements),
        strict=sum(one.strict is True for one in judgements),
        named=names.total(),
        names={naming: names[naming] for naming in Naming},
    )


def _rates(of_gold: Sequence[Judgement], of_predicted: Sequence[Judgement]) -> Rates:
    return Rates(
        gold=sum(one.gold is not None for one in of_gold),
        gold_right=sum(one.matched for one in of_gold),
        predicted=sum(one.predicted is not None for one in of_predicted),
        predicted_right=sum(one.matched for one in of_predicted),
    )


def share(part: int, whole: int) -> float:
    """The part of a whole, 0 to 1; 0 of nothing."""
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Held:
    """How often predictions were right that one confidence was stated of (`stated`: their mean, 0 to 1)."""

    label: str
    stated: float
    given: int
    right: int

    @property
    def share(self) -> float:
        return share(self.right, self.given)

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.right, self.given)

    @property
    def holds(self) -> bool:
        """Whether the confidence stated can be the true share, as far as so many predictions tell."""
        low, high = self.interval
        return low <= self.stated <= high


@dataclass(frozen=True, slots=True)
class Calibration:
    """Stated confidences against what was right: each one, summed up a tenth at a time, and by rule."""

    each: tuple[Held, ...]
    tenths: tuple[Held, ...]
    rules: tuple[Held, ...]


def calibration(judgements: Iterable[Judgement]) -> Calibration:
    """The calibration of the predictions that state a confidence, highest first; rules by their name."""
    each, tenths, rules = Groups(), Groups(), Groups()
    for one in judgements:
        if one.predicted is None or one.predicted.confidence is None:
            continue
        sure, right = one.predicted.confidence, one.matched
        tenth = _tenth(sure)
        each.add((-sure, f"{sure:g}"), sure, right)
        tenths.add((-tenth, f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}"), sure, right)
        rules.add((0, one.predicted.rule), sure, right)
    return Calibration(each.held(), tenths.held(), rules.held())


def _tenth(confidence: float) -> int:
    """Which tenth a confidence falls into; full certainty is of the last."""
    return min(9, floor(confidence * 10))


@dataclass(slots=True)
class Groups:
    """Predictions gathered by a place in the table and a label."""

    results: dict[tuple[float, str], list[tuple[float, bool]]] = field(default_factory=dict)

    def add(self, key: tuple[float, str], stated: float, right: bool) -> None:
        self.results.setdefault(key, []).append((stated, right))

    def held(self) -> tuple[Held, ...]:
        """One row a group, by place and then by label."""
        return tuple(
            Held(label, sum(stated for stated, _ in group) / len(group), len(group), sum(right for _, right in group))
            for (_, label), group in sorted(self.results.items())
        )


def wilson(right: int, given: int) -> tuple[float, float]:
    """The 95 % interval for a true share of which `right` of `given` were seen (E. B. Wilson, 1927).

    It stays within 0 to 1 and says something even of two results; 0 to 1 of none.
    """
    if not given:
        return 0.0, 1.0
    seen = right / given
    scale = 1 + Z_95**2 / given
    middle = (seen + Z_95**2 / (2 * given)) / scale
    reach = Z_95 / scale * sqrt(seen * (1 - seen) / given + Z_95**2 / (4 * given**2))
    return max(0.0, middle - reach), min(1.0, middle + reach)
