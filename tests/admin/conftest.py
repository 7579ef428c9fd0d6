"""A browser's view of the admin without a browser: a client for each role."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import Position, Speaker
from claims.operations.record import create
from tests import factories

Desk = Callable[..., Client]


@pytest.fixture
def desk(db: None) -> Desk:
    """A client that is logged in as a person of a role, or as a given user."""

    def logged_in(role: str = "Checker", *, who: User | None = None) -> Client:
        person = who or factories.user(role)
        person.is_staff = True
        person.save(update_fields=["is_staff"])
        client = Client()
        client.force_login(person)
        return client

    return logged_in


@pytest.fixture
def other(db: None) -> User:
    """Who is quicker."""
    return factories.user("Checker", "another")


@pytest.fixture
def ada(other: User) -> Speaker:
    """A speaker with two rows on her page."""
    ada = factories.speaker()
    for title in ("mayor", "senator"):
        create(actor=other, record=Position(speaker=ada, title=title))
    return ada
