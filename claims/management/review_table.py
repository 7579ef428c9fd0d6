"""What review files would change, for people: a table, or in a narrow window one change below the other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from claims.management.sheet import INDENT, Sheet, padded
from claims.operations.review import Change, Refusal, Reviewed

WIDEST, TABLE = 120, 80  # columns; from how many on there is room for a table
LINE, GAP = 5, 2
HEADS = ("line", "field", "in the database", "in the file")
NOTHING = "–"
LONG = 400  # characters of a value; the file has the rest


def as_table(reviewed: Reviewed, width: int) -> str:
    """The changes file by file, and below them what is refused and why."""
    sheet = Sheet(width, in_colour=False)
    lines: list[str] = []
    for file, changes in groupby(reviewed.changes, lambda change: change.file):
        lines += [*sheet.plain(file), *_changes(sheet, list(changes)), ""]
    if reviewed.refusals:
        lines += [*refused(reviewed.refusals, width), ""]
    return "\n".join([*lines, *sheet.plain(summary(reviewed))])


def refused(refusals: Iterable[Refusal], width: int) -> Iterator[str]:
    """What is refused: the place and the reason, and both values where there are two."""
    sheet = Sheet(width, in_colour=False)
    for one in refusals:
        yield from sheet.plain(str(one), hanging=INDENT)
        if one.held is not None or one.said is not None:
            yield from _both(sheet, one)


def summary(reviewed: Reviewed) -> str:
    """How much would change and how much is refused."""
    if not reviewed.changes and not reviewed.refusals:
        return "Nothing would change."
    files = len({change.file for change in reviewed.changes})
    told = f"{counted(len(reviewed.changes), 'change')} in {counted(files, 'file')}."
    return f"{told} Refused: {len(reviewed.refusals)}." if reviewed.refusals else told


def counted(number: int, what: str) -> str:
    """So many of something, in words: 1 file, 2 files."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def as_data(reviewed: Reviewed) -> dict[str, Any]:
    """The same as plain JSON data."""
    return {
        "changes": [_row(one) | {"verb": one.verb} for one in reviewed.changes],
        "refusals": [_row(one) | {"reason": one.reason} for one in reviewed.refusals],
    }


def _row(one: Change | Refusal) -> dict[str, Any]:
    return {"file": one.file, "line": one.line, "field": one.field, "in_database": one.held, "in_file": one.said}


def _changes(sheet: Sheet, changes: Sequence[Change]) -> Iterator[str]:
    if sheet.width < TABLE:
        for change in changes:
            yield from sheet.plain(f"line {change.line}: {change.field}", "  ", INDENT)
            yield from _both(sheet, change)
        return
    field = min(max(len(HEADS[1]), *(len(change.field) for change in changes)), sheet.width // 3)
    value = (sheet.width - LINE - field - 3 * GAP) // 2
    widths = (LINE, field, value, value)
    yield from _table_row(HEADS, widths)
    yield (" " * GAP).join("─" * width for width in widths)
    for change in changes:
        yield from _table_row((str(change.line), change.field, shown(change.held), shown(change.said)), widths)


def _table_row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """One row, its cells wrapped each in its own column."""
    columns = [list(Sheet(width, in_colour=False).plain(cell)) for cell, width in zip(cells, widths, strict=True)]
    for n in range(max(map(len, columns))):
        parts = (lines[n] if n < len(lines) else "" for lines in columns)
        yield (" " * GAP).join(map(padded, parts, widths)).rstrip()


def _both(sheet: Sheet, one: Change | Refusal) -> Iterator[str]:
    yield from sheet.plain(f"database: {shown(one.held)}", INDENT, INDENT + "  ")
    yield from sheet.plain(f"file: {shown(one.said)}", INDENT, INDENT + "  ")


def shown(value: Any) -> str:
    """A value on one line: what an entry says, key by key."""
    if value is None:
        return NOTHING
    if isinstance(value, dict):
        text = "; ".join(f"{name}: {shown(inner)}" for name, inner in value.items())
    elif isinstance(value, list):
        text = ", ".join(map(shown, value)) or NOTHING
    else:
        text = str(value)
    return text if len(text) <= LONG else text[: LONG - 1].rstrip() + "…"
