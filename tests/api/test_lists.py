"""Lists: their pages, their filters, and the number of their queries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Position, SourceLink, SpeakerName
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.link import link_claims
from claims.operations.record import create
from tests import factories
from tests.api.conftest import ClientOf

pytestmark = pytest.mark.django_db


def test_pages_have_each_record_once_also_while_rows_are_added(client_of: ClientOf) -> None:
    made = [factories.outlet(f"Outlet {n}").pk for n in range(5)]
    reader, seen, url = client_of("Reader"), [], "/api/v1/outlets/?page_size=2"
    while url:
        page = reader.get(url).json()
        seen += [outlet["id"] for outlet in page["results"]]
        factories.outlet(f"A newer one, after {len(seen)}")
        url = page["next"]
    assert seen == made[::-1]
    assert [o["id"] for o in reader.get(page["previous"]).json()["results"]] == made[1:3][::-1]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("colour=red", "colour"),
        ("state=accepted", "state"),
        ("format=json", "format"),
        ("speaker=99", "speaker"),
        ("speaker=one", "speaker"),
        ("speaker=", "speaker"),
        ("speaker=%20", "speaker"),
        ("words=%20", "words"),
        ("topic=%20%09%C2%A0", "topic"),
        ("attribution_stage=done", "attribution_stage"),
        ("date_from=soon", "date_from"),
        ("date_from=10/09/2024", "date_from"),
        ("date_to=Oct 1 2024", "date_to"),
        pytest.param("date_to=\uff12\uff10\uff12\uff14-09-13", "date_to", id="digits that are not ASCII"),
        ("topic=a&topic=b", "topic"),
        ("page_size=0", "page_size"),
        ("page_size=201", "page_size"),
        ("page_size=many", "page_size"),
        ("cursor=here", "cursor"),
        ("cursor=cD1vbmU=", "cursor"),
        pytest.param("cursor=cD3CsiA=", "cursor", id="a digit that is not ASCII"),
        pytest.param("cursor=cD0lQzIlQjI=", "cursor", id="such a digit, quoted"),
        ("cursor=%00", "cursor"),
        ("cursor=!!!!", "cursor"),
        ("cursor=!!cD0x", "cursor"),
        pytest.param("cursor=cj0x", "cursor", id="no position"),
        pytest.param("cursor=aGVyZQ==", "cursor", id="no cursor"),
    ],
)
def test_what_a_list_does_not_know_is_refused(client_of: ClientOf, query: str, parameter: str) -> None:
    answer = client_of("Reader").get(f"/api/v1/claims/?{query}")
    assert (answer.status_code, [e["parameter"] for e in answer.json()["errors"]]) == (400, [parameter])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("attribution_stage=done", "There are: none, submitted, returned, approved."),
        ("merged=True", "There are: true, false."),
        ("speaker=99", "no such record"),
        ("speaker=one", "by its number"),
        ("speaker=%D9%A1", "by its number"),
        ("speaker=%201", "by its number"),
        ("speaker=1.0", "by its number"),
        ("date_from=soon", "YYYY-MM-DD"),
        ("words=caf%e9", "not UTF-8"),
        ("words=%ED%A0%80", "not UTF-8"),
        ("topic=%ff&words=bridge", "not UTF-8"),
    ],
)
def test_a_value_is_refused_with_what_it_can_be(client_of: ClientOf, query: str, said: str) -> None:
    answer = client_of("Reader").get(f"/api/v1/claims/?{query}")
    [error] = answer.json()["errors"]
    assert (answer.status_code, said in error["detail"]) == (400, True), error
    assert error["parameter"] == query.partition("=")[0]


def test_what_replaces_a_character_can_be_looked_for(client_of: ClientOf) -> None:
    factories.source("caf\ufffd")
    assert len(client_of("Reader").get("/api/v1/sources/?identifier=caf%EF%BF%BD").json()["results"]) == 1


def test_one_record_takes_no_parameters(client_of: ClientOf) -> None:
    assert client_of("Reader").get(f"/api/v1/outlets/{factories.outlet().pk}/?name=x").status_code == 400


@pytest.fixture
def bridge() -> Claim:
    """One claim with a value for each filter, beside another with none of them."""
    factories.claim("The bridge will open in May", no_speaker="unknown")
    text = "“It is safe,” said Ada Brook."
    snapshot = factories.captured(text, outlet="Gazette", published="2024-09-13")
    marked = factories.quotation(snapshot=snapshot, date_edtf="2024-09-12")
    claim = accept(actor=factories.user(), quotation=marked, speaker=factories.speaker(), topics=["bridges", "safety"])
    factories.judged(claim, slug="confirmed", approver=factories.user("Approver"))
    return Claim.objects.get(pk=claim.pk)


CLAIM_FILTERS: dict[str, Callable[[Claim], Any]] = {
    "speaker={}": lambda c: c.speaker_id,
    "outlet={}": lambda c: c.quotations.get().snapshot.source.outlet_id,
    "attribution_stage=approved": lambda c: None,
    "attribution_rating=confirmed": lambda c: None,
    "topic=safety": lambda c: None,
    "words=IS%20SAFE": lambda c: None,
    "date_from=2024-09-12&date_to=2024-09-12": lambda c: None,
    "date_from=2024-01-01": lambda c: None,
    "date_to=2024-12-31": lambda c: None,
}


@pytest.mark.parametrize("query", CLAIM_FILTERS)
def test_filters_of_claims(client_of: ClientOf, bridge: Claim, query: str) -> None:
    found = client_of("Reader").get("/api/v1/claims/?" + query.format(CLAIM_FILTERS[query](bridge))).json()["results"]
    assert [(claim["id"], claim["appearance_count"]) for claim in found] == [(bridge.pk, 1)]


@pytest.mark.parametrize(("query", "count"), [("%20lead9", 1), ("lead9", 0), ("lead8%20", 0), ("lead8", 1)])
def test_spaces_are_a_part_of_what_is_compared_exactly(client_of: ClientOf, query: str, count: int) -> None:
    factories.captured(identifier=" lead9")
    factories.captured(identifier="lead8")
    assert len(client_of("Reader").get(f"/api/v1/sources/?identifier={query}").json()["results"]) == count


@pytest.mark.parametrize(
    ("query", "count"),
    [("date_from=2024-09-13", 0), ("date_to=2024-09-11", 0), ("accuracy_stage=approved", 0), ("topic=saf", 0)],
)
def test_filters_that_find_nothing(client_of: ClientOf, bridge: Claim, query: str, count: int) -> None:
    assert len(client_of("Reader").get(f"/api/v1/claims/?{query}").json()["results"]) == count


@pytest.mark.parametrize(
    ("query", "count"),
    [("state=accepted", 1), ("state=suggested", 1), ("state=rejected", 0), ("kind=direct", 2), ("kind=indirect", 0)],
)
def test_filters_of_quotations(client_of: ClientOf, query: str, count: int) -> None:
    factories.claim()
    factories.quotation()
    assert len(client_of("Reader").get(f"/api/v1/quotations/?{query}").json()["results"]) == count


@pytest.mark.parametrize(("query", "count"), [("parent={note}", 1), ("parent={reply}", 0), ("claim={claim}", 2)])
def test_filters_of_notes(client_of: ClientOf, query: str, count: int) -> None:
    author, claim = factories.user(), factories.claim()
    note = annotate(actor=author, target=claim, body="So?")
    reply = annotate(actor=author, target=claim, body="So.", parent=note)
    annotate(actor=author, target=factories.claim(), body="Why?")
    asked = query.format(note=note.pk, reply=reply.pk, claim=claim.pk)
    assert len(client_of("Reader").get(f"/api/v1/annotations/?{asked}").json()["results"]) == count


def one_more_of_each() -> None:
    checker = factories.user()
    claim, other = factories.claim(), factories.claim(speaker=factories.speaker())
    factories.judged(claim, approver=factories.user("Approver"))
    speaker = factories.speaker()
    create(actor=checker, record=SpeakerName(speaker=speaker, name="A. Brook"))
    create(actor=checker, record=Position(speaker=speaker, title="Mayor"))
    link = SourceLink(from_source=factories.source(), to_source=factories.source(), kind="quotes")
    create(actor=checker, record=link)
    link_claims(actor=checker, from_claim=claim, to_claim=other, kind="repeats")
    annotate(actor=checker, target=claim, body="So?")
    factories.finding()
    factories.watched()
    factories.captured(outlet=f"Outlet of {claim.pk}")
    factories.proposal()
    factories.regrouping()


@pytest.mark.parametrize(
    "kind",
    [
        "outlets",
        "sources",
        "source-links",
        "snapshots",
        "speakers",
        "speaker-names",
        "positions",
        "claims",
        "links",
        "quotations",
        "appearances",
        "regroupings",
        "evidence",
        "verifications",
        "annotations",
        "anchorings",
        "watches",
        "rating-scales",
        "ratings",
    ],
)
def test_queries_do_not_grow_with_rows(client_of: ClientOf, kind: str) -> None:
    reader, counts, rows = client_of("Reader"), [], []
    for _ in range(2):
        one_more_of_each()
        with CaptureQueriesContext(connection) as queries:
            rows.append(len(reader.get(f"/api/v1/{kind}/?page_size=200").json()["results"]))
        counts.append(len(queries))
    assert counts[0] >= counts[1] <= 8
    assert rows[1] > rows[0] or kind in ("rating-scales", "ratings")


def test_queries_of_a_claims_page_do_not_grow_with_its_appearances(client_of: ClientOf) -> None:
    reader, claim, counts = client_of("Reader"), factories.claim(), []
    for _ in range(3):
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(f"/api/v1/claims/{claim.pk}/").status_code == 200
        counts.append(len(queries))
        accept(actor=factories.user(), quotation=factories.quotation(), claim=claim)
    assert counts[0] >= counts[1] == counts[2]
