"""What the commands that take articles in share: options, progress, what went wrong, and the summary."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from tqdm import tqdm

from claims.checks import ENGINE_CHECK
from claims.formats.articles import LINE_FIELDS, FormatError, language, published
from claims.management.ended import told
from claims.management.inputs import (
    STANDARD_INPUT,
    USAGE,
    Form,
    Found,
    Stated,
    Unread,
    Unreadable,
    read,
    reasons,
    require_one,
    size_of,
)
from claims.management.pipes import until_the_reader_leaves
from claims.models import Snapshot
from claims.operations.acting import Actor, Conflict, command_line_actor
from claims.operations.capture import held_otherwise
from claims.operations.defer import take_later
from claims.operations.fetch import FetchError

INTERRUPTED = 130  # as the shell reports a command that Ctrl-C ended
GO_ON = "The same command goes on from here."


def edtf(value: str) -> str:
    """An option's date, checked by argparse, which gives this the empty default too."""
    try:
        return published(value) if value else ""
    except FormatError as error:
        raise ArgumentTypeError(f"{value!r} is not a date such as 2024-09-13 or 2024-09") from error


def tag(value: str) -> str:
    """An option's language, checked by argparse, which gives this the empty default too."""
    try:
        return language(value) if value else ""
    except FormatError as error:
        raise ArgumentTypeError(f"{value!r} is not a language tag such as fr or pt-BR") from error


def form(value: str) -> Form:
    """What an option says the files are, checked by argparse."""
    try:
        return Form(value)
    except ValueError as error:
        raise ArgumentTypeError(f"{value!r} is none of {', '.join(Form)}") from error


def add_input_options(parser: ArgumentParser) -> None:
    """The options that say what is read."""
    parser.add_argument("--published", type=edtf, default="", metavar="DATE", help="the day of publication (EDTF)")
    parser.add_argument(
        "--language", type=tag, default="", metavar="TAG", help="BCP 47 tag, such as fr (default: what the text shows)"
    )
    parser.add_argument(
        "--format",
        type=form,
        metavar="{text,html,jsonl}",
        help="what the files are (default: by ending and first bytes)",
    )
    parser.add_argument("--quiet", action="store_true", help="show no progress")


