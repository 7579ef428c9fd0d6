"""The OpenAPI document and its page."""

from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator

from claims.operations.conflicts import Why

generator: Any = SchemaGenerator
document: dict[str, Any] = generator().get_schema(request=None, public=True)
SCHEMAS = document["components"]["schemas"]
OPERATIONS = [
    (method, path, operation) for path, item in document["paths"].items() for method, operation in item.items()
]
# A token's secret is not kept for a key, and a question may be asked again.
UNKEPT = ("/api/v1/tokens/", "/api/v1/trace/", "/api/v1/check-text/")


def test_it_is_valid() -> None:
    validate: Any = validate_schema
    validate(document)
    assert document["openapi"].startswith("3.1")


def test_every_field_is_described() -> None:
    silent = [
        f"{name}.{field}"
        for name, schema in SCHEMAS.items()
        for field, told in schema.get("properties", {}).items()
        if not told.get("description")
    ]
    assert not silent


def test_every_operation_and_parameter_is_described() -> None:
    silent = [f"{method} {path}" for method, path, operation in OPERATIONS if not operation.get("description")]
    silent += [
        f"{method} {path} {parameter['name']}"
        for method, path, operation in OPERATIONS
        for parameter in operation.get("parameters", ())
        if not parameter.get("description")
    ]
    assert not silent


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("get", {"200", "304"}),
        ("post", {"415", "413"}),
        ("patch", {"200", "404", "409", "412", "415", "428"}),
        ("delete", {"204", "404"}),
    ],
)
def test_every_operation_tells_its_refusals(method: str, expected: set[str]) -> None:
    always = {"400", "401", "403", "406", "429"}
    for verb, path, operation in OPERATIONS:
        if verb == method and "/tokens/" not in path:
            assert always | expected <= set(operation["responses"]), f"{verb} {path}"
        for status, answer in operation["responses"].items():
            if status >= "400":
                assert list(answer["content"]) == ["application/problem+json"]


@pytest.mark.parametrize(
    ("method", "header"), [("get", "If-None-Match"), ("patch", "If-Match"), ("post", "Idempotency-Key")]
)
def test_every_operation_tells_its_headers(method: str, header: str) -> None:
    for verb, path, operation in OPERATIONS:
        if verb == method and path not in UNKEPT:
            assert header in {parameter["name"] for parameter in operation["parameters"]}, f"{verb} {path}"


@pytest.mark.parametrize(
    ("method", "path", "status", "header", "is_told"),
    [
        ("get", "/api/v1/claims/{id}/", "200", "ETag", True),
        ("get", "/api/v1/claims/{id}/", "304", "ETag", True),
        ("post", "/api/v1/claims/", "201", "Location", True),
        ("post", "/api/v1/claims/{id}/publish/", "201", "Location", True),
        ("post", "/api/v1/verifications/{id}/approve/", "201", "Location", True),
        ("post", "/api/v1/quotations/{id}/accept/", "200", "ETag", True),
        ("post", "/api/v1/snapshots/{id}/extract/", "200", "ETag", False),
        ("post", "/api/v1/trace/", "200", "ETag", False),
    ],
)
def test_answers_tell_the_headers_that_they_have(
    method: str, path: str, status: str, header: str, is_told: bool
) -> None:
    answer = document["paths"][path][method]["responses"][status]
    assert (header in answer.get("headers", {})) is is_told


def test_every_rule_of_a_conflict_is_told() -> None:
    told = SCHEMAS["Fault"]["properties"]["code"]["description"]
    assert [code for code in Why.values if f"`{code}`" not in told] == []


def test_bodies_have_no_other_fields() -> None:
    assert all(SCHEMAS[name]["additionalProperties"] is False for name in SCHEMAS if name.endswith("Request"))


@pytest.mark.parametrize("name", ["Source", "SourceRequest", "PatchedSourceRequest"])
@pytest.mark.parametrize(
    ("url", "fits"), [("", True), ("https://gazette.example/1", True), ("https://gazette.example/" + "x" * 2000, False)]
)
def test_a_url_may_be_empty_where_formats_are_notes(name: str, url: str, fits: bool) -> None:
    assert Draft202012Validator(SCHEMAS[name]["properties"]["url"]).is_valid(url) is fits


@pytest.mark.parametrize("name", ["Claim", "Speaker", "ClaimPageRequest", "PatchedSpeakerRequest"])
@pytest.mark.parametrize(
    ("slug", "fits"),
    [
        ("safe-2_b", True),
        ("точность", True),
        ("真偽", True),
        ("a b", False),
        ("a/b", False),
        ("a[b", False),
        ("", False),
    ],
)
def test_a_short_name_may_be_of_any_script(name: str, slug: str, fits: bool) -> None:
    told = SCHEMAS[name]["properties"]["slug"]
    assert r"\w" not in told["pattern"]  # of ASCII alone, as ECMAScript has it
    assert Draft202012Validator(told).is_valid(slug) is fits
