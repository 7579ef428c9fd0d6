import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.formats.claim_files import ENDING, data_of
from claims.formats.versions import Versions, written
from claims.management.articles import INTERRUPTED
from claims.management.inputs import USAGE
from claims.management.pipes import until_the_reader_leaves
from claims.management.review_table import counted
from claims.management.reviews import put, remember, remembered, unapplied
from claims.management.selections import HELP, selection
from claims.models import Claim
from claims.models.reviews import for_review

BATCH = 200  # claims read at once


class Command(BaseCommand):
    help = "Write claims as files to review under version control, a readable YAML file each."
    requires_system_checks: list[str] = []  # as in the commands that take articles in

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("selection", nargs="+", metavar="SELECTION", help=HELP)
        parser.add_argument("folder", type=Path, metavar="DIR", help="where to write them; made where there is none")
        parser.add_argument("--force", action="store_true", help="write over files with edits that were not applied")
        parser.add_argument("--quiet", action="store_true", help="show no progress")

    def handle(self, *args: Any, selection: list[str], folder: Path, force: bool, quiet: bool, **options: Any) -> None:
        claims = _selected(selection)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            known = remembered(folder, force=force)  # before anything is written
            if not force:
                _require_applied(folder, claims, known)
            told = _export(folder, claims, known, hidden=quiet or not sys.stderr.isatty())
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: {error.strerror}", returncode=USAGE) from error
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(told)


def _export(folder: Path, claims: Sequence[int], known: dict[str, Versions], *, hidden: bool) -> str:
    """Write the files; what was done, in words. Raises OSError."""
    versions: list[Versions] = []
    changed = 0
    with tqdm(total=len(claims), unit=" claims", dynamic_ncols=True, disable=hidden) as bar:
        for text, version in _files(claims):
            versions.append(version)
            changed += _put(folder / (version.slug + ENDING), text)
            bar.update(1)
    remember(folder, versions, known)
    return f"{counted(len(versions), 'claim')} in {folder}: {counted(changed, 'file')} written anew."


def _selected(terms: Sequence[str]) -> list[int]:
    return list(selection(terms).values_list("pk", flat=True))


def _files(claims: Sequence[int]) -> Iterator[tuple[str, Versions]]:
    for start in range(0, len(claims), BATCH):
        for claim in for_review(claims[start : start + BATCH]):
            yield written(data_of(claim).data)


def _put(path: Path, text: str) -> bool:
    """Write a file unless it says just that already."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == text.encode():
        return False
    put(path, text)
    return True


def _require_applied(folder: Path, claims: Sequence[int], known: dict[str, Versions]) -> None:
    """Raise CommandError where edits that were not applied would be written over."""
    edited = dict(unapplied(folder, known))
    held = set(Claim.objects.filter(slug__in=edited).values_list("pk", flat=True)) & set(claims)
    lost = [version.slug for text, version in _files(list(held)) if text.encode() != edited[version.slug]]
    if lost:
        names = ", ".join(slug + ENDING for slug in lost[:5]) + (" …" if len(lost) > 5 else "")
        raise CommandError(
            f"{names}: edited since the export, and not applied. Apply it, or write over it with --force.",
            returncode=USAGE,
        )
