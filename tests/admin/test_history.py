"""The page of a record's history."""

import pytest
from django.urls import reverse

from claims.operations.record import edit
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("x " * 400 + "closed", "x " * 400 + "open", '<del dir="auto">…x x x'),
        ("x " * 400 + "closed", "x " * 400 + "open", 'x closed</del> → <ins dir="auto">…x x x'),
        ("x " * 400, "x " * 400 + "open", "x open</ins>"),
        ("closed" + " x" * 400, "open" + " x" * 400, '<del dir="auto">closed x x'),
    ],
)
def test_the_history_of_long_words_shows_what_was_changed(before: str, after: str, shown: str, desk: Desk) -> None:
    claim = factories.claim()
    for words in (before, after):
        edit(actor=factories.user(), record=claim, changes={"words": words.strip()})
    assert shown in desk("Reader").get(reverse("admin:claims_claim_history", args=[claim.pk])).content.decode()
