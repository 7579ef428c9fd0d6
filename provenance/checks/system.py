"""Checks that Django runs, of what only a running configuration shows."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

OWNS_TABLES = """
    SELECT rolsuper OR EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = rolname)
    FROM pg_roles WHERE rolname = COALESCE(NULLIF(%s, ''), current_user)
"""


@register(Tags.database)
def application_owns_nothing(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """W001: the application's role owns tables, or may do anything. Needs the database to be reachable."""
    warnings: list[CheckMessage] = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute(OWNS_TABLES, [settings.DATABASE_APPLICATION["USER"]])
            if cursor.fetchone() == (True,):
                warnings.append(_W001)
    return warnings


_W001 = Warning(
    "The application connects to the database as a role that owns the tables.",
    hint="Raw SQL sent through it could switch off the triggers that protect the record. Name another role in "
    "DATABASE_URL and the owner in DATABASE_OWNER_URL; `migrate` gives the first its rights.",
    id="provenance.W001",
)
