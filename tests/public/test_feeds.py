"""The feeds: valid, with addresses that stay, and with what was corrected and retracted."""

from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from claims.models import Claim, Publication
from claims.operations.accept import accept
from claims.operations.correct import correct
from claims.operations.publish import publish
from claims.operations.record import edit
from claims.operations.retract import retract
from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def atom() -> ElementTree.Element:
    answer = Client().get("/claims/feed.atom")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314  # our own


def json_feed() -> dict[str, Any]:
    answer = Client().get("/claims/feed.json")
    assert answer["Content-Type"] == "application/feed+json"
    told: dict[str, Any] = answer.json()
    return told


def text(element: ElementTree.Element, path: str) -> str:
    return element.findtext("/".join(ATOM + step for step in path.split("/"))) or ""


def corrected(publication: Publication) -> Publication:
    claim = Claim.objects.get(pk=publication.claim_id)
    edit(actor=factories.user(), record=claim, changes={"venue": "Harbour hall"})
    return correct(actor=factories.user("Approver"), claim=claim, reason="The place was missing.")


def test_each_says_who_it_is() -> None:
    factories.published()
    feed, told = atom(), json_feed()
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["home_page_url"] == "http://testserver/claims/"
    assert told["feed_url"] == "http://testserver/claims/feed.json"
    assert text(feed, "id") == "http://testserver/claims/feed.atom"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "alternate": "http://testserver/claims/",
        "self": "http://testserver/claims/feed.atom",
    }
    assert text(feed, "author/name") == told["authors"][0]["name"] != ""


def test_an_entry_keeps_its_address_and_its_first_day() -> None:
    first = factories.published(speaker=factories.speaker(), topics=["bridges"])
    address = f"http://testserver/claims/{first.claim.slug}/"
    later = corrected(first)
    [entry], [item] = atom().findall(f"{ATOM}entry"), json_feed()["items"]
    assert text(entry, "id") == item["id"] == item["url"] == address
    for published in (text(entry, "published"), item["date_published"]):
        assert datetime.fromisoformat(published) == first.made_at
    for updated in (text(entry, "updated"), item["date_modified"]):
        assert datetime.fromisoformat(updated) == later.made_at
    assert text(entry, "title") == item["title"] == "“It is safe” – Did they say it? Confirmed."
    assert item["tags"] == ["bridges"]
    for told in (text(entry, "summary"), item["content_text"]):
        assert "Corrected: The place was missing." in told
        assert "Did they say it? Confirmed. The minutes say so." in told


def test_a_title_says_which_question_each_verdict_answers() -> None:
    publication = factories.published()
    factories.judged(publication.claim, question="accuracy", slug="false", approver=factories.user("Approver"))
    correct(actor=factories.user("Approver"), claim=publication.claim, reason="It was measured.")
    [entry], [item] = atom().findall(f"{ATOM}entry"), json_feed()["items"]
    assert text(entry, "title") == item["title"]
    assert item["title"] == "“It is safe” – Did they say it? Confirmed. Is it true? False."


def test_a_retraction_reaches_whoever_subscribed() -> None:
    publication = factories.published()
    retract(actor=factories.user("Approver"), claim=publication.claim, reason="The minutes are not genuine.")
    [entry], [item] = atom().findall(f"{ATOM}entry"), json_feed()["items"]
    assert text(entry, "title") == item["title"] == "Retracted: “It is safe”"
    assert item["content_text"] == "Retracted: The minutes are not genuine."
    assert "confirmed" not in text(entry, "summary").lower()


def test_the_newest_comes_first() -> None:
    one, other = factories.published(), factories.published("The bridge will open in May")
    corrected(one)
    addresses = [f"http://testserver/claims/{publication.claim.slug}/" for publication in (one, other)]
    assert [item["id"] for item in json_feed()["items"]] == addresses
    assert [text(entry, "id") for entry in atom().findall(f"{ATOM}entry")] == addresses


def published_as(words: str) -> Publication:
    claim = accept(actor=factories.user(), quotation=factories.quotation(), words=words)
    factories.judged(claim, approver=factories.user("Approver"))
    return publish(actor=factories.user("Approver"), claim=claim)


@pytest.mark.parametrize("words", ["<b>bold</b> & “more”", "a\x0bb\x1fc", "]]>", "&lt;", "‮evil", "🚤"])
def test_any_words_stand_in_a_feed(words: str) -> None:
    publication = published_as(words)
    [entry], [item] = atom().findall(f"{ATOM}entry"), json_feed()["items"]
    assert item["title"].startswith(f"“{words}”")
    assert words.replace("\x0b", "\ufffd").replace("\x1f", "\ufffd") in text(entry, "title")
    assert publication.document["words"] == words


def test_feeds_say_when_they_last_changed() -> None:
    factories.published()
    for address in ("/claims/feed.atom", "/claims/feed.json"):
        last = Client().get(address)["Last-Modified"]
        assert Client().get(address, headers={"If-Modified-Since": last}).status_code == 304


def test_pages_name_the_feeds() -> None:
    html = Client().get("/claims/").content.decode()
    for address, kind in (
        ("/claims/feed.atom", "application/atom+xml"),
        ("/claims/feed.json", "application/feed+json"),
    ):
        assert f'href="{address}"\n          type="{kind}"' in html


def test_an_empty_feed_is_a_feed() -> None:
    assert atom().findall(f"{ATOM}entry") == []
    assert json_feed()["items"] == []
