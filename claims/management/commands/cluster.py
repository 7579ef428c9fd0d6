import sys
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from tqdm import tqdm

from claims.management.articles import GO_ON, INTERRUPTED, user_named
from claims.management.ended import told
from claims.management.pipes import until_the_reader_leaves
from claims.models import Quotation
from claims.operations.acting import Conflict, command_line_actor
from claims.operations.apart import Ended
from claims.operations.cluster import cluster
from claims.operations.wordings import recount


class Command(BaseCommand):
    help = "Find in all that is held which quotations are appearances of one utterance. Interrupted, it goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--as", dest="username", default="", metavar="USERNAME", help="who acts")
        parser.add_argument("--quiet", action="store_true", help="show no progress")

    def handle(self, *args: Any, username: str, quiet: bool, **options: Any) -> None:
        actor = user_named(username) if username else command_line_actor()
        hidden = quiet or not sys.stderr.isatty()
        with tqdm(total=Quotation.objects.count(), unit=" quotations", dynamic_ncols=True, disable=hidden) as bar:
            try:
                done = cluster(actor=actor, advance=bar.update)
                if done.joined:
                    recount()  # what was joined counts once from now on
            except PermissionDenied as error:
                raise CommandError(str(error)) from error
            except (Ended, Conflict) as error:
                raise CommandError(f"{error} {GO_ON}") from error
            except OperationalError as error:
                raise CommandError(f"{told(error)} {GO_ON}") from error
            except KeyboardInterrupt:
                sys.exit(INTERRUPTED)
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(
                f"Quotations: {done.quotations}; {done.joined} joined, {done.proposed} proposed; "
                f"{done.utterances} new utterances."
            )
