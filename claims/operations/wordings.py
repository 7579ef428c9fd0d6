"""Keep the trace index: fill in what arrived, find what stands in quotation marks, count what is common."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection, transaction

from claims.models import Census, Quotation, Segment, ShingleCount, Snapshot, Wording
from claims.models.prepared import array, prepared
from claims.operations.acting import one_at_a_time
from claims.text.contractions import long_forms_of
from claims.text.fingerprint import shingles
from claims.text.languages import quotations
from claims.text.spans import Span

BATCH = 1000
KEPT = ("words", "shingles", "pairs")
TEXTS = """
    SELECT w.id, CASE WHEN w.snapshot_id IS NOT NULL THEN substr(n.text, w.start + 1, w."end" - w.start)
        WHEN w.quotation_id IS NOT NULL THEN coalesce(
            (SELECT string_agg(exact, ' … ' ORDER BY position) FROM claims_segment WHERE quotation_id = w.quotation_id),
            '')
        ELSE c.words END
    FROM claims_wording w
    LEFT JOIN claims_claim c ON c.id = w.claim_id
    LEFT JOIN claims_snapshot n ON n.id = w.snapshot_id
"""
# A union, for of two words the only run of three is their run of two. A part of a quotation has its runs, not others.
RUNS = """
    WITH said AS NOT MATERIALIZED (
        SELECT unnest(w.shingles | w.pairs) AS run, a.utterance_id FROM claims_wording w
        LEFT JOIN claims_appearance a ON a.quotation_id = w.quotation_id AND a.standing = 'joined'
        WHERE w.snapshot_id IS NULL OR w.quotation_id IS NULL
    ), counted AS NOT MATERIALIZED (
        SELECT run, count(*) AS held FROM said WHERE utterance_id IS NULL GROUP BY run
        UNION ALL SELECT run, count(DISTINCT utterance_id) FROM said WHERE utterance_id IS NOT NULL GROUP BY run
    )
    SELECT run, sum(held) FROM counted GROUP BY run HAVING sum(held) >= %s