def progress(names: Iterable[str], *, quiet: bool) -> "tqdm[Any]":
    """A bar over the bytes of the inputs on standard error; none where nobody watches."""
    return tqdm(
        total=size_of(names),
        unit="B",
        unit_scale=True,
        dynamic_ncols=True,
        file=sys.stderr,
        disable=quiet or not sys.stderr.isatty(),
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one article."""

    snapshot: Snapshot
    is_new: bool
    suggestions: int = 0


@dataclass(slots=True)
class Tally:
    """What became of the articles of a run."""

    new: int = 0
    newer: int = 0
    held: int = 0
    bad: int = 0
    queued: int = 0
    suggestions: int = 0

    def add(self, taken: Taken) -> None:
        self.new += taken.is_new
        self.newer += taken.is_new and taken.snapshot.number > 1
        self.held += not taken.is_new
        self.suggestions += taken.suggestions

    def summary(self, *, with_suggestions: bool) -> str:
        newer = f" ({self.newer} of them a newer text of a held source)" if self.newer else ""
        parts = [f"{self.new} new{newer}", f"{self.held} already held", f"{self.bad} bad"]
        if self.queued:
            parts.append(f"{self.queued} queued")
        suggestions = f"; {self.suggestions} suggestions" if with_suggestions else ""
        return f"Articles: {', '.join(parts)}{suggestions}."


class ArticleCommand(BaseCommand):
    """A command that takes articles in, each in a transaction of its own."""

    requires_system_checks = [ENGINE_CHECK]  # the others look at the web pages, which this has nothing to do with
    with_suggestions: bool

    def take(self, actor: Actor, found: Found, method: str) -> Taken:
        raise NotImplementedError

    def take_url(self, actor: Actor, url: str, stated: dict[str, str]) -> Taken:
        raise NotImplementedError

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "inputs",
            nargs="+",
            metavar="FILE|URL|-",
            help="text, HTML or JSON Lines (id, text, published, outlet, language, url, title); - is standard input",
        )
        add_input_options(parser)
        parser.add_argument("--outlet", default="", help="the name of the publisher")
        parser.add_argument("--url", default="", help="the canonical address of a single article")
        parser.add_argument("--title", default="", help="the title of a single article")
        parser.add_argument("--id", default="", dest="identifier", help="what to call a single article's source")
        parser.add_argument("--as", default="", dest="username", help="the user who acts (default: the command line)")
        parser.add_argument("--queue", action="store_true", help="leave URLs to the worker")

    def handle(self, *args: Any, inputs: list[str], username: str, **options: Any) -> None:
        stated = Stated(**{name: options[name] for name in Stated.__dataclass_fields__})
        require_one(inputs, stated)
        if options["queue"] and not all(map(_is_url, inputs)):
            raise CommandError("Only URLs can be left to the worker (--queue).", returncode=USAGE)
        tally = Tally()
        status = 0
        with progress(inputs, quiet=options["quiet"]) as bar:
            try:
                actor = user_named(username) if username else command_line_actor()
                for name in inputs:
                    self._take_in(name, actor, stated, tally, bar, options)
            except PermissionDenied as error:
                raise CommandError(str(error)) from error
            except OperationalError as error:
                tqdm.write(f"{told(error)} {GO_ON}", file=sys.stderr)
                status = 1
            except KeyboardInterrupt:
                tqdm.write(f"Stopped. {GO_ON}", file=sys.stderr)
                status = INTERRUPTED
        with until_the_reader_leaves(self.stdout):
            self.stdout.write(tally.summary(with_suggestions=self.with_suggestions))
        if status or tally.bad:
            sys.exit(status or 1)

    def _take_in(
        self, name: str, actor: Actor, stated: Stated, tally: Tally, bar: "tqdm[Any]", options: dict[str, Any]
    ) -> None:
        if _is_url(name):
            self._take_page(name, actor, stated, tally, queue=options["queue"])
            return
        method = Snapshot.Method.TEXT if name == STANDARD_INPUT else Snapshot.Method.FILE
        for item in read(name, form=options["format"], stated=stated, advance=bar.update):
            if isinstance(item, Unread):
                tqdm.write(str(item), file=sys.stderr)
                continue
            if isinstance(item, Unreadable):
                self._refused(tally, item.place, item.reason)
                continue
            try:
                taken = self.take(actor, item, method)
            except ValidationError as error:
                self._refused(tally, item.place, reasons(error))
            except Conflict as error:
                self._refused(tally, item.place, str(error))
            else:
                tally.add(taken)
                _tell_what_stays(item, taken)

    def _take_page(self, url: str, actor: Actor, stated: Stated, tally: Tally, *, queue: bool) -> None:
        said = stated.fields | ({"identifier": stated.identifier} if stated.identifier else {})
        try:
            if queue:
                take_later(actor=actor, url=url, extract=self.with_suggestions, stated=said)
                tally.queued += 1
            else:
                tally.add(self.take_url(actor, url, said))
        except (FetchError, Conflict) as error:
            self._refused(tally, url, str(error))
        except ValidationError as error:
            self._refused(tally, url, reasons(error))

    def _refused(self, tally: Tally, place: str, reason: str) -> None:
        tally.bad += 1
        tqdm.write(f"{place}: {reason}", file=sys.stderr)


def _tell_what_stays(found: Found, taken: Taken) -> None:
    """Say what a file states of a work that was held otherwise before: it stays as it was."""
    if taken.is_new and taken.snapshot.number == 1:
        return
    stated = {field: getattr(found.article, name) for field, name in LINE_FIELDS.items() if field != "text"}
    if found.named_by_file:
        del stated["id"]
    if told := held_otherwise(taken.snapshot.source, stated):
        tqdm.write(
            f"{found.place}: the source was held before and is left as it was: {'; '.join(told)}", file=sys.stderr
        )


def _is_url(name: str) -> bool:
    return "://" in name


def user_named(username: str) -> Actor:
    """The user, or CommandError where there is none."""
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist as error:
        raise CommandError(f"There is no user {username}.", returncode=USAGE) from error
