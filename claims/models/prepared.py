"""Reads that are asked so often, and answered so fast, that planning them anew would take most of the time."""

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from django.db import NotSupportedError, connection
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper


def prepared(statement: str, values: Sequence[int | str]) -> list[tuple[Any, ...]]:
    """The rows of a statement that the server plans once a connection. Django's own cursor writes the values into the
    text, so that each is a new statement.

    The values need casts, and lists of numbers go as `array`. Nothing is kept where a pooler hands the connection on
    (`DISABLE_SERVER_SIDE_CURSORS`).
    """
    try:
        return _asked(statement, values)
    except NotSupportedError:
        # A migration has changed a column since it was planned. A transaction that fails takes the plans with it.
        if connection.in_atomic_block:
            raise
        connection.connection.close()  # for good: a pool would hand it out again
        connection.close()
        return _asked(statement, values)


def _asked(statement: str, values: Sequence[int | str]) -> list[tuple[Any, ...]]:
    connection.ensure_connection()
    wrapper = CursorDebugWrapper if connection.queries_logged else CursorWrapper  # as Django's own
    with wrapper(psycopg.Cursor(connection.connection), connection) as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def array(numbers: Iterable[int]) -> str:
    """Numbers as PostgreSQL writes an array: of one type, however large they are."""
    return "{" + ",".join(map(str, numbers)) + "}"
