"""JSON in and out, by orjson: quick, and strict about what is not JSON or not text."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import IO, Any

import orjson
from django.conf import settings
from django.utils.functional import Promise
from rest_framework import status
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer

from claims.formats import plain_json

# What a request may have beside the longest text that is captured, in bytes.
ROOM_BESIDE_TEXT = 100_000
# A request needs a few. Whatever reads the body after the parser recurses, and gives up a few hundred levels down.
MOST_LEVELS = 50


class TooLarge(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "The request is longer than what is captured."
    default_code = "too_large"


def rendered(data: Any) -> bytes:
    """The JSON of serializer data; the same data gives the same bytes."""
    return orjson.dumps(data, default=_plain, option=orjson.OPT_UTC_Z)


def _plain(value: object) -> object:
    if isinstance(value, (Promise, Decimal, timedelta)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None  # JSON is UTF-8 by definition, RFC 8259

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        return b"" if data is None else rendered(data)


class JSONParser(BaseParser):
    """Refuses what orjson does, NaN, numbers without end and lone surrogates, what nests deeply, and a name twice."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        most = settings.CLAIMS["CAPTURE_MAX_BYTES"] + ROOM_BESIDE_TEXT
        raw = stream.read(most + 1)
        if len(raw) > most:
            raise TooLarge
        try:
            read = orjson.loads(raw)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"The body is not JSON: {error}") from error
        if _is_deep(read):
            raise ParseError(f"The body nests deeper than {MOST_LEVELS} levels.")
        _refuse_named_twice(raw)
        return read


def _refuse_named_twice(raw: bytes) -> None:
    """Raise ParseError for two members of one name, of which orjson keeps the last."""
    try:
        plain_json.read(raw.decode())
    except plain_json.NamedTwiceError as error:
        raise ParseError(f"The body is ambiguous: {error}.") from error


def _is_deep(value: object) -> bool:
    """Whether arrays and objects stand in one another more than MOST_LEVELS deep; looked at level by level."""
    level = [value]
    for _ in range(MOST_LEVELS):
        level = [inner for outer in level for inner in _members(outer)]
    return any(isinstance(inner, (dict, list)) for inner in level)


def _members(value: object) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
