"""The record itself is added to and never changed: not by the application, nor by its owner's mistake."""

import pytest
from django.db import connection

from provenance.database import as_owner
from provenance.roles import append_only_tables
from tests.database import TWO_ROLES, only_with_two_roles
from tests.models.records import NOT_ALLOWED, attempt, make_records


def _changes(table: str) -> list[str]:
    column = "pgh_id" if table.endswith("event") else "id"
    return [f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"]


def test_which_tables_are_append_only() -> None:
    tables = append_only_tables()
    assert {
        "claims_snapshot",
        "claims_verification",
        "claims_citation",
        "claims_anchoring",
        "claims_publication",
        "claims_claimevent",
    } <= tables
    assert {f"{table}event" for table in ("claims_snapshot", "claims_verification", "claims_citation")} <= tables


@pytest.mark.django_db
def test_the_application_changes_no_row_of_the_record() -> None:
    make_records()
    expected = NOT_ALLOWED if TWO_ROLES else "append_only"
    outcomes = {change: attempt(change) for table in append_only_tables() for change in _changes(table)}
    empty = {change for change in outcomes if not TWO_ROLES and not _has_rows(change)}
    assert {change: rule for change, rule in outcomes.items() if change not in empty and rule != expected} == {}


@pytest.mark.django_db(transaction=True)
def test_nor_does_the_owner_by_mistake() -> None:
    """The triggers refuse even the role that owns the tables, whatever it asks pgtrigger to ignore."""
    make_records()
    ignore = "SET pgtrigger.ignore = '{append_only,claims_snapshot:append_only,*}'"
    with as_owner():
        changes = [change for table in append_only_tables() for change in _changes(table) if _has_rows(change)]
        assert len(changes) > 3 * 10
        outcomes = {change: (attempt(change), attempt(ignore, change)) for change in changes}
    assert {c: rules for c, rules in outcomes.items() if rules != ("append_only", "append_only")} == {}


def _has_rows(change: str) -> bool:
    table = next(word for word in change.split() if word in append_only_tables())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")
        return bool(cursor.fetchone() == (True,))


@only_with_two_roles
@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE claims_snapshot DISABLE TRIGGER ALL",
        "ALTER TABLE claims_snapshot DISABLE TRIGGER USER",
        "SET session_replication_role = replica",
        "DROP TABLE claims_verification CASCADE",
        "ALTER TABLE claims_snapshot ALTER COLUMN text TYPE varchar(3) USING 'x'",
        "ALTER TABLE claims_snapshot DROP CONSTRAINT snapshot_text_once",
        "ALTER TABLE claims_snapshot OWNER TO CURRENT_USER",
        "GRANT UPDATE ON claims_snapshot TO CURRENT_USER",
        "CREATE TABLE claims_mine (id int)",
        "CREATE TEMP TABLE claims_citation (id int)",
        "CREATE SCHEMA mine",
        "CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN"
        " LANGUAGE sql AS 'SELECT TRUE'",
        "COPY claims_outlet TO PROGRAM 'cat'",
    ],
)
def test_the_application_cannot_switch_the_rules_off(statement: str) -> None:
    before = attempt("DELETE FROM claims_snapshot")
    assert before == NOT_ALLOWED
    refused = attempt(statement)
    if statement.startswith("GRANT"):  # PostgreSQL only warns that nothing was granted
        assert attempt(statement, "DELETE FROM claims_snapshot") == NOT_ALLOWED
    else:
        assert refused == NOT_ALLOWED


@only_with_two_roles
@pytest.mark.django_db
def test_the_application_drops_no_trigger() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger"
            " WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'claims_%'"
        )
        drops = [statement for (statement,) in cursor.fetchall()]
    assert len(drops) > 50
    assert {attempt(drop) for drop in drops} == {NOT_ALLOWED}
