"""Evidence whose source was captured again: are its words still there?"""

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.models import Evidence
from claims.operations.evidence_since import evidence_since
from tests import factories

pytestmark = pytest.mark.django_db

WORDS = "the council voted eleven to two for a new bridge"
TEXT = "Minutes of the harbour council. On Monday {}, after an hour of talk. The meeting was closed at ten."


def cited(*, whole: bool = False) -> Evidence:
    snapshot = factories.captured(TEXT.format(WORDS), identifier="minutes")
    start = snapshot.text.index(WORDS)
    passage = None if whole else (start, start + len(WORDS))
    made = factories.evidence(factories.claim(), snapshot=snapshot, passage=passage)
    return Evidence.objects.for_list().get(pk=made.pk)


def again(words: str, *, before: str = "") -> None:
    factories.captured(before + TEXT.format(words), identifier="minutes")


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        pytest.param("the council voted nine to four for a new bridge", None, id="altered"),
        pytest.param("nobody came", "", id="gone"),
    ],
)
def test_words_that_are_no_longer_as_they_were(words: str, exact: str | None) -> None:
    piece = cited()
    again(words)
    [since] = evidence_since(evidence=[piece]).values()
    assert since.number == 2
    assert since.exact == (words if exact is None else None)


@pytest.mark.parametrize("before", ["", "A correction was made on Tuesday.\n\n"])
def test_words_that_are_still_there(before: str) -> None:
    piece = cited()
    again(WORDS, before=before or "Corrected. ")
    assert evidence_since(evidence=[piece]) == {}


def test_a_whole_text_has_no_words_to_look_for() -> None:
    piece = cited(whole=True)
    again("nobody came")
    assert evidence_since(evidence=[piece]) == {}


def test_the_newest_capture_counts() -> None:
    piece = cited()
    again("nobody came")
    again(WORDS, before="Restored. ")
    assert evidence_since(evidence=[piece]) == {}


def test_what_was_not_captured_anew_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    piece = cited()
    with django_assert_num_queries(1):
        assert evidence_since(evidence=[piece]) == {}
