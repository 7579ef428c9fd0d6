"""Many passages of one long text, added by one statement: each is held against the text, which is read once."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from claims.models import Segment, Snapshot
from claims.models.triggers import AHEAD, BESIDE
from claims.operations.extract import segments_of
from claims.text.spans import Span
from tests import factories

pytestmark = pytest.mark.django_db

LETTERS = "abcdefghij é“”🚤\n"
DRAWN = random.Random(1)  # noqa: S311  # the same ones every time
LONG = "".join(DRAWN.choices(LETTERS, k=6 * AHEAD))
LAST = len(LONG)
# Passages of it: at its edges, across those of the pieces that it is read in, longer than a piece, one in another.
SPANS = [
    *(Span(start, start + 40) for start in range(0, LAST - 40, 997)),
    *(Span(edge + by, edge + by + 60) for edge in (AHEAD, 2 * AHEAD) for by in (-BESIDE - 1, -BESIDE, -60, -1, 0, 1)),
    *(Span(9, 9 + length) for length in (1, AHEAD - BESIDE, AHEAD, 3 * AHEAD)),
    Span(LAST - 1, LAST),
    Span(0, LAST),
]


@pytest.fixture
def snapshot() -> Snapshot:
    return factories.captured(LONG)


def added(snapshot: Snapshot, spans: Sequence[Span] = SPANS, **wrong: Any) -> tuple[str, str, int]:
    """The rule and the column that refuse the passages, and how often a text was looked up; nothing of them stays.

    `wrong` is what is said of the one in the middle.
    """
    quotation = factories.quotation(LONG[5:9], snapshot=snapshot)
    rows = segments_of(quotation, LONG, DRAWN.sample(spans, len(spans)))
    for name, value in wrong.items():
        setattr(rows[len(rows) // 2], name, value)
    for row in rows:
        row.position += 1
    before = _lookups()
    try:
        with transaction.atomic():
            Segment.objects.bulk_create(rows)
            transaction.set_rollback(True)
    except IntegrityError as error:
        told = error.__cause__.diag  # type: ignore[union-attr]  # psycopg's own
        return told.constraint_name, told.column_name, 0
    return "", "", _lookups() - before


def _lookups() -> int:
    """How often this transaction has fetched what is too long for the row of a snapshot."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT idx_scan FROM pg_stat_xact_all_tables"
            " WHERE relid = (SELECT reltoastrelid FROM pg_class WHERE oid = 'claims_snapshot'::regclass)"
        )
        [found] = cursor.fetchone()
    return int(found)


def test_all_that_the_text_has_is_taken_and_it_is_read_once(snapshot: Snapshot) -> None:
    rule, _, lookups = added(snapshot)
    assert rule == ""
    assert lookups <= 2  # for its words and for its length


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"exact": "x" * 40}, "exact"),
        ({"exact": "x"}, "exact"),
        ({"start": LAST - 39, "end": LAST + 1}, "start"),
        ({"start": 2**31 - 41, "end": 2**31 - 1}, "start"),
        ({"start": 7, "end": 7, "exact": ""}, "start"),
        ({"prefix": "xx"}, "prefix"),
        ({"suffix": "xx"}, "prefix"),
    ],
)
def test_one_that_it_has_not_is_refused(snapshot: Snapshot, wrong: dict[str, Any], column: str) -> None:
    spans = [span for span in SPANS if span.end - span.start == 40]
    assert added(snapshot, spans, **wrong)[:2] == ("passage_matches", column)


def test_passages_of_several_texts_are_held_against_their_own() -> None:
    texts = ["The quay is safe.", "The bridge is safe.", "“Safe,” she said."]
    quotations = [factories.quotation(text[:4], snapshot=factories.captured(text)) for text in texts]
    rows = [
        segment
        for quotation, text in zip(quotations, texts, strict=True)
        for segment in segments_of(quotation, text, [Span(0, 4), Span(2, 9)])[1:]
    ]
    with transaction.atomic():
        Segment.objects.bulk_create(rows)
        transaction.set_rollback(True)
    rows[0].quotation, rows[1].quotation = rows[1].quotation, rows[0].quotation
    with pytest.raises(IntegrityError, match="reads 'e quay ', not 'e bridg'"), transaction.atomic():
        Segment.objects.bulk_create(rows)
