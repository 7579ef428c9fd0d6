"""A creating request that is sent twice is done once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from claims.models import IdempotencyKey, Outlet
from tests import factories
from tests.api.conftest import Client, ClientOf

URL = "/api/v1/outlets/"
BODY = {"name": "The Harbour Gazette"}


@pytest.mark.django_db
def test_the_same_request_gets_the_same_answer_and_one_row(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    first, second = (checker.post(URL, BODY, HTTP_IDEMPOTENCY_KEY="once") for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.content == first.content
    assert (second["ETag"], second["Location"]) == (first["ETag"], first["Location"])
    assert "Idempotent-Replayed" not in first
    assert second["Idempotent-Replayed"] == "true"
    assert Outlet.objects.filter(**BODY).count() == 1


@pytest.mark.django_db
def test_another_request_with_the_key_is_refused(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    checker.post(URL, BODY, HTTP_IDEMPOTENCY_KEY="once")
    other = checker.post(URL, {"name": "Another"}, HTTP_IDEMPOTENCY_KEY="once")
    assert other.status_code == 422
    assert other.json()["errors"] == [
        {
            "detail": "This key was used for another request; take a new one.",
            "code": "key_reused",
            "header": "Idempotency-Key",
        }
    ]


@pytest.mark.django_db
def test_a_key_is_its_users_own(client_of: ClientOf) -> None:
    assert client_of("Checker", "carla").post(URL, BODY, HTTP_IDEMPOTENCY_KEY="once").status_code == 201
    other = client_of("Checker", "carl").post(URL, {"name": "Another"}, HTTP_IDEMPOTENCY_KEY="once")
    assert other.status_code == 201


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "two words", "x" * 256, "naïve"], ids=["empty", "space", "long", "not ASCII"])
def test_a_malformed_key_is_refused(client_of: ClientOf, key: str) -> None:
    answer = client_of("Checker").post(URL, BODY, HTTP_IDEMPOTENCY_KEY=key)
    assert (answer.status_code, answer.json()["errors"][0]["header"]) == (400, "Idempotency-Key")


@pytest.mark.django_db
def test_a_refused_request_leaves_its_key_free(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    assert checker.post(URL, {"name": ""}, HTTP_IDEMPOTENCY_KEY="once").status_code == 400
    assert not IdempotencyKey.objects.exists()
    assert checker.post(URL, BODY, HTTP_IDEMPOTENCY_KEY="once").status_code == 201


@pytest.mark.django_db
def test_an_operation_is_done_once_too(client_of: ClientOf) -> None:
    checker, quotation = client_of("Checker"), factories.quotation()
    url = f"/api/v1/quotations/{quotation.pk}/accept/"
    first, second = (checker.post(url, {}, HTTP_IDEMPOTENCY_KEY="once") for _ in range(2))
    assert (second.status_code, second.content) == (200, first.content)  # without the key it is a conflict
    assert checker.post(url, {}).status_code == 409


@pytest.mark.django_db(transaction=True)
def test_twice_at_one_moment(client_of: ClientOf) -> None:
    client, start = client_of("Checker"), Barrier(2)

    def send(sender: Client) -> Any:
        try:
            start.wait(timeout=10)
            return sender.post(URL, BODY, HTTP_IDEMPOTENCY_KEY="once")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(send, [client, client]))
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].content == answers[1].content
    assert Outlet.objects.filter(**BODY).count() == 1
