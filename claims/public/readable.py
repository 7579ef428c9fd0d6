"""A publication's document as its page words it: dates in words, and a verdict on each of the two questions."""

from collections.abc import Iterable
from typing import Any

from claims.formats.dates import in_words
from claims.formats.feeds import QUESTIONS
from claims.formats.publications import quoted
from claims.models import Evidence, scales

LONGEST_TITLE = 100
# Evidence is for or against what was asked, not the verdict: what refutes it is the reason for “misattributed”.
FOR_OR_AGAINST = {"attribution": "that they said it", "accuracy": "that it is true"}


def readable(document: dict[str, Any]) -> dict[str, Any]:
    """The document with its dates in words and with `questions` in place of `verdicts`."""
    verdicts = {verdict["question"]: verdict for verdict in document["verdicts"]}
    return {
        **document,
        "quoted": quoted(document),
        "titled": quoted(document, LONGEST_TITLE),
        "said_on": in_words(document["said"]["edtf"]),
        "earliest": _dated(document["earliest"]),
        "appearances": _dated(document["appearances"]),
        "questions": [
            {"name": name, "asked": asked, "verdict": verdicts[name] and _verdict(verdicts[name])}
            if name in verdicts
            else {"name": name, "asked": asked, "verdict": None}
            for name, asked in QUESTIONS.items()
        ],
    }


def tones(document: dict[str, Any]) -> list[dict[str, str]]:
    """The verdicts as labels with the colour of each."""
    return [
        {
            "asked": QUESTIONS[verdict["question"]],
            "label": verdict["rating"]["label"],
            "tone": scales.tone(verdict["rating"]["value"]),
        }
        for verdict in document["verdicts"]
    ]


def _verdict(verdict: dict[str, Any]) -> dict[str, Any]:
    return {
        **verdict,
        "tone": scales.tone(verdict["rating"]["value"]),
        "approved": in_words(verdict["approved"]),
        "evidence": [
            {**piece, "stance": _stance(piece["stance"], verdict["question"])} for piece in _dated(verdict["evidence"])
        ],
    }


def _stance(stance: str, question: str) -> str:
    """What a piece of evidence does, with what it does it to: “refutes that they said it”."""
    return stance if stance == Evidence.Stance.CONTEXT else f"{stance} {FOR_OR_AGAINST[question]}"


def _dated(works: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [
        {**work, "published": in_words(work["published"]), "captured": in_words(work["captured"])} for work in works
    ]
