"""What a claim's review file may hold, as one table, and the reading of a file that somebody edited.

Every mistake is told with its line and field, all of a file at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from claims.formats.articles import FormatError
from claims.formats.claim_files import Data, Path, text_of
from claims.formats.plain_yaml import Fields, Items, Node, Scalar, read
from claims.formats.review_yaml import Prose

# What an entry may hold: each key with the shape of its value; those marked by a star have to be there.
REPLY = {"to": "number", "kind": "text", "text": "prose", "by*": "text"}
NOTE = {"kind": "text", "text": "prose", "by*": "text", "replies": [REPLY]}
EVIDENCE = {
    "number*": "number",
    "stance*": "text",
    "source*": "text",
    "capture*": "number",
    "passage": "prose",
    "at": "text",
    "note": "prose",
    "by*": "text",
}
JUDGEMENT = {
    "stage*": "text",
    "rating": "text",
    "rationale": "prose",
    "evidence": "numbers",
    "remark": "prose",
    "by*": "text",
    "notes": [NOTE],
}
QUESTION = {"evidence": [EVIDENCE], "judgements": [JUDGEMENT]}
APPEARANCE = {
    "capture*": "number",
    "kind*": "text",
    "words*": "prose",
    "speaker": "text",
    "date": "text",
    "chain": "texts",
    "notes": [NOTE],
}
SOURCE = {
    "source*": "text",
    "title": "text",
    "outlet": "text",
    "published": "text",
    "url": "text",
    "appearances*": [APPEARANCE],
}
CLAIM = {
    "claim*": "text",
    "merged_into": "text",
    "words*": "prose",
    "speaker": "text",
    "no_speaker": "text",
    "date": {"worded": "text", "edtf": "text", "basis": "text", "counted_from": "text"},
    "venue": "text",
    "addressee": "text",
    "language*": "text",
    "topics": "names",
    "sources": [SOURCE],
    "attribution": QUESTION,
    "accuracy": QUESTION,
    "links": [{"kind*": "text", "claim*": "text", "note": "prose", "by*": "text"}],
    "notes": [NOTE],
}
# A list that is read as it is where it is empty too: a question that nobody answered.
KEPT_EMPTY = "replies"

Shape = Any  # a name of READERS or LISTS, a mapping of keys to shapes, or a list of the one shape of its entries


@dataclass(frozen=True, slots=True)
class Mistake:
    """What cannot be read in a file: on which line, in which field (empty: the file as a whole), and why."""

    line: int
    field: str
    reason: str


@dataclass(slots=True)
class ClaimFile:
    """One file of a claim as it was read: what it says, and on which line; or what is wrong with it."""

    name: str
    data: Data = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line_of(self, path: Path) -> int:
        """The line of a field, or of what it would stand in where it is not there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def claim_file(name: str, raw: bytes) -> ClaimFile:
    """What a file says. It has `data` only where it has no `mistakes`."""
    found = ClaimFile(name)
    try:
        root = read(raw)
    except FormatError as error:
        line, _, reason = str(error).partition(": ")
        found.mistakes.append(Mistake(int(line), "", reason))
        return found
    found.data = _shaped(found, root, CLAIM, ()) or {}
    return found


def first_other_line(data: Data, raw: bytes) -> int | None:
    """The first line of a file that an export would write otherwise, though it says the same; None where all agree."""
    pairs = zip_longest(text_of(data).encode().split(b"\n"), raw.split(b"\n"))
    return next((n for n, (ours, theirs) in enumerate(pairs, 1) if ours != theirs), None)


