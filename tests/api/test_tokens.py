"""Tokens, sessions and throttles."""

import base64
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone
from knox.models import AuthToken
from rest_framework.throttling import SimpleRateThrottle

from claims.operations.tokens import issue_token
from tests import factories
from tests.api.conftest import Client, ClientOf

pytestmark = pytest.mark.django_db
TOKENS, CLAIMS = "/api/v1/tokens/", "/api/v1/claims/"


def basic(username: str, password: str) -> dict[str, Any]:
    return {"HTTP_AUTHORIZATION": "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode()}


def token(secret: str) -> dict[str, Any]:
    return {"HTTP_AUTHORIZATION": f"Token {secret}"}


@pytest.fixture
def carla() -> Any:
    user = factories.user("Checker", "carla")
    user.set_password("horse battery")
    user.save()
    return user


def test_a_token_by_password(carla: Any) -> None:
    client = Client()
    answer = client.post(TOKENS, **basic("carla", "horse battery"))
    assert (answer.status_code, answer["Cache-Control"]) == (201, "no-store")
    made = answer.json()
    assert client.get(CLAIMS, **token(made["token"])).status_code == 200
    assert made["token"] not in str(list(AuthToken.objects.values()))  # only its hash is held
    [listed] = client.get(TOKENS, **token(made["token"])).json()
    assert listed == {name: made[name] for name in ("key", "created", "expiry")}

    assert client.delete(f"{TOKENS}{made['key']}/", **token(made["token"])).status_code == 204
    assert client.get(CLAIMS, **token(made["token"])).status_code == 401


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"data": {"days": 300}}, 400),
        ({"data": "days=300", "content_type": "application/x-www-form-urlencoded"}, 415),
        ({"data": {}}, 201),
    ],
)
def test_a_token_is_as_all_are(carla: Any, sent: dict[str, Any], status: int) -> None:
    assert Client().post(TOKENS, **sent, **basic("carla", "horse battery")).status_code == status


def test_a_token_expires(carla: Any) -> None:
    secret = issue_token(actor=carla).secret
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        assert Client().get(CLAIMS, **token(secret)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert Client().get(CLAIMS, **token(secret)).status_code == 401


def test_a_token_makes_no_token(carla: Any) -> None:
    assert Client().post(TOKENS, **token(issue_token(actor=carla).secret)).status_code == 401


def test_anothers_token_is_not_found(client_of: ClientOf, carla: Any) -> None:
    key = issue_token(actor=carla).record.token_key
    assert client_of("Administrator").delete(f"{TOKENS}{key}/").status_code == 404


@pytest.mark.parametrize("key", ["%00", "nothing"])
def test_a_token_that_nobody_has_is_not_found(client_of: ClientOf, key: str) -> None:
    assert client_of("Checker").delete(f"{TOKENS}{key}/").status_code == 404


def test_tokens_are_bounded(carla: Any) -> None:
    for _ in range(10):
        issue_token(actor=carla)
    answer = Client().post(TOKENS, **basic("carla", "horse battery"))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (409, "too_many_tokens")


@pytest.mark.parametrize(
    "header",
    [
        "Token",
        "Token x",
        "Token a b",
        "Token " + "a" * 64,
        "Token " + "a" * 5000,
        "Token \x00",
        "Token ÿþ",
        "Bearer abc",
        "Basic !",
    ],
)
def test_what_is_no_token(header: str) -> None:
    assert Client().get(CLAIMS, HTTP_AUTHORIZATION=header).status_code == 401


@pytest.mark.parametrize(("username", "password"), [("carla", "wrong"), ("nobody", "x"), ("a\x00b", "x"), ("é", "ü")])
def test_a_wrong_password(carla: Any, username: str, password: str) -> None:
    assert Client().post(TOKENS, **basic(username, password)).status_code == 401


def test_somebody_without_a_role_gets_no_token() -> None:
    user = factories.user("", "guest")
    user.set_password("horse battery")
    user.save()
    assert Client().post(TOKENS, **basic("guest", "horse battery")).status_code == 403


def test_a_session_needs_its_csrf_token(carla: Any) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert browser.login(username="carla", password="horse battery")
    assert browser.get(CLAIMS).status_code == 200
    assert browser.post("/api/v1/outlets/", {"name": "A"}).status_code == 403
    browser.get("/admin/login/?next=/")
    browser.get("/admin/password_change/")
    csrf = browser.cookies["csrftoken"].value
    assert browser.post("/api/v1/outlets/", {"name": "A"}, HTTP_X_CSRFTOKEN=csrf).status_code == 201


@pytest.fixture
def rates(monkeypatch: pytest.MonkeyPatch) -> Any:
    cache.clear()
    yield lambda **given: monkeypatch.setattr(
        SimpleRateThrottle,
        "THROTTLE_RATES",
        {"anonymous": None, "user": None, "capture-url": None, "login": None, **given},
    )
    cache.clear()


def statuses(answers: list[Any]) -> list[int]:
    return [answer.status_code for answer in answers]


def test_throttle_of_the_anonymous(rates: Any) -> None:
    rates(anonymous="2/minute")
    answers = [Client().get("/api/v1/") for _ in range(3)]
    assert statuses(answers) == [200, 200, 429]
    assert 1 <= int(answers[2]["Retry-After"]) <= 60
    assert answers[2]["Content-Type"] == "application/problem+json"
    # Another address that a client makes up does not help.
    assert Client().get("/api/v1/", HTTP_X_FORWARDED_FOR="203.0.113.7").status_code == 429


def test_throttle_of_a_person(rates: Any, client_of: ClientOf) -> None:
    rates(user="2/minute")
    assert statuses([client_of("Reader").get(CLAIMS) for _ in range(3)]) == [200, 200, 429]
    assert client_of("Checker").get(CLAIMS).status_code == 200


def test_throttle_of_captured_urls(rates: Any, client_of: ClientOf) -> None:
    rates(**{"capture-url": "1/minute"})
    checker, body = client_of("Checker"), {"url": "http://127.0.0.1/"}
    assert statuses([checker.post("/api/v1/snapshots/", body) for _ in range(2)]) == [422, 429]
    assert checker.post("/api/v1/snapshots/", {"text": "A text.", "identifier": "a"}).status_code == 201


def test_throttle_of_passwords(rates: Any, carla: Any) -> None:
    rates(login="2/minute")
    wrong = [Client().post(TOKENS, **basic("carla", "wrong")) for _ in range(2)]
    right = Client().post(TOKENS, **basic("carla", "horse battery"))
    assert statuses([*wrong, right]) == [401, 401, 429]
