"""Who had which role when is written down like everything else."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

pytestmark = pytest.mark.django_db
PersonEvent = apps.get_model("provenance", "PersonEvent")
MembershipEvent = apps.get_model("provenance", "MembershipEvent")


def events(user: User) -> list[tuple[str, str]]:
    person = [(event.pgh_label, "person") for event in PersonEvent.objects.filter(pgh_obj=user.pk)]
    roles = MembershipEvent.objects.filter(user=user.pk).order_by("pgh_id")
    return person + [(event.pgh_label, event.group.name) for event in roles]


def test_roles_given_and_taken() -> None:
    user = User.objects.create_user("ada")
    user.groups.add(Group.objects.get(name="Approver"))
    user.groups.clear()
    assert events(user) == [("insert", "person"), ("insert", "Approver"), ("delete", "Approver")]


def test_secrets_and_log_ins_are_left_out() -> None:
    user = User.objects.create_user("ada", password="first")
    user.set_password("second")
    user.last_login = timezone.now()
    user.save()
    assert events(user) == [("insert", "person")]
    columns = {field.name for field in PersonEvent._meta.fields}
    assert not columns & {"password", "last_login"}


def test_who_gave_the_role_in_the_admin(client: Client) -> None:
    root, user = User.objects.create_superuser("root"), User.objects.create_user("ada")
    client.force_login(root)
    data = {"username": "ada", "groups": [Group.objects.get(name="Checker").pk], "date_joined_0": "2024-09-13"}
    data |= {"date_joined_1": "10:00:00"}
    assert client.post(reverse("admin:auth_user_change", args=[user.pk]), data).status_code == 302
    (given,) = MembershipEvent.objects.filter(user=user.pk)
    assert given.pgh_context["user"] == root.pk


@pytest.mark.parametrize("table", ["provenance_personevent", "provenance_membershipevent"])
def test_the_events_stay(table: str) -> None:
    User.objects.create_user("ada").groups.add(Group.objects.get(name="Reader"))
    with pytest.raises(DatabaseError, match=r"never changed|permission denied"), transaction.atomic():
        connection.cursor().execute(f"DELETE FROM {table}")
