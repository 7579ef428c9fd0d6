"""A creating request that is sent again, because its answer got lost, is answered again and not done again."""

import functools
import hashlib
import re
from collections.abc import Callable
from typing import Any

import orjson
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.problems import HeaderInvalid
from claims.api.rendering import rendered
from claims.operations.once import Answer, once

KEY = re.compile(r"[\x21-\x7e]{1,255}")
KEPT_HEADERS = ("ETag", "Location")

View = Callable[..., Response]


def idempotent(view: View) -> View:
    """Have a POST obey the header Idempotency-Key.

    The same key with the same request gets the first answer again, marked `Idempotent-Replayed: true`; with
    another request it is refused (422). A refused request leaves no trace, and its key may be used again.
    """

    @functools.wraps(view)
    def answered_once(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get("Idempotency-Key")
        if key is None:
            return view(self, request, *args, **kwargs)
        if not KEY.fullmatch(key):
            raise HeaderInvalid({"Idempotency-Key": "A key is 1 to 255 printable ASCII characters without spaces."})
        answer, is_repeated = once(
            actor=self.actor,
            key=key,
            request_digest=_digest(request),
            answer=lambda: _answer(view(self, request, *args, **kwargs)),
        )
        # The bytes of the first answer: a JSON column would not keep the order of their members.
        response = Response(orjson.Fragment(answer.body), status=answer.status, headers=answer.headers)
        if is_repeated:
            response["Idempotent-Replayed"] = "true"
        return response

    answered_once.obeys_idempotency_key = True  # type: ignore[attr-defined]  # the OpenAPI document asks
    return answered_once


def _digest(request: Request) -> str:
    body = orjson.dumps(request.data, option=orjson.OPT_SORT_KEYS)
    what = b"\n".join((str(request.method).encode(), request.get_full_path().encode(), body))
    return hashlib.sha256(what).hexdigest()


def _answer(response: Response) -> Answer:
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    return Answer(response.status_code, headers, rendered(response.data).decode())
