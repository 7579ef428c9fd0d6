import json
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from tqdm import tqdm

from claims.formats.articles import Article, BadLine, FormatError, decoded, from_lines
from claims.formats.traces import as_data, to_line
from claims.management.articles import INTERRUPTED, progress
from claims.management.ended import told
from claims.management.inputs import STANDARD_INPUT, USAGE, lines_of, reasons
from claims.management.pipes import until_the_reader_leaves
from claims.management.sheet import window
from claims.management.timeline import as_table
from claims.operations.trace import trace


class Command(BaseCommand):
    help = "Where words first appeared among what is held, who carried them, and how they have changed since."
    requires_system_checks: list[str] = []  # as in the commands that take articles in

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="?", help="the words, in any state of repair; - reads them from stdin")
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="print one JSON object")
        form.add_argument(
            "--jsonl",
            nargs="?",
            const=STANDARD_INPUT,
            metavar="FILE|-",
            help="trace the text of each JSON line (id, text) and print a JSON line each; - is standard input",
        )
        parser.add_argument("--quiet", action="store_true", help="show no progress")

    def handle(self, *args: Any, words: str | None, jsonl: str | None, **options: Any) -> None:
        if (words is None) == (jsonl is None):
            raise CommandError("Give the words to trace, or a file of them with --jsonl.", returncode=USAGE)
        status = 0
        try:
            with until_the_reader_leaves(self.stdout):
                status = (
                    self._one(words, options) if words is not None else self._lines(jsonl or "", quiet=options["quiet"])
                )
        except OperationalError as error:
            tqdm.write(told(error), file=sys.stderr)
            status = 1
        except KeyboardInterrupt:
            status = INTERRUPTED
        if status:
            sys.exit(status)

    def _one(self, words: str, options: dict[str, Any]) -> int:
        try:
            found = trace(words=decoded(sys.stdin.buffer.read()).strip() if words == STANDARD_INPUT else words)
        except (FormatError, ValidationError) as error:
            reason = reasons(error) if isinstance(error, ValidationError) else str(error)
            raise CommandError(reason, returncode=USAGE) from error
        if options["json"]:
            self.stdout.write(json.dumps(as_data(found), ensure_ascii=False))
        else:
            self.stdout.write(as_table(found, width=window(), in_colour=self._in_colour(options)))
        return 0

    def _in_colour(self, options: dict[str, Any]) -> bool:
        """Whether marks are colours: on a terminal, unless somebody wants none; https://no-color.org."""
        if options["force_color"] or options["no_color"]:
            return bool(options["force_color"])
        return self.stdout.isatty() and not os.environ.get("NO_COLOR")

    def _lines(self, name: str, *, quiet: bool) -> int:
        """Trace the lines of a file one by one; the exit status, 1 where one was bad."""
        status = 0
        with progress([name], quiet=quiet) as bar:
            try:
                for number, row in from_lines(lines_of(name, bar.update), ("id", "text")):
                    status = self._line(f"{name}:{number}", row) or status
            except OSError as error:
                if error.filename is None:  # of what is printed
                    raise
                return _refuse(name, error.strerror or str(error))
        return status

    def _line(self, place: str, row: Article | BadLine) -> int:
        if isinstance(row, BadLine):
            return _refuse(place, row.reason)
        try:
            found = trace(words=row.text)
        except ValidationError as error:
            return _refuse(place, reasons(error).replace("words: ", "text: ", 1))
        self.stdout.write(to_line(row.identifier, found))
        self.stdout.flush()
        return 0


def _refuse(place: str, reason: str) -> int:
    tqdm.write(f"{place}: {reason}", file=sys.stderr)
    return 1
