"""Annotated articles and predictions from JSON Lines: what is taken over, and how a bad line is named."""

import json
from typing import Any

import pytest

from claims.formats.articles import BadLine
from claims.formats.gold import Annotated, Predicted, annotated_lines, predicted_lines
from claims.text.scoring import Attribution, Prediction
from claims.text.spans import Span

TEXT = "“Shut,” said Ann Roe."
ATTRIBUTION = {"source": [[13, 20]], "cue": [[8, 12]], "content": [[1, 5]], "speaker_name": "Ann Roe"}
STATEMENT = {"content": [[1, 5]], "speaker": [[13, 20]], "speaker_name": "Ann Roe", "rule": "that", "confidence": 0.9}


def gold(**changes: Any) -> bytes:
    row = {"id": "a", "published": "2026-03-12", "genre": "wire", "text": TEXT, "attributions": [ATTRIBUTION]}
    return json.dumps({**row, **changes}).encode()


def predicted(**changes: Any) -> bytes:
    return json.dumps({"id": "a", "statements": [STATEMENT], **changes}).encode()


def annotated(line: bytes) -> Annotated | BadLine:
    [(_, row)] = annotated_lines([line])
    return row


def predictions(line: bytes) -> Predicted | BadLine:
    [(_, row)] = predicted_lines([line], {"a": TEXT})
    return row


def test_an_annotated_article() -> None:
    row = annotated(gold())
    assert isinstance(row, Annotated)
    assert (row.article.identifier, row.article.text, row.article.language, row.genre) == ("a", TEXT, "", "wire")
    assert row.attributions == (Attribution((Span(1, 5),), (Span(13, 20),), "Ann Roe"),)


@pytest.mark.parametrize(
    ("changes", "attribution"),
    [
        ({"source": []}, Attribution((Span(1, 5),), (), "Ann Roe")),
        ({"source": None, "speaker_name": None}, Attribution((Span(1, 5),))),
        ({"optional": True}, Attribution((Span(1, 5),), (Span(13, 20),), "Ann Roe", True)),
        ({"content": []}, Attribution((), (Span(13, 20),), "Ann Roe")),
    ],
)
def test_what_an_attribution_may_lack(changes: dict[str, Any], attribution: Attribution) -> None:
    row = annotated(gold(attributions=[{**ATTRIBUTION, **changes}]))
    assert isinstance(row, Annotated)
    assert row.attributions == (attribution,)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (gold(text=None), "text: is missing"),
        (gold(published="12 March"), "published: "),
        (gold(genre=3), "genre: is a number, not a string"),
        (json.dumps({"id": "a", "text": TEXT}).encode(), "attributions: is missing"),
        (gold(attributions={}), "attributions: is an object, not a list"),
        (gold(attributions=["x"]), "attributions[0]: is a string, not an object"),
        (gold(attributions=[ATTRIBUTION, {}]), "attributions[1].content: is not a list of [start, end]"),
        (gold(attributions=[{"content": [1, 5]}]), "attributions[0].content: is not a list of [start, end]"),
        (gold(attributions=[{"content": [[1, 5.0]]}]), "attributions[0].content: is not a list of [start, end]"),
        (
            gold(attributions=[{**ATTRIBUTION, "source": [[13, 22]]}]),
            "attributions[0].source: [13, 22] is no span of a text of 21 code points",
        ),
        (
            gold(attributions=[{"content": [[5, 5]]}]),
            "attributions[0].content: [5, 5] is no span of a text of 21 code points",
        ),
        (
            gold(attributions=[{**ATTRIBUTION, "optional": 1}]),
            "attributions[0].optional: is a number, not true or false",
        ),
        (
            gold(attributions=[{**ATTRIBUTION, "speaker_name": 1}]),
            "attributions[0].speaker_name: is a number, not a string",
        ),
    ],
)
def test_what_is_wrong_with_an_annotated_article(line: bytes, reason: str) -> None:
    row = annotated(line)
    assert isinstance(row, BadLine)
    assert row.reason.startswith(reason)


def test_predictions() -> None:
    assert predictions(predicted()) == Predicted(
        "a", (Prediction((Span(1, 5),), (Span(13, 20),), "Ann Roe", "that", 0.9),)
    )
    assert predictions(predicted(statements=[{"content": [[1, 5]]}])) == Predicted("a", (Prediction((Span(1, 5),)),))
    assert predictions(predicted(id="another", statements=[{"content": [[1, 900]]}])) == Predicted("another", None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (predicted(id=None), "id: is missing"),
        (b'{"id": "a"}', "statements: is missing"),
        (predicted(statements=[{"content": [[1, 90]]}]), "statements[0].content: [1, 90] is no span"),
        (predicted(statements=[{**STATEMENT, "confidence": 2}]), "statements[0].confidence: is not a number from 0"),
        (predicted(statements=[{**STATEMENT, "confidence": True}]), "statements[0].confidence: is not a number from 0"),
        (predicted(statements=[{**STATEMENT, "confidence": "1"}]), "statements[0].confidence: is not a number from 0"),
        (predicted(statements=[{**STATEMENT, "rule": []}]), "statements[0].rule: is a list, not a string"),
    ],
)
def test_what_is_wrong_with_predictions(line: bytes, reason: str) -> None:
    row = predictions(line)
    assert isinstance(row, BadLine)
    assert row.reason.startswith(reason)


def test_lines_are_counted_and_blank_ones_passed_over() -> None:
    rows = list(annotated_lines([b"\n", gold(), b"{", gold(id="b")]))
    assert [number for number, _ in rows] == [2, 3, 4]
    assert [isinstance(row, BadLine) for _, row in rows] == [False, True, False]
