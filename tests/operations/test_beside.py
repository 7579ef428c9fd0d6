"""A quotation beside the other appearances of what it says."""

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.models import Quotation
from claims.operations.accept import accept
from claims.operations.beside import beside
from tests import factories
from tests.operations.regrouped import one_of_three, said

pytestmark = pytest.mark.django_db


def test_it_is_held_against_the_earliest_known() -> None:
    first = said("the ferry will not sail before the first of May, whatever the weather")
    later = said("the ferry will sail before the first of May, whatever the weather", published="2021-04-01")
    accept(actor=factories.user(), quotation=first)
    claim = Quotation.objects.get(pk=first.pk).claim
    accept(actor=factories.user(), quotation=later, claim=claim)
    found = beside(quotation=later)
    assert found.first is not None
    assert found.first.quotation_id == first.pk
    assert found.compared is not None
    assert found.compared.told[0].raised == "negation"
    assert [place.quotation_id for place in found.others] == [first.pk]
    assert beside(quotation=first).compared is None


def test_a_quotation_that_stands_alone() -> None:
    found = beside(quotation=factories.quotation())
    assert (found.others, found.first, found.compared) == ((), None, None)


def test_another_part_of_a_longer_wording_is_not_beside_it() -> None:
    parts = ("the ferry will not sail before the first of May", "nobody has been asked to pay for the new quay so far")
    one, both, other = said(parts[0]), said(". ".join(parts)), said(parts[1])
    assert {q.appearances.get().utterance_id for q in (one, other)} == {both.appearances.get().utterance_id}
    assert [[place.quotation_id for place in beside(quotation=q).others] for q in (one, both, other)] == [
        [both.pk],
        [one.pk, other.pk],
        [both.pk],
    ]


def test_the_same_queries_however_many(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    _, [first, *_] = one_of_three()
    with django_assert_num_queries(3):
        assert len(beside(quotation=first).others) == 2
