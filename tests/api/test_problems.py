"""Refusals: each a problem document that names the place, whatever comes."""

import socket
from typing import Any

import pytest
from django.db import OperationalError
from psycopg.errors import DeadlockDetected

from claims.models import Claim
from claims.operations import record
from tests import factories
from tests.api.conftest import Client, ClientOf

pytestmark = pytest.mark.django_db
CLAIMS, OUTLETS, SNAPSHOTS = "/api/v1/claims/", "/api/v1/outlets/", "/api/v1/snapshots/"


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    document: dict[str, Any] = answer.json()
    assert set(document) == {"type", "title", "status", "detail", "instance", "errors"}
    assert document["status"] == status
    assert document["instance"] == answer.request["PATH_INFO"]
    assert document["errors"]
    return document


@pytest.mark.parametrize(
    ("role", "method", "path", "sent", "status"),
    [
        ("", "GET", CLAIMS, {}, 401),
        ("Reader", "POST", CLAIMS, {}, 403),
        ("Reader", "GET", f"{CLAIMS}1/", {}, 404),
        ("Reader", "GET", f"{CLAIMS}{'9' * 40}/", {}, 404),
        ("Reader", "GET", f"{CLAIMS}one/", {}, 404),
        ("Reader", "GET", "/api/v1/nothing/", {}, 404),
        ("", "POST", "/api/v1/claims", {}, 404),
        ("", "GET", "/api/v1/?depth=2", {}, 400),
        ("", "GET", "/api/v1/schema/?format=json", {}, 400),
        ("Checker", "PUT", f"{CLAIMS}1/", {}, 405),
        ("Checker", "OPTIONS", CLAIMS, {}, 405),
        ("Reader", "GET", CLAIMS, {"HTTP_ACCEPT": "text/csv"}, 406),
        ("Checker", "POST", CLAIMS, {"data": "a=b", "content_type": "application/x-www-form-urlencoded"}, 415),
        ("Checker", "POST", CLAIMS, {"data": "{", "content_type": "application/json"}, 400),
    ],
)
def test_every_refusal_is_a_problem(
    client_of: ClientOf, role: str, method: str, path: str, sent: dict[str, Any], status: int
) -> None:
    problem(client_of(role).generic(method, path, **sent), status)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [(CLAIMS, "GET, HEAD, POST"), ("/api/v1/", "GET, HEAD"), ("/api/v1/schema/", "GET, HEAD")],
)
def test_what_is_allowed_is_answered(client_of: ClientOf, path: str, allowed: str) -> None:
    client = client_of("Checker")
    refused = client.options(path)
    assert (refused.status_code, refused["Allow"]) == (405, allowed)
    assert client.head(path).status_code == 200
    assert client.get(path)["Allow"] == allowed


def test_who_are_you(client_of: ClientOf) -> None:
    assert client_of().get(CLAIMS)["WWW-Authenticate"] == "Token"
    assert client_of().post("/api/v1/tokens/")["WWW-Authenticate"].startswith("Basic ")


