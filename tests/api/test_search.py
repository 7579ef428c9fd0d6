"""The search as data: what has some words, narrowed and paged."""

from typing import Any

import pytest

from tests import factories
from tests.api.conftest import ClientOf

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/search/"


def found(client_of: ClientOf, **given: Any) -> Any:
    answer = client_of("Reader").get(ADDRESS, given)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_what_has_the_words_leads_to_its_record(client_of: ClientOf) -> None:
    claim = factories.claim()
    page = found(client_of, q="SAFE")
    assert (page["total"], page["is_full"], page["page"], page["pages"]) == (2, False, 1, 1)
    assert {row["kind"] for row in page["results"]} == {"claim", "quotation"}
    for row in page["results"]:
        assert "safe" in row["words"]
        assert client_of("Reader").get(row["url"]).json()["id"] == row["id"]
    assert claim.pk in {row["id"] for row in page["results"] if row["kind"] == "claim"}


def test_speakers_and_sources_are_found_by_their_names(client_of: ClientOf) -> None:
    speaker = factories.speaker("Ada Lovebridge")
    [row] = found(client_of, q="lovebr*")["results"]
    assert row == {
        "kind": "speaker",
        "id": speaker.pk,
        "url": f"http://testserver/api/v1/speakers/{speaker.pk}/",
        "words": "Ada Lovebridge",
    }


def test_a_facet_says_what_narrows_down(client_of: ClientOf) -> None:
    factories.claim()
    kinds = next(facet for facet in found(client_of, q="safe")["facets"] if facet["name"] == "kind")
    assert kinds == {
        "name": "kind",
        "values": [{"value": "claim", "count": 1}, {"value": "quotation", "count": 1}],
        "is_more": False,
    }
    assert [row["kind"] for row in found(client_of, q="safe", kind="claim")["results"]] == ["claim"]


@pytest.mark.parametrize(
    ("name", "value", "there"),
    [
        ("kind", "claims", "quotation, claim, speaker, source"),
        ("state", "done", "suggested, accepted"),
        ("attribution", "Approved", "none, submitted"),
        ("accuracy", "false", "none, submitted"),
    ],
)
def test_a_value_that_there_is_not_is_refused_and_not_found_nowhere(
    client_of: ClientOf, name: str, value: str, there: str
) -> None:
    answer = client_of("Reader").get(ADDRESS, {"q": "safe", name: value})
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["parameter"], there in error["detail"]) == (400, name, True)


@pytest.mark.parametrize("narrowed", [{"year": "1066"}, {"speaker": "Nobody"}, {"outlet": "None"}, {"language": "xx"}])
def test_what_the_record_does_not_have_is_found_nowhere(client_of: ClientOf, narrowed: dict[str, str]) -> None:
    factories.claim()
    assert found(client_of, q="safe", **narrowed)["total"] == 0


def test_pages_follow_each_other(client_of: ClientOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.operations.search.PER_PAGE", 1)
    monkeypatch.setattr("claims.api.views.searches.PER_PAGE", 1)
    factories.claim()
    first, second = found(client_of, q="safe"), found(client_of, q="safe", page=2)
    assert (first["pages"], second["page"]) == (2, 2)
    assert first["results"] != second["results"]
    assert found(client_of, q="safe", page=3)["results"] == []


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, "q"),
        ({"q": " "}, "q"),
        ({"q": "?!"}, "q"),
        ({"q": "“open"}, "q"),
        ({"q": "-x"}, "q"),
        ({"q": "x" * 301}, "q"),
        ({"q": "a\x00b"}, "q"),
        ({"q": "safe", "page": "0"}, "page"),
        ({"q": "safe", "page": "41"}, "page"),
        ({"q": "safe", "page": "two"}, "page"),
        ({"q": "safe", "page": "٢"}, "page"),
        ({"q": "safe", "kind": "\x00"}, "kind"),
        ({"q": "safe", "colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_looked_for_is_refused_by_its_parameter(
    given: dict[str, str], names: str, client_of: ClientOf
) -> None:
    answer = client_of("Reader").get(ADDRESS, given)
    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json()["errors"]] == [names]


def test_who_may_not_read_may_not_search(client_of: ClientOf) -> None:
    assert client_of().get(ADDRESS, {"q": "safe"}).status_code == 401
