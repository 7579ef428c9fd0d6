"""YAML from outside, read as plainly as a review needs it: mappings, lists and scalars, each with its line.

It is read event by event, never made into objects: no tags, no anchors or aliases, no key twice, one document, and
limits on size and depth. A mistake is a FormatError that begins with the line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.resolver import Resolver

from claims.formats.articles import FormatError

MOST_BYTES = 16 * 1024 * 1024
MOST_DEPTH = 16
# libyaml where it is there: ten times as fast, and the same events.
PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
RESOLVER = Resolver()
# What git leaves where two edits clash: at the margin, where nothing else of a file begins so.
UNMERGED = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r]|$)", re.MULTILINE)
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
TAG = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Scalar:
    """One value as it is written. `kind` is what YAML takes it for: str, int, null, timestamp, bool and so on."""

    line: int
    text: str
    kind: str


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """A mapping, and the line of each of its keys."""

    line: int
    fields: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Items | Fields


def at(line: int, reason: str) -> FormatError:
    """What is wrong on a line, counted from 1."""
    return FormatError(f"{line}: {reason}")


def read(raw: bytes) -> Node:
    """The one document of a file. Raises FormatError, `LINE: reason`."""
    text = _decoded(raw)
    try:
        return _document(yaml.parse(text, Loader=PARSER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        told = " ".join(filter(None, (error.context, error.problem)))
        raise at(mark.line + 1 if mark else 1, f"is not YAML: {told}") from error
    except yaml.YAMLError as error:
        raise at(1, f"is not YAML: {' '.join(str(error).split())}") from error


def _decoded(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise at(1, f"the file is larger than {MOST_BYTES // 1024 // 1024} MiB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise at(raw.count(b"\n", 0, error.start) + 1, f"is not UTF-8 ({error.reason})") from error
    if found := yaml.reader.Reader.NON_PRINTABLE.search(text):
        where = text.count("\n", 0, found.start()) + 1
        raise at(where, f"has the control character U+{ord(found[0]):04X}, which YAML does not take")
    require_merged(text)
    return text


def require_merged(text: str) -> None:
    """Raise FormatError at the first mark of a merge that nobody has resolved."""
    if found := UNMERGED.search(text):
        raise at(text.count("\n", 0, found.start()) + 1, f"has {found[0]} of a merge that is not resolved")


def _document(events: Iterator[yaml.Event]) -> Node:
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise at(_line(event), "is a second document: a file has one")
        if isinstance(event, yaml.NodeEvent):
            root = _node(event, events, 0)
    if root is None:
        raise at(1, "the file is empty")
    return root


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise at(line, "anchors and aliases (& and *) are not read here: write it out")
    if tag := getattr(event, "tag", None):
        raise at(line, f"the tag {tag} is not read here")
    if depth > MOST_DEPTH:
        raise at(line, f"is nested more than {MOST_DEPTH} deep")
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(line, _storable(line, event.value), _kind(event))
    if isinstance(event, yaml.SequenceStartEvent):
        items = Items(line)
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.items.append(_node(inner, events, depth + 1))
        return items
    return _fields(line, events, depth)


def _fields(line: int, events: Iterator[yaml.Event], depth: int) -> Fields:
    found = Fields(line)
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, depth + 1)
        if not isinstance(key, Scalar):
            raise at(key.line, "is a key of several parts, where a plain word is due")
        if key.text in found.fields:
            raise at(key.line, f"{key.text}: stands twice, first on line {found.lines[key.text]}")
        found.lines[key.text] = key.line
        found.fields[key.text] = _node(next(events), events, depth + 1)
    return found


def _storable(line: int, text: str) -> str:
    """The text itself; escapes within quotes can spell what no text has."""
    if found := UNSTORABLE.search(text):
        raise at(line, f"has the character U+{ord(found[0]):04X}, which a text cannot have")
    return text


def _kind(event: yaml.ScalarEvent) -> str:
    resolved = RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]  # not in the stubs
    return str(resolved).removeprefix(TAG)