@pytest.mark.parametrize(
    ("path", "body", "faults"),
    [
        (OUTLETS, {}, {"#/name": "required"}),
        (OUTLETS, {"name": 5}, {"#/name": "invalid"}),
        (OUTLETS, {"name": "A", "domain": "https://a.org/"}, {"#/domain": "invalid"}),
        ("/api/v1/sources/", {"identifier": "a", "language": "??"}, {"#/language": "invalid"}),
        ("/api/v1/speakers/", {"name": "A", "wikidata_id": "7"}, {"#/wikidata_id": "invalid"}),
        (OUTLETS, {"name": "A", "id": 5}, {"#/id": "not_writable"}),
        (OUTLETS, {"name": "A", "nam/e": "B"}, {"#/nam~1e": "not_writable"}),
        (OUTLETS, [], {"#": "invalid"}),
        (CLAIMS, {"words": "It is safe", "topics": ["a", "b b"], "no_speaker": "unknown"}, {"#/topics/1": "invalid"}),
        (CLAIMS, {"words": "It is safe", "speaker": 99}, {"#/speaker": "does_not_exist"}),
        (CLAIMS, {"words": "It is safe", "no_speaker": "unknown", "speaker": ""}, {"#/speaker": "incorrect_type"}),
        ("/api/v1/sources/", {"identifier": "a", "outlet": ""}, {"#/outlet": "incorrect_type"}),
        (
            "/api/v1/links/",
            {"from_claim": "", "kind": "repeats"},
            {"#/from_claim": "incorrect_type", "#/to_claim": "required"},
        ),
        (
            "/api/v1/annotations/",
            {"body": "So?", "claim": "", "parent": ""},
            {"#/claim": "incorrect_type", "#/parent": "incorrect_type"},
        ),
        (CLAIMS, {"words": "It is safe", "no_speaker": "unknown", "date_edtf": "soon"}, {"#/date_edtf": "invalid"}),
        (CLAIMS, {"words": "x", "attribution_stage": "approved"}, {"#/attribution_stage": "not_writable"}),
        (
            "/api/v1/quotations/",
            {"snapshot": 1, "kind": "direct", "segments": [{"start": 0, "end": 1}, {"start": -1, "end": 2**40}]},
            {"#/snapshot": "does_not_exist", "#/segments/1/start": "min_value", "#/segments/1/end": "max_value"},
        ),
        (SNAPSHOTS, {}, {"#/text": "invalid"}),
        (SNAPSHOTS, {"text": "A text."}, {"#/identifier": "invalid"}),
        (SNAPSHOTS, {"text": "A text.", "identifier": "a", "published": "soon"}, {"#/published": "invalid"}),
        ("/api/v1/annotations/", {"body": "So?"}, {"#": "invalid"}),
    ],
)
def test_each_fault_has_its_place(client_of: ClientOf, path: str, body: Any, faults: dict[str, str]) -> None:
    errors = problem(client_of("Checker").post(path, body), 400)["errors"]
    assert {error.get("pointer", "#"): error["code"] for error in errors} == faults


@pytest.fixture
def to_act_on(db: None) -> dict[str, int]:
    """A record for each request that says all by its address."""
    return {
        "snapshots": factories.captured().pk,
        "appearances": factories.proposal().pk,
        "regroupings": factories.regrouping().pk,
    }


@pytest.mark.parametrize(
    "path", ["snapshots/{}/extract/", "appearances/{}/confirm/", "appearances/{}/decline/", "regroupings/{}/undo/"]
)
@pytest.mark.parametrize(
    ("sent", "faults"),
    [
        ({"data": {"note": "So."}}, {"#/note": "not_writable"}),
        ({"data": []}, {"#": "invalid"}),
        ({"data": "{", "content_type": "application/json"}, {"#": "parse_error"}),
        ({"data": {}}, None),
        ({}, None),
    ],
)
def test_what_takes_no_body_passes_none_over(
    client_of: ClientOf, to_act_on: dict[str, int], path: str, sent: dict[str, Any], faults: dict[str, str] | None
) -> None:
    answer = client_of("Checker").post("/api/v1/" + path.format(to_act_on[path.partition("/")[0]]), **sent)
    if faults is None:
        assert answer.status_code == 200
    else:
        assert {error.get("pointer", "#"): error["code"] for error in problem(answer, 400)["errors"]} == faults


@pytest.mark.parametrize(
    "body",
    [
        b'{"name": "a\\u0000b"}',
        b'{"name": "\\ud800"}',
        b'{"name": "\xff"}',
        b'{"name": NaN}',
        b'{"name": 1e999}',
        b'{"name": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"name": "a", "name": ',
        b"null",
        b'"name"',
        b"",
    ],
    ids=["NUL", "surrogate", "not UTF-8", "NaN", "infinite", "long number", "deep", "cut", "null", "string", "empty"],
)
def test_odd_bodies(client_of: ClientOf, body: Any) -> None:
    problem(client_of("Checker").generic("POST", OUTLETS, body, content_type="application/json"), 400)


@pytest.mark.parametrize(
    ("path", "body", "twice"),
    [
        (OUTLETS, b'{"name": "A", "country": "NL", "name": "B"}', "name"),
        (OUTLETS, b'{"name": "A", "na\\u006de": "B"}', "name"),
        ("/api/v1/quotations/", b'{"snapshot": 1, "segments": [{"start": 0, "end": 4, "end": 5}]}', "end"),
    ],
)
def test_a_name_twice_in_a_body(client_of: ClientOf, path: str, body: Any, twice: str) -> None:
    answer = client_of("Checker").generic("POST", path, body, content_type="application/json")
    assert f" {twice}: stands twice" in problem(answer, 400)["detail"]


