"""Where a database is, as the environment says."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def address(variable: str) -> dict[str, Any]:
    """The parts of the address in a variable. Raises ImproperlyConfigured where it is not of a PostgreSQL database."""
    scheme, _, _ = env.str(variable).partition("://")
    try:
        parts = env.db_url(variable) if scheme in ("postgres", "postgresql") else {}
    except ValueError:  # a port that is no number
        parts = {}
    if not parts.get("NAME"):
        raise ImproperlyConfigured(f"{variable} is not an address such as postgres://user:password@host/name.")
    return dict(parts)
