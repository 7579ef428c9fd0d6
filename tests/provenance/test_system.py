"""A role that could switch the protection off is warned of, and one that could not is not."""

import pytest
from django.conf import settings as project
from pytest_django import Settings

from provenance.checks.system import application_owns_nothing
from tests.database import only_with_two_roles


def warned() -> list[str | None]:
    return [message.id for message in application_owns_nothing(databases=["default"])]


@only_with_two_roles
@pytest.mark.django_db
def test_two_roles_are_as_it_should_be() -> None:
    assert warned() == []


@pytest.mark.django_db
def test_one_role_for_everything_is_warned_of(settings: Settings) -> None:
    owner = project.DATABASE_OWNER or project.DATABASE_APPLICATION
    settings.DATABASE_APPLICATION = {"USER": owner["USER"], "PASSWORD": ""}
    assert warned() == ["provenance.W001"]


def test_no_database_is_asked_unless_named() -> None:
    assert application_owns_nothing(databases=None) == []
