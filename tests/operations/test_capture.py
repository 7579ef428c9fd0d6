from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.formats.articles import Article
from claims.models import Outlet, Snapshot, Source
from claims.models.history import history
from claims.operations import capture as capture_module
from claims.operations.capture import capture, capture_file, capture_url
from claims.operations.fetch import Fetched
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_text_is_held_once() -> None:
    actor = factories.user()
    article = Article(identifier="a", text="One text.", published="2024-03", outlet="The Harbour Gazette")
    first = capture(actor=actor, article=article)
    again = capture(actor=actor, article=article)
    assert (first.is_new, again.is_new) == (True, False)
    assert first.snapshot == again.snapshot
    source = first.snapshot.source
    assert (source.date_earliest, source.date_latest) == (date(2024, 3, 1), date(2024, 3, 31))
    assert source.date_basis == "stated"


def test_another_text_is_the_next_snapshot() -> None:
    snapshots = [factories.captured(text, identifier="a") for text in ("One.", "Two.", "One.", "Three.")]
    assert [s.number for s in snapshots] == [1, 2, 1, 3]


def test_what_was_empty_is_filled_in_and_what_was_there_stays() -> None:
    factories.captured("One.", identifier="a", title="First")
    factories.captured("One.", identifier="a", title="Second", byline="Robin Reed", outlet="The Harbour Gazette")
    source = Source.objects.get()
    assert (source.title, source.byline, source.outlet) == ("First", "Robin Reed", Outlet.objects.get())


def test_one_address_is_one_source() -> None:
    url = "https://gazette.example/1"
    held = factories.captured("One.", identifier="a", url=url)
    assert factories.captured("Two.", identifier="b", url=url).source == held.source


@pytest.mark.parametrize(
    ("raw", "kept"), [(b"One.", None), (b"\xef\xbb\xbfOne.", b"\xef\xbb\xbfOne.")], ids=["same", "with a mark"]
)
def test_the_bytes_that_came_are_kept(raw: bytes, kept: bytes | None) -> None:
    snapshot = capture_file(actor=factories.user(), raw=raw, identifier="a").snapshot
    snapshot.refresh_from_db()
    assert snapshot.text == "One."
    assert (snapshot.raw and bytes(snapshot.raw)) == kept
    assert snapshot.raw_bytes == raw


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": " \n"}, "text"),
        ({"text": "a\x00"}, "text"),
        ({"text": "a\ud800"}, "text"),
        ({"published": "last week"}, "published"),
        ({"published": "2024-03-10/2024-03-01"}, "published"),
        ({"identifier": ""}, "identifier"),
        ({"identifier": "x" * 401}, "identifier"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "ftp://gazette.example/"}, "url"),
        ({"title": "x" * 501}, "title"),
        ({"outlet": "x" * 201}, "outlet"),
        ({"kind": "rumour"}, "kind"),
    ],
)
def test_refuses_and_leaves_nothing(fields: dict[str, Any], field: str) -> None:
    article = replace(Article(identifier="a", text="One.", outlet="The Harbour Gazette"), **fields)
    with pytest.raises(ValidationError) as refused:
        capture(actor=factories.user(), article=article)
    assert field in refused.value.message_dict
    assert not Source.objects.exists()
    assert not Outlet.objects.exists()


def test_a_url_of_another_source_is_refused_at_its_field() -> None:
    factories.captured("One.", identifier="a", url="https://gazette.example/1")
    factories.captured("Two.", identifier="b")
    with pytest.raises(ValidationError) as refused:
        factories.captured("Two.", identifier="b", url="https://gazette.example/1")
    assert refused.value.message_dict == {"url": ["Another source has this URL."]}


@pytest.mark.parametrize(
    ("url", "newer"), [("", False), ("https://gazette.example/1", True), ("https://gazette.example/2", False)]
)
def test_a_files_name_alone_does_not_make_a_newer_text(url: str, newer: bool) -> None:
    actor = factories.user()
    factories.captured("One.", identifier="index.html", url="https://gazette.example/1")
    article = Article(identifier="index.html", text="Two.", url=url)
    if newer:
        assert capture(actor=actor, article=article, named_by_file=True).snapshot.number == 2
    else:
        with pytest.raises(ValidationError, match="Give an id"):
            capture(actor=actor, article=article, named_by_file=True)
        assert Snapshot.objects.count() == 1


def test_a_page_is_held_under_the_address_it_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Fetched("Grüße aus dem Hafen.".encode("latin-1"), "https://gazette.example/2", "text/html", "latin-1")
    html = page.body.join([b"<html><body><article><p>", b"</p></article></body></html>"])
    monkeypatch.setattr(capture_module, "fetch", lambda url: Fetched(html, page.url, page.media_type, page.charset))
    snapshot = capture_url(actor=factories.user(), url="https://gazette.example/1", title="Greetings").snapshot
    assert (snapshot.text.strip(), snapshot.url, snapshot.method) == ("Grüße aus dem Hafen.", page.url, "url")
    assert (snapshot.source.identifier, snapshot.source.title) == ("https://gazette.example/1", "Greetings")


def test_history_says_who_and_by_what() -> None:
    snapshot = factories.captured(actor=factories.user(username="robin"))
    for held in (snapshot, snapshot.source):
        [entry] = history(held, timezone.now())
        assert (entry.actor, entry.operation, entry.action) == ("robin", "capture", "insert")
