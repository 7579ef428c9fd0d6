"""Every refusal as a problem document (RFC 9457)."""

import math
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from drf_standardized_errors.handler import ExceptionHandler
from drf_standardized_errors.types import ExceptionHandlerContext
from rest_framework import exceptions, status
from rest_framework.fields import get_error_detail

from claims.api.rendering import rendered
from claims.operations.acting import Conflict
from claims.operations.conflicts import Why
from claims.operations.fetch import FetchError

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:claim-provenance:problem:"

# Where the code of a refusal asks for another answer than "400 Bad Request": it is not about the input.
STATUS_OF_CODE: dict[str, int] = {
    "key_reused": status.HTTP_422_UNPROCESSABLE_ENTITY,
    **dict.fromkeys(Why.values, status.HTTP_409_CONFLICT),
}


def no_such_choice(choices: Iterable[str]) -> str:
    """What is said of a value that is none of those that there are. It is not repeated: it may be long."""
    return f"There is no such choice. There are: {', '.join(choices)}."


class QueryInvalid(exceptions.ValidationError):
    """Something in the query of the URL is unknown or wrong."""

    place = "parameter"


class HeaderInvalid(exceptions.ValidationError):
    """A header of the request is malformed."""

    place = "header"


class PreconditionRequired(exceptions.APIException):
    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_detail = "Send If-Match with the ETag of the record as you read it."
    default_code = "precondition_required"


class PreconditionFailed(exceptions.APIException):
    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_detail = "The record is no longer as you read it. Read it again."
    default_code = "stale"


class Conflicting(exceptions.APIException):
    status_code = status.HTTP_409_CONFLICT
    default_code = "conflict"


class NotFetched(exceptions.APIException):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_code = "not_fetched"


class Handler(ExceptionHandler):
    """Turns what is raised anywhere under a view into its problem document."""

    titles: ClassVar[dict[str, str]] = {
        "invalid": "The request is not valid",
        "precondition_required": "A changing request names what it changes",
        "stale": "Somebody else was first",
        "conflict": "Not as the record stands",
        "not_fetched": "The page could not be captured",
        "key_reused": "The idempotency key belongs to another request",
    }

    def convert_known_exceptions(self, exc: Exception) -> Exception:
        match exc:
            case ValidationError():
                return _by_code(exceptions.ValidationError(get_error_detail(exc)))
            case exceptions.ValidationError():
                return _by_code(exc)
            case PermissionDenied():
                return exceptions.PermissionDenied(str(exc) or None)
            case Conflict():
                told = exceptions.ErrorDetail(str(exc), exc.code)
                return Conflicting({exc.field: [told]} if exc.field else [told])
            case FetchError():
                return NotFetched({"url": [exceptions.ErrorDetail(str(exc), "not_fetched")]})
        known: Exception = super().convert_known_exceptions(exc)
        return known

    def format_exception(self, exc: exceptions.APIException) -> dict[str, Any]:
        """The document. `errors` lists each fault with its place, where there is one; `detail` sums them up."""
        errors = list(_errors(exc.detail, getattr(exc, "place", "pointer"), ()))
        code = _kind(exc, errors)
        request = self.context["request"]
        document = {
            "type": TYPE + code.replace("_", "-") if code in self.titles else "about:blank",
            "title": self.titles.get(code) or HTTPStatus(exc.status_code).phrase,
            "status": exc.status_code,
            "detail": " ".join(dict.fromkeys(error["detail"] for error in errors)),
            "instance": request.path if request is not None else "",
        }
        return {**document, "errors": errors}

    def get_headers(self, exc: exceptions.APIException) -> dict[str, str]:
        headers = {}
        if challenge := getattr(exc, "auth_header", None):
            headers["WWW-Authenticate"] = challenge
        if wait := getattr(exc, "wait", None):
            headers["Retry-After"] = str(math.ceil(wait))
        return headers

    def get_response(self, exc: exceptions.APIException, data: dict[str, Any]) -> Any:
        # Rendered here, so that a view which answers in HTML or YAML also gives its refusals as JSON.
        return HttpResponse(
            rendered(data), status=exc.status_code, headers=self.get_headers(exc), content_type=MEDIA_TYPE
        )


def handler(exc: Exception, context: ExceptionHandlerContext) -> HttpResponse | None:
    """What REST_FRAMEWORK["EXCEPTION_HANDLER"] names."""
    response: HttpResponse | None = Handler(exc, context).run()
    return response


def _by_code(problem: exceptions.ValidationError) -> exceptions.APIException:
    """The same with the status of its codes; where one fault among several is of the input, that comes first: 400."""
    codes = [error["code"] for error in _errors(problem.detail, "pointer", ())]
    if "key_reused" in codes:
        problem = HeaderInvalid(problem.detail)
    statuses = {STATUS_OF_CODE.get(code, status.HTTP_400_BAD_REQUEST) for code in codes}
    problem.status_code = statuses.pop() if len(statuses) == 1 else status.HTTP_400_BAD_REQUEST
    return problem


def _kind(exc: exceptions.APIException, errors: list[dict[str, str]]) -> str:
    if exc.status_code == status.HTTP_409_CONFLICT:
        return "conflict"
    code = errors[0]["code"] if len(errors) == 1 else "invalid"
    if code in Handler.titles:
        return code
    return "invalid" if isinstance(exc, exceptions.ValidationError) else ""


def _errors(detail: Any, place: str, path: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Each fault of a nested detail; its place is a JSON pointer into the body, or a parameter's or header's name."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            own = () if name in ("__all__", "non_field_errors") else (str(name),)
            yield from _errors(inner, place, (*path, *own))
    elif isinstance(detail, list):
        for number, inner in enumerate(detail):
            nested = isinstance(inner, (dict, list))
            yield from _errors(inner, place, (*path, str(number)) if nested else path)
    else:
        error = {"detail": str(detail), "code": str(detail.code or "invalid")}
        if path:
            error[place] = _pointer(path) if place == "pointer" else path[0]
        yield error


def _pointer(path: tuple[str, ...]) -> str:
    return "#/" + "/".join(step.replace("~", "~0").replace("/", "~1") for step in path)
