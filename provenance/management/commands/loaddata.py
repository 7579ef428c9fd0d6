"""Django's loaddata, whose rows say in their history that a file brought them."""

from typing import Any

import pghistory
from django.core.management.commands import loaddata


class Command(loaddata.Command):
    def handle(self, *fixture_labels: str, **options: Any) -> None:
        with pghistory.context(operation="loaddata"):
            super().handle(*fixture_labels, **options)
