"""The application's role can use every table and change nothing about the record or the tables themselves."""

import pytest
from django.db import DatabaseError, connection, transaction

from provenance.database import as_owner
from provenance.roles import append_only_tables
from tests.database import only_with_two_roles

pytestmark = only_with_two_roles


def refused(statement: str) -> str:
    """PostgreSQL's reason for refusing the statement of the application's role; it must refuse."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    return str(caught.value)


@pytest.mark.django_db
def test_tests_and_processes_connect_as_the_application() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)


@pytest.mark.django_db
def test_every_append_only_table_refuses_changes() -> None:
    tables = append_only_tables()
    assert {"claims_snapshot", "claims_verification", "claims_claimevent"} <= tables
    for table in tables:
        assert "permission denied" in refused(f"DELETE FROM {table}")
        assert "permission denied" in refused(
            f"UPDATE {table} SET id = id" if "event" not in table else f"TRUNCATE {table}"
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE claims_snapshot DISABLE TRIGGER USER",
        "SET session_replication_role = replica",
        "TRUNCATE claims_claim CASCADE",
        "DROP TABLE claims_snapshot",
        "CREATE TEMPORARY TABLE claims_snapshot (id int)",
        "CREATE TABLE public.mine (id int)",
        "CREATE SCHEMA mine",
        "SET ROLE postgres",
    ],
)
def test_the_application_can_not_step_around_the_triggers(statement: str) -> None:
    assert "denied" in refused(statement) or "must be owner" in refused(statement)


@pytest.mark.django_db(transaction=True)
def test_roles_nest_and_swap_back() -> None:
    def user() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            return str(cursor.fetchone()[0])

    application = user()
    with as_owner():
        owner = user()
        with as_owner():
            assert user() == owner
        assert user() == owner
    assert user() == application != owner


@pytest.mark.django_db
def test_a_change_of_role_inside_a_transaction_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="transaction"), as_owner():
        pass
