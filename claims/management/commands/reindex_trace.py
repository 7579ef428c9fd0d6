import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError
from tqdm import tqdm

from claims.management.articles import GO_ON, INTERRUPTED
from claims.management.ended import told
from claims.management.pipes import until_the_reader_leaves
from claims.models import Snapshot, Wording
from claims.operations.reindex import reindex


class Command(BaseCommand):
    help = "Make the trace index anew from what is held, and count what is common in it. The service can run meanwhile."
    requires_system_checks: list[str] = []  # as in the commands that take articles in

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="show no progress")

    def handle(self, *args: Any, quiet: bool, **options: Any) -> None:
        hidden = quiet or not sys.stderr.isatty()
        try:
            total = Snapshot.objects.extracted().count() + Wording.objects.count()
            with tqdm(total=total, unit_scale=True, dynamic_ncols=True, file=sys.stderr, disable=hidden) as bar:
                texts, rows = _Count(bar), _Count(bar)
                wrong = reindex(texts=texts, rows=rows)
        except OperationalError as error:
            tqdm.write(f"{told(error)} {GO_ON}", file=sys.stderr)
            sys.exit(1)
        except KeyboardInterrupt:
            tqdm.write(
                "Stopped. What was read so far is right; the same command looks at all of it again.", file=sys.stderr
            )
            sys.exit(INTERRUPTED)
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(
                f"Trace index: {texts.count} texts and {rows.count} rows read anew, "
                f"{wrong} rows were not as they should be."
            )


class _Count:
    """Tells a bar of each batch, and counts: a bar that nobody watches does not."""

    def __init__(self, bar: "tqdm[Any]") -> None:
        self.bar = bar
        self.count = 0

    def __call__(self, more: int) -> None:
        self.count += more
        self.bar.update(more)
