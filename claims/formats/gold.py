"""Annotated articles and predictions as JSON lines: what the engine is scored on.

An annotated article is an article's line with `attributions`, and perhaps its `genre`; predictions are what `extract`
prints. Spans are lists of [start, end], code points into the article's own text, half-open.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from claims.formats.articles import Article, BadLine, FormatError, decoded, from_row, row_of, string_of
from claims.formats.plain_json import kind_of
from claims.text.scoring import Attribution, Prediction
from claims.text.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and what its annotators found attributed in it."""

    article: Article
    genre: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Predicted:
    """What an engine found in the article of that id; None where no article of that id was asked for."""

    identifier: str
    predictions: tuple[Prediction, ...] | None


def annotated_lines(lines: Iterable[bytes]) -> Iterator[tuple[int, Annotated | BadLine]]:
    """Each line's number and its annotated article, or what is wrong with it; blank lines are passed over."""
    return _each(lines, _annotated)


def predicted_lines(lines: Iterable[bytes], texts: Mapping[str, str]) -> Iterator[tuple[int, Predicted | BadLine]]:
    """Each line's number and its predictions, which have to lie within the text that `texts` gives its id."""
    return _each(lines, lambda row: _predicted(row, texts))


def _each(lines: Iterable[bytes], read: Callable[[dict[str, Any]], T]) -> Iterator[tuple[int, T | BadLine]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, read(row_of(decoded(line)))
        except FormatError as error:
            yield number, BadLine(number, str(error))


def _annotated(row: dict[str, Any]) -> Annotated:
    article = from_row(row)
    return Annotated(
        article,
        _words(row, "genre", ""),
        tuple(_attribution(one, place, article.text) for place, one in _objects(row, "attributions")),
    )


def _attribution(row: dict[str, Any], place: str, text: str) -> Attribution:
    optional = row.get("optional", False)
    if not isinstance(optional, bool):
        raise FormatError(f"{place}optional: is {kind_of(optional)}, not true or false")
    return Attribution(
        content=_spans(row, "content", place, text, needed=True),
        source=_spans(row, "source", place, text),
        speaker_name=_words(row, "speaker_name", place),
        optional=optional,
    )


def _predicted(row: dict[str, Any], texts: Mapping[str, str]) -> Predicted:
    identifier = _words(row, "id", "")
    if not identifier:
        raise FormatError("id: is missing")
    found = _objects(row, "statements")
    text = texts.get(identifier)
    if text is None:
        return Predicted(identifier, None)
    return Predicted(identifier, tuple(_prediction(one, place, text) for place, one in found))


def _prediction(row: dict[str, Any], place: str, text: str) -> Prediction:
    sure = row.get("confidence")
    if sure is not None and (isinstance(sure, bool) or not isinstance(sure, (int, float)) or not 0 <= sure <= 1):
        raise FormatError(f"{place}confidence: is not a number from 0 to 1")
    return Prediction(
        content=_spans(row, "content", place, text, needed=True),
        speaker=_spans(row, "speaker", place, text),
        speaker_name=_words(row, "speaker_name", place),
        rule=_words(row, "rule", place),
        confidence=sure,
    )


def _words(row: dict[str, Any], field: str, place: str) -> str:
    if row.get(field) is None:
        return ""
    try:
        return string_of(row, field)
    except FormatError as error:
        raise FormatError(f"{place}{error}") from error


def _objects(row: dict[str, Any], field: str) -> list[tuple[str, dict[str, Any]]]:
    """The objects of a list, each with the place that goes before the name of a field in it."""
    if field not in row:
        raise FormatError(f"{field}: is missing")
    rows = row[field]
    if not isinstance(rows, list):
        raise FormatError(f"{field}: is {kind_of(rows)}, not a list")
    for n, one in enumerate(rows):
        if not isinstance(one, dict):
            raise FormatError(f"{field}[{n}]: is {kind_of(one)}, not an object")
    return [(f"{field}[{n}].", one) for n, one in enumerate(rows)]


def _spans(row: dict[str, Any], field: str, place: str, text: str, *, needed: bool = False) -> tuple[Span, ...]:
    pairs = row.get(field)
    if pairs is None and not needed:
        return ()
    if not isinstance(pairs, list) or not all(map(_is_pair, pairs)):
        raise FormatError(f"{place}{field}: is not a list of [start, end]")
    for start, end in pairs:
        if not 0 <= start < end <= len(text):
            reason = f"[{start}, {end}] is no span of a text of {len(text)} code points"
            raise FormatError(f"{place}{field}: {reason}")
    return tuple(Span(start, end) for start, end in pairs)


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair)
