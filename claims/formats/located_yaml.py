"""YAML whose mappings know on which lines of the file they stand, each key once."""

from collections.abc import Iterator
from typing import Any

import yaml

from claims.formats.articles import FormatError
from claims.formats.plain_yaml import require_merged

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where it is there: ten times as fast


class Fields(dict[Any, Any]):
    """A mapping, its line, and the line of each of its keys."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[Any, int] = {}


class Loader(LOADER):  # type: ignore[misc]  # whichever there is
    """Plain values only, as of any safe loader."""


def _fields(loader: Any, node: yaml.MappingNode) -> Iterator[Fields]:
    found = Fields(node.start_mark.line + 1)
    yield found  # before its members are read: that is how PyYAML makes what an alias refers to
    for named, value in node.value:
        key, mark = loader.construct_object(named, deep=True), named.start_mark
        if not isinstance(named, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "a key is one plain word", mark)
        if key in found.lines:
            told = f"{key}: stands twice, first on line {found.lines[key]}"
            raise yaml.constructor.ConstructorError(None, None, told, mark)
        found.lines[key] = mark.line + 1
        found[key] = loader.construct_object(value, deep=True)


def _moment(loader: Any, node: yaml.ScalarNode) -> Any:
    """A day or time; one that the calendar does not have stays text, for its field to refuse."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return node.value


def _number(loader: Any, node: yaml.ScalarNode) -> Any:
    """A number; what YAML 1.1 takes for another than it looks, as 12:30 for 750, stays text."""
    found = loader.construct_yaml_int(node)
    return found if str(found) == node.value else node.value


def _truth(loader: Any, node: yaml.ScalarNode) -> Any:
    """True or false; a plain word that YAML 1.1 takes for one of them, as the language `no`, stays text."""
    return loader.construct_yaml_bool(node) if node.value in ("true", "false") else node.value


Loader.add_constructor("tag:yaml.org,2002:map", _fields)
Loader.add_constructor("tag:yaml.org,2002:int", _number)
Loader.add_constructor("tag:yaml.org,2002:bool", _truth)
Loader.add_constructor("tag:yaml.org,2002:timestamp", _moment)


def rows_of(stream: Any) -> list[Fields]:
    """The mappings of a file. Raises FormatError."""
    raw = stream.read() if hasattr(stream, "read") else stream
    try:
        rows = yaml.load(raw, Loader=Loader)  # noqa: S506  # a safe loader, under another name
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise FormatError(f"This is not YAML: {_unmerged(raw) or error}") from error
    if not isinstance(rows, list):
        raise FormatError("This is no list of rows.")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Fields):
            raise FormatError(f"Row {number} is no mapping: {row!r:.80}")
    return rows


def _unmerged(raw: str | bytes) -> str:
    """The line of a merge that is not resolved; empty where there is none."""
    try:
        require_merged(raw if isinstance(raw, str) else raw.decode("utf-8", "replace"))
    except FormatError as error:
        line, _, reason = str(error).partition(": ")
        return f"line {line} {reason}"
    return ""
