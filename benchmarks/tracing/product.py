"""The product's own tables filled with made-up quotations in bulk, and asked as a user asks."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection, models
from django.utils import timezone

from claims.models import Quotation, Segment, Snapshot, Source, Wording
from claims.operations.wordings import recount
from claims.text.contractions import long_forms_of
from claims.text.fingerprint import shingles

PER_SOURCE = 20  # quotations in one text


class Said(NamedTuple):
    """A quotation to be held: its number from 0, its words as printed, who said it and when it was printed."""

    number: int
    text: str
    speaker: str
    day: date


class Loaded(NamedTuple):
    load_seconds: float
    index_seconds: float
    index_bytes: int
    table_bytes: int


def load(rows: Iterable[Said], *, together: bool = True) -> Loaded:
    """Fill the empty tables. A quotation's id is its number and one. `together` puts twenty into one text.

    Needs the owner's connection: triggers and history are left out, as no bulk load of a user's can.
    """
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        indexes = _word_indexes(cursor)
        for name in indexes:
            cursor.execute(f"DROP INDEX {name}")  # a name of our own
        sources = list(_sources(rows, PER_SOURCE if together else 1))
        _copy(Source, (_source(number, said) for number, said in sources))
        _copy(Snapshot, (_snapshot(number, said) for number, said in sources))
        _copy(Quotation, (_quotation(*placed) for number, said in sources for placed in _placed(number, said)))
        _copy(Segment, (_segment(*placed) for number, said in sources for placed in _placed(number, said)))
        _copy(Wording, (_wording(one) for _, said in sources for one in said))
        loaded = time.perf_counter()
        cursor.execute("SET maintenance_work_mem = '1GB'")
        for definition in indexes.values():
            cursor.execute(definition)
        for table in ("source", "snapshot", "quotation", "segment", "wording"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('claims_{table}', 'id'), max(id)) FROM claims_{table}"  # noqa: S608
            )
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
    recount()
    done = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_relation_size('wording_shingles') + pg_relation_size('wording_pairs')"
            " + pg_relation_size('wording_fragments'), pg_relation_size('claims_wording')"
        )
        [sizes] = cursor.fetchall()
    return Loaded(loaded - started, done - loaded, *sizes)


def _word_indexes(cursor: Any) -> dict[str, str]:
    """What is found by words or runs of words, by name: built after the rows, in one go."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'claims_wording' AND indexdef LIKE '%USING gin%'"
    )
    return dict(cursor.fetchall())


def _sources(rows: Iterable[Said], each: int) -> Iterator[tuple[int, list[Said]]]:
    remaining, number = iter(rows), 0
    while said := list(islice(remaining, each)):
        number += 1
        yield number, said


def _placed(source: int, said: list[Said]) -> Iterator[tuple[int, Said, int]]:
    """Each quotation of a text with where it starts: behind its mark, on a line of its own."""
    start = 1
    for one in said:
        yield source, one, start
        start += len(one.text) + 3


def _source(number: int, said: list[Said]) -> dict[str, Any]:
    day = min(one.day for one in said)
    return {
        "id": number,
        "identifier": f"made-up/{number}",
        "language": "en",
        "date_edtf": day.isoformat(),
        "date_earliest": day,
        "date_latest": day,
        "date_basis": "stated",
    }


def _snapshot(number: int, said: list[Said]) -> dict[str, Any]:
    text = "\n".join(f"“{one.text}”" for one in said)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {
        "id": number,
        "source_id": number,
        "number": 1,
        "text": text,
        "text_sha256": digest,
        "raw_sha256": digest,
        "method": "text",
    }


def _quotation(source: int, one: Said, start: int) -> dict[str, Any]:
    return {
        "id": one.number + 1,
        "snapshot_id": source,
        "locator": f"{start}-{start + len(one.text)}",
        "kind": "direct",
        "speaker_name": one.speaker,
        "speaker_kind": "person",
        "origin": "benchmark",
    }


def _segment(source: int, one: Said, start: int) -> dict[str, Any]:
    number = one.number + 1
    return {
        "id": number,
        "quotation_id": number,
        "position": 0,
        "start": start,
        "end": start + len(one.text),
        "exact": one.text,
    }


def _wording(one: Said) -> dict[str, Any]:
    forms = long_forms_of(one.text)
    return {
        "id": one.number + 1,
        "quotation_id": one.number + 1,
        "words": " ".join(forms),
        "shingles": _array(shingles(forms, 3)),
        "pairs": _array(shingles(forms, 2)),
    }


def _array(numbers: list[int]) -> str:
    """A list as PostgreSQL writes it: for psycopg to find out would take most of the time."""
    return "{" + ",".join(map(str, numbers)) + "}"


def _copy(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> None:
    fields = model._meta.concrete_fields
    now = timezone.now()
    empty = {f.attname: f.get_default() if f.has_default() else None if f.null else "" for f in fields}
    empty |= {f.attname: now for f in fields if isinstance(f, models.DateTimeField) and not f.null}
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([row.get(field.attname, empty[field.attname]) for field in fields])
