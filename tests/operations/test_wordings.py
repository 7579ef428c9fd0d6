"""The trace index: filled from whatever arrives, and counted."""

import pytest

from claims.models import Census, ShingleCount, WordCount, Wording
from claims.operations.record import edit
from claims.operations.wordings import index_passages, index_pending, is_counted_long_ago, recount
from tests import factories
from tests.fixtures.sets import ARTICLE, load
from tests.operations.test_relate import ADA, BEN, arrive
from tests.text.helpers import run_of

pytestmark = pytest.mark.django_db


def test_a_quotation_and_a_claim_are_listed_by_the_database_and_read_in() -> None:
    claim = factories.claim()
    assert index_pending() == 1  # the claim; quotations are read in when they are related
    rows = Wording.objects.filter(claim=claim) | Wording.objects.filter(quotation__claim=claim)
    assert {row.words for row in rows} == {"it is safe"}
    for row in rows:
        assert row.shingles == [run_of("it is safe")]
        assert row.pairs == sorted([run_of("it is"), run_of("is safe")])


def test_new_words_of_a_claim_are_read_in_and_the_same_words_are_not() -> None:
    claim = factories.claim()
    index_pending()
    edit(actor=factories.user(), record=claim, changes={"venue": "City Hall"})
    assert not Wording.objects.pending().exists()
    edit(actor=factories.user(), record=claim, changes={"words": "It was never safe"})
    assert index_pending() == 1
    assert Wording.objects.get(claim=claim).words == "it was never safe"


def test_what_a_fixture_brings_is_read_in() -> None:
    load(ARTICLE)
    assert Wording.objects.exists()
    assert not Wording.objects.pending().exists()
    assert not Wording.objects.filter(words="").exists()


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        pytest.param("He called it “a sad little bridge” at lunch.", ["a sad little bridge"], id="nobody's words"),
        pytest.param("It ran in “The Evening Courier” at lunch.", [], id="a title"),
        pytest.param("A sign said “Keep Our Harbour Open” there.", ["keep our harbour open"], id="a long title"),
        pytest.param("They call it “progress” there.", [], id="one word"),
        pytest.param("“Let us in now” was on the wall.", ["let us in now"], id="small words"),
        pytest.param("Nothing here.", [], id="no marks"),
    ],
)
def test_passages_in_quotation_marks(text: str, passages: list[str]) -> None:
    snapshot = factories.captured(text)
    index_passages(snapshot)
    index_passages(snapshot)
    assert [row.words for row in Wording.objects.filter(snapshot=snapshot)] == passages


GERMAN = "Mit »keine Werft schließt« hing am Montag ein Tuch am Tor, und daneben stand »wir bleiben hier«."


@pytest.mark.parametrize(
    ("text", "language", "passages"),
    [
        pytest.param(GERMAN, "", ["keine werft schliesst", "wir bleiben hier"], id="told from the text"),
        pytest.param("„der Hafen ruht“, „wir auch“", "de-AT", ["der hafen ruht", "wir auch"], id="stated"),
        pytest.param("»vi går hjem.\n»vi går nu»", "sv", ["vi gar hjem", "vi gar nu"], id="without tables"),
    ],
)
def test_marks_are_read_as_the_language_sets_them(text: str, language: str, passages: list[str]) -> None:
    snapshot = factories.captured(text, language=language)
    index_passages(snapshot)
    assert [row.words for row in Wording.objects.filter(snapshot=snapshot).order_by("start")] == passages


def test_the_quoted_part_of_a_partly_quoted_statement_is_its_own_wording() -> None:
    text = "Mayor Ada Quill said the bridge was “the safest in all of the province” on Monday."
    quotation = factories.quotation(
        "the bridge was “the safest in all of the province”", snapshot=factories.captured(text), kind="mixed"
    )
    index_passages(quotation.snapshot)
    [part] = Wording.objects.filter(snapshot=quotation.snapshot)
    assert (part.words, part.quotation) == ("the safest in all of the province", quotation)


def test_a_title_that_is_named_in_a_statement_is_no_part_of_it() -> None:
    text = "Mayor Ada Quill said she reads “The Long Song of the Harbour” on Mondays."
    said = "she reads “The Long Song of the Harbour” on Mondays"
    index_passages(factories.quotation(said, snapshot=factories.captured(text), kind="mixed").snapshot)
    assert not Wording.objects.filter(snapshot__isnull=False).exists()


def test_counting() -> None:
    assert is_counted_long_ago()
    for _ in range(ShingleCount.LEAST):
        factories.quotation()
    recount()
    assert Census.objects.get().wordings == Wording.objects.count()
    assert not is_counted_long_ago()
    assert {row.word: row.held for row in WordCount.objects.all()} == dict.fromkeys(("it", "is", "safe"), 8)
    assert ShingleCount.objects.count() == 3
    recount()
    assert Census.objects.count() == 1


def test_the_appearances_of_one_utterance_count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShingleCount, "LEAST", 1)
    for day in ("2024-03-01", "2024-03-02", "2024-03-03"):
        arrive(day, "the old crane will stay where it has always stood beside the dock", ADA, day)
    arrive("another", "the old crane was sold long ago by people who never asked us", BEN)
    recount()
    held = dict(ShingleCount.objects.values_list("shingle", "held"))
    assert held[run_of("the old crane")] == 2
    assert held[run_of("crane will stay")] == 1
    assert WordCount.objects.get(word="crane").held == 4


def test_two_words_are_one_run_and_a_quoted_part_is_none_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShingleCount, "LEAST", 1)
    text = "Mayor Ada Quill said the bridge was “the safest in all of the province” on Monday."
    said = "the bridge was “the safest in all of the province”"
    index_passages(factories.quotation(said, snapshot=factories.captured(text), kind="mixed").snapshot)
    factories.quotation("Never again", snapshot=factories.captured("“Never again,” said Ben Marsh."))
    index_pending()
    recount()
    held = dict(ShingleCount.objects.values_list("shingle", "held"))
    assert held[run_of("never again")] == 1
    assert held[run_of("in all of")] == 1
