"""Narrowing lists down, and what fields offer while one types."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db


def address(name: str, page: str = "changelist") -> str:
    return reverse(f"admin:claims_{name}_{page}")


def seen(client: Client, name: str, query: str) -> int:
    answer = client.get(f"{address(name, 'changelist')}?{query}")
    assert answer.status_code == 200, query
    return int(answer.context["cl"].result_count)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2), ("by=ada", 1), ("by=nobody", 0), ("in=gazette", 1), ("topic=bridges", 1), ("topic=Bridges", 1),
        ("day_from=2024-05-02", 1), ("day_to=2024-05-02", 1), ("day_to=2024-04-30", 0),
        ("day_from=2024-05-01&day_to=2024-05-31&by=ada", 1), ("attribution_stage__exact=submitted", 1),
        ("accuracy_stage__exact=none", 2), ("q=safe", 1), ("q=brook", 1), ("q=safe+open", 0),
    ],
)  # fmt: skip
def test_filters_of_claims(query: str, count: int, desk: Desk) -> None:
    ada = factories.speaker()
    quotation = factories.quotation(
        snapshot=factories.captured(outlet="The Harbour Gazette"), speaker=ada, date_edtf="2024-05-02"
    )
    client = desk()
    client.post(
        reverse("admin:claims_quotation_verb", args=[quotation.pk, "accept"]),
        {"words": "It is safe", "topics": "bridges", "speaker": ada.slug},
    )
    factories.judged(Claim.objects.get())
    factories.claim("The bridge will open in May")
    assert seen(client, "claim", query) == count


def test_the_rating_filter_knows_the_verdict_that_holds(desk: Desk) -> None:
    factories.judged(factories.claim(), slug="misquoted", approver=factories.user("Approver"))
    client = desk()
    assert seen(client, "claim", f"attribution={factories.rating(slug='misquoted').pk}") == 1
    assert seen(client, "claim", f"attribution={factories.rating(slug='confirmed').pk}") == 0


@pytest.mark.parametrize("query", ["day_from=soon", "attribution=x", "by=%00", "nonsense=1"])
def test_a_filter_that_makes_no_sense_is_not_an_error_of_ours(query: str, desk: Desk) -> None:
    assert desk().get(f"{address('claim', 'changelist')}?{query}").status_code == 302


@pytest.mark.parametrize(
    ("name", "query"), [("quotation", "state=%00"), ("source", "kind=%00"), ("verification", "stage=%00")]
)
def test_a_choice_that_there_is_not_is_not_an_error_of_ours(name: str, query: str, desk: Desk) -> None:
    assert desk().get(f"{reverse(f'admin:claims_{name}_changelist')}?{query}").status_code == 302


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 1), ("state=accepted", 1), ("state=all", 2), ("rule=person", 1), ("confidence=high", 0), ("of=Bridge", 0)],
)
def test_quotations_open_with_what_waits(query: str, count: int, desk: Desk) -> None:
    factories.quotation()
    factories.claim()
    assert seen(desk(), "quotation", query) == count


def test_verifications_open_with_what_waits(desk: Desk) -> None:
    factories.judged(factories.claim())
    factories.judged(factories.claim(), approver=factories.user("Approver"))
    client = desk("Approver")
    assert (seen(client, "verification", ""), seen(client, "verification", "stage=all")) == (1, 3)
    assert "Approve or return" in client.get(address("verification")).content.decode()


@pytest.mark.parametrize(
    ("name", "typed", "offered"),
    [
        ("speaker", "broo", ["Ada Brook [ada-brook]"]),
        ("speaker", "zzz", []),
        ("speaker", "\x00", ["Ada Brook [ada-brook]"]),
        ("outlet", "harb", ["The Harbour Gazette [The Harbour Gazette]"]),
    ],
)
def test_lookups_offer_what_fits(name: str, typed: str, offered: list[str], desk: Desk) -> None:
    factories.speaker()
    factories.outlet()
    assert desk("Reader").get(address(name, "lookup"), {"q": typed}).json() == {"offered": offered}
