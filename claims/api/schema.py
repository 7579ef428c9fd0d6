"""The OpenAPI document: what each operation takes and every answer that it can give."""

from typing import Any, Final

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import build_bearer_security_scheme_object
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from claims.api.problems import MEDIA_TYPE
from claims.operations.conflicts import Why

HEADER: Final = "header"
# What drf-spectacular puts beside a format for a field that may be empty.
BLANK: Final = {"type": "string", "maxLength": 0}

# Of a short name that may be of any script: in Python \w has them all, in the patterns of OpenAPI those of ASCII alone.
ANY_SCRIPT: Final = {r"^[-\w]+$": r"^[^\x00-,./:-@\[-^`{-\x7f]+$"}

# Each code of a 409, as Markdown: one row a rule.
RULES = "\n".join(f"- `{code}`: {when}" for code, when in Why.choices)


class FaultSerializer(serializers.Serializer[Any]):
    """One thing that is wrong, and where."""

    detail = serializers.CharField(help_text="What is wrong, in words.")
    code = serializers.CharField(help_text=f"What is wrong, for programs. Of a 409 it is one of these:\n\n{RULES}")
    pointer = serializers.CharField(required=False, help_text="Where in the body, as JSON pointer: #/segments/0/start.")
    parameter = serializers.CharField(required=False, help_text="The parameter of the URL's query.")
    header = serializers.CharField(required=False, help_text="The header of the request.")


class ProblemSerializer(serializers.Serializer[Any]):
    """A refusal, as RFC 9457 has it."""

    type = serializers.CharField(help_text="A URI for the kind of problem; about:blank where the status says all.")
    title = serializers.CharField(help_text="The kind of problem in words.")
    status = serializers.IntegerField(help_text="The HTTP status.")
    detail = serializers.CharField(help_text="What is wrong with this request.")
    instance = serializers.CharField(help_text="The path that was asked for.")
    errors = FaultSerializer(  # type: ignore[assignment]  # a field named as an attribute of all serializers
        many=True, help_text="Each fault with its place."
    )


ETAG = OpenApiParameter(
    "ETag",
    OpenApiTypes.STR,
    HEADER,
    description="Names this representation: send it as If-None-Match to read anew, as If-Match to change.",
    response=[200, 201, 304],
)
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", OpenApiTypes.STR, HEADER, description="An ETag read before: 304 where it still holds."
)
IF_MATCH_REQUIRED = OpenApiParameter(
    "If-Match", OpenApiTypes.STR, HEADER, required=True, description="The ETag of the record as it was read."
)
IF_MATCH = OpenApiParameter(
    "If-Match", OpenApiTypes.STR, HEADER, description="The ETag of the record as it was read: 412 where it changed."
)
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "pattern": "^[!-~]{1,255}$"},
    HEADER,
    description="A word of the client's choice: the same request with it again is answered again, not done again.",
)
REPLAYED = OpenApiParameter(
    "Idempotent-Replayed",
    {"type": "string", "enum": ["true"]},
    HEADER,
    description="The answer is that of an earlier request with this Idempotency-Key.",
    response=[200, 201],
)
LOCATION = OpenApiParameter(
    "Location", OpenApiTypes.URI, HEADER, description="The address of the new record.", response=[201]
)
CHALLENGE = OpenApiParameter(
    "WWW-Authenticate", OpenApiTypes.STR, HEADER, description="How to say who you are.", response=[401]
)
RETRY_AFTER = OpenApiParameter(
    "Retry-After", OpenApiTypes.INT, HEADER, description="Seconds until the next request may come.", response=[429]
)

PROBLEMS = {
    400: "The body, the query or a header is not valid; `errors` says where and why.",
    401: "It is not known who asks.",
    403: "Who asks may not do this.",
    404: "There is no such record.",
    406: "There is no form of this that the client accepts.",
    409: "The request is valid, but does not fit the record as it stands; `code` says why.",
    412: "The record is no longer as it was read.",
    413: "The body is too long.",
    415: "The body is not application/json, or it is in a coding such as gzip.",
    422: "The Idempotency-Key belongs to another request, or the page could not be captured.",
    428: "If-Match is missing.",
    429: "Too many requests.",
}
ALWAYS = {400, 401, 403, 406, 429}


