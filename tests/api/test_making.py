"""What a creating request makes, for the kinds whose making the life of a claim does not show."""

from typing import Any

import pytest

from claims.models import ClaimLink
from tests import factories
from tests.api.conftest import Client, ClientOf

pytestmark = pytest.mark.django_db


def made(client: Client, kind: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post(f"/api/v1/{kind}/", body)
    assert answer.status_code == 201, answer.content
    assert client.get(answer["Location"]).json() == answer.json()
    result: dict[str, Any] = answer.json()
    return result


def test_a_quotation_in_two_segments_with_its_chain(client_of: ClientOf) -> None:
    snapshot = factories.captured("“The pond,” said Ada Quill 🦆, “is for ducks.”")
    body = {
        "snapshot": snapshot.pk,
        "segments": [{"start": 1, "end": 9}, {"start": 31, "end": 44}],
        "kind": "direct",
        "hops": [{"who": "Ada Quill", "verb": "said", "to_whom": "reporters"}, {"who": "Gazette", "verb": "reported"}],
    }
    quotation = made(client_of("Checker"), "quotations", body)
    assert [segment["exact"] for segment in quotation["segments"]] == ["The pond", "is for ducks."]
    assert [(hop["position"], hop["who"]) for hop in quotation["hops"]] == [(0, "Ada Quill"), (1, "Gazette")]
    assert (quotation["origin"], quotation["state"]) == ("person", "suggested")


def test_a_link_between_sources(client_of: ClientOf) -> None:
    body = {
        "from_source": factories.captured("One text.").source_id,
        "to_source": factories.captured("Another text.").source_id,
        "kind": "quotes",
    }
    link = made(client_of("Checker"), "source-links", body)
    assert link == {"id": link["id"], **body}


def test_a_link_between_claims_and_taking_it_back(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    one, other = factories.claim(), factories.claim("The bridge will open in May")
    link = made(checker, "links", {"from_claim": one.pk, "to_claim": other.pk, "kind": "contradicts"})
    url = f"/api/v1/links/{link['id']}/"
    assert checker.delete(url).status_code == 428
    assert checker.delete(url, HTTP_IF_MATCH=checker.get(url)["ETag"]).status_code == 204
    assert not ClaimLink.objects.exists()
