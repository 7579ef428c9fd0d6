from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from provenance import embedded
from provenance.bootstrap import SetupError


class Command(BaseCommand):
    help = "Start, stop or look at this checkout's own PostgreSQL server."
    requires_system_checks: list[str] = []  # must work while no database does

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["start", "stop", "status"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        try:
            getattr(self, action)(embedded.server())
        except SetupError as error:
            raise CommandError(str(error)) from error

    def start(self, server: embedded.Server) -> None:
        server.start()
        self.status(server)

    def stop(self, server: embedded.Server) -> None:
        self.stdout.write("The database has stopped." if server.stop() else "The database was not running.")

    def status(self, server: embedded.Server) -> None:
        if not server.pid:
            self.stdout.write(f"The database is not running. Its data: {server.data}")
            return
        state = "ready" if server.ready() else "starting or hanging"
        self.stdout.write(f"The database is running (process {server.pid}) and {state}.")
        self.stdout.write(f"Data:    {server.data}\nLog:     {server.log}")
        self.stdout.write(f"Connect: psql -h {server.socket_dir} -U {embedded.APPLICATION} {embedded.DATABASE}")