"""
# A segment, the quotation that it is of, and the kind of that.
Covered = tuple[Span, int, str]
# A word in quotation marks is held up rather than said. Titles have capitals, but for small words; one that is long
# enough can be a slogan, a sign or a headline, which are quoted as what people say is.
LEAST_WORDS, LEAST_OF_TITLE = 2, 4
LONGEST_SMALL = 3
WORDS = re.compile(r"[^\W\d_]+")


class Passage(NamedTuple):
    """What stands in quotation marks in a text, and the quotation that it is a part of."""

    start: int
    end: int
    quotation: int | None


def index_pending(advance: Callable[[int], object] = lambda _: None) -> int:
    """Read the words of all that waits into the index; how many. `advance` is told of every batch.

    Several at a time share the work: each takes rows that no other holds.
    """
    done, filled = 0, BATCH
    while filled == BATCH:  # fewer were all that waited
        filled = _fill_batch()
        done += filled
        advance(filled)
    return done


@transaction.atomic
def _fill_batch() -> int:
    waiting = _texts("w.shingles IS NULL ORDER BY w.id LIMIT %s::int FOR UPDATE OF w SKIP LOCKED", [BATCH])
    if waiting:
        _store({row: indexed(text) for row, text in waiting})
    return len(waiting)


def renew(held: Mapping[int, Mapping[str, Any]]) -> int:
    """Read the words of some rows anew, given what is kept of each; how many were not as they should be."""
    anew = {row: indexed(text) for row, text in _texts("w.id = ANY(%s::bigint[])", [array(held)])}
    wrong = {row: kept for row, kept in anew.items() if kept != held[row]}
    _store(wrong)
    return len(wrong)


def _texts(which: str, values: Sequence[int | str]) -> list[tuple[int, str]]:
    """Some rows of the index, and the text that each is of; all in one query."""
    return prepared(f"{TEXTS} WHERE {which}", values)


def indexed(text: str) -> dict[str, Any]:
    """What the index keeps of the words of a text, by column."""
    forms = long_forms_of(text)
    return {"words": " ".join(forms), "shingles": shingles(forms, 3), "pairs": shingles(forms, 2)}


def _store(kept: Mapping[int, Mapping[str, Any]]) -> None:
    """Write the words of rows that are there, all in one statement."""
    rows = [{"id": row, **columns} for row, columns in kept.items()]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE claims_wording w SET words = v.words, shingles = v.shingles, pairs = v.pairs "
            "FROM json_to_recordset(%s) AS v(id bigint, words text, shingles int[], pairs int[]) WHERE w.id = v.id",
            [json.dumps(rows)],
        )


def index_passages(snapshot: Snapshot) -> int:
    """Index what stands in quotation marks in a text, other than what a quotation quotes to the letter.

    That is what no quotation covers, and the quoted parts of quotations that have words outside the marks too: these
    are what another text has, rather than the words around them. What is there already stays; how many were not.
    """
    wanted, held = _wanted([snapshot])[snapshot.pk], _held([snapshot])[snapshot.pk]
    gone = [passage.start for passage in held - wanted]
    if gone:
        Wording.objects.filter(snapshot=snapshot, start__in=gone).delete()
    Wording.objects.bulk_create(
        Wording(
            snapshot=snapshot,
            start=passage.start,
            end=passage.end,
            quotation_id=passage.quotation,
            **indexed(snapshot.text[passage.start : passage.end]),
        )
        for passage in sorted(wanted - held)
    )
    return len({passage.start for passage in wanted ^ held})


def with_other_passages(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    """Those of some texts of which the index has other passages than `index_passages` finds; in two queries."""
    wanted, held = _wanted(snapshots), _held(snapshots)
    return [snapshot for snapshot in snapshots if wanted[snapshot.pk] != held[snapshot.pk]]


def _held(snapshots: Sequence[Snapshot]) -> dict[int, set[Passage]]:
    """The passages that the index has of each of some texts."""
    held: dict[int, set[Passage]] = {snapshot.pk: set() for snapshot in snapshots}
    kept = Wording.objects.filter(snapshot__in=held)
    rows: Iterable[tuple[Any, ...]] = kept.values_list("snapshot", "start", "end", "quotation")
    for snapshot, *passage in rows:
        held[snapshot].add(Passage(*passage))
    return held


def _wanted(snapshots: Sequence[Snapshot]) -> dict[int, set[Passage]]:
    """The passages that it should have."""
    covered: dict[int, list[Covered]] = {snapshot.pk: [] for snapshot in snapshots}
    segments = Segment.objects.filter(quotation__snapshot__in=covered).order_by("start", "end", "quotation")
    rows = segments.values_list("quotation__snapshot", "start", "end", "quotation", "quotation__kind")
    for snapshot, start, end, quotation, kind in rows:
        covered[snapshot].append((Span(start, end), quotation, kind))
    return {s.pk: set(_passages(s.text, s.source.language, covered[s.pk])) for s in snapshots}


def _passages(text: str, language: str, covered: Sequence[Covered]) -> Iterator[Passage]:
    for inner in (quotation.inner for quotation in quotations(text, language)):
        words = WORDS.findall(inner.of(text))
        names = is_title(words)
        if len(words) < (LEAST_OF_TITLE if names else LEAST_WORDS):
            continue
        over = [row for row in covered if row[0].start < inner.end and inner.start < row[0].end]
        if not over:
            yield Passage(inner.start, inner.end, None)
        elif not names and all(kind != Quotation.Kind.DIRECT for *_, kind in over):
            # Two who name one book have not said the same: a title is no part of a statement by itself.
            yield Passage(inner.start, inner.end, over[0][1])


def is_title(words: Sequence[str]) -> bool:
    """Whether words in quotation marks are written as a title is."""
    telling = [word for word in words if len(word) > LONGEST_SMALL]
    return bool(telling) and all(word[0].isupper() for word in telling)


def is_counted_long_ago() -> bool:
    """Whether the index has grown by a quarter since words and runs were counted, or they never were."""
    counted = Census.objects.first()
    return counted is None or Wording.objects.count() > 1.25 * counted.wordings


@transaction.atomic
def recount() -> None:
    """Count how common words and runs of words are in the index, so that a trace knows what tells it nothing.

    The appearances of one utterance count once for its runs: what many papers have printed of one speech is no phrase
    that everybody uses. Two at once count one after the other.
    """
    one_at_a_time("recount")
    least = ShingleCount.LEAST
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '256MB'")
        cursor.execute("DELETE FROM claims_shinglecount; DELETE FROM claims_wordcount; DELETE FROM claims_census")
        cursor.execute(
            f"INSERT INTO claims_shinglecount (shingle, held) {RUNS}",
            [least],
        )
        cursor.execute(
            "INSERT INTO claims_wordcount (word, held) SELECT word, count(*) FROM claims_wording, "
            "unnest(string_to_array(words, ' ')) AS word GROUP BY word HAVING count(*) >= %s",
            [least],
        )
        cursor.execute(
            "INSERT INTO claims_census (counted_at, wordings) SELECT clock_timestamp(), count(*) FROM claims_wording"
        )