def named(path: Path) -> str:
    """A field by the way to it, entries of a list counted from 1: attribution.judgements[2].rating."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _shaped(found: ClaimFile, node: Node, shape: Shape, path: Path) -> Any:
    """The value of a node, or None where it is not of its shape, which is then among the mistakes."""
    found.lines.setdefault(path, node.line)
    if isinstance(node, Scalar) and node.kind == "null" and not node.text:
        return None  # a key with nothing behind it
    if isinstance(shape, dict):
        return _fields(found, node, shape, path)
    if isinstance(shape, list):
        return _rows(found, node, shape[0], path)
    return _values(found, node, shape, path) if shape in LISTS else _value(found, node, shape, path)


def _value(found: ClaimFile, node: Node, shape: str, path: Path) -> Any:
    try:
        return READERS[shape](node)
    except ValueError as error:
        found.mistakes.append(Mistake(node.line, named(path), str(error)))
        return None


def _values(found: ClaimFile, node: Node, shape: str, path: Path) -> list[Any]:
    """A list of plain values, what is wrong with one told at its own place."""
    if not isinstance(node, Items):
        found.mistakes.append(Mistake(node.line, named(path), f"is {_told(node)}, not a list such as [a, b]"))
        return []
    each, once = LISTS[shape]
    values: list[Any] = []
    for n, item in enumerate(node.items):
        value = _value(found, item, each, (*path, n))
        if once and value is not None and value in values:
            found.mistakes.append(Mistake(item.line, named((*path, n)), f"names {value} twice"))
        values.append(value)
    return values


def _rows(found: ClaimFile, node: Node, shape: Shape, path: Path) -> list[Any]:
    if not isinstance(node, Items):
        found.mistakes.append(Mistake(node.line, named(path), f"is {_told(node)}, not a list"))
        return []
    for n, item in enumerate(node.items):
        if isinstance(item, Scalar) and item.kind == "null" and not item.text:
            found.mistakes.append(Mistake(item.line, named((*path, n)), "is empty"))
    return [_shaped(found, item, shape, (*path, n)) or {} for n, item in enumerate(node.items)]


def _fields(found: ClaimFile, node: Node, shape: dict[str, Shape], path: Path) -> Data:
    if not isinstance(node, Fields):
        found.mistakes.append(Mistake(node.line, named(path), f"is {_told(node)}, not keys with values"))
        return {}
    shapes = {key.removesuffix("*"): inner for key, inner in shape.items()}
    values: Data = {}
    for key, inner in node.fields.items():
        found.lines[(*path, key)] = node.lines[key]
        if key not in shapes:
            reason = f"is not a field here; these are: {', '.join(shapes)}"
            found.mistakes.append(Mistake(node.lines[key], named((*path, key)), reason))
        elif f"{key}*" in shape and _is_nothing(inner):
            reason = "needs a value, and this is nothing to YAML: put the word in quotes if it is meant"
            found.mistakes.append(Mistake(node.lines[key], named((*path, key)), reason))
        else:
            values[key] = _shaped(found, inner, shapes[key], (*path, key))
    _require(found, shape, values, node, path)
    if values.get("kind") == "questioning" and KEPT_EMPTY in shapes:
        values[KEPT_EMPTY] = values.get(KEPT_EMPTY) or []
    return {
        key: values[key]
        for key in shapes
        if values.get(key) not in (None, "", [], {}) or (key == KEPT_EMPTY and values.get("kind") == "questioning")
    }


def _require(found: ClaimFile, shape: dict[str, Shape], values: Data, node: Fields, path: Path) -> None:
    """Tell what has to be there and is not, unless what is there was told to be wrong already."""
    told = {mistake.field for mistake in found.mistakes}
    for name in (key.removesuffix("*") for key in shape if key.endswith("*")):
        field_name = named((*path, name))
        if values.get(name) in (None, "", []) and field_name not in told:
            line, reason = (node.lines[name], "is empty") if name in node.fields else (node.line, "is missing")
            found.mistakes.append(Mistake(line, field_name, reason))


def _is_nothing(node: Node) -> bool:
    """Whether it is a word that YAML reads as no value, such as ~ or null."""
    return isinstance(node, Scalar) and node.kind == "null" and bool(node.text)


def _text(node: Node) -> str:
    """A text as it is written, whatever else YAML would take it for: false is a rating, and 2024-09-12 a date.

    White space around it is not of it: nobody sees the line end that `|` keeps and `|-` does not.
    """
    if not isinstance(node, Scalar):
        raise ValueError(f"is {_told(node)}, not a text")
    if node.kind == "null":
        raise ValueError("is nothing to YAML: leave the field out, or put the word in quotes")
    text = node.text.strip()
    if node.text and not text:
        raise ValueError("is nothing but white space")
    return text


def _number(node: Node) -> int:
    if not isinstance(node, Scalar) or node.kind != "int" or not node.text.isdecimal() or len(node.text) > 9:
        raise ValueError(f"is {_told(node)}, not a number such as 1")
    return int(node.text)


def _told(node: Node) -> str:
    if isinstance(node, Scalar):
        return repr(node.text if len(node.text) <= 40 else node.text[:39] + "…")
    return "a list" if isinstance(node, Items) else "keys with values"


READERS: dict[str, Callable[[Node], Any]] = {
    "text": _text,
    "prose": lambda node: Prose(_text(node)),
    "number": _number,
}
# Lists of plain values: the shape of each, and whether one may stand once only.
LISTS = {"texts": ("text", False), "names": ("text", True), "numbers": ("number", True)}
