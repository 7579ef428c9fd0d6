"""The engine on our own annotated articles: gold.jsonl is what the files say, and no figure falls below its floor."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from functools import cache
from typing import Any

import pytest

from claims.text.extract import extract
from claims.text.scoring import Attribution, Judgement, Naming, Prediction, judge
from claims.text.spans import Span
from claims.text.statements import Kind, Statement
from claims.text.tallies import Rates, score, share
from tests.text.gold import markup

FLOORS: dict[str, dict[str, int]] = tomllib.loads((markup.HERE / "floors.toml").read_text(encoding="utf-8"))


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in markup.LINES.read_text(encoding="utf-8").splitlines()]


def test_the_lines_are_those_of_the_files() -> None:
    held = markup.LINES.read_text(encoding="utf-8")
    assert held == markup.lines(markup.articles()), f"gold.jsonl is out of date; write it anew: {markup.COMMAND}"


def test_every_article_has_floors() -> None:
    assert {row["language"] for row in gold()} == set(FLOORS)


@pytest.mark.parametrize(
    ("language", "figure", "floor"),
    [(language, figure, floor) for language, floors in FLOORS.items() for figure, floor in floors.items()],
)
def test_no_figure_falls(language: str, figure: str, floor: int) -> None:
    reached = figures(language)[figure]
    assert reached >= floor, f"{figure} of {language} is {reached:.1f}, its floor is {floor}"


@cache
def figures(language: str) -> dict[str, float]:
    """What floors.toml has a floor for, in percent."""
    counted = score([one for row in gold() if row["language"] == language for one in judgements(row)])
    direct, mixed, indirect = (counted.kinds[kind] for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT))
    reached = {
        "content_f1": counted.content.f1,
        "exact_f1": counted.exact.f1,
        "direct_f1": direct.f1,
        "mixed_f1": mixed.f1,
        "quoted_f1": together(direct, mixed).f1,
        "indirect_precision": indirect.precision,
        "speaker_loose": share(counted.loose, counted.speakers),
        "speaker_strict": share(counted.strict, counted.speakers),
        "names_right": share(counted.names[Naming.RIGHT], counted.named),
    }
    return {name: 100 * value for name, value in reached.items()}


def together(one: Rates, other: Rates) -> Rates:
    return Rates(
        one.gold + other.gold,
        one.gold_right + other.gold_right,
        one.predicted + other.predicted,
        one.predicted_right + other.predicted_right,
    )


def judgements(row: dict[str, Any]) -> tuple[Judgement, ...]:
    found = extract(row["text"], published=date.fromisoformat(row["published"]), language=row["language"])
    annotated = [
        Attribution(spans(one["content"]), spans(one["source"]), one["speaker_name"] or "", one.get("optional", False))
        for one in row["attributions"]
    ]
    return judge(row["text"], annotated, map(prediction, found), language=row["language"])


def prediction(found: Statement) -> Prediction:
    speaker = found.speaker
    return Prediction(found.segments, (speaker.span,) if speaker else (), speaker.name if speaker else "", found.rule)


def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
