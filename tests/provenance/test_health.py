import pytest
from django.db import OperationalError
from django.test import Client

from provenance import health


@pytest.mark.django_db
def test_all_is_well(client: Client) -> None:
    response = client.get("/health/")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}
    assert "no-store" in response["Cache-Control"]


def test_an_unreachable_database_is_a_problem_without_details(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> list[str]:
        raise OperationalError("connection to server at secret-host failed")

    monkeypatch.setattr(health, "unapplied_migrations", refuse)
    response = client.get("/health/")
    assert response.status_code == 503
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 503
    assert "secret-host" not in response.content.decode()


def test_missing_migrations_are_a_problem(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "unapplied_migrations", lambda: ["claims.0002_next"])
    response = client.get("/health/")
    assert response.status_code == 503
    assert "claims.0002_next" in response.json()["detail"]


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/health/").status_code == 405
