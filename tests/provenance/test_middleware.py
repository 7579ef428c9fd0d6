"""What the server gets from the application: the test client would strip some of it itself."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.http import StreamingHttpResponse
from django.test import RequestFactory

from provenance.middleware import head_without_body
from provenance.wsgi import application


def served(method: str, path: str) -> tuple[str, dict[str, str], bytes]:
    """The status, the headers and the body that a server passes on."""
    began: list[Any] = []
    environ = RequestFactory().generic(method, path, headers={"host": "localhost"}).environ

    def start(*told: Any) -> Callable[[bytes], object]:
        began.extend(told)
        return began.append

    answer = application({**environ, "wsgi.input": BytesIO()}, start)
    body = b"".join(answer)
    answer.close()
    return began[0], dict(began[1]), body


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health/", "/claims/", "/admin/login/", "/api/v1/", "/api/v1/claims/", "/nothing/"])
def test_an_answer_to_head_has_no_body(path: str) -> None:
    status, headers, body = served("GET", path)
    assert body
    told = served("HEAD", path)
    assert (told[0], told[2]) == (status, b"")
    assert told[1]["Content-Type"] == headers["Content-Type"]
    assert abs(int(told[1]["Content-Length"]) - len(body)) < 5  # a token against forgery is of the moment


def test_what_is_sent_in_parts_has_no_part() -> None:
    answer = head_without_body(lambda _: StreamingHttpResponse(iter([b"a", b"b"])))(RequestFactory().head("/"))
    assert b"".join(answer) == b""