@pytest.mark.parametrize("headers", [{}, {"HTTP_IDEMPOTENCY_KEY": "deep"}], ids=["no key", "key"])
@pytest.mark.parametrize(
    ("opens", "closes", "levels", "said"),
    [
        (b"[", b"]", 50, "dictionary"),
        (b"[", b"]", 51, "deeper than 50"),
        (b'{"name":', b"}", 253, "deeper than 50"),
        (b"[", b"]", 1000, "deeper than 50"),
    ],
)
def test_deep_bodies(
    client_of: ClientOf, headers: dict[str, Any], opens: bytes, closes: bytes, levels: int, said: str
) -> None:
    body: Any = opens * levels + (b"1" if opens != b"[" else b"") + closes * levels
    answer = client_of("Checker").generic("POST", OUTLETS, body, content_type="application/json", **headers)
    assert said in problem(answer, 400)["detail"]


@pytest.mark.parametrize("path", [f"{CLAIMS}?words=%00", f"{CLAIMS}?speaker=%00", f"{CLAIMS}?speaker={'9' * 40}"])
def test_odd_queries(client_of: ClientOf, path: str) -> None:
    problem(client_of("Reader").get(path), 400)


def test_a_body_beyond_bounds(client_of: ClientOf, settings: Any) -> None:
    settings.CLAIMS = {**settings.CLAIMS, "CAPTURE_MAX_BYTES": 1}
    problem(client_of("Checker").post(SNAPSHOTS, {"text": "x" * 200_000, "identifier": "long"}), 413)


def test_a_crash_tells_nothing_of_the_inside(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(**_: object) -> None:
        raise RuntimeError("password=hunter2")

    monkeypatch.setattr(record, "create", crash)
    client = client_of("Checker")
    client.raise_request_exception = False
    answer = client.post(OUTLETS, {"name": "A"})
    assert problem(answer, 500)["type"] == "about:blank"
    assert "hunter2" not in answer.content.decode()


def test_two_who_wait_for_each_other_are_no_crash(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(pk: int) -> None:
        raise OperationalError("deadlock detected") from DeadlockDetected()

    one, other = factories.claim(), factories.claim()
    monkeypatch.setattr(Claim._default_manager, "locked", wait)
    told = problem(client_of("Checker").post(f"{CLAIMS}{one.pk}/merge/", {"into": other.pk}), 409)
    assert (told["type"].endswith("conflict"), told["errors"][0]["code"]) == (True, "at_once")


@pytest.mark.parametrize(
    ("url", "address", "reason"),
    [
        ("http://metadata.example/latest/", "169.254.169.254", "not a public address"),
        ("http://router.example/", "10.0.0.1", "not a public address"),
        ("ftp://files.example/", "93.184.215.14", "Only http and https"),
    ],
)
def test_a_page_that_may_not_be_fetched(
    client_of: ClientOf, monkeypatch: pytest.MonkeyPatch, url: str, address: str, reason: str
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    told = problem(client_of("Checker").post(SNAPSHOTS, {"url": url}), 422)
    assert told["type"].endswith("not-fetched")
    [error] = told["errors"]
    assert (error["pointer"], reason in error["detail"]) == ("#/url", True)


def test_the_same_text_is_held_once(client_of: ClientOf) -> None:
    checker, body = client_of("Checker"), {"text": " The bridge opens.\n", "identifier": "bridge", "outlet": "Gazette"}
    first, second = checker.post(SNAPSHOTS, body), checker.post(SNAPSHOTS, body)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert first.json()["text"] == body["text"]  # to the letter, spaces at its ends included


def test_what_a_judgement_rests_on_cannot_be_withdrawn(client_of: ClientOf) -> None:
    judgement = factories.judged(factories.claim())
    cited = judgement.evidence.get()
    checker: Client = client_of("Checker")
    told = problem(checker.delete(f"/api/v1/evidence/{cited.pk}/", HTTP_IF_MATCH="*"), 409)
    assert (told["type"].endswith("conflict"), told["errors"][0]["code"]) == (True, "protected")
    free = factories.evidence(judgement.claim)
    assert checker.delete(f"/api/v1/evidence/{free.pk}/", HTTP_IF_MATCH="*").status_code == 204
