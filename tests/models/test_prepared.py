"""Reads that the server plans once a connection."""

import psycopg
import pytest
from django.conf import settings
from django.db import NotSupportedError, connection, transaction
from django.test.utils import CaptureQueriesContext

from claims.models.prepared import array, prepared

ASKED = "SELECT n FROM unnest(%s::bigint[]) AS asked (n) ORDER BY n"


@pytest.mark.django_db
def test_a_statement_is_planned_once_whatever_the_values() -> None:
    for numbers in ([], [1], [3, 2], [2**40]):
        assert [row[0] for row in prepared(ASKED, [array(numbers)])] == sorted(numbers)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT n FROM unnest%'")
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_it_counts_among_the_queries() -> None:
    with CaptureQueriesContext(connection) as queries:
        prepared(ASKED, [array([1])])
    assert len(queries) == 1


@pytest.mark.django_db(transaction=True)
def test_a_migration_under_way_costs_a_new_plan_and_no_answer() -> None:
    """As another process would alter it; within a transaction the failure itself takes the plans away."""
    asked = "SELECT title FROM claims_source WHERE id = %s::bigint"
    for _ in range(3):
        prepared(asked, [0])
    try:
        for is_within, width in ((False, 501), (True, 502)):
            _alter(width)
            if is_within:
                with pytest.raises(NotSupportedError), transaction.atomic():
                    prepared(asked, [0])
            for _ in range(3):
                assert prepared(asked, [0]) == []
    finally:
        _alter(500)


def _alter(width: int) -> None:
    params = connection.get_connection_params()
    owner = {"user": settings.DATABASE_OWNER["USER"], "password": settings.DATABASE_OWNER["PASSWORD"]}
    where = {key: params[key] for key in ("dbname", "host", "port", "user", "password") if params.get(key)}
    with psycopg.connect(**where | {key: value for key, value in owner.items() if value}) as other:
        other.execute(f"ALTER TABLE claims_source ALTER title TYPE varchar({width})")
