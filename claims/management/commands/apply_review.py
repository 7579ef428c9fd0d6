from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from claims.formats.claim_files import versions_of
from claims.formats.versions import Versions
from claims.management.articles import user_named
from claims.management.inputs import USAGE
from claims.management.pipes import until_the_reader_leaves
from claims.management.review_table import WIDEST, as_table, refused
from claims.management.reviews import folder, remember, remembered
from claims.management.sheet import window
from claims.operations.acting import Actor, Conflict
from claims.operations.apply_review import Refused, apply_review
from claims.operations.review import Change, Edited, Reviewed

NOTHING_APPLIED = "Nothing was applied."


class Command(BaseCommand):
    help = "Change the record to what edited review files say: all of all files, or nothing."
    requires_system_checks: list[str] = []  # as in the commands that take articles in

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="where export_review wrote them")
        parser.add_argument("--as", dest="username", required=True, metavar="USER", help="the user who acts")

    def handle(self, *args: Any, folder: Path, username: str, **options: Any) -> None:
        changes = self._applied(user_named(username), folder)
        with until_the_reader_leaves(self.stdout):
            self._tell(changes, username)

    def _tell(self, changes: list[Change], username: str) -> None:
        if not changes:
            self.stdout.write("Nothing to apply.")
            return
        self.stdout.write(as_table(Reviewed(changes), window(WIDEST)))
        self.stdout.write(f"Applied, as {username}.")

    def _applied(self, actor: Actor, path: Path) -> list[Change]:
        found = folder(path)
        try:
            if found.refusals:
                raise Refused(found.refusals)
            changes = apply_review(actor=actor, files=found.edited)
        except Refused as error:
            lines = "\n".join(refused(error.refusals, window(WIDEST)))
            raise CommandError(f"{lines}\n{NOTHING_APPLIED}") from error
        except (PermissionDenied, Conflict) as error:
            raise CommandError(f"{error} {NOTHING_APPLIED}") from error
        _remember(path, found.edited)
        return changes


def _remember(path: Path, files: Sequence[Edited]) -> None:
    """Note that the files are as the database holds them now. Raises CommandError."""
    try:
        now = [Versions(one.versions.slug, one.sha256, versions_of(one.file.data)) for one in files]
        remember(path, now, remembered(path))
    except OSError as error:
        raise CommandError(f"Applied, but {path} could not be brought up to date: {error}", returncode=USAGE) from error
