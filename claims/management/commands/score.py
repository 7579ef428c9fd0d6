import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.checks import ENGINE_CHECK
from claims.formats.articles import BadLine
from claims.formats.gold import Annotated, Predicted, annotated_lines, predicted_lines
from claims.management.articles import INTERRUPTED, progress
from claims.management.inputs import STANDARD_INPUT, USAGE, lines_of
from claims.management.pipes import until_the_reader_leaves
from claims.management.scoreboard import as_json, as_table
from claims.operations.score import Judged, judged

T = TypeVar("T", Annotated, Predicted)


class Command(BaseCommand):
    help = "Score the engine, or predictions, against annotated articles. Needs no database and stores nothing."
    requires_system_checks = [ENGINE_CHECK]  # it must start at once, and no database may be there

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gold", metavar="GOLD", help="JSON Lines: id, text, published, attributions; - is stdin")
        parser.add_argument(
            "predicted", nargs="?", metavar="PREDICTED", help="what `extract` printed (default: run the engine now)"
        )
        parser.add_argument("--calibration", action="store_true", help="show whether the stated confidences hold")
        parser.add_argument(
            "--misses", type=_count, default=0, metavar="N", help="print the first N misses and N spurious finds"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument("--quiet", action="store_true", help="show no progress")

    def handle(self, *args: Any, gold: str, predicted: str | None, quiet: bool, **options: Any) -> None:
        if gold == predicted == STANDARD_INPUT:  # the second would be found empty, and every figure be zero
            raise CommandError("Only one of the two can be standard input (-).", returncode=USAGE)
        self.bad = 0
        with progress([gold, predicted] if predicted else [gold], quiet=quiet) as bar:
            try:
                articles = self._judged(gold, predicted, bar)
            except KeyboardInterrupt:
                sys.exit(INTERRUPTED)
        if not articles and not self.bad:
            self._refuse(gold, "holds no article")
        if self.bad:  # figures of a part would be taken for those of the whole
            sys.exit(1)
        show = as_json if options["json"] else as_table
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(show(articles, with_calibration=options["calibration"], misses=options["misses"]))

    def _judged(self, gold: str, predicted: str | None, bar: "tqdm[Any]") -> list[Judged]:
        annotated = self._good(gold, annotated_lines(lines_of(gold, bar.update)))
        if predicted is None:
            return [judged(one) for one in annotated]
        articles = list(annotated)
        texts = {one.article.identifier: one.article.text for one in articles}
        found = {
            one.identifier: one.predictions
            for one in self._good(predicted, predicted_lines(lines_of(predicted, bar.update), texts))
        }
        if absent := [name for name in texts if name not in found]:
            tqdm.write(
                f"{predicted}: no line for {len(absent)} of {len(texts)} articles, the first {absent[0]}; "
                "nothing was found in them",
                file=sys.stderr,
            )
        return [judged(one, found.get(one.article.identifier) or ()) for one in articles]

    def _good(self, name: str, rows: Iterable[tuple[int, T | BadLine]]) -> Iterator[T]:
        """The rows that can be read, each id once; of the others it is said what is wrong."""
        lines: dict[str, int] = {}
        try:
            for number, row in rows:
                if isinstance(row, BadLine):
                    self._refuse(f"{name}:{number}", row.reason)
                elif (earlier := lines.setdefault(_identifier(row), number)) != number:
                    self._refuse(f"{name}:{number}", f"id: {_identifier(row)} is on line {earlier} already")
                else:
                    yield row
        except OSError as error:
            self._refuse(name, error.strerror or str(error))

    def _refuse(self, place: str, reason: str) -> None:
        self.bad += 1
        tqdm.write(f"{place}: {reason}", file=sys.stderr)


def _count(value: str) -> int:
    if not value.isdecimal():
        raise ArgumentTypeError(f"{value!r} is not a number from 0 on")
    return int(value)


def _identifier(row: Annotated | Predicted) -> str:
    return row.article.identifier if isinstance(row, Annotated) else row.identifier
