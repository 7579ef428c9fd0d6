"""Publishing, correcting and retracting through the API."""

from typing import Any

import pytest

from claims.models import Claim
from claims.operations.record import edit
from tests import factories
from tests.api.conftest import ClientOf

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(db: None) -> Claim:
    claim = factories.claim()
    factories.judged(claim, approver=factories.user("Approver", "anton"))
    return claim


def moved(claim: Claim) -> None:
    edit(actor=factories.user(), record=Claim.objects.get(pk=claim.pk), changes={"venue": "Harbour hall"})


def test_from_published_to_retracted(claim: Claim, client_of: ClientOf) -> None:
    client = client_of("Approver", "anton")
    address = f"/api/v1/claims/{claim.pk}"
    first = client.post(f"{address}/publish/")
    assert first.status_code == 201, first.content
    made = first.json()
    assert (made["number"], made["kind"], made["made_by"], made["slug"]) == (1, "published", "anton", claim.slug)
    assert made["document"]["verdicts"][0]["rating"]["label"] == "confirmed"
    assert client.get(first["Location"]).json() == made
    moved(claim)
    second = client.post(f"{address}/correct/", {"reason": "The place was missing.", "expected": 1})
    third = client.post(f"{address}/retract/", {"reason": "It is forged."})
    assert [answer.json()["kind"] for answer in (second, third)] == ["corrected", "retracted"]
    for told in (first, second, third):
        assert client.get(told["Location"], headers={"If-None-Match": told["ETag"]}).status_code == 304
    listed = client_of("Reader").get(f"/api/v1/publications/?slug={claim.slug}").json()["results"]
    assert [(row["number"], row["reason"]) for row in listed] == [
        (3, "It is forged."),
        (2, "The place was missing."),
        (1, ""),
    ]
    assert "document" not in listed[0]
    [public] = client_of("Reader").get(f"/api/v1/publications/?claim={claim.pk}&kind=published").json()["results"]
    assert public["id"] == made["id"]


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("correct", {"reason": "So."}, 409, "nothing to correct"),
    ("publish", {}, 409, "published already"),
    ("retract", {}, 400, "required"),
    ("retract", {"reason": "  "}, 400, "blank"),
    ("retract", {"reason": "So.", "expected": 0}, 409, "Somebody else changed"),
    ("retract", {"reason": "So.", "expected": -1}, 400, "greater than or equal"),
    ("retract", {"reason": "So.", "because": "x"}, 400, "no such field"),
]


@pytest.mark.parametrize(("verb", "body", "status", "says"), REFUSED)
def test_what_is_refused(
    verb: str, body: dict[str, Any], status: int, says: str, claim: Claim, client_of: ClientOf
) -> None:
    client = client_of("Approver", "anton")
    client.post(f"/api/v1/claims/{claim.pk}/publish/")
    answer = client.post(f"/api/v1/claims/{claim.pk}/{verb}/", body)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert says in answer.json()["detail"]
    assert claim.publications.count() == 1


def test_whoever_judged_it_alone_does_not_publish(client_of: ClientOf) -> None:
    claim = factories.claim()
    factories.judged(claim, checker=factories.user("Approver", "carla"), approver=factories.user("Approver", "anton"))
    answer = client_of("Approver", "carla").post(f"/api/v1/claims/{claim.pk}/publish/")
    assert (answer.status_code, answer.json()["status"]) == (403, 403)
    assert "judged a claim alone" in answer.json()["detail"]


def test_nothing_is_published_without_a_verdict(client_of: ClientOf) -> None:
    answer = client_of("Approver").post(f"/api/v1/claims/{factories.claim().pk}/publish/")
    assert answer.status_code == 409
    assert "approved verdict" in answer.json()["detail"]
