"""Silent edits and watches at the desk: where they are seen, and what is told of them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Anchoring, Watch
from claims.models.base import Record
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db

WORDS, NOW = "The bridge will open in May", "The bridge may open in May"
TWICE = f"It rained: {WORDS}, Mayor Ada Brook told reporters. So: {WORDS}"
TOLD = "“may” for “will” (modality)"


def page(record: Record) -> str:
    return reverse(f"admin:claims_{record._meta.model_name}_change", args=[record.pk])


def test_an_edit_is_seen_wherever_its_words_are(desk: Desk) -> None:
    finding = factories.finding(WORDS, NOW)
    client = desk("Reader")
    pages = [finding, finding.quotation, finding.snapshot, finding.snapshot.source]
    shown = {type(one).__name__: client.get(page(one)).content.decode() for one in pages}
    for name, html in shown.items():
        assert TOLD in html, name
        assert WORDS in html, name
    assert NOW in shown["Anchoring"]
    assert page(finding) in shown["Snapshot"]


def test_what_rests_on_edited_words_is_told_and_is_told_of_them(desk: Desk) -> None:
    finding, client = factories.finding(WORDS, NOW), desk("Checker")
    assert "An appearance of the claim" not in client.get(page(finding)).content.decode()
    claim = accept(actor=factories.user(), quotation=finding.quotation)
    factories.judged(claim, slug="misquoted", approver=factories.user("Approver"))
    html = client.get(page(finding)).content.decode()
    assert page(claim) in html
    assert '<span>attribution <span class="chip tone-mixed">misquoted</span></span>' in html
    assert [told[0] for told in client.get(page(claim)).context["edits"]] == [finding]
    assert TOLD in client.get(page(claim)).content.decode()
    annotate(actor=factories.user(), target=finding.quotation, body="The paper was asked.")
    assert client.get(page(claim)).context["edits"] == []


def test_the_note_that_takes_an_edit_off_its_queue_is_written_beside_it(desk: Desk) -> None:
    finding, client = factories.finding(WORDS, NOW), desk("Checker")
    assert list(Anchoring.objects.silent_edits().unanswered(timezone.now())) == [finding]
    [form] = client.get(page(finding)).context["verb_forms"]
    sent = {"body": "The paper was asked.", "motivation": "commenting", "next": page(finding)}
    answer = client.post(form.action, sent, follow=True)
    assert answer.redirect_chain[-1][0] == page(finding)
    assert "The paper was asked." in answer.content.decode()
    assert list(Anchoring.objects.silent_edits().unanswered(timezone.now())) == []
    assert client.get(page(finding)).context["verb_forms"]
    assert not desk("Reader").get(page(finding)).context["verb_forms"]


@pytest.mark.parametrize(
    ("now", "told"),
    [("Nobody knows when", "The words are not there any more."), (TWICE, "Several places fit equally.")],
)
def test_words_without_a_place(now: str, told: str, desk: Desk) -> None:
    html = desk("Reader").get(page(factories.finding(WORDS, now))).content.decode()
    assert told in html


@pytest.mark.parametrize(
    ("query", "outcomes"),
    [
        ("", {"altered", "gone"}),
        ("?outcome=found", {"found"}),
        ("?outcome=gone", {"gone"}),
        ("?outcome=all", {"altered", "gone", "found"}),
    ],
)
def test_the_list_opens_with_the_edits(query: str, outcomes: set[str], desk: Desk) -> None:
    factories.finding(WORDS, NOW)
    factories.finding(WORDS, "No date is known")
    factories.finding(WORDS, f"It rained. {WORDS}")
    answer = desk("Reader").get(reverse("admin:claims_anchoring_changelist") + query)
    assert {finding.outcome for finding in answer.context["cl"].queryset} == outcomes
    assert "Silent edits" in answer.content.decode()


def test_a_source_is_watched_and_watched_no_more(desk: Desk) -> None:
    client, source = desk("Checker"), factories.source(url="https://gazette.example/bridge")
    for verb, data, hours in (("watch", {"every_hours": "12"}, [12]), ("watch", {"every_hours": "48"}, [48])):
        assert client.post(reverse("admin:claims_source_verb", args=[source.pk, verb]), data).status_code == 302
        assert list(Watch.objects.values_list("every_hours", flat=True)) == hours
    assert "every 48 hours" in client.get(page(source)).content.decode()
    client.post(reverse("admin:claims_source_verb", args=[source.pk, "unwatch"]))
    assert not Watch.objects.exists()


def test_what_is_offered_on_a_source(desk: Desk) -> None:
    offers = {
        "without a URL": (factories.source(), []),
        "with a URL": (factories.source(url="https://gazette.example/a"), ["watch"]),
        "watched": (factories.watched().source, ["watch", "unwatch"]),
    }
    for role, may in (("Checker", True), ("Reader", False)):
        client = desk(role)
        for source, verbs in offers.values():
            forms = client.get(page(source)).context["verb_forms"]
            assert [form.verb for form in forms] == (verbs if may else [])


def test_a_page_that_fails_says_so(desk: Desk) -> None:
    held = factories.watched()
    Watch.objects.filter(pk=held.pk).update(failures=2, last_error="The server answered 404 Not Found.")
    client = desk("Reader")
    for address in (page(held.source), page(held), reverse("admin:claims_watch_changelist")):
        assert "The server answered 404 Not Found." in client.get(address).content.decode()


@pytest.mark.parametrize("role", ["Reader", "Administrator"])
def test_nobody_edits_a_finding(role: str, desk: Desk) -> None:
    finding = factories.finding()
    client = desk(role)
    assert client.post(page(finding), {"exact": "Other."}).status_code == 403
    assert client.get(reverse("admin:claims_anchoring_add")).status_code == 403
    assert Anchoring.objects.get().exact == finding.exact
