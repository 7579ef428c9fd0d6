"""Checks that Django runs, of what only a running configuration shows."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.database)
def two_roles(**_: Any) -> list[CheckMessage]:
    """W001: the application connects as the owner of the tables."""
    if settings.DATABASE_OWNER and settings.DATABASE_OWNER["USER"] != settings.DATABASE_APPLICATION["USER"]:
        return []
    return [
        Warning(
            "The application connects to the database as the role that owns the tables.",
            hint="Raw SQL sent through it could switch off the triggers that protect the record. Name another role in "
            "DATABASE_URL and the owner in DATABASE_OWNER_URL; `migrate` gives the first its rights.",
            id="provenance.W001",
        )
    ]
