"""The search page: what it shows of what was found, how it is narrowed, and what it says of what it cannot do."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Claim, Evidence, Quotation, Snapshot, Source, Speaker, Verification
from claims.operations.record import edit
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.test_pages import hostile_claim

pytestmark = pytest.mark.django_db
PAGE = "claims:search"


def searched(client: Client, **given: str) -> str:
    answer = client.get(reverse(PAGE), given)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_words_are_marked_in_what_was_found(desk: Desk) -> None:
    factories.claim()
    html = searched(desk("Reader"), q="SAFE")
    assert html.count('<mark class="hit">safe</mark>') == 2
    assert "2 found" in html


def test_the_two_questions_are_told_apart(desk: Desk) -> None:
    factories.claim()
    html = " ".join(searched(desk("Reader"), q="safe", kind="claim").split())
    for question in ("attribution", "accuracy"):
        assert f'{question} <span class="chip stage-none">not judged</span>' in html


def test_a_facet_narrows_down_and_is_taken_back(desk: Desk) -> None:
    factories.claim()
    client = desk("Reader")
    assert "?q=safe&amp;kind=claim" in searched(client, q="safe")
    html = searched(client, q="safe", kind="claim")
    assert "1 found" in html
    assert 'href="?q=safe" aria-current="true"' in html


@pytest.mark.parametrize(
    ("typed", "says"),
    [("“open", "not closed"), ("-x", "at least one word"), ("x" * 301, "too long"), ("a\x00", "no text has")],
)
def test_what_cannot_be_looked_for_is_told(typed: str, says: str, desk: Desk) -> None:
    html = searched(desk("Reader"), q=typed)
    assert says in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize(
    "given", [{"page": "0"}, {"page": "x"}, {"page": "99999"}, {"kind": "\x00"}, {"year": "x" * 999}]
)
def test_an_odd_address_is_no_error_of_ours(given: dict[str, str], desk: Desk) -> None:
    factories.claim()
    searched(desk("Reader"), q="safe", **given)


def test_nothing_found_is_told(desk: Desk) -> None:
    assert "Nothing that is held" in searched(desk("Reader"), q="harbour")


def test_what_a_text_says_is_never_markup(desk: Desk) -> None:
    hostile_claim()
    client = desk("Reader")
    for typed in ("script", "alert*", "<script>alert('x')</script>", "safe"):
        html = searched(client, q=typed)
        assert "<script>alert" not in html, typed


def test_nobody_without_a_role_searches(desk: Desk) -> None:
    assert desk("").get(reverse(PAGE), {"q": "safe"}).status_code == 403


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_it_takes_no_more_queries_for_many_rows(desk: Desk) -> None:
    client, address = desk("Reader"), reverse(PAGE) + "?q=s*+-nothing"
    counts = []
    for many in (1, 6):
        for _ in range(many):
            factories.claim(speaker=factories.speaker(f"Sam Brook {many}"))
            factories.source(title="Safe again")
        counts.append(queries(client, address))
    assert counts[0] == counts[1] <= 14


@pytest.mark.parametrize("model", [Claim, Quotation, Source, Snapshot, Speaker])
def test_lists_find_by_the_same_words_and_say_what_they_cannot(model: type[Claim], desk: Desk) -> None:
    factories.claim(speaker=factories.speaker("Ada Brook"))
    address = reverse(f"admin:claims_{model._meta.model_name}_changelist")
    client = desk("Reader")
    html = client.get(address, {"q": "“open"}).content.decode()
    assert "not closed" in html
    assert "not closed" not in client.get(address, {"q": "brook"}).content.decode()


@pytest.mark.parametrize("model", [Claim, Quotation, Verification, Evidence])
def test_lists_find_what_arrived_just_now(model: type[Claim], desk: Desk) -> None:
    factories.judged(factories.claim())
    factories.quotation()  # the list of quotations shows those that wait
    address = reverse(f"admin:claims_{model._meta.model_name}_changelist")
    assert desk("Reader").get(address, {"q": "safe"}).context["cl"].result_count == 1


def test_lists_find_a_claim_by_its_new_words(desk: Desk) -> None:
    claim, address = factories.claim(), reverse("admin:claims_claim_changelist")
    desk("Reader").get(address, {"q": "safe"})
    edit(actor=factories.user(), record=claim, changes={"words": "It is sound"})
    counts = [desk("Reader").get(address, {"q": word}).context["cl"].result_count for word in ("safe", "sound")]
    assert counts == [0, 1]


def test_a_list_counts_no_further_than_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.admin.paging.MOST_COUNTED", 2)
    for _ in range(3):
        factories.quotation()
    answer = desk().get(reverse("admin:claims_quotation_changelist"))
    assert (answer.context["cl"].result_count, answer.context["cl"].paginator.is_more) == (2, True)
    html = answer.content.decode()
    assert "more than 2 quotations" in " ".join(html.split())
    assert "Select all 2" not in html
