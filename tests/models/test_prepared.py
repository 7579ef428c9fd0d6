"""Reads that the server plans once a connection."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models.prepared import array, prepared

pytestmark = pytest.mark.django_db
ASKED = "SELECT n FROM unnest(%s::bigint[]) AS asked (n) ORDER BY n"


def test_a_statement_is_planned_once_whatever_the_values() -> None:
    for numbers in ([], [1], [3, 2], [2**40]):
        with prepared() as cursor:
            cursor.execute(ASKED, [array(numbers)])
            assert [row[0] for row in cursor.fetchall()] == sorted(numbers)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT n FROM unnest%'")
        assert cursor.fetchone() == (1,)


def test_it_counts_among_the_queries() -> None:
    with CaptureQueriesContext(connection) as queries, prepared() as cursor:
        cursor.execute(ASKED, [array([1])])
    assert len(queries) == 1
