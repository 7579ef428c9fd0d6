import re
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from claims.management.articles import user_named
from claims.management.inputs import USAGE, reasons
from claims.management.pipes import until_the_reader_leaves
from claims.models import Source, Watch
from claims.operations.acting import Actor, command_line_actor
from claims.operations.watch import unwatch, watch

HOURS = {"h": 1, "d": 24, "w": 168}


def hours(value: str) -> int:
    """An option's length of time in hours, checked by argparse."""
    found = re.fullmatch(r"(\d{1,5})([hdw])", value)
    if not found:
        raise ArgumentTypeError(f"{value!r} is not a length of time such as 24h, 7d or 2w")
    return int(found[1]) * HOURS[found[2]]


class Command(BaseCommand):
    help = "Have a source captured again and again by the worker. Without a source: list what is watched."
    requires_system_checks: list[str] = []  # as in the commands that take articles in

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", nargs="?", default="", metavar="SOURCE", help="its identifier or URL")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--every", type=hours, metavar="TIME", help="how often, 1h to 365d: 24h, 7d, 2w")
        what.add_argument("--stop", action="store_true", help="watch the source no more")
        parser.add_argument("--as", default="", dest="username", help="the user who acts (default: the command line)")

    def handle(self, *args: Any, source: str, every: int | None, stop: bool, username: str, **options: Any) -> None:
        if bool(source) != (stop or every is not None):
            raise CommandError("Give a source together with --every or --stop, or neither.", returncode=USAGE)
        if not source:
            with until_the_reader_leaves(self.stdout):
                self._list()
            return
        try:
            actor = user_named(username) if username else command_line_actor()
            told = _set(actor, _source_named(source), every)
        except PermissionDenied as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(reasons(error)) from error
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(told)

    def _list(self) -> None:
        """One line for each watched source, those that fail first."""
        rows = list(Watch.objects.for_list().order_by("-failures", "next_at", "pk"))
        for row in rows:
            self.stdout.write(
                f"{row.source.identifier}\tevery {row.every_hours}h\tnext {row.next_at:%Y-%m-%d %H:%M}\t{_last(row)}"
            )
        if not rows:
            self.stdout.write("Nothing is watched.")


def _set(actor: Actor, source: Source, every: int | None) -> str:
    """Watch a source, or no more; what was done, in words."""
    if every is not None:
        watch(actor=actor, source=source, every_hours=every)
        return f"{source.identifier} is captured every {every} hours, as {actor.get_username()}."
    held = Watch.objects.filter(source=source).first()
    if held is None:
        raise CommandError(f"{source.identifier} is not watched.")
    unwatch(actor=actor, watch=held)
    return f"{source.identifier} is watched no more."


def _last(row: Any) -> str:
    """What came of the last attempt."""
    if row.last_at is None:
        return "not tried yet"
    at = f"{row.last_at:%Y-%m-%d %H:%M}"
    if row.failures:
        return f"failed {row.failures} times, last {at}: {' '.join(row.last_error.split())}"
    return f"last {at}, {row.captures or 0} captures held"


def _source_named(name: str) -> Source:
    """The source of an identifier or URL, or CommandError where there is none."""
    found = list(Source.objects.filter(Q(identifier=name) | Q(url=name)))
    # One may be called what another has for its URL.
    source = next((one for one in found if one.identifier == name), found[0] if found else None)
    if source is None:
        raise CommandError(f"There is no source {name}. Capture it first.", returncode=USAGE)
    return source
