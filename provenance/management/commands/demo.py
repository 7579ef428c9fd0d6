import os
import socket
import sys
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from provenance import demo
from provenance.database import as_owner
from provenance.health import unapplied_migrations


class Command(BaseCommand):
    help = "Set everything up with example records and one user per role, and serve it on this machine."
    requires_system_checks: list[str] = []  # a second start is to be instant; `check_all` runs them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="serve on this port of 127.0.0.1 (default 8000)")
        parser.add_argument("--no-serve", action="store_true", help="stop once everything is set up")
        parser.add_argument("--reset-passwords", action="store_true", help="give the demo users new secrets")

    def handle(self, *args: Any, port: int, no_serve: bool, reset_passwords: bool, **options: Any) -> None:
        if not no_serve:
            self.require_free(port)
        with as_owner():  # before the first migration the application's role may be missing
            pending = unapplied_migrations()
        if pending:
            self.stderr.write("Making the tables ...")
            call_command("migrate", verbosity=0)
        address = f"http://127.0.0.1:{port}"
        if not demo.is_set_up():
            self.show_logins(demo.set_up(), address)
        elif reset_passwords:
            with transaction.atomic():
                logins = demo.give_secrets(demo.make_users())
            self.show_logins(logins, address)
        else:
            self.stdout.write("Everything is set up already. New passwords: python3 manage.py demo --reset-passwords")
        self.show_addresses(address)
        if no_serve:
            self.show_how_to_go_on()
        else:
            self.serve(port)

    def require_free(self, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError) as error:
                advice = "Choose another: python3 manage.py demo --port 8001"
                raise CommandError(f"Port {port} can't be used ({error}). {advice}") from error

    def show_logins(self, logins: list[demo.Login], address: str) -> None:
        self.stdout.write("\nOne user per role. These secrets are shown now and never again:\n\n")
        self.stdout.write(f"  {'user':<15}{'password':<20}API token\n")
        for login in logins:
            self.stdout.write(f"  {login.username:<15}{login.password:<20}{login.token}\n")
        self.stdout.write("\nTry first: open the admin as the checker and look at the claims. Or over the API:\n\n")
        checker = next(login for login in logins if login.username == "checker")
        self.stdout.write(f"  curl -H 'Authorization: Token {checker.token}' {address}/api/v1/claims/\n\n")

    def show_addresses(self, address: str) -> None:
        pages = (("Admin:", "/admin/"), ("Readers:", "/claims/"), ("API:", "/api/v1/"), ("Health:", "/health/"))
        self.stdout.write("".join(f"{name:<9}{address}{path}\n" for name, path in pages))

    def show_how_to_go_on(self) -> None:
        self.stdout.write("Serve it: python3 manage.py demo")
        if not os.environ.get("DATABASE_URL"):
            self.stdout.write("The database keeps running. Stop it: python3 manage.py database stop")

    def serve(self, port: int) -> NoReturn:
        """Become the web server: this process, so that Ctrl-C and signals reach it."""
        self.stdout.write("Press Ctrl-C to stop serving.\n")
        self.stdout.flush()
        os.environ.update(PROVENANCE_LOCAL="true", DATABASE_POOL="true")
        gunicorn = [sys.executable, "-m", "gunicorn", "provenance.wsgi", "--chdir", str(settings.BASE_DIR)]
        options = ["--bind", f"127.0.0.1:{port}", "--threads", "8", "--log-level", "warning", "--no-control-socket"]
        os.execv(sys.executable, [*gunicorn, *options])  # noqa: S606  # no shell wanted
