"""Where a claim appeared, appearances confirmed and declined, claims merged, split and put back: through the API."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from claims.operations.accept import accept
from claims.operations.confirm import confirm_appearance
from tests import factories
from tests.api.conftest import Client, ClientOf

pytestmark = pytest.mark.django_db

WORDS = "the eastern basin will be dredged before the winter storms arrive from Marchland"


def claim_of(*papers: tuple[str, str, str]) -> Claim:
    """A claim with an accepted quotation for each (words, outlet, day)."""
    claim = None
    for words, outlet, day in papers:
        snapshot = factories.captured(f"“{words},” Orla Venn said.", outlet=outlet, published=day)
        claim = accept(actor=factories.user(), quotation=factories.quotation(words, snapshot=snapshot), claim=claim)
    assert claim is not None
    return claim


def ask(client: Client, path: str, body: dict[str, Any] | None = None, **headers: str) -> Any:
    url = f"/api/v1/{path}"
    return client.get(url, **headers) if body is None else client.post(url, body, **headers)  # type: ignore[arg-type]


def test_the_timeline_of_a_claim(client_of: ClientOf) -> None:
    claim = claim_of(
        (WORDS.replace("will", "may"), "The Post", "2021-03-05"),
        (WORDS, "The Gazette", "2021-03-01"),
    )
    found = ask(client_of("Reader"), f"claims/{claim.pk}/timeline/").json()
    first, second = found["appearances"]
    assert (found["claim"], found["origins"], found["waiting"]) == (claim.pk, 2, 0)
    assert found["earliest"] == [first["quotation"]]
    assert [(row["outlet_name"], row["published"], row["is_earliest"]) for row in (first, second)] == [
        ("The Gazette", "2021-03-01", True),
        ("The Post", "2021-03-05", False),
    ]
    assert (first["alterations"], first["pieces"]) == ([], [{"words": WORDS, "mark": "same"}])
    [altered] = second["alterations"]
    assert (altered["words"], altered["weight"], altered["raised"]) == (
        "“may” for “will” (modality)",
        "raised",
        "modality",
    )
    assert WORDS[altered["before"]["start"] : altered["before"]["end"]] == "will"
    assert [piece["mark"] for piece in second["pieces"]] == ["same", "gone", "new", "same"]


def test_the_queries_of_a_timeline_do_not_grow(client_of: ClientOf) -> None:
    reader, counts = client_of("Reader"), []
    for most in (2, 6):
        claim = claim_of(*((WORDS, f"Paper {n}", f"2021-03-0{n + 1}") for n in range(most)))
        ask(reader, f"claims/{claim.pk}/timeline/")
        with CaptureQueriesContext(connection) as queries:
            assert len(ask(reader, f"claims/{claim.pk}/timeline/").json()["appearances"]) >= most
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_merging_and_undoing(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    claim, into = factories.claim(), factories.claim("The bridge will open in May")
    etag = ask(checker, f"claims/{claim.pk}/")["ETag"]
    body = {"into": into.pk, "note": "One speech."}
    key = {"HTTP_IF_MATCH": etag, "HTTP_IDEMPOTENCY_KEY": "merge-1"}
    answer = ask(checker, f"claims/{claim.pk}/merge/", body, **key)
    made = answer.json()
    assert (answer.status_code, made["kind"], made["from_claim"], made["to_claim"], made["made_by"]) == (
        200,
        "merge",
        claim.pk,
        into.pk,
        "checker",
    )
    assert ask(checker, f"regroupings/{made['id']}/").json() == made
    assert ask(checker, f"claims/{claim.pk}/merge/", body, **key).json() == made
    assert ask(checker, f"claims/{claim.pk}/").json()["merged_into"] == into.pk
    for query, expected in (("", into), ("?merged=false", into), ("?merged=true", claim)):
        assert [one["id"] for one in ask(checker, f"claims/{query}").json()["results"]] == [expected.pk]
    assert ask(checker, f"claims/{claim.pk}/merge/", body).status_code == 409
    undone = ask(checker, f"regroupings/{made['id']}/undo/", {})
    assert (undone.status_code, undone.json()["undone_by"]) == (200, "checker")
    assert ask(checker, f"regroupings/{made['id']}/undo/", {}).status_code == 409
    assert ask(checker, f"claims/{claim.pk}/").json()["merged_into"] is None


def test_splitting(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    claim = claim_of((WORDS, "The Gazette", "2021-03-01"), (WORDS, "The Post", "2021-03-05"))
    going = claim.quotations.order_by("pk").last()
    assert going is not None
    made = ask(checker, f"claims/{claim.pk}/split/", {"quotations": [going.pk], "words": "Dredged"}).json()
    split = ask(checker, f"claims/{made['to_claim']}/").json()
    assert (split["words"], [q["id"] for q in split["quotations"]]) == ("Dredged", [going.pk])
    for kind, count in (("split", 1), ("merge", 0)):
        assert len(ask(checker, f"regroupings/?claim={claim.pk}&kind={kind}").json()["results"]) == count


@pytest.mark.parametrize(
    ("verb", "body", "status", "pointer"),
    [
        ("merge", {}, 400, "#/into"),
        ("merge", {"into": 0}, 400, "#/into"),
        ("merge", {"into": "itself"}, 400, "#/into"),
        ("merge", {"into": "pending"}, 409, "#/into"),
        ("split", {"quotations": []}, 400, "#/quotations"),
        ("split", {"quotations": "all"}, 400, "#/quotations"),
        ("split", {"quotations": [0]}, 400, "#/quotations/0"),
        ("split", {"quotations": "all", "by": "me"}, 400, "#/by"),
    ],
)
def test_what_is_refused(
    verb: str, body: dict[str, Any], status: int, pointer: str | None, client_of: ClientOf
) -> None:
    claim, waiting = factories.claim(), factories.claim("The bridge will open in May")
    factories.judged(waiting)
    named = {"itself": claim.pk, "pending": waiting.pk, "all": [q.pk for q in claim.quotations.all()]}
    body = {name: named.get(value, value) if isinstance(value, str) else value for name, value in body.items()}
    answer = ask(client_of("Checker"), f"claims/{claim.pk}/{verb}/", body)
    assert answer.status_code == status
    assert answer.json()["errors"][0].get("pointer") == pointer


def test_confirming_and_declining(client_of: ClientOf) -> None:
    checker, row = client_of("Checker"), factories.proposal()
    shown = ask(checker, f"appearances/{row.pk}/").json()
    assert (shown["standing"], shown["claim"], shown["like"]) == ("proposed", None, row.like_id)
    assert shown["words"] == shown["like_words"] == row.quotation.words
    etag = ask(checker, f"appearances/{row.pk}/")["ETag"]
    confirmed = ask(checker, f"appearances/{row.pk}/confirm/", {}, HTTP_IF_MATCH=etag)
    assert (confirmed.json()["standing"], confirmed.json()["decided_by"]) == ("joined", "checker")
    assert ask(checker, f"appearances/{row.pk}/decline/", {}, HTTP_IF_MATCH=etag).status_code == 412
    assert ask(checker, f"appearances/{row.pk}/confirm/", {}).status_code == 409
    assert ask(checker, f"appearances/{row.pk}/decline/", {}).json()["standing"] == "declined"
    assert ask(checker, f"quotations/{row.quotation_id}/").json()["state"] == "suggested"


def test_filters_of_appearances(client_of: ClientOf) -> None:
    row, other = factories.proposal(), factories.proposal()
    claim = row.beside.claim
    assert claim is not None
    reader = client_of("Reader")
    queries = {
        "standing=proposed": {row.pk, other.pk},
        f"quotation={row.quotation_id}": {row.pk},
        f"utterance={row.utterance_id}&standing=proposed": {row.pk},
        f"claim={claim.pk}&standing=proposed": {row.pk},
        f"claim={claim.pk}&standing=declined": set(),
    }
    for query, expected in queries.items():
        assert {one["id"] for one in ask(reader, f"appearances/?{query}").json()["results"]} == expected, query
    confirm_appearance(actor=factories.user(), appearance=row)
    found = ask(reader, f"appearances/?claim={claim.pk}&standing=joined").json()["results"]
    assert {one["quotation"] for one in found} == {row.quotation_id, row.like_id}
