"""What a committing test leaves behind is cleared, and what the migrations made is put back."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection

STATES = "SELECT tgrelid, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_committed_rows_do_not_reach_the_next_test(time: str) -> None:
    assert not Group.objects.filter(name="left behind").exists()
    reader = Group.objects.get(name="Reader")
    assert Permission.objects.exists()
    Group.objects.create(name="left behind")
    reader.name = "renamed"
    reader.save()


@pytest.mark.django_db(transaction=True)
def test_the_triggers_stand_as_they_did() -> None:
    from tests.database import restore_migrated_rows

    with connection.cursor() as cursor:
        cursor.execute(STATES)
        before = cursor.fetchall()
    assert len(before) > 10
    restore_migrated_rows()
    with connection.cursor() as cursor:
        cursor.execute(STATES)
        assert cursor.fetchall() == before
