"""Make the trace index anew from what is held, while it is in use.

Each batch is a transaction, and what is right is left as it is: so it can be interrupted and started again.
"""

from collections.abc import Callable

from django.db import connection, transaction

from claims.models import Snapshot, Wording
from claims.operations.acting import one_at_a_time
from claims.operations.wordings import BATCH, KEPT, index_passages, recount, renew, with_other_passages

# Texts can be long, and so many are held in memory.
TEXTS = 20


def reindex(*, texts: Callable[[int], object] = lambda _: None, rows: Callable[[int], object] = lambda _: None) -> int:
    """Find the passages of all texts anew, read all words anew, and count what is common.

    How many rows were not as they should be. `texts` and `rows` are told how many of each every batch had.
    """
    _list()
    wrong = _find_passages(texts) + _read_words(rows)
    recount()
    return wrong


def _list() -> None:
    """Note each quotation and each claim, as the triggers do when one arrives."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO claims_wording (quotation_id) SELECT id FROM claims_quotation ON CONFLICT DO NOTHING;"
            "INSERT INTO claims_wording (claim_id) SELECT id FROM claims_claim ON CONFLICT DO NOTHING"
        )


def _find_passages(advance: Callable[[int], object]) -> int:
    wrong = last = 0
    read = Snapshot.objects.extracted().select_related("source").defer("raw").order_by("pk")
    while batch := list(read.filter(pk__gt=last)[:TEXTS]):
        last = batch[-1].pk
        wrong += sum(map(_index_passages, with_other_passages(batch)))
        advance(len(batch))
    return wrong


@transaction.atomic
def _index_passages(snapshot: Snapshot) -> int:
    """The passages of one text, while nobody else marks or extracts any in it."""
    one_at_a_time(f"snapshot {snapshot.pk}")
    return index_passages(snapshot)


def _read_words(advance: Callable[[int], object]) -> int:
    wrong = last = 0
    while batch := list(Wording.objects.filter(pk__gt=last).order_by("pk").values("pk", *KEPT)[:BATCH]):
        last = batch[-1]["pk"]
        wrong += renew({row.pop("pk"): row for row in batch})
        advance(len(batch))
    return wrong
