"""The test database: made as the owner, used as the application, and put back after tests that commit."""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from provenance.database import as_owner, scratch
from tests.settings import TEST_PREFIX

# A server that only DATABASE_URL names has one role, which owns the tables and uses them: what a second role may not
# do can only be tried with DATABASE_OWNER_URL beside it, or on the embedded server.
TWO_ROLES = bool(settings.DATABASE_OWNER) and settings.DATABASE_OWNER["USER"] != settings.DATABASES["default"]["USER"]
only_with_two_roles = pytest.mark.skipif(not TWO_ROLES, reason="one role owns the tables and uses them")

# A trigger is switched on again the way it was: ordinary, always, or on a replica only.
ENABLE = {"O": "ENABLE", "A": "ENABLE ALWAYS", "R": "ENABLE REPLICA"}


def drop_leftovers() -> None:
    """Drop the databases of earlier runs in this checkout whose process is gone: a killed run leaves its own."""
    with as_owner(), connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [TEST_PREFIX + "%"])
        for (name,) in cursor.fetchall():
            found = re.fullmatch(rf"{TEST_PREFIX}_(\d+)(_gw\d+)?", name)
            if found and not _is_running(int(found[1])):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def address() -> str:
    """The DATABASE_URL of the test database, for a process of its own."""
    held = connection.settings_dict
    login = f"{held['USER']}:{held['PASSWORD']}" if held["PASSWORD"] else held["USER"]
    if held["HOST"].startswith("/"):
        return f"postgres://{login}@/{held['HOST']}/{held['NAME']}"
    port = f":{held['PORT']}" if held["PORT"] else ""
    return f"postgres://{login}@{held['HOST']}{port}/{held['NAME']}"


# What migrations are, and what they call.
MIGRATED_BY = ("claims/migrations/*.py", "claims/models/*.py", "provenance/**/*.py", "requirements.txt")


def migrated() -> str:
    """The name of a database that has been migrated, to copy: it is made anew when what makes it has changed.

    To copy it takes a moment, to migrate half a minute. Several processes make one between them. Needs the owner.
    """
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MIGRATED_BY for path in settings.BASE_DIR.glob(pattern)):
        digest.update(path.read_bytes())
    name = f"{TEST_PREFIX}_migrated_{digest.hexdigest()[:12]}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [TEST_PREFIX])  # until this connection ends
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{TEST_PREFIX}_migrated_%"])
        held = {row[0] for row in cursor.fetchall()}
        for outdated in held - {name}:
            cursor.execute(f'DROP DATABASE "{outdated}" WITH (FORCE)')
        if name not in held:
            unfinished = f"{TEST_PREFIX}_{os.getpid()}"  # a leftover, if this process is killed
            with scratch(unfinished, keep=True):
                pass
            cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')
    return name


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def remember_migrated_rows() -> None:
    """Keep a copy of each row that the migrations made (roles, permissions, rating scales). Needs the owner."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA migrated")
        for table in _tables(cursor, "public"):
            cursor.execute(f'CREATE TABLE migrated."{table}" AS TABLE public."{table}"')
            cursor.execute(f'SELECT EXISTS (SELECT FROM migrated."{table}")')
            if cursor.fetchone() == (False,):
                cursor.execute(f'DROP TABLE migrated."{table}"')


def leave_uncounted() -> None:
    """Keep autovacuum away. Tests commit next to nothing: it would record tables as empty, and PostgreSQL would join a
    thousand uncommitted rows as if there were none, which takes minutes. Uncounted, it goes by the size of the file.
    """
    with connection.cursor() as cursor:
        for table in _tables(cursor, "public"):
            cursor.execute(f'ALTER TABLE "{table}" SET (autovacuum_enabled = off)')


def restore_migrated_rows() -> None:
    """Empty every table but for what the migrations made, which is put back as it was.

    In place of Django's flush, which truncates as the application's role: that role may not, and the triggers
    of the append-only tables would refuse anybody. So the owner does it, with the triggers off meanwhile.
    """
    with as_owner(), transaction.atomic(), connection.cursor() as cursor, _triggers_off(cursor):
        tables = ", ".join(f'public."{table}"' for table in _tables(cursor, "public"))
        cursor.execute(f"TRUNCATE {tables}")
        for table in _tables(cursor, "migrated"):
            cursor.execute(f'INSERT INTO public."{table}" SELECT * FROM migrated."{table}"')
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def _triggers_off(cursor: CursorWrapper) -> Iterator[None]:
    cursor.execute(
        "SELECT tgrelid::regclass::text, quote_ident(tgname), tgenabled::text FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgenabled <> 'D' AND"
        " (tgtype & 32 = 32 OR tgrelid IN (SELECT format('public.%I', tablename)::regclass"
        " FROM pg_tables WHERE schemaname = 'migrated'))"  # those on TRUNCATE, and all where rows are put back
    )
    triggers = cursor.fetchall()
    for table, trigger, _ in triggers:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
    yield
    for table, trigger, state in triggers:
        cursor.execute(f"ALTER TABLE {table} {ENABLE[state]} TRIGGER {trigger}")


def _tables(cursor: CursorWrapper, schema: str) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY 1", [schema])
    return [name for (name,) in cursor.fetchall()]
