"""Silent edits and watches over the API."""

import pytest

from claims.models import Watch
from tests import factories
from tests.api.conftest import ClientOf

pytestmark = pytest.mark.django_db

WORDS, NOW = "The bridge will open in May", "The bridge may open in May"


def test_a_finding_tells_the_words_before_and_after(client_of: ClientOf) -> None:
    finding = factories.finding(WORDS, NOW)
    shown = client_of("Reader").get(f"/api/v1/anchorings/{finding.pk}/").json()
    assert {name: shown[name] for name in ("sought", "exact", "outcome", "changes")} == {
        "sought": WORDS,
        "exact": NOW,
        "outcome": "altered",
        "changes": ["“may” for “will” (modality)"],
    }
    assert (shown["source"], shown["quotation"]) == (finding.snapshot.source_id, finding.quotation_id)


@pytest.mark.parametrize(
    ("query", "outcomes"),
    [
        ("", ["found", "gone", "altered"]),
        ("?outcome=gone", ["gone"]),
        ("?outcome=moved", []),
        ("?edited=true", ["gone", "altered"]),
        ("?edited=false", ["found"]),
        ("?source={source}", ["altered"]),
        ("?snapshot={snapshot}", ["altered"]),
        ("?quotation={quotation}&outcome=gone", []),
    ],
)
def test_findings_by_what_became_of_the_words(client_of: ClientOf, query: str, outcomes: list[str]) -> None:
    first = factories.finding(WORDS, NOW)
    factories.finding(WORDS, "No date is known")
    factories.finding(WORDS, f"It rained. {WORDS}")
    query = query.format(source=first.snapshot.source_id, snapshot=first.snapshot_id, quotation=first.quotation_id)
    rows = client_of("Reader").get(f"/api/v1/anchorings/{query}").json()["results"]
    assert [row["outcome"] for row in rows] == outcomes


@pytest.mark.parametrize("query", ["outcome=edited", "edited=perhaps", "state=gone"])
def test_what_is_no_outcome_is_refused(client_of: ClientOf, query: str) -> None:
    assert client_of("Reader").get(f"/api/v1/anchorings/?{query}").status_code == 400


def test_a_watch_from_its_setting_to_its_end(client_of: ClientOf) -> None:
    client, source = client_of("Checker", "robin"), factories.source(url="https://gazette.example/bridge")
    first = client.post("/api/v1/watches/", {"source": source.pk, "every_hours": 24})
    again = client.post("/api/v1/watches/", {"source": source.pk, "every_hours": 168})
    assert (first.status_code, again.status_code) == (201, 200)
    held = again.json()
    assert (held["id"], held["every_hours"], held["created_by"]) == (first.json()["id"], 168, "robin")
    assert client.get(f"/api/v1/watches/?source={source.pk}").json()["results"] == [held]
    address = f"/api/v1/watches/{held['id']}/"
    assert client.delete(address).status_code == 428
    assert client.delete(address, headers={"If-Match": first["ETag"]}).status_code == 412
    assert client.delete(address, headers={"If-Match": again["ETag"]}).status_code == 204
    assert not Watch.objects.exists()


@pytest.mark.parametrize(
    ("url", "every_hours", "status", "pointer"),
    [
        ("", 24, 409, "#/source"),
        ("https://gazette.example/a", 0, 400, "#/every_hours"),
        ("https://gazette.example/a", 8761, 400, "#/every_hours"),
        ("https://gazette.example/a", "24", 400, "#/every_hours"),
    ],
)
def test_what_cannot_be_watched(client_of: ClientOf, url: str, every_hours: object, status: int, pointer: str) -> None:
    body = {"source": factories.source(url=url).pk, "every_hours": every_hours}
    answer = client_of("Checker").post("/api/v1/watches/", body)
    assert (answer.status_code, [fault["pointer"] for fault in answer.json()["errors"]]) == (status, [pointer])


def test_a_watched_source_is_not_deleted(client_of: ClientOf) -> None:
    client, source = client_of("Checker"), factories.watched().source
    answer = client.delete(f"/api/v1/sources/{source.pk}/", headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (409, "protected")
