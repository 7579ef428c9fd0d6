"""What commands are given to read: files and standard input, each plain text, HTML or JSON Lines."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from enum import StrEnum
from io import BufferedReader
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from claims.formats.articles import LINE_FIELDS, Article, BadLine, from_lines
from claims.operations.capture import article_of

STANDARD_INPUT = "-"
USAGE = 2  # the exit status of a command that was called in a way it does not understand


class Form(StrEnum):
    """How a file holds its articles."""

    TEXT = "text"
    HTML = "html"
    LINES = "jsonl"


BY_ENDING = {
    ".txt": Form.TEXT,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".jsonl": Form.LINES,
    ".ndjson": Form.LINES,
}
# A byte order mark and blank space, perhaps an XML declaration and comments, and then HTML's first tag.
HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
# The list of a .json file is no line, and is refused as such: it is no text of an article either.
LINES_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')


@dataclass(frozen=True, slots=True)
class Stated:
    """What the command line says of the articles; it goes before what the files say themselves.

    `published`, `outlet` and `language` may be said of many articles at once, the others of one only.
    """

    identifier: str = ""
    published: str = ""
    outlet: str = ""
    language: str = ""
    url: str = ""
    title: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """What was given, without the identifier."""
        names = ("published", "outlet", "language", "url", "title")
        return {name: getattr(self, name) for name in names if getattr(self, name)}

    def of_one_only(self) -> list[str]:
        """The options given that can only be said of a single article."""
        one = {"--id": self.identifier, "--url": self.url, "--title": self.title}
        return [option for option, value in one.items() if value]


@dataclass(frozen=True, slots=True)
class Found:
    """An article and where it was found. `named_by_file`: nothing but its file's name says which source it is."""

    place: str
    article: Article
    named_by_file: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place where an article should be, and why there is none."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A place where an article says more than is read, and under which names that no line before it had."""

    place: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.place}: {', '.join(self.names)}: not read; what is read: {', '.join(LINE_FIELDS)}"


def read(
    name: str, *, form: Form | None, stated: Stated, advance: Callable[[int], object] = lambda _: None
) -> Iterator[Found | Unreadable | Unread]:
    """The articles of a file, or of standard input for "-", one by one as they are read.

    `advance` is told of every byte read. Raises CommandError where the options do not fit what is in the file.
    """
    try:
        with _opened(name) as stream:
            form = form or BY_ENDING.get(Path(name).suffix.lower()) or _form_of(stream.peek(4096))
            if form is Form.LINES:
                yield from _many(name, _counted(stream, advance), stated)
            else:
                raw = stream.read()
                advance(len(raw))
                yield _one(name, raw, form, stated)
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error))


def require_one(inputs: Sequence[str], stated: Stated) -> None:
    """Raise CommandError where several inputs are given what can be said of a single article only."""
    if len(inputs) > 1 and (only := stated.of_one_only()):
        raise CommandError(f"{', '.join(only)} can't be said of {len(inputs)} inputs.", returncode=USAGE)


def lines_of(name: str, advance: Callable[[int], object]) -> Iterator[bytes]:
    """The lines of a file, or of standard input for "-"; `advance` is told of every byte read. Raises OSError."""
    with _opened(name) as stream:
        yield from _counted(stream, advance)


def size_of(names: Iterable[str]) -> int | None:
    """All the bytes of some files; None where nobody can know, as with standard input."""
    try:
        return sum(Path(name).stat().st_size for name in names)
    except OSError:
        return None


def reasons(error: ValidationError) -> str:
    """What is wrong with an article: field and reason of each mistake, fields by the names that files use."""
    if not hasattr(error, "error_dict"):
        return "; ".join(error.messages)
    in_files = {kept: stated for stated, kept in LINE_FIELDS.items()}
    return "; ".join(
        message if name == "__all__" else f"{in_files.get(name, name)}: {message}"
        for name, messages in error.message_dict.items()
        for message in messages
    )


def _opened(name: str) -> AbstractContextManager[BufferedReader]:
    if name == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)  # type: ignore[arg-type]  # it is a BufferedReader
    return Path(name).open("rb")


def _form_of(start: bytes) -> Form:
    if HTML_START.match(start):
        return Form.HTML
    return Form.LINES if LINES_START.match(start) else Form.TEXT


def _counted(lines: Iterable[bytes], advance: Callable[[int], object]) -> Iterator[bytes]:
    for line in lines:
        advance(len(line))
        yield line


def _many(name: str, lines: Iterable[bytes], stated: Stated) -> Iterator[Found | Unreadable | Unread]:
    if options := stated.of_one_only():
        raise CommandError(
            f"{name} holds an article a line: {', '.join(options)} can't be said of all of them.", returncode=USAGE
        )
    others: set[str] = set()
    told: set[str] = set()
    for number, row in from_lines(lines, others=others):
        place = f"{name}:{number}"
        if new := others - told:
            yield Unread(place, tuple(sorted(new)))
            told |= new
        if isinstance(row, BadLine):
            yield Unreadable(place, row.reason)
        else:
            yield Found(place, row.replaced(**stated.fields))


def _one(name: str, raw: bytes, form: Form, stated: Stated) -> Found | Unreadable:
    identifier = stated.identifier or stated.url
    if not identifier and name == STANDARD_INPUT:
        raise CommandError("A text from standard input has no name: give --id or --url.", returncode=USAGE)
    media_type = "text/html" if form is Form.HTML else "text/plain"
    try:
        article = article_of(raw, identifier=identifier or Path(name).name, media_type=media_type, **stated.fields)
    except ValidationError as error:
        return Unreadable(name, reasons(error))
    return Found(name, article, named_by_file=not identifier)
