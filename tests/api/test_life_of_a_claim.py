"""From a captured text to an approved verdict, through the API alone."""

from typing import Any

import pytest

from tests.api.conftest import Client, ClientOf

pytestmark = pytest.mark.django_db

TEXT = "“The bridge will open in May,” Mayor Ada Brook told reporters on Thursday."


def created(response: Any) -> dict[str, Any]:
    assert response.status_code == 201, response.content
    made: dict[str, Any] = response.json()
    return made


STEPS = [
    ("capture", "carla", "snapshot"),
    ("extract", "carla", "quotation"),
    ("accept", "carla", "claim"),
    ("add evidence", "carla", "evidence"),
    ("submit", "anton", "verification"),
    ("submit", "carla", "verification"),
    ("approve", "anton", "verification"),
]


def accepted(checker: Client) -> tuple[int, int]:
    """The captured text and the claim of its one quotation, which was suggested and accepted."""
    snapshot = created(
        checker.post("/api/v1/snapshots/", {"text": TEXT, "identifier": "bridge", "published": "2024-09-13"})
    )
    suggested = checker.post(f"/api/v1/snapshots/{snapshot['id']}/extract/").json()["quotations"]
    assert [q["state"] for q in suggested] == ["suggested"]
    [quotation] = suggested
    assert quotation["words"] == TEXT[quotation["segments"][0]["start"] : quotation["segments"][0]["end"]]
    taken = checker.post(f"/api/v1/quotations/{quotation['id']}/accept/", {"topics": ["bridges"]}).json()
    assert taken["state"] == "accepted"
    return snapshot["id"], taken["claim"]


def test_capture_to_approved_verdict(client_of: ClientOf) -> None:
    checker, approver = client_of("Checker", "carla"), client_of("Approver", "anton")
    snapshot, claim = accepted(checker)
    passage = {"snapshot": snapshot, "start": 0, "end": 30, "stance": "supports"}
    evidence = created(checker.post("/api/v1/evidence/", {"claim": claim, "question": "attribution", **passage}))
    [rating] = checker.get("/api/v1/ratings/?question=attribution&slug=confirmed").json()["results"]
    judgement = {
        "claim": claim,
        "question": "attribution",
        "rating": rating["id"],
        "rationale": "It is in the text.",
        "original_seen": "yes",
        "translation_checked": "does_not_apply",
        "evidence": [evidence["id"]],
    }
    # An approver may check as well, but not approve what they judged themselves.
    unknown = checker.post("/api/v1/verifications/", {**judgement, "context_fair": "perhaps"})
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (400, "#/context_fair")
    own = created(approver.post("/api/v1/verifications/", {**judgement, "expected": 0}))
    refused = approver.post(f"/api/v1/verifications/{own['id']}/approve/")
    assert (refused.status_code, refused.json()["status"]) == (403, 403)

    late = checker.post("/api/v1/verifications/", {**judgement, "expected": 0})
    assert (late.status_code, "anton" in late.json()["detail"]) == (409, True)
    submitted = created(checker.post("/api/v1/verifications/", {**judgement, "expected": 1}))
    assert checker.post(f"/api/v1/verifications/{submitted['id']}/approve/").status_code == 403
    approved = created(approver.post(f"/api/v1/verifications/{submitted['id']}/approve/", {"remark": "Agreed."}))
    assert (approved["checker"], approved["approver"], approved["stage"]) == ("carla", "anton", "approved")
    answers = [approved[name] for name in ("original_seen", "context_fair", "translation_checked")]
    assert answers == ["yes", "not_asked", "does_not_apply"]

    shown = checker.get(f"/api/v1/claims/{claim}/").json()
    assert (shown["attribution_stage"], shown["attribution_rating"]["slug"]) == ("approved", "confirmed")
    assert [v["id"] for v in shown["verdicts"]] == [approved["id"]]
    assert shown["evidence_counts"] == [{"question": "attribution", "stance": "supports", "count": 1}]

    entries = checker.get(f"/api/v1/claims/{claim}/history/").json()["entries"]
    steps = [(e["operation"], e["actor"], e["record"]) for e in entries if e["action"] == "insert"]
    assert steps == STEPS
    assert all(e["at"] for e in entries)


def test_history_at_an_earlier_time(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    claim = created(checker.post("/api/v1/claims/", {"words": "It is safe", "no_speaker": "unknown"}))
    entries = checker.get(f"/api/v1/claims/{claim['id']}/history/?at=2001-01-01T00:00:00Z").json()["entries"]
    assert entries == []
