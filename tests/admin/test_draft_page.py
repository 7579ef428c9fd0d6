"""The page that checks a draft, as a person meets it."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Quotation, Snapshot
from claims.operations.accept import accept
from tests import factories
from tests.admin.conftest import Desk
from tests.operations.test_trace import WORDS, article

pytestmark = pytest.mark.django_db
PAGE = "claims:check_text"


def checked(client: Client, text: str, **more: str) -> str:
    answer = client.post(reverse(PAGE), {"text": text, **more})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_each_quotation_of_a_draft_is_told_with_what_is_held_of_it(desk: Desk) -> None:
    article("first", WORDS, published="2024-03-05", outlet="Harbour Post")
    draft = (
        f"“{WORDS},” Mayor Ada Quill said.\n\n"
        f"“{WORDS.replace('will stay', 'will not stay')},” Mayor Ada Quill said.\n\n"
        f"“{WORDS},” Ben Marsh said.\n\n"
        "“Nobody has ever seen a whale in this basin,” Cleo Frost said."
    )
    html = checked(desk("Reader"), draft)
    assert "4 quotations in the draft" in html
    rows = html.split('<li id="found-')[1:]
    for row, label, tone in zip(
        rows,
        ("as it is held", "in other words", "of another speaker", "not held"),
        ("good", "bad", "bad", "open"),
        strict=True,
    ):
        assert f'<span class="chip tone-{tone}">{label}</span>' in row
    assert "may change the meaning" in rows[1]
    assert "<bdi>Harbour Post</bdi>" in rows[0]
    assert "Held" not in rows[3]
    # the draft itself, each quotation in its colour and with the number of its row
    assert html.count('<mark class="tone-bad">') == 2
    assert '<a href="#found-4" title="not held">4</a>' in html


def test_the_verdicts_of_a_claim_are_beside_it(desk: Desk) -> None:
    article("first", WORDS)
    accepted = accept(actor=factories.user(), quotation=Quotation.objects.get())
    html = checked(desk("Reader"), f"“{WORDS},” Mayor Ada Quill said.")
    row = html.split('<li id="found-1"')[1]
    assert reverse("admin:claims_claim_change", args=[accepted.pk]) in row
    assert 'attribution <span class="chip stage-none">not judged</span>' in row


@pytest.mark.parametrize(
    ("text", "more", "says"),
    [
        ("Nothing is quoted here.", {}, "The engine sees none"),
        ("", {}, "This field is required."),
        ("x" * 100_001, {}, "at most 100000 characters"),
        ("“Yes, we do,” she said.", {"language": "no language"}, "language"),
    ],
)
def test_what_cannot_be_checked_is_told(text: str, more: dict[str, str], says: str, desk: Desk) -> None:
    assert says in checked(desk("Reader"), text, **more)


def test_a_draft_that_is_markup_is_shown_as_words(desk: Desk) -> None:
    html = checked(desk("Reader"), "“<script>alert(1)</script> is on the wall,” <b>Ann Roe</b> said.")
    assert "<script>alert" not in html
    assert "<b>Ann" not in html


def test_nothing_is_kept(desk: Desk) -> None:
    checked(desk("Checker"), f"“{WORDS},” Mayor Ada Quill said.")
    assert not Snapshot.objects.exists()
    assert not Quotation.objects.exists()


def test_who_may_not_read_may_not_check(desk: Desk) -> None:
    assert desk("").get(reverse(PAGE)).status_code == 403
    assert Client().get(reverse(PAGE)).status_code == 302
