"""Every page for every role, in a number of queries that does not grow with its rows."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Anchoring, Appearance, Claim, Quotation, SourceLink, Utterance, Verification
from claims.models.base import Record
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.correct import correct
from claims.operations.link import link_claims
from claims.operations.merge import merge_claims
from claims.operations.publish import publish
from claims.operations.record import create
from claims.operations.verify import approve
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db
LISTS = (
    *("anchoring", "annotation", "appearance", "claim", "evidence", "outlet", "publication", "quotation"),
    *("ratingscale", "regrouping", "snapshot", "source", "speaker", "verification", "watch"),
)
# Where a list opens with what waits.
ALL_ROWS = {
    "anchoring": "?outcome=all",
    "appearance": "?standing=all",
    "claim": "?merged=all",
    "quotation": "?state=all",
    "verification": "?stage=all",
}
HOSTILE = "<script>alert('x')</script>&<b>"


def a_whole_record() -> Claim:
    """A claim with all that can hang on it."""
    claim = factories.claim(speaker=factories.speaker())
    verification = factories.judged(claim, approver=factories.user("Approver"))
    factories.judged(claim, question="accuracy")
    note = annotate(actor=factories.user(), target=claim, body="Look again.")
    annotate(actor=factories.user(), target=claim, body="I did.", motivation="replying", parent=note)
    annotate(actor=factories.user(), target=verification, body="Agreed.")
    factories.finding()
    factories.watched()
    return claim


def list_of(name: str) -> str:
    """The address of a list with all its rows."""
    return reverse(f"admin:claims_{name}_changelist") + ALL_ROWS.get(name, "")


@pytest.mark.parametrize("role", ["Reader", "Checker", "Approver", "Administrator"])
@pytest.mark.parametrize("name", LISTS)
def test_lists_and_pages_open_for_every_role(name: str, role: str, desk: Desk) -> None:
    a_whole_record()
    factories.proposal()
    factories.regrouping()
    factories.outlet()
    factories.published()
    client = desk(role)
    assert client.get(list_of(name)).status_code == 200
    record = apps.get_model("claims", name)._default_manager.first()
    assert record is not None
    for page in ("change", "history"):
        assert client.get(reverse(f"admin:claims_{name}_{page}", args=[record.pk])).status_code == 200


class Links(HTMLParser):
    """Collects the links that stand within another: a browser ends the outer one before it has any words."""

    def __init__(self) -> None:
        super().__init__()
        self.is_open = False
        self.nested: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.nested += [dict(attrs).get("href") or ""] if self.is_open else []
            self.is_open = True

    def handle_endtag(self, tag: str) -> None:
        self.is_open = self.is_open and tag != "a"


@pytest.mark.parametrize("name", LISTS)
def test_no_link_of_a_list_stands_within_another(name: str, desk: Desk) -> None:
    a_whole_record()
    factories.proposal()
    factories.regrouping()
    factories.published()
    found = Links()
    found.feed(desk("Approver").get(list_of(name)).content.decode())
    assert found.nested == []


def queries(client: Client, address: str) -> int:
    client.get(address)  # what is kept between requests is fetched once
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_lists_ask_no_more_for_fifty_rows_than_for_five(desk: Desk) -> None:
    client, lists = desk("Approver"), [list_of(name) for name in LISTS]
    for _ in range(5):
        a_whole_record()
    few = {address: queries(client, address) for address in lists}
    for _ in range(45):
        a_whole_record()
    # A list of more than a page first asks which rows the page has.
    assert [address for address in lists if queries(client, address) > few[address] + 1] == []


def test_lists_of_what_people_regroup_and_publish_ask_no_more_for_many_rows(desk: Desk) -> None:
    client, lists = desk("Approver"), [list_of(name) for name in ("appearance", "publication", "regrouping")]
    counts = []
    for many in (2, 6):
        for _ in range(many):
            factories.proposal()
            factories.regrouping()
            factories.published()
        counts.append({address: queries(client, address) for address in lists})
    assert counts[0] == counts[1]


def add_to(claim: Claim, times: int) -> None:
    who = factories.user()
    for _ in range(times):
        quotation = factories.quotation(speaker=claim.speaker, hops=[{"who": "Ada Brook", "verb": "told"}])
        accept(actor=who, quotation=quotation, claim=claim)
        annotate(actor=who, target=quotation, body="A note.")
        annotate(actor=who, target=factories.judged(claim), body="A note.")
        note = annotate(actor=who, target=claim, body="A note.")
        annotate(actor=who, target=claim, body="A reply.", motivation="replying", parent=note)
        link_claims(actor=who, from_claim=claim, to_claim=factories.claim(), kind="contradicts")
        for verification in Verification.objects.waiting(timezone.now()).filter(claim=claim):
            approve(actor=factories.user("Approver"), verification=verification)
        merge_claims(actor=who, claim=factories.claim(), into=claim)
        tell = correct if claim.publications.exists() else publish
        tell(actor=factories.user("Approver"), claim=claim, reason="More is known.")


def test_a_claims_page_asks_no_more_for_many_rows(desk: Desk) -> None:
    claim = a_whole_record()
    add_to(claim, 1)
    client = desk("Approver")
    address = reverse("admin:claims_claim_change", args=[claim.pk])
    few = queries(client, address)
    add_to(claim, 6)
    assert queries(client, address) <= few  # fewer where a form has moved to a page of its own


def test_a_snapshots_page_asks_no_more_for_many_quotations(desk: Desk) -> None:
    text = " ".join(f"“Number {number},” she said." for number in range(30))
    snapshot = factories.captured(text)
    address = reverse("admin:claims_snapshot_change", args=[snapshot.pk])
    client = desk()
    factories.quotation("Number 0", snapshot=snapshot)
    few = queries(client, address)
    for number in range(3, 30):
        factories.quotation(f"Number {number}", snapshot=snapshot)
    assert queries(client, address) == few


def test_a_sources_page_asks_no_more_for_many_links(desk: Desk) -> None:
    source, who, client = factories.source(), factories.user(), desk()
    address = reverse("admin:claims_source_change", args=[source.pk])
    counts = []
    for many in (1, 6):
        for _ in range(many):
            create(actor=who, record=SourceLink(from_source=source, to_source=factories.source(), kind="quotes"))
            create(actor=who, record=SourceLink(from_source=factories.source(), to_source=source, kind="quotes"))
        counts.append(queries(client, address))
    assert counts[0] == counts[1]


def hostile_source() -> Record:
    return factories.source(title=HOSTILE, byline=HOSTILE)


def hostile_speaker() -> Record:
    return factories.speaker(HOSTILE)


def hostile_quotation() -> Quotation:
    quoted = factories.quotation(
        "It is safe",
        snapshot=factories.captured(f"“It is safe {HOSTILE},” she said. {HOSTILE}", title=HOSTILE),
        speaker=factories.speaker(HOSTILE),
        hops=[{"who": HOSTILE, "verb": HOSTILE}],
        cue=HOSTILE,
    )
    for target in (quoted, quoted.snapshot):
        annotate(actor=factories.user(), target=target, body=HOSTILE)
    return quoted


def hostile_snapshot() -> Record:
    return hostile_quotation().snapshot


def hostile_finding() -> Record:
    text = f"“It is safe {HOSTILE},” she said."
    quoted = factories.quotation(f"It is safe {HOSTILE}", snapshot=factories.captured(text, title=HOSTILE))
    factories.captured(text.replace("safe", "unsafe"), identifier=quoted.snapshot.source.identifier)
    return Anchoring.objects.get()


def hostile_claim() -> Record:
    claim = accept(actor=factories.user(), quotation=hostile_quotation(), words=HOSTILE)
    factories.judged(claim, rationale=HOSTILE)
    annotate(actor=factories.user(), target=claim, body=HOSTILE)
    return claim


MAKERS = [hostile_source, hostile_speaker, hostile_snapshot, hostile_quotation, hostile_finding, hostile_claim]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("view", ["change", "history", "changelist"])
def test_what_a_text_says_is_never_markup(make: Callable[[], Record], view: str, desk: Desk) -> None:
    record = make()
    name = record._meta.model_name
    arguments = [] if view == "changelist" else [record.pk]
    html = desk("Administrator").get(reverse(f"admin:claims_{name}_{view}", args=arguments)).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_a_hostile_wording_is_shown_as_words_where_it_is_compared(desk: Desk) -> None:
    row = factories.proposal()
    odd = hostile_quotation()
    utterance = Utterance.objects.create(earliest=row.quotation)
    made = Appearance.objects.create(quotation=odd, utterance=utterance, standing="proposed", reason=HOSTILE)
    html = desk().get(reverse("admin:claims_appearance_change", args=[made.pk])).content.decode()
    assert "<script>alert" not in html
    assert "[put in: </span>" in html


def test_pages_have_no_script_or_style_of_their_own(desk: Desk) -> None:
    claim = a_whole_record()
    answer = desk("Approver").get(reverse("admin:claims_claim_change", args=[claim.pk]))
    html = answer.content.decode()
    assert " style=" not in html
    assert "<style" not in html
    assert all("src=" in tag for tag in html.split("<script")[1:])
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("role", "offers"),
    [("Reader", {"Claims"}), ("Checker", {"Capture a text", "Suggestions that wait", "Claims"})],
)
def test_the_first_page_offers_the_work_of_the_role(role: str, offers: set[str], desk: Desk) -> None:
    html = desk(role).get(reverse("admin:index")).content.decode()
    words = {"Capture a text", "Suggestions that wait", "Judgements that wait", "Claims"}
    assert {word for word in words if f">{word}</a>" in html.split("app-list")[0]} >= offers
    assert ("Capture a text" in html) == ("Capture a text" in offers)


@pytest.mark.parametrize(("role", "is_linked"), [("Reader", False), ("Approver", False), ("Administrator", True)])
def test_people_are_linked_for_those_alone_who_may_see_them(role: str, is_linked: bool, desk: Desk) -> None:
    a_whole_record()
    client, seen = desk(role), 0
    for name in ("snapshot", "evidence", "verification", "annotation", "watch"):
        record = apps.get_model("claims", name)._default_manager.order_by("pk").first()
        html = client.get(reverse(f"admin:claims_{name}_change", args=[record.pk])).content.decode()
        assert ("/admin/auth/user/" in html.split('id="content"')[1]) == is_linked, name
        seen += "checker" in html
    assert seen == 5


def test_lists_tell_days_and_times_as_the_pages_do(desk: Desk) -> None:
    verification = factories.judged(factories.claim())
    html = desk().get(list_of("verification")).content.decode()
    assert f"{verification.created_at:%Y-%m-%d %H:%M}" in html
