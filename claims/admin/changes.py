"""A record's history as a table to read: who, when, what, before and after, ids turned into names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db import models

from claims.models import Answer, Claim, Outlet, Rating, Speaker
from claims.models.history import Change, Entry

# The columns that hold an id, and the records that it is an id of.
NAMED: dict[str, type[models.Model]] = {
    "speaker": Speaker,
    "outlet": Outlet,
    "claim": Claim,
    "from_claim": Claim,
    "to_claim": Claim,
    "merged_into": Claim,
    "rating": Rating,
    "attribution_rating": Rating,
    "accuracy_rating": Rating,
    **dict.fromkeys(
        ("checker", "approver", "author", "created_by", "decided_by", "captured_by", "made_by", "undone_by", "user"),
        User,
    ),
}
# Columns that say nothing to a reader: they follow from others, or from the row's own place and time.
UNSAID = frozenset(
    {
        "uid", "locator", "text_sha256", "raw_sha256", "created_at", "captured_at", "decided_at", "made_at",
        "undone_at", "parted", "date_start", "date_end", "date_earliest", "date_latest", "speaker_start", "speaker_end",
        "evidence_count", "found_at",
    }
)  # fmt: skip
# Of a row that was made these say no more than who made it, to what it belongs, or what every row starts with.
PLAIN_AT_FIRST = frozenset(
    {
        "claim", "quotation", "snapshot", "sought_in", "source", "speaker_kind", "slug", "number", "media_type",
        "method", "origin", "rule", "confidence", "state", "language", "start", "end", "parent", "date_basis",
        "date_base", "attribution_stage", "accuracy_stage", "author", "created_by", "captured_by", "checker",
    }
)  # fmt: skip
DONE = {"insert": "made", "update": "changed", "delete": "deleted"}
MOST_CHARACTERS = 300
UP_TO_THERE = 100  # characters before the first difference


@dataclass(frozen=True, slots=True)
class Shown:
    """One field, its value before and after in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """One event. `how` is the operation, or that the row was written past them."""

    at: datetime
    who: str
    how: str
    what: str
    changes: tuple[Shown, ...]


def rows(entries: Iterable[Entry]) -> list[Row]:
    """The events in their order, with one query for each kind of record that they name by id."""
    entries = list(entries)
    names = _names(change for entry in entries for change in entry.changes)
    return [
        Row(
            at=entry.at,
            who=entry.actor or "—",
            how=entry.operation or "not by an operation",
            what=f"{entry.record} {entry.record_id} {DONE.get(entry.action, entry.action)}",
            changes=tuple(
                Shown(
                    change.field.replace("_", " "),
                    *cut(_said(change.field, change.before, names), _said(change.field, change.after, names)),
                )
                for change in entry.changes
                if not isinstance(change.after, UUID)
                and change.after != Answer.NOT_ASKED
                and change.field not in (UNSAID | PLAIN_AT_FIRST if entry.action == "insert" else UNSAID)
            ),
        )
        for entry in entries
    ]


Names = dict[type[models.Model], dict[Any, models.Model]]


def _names(changes: Iterable[Change]) -> Names:
    wanted: dict[type[models.Model], set[Any]] = {}
    for change in changes:
        if change.field in NAMED:
            wanted.setdefault(NAMED[change.field], set()).update({change.before, change.after} - {None})
    return {model: model._default_manager.in_bulk(ids) for model, ids in wanted.items()}


def _said(field: str, value: Any, names: Names) -> str:
    if value is None or value == "":
        return ""
    if field in NAMED:
        return str(names[NAMED[field]].get(value, f"number {value}"))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def cut(before: str, after: str) -> tuple[str, str]:
    """Of what is long the part around the first difference: before and after may well begin with the same page."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = max(0, shared - UP_TO_THERE)
    first, second = (_part(words, start) for words in (before, after))
    return first, second


def _part(words: str, start: int) -> str:
    if len(words) <= MOST_CHARACTERS:
        return words
    shown = words[start : start + MOST_CHARACTERS - 1]
    return ("…" if start else "") + shown + ("…" if start + len(shown) < len(words) else "")
