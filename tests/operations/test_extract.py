from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.formats.articles import Article
from claims.models import Hop, Quotation, Segment, Snapshot
from claims.operations import ingest as ingest_module
from claims.operations.extract import extract
from claims.operations.ingest import ingest
from claims.operations.reject import reject
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "“It is safe,” Mayor Ada Brook told reporters on Thursday.\nA city official warned that it would sink."


def test_suggestions_carry_what_the_engine_found() -> None:
    snapshot = factories.captured(TEXT, published="2024-03-08")
    made = extract(actor=factories.user(), snapshot=snapshot)
    direct, indirect = sorted(made, key=lambda q: int(q.locator.partition("-")[0]))
    assert (direct.words, direct.kind, direct.speaker_name, direct.addressee) == (
        "It is safe",
        "direct",
        "Ada Brook",
        "reporters",
    )
    assert (direct.date_text, direct.date_edtf, direct.date_basis) == ("on Thursday", "2024-03-07", "relative")
    assert (direct.date_base, direct.uncertain_date.base) == (date(2024, 3, 8), date(2024, 3, 8))
    assert direct.state == "suggested"
    assert direct.origin.startswith("rules/")
    assert direct.rule
    assert [(hop.position, hop.who, hop.to_whom, hop.date_edtf) for hop in direct.hops.all()] == [
        (0, direct.speaker_text, "reporters", "2024-03-07")
    ]
    assert (indirect.kind, indirect.speaker_text, indirect.speaker_kind) == (
        "indirect",
        "A city official",
        "anonymous",
    )


@pytest.mark.parametrize(
    ("language", "suggested"), [("", ["Le pont est fermé"]), ("fr-CA", ["Le pont est fermé"]), ("pl", [])]
)
def test_a_text_is_read_in_the_language_of_its_source(language: str, suggested: list[str]) -> None:
    snapshot = factories.captured("« Le pont est fermé », a déclaré lundi Marie Duval.", language=language)
    assert snapshot.source.language == (language or "fr")
    assert [q.words for q in extract(actor=factories.user(), snapshot=snapshot)] == suggested


def test_known_speakers_are_recognised_and_namesakes_are_not() -> None:
    brook = factories.speaker("ada brook")
    assert extract(actor=factories.user(), snapshot=factories.captured(TEXT))[0].speaker == brook
    factories.speaker("Ada Brook", slug="another")
    assert extract(actor=factories.user(), snapshot=factories.captured(TEXT))[0].speaker is None


def test_nothing_is_suggested_twice_nor_after_a_rejection() -> None:
    actor, snapshot = factories.user(), factories.captured(TEXT)
    first = extract(actor=actor, snapshot=snapshot)
    reject(actor=actor, quotation=first[0], reason="a headline")
    assert extract(actor=actor, snapshot=snapshot) == []
    assert Quotation.objects.count() == len(first) == 2


def test_ingest_stores_both_or_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(**_: object) -> None:
        raise RuntimeError("the engine broke")

    actor, article = factories.user(), Article(identifier="a", text=TEXT)
    with monkeypatch.context() as patch:
        patch.setattr(ingest_module, "extract", fails)
        with pytest.raises(RuntimeError):
            ingest(actor=actor, article=article)
    assert not Snapshot.objects.exists()
    done = ingest(actor=actor, article=article)
    assert (done.is_new, done.suggestions) == (True, 2)
    done = ingest(actor=actor, article=article)
    assert (done.is_new, done.suggestions) == (False, 0)


def test_the_number_of_queries_does_not_grow_with_the_statements(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    actor = factories.user()
    many = "\n".join(f"“Boat {n} is safe,” Mayor Ada Brook told reporters." for n in range(40))
    snapshot = factories.captured(many)
    with django_assert_max_num_queries(32):
        assert len(extract(actor=actor, snapshot=snapshot)) == 40
    assert Segment.objects.count() == 40
    assert Hop.objects.exists()
