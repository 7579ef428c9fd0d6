"""The trace index made anew: what was right stays, what was wrong is mended, whatever it was interrupted by."""

import pytest
from django.db import connection

from claims.formats.articles import Article
from claims.models import Snapshot, Wording
from claims.operations import reindex as reindexing
from claims.operations.ingest import ingest
from claims.operations.reindex import reindex
from claims.operations.wordings import index_pending
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "»Wir bleiben hier«, sagte Ada Quill. Am Tor stand »keine Werft schließt«, daneben »der Hafen gehört uns«."
PASSAGES = ["keine werft schliesst", "der hafen gehort uns"]


def extracted(identifier: str = "hafen", text: str = TEXT) -> Snapshot:
    return ingest(actor=factories.user(), article=Article(identifier=identifier, text=text, language="de")).snapshot


def passages(snapshot: Snapshot) -> list[str]:
    rows = Wording.objects.filter(snapshot=snapshot, quotation=None).order_by("start")
    return [row.words for row in rows]


def cut_wrongly(snapshot: Snapshot) -> None:
    """What is in the index where the marks of a text are read the other way round: what stands between quotes."""
    Wording.objects.filter(snapshot=snapshot).delete()
    start = TEXT.index(", sagte")
    Wording.objects.create(
        snapshot=snapshot, start=start, end=TEXT.index("»keine"), words="sagte", shingles=[1], pairs=[1]
    )


def test_made_anew_it_is_what_it_was_and_mends_what_was_wrong() -> None:
    factories.claim()
    index_pending()
    assert reindex() == 0
    before = sorted(Wording.objects.values_list("words", "shingles", "pairs"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_wording SET words = 'gone wrong', shingles = '{1}' WHERE claim_id IS NOT NULL")
        cursor.execute("DELETE FROM claims_wording WHERE claim_id IS NULL")
    seen: list[int] = []
    assert reindex(rows=seen.append) == 2
    assert sum(seen) == 2
    assert sorted(Wording.objects.values_list("words", "shingles", "pairs")) == before


def test_passages_that_were_cut_wrongly_are_found_anew() -> None:
    snapshot = extracted()
    assert passages(snapshot) == PASSAGES
    cut_wrongly(snapshot)
    seen: list[int] = []
    assert reindex(texts=seen.append) == 3
    assert (seen, passages(snapshot)) == ([1], PASSAGES)


def test_a_passage_that_is_as_it_should_be_stays_the_row_that_it_is() -> None:
    snapshot = extracted()
    first, second = Wording.objects.filter(snapshot=snapshot).order_by("start")
    second.delete()
    assert reindex() == 1
    assert passages(snapshot) == PASSAGES
    assert Wording.objects.filter(pk=first.pk).exists()


def test_what_was_marked_since_is_no_passage_by_itself() -> None:
    snapshot = extracted()
    factories.quotation("keine Werft schließt", snapshot=snapshot)
    index_pending()
    assert passages(snapshot) == PASSAGES
    assert reindex() == 1
    assert passages(snapshot) == PASSAGES[1:]


def test_a_text_that_nobody_has_extracted_has_no_passages() -> None:
    snapshot = factories.captured(TEXT, language="de")
    factories.quotation("Wir bleiben hier", snapshot=snapshot)
    seen: list[int] = []
    reindex(texts=seen.append)
    assert (seen, passages(snapshot)) == ([], [])


def test_interrupted_it_keeps_what_was_done_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reindexing, "TEXTS", 1)
    one, two = extracted("one"), extracted("two", TEXT + " ")
    for snapshot in (one, two):
        cut_wrongly(snapshot)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reindex(texts=stop)
    assert passages(one) == PASSAGES
    assert passages(two) == ["sagte"]
    assert reindex() == 3
    assert passages(two) == PASSAGES
