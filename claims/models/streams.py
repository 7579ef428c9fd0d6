"""All quotations in the order of time, with what tells whether two are one utterance."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db import connection

from claims.models.moved import KNOWN_BY
from claims.models.wordings import LEAST_PART

AT_ONCE = 5000
# As `timelines.in_order` has them, but for what is recorded of who took from whom.
IN_TIME = f"""
    SELECT w.quotation_id, w.words, coalesce(q.speaker_id, 0), coalesce(p.name, q.speaker_name),
        coalesce(p.kind, q.speaker_kind) = 'person',
        {KNOWN_BY} AS day, a.utterance_id, part.words
    FROM claims_wording w
    JOIN claims_quotation q ON q.id = w.quotation_id AND q.state <> 'rejected'
    JOIN claims_snapshot n ON n.id = q.snapshot_id
    JOIN claims_source s ON s.id = n.source_id
    LEFT JOIN claims_speaker p ON p.id = q.speaker_id
    LEFT JOIN claims_appearance a ON a.quotation_id = q.id AND a.standing = 'joined'
    LEFT JOIN (
        SELECT quotation_id, array_agg(words ORDER BY start) AS words FROM claims_wording
        WHERE quotation_id IS NOT NULL AND snapshot_id IS NOT NULL
            AND cardinality(string_to_array(words, ' ')) >= {LEAST_PART}
        GROUP BY quotation_id
    ) part ON part.quotation_id = q.id
    WHERE w.snapshot_id IS NULL AND w.words <> ''
    ORDER BY day, s.date_earliest NULLS FIRST, s.identifier, n.number, q.id
"""


class Said(NamedTuple):
    """One quotation: the forms of its words, who says it, and by which day it was known.

    `utterance` is the one that it is joined to, None for none. `parts` are what it quotes to the letter, where it has
    words outside the marks too: those of a few words are left out.
    """

    quotation: int
    words: str
    speaker: int
    name: str
    is_person: bool
    day: date
    utterance: int | None
    parts: list[str] | None


def in_time() -> Iterator[Said]:
    """All quotations that are in the index, oldest first, as they are at this moment; a few thousand in memory."""
    with connection.chunked_cursor() as cursor:  # outside a transaction it outlives those that are made meanwhile
        cursor.execute(IN_TIME)
        while rows := cursor.fetchmany(AT_ONCE):
            yield from map(Said._make, rows)
