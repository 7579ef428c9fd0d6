"""Keep the trace index: fill in what arrived, count what is common, make all of it anew."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Substr

from claims.models import Census, Claim, Quotation, Segment, ShingleCount, Snapshot, Wording
from claims.text.fingerprint import forms_of, shingles
from claims.text.marks import quotations
from claims.text.spans import Span

BATCH = 1000
# A word or two in quotation marks are held up rather than said; and titles have capitals, but for small words.
LEAST_WORDS = 2
LONGEST_SMALL = 3
WORDS = re.compile(r"[^\W\d_]+")


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
    waiting = Wording.objects.pending().select_for_update(skip_locked=True, of=("self",)).order_by("pk")[:BATCH]
    rows = list(waiting)
    if not rows:
        return 0
    _store(fill(row, text) for row, text in zip(rows, _texts(rows), strict=True))
    return len(rows)


def rebuild(advance: Callable[[int], object] = lambda _: None) -> int:
    """Make the whole index anew while it is in use; how many rows were not as they should be.

    Each batch is a transaction and what is right is left as it is: so it can be interrupted and started again.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO claims_wording (quotation_id) SELECT id FROM claims_quotation ON CONFLICT DO NOTHING;"
            "INSERT INTO claims_wording (claim_id) SELECT id FROM claims_claim ON CONFLICT DO NOTHING"
        )
    changed = last = 0
    while rows := list(Wording.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        changed += _renew(rows)
        last = rows[-1].pk
        advance(len(rows))
    recount()
    return changed


def _renew(rows: Sequence[Wording]) -> int:
    held = [(row.words, row.shingles, row.pairs) for row in rows]
    anew = [fill(row, text) for row, text in zip(rows, _texts(rows), strict=True)]
    wrong = [row for row, was in zip(anew, held, strict=True) if (row.words, row.shingles, row.pairs) != was]
    _store(wrong)
    return len(wrong)


def _texts(rows: Sequence[Wording]) -> list[str]:
    """The text that each row of the index is of."""
    quoting = [row.quotation_id for row in rows if row.quotation_id and not row.snapshot_id]
    said = Quotation.objects.words_of(quoting) if quoting else {}
    claiming = [row.claim_id for row in rows if row.claim_id]
    claims = dict(Claim.objects.filter(pk__in=claiming).values_list("pk", "words")) if claiming else {}
    passing = [row.pk for row in rows if row.snapshot_id]
    words = Substr("snapshot__text", F("start") + 1, F("end") - F("start"))
    passages = dict(Wording.objects.filter(pk__in=passing).values_list("pk", words)) if passing else {}
    return [
        passages.get(row.pk) or said.get(row.quotation_id or 0) or claims.get(row.claim_id or 0, "") for row in rows
    ]


def fill(wording: Wording, text: str) -> Wording:
    """The row with what the index keeps of the words of a text."""
    forms = forms_of(text)
    wording.words = " ".join(forms)
    wording.shingles, wording.pairs = shingles(forms, 3), shingles(forms, 2)
    return wording


def _store(rows: Iterable[Wording]) -> None:
    """Write the words of rows that are there, all in one statement."""
    kept = [{"id": r.pk, "words": r.words, "shingles": r.shingles, "pairs": r.pairs} for r in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE claims_wording w SET words = v.words, shingles = v.shingles, pairs = v.pairs "
            "FROM json_to_recordset(%s) AS v(id bigint, words text, shingles int[], pairs int[]) WHERE w.id = v.id",
            [json.dumps(kept)],
        )


def index_passages(snapshot: Snapshot) -> None:
    """Index what stands in quotation marks in a text, other than what a quotation quotes to the letter.

    That is what no quotation covers, and the quoted parts of quotations that have words outside the marks too: these
    are what another text has, rather than the words around them.
    """
    segments = Segment.objects.filter(quotation__snapshot=snapshot).order_by("start")
    covered = [
        (Span(start, end), quotation, kind)
        for start, end, quotation, kind in segments.values_list("start", "end", "quotation_id", "quotation__kind")
    ]
    Wording.objects.filter(snapshot=snapshot).delete()
    Wording.objects.bulk_create(
        fill(Wording(snapshot=snapshot, start=span.start, end=span.end, quotation_id=quotation), span.of(snapshot.text))
        for span, quotation in _passages(snapshot.text, covered)
    )


def _passages(text: str, covered: Sequence[tuple[Span, int, str]]) -> Iterator[tuple[Span, int | None]]:
    for inner in (quotation.inner for quotation in quotations(text)):
        if not _tells(inner.of(text)):
            continue
        over = [row for row in covered if row[0].start < inner.end and inner.start < row[0].end]
        if not over:
            yield inner, None
        elif all(kind != Quotation.Kind.DIRECT for *_, kind in over):
            yield inner, over[0][1]


def _tells(text: str) -> bool:
    """Whether a passage in quotation marks is something said, rather than a word held up or a title."""
    words = WORDS.findall(text)
    telling = [word for word in words if len(word) > LONGEST_SMALL]
    is_title = bool(telling) and all(word[0].isupper() for word in telling)
    return len(words) >= LEAST_WORDS and not is_title


def is_counted_long_ago() -> bool:
    """Whether the index has grown by a quarter since words and runs were counted, or they never were."""
    counted = Census.objects.first()
    return counted is None or Wording.objects.count() > 1.25 * counted.wordings


@transaction.atomic
def recount() -> None:
    """Count how common words and runs of words are in the index, so that a trace knows what tells it nothing."""
    least = ShingleCount.LEAST
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '256MB'")
        cursor.execute("DELETE FROM claims_shinglecount; DELETE FROM claims_wordcount; DELETE FROM claims_census")
        cursor.execute(
            "INSERT INTO claims_shinglecount (shingle, held) SELECT run, count(*) FROM ("
            "SELECT unnest(shingles) AS run FROM claims_wording UNION ALL SELECT unnest(pairs) FROM claims_wording"
            ") runs GROUP BY run HAVING count(*) >= %s",
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
