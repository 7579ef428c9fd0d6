"""How bodies come: in chunks, in another coding than is read, in another encoding than UTF-8."""

import gzip
from io import BytesIO
from typing import Any

import pytest
from django.core.handlers.asgi import ASGIRequest
from rest_framework.request import Request

from claims.api.rendering import JSONParser, find_body
from claims.models import Outlet
from tests import factories
from tests.api.conftest import ClientOf
from tests.api.test_problems import OUTLETS, problem

pytestmark = pytest.mark.django_db
BODY = b'{"name": "The Dunmere Wire"}'


def in_chunks(body: bytes, *, joined: bool = True) -> dict[str, Any]:
    """A request whose length is not told, from a server that joins its chunks, or says nothing of it."""
    return {
        "content_type": "application/json",
        "HTTP_TRANSFER_ENCODING": "chunked",
        "wsgi.input": BytesIO(body),
        "wsgi.input_terminated": joined,
    }


def test_a_body_in_chunks_is_read(client_of: ClientOf) -> None:
    checker, outlet = client_of("Checker"), factories.outlet(name="The Dunmere Post")
    made = checker.generic("POST", OUTLETS, **in_chunks(b'{"name": "The Saltwick Echo"}'))
    assert (made.status_code, made.json()["name"]) == (201, "The Saltwick Echo")
    changed = checker.generic("PATCH", f"{OUTLETS}{outlet.pk}/", HTTP_IF_MATCH="*", **in_chunks(BODY))
    assert (changed.status_code, changed.json()["name"]) == (200, "The Dunmere Wire")


def test_a_server_by_asgi_has_joined_them() -> None:
    headers = [(b"content-type", b"application/json"), (b"transfer-encoding", b"chunked")]
    asked = ASGIRequest({"type": "http", "method": "POST", "path": "/", "headers": headers}, BytesIO(BODY))
    request = Request(asked, parsers=[JSONParser()])
    find_body(request)
    assert request.data == {"name": "The Dunmere Wire"}


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (in_chunks(b'{"name": "The Dun'), "not JSON"),
        (in_chunks(b'{"nom": "x"}'), "no such field"),
        (in_chunks(BODY, joined=False), "Content-Length"),
    ],
    ids=["cut", "another field", "not joined"],
)
def test_what_is_wrong_with_it_is_told(client_of: ClientOf, sent: dict[str, Any], said: str) -> None:
    assert said in problem(client_of("Checker").generic("POST", OUTLETS, **sent), 400)["detail"]
    assert not Outlet.objects.exists()


class Broken(BytesIO):
    """What a server hands on whose client went away, or sent what are no chunks."""

    def read(self, size: int | None = -1) -> bytes:
        raise OSError("Invalid chunk size: b'zz'")


def test_a_body_that_breaks_off_is_no_crash(client_of: ClientOf) -> None:
    sent = {**in_chunks(BODY), "wsgi.input": Broken()}
    assert "could not be read" in problem(client_of("Checker").generic("POST", OUTLETS, **sent), 400)["detail"]


def test_it_is_bounded_too(client_of: ClientOf, settings: Any) -> None:
    settings.CLAIMS = {**settings.CLAIMS, "CAPTURE_MAX_BYTES": 1}
    problem(client_of("Checker").generic("POST", OUTLETS, **in_chunks(b" " * 200_000 + BODY)), 413)


def test_what_takes_no_body_passes_none_over_in_chunks(client_of: ClientOf) -> None:
    path = f"/api/v1/snapshots/{factories.captured().pk}/extract/"
    problem(client_of("Checker").generic("POST", path, **in_chunks(b'{"note": "So."}')), 400)


@pytest.mark.parametrize("coding", ["gzip", "br", "x-own"])
@pytest.mark.parametrize("body", [BODY, gzip.compress(BODY)], ids=["plain", "packed"])
def test_a_packed_body_is_not_unpacked(client_of: ClientOf, coding: str, body: Any) -> None:
    sent: Any = {"content_type": "application/json", "HTTP_CONTENT_ENCODING": coding}
    [error] = problem(client_of("Checker").generic("POST", OUTLETS, body, **sent), 415)["errors"]
    assert (error["header"], coding in error["detail"]) == ("Content-Encoding", True)


def test_no_coding_is_told_by_its_name_too(client_of: ClientOf) -> None:
    sent: Any = {"content_type": "application/json", "HTTP_CONTENT_ENCODING": "Identity"}
    assert client_of("Checker").generic("POST", OUTLETS, BODY.decode(), **sent).status_code == 201


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"name": "Café"}'.encode("latin-1"), "not UTF-8: byte 0xe9 at 13"),
        (BODY.decode().encode("utf-16"), "not UTF-8: byte 0xff at 0"),
        (gzip.compress(BODY), "not UTF-8: byte 0x8b at 1"),
    ],
    ids=["Latin-1", "UTF-16", "packed"],
)
def test_another_encoding_is_called_so(client_of: ClientOf, body: Any, said: str) -> None:
    sent: Any = {"content_type": "application/json; charset=utf-16"}  # JSON has no such parameter
    assert said in problem(client_of("Checker").generic("POST", OUTLETS, body, **sent), 400)["detail"]
