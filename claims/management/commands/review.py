import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from claims.management.articles import user_named
from claims.management.inputs import USAGE
from claims.management.pipes import until_the_reader_leaves
from claims.management.review_table import WIDEST, as_data, as_table
from claims.management.reviews import Folder, folder
from claims.management.sheet import window
from claims.operations.acting import Conflict
from claims.operations.apply_review import Refused, try_review
from claims.operations.review import Reviewed, review

CHANGES = 1  # as diff has it: 0 where nothing would change, 1 where something would, 2 where there is trouble


class Command(BaseCommand):
    help = "Show what edited review files would change in the database, and what of it would be refused."
    requires_system_checks: list[str] = []  # as in the commands that take articles in

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="where export_review wrote them")
        parser.add_argument("--as", dest="username", default="", metavar="USER", help="try it as this user as well")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, folder: Path, username: str, **options: Any) -> None:
        found, reviewed = _reviewed(folder, username)
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(
                json.dumps(as_data(reviewed), ensure_ascii=False)
                if options["json"]
                else as_table(reviewed, window(WIDEST))
            )
        if not options["json"]:
            for form in found.forms:
                self.stderr.write(form)
        if reviewed.refusals:
            sys.exit(USAGE)
        if reviewed.changes:
            sys.exit(CHANGES)


def _reviewed(path: Path, username: str) -> tuple[Folder, Reviewed]:
    actor = user_named(username) if username else None
    found = folder(path)
    reviewed = review(files=found.edited)
    reviewed.refusals[:0] = found.refusals
    if actor is not None and reviewed.changes and not reviewed.refusals:
        try:
            try_review(actor=actor, files=found.edited)
        except Refused as error:
            reviewed.refusals += error.refusals
        except (PermissionDenied, Conflict) as error:
            raise CommandError(str(error), returncode=USAGE) from error
    return found, reviewed
