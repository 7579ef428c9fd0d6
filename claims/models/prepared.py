"""Reads that are asked so often, and answered so fast, that planning them anew would take most of the time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper


@contextmanager
def prepared() -> Iterator[CursorWrapper]:
    """A cursor whose statements the server plans once a connection. Django's own writes the values into the text, so
    that each is a new statement.

    The values need casts, and lists of numbers go as `array`. Nothing is kept where a pooler hands the connection on
    (`DISABLE_SERVER_SIDE_CURSORS`).
    """
    connection.ensure_connection()
    wrapper = CursorDebugWrapper if connection.queries_logged else CursorWrapper  # as Django's own
    with wrapper(psycopg.Cursor(connection.connection), connection) as cursor:
        yield cursor


def array(numbers: Iterable[int]) -> str:
    """Numbers as PostgreSQL writes an array: of one type, however large they are."""
    return "{" + ",".join(map(str, numbers)) + "}"
