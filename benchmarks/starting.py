"""How every benchmark that works on the product starts: in the project's environment, with its database running."""

import os
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from provenance import bootstrap, embedded  # noqa: E402  # the checkout comes first


def start() -> None:
    """Enter the environment, start the database where none is named, and set Django up."""
    bootstrap.enter_environment(developer=False)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    if not os.environ.get("DATABASE_URL"):
        embedded.server().start()

    import django

    django.setup()
