"""The form by which a text is captured."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Snapshot, Source
from tests.admin.conftest import Desk
from tests.admin.forms import errors

pytestmark = pytest.mark.django_db

CAPTURE = "/admin/claims/snapshot/capture/"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"text": "“It is safe,” said Ada Brook.\r\n\r\nOn."}, "“It is safe,” said Ada Brook.\n\nOn."),
        ({"file": SimpleUploadedFile("story.txt", "“Safe,” said Ada Brook.".encode())}, "“Safe,” said Ada Brook."),
    ],
    ids=["pasted", "file"],
)
def test_capture(data: dict[str, Any], text: str, desk: Desk) -> None:
    answer = desk().post(CAPTURE, {"title": "Bridge", "outlet": "The Gazette", "published": "2024-05-02", **data})
    snapshot = Snapshot.objects.get()
    assert answer.headers["Location"] == reverse("admin:claims_snapshot_desk", args=[snapshot.pk])
    assert snapshot.text == text
    assert snapshot.quotations.count() == 1
    assert (snapshot.source.title, str(snapshot.source.outlet), snapshot.source.date_edtf) == (
        "Bridge",
        "The Gazette",
        "2024-05-02",
    )


WIRE = "“It is safe,” said Ada Brook."
PRINTS = [
    {"outlet": "The Morning Sheet", "published": "2024-03-10"},
    {"outlet": "Island Wire", "published": "2024-03-08", "byline": "Staff"},
]


@pytest.mark.parametrize("as_file", [False, True], ids=["pasted", "file"])
def test_one_text_in_two_papers_is_two_works(as_file: bool, desk: Desk) -> None:
    for stated in (*PRINTS, PRINTS[1]):
        text = {"file": SimpleUploadedFile("story.txt", WIRE.encode())} if as_file else {"text": WIRE}
        answer = desk().post(CAPTURE, {**text, **stated}, follow=True)
    held = Source.objects.order_by("date_earliest")
    assert [(str(one.outlet), one.date_edtf, one.byline) for one in held] == [
        ("Island Wire", "2024-03-08", "Staff"),
        ("The Morning Sheet", "2024-03-10", ""),
    ]
    assert [str(message) for message in answer.context["messages"]] == [
        "This text of this source is held already; 0 new suggestions.",
        f"The same text is held as another work too: {held[1]} (The Morning Sheet).",
    ]


def test_what_is_stated_otherwise_than_it_is_held_is_told(desk: Desk) -> None:
    for stated in PRINTS:
        answer = desk().post(CAPTURE, {"text": WIRE, "url": "https://sheet.example/1", **stated}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "This text of this source is held already; 0 new suggestions.",
        "This source was held before and is left as it was: outlet is “The Morning Sheet”, not “Island Wire”; "
        "published is “2024-03-10”, not “2024-03-08”.",
    ]


def test_who_gives_no_title_is_told_where_to(desk: Desk) -> None:
    html = desk().post(CAPTURE, {"text": WIRE}, follow=True).content.decode()
    source = Source.objects.get()
    address = reverse("admin:claims_source_change", args=[source.pk])
    assert f'It has no title, and is called {source.identifier} until <a href="{address}">it is given one</a>.' in html
    assert "no title" not in desk().post(CAPTURE, {"text": WIRE, "title": "Bridge"}, follow=True).content.decode()


def test_one_suggestion_is_one(desk: Desk) -> None:
    answer = desk().post(CAPTURE, {"text": WIRE}, follow=True)
    assert "Captured; 1 new suggestion." in [str(message) for message in answer.context["messages"]]


@pytest.mark.parametrize(("given", "held"), [("", "fr"), ("fr-CA", "fr-CA"), ("en", "en")])
def test_the_language_of_a_capture_is_the_given_one_else_the_one_of_the_text(given: str, held: str, desk: Desk) -> None:
    desk().post(CAPTURE, {"text": "« Le pont est fermé », a déclaré lundi Marie Duval.", "language": given})
    assert Snapshot.objects.get().source.language == held


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "text"),
        ({"text": "A text.", "language": "the Queen's"}, "language"),
        ({"text": "A text.", "published": "soon"}, "published"),
        ({"text": "A text.", "file": SimpleUploadedFile("a.txt", b"x")}, "file"),
        ({"file": SimpleUploadedFile("a.txt", b"\xff\xfe")}, "__all__"),
        ({"url": "http://127.0.0.1/"}, "__all__"),
        ({"url": "no address"}, "url"),
    ],
)
def test_capture_says_what_is_wrong(data: dict[str, Any], field: str, desk: Desk) -> None:
    answer = desk().post(CAPTURE, data)
    assert answer.status_code == 200
    assert field in errors(answer)
    assert not Snapshot.objects.exists()


def test_readers_do_not_capture(desk: Desk) -> None:
    assert desk("Reader").get(CAPTURE).status_code == 403
