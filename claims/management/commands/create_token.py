from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from claims.management.articles import user_named
from claims.management.pipes import until_the_reader_leaves
from claims.operations.tokens import issue_token


class Command(BaseCommand):
    help = "Print a new API token of a user. It is shown once; the database holds only its hash."
    requires_system_checks: list[str] = []  # as in the commands that take articles in

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        try:
            issued = issue_token(actor=user_named(username))
        except PermissionDenied as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(issued.secret)
        self.stderr.write(f"Valid until {issued.record.expiry:%Y-%m-%d %H:%M} UTC.")
