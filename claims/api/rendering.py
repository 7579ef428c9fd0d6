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
from rest_framework.request import Request

from claims.formats import plain_json

# What a request may have beside the longest text that is captured, in bytes.
ROOM_BESIDE_TEXT = 100_000
# A request needs a few. Whatever reads the body after the parser recurses, and gives up a few hundred levels down.
MOST_LEVELS = 50


class TooLarge(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "The request is longer than what is captured."
    default_code = "too_large"


class Packed(APIException):
    """The body is in a coding, such as gzip. Unpacked it could be longer than anything that was counted."""

    status_code = status.HTTP_415_UNSUPPORTED_MEDIA_TYPE
    default_code = "unsupported_coding"
    place = "header"

    def __init__(self, coding: str) -> None:
        super().__init__({"Content-Encoding": f"A body is not read from “{coding}”: send it as it is."})


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
        text = _decoded(_read(stream, most))
        try:
            read = orjson.loads(text)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"The body is not JSON: {error}") from error
        if _is_deep(read):
            raise ParseError(f"The body nests deeper than {MOST_LEVELS} levels.")
        _refuse_named_twice(text)
        return read


def find_body(request: Request) -> None:
    """Have a body read that comes in chunks: it tells no length, and REST framework takes that for no body.

    Raises Packed for a body in a coding, and ParseError where the server does not say that it joins the chunks.
    """
    if (coding := request.headers.get("Content-Encoding", "identity")).lower() != "identity":
        raise Packed(coding)
    if "Transfer-Encoding" not in request.headers:
        return
    asked: Any = request._request
    environ = getattr(asked, "environ", None)
    if environ is None:  # by ASGI, where Django has joined them
        request._stream = asked
    elif environ.get("wsgi.input_terminated"):
        request._stream = environ["wsgi.input"]
    else:
        raise ParseError("Send the body with a Content-Length: here none is read that comes in chunks.")


def _read(stream: IO[Any], most: int) -> bytes:
    try:
        raw: bytes = stream.read(most + 1)
    except OSError as error:  # the client went away, or sent what are no chunks
        raise ParseError("The body could not be read to its end.") from error
    if len(raw) > most:
        raise TooLarge
    return raw


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        told = f"byte 0x{raw[error.start]:02x} at {error.start}"
        raise ParseError(f"The body is not UTF-8: {told} does not belong there.") from error


def _refuse_named_twice(text: str) -> None:
    """Raise ParseError for two members of one name, of which orjson keeps the last."""
    try:
        plain_json.read(text)
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
