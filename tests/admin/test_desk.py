"""The desk without a browser: what is in the page, what it costs, and what its forms answer to the script."""

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.admin.desk.article import article, in_order
from claims.admin.desk.blocks import blocks
from claims.admin.desk.undoing import undoable
from claims.models import Position, Quotation, Snapshot, Speaker
from claims.models.markings import Marked, marked_passages
from claims.operations.accept import accept
from claims.operations.quote import quote
from claims.operations.record import create, edit
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db

IN_PLACE = {"x-in-place": "desk"}


def address(snapshot: Snapshot, *more: object) -> str:
    return "/".join([reverse("admin:claims_snapshot_desk", args=[snapshot.pk]).rstrip("/"), *map(str, more), ""])


def many(quotations: int) -> Snapshot:
    """A text with so many quotations, each accepted as an appearance of one claim."""
    text = "\n".join(f"“The boat number {n} is safe,” Ada Brook said." for n in range(quotations))
    snapshot, claim, who = factories.captured(text), factories.claim(), factories.user()
    for match in re.finditer("The boat[^,]+", text):
        made = quote(actor=who, snapshot=snapshot, passages=[match.span()], kind="direct")
        accept(actor=who, quotation=made, claim=claim)
    return snapshot


def queries(client: Client, wanted: str, **headers: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(wanted, headers=headers).status_code == 200
    return len(captured)


HEADINGS = [
    ("A quarrel\n\nIt began in May.", [True, False]),
    ("It began in May.\n\nWhat came of it\n\nNothing came.", [False, True, False]),
    ("It began in May.\nThe end", [False, False]),
    ("One line\nanother line\nIt ends.", [True, True, False]),
    ("A quarrel\n\nBy Nora Pell\n\nIt began in May.", [True, False, False]),
    ("Mistaken\n", [False]),
    ("“We will not”\nIt ends.", [False, False]),
    ("x" * 91 + "\nIt ends.", [False, False]),
    ("Who said so?\nNobody did.", [False, False]),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings_and_paragraphs(text: str, expected: list[bool]) -> None:
    assert [block.is_heading for block in blocks(text)] == expected


def test_blocks_know_where_they_start() -> None:
    text = "🚤 News\r\n\n  It began \t\n\n"
    assert [(block.start, text[block.start : block.end]) for block in blocks(text)] == [
        (0, "🚤 News"),
        (11, "It began"),
    ]


def test_marks_overlap_and_nest_and_the_text_stays_what_it_was() -> None:
    text = "One two three four five.\nSix seven."
    spans = [(1, 0, 13), (2, 4, 18), (3, 8, 13), (4, 19, 28)]
    html = article(text, [Marked(pk, "direct", "suggested", start, end) for pk, start, end in spans], 3)
    assert re.sub("<[^>]+>", "", html) == text
    assert re.findall(r'<mark class="([^"]+)" data-q="([^"]+)">([^<]+)</mark>', html) == [
        ("direct suggested depth-1", "1", "One "),
        ("direct suggested depth-2", "2 1", "two "),
        ("direct suggested depth-3 current", "2 1 3", "three"),
        ("direct suggested depth-1", "2", " four"),
        ("direct suggested depth-1", "4", "five."),
        ("direct suggested depth-1", "4", "Six"),
    ]
    assert re.findall(r'id="q(\d)".*?data-number="(\d)"', html) == [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")]
    assert 'data-start="25"' in html


def test_quotations_are_numbered_by_where_they_begin() -> None:
    passages = [
        Marked(7, "direct", "rejected", 0, 4),
        Marked(5, "mixed", "accepted", 2, 9),
        Marked(7, "direct", "rejected", 9, 12),
    ]
    assert [(one.number, one.pk, one.state) for one in in_order(passages)] == [(1, 7, "rejected"), (2, 5, "accepted")]


def test_the_page_shows_the_first_that_waits_or_the_one_asked_for(desk: Desk) -> None:
    snapshot, who = factories.captured(), factories.user()
    first = factories.quotation("The bridge will open", snapshot=snapshot)
    second = factories.quotation("It is safe", snapshot=snapshot)
    reject(actor=who, quotation=first)
    assert desk().get(address(snapshot)).context["quotation"] == second
    assert desk().get(address(snapshot) + f"?q={first.pk}").context["quotation"] == first
    assert desk().get(address(snapshot) + "?q=nonsense").context["quotation"] == second


def test_a_text_without_quotations_can_be_read(desk: Desk) -> None:
    answer = desk().get(address(factories.captured()))
    assert answer.status_code == 200
    assert b"No quotation yet" in answer.content


@pytest.mark.parametrize("path", [(), ("text",)])
def test_the_queries_do_not_grow_with_the_quotations(path: tuple[str, ...], desk: Desk) -> None:
    client = desk()
    assert queries(client, address(many(3), *path)) == queries(client, address(many(30), *path))


def test_the_queries_of_a_panel_do_not_grow(desk: Desk) -> None:
    client, counts = desk(), []
    for number in (3, 30):
        snapshot = many(number)
        [first, *_] = marked_passages(snapshot.pk)
        counts.append(queries(client, address(snapshot, first.quotation), **IN_PLACE))
    assert counts[0] == counts[1] <= 30


def test_a_panel_alone_is_for_the_script(desk: Desk) -> None:
    quotation = factories.quotation()
    client = desk()
    panel = address(quotation.snapshot, quotation.pk)
    assert client.get(panel).headers["location"] == f"{address(quotation.snapshot)}?q={quotation.pk}"
    assert b"<html" not in client.get(panel, headers=IN_PLACE).content
    elsewhere = address(factories.captured(), quotation.pk)
    assert client.get(elsewhere, headers=IN_PLACE).status_code == 404


def do(client: Client, quotation: Any, verb: str, **data: Any) -> Any:
    where = reverse(f"admin:claims_{quotation._meta.model_name}_verb", args=[quotation.pk, verb])
    return client.post(where, data, headers=IN_PLACE)


def test_what_was_done_comes_with_the_form_that_takes_it_back(desk: Desk) -> None:
    client, quotation = desk(), factories.quotation()
    done = do(client, quotation, "accept", words="It is safe").content.decode()
    assert f'data-q="{quotation.pk}" data-state="accepted"' in " ".join(done.split())
    taken_back = dict(re.findall(r'name="(\w+)"\s+value="([^"]*)"', done))
    assert taken_back["decided_at"]
    do(client, quotation, "reopen", decided_at=taken_back["decided_at"])
    assert Quotation.objects.get().state == "suggested"
    assert "data-overtaken" in do(client, quotation, "reopen", decided_at=taken_back["decided_at"]).content.decode()


def test_ones_own_decisions_of_the_day_can_be_undone_on_a_page_that_comes_anew(desk: Desk) -> None:
    who, snapshot = factories.user(), factories.captured("One. Two. Three. Four. Five.")
    one, two, three, four = (factories.quotation(word, snapshot=snapshot) for word in ("One", "Two", "Three", "Four"))
    accept(actor=who, quotation=one)
    reject(actor=who, quotation=two)
    reject(actor=factories.user(username="sam"), quotation=three)
    accept(actor=who, quotation=factories.quotation())  # of another text
    reject(actor=who, quotation=four)
    reopen(actor=who, quotation=four)
    page = desk(who=who).get(address(snapshot))
    assert [offered.what for offered in page.context["undoable"]] == ["accepted “One”", "rejected “Two”"]
    assert 'data-takes-back="rejected “Two”"' in page.content.decode()
    assert undoable(snapshot, who, timezone.now() + dt.timedelta(hours=13)) == []
    assert undoable(snapshot, factories.user("Reader"), timezone.now()) == []


def test_what_can_be_undone_is_bounded_and_read_at_once(desk: Desk) -> None:
    who, snapshot = factories.user(), many(30)
    with CaptureQueriesContext(connection) as captured:
        offered = undoable(snapshot, who, timezone.now())
    assert len(offered) == 20
    assert offered[-1].what == "accepted “The boat number 29 is safe”"
    assert len(captured) <= 4  # two are of rights


def resolved_and_back(client: Client, quotation: Quotation, speaker: Speaker) -> None:
    done = do(client, quotation, "resolve", speaker=speaker.slug).content.decode()
    hidden = {name: value for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', done) if name != "next"}
    do(client, quotation, "unresolve", **hidden)


def test_a_speaker_and_back(desk: Desk) -> None:
    resolved_and_back(desk(), factories.quotation(), factories.speaker())
    assert Quotation.objects.get().speaker is None


@pytest.mark.parametrize(("name", "no_speaker"), [("Cy Dunn", ""), ("", "disputed")])
def test_the_claims_own_speaker_comes_back_too(name: str, no_speaker: str, desk: Desk) -> None:
    orla = factories.speaker("Orla Venn")
    claim, own = factories.claim(speaker=orla), factories.speaker(name) if name else None
    edit(actor=factories.user(), record=claim, changes={"speaker": own, "no_speaker": no_speaker})
    resolved_and_back(desk(), claim.quotations.get(), factories.speaker("Ben Field"))
    claim.refresh_from_db()
    assert (claim.speaker, claim.no_speaker) == (own, no_speaker)
    assert claim.quotations.get().speaker == orla


def test_what_a_text_says_is_never_markup(desk: Desk) -> None:
    hostile = '<img src=x onerror=alert(1)> "><script>alert(2)</script> said.'
    snapshot = factories.captured(hostile, title=hostile)
    quotation = factories.quotation("<script>alert(2)</script>", snapshot=snapshot, cue=hostile[:40], venue=hostile)
    accept(actor=factories.user(), quotation=quotation, words=hostile)
    page = desk().get(address(snapshot)).content.decode()
    assert "<img src=x" not in page
    assert "<script>alert" not in page


def test_evidence_that_was_withdrawn_comes_back(desk: Desk) -> None:
    client, claim = desk(), factories.claim()
    piece = factories.evidence(claim, stance="refutes", passage=(4, 11), note="Page two.")
    undo = do(client, piece, "withdraw").context["form"].undo
    assert not claim.evidence.exists()
    do(client, claim, "evidence", **{field.name: field.value() for field in undo if field.value() is not None})
    again = claim.evidence.get()
    assert (again.question, again.stance, again.exact, again.note) == ("attribution", "refutes", "minutes", "Page two.")


@pytest.mark.parametrize(
    ("worded", "role", "affiliation", "position", "says"),
    [
        ("Field", "pilot", "", "Pilot", ["pilot"]),
        ("pilot Ben Field", "pilot", "", "pilot", []),
        ("Field", "", "", "pilot", ["pilot"]),
        ("pilot Ben Field", "pilot", "the harbour office", "mayor", ["the harbour office", "mayor"]),
    ],
)
def test_a_role_is_told_once(
    worded: str, role: str, affiliation: str, position: str, says: list[str], desk: Desk
) -> None:
    who = factories.speaker("Ben Field")
    create(actor=factories.user(), record=Position(speaker=who, title=position))
    quoted = factories.quotation(speaker=who)
    told = {"speaker_text": worded, "speaker_role": role, "speaker_affiliation": affiliation}
    Quotation.objects.filter(pk=quoted.pk).update(**told)
    html = desk().get(address(quoted.snapshot, quoted.pk), headers=IN_PLACE).content.decode()
    shown = html.split("<dt>Speaker</dt>")[1].split("</dd>")[0]
    assert [re.sub("<.*?>", "", one) for one in re.findall(r'<span class="aside"[^>]*>(.*?)</span>', shown)] == says
