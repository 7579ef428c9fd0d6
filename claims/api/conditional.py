"""ETags: what was read before is not sent again, and what changed meanwhile is not overwritten (RFC 9110, 13)."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.http import parse_etags
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.problems import HeaderInvalid, PreconditionFailed, PreconditionRequired
from claims.api.rendering import rendered

WEAK = "A weak ETag (W/) names no one state of a record, and a proxy may have made it so. Send one without W/."


def etag_of(data: Any) -> str:
    """The strong ETag of a representation: two of the same bytes have the same."""
    return f'"{hashlib.sha256(rendered(data)).hexdigest()[:32]}"'


def or_not_modified(request: Request, response: Response) -> HttpResponse:
    """The answer with its ETag, or 304 without a body where If-None-Match names it."""
    etag = etag_of(response.data)
    known = [tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))]
    answer = HttpResponse(status=304) if etag in known or "*" in known else response
    answer["ETag"] = etag
    # Kept by the one who asked only, and used again only after asking whether it still holds.
    answer["Cache-Control"] = "private, no-cache"
    return answer


def require_match(request: Request, representation: Callable[[], Any], *, required: bool) -> None:
    """Raise PreconditionFailed unless If-Match names the representation, PreconditionRequired where it must be sent.

    Raises HeaderInvalid for what is no ETag: reading the record again would not help.
    """
    given = request.headers.get("If-Match")
    if given is None:
        if required:
            raise PreconditionRequired
        return
    tags = parse_etags(given)
    if not tags:
        raise HeaderInvalid({"If-Match": "Send the ETag as it came, in quotation marks, or *."})
    if "*" in tags or etag_of(representation()) in tags:
        return
    # A proxy that compresses marks ETags so; by RFC 9110 they match nothing here.
    raise PreconditionFailed(WEAK if all(tag.startswith("W/") for tag in tags) else None)
