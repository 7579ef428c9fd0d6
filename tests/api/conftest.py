"""Clients of the API, and the throttles out of the way."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient
from rest_framework.throttling import SimpleRateThrottle

from tests import factories


class Client(APIClient):
    """Sends JSON unless told otherwise."""

    default_format = "json"


ClientOf = Callable[..., Client]


@pytest.fixture(autouse=True)
def _unthrottled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", dict.fromkeys(SimpleRateThrottle.THROTTLE_RATES))


@pytest.fixture
def client_of(db: None) -> ClientOf:
    """A client that is logged in as a user of the role; with an empty role it is nobody's."""

    def make(role: str = "", username: str = "") -> Client:
        client = Client()
        if role:
            client.force_authenticate(factories.user(role, username=username))
        return client

    return make
