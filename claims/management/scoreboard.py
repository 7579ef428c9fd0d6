"""The figures of a score: a table for a narrow window, or one JSON object."""

import json
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from claims.operations.score import Held, Judged, Rates, Remark, Score, calibration, remarks, score, scores_by

WIDTH = 60
LABEL = 22
GROUPS: dict[str, Callable[[Judged], str]] = {
    "language": lambda judged: judged.language,
    "genre": lambda judged: judged.annotated.genre,
}


def as_table(articles: Sequence[Judged], *, with_calibration: bool, misses: int) -> str:
    """The score as lines of at most 60 columns."""
    whole = score(articles)
    kinds = [_rates(f"  {kind}", rates) for kind, rates in whole.kinds.items()]
    lines = [
        f"{len(articles)} article{'s' if len(articles) > 1 else ''}",
        "",
        _head("content"),
        _rates("all", whole.content),
        *kinds,
    ]
    lines += [_rates("to the letter", whole.exact), "", *_speakers(whole)]
    for name, key in GROUPS.items():
        groups = scores_by(articles, key)
        if len(groups) > 1:
            lines += ["", _head(f"by {name}"), *(_rates(f"  {group}", one.content) for group, one in groups.items())]
    if with_calibration:
        lines += _calibration(articles)
    found = remarks(articles)
    for missed in (True, False):
        for remark in [one for one in found if one.missed is missed][:misses]:
            lines += ["", *_remark(remark)]
    return "\n".join(lines)


def as_json(articles: Sequence[Judged], *, with_calibration: bool, misses: int) -> str:
    """The score as one JSON object; rates are 0 to 1."""
    figures: dict[str, Any] = {"articles": len(articles), **_score(score(articles))}
    for name, key in GROUPS.items():
        figures[f"by_{name}"] = {group: _score(one) for group, one in scores_by(articles, key).items()}
    if with_calibration:
        held = calibration(articles)
        figures["calibration"] = {
            "each": _held(held.each),
            "tenths": _held(held.tenths),
            "rules": _held(held.rules),
        }
    if misses:
        found = remarks(articles)
        rows = [{"id": one.identifier, "words": one.words, "rule": one.rule or None} for one in found]
        sides = [one.missed for one in found]
        figures["missed"] = [row for row, missed in zip(rows, sides, strict=True) if missed][:misses]
        figures["spurious"] = [row for row, missed in zip(rows, sides, strict=True) if not missed][:misses]
    return json.dumps(figures, ensure_ascii=False)


def _head(title: str) -> str:
    return f"{title:<{LABEL}}{'gold':>6}{'found':>7}{'P':>8}{'R':>8}{'F':>8}"


def _rates(label: str, rates: Rates) -> str:
    figures = "".join(f"{100 * rate:>8.1f}" for rate in (rates.precision, rates.recall, rates.f1))
    return f"{label[:LABEL]:<{LABEL}}{rates.gold:>6}{rates.predicted:>7}{figures}"


def _speakers(whole: Score) -> list[str]:
    rows = [("any word right", whole.loose, whole.speakers), ("half the words or more", whole.strict, whole.speakers)]
    if whole.named:
        rows += [(f"name {naming}", count, whole.named) for naming, count in whole.names.items()]
    head = f"{'speakers of the found':<{LABEL}}{'of':>6}{'n':>7}{'%':>8}"
    return [head, *(f"{label:<{LABEL}}{of:>6}{n:>7}{100 * n / of if of else 0:>8.1f}" for label, n, of in rows)]


def _calibration(articles: Sequence[Judged]) -> list[str]:
    held = calibration(articles)
    lines = []
    for title, rows in (("confidence", held.each), ("by tenth", held.tenths), ("by rule", held.rules)):
        head = f"{title:<{LABEL}}{'said':>6}{'given':>7}{'right':>7}{'%':>7}   95 %"
        lines += ["", head, *map(_held_row, rows)]
    return [*lines, "", "! what was said lies outside the 95 % interval"]


def _held_row(row: Held) -> str:
    low, high = row.interval
    figures = f"{100 * row.stated:>6.0f}{row.given:>7}{row.right:>7}{100 * row.share:>7.1f}"
    return f"{row.label[:LABEL]:<{LABEL}}{figures}  {100 * low:.0f}–{100 * high:.0f}{'' if row.holds else ' !'}"


def _remark(remark: Remark) -> list[str]:
    title = "missed" if remark.missed else f"spurious, by {remark.rule or 'an unnamed rule'}"
    return [
        f"{title}: {remark.identifier}",
        *textwrap.wrap(remark.words, WIDTH, initial_indent="  ", subsequent_indent="  "),
    ]


def _score(one: Score) -> dict[str, Any]:
    return {
        "content": _figures(one.content),
        "exact": _figures(one.exact),
        **{kind.value: _figures(rates) for kind, rates in one.kinds.items()},
        "speakers": {"of": one.speakers, "loose": one.loose, "strict": one.strict},
        "names": {"of": one.named, **{naming.name.lower(): count for naming, count in one.names.items()}},
    }


def _figures(rates: Rates) -> dict[str, Any]:
    return {
        "gold": rates.gold,
        "predicted": rates.predicted,
        "precision": round(rates.precision, 4),
        "recall": round(rates.recall, 4),
        "f1": round(rates.f1, 4),
    }


def _held(rows: Iterable[Held]) -> list[dict[str, Any]]:
    return [
        {
            "label": row.label,
            "stated": round(row.stated, 4),
            "given": row.given,
            "right": row.right,
            "share": round(row.share, 4),
            "interval": [round(end, 4) for end in row.interval],
            "holds": row.holds,
        }
        for row in rows
    ]
