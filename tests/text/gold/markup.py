"""Our own annotated articles: marked-up text in, the scorer's JSON lines out. README.md here tells of the marks.

`python3 -m tests.text.gold.markup` writes gold.jsonl anew from the marked-up files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LINES = HERE / "gold.jsonl"
COMMAND = "python3 -m tests.text.gold.markup"

PARTS = {"s": "source", "q": "cue", "c": "content"}
WANTED = ("id", "published", "language", "genre")
OPENING = re.compile(r"⟦([^⟦⟧|\n]*)\|")
LABEL = re.compile(r"([sqc])(\d+)")
NUMBERS = re.compile(r"\d+(?: \d+)*")
HEADER = re.compile(r"([a-z]+): (\S.*)")


class GoldError(ValueError):
    """A marked-up file cannot be read; the message names the file, the line and the reason."""


@dataclass(slots=True)
class Attribution:
    """One attribution while its parts are gathered: spans are [start, end) into the bare text."""

    line: int
    source: list[list[int]] = field(default_factory=list)
    cue: list[list[int]] = field(default_factory=list)
    content: list[list[int]] = field(default_factory=list)
    speaker_name: str | None = None
    optional: bool = False

    def row(self) -> dict[str, Any]:
        row = {"source": self.source, "cue": self.cue, "content": self.content, "speaker_name": self.speaker_name}
        return row | ({"optional": True} if self.optional else {})


@dataclass(slots=True)
class Marked:
    """A marked-up file while it is read."""

    name: str
    header: dict[str, str] = field(default_factory=dict)
    speakers: list[tuple[int, str]] = field(default_factory=list)
    optional: list[tuple[int, str]] = field(default_factory=list)
    attributions: dict[str, Attribution] = field(default_factory=dict)

    def wrong(self, line: int, reason: str) -> GoldError:
        return GoldError(f"{self.name}:{line}: {reason}")


def parse(name: str, raw: str) -> dict[str, Any]:
    """The article of one marked-up file, in the scorer's form. Raises GoldError."""
    marked = Marked(name)
    head, blank, body = raw.partition("\n\n")
    if not blank:
        raise marked.wrong(1, "no empty line between header and text")
    _read_header(marked, head)
    text = _read_body(marked, body.rstrip("\n"), first_line=head.count("\n") + 3)
    _apply_header(marked)
    for number, one in marked.attributions.items():
        if not one.content or not (one.cue or one.optional):
            raise marked.wrong(one.line, f"attribution {number} has no {'cue' if one.content else 'content'}")
    found = sorted(marked.attributions.values(), key=lambda one: (one.content, one.cue))
    return {**marked.header, "text": text, "attributions": [one.row() for one in found]}


def _read_header(marked: Marked, head: str) -> None:
    for line, row in enumerate(head.split("\n"), start=1):
        match = HEADER.fullmatch(row)
        key = match[1] if match else ""
        if match is None or key not in (*WANTED, "speaker", "optional"):
            raise marked.wrong(line, f"not a header line: {row!r}")
        if key == "speaker":
            marked.speakers.append((line, match[2]))
        elif key == "optional":
            marked.optional.append((line, match[2]))
        elif key in marked.header:
            raise marked.wrong(line, f"a second {key!r}")
        else:
            marked.header[key] = match[2]
    if missing := [key for key in WANTED if key not in marked.header]:
        raise marked.wrong(1, f"header lacks {', '.join(missing)}")


def _read_body(marked: Marked, body: str, first_line: int) -> str:
    """The bare text; what the marks say goes into `marked.attributions`."""
    text: list[str] = []
    length = at = 0
    opened: list[tuple[str, int, int]] = []  # labels, start in the bare text, line
    for mark in re.finditer("[⟦⟧]", body):
        line = first_line + body.count("\n", 0, mark.start())
        text.append(body[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark.group() == "⟦":
            opening = OPENING.match(body, mark.start())
            if opening is None:
                raise marked.wrong(line, "⟦ without labels and |")
            opened.append((opening[1], length, line))
            at = opening.end()
        elif not opened:
            raise marked.wrong(line, "⟧ closes nothing")
        else:
            labels, start, _ = opened.pop()
            _close(marked, line, labels, start, length)
    if opened:
        raise marked.wrong(opened[-1][2], f"⟦{opened[-1][0]}| is never closed")
    return "".join([*text, body[at:]])


def _close(marked: Marked, line: int, labels: str, start: int, end: int) -> None:
    if start == end:
        raise marked.wrong(line, f"⟦{labels}|⟧ holds nothing")
    for label in labels.split(" "):
        match = LABEL.fullmatch(label)
        if match is None:
            raise marked.wrong(line, f"not a label: {label!r} (s, q or c, and a number)")
        one = marked.attributions.setdefault(match[2], Attribution(line))
        getattr(one, PARTS[match[1]]).append([start, end])


def _apply_header(marked: Marked) -> None:
    for line, row in marked.speakers:
        numbers, equals, name = row.partition(" = ")
        if not equals or not name.strip():
            raise marked.wrong(line, "a speaker line is written “speaker: 1 2 = Full Name”")
        for one in _numbered(marked, line, numbers):
            if one.speaker_name:
                raise marked.wrong(line, f"one of {numbers} has a speaker already")
            one.speaker_name = name.strip()
    for line, numbers in marked.optional:
        for one in _numbered(marked, line, numbers):
            one.optional = True


def _numbered(marked: Marked, line: int, numbers: str) -> Iterator[Attribution]:
    if not NUMBERS.fullmatch(numbers):
        raise marked.wrong(line, f"not numbers with a space between: {numbers!r}")
    for number in numbers.split(" "):
        if number not in marked.attributions:
            raise marked.wrong(line, f"there is no attribution {number}")
        yield marked.attributions[number]


def articles(folder: Path = HERE) -> list[dict[str, Any]]:
    """Every marked-up article of a folder, by file name. Raises GoldError, also where two share an id."""
    found: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.txt")):
        article = parse(path.name, path.read_text(encoding="utf-8"))
        if any(other["id"] == article["id"] for other in found):
            raise GoldError(f"{path.name}:1: another file has the id {article['id']}")
        found.append(article)
    return found


def lines(rows: list[dict[str, Any]]) -> str:
    """The scorer's JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    LINES.write_text(lines(articles()), encoding="utf-8")
