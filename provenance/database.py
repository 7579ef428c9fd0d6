"""The two roles of the database: the owner of the tables, and the application, which has no say over them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
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
