"""The two roles of the database: the owner of the tables, and the application, which has no say over them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper


@contextmanager
def as_owner(alias: str = DEFAULT_DB_ALIAS) -> Iterator[BaseDatabaseWrapper]:
    """Connect as the role that owns the tables, for the length of the block. Blocks can be nested.

    Raises RuntimeError inside a transaction, which a change of role would silently throw away.
    """
    connection = connections[alias]
    before = {key: connection.settings_dict[key] for key in ("USER", "PASSWORD")}
    if before == settings.DATABASE_OWNER or not settings.DATABASE_OWNER:
        yield connection
        return
    _reconnect(connection, settings.DATABASE_OWNER)
    try:
        yield connection
    finally:
        _reconnect(connection, before)


def _reconnect(connection: BaseDatabaseWrapper, role: dict[str, str]) -> None:
    if connection.in_atomic_block:
        raise RuntimeError("The database role can't change inside a transaction.")
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()
    connection.settings_dict.update(role)


@contextmanager
def scratch(name: str, *, keep: bool = False) -> Iterator[bool]:
    """Work in a database of this name, migrated; it is dropped afterwards unless kept. Whether it was there already.

    For benchmarks and pictures, which leave alone what people keep here. Needs the owner's connection.
    """
    before = connection.settings_dict["NAME"]
    _use("postgres")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        is_there = cursor.fetchone() is not None
        if not is_there:
            cursor.execute(f'CREATE DATABASE "{name}"')
    _use(name)
    try:
        call_command("migrate", verbosity=0)
        yield is_there
    finally:
        _use("postgres")
        if not keep:
            with connection.cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        _use(before)


def _use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
