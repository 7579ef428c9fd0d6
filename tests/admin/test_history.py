"""The page of a record's history."""

import pytest
from django.urls import reverse

from claims.models import Position, SpeakerName
from claims.operations.record import create, edit, remove
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


def test_the_history_of_a_speaker_has_the_names_and_positions_that_are_on_its_page(desk: Desk) -> None:
    who, ada = factories.user(), factories.speaker()
    mayor = create(actor=who, record=Position(speaker=ada, title="mayor"))
    name = create(actor=who, record=SpeakerName(speaker=ada, name="Mayor Brook"))
    create(actor=who, record=Position(speaker=factories.speaker("Bo Reed"), title="envoy"))
    edit(actor=who, record=mayor, changes={"title": "governor"})
    gone = f"speaker name {name.pk} deleted"
    remove(actor=who, record=name)
    html = desk("Reader").get(reverse("admin:claims_speaker_history", args=[ada.pk])).content.decode()
    told = ["Ada Brook", ">mayor</ins>", ">Mayor Brook</ins>", ">governor</ins>", gone]
    assert [words for words in told if words not in html] == []
    assert "envoy" not in html
