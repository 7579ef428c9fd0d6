from typing import Any

from django.conf import settings
from django.core.management.commands import migrate

from provenance import roles
from provenance.database import as_owner


class Command(migrate.Command):
    help = "Migrates as the role that owns the tables, and gives the application's role its rights on them."

    def handle(self, *args: Any, **options: Any) -> None:
        application = settings.DATABASE_APPLICATION
        with as_owner(options["database"]) as connection:
            super().handle(*args, **options)
            owner = connection.settings_dict["USER"]
            only_looking = options["plan"] or options["check_unapplied"]
            if not only_looking and owner != application["USER"]:
                roles.grant(connection, role=application["USER"], password=application["PASSWORD"])
