"""The pool of the web process, after the database has ended the connections in it."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.database import address

# As requests use it: each takes a connection and gives it back. The first half ends every one that the pool has.
REQUESTS = """
import django
django.setup()
import psycopg
from django.db import connection

def asked():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    connection.close()
    return pid

ended = {asked() for _ in range(8)}
parts = {name: given for name, given in connection.get_connection_params().items() if isinstance(given, str)}
with psycopg.connect(**parts, autocommit=True) as another:
    another.execute("SELECT pg_terminate_backend(pid, 5000) FROM unnest(%s::int[]) pid", [list(ended)])
print(len(ended), len({asked() for _ in range(8)} & ended))
connection.close_pool()
"""


@pytest.mark.django_db
def test_no_request_fails_for_a_connection_that_the_database_has_ended() -> None:
    environment = {"DATABASE_URL": address(), "DATABASE_POOL": "true", "PROVENANCE_LOCAL": "true"}
    done = subprocess.run(
        [sys.executable, "-c", REQUESTS],
        cwd=settings.BASE_DIR,
        env={**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "provenance.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ended, seen_again = map(int, done.stdout.split())
    assert ended >= 1
    assert seen_again == 0
