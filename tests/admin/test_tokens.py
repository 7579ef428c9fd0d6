"""API tokens in the admin: administrators end them, and nobody gets one for somebody else."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from claims.operations.tokens import issue_token, tokens
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db
LIST = "admin:knox_authtoken_changelist"


def test_an_administrator_sees_whose_they_are_and_ends_them(desk: Desk) -> None:
    owner = factories.user("Checker", "carla")
    leaked, kept = issue_token(actor=owner).record, issue_token(actor=owner).record
    client = desk("Administrator")
    html = client.get(reverse(LIST)).content.decode()
    assert "carla" in html
    assert "<h1>API tokens</h1>" in html
    assert "uth token" not in html
    assert leaked.token_key in html
    assert f">{leaked.digest}" not in html
    sent = {"action": "end_each", "_selected_action": [leaked.pk]}
    assert "1 ended." in client.post(reverse(LIST), sent, follow=True).content.decode()
    assert list(tokens(owner, timezone.now())) == [kept]


@pytest.mark.parametrize("page", ["add", "change"])
def test_nobody_makes_or_changes_a_token_of_somebody_else(desk: Desk, page: str) -> None:
    root = User.objects.create_superuser("root")
    token = issue_token(actor=root).record
    address = reverse(f"admin:knox_authtoken_{page}", args=[] if page == "add" else [token.pk])
    for client in (desk("Administrator"), desk(who=root)):
        assert client.post(address, {"user": root.pk, "post": "yes"}).status_code == 403
    assert list(tokens(root, timezone.now())) == [token]


def test_a_person_without_records_goes_with_their_tokens(desk: Desk) -> None:
    leaver = factories.user("Checker", "carla")
    issue_token(actor=leaver)
    address = reverse("admin:auth_user_delete", args=[leaver.pk])
    assert desk("Administrator").post(address, {"post": "yes"}).status_code == 302
    assert not User.objects.filter(pk=leaver.pk).exists()


def test_one_token_is_ended(desk: Desk) -> None:
    owner = factories.user("Checker", "carla")
    leaked, kept = issue_token(actor=owner).record, issue_token(actor=owner).record
    address = reverse("admin:knox_authtoken_delete", args=[leaked.pk])
    assert desk("Approver").post(address, {"post": "yes"}).status_code == 403
    assert desk("Administrator").post(address, {"post": "yes"}).status_code == 302
    assert list(tokens(owner, timezone.now())) == [kept]


@pytest.mark.parametrize("role", ["Reader", "Checker", "Approver"])
def test_it_is_the_administrators_page(desk: Desk, role: str) -> None:
    client = desk(role)
    assert client.get(reverse(LIST)).status_code == 403
    assert "authtoken" not in client.get(reverse("admin:index")).content.decode()