class Schema(AutoSchema):
    """An operation with its headers and problem answers, which follow from what kind of operation it is."""

    @property
    def _is_read(self) -> bool:
        return self.method == "GET"

    @property
    def _is_on_one(self) -> bool:
        return "{" in self.path

    @property
    def _changes_one(self) -> bool:
        return self.method in ("PATCH", "DELETE") and not self._is_of_tokens

    @property
    def _is_of_tokens(self) -> bool:
        return "/tokens/" in self.path

    @property
    def _only_asks(self) -> bool:
        """Whether a POST changes nothing, as a reading does."""
        return getattr(self.view, "only_asks", False)

    @property
    def _shows_record(self) -> bool:
        """Whether the answer is a reading, or a record as reading it would show it."""
        return self._is_read or getattr(self.view, "shows_record", True)

    @property
    def _obeys_key(self) -> bool:
        action = getattr(self.view, getattr(self.view, "action", None) or "", None)
        return self.method == "POST" and hasattr(action, "obeys_idempotency_key")

    def get_override_parameters(self) -> list[Any]:
        """The headers, of the request and of the answers."""
        headers = [CHALLENGE, RETRY_AFTER]
        if not self._is_of_tokens and self._shows_record and self.method != "DELETE":
            headers.append(ETAG)
        if self._is_read:
            headers.append(IF_NONE_MATCH)
            headers += [ETAG] * self._is_of_tokens
        elif self._changes_one:
            headers.append(IF_MATCH_REQUIRED)
        elif self._obeys_key:
            headers += [IDEMPOTENCY_KEY, REPLAYED, LOCATION]
            headers += [IF_MATCH] if self._is_on_one else []
        return [*super().get_override_parameters(), *headers]

    def _resolve_path_parameters(self, variables: Any) -> list[dict[str, Any]]:
        resolve: Any = super()._resolve_path_parameters
        named = "The first letters of the token." if self._is_of_tokens else "The number of the record."
        return [{**parameter, "description": named} for parameter in resolve(variables)]

    def problem_statuses(self) -> list[int]:
        """The statuses of the refusals that the operation can answer with."""
        found = set(ALWAYS)
        found |= {404} if self._is_on_one else set()
        found |= {412, 428} if self._changes_one else set()
        found |= {413, 415} if self.method in ("POST", "PATCH") else set()
        found |= {409} if self._changes_one or (self.method == "POST" and not self._only_asks) else set()
        found |= {422} if self._obeys_key else set()
        found |= {412} if self._obeys_key and self._is_on_one else set()
        return sorted(found)

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        if self._is_read:
            headers: Any = self._get_response_headers_for_code
            bodies["304"] = {"description": "It is still as If-None-Match names it.", "headers": headers("304")}
        answer: Any = self._get_response_for_code
        for status in self.problem_statuses():
            told = OpenApiResponse(ProblemSerializer, PROBLEMS[status])
            bodies[str(status)] = answer(told, str(status), [MEDIA_TYPE])
        for code, body in bodies.items():
            body["description"] = body["description"] or {"200": "Done.", "201": "It is made."}.get(code, "")
        return bodies


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # of its registration
    target_class = "claims.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return build_bearer_security_scheme_object(header_name="Authorization", token_prefix="Token")  # noqa: S106


class PasswordScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # of its registration
    target_class = "claims.api.authentication.PasswordAuthentication"
    name = "password"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "http", "scheme": "basic", "description": "User name and password, to get a token."}


def refuse_unknown_fields(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Say of every request's body that it has no other fields."""
    for name, schema in result["components"]["schemas"].items():
        if name.endswith("Request") and schema.get("type") == "object":
            schema["additionalProperties"] = False
    return result


def allow_blank_besides(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Say “a URI or nothing” by anyOf: where a format is only a note, as it is in OpenAPI 3.1, "" is both."""
    for schema in result["components"]["schemas"].values():
        for told in schema.get("properties", {}).values():
            if BLANK in told.get("oneOf", ()):
                told["anyOf"] = told.pop("oneOf")
    return result


def allow_any_script(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Say of short names what OpenAPI understands: of ASCII only letters, digits, hyphen and underscore."""
    for schema in result["components"]["schemas"].values():
        for told in schema.get("properties", {}).values():
            for one in (told, told.get("items", {})):
                if one.get("pattern") in ANY_SCRIPT:
                    one["pattern"] = ANY_SCRIPT[one["pattern"]]
    return result
