"""What was read before is not sent again, and of two who change one record one is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from claims.models import Claim
from tests import factories
from tests.api.conftest import Client, ClientOf


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["claims/{}/", "claims/", "claims/{}/history/?at=2100-01-01T00:00:00Z"])
def test_a_read_is_not_sent_again(client_of: ClientOf, path: str) -> None:
    reader, url = client_of("Reader"), "/api/v1/" + path.format(factories.claim().pk)
    first = reader.get(url)
    again = reader.get(url, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again["ETag"] == first["ETag"]
    assert not first["ETag"].startswith("W/")
    assert reader.get(url, HTTP_IF_NONE_MATCH='"another"').status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "status", "venue"),
    [
        ({}, 428, ""),
        ({"HTTP_IF_MATCH": '"of another day"'}, 412, ""),
        ({"HTTP_IF_MATCH": "now"}, 200, "Oslo"),
        ({"HTTP_IF_MATCH": "*"}, 200, "Oslo"),
    ],
    ids=["none", "stale", "current", "any"],
)
def test_a_change_names_what_it_changes(client_of: ClientOf, header: dict[str, Any], status: int, venue: str) -> None:
    checker, claim = client_of("Checker"), factories.claim()
    url = f"/api/v1/claims/{claim.pk}/"
    etag = checker.get(url)["ETag"]
    header = {name: etag if value == "now" else value for name, value in header.items()}
    answer = checker.patch(url, {"venue": "Oslo"}, **header)
    assert answer.status_code == status
    claim.refresh_from_db()
    assert claim.venue == venue
    if status == 200:
        assert answer["ETag"] == checker.get(url)["ETag"] != etag


@pytest.mark.django_db
@pytest.mark.parametrize(("if_match", "status"), [(None, 428), ('"stale"', 412), ("*", 204)])
def test_a_deletion_names_what_it_deletes(client_of: ClientOf, if_match: str | None, status: int) -> None:
    checker = client_of("Checker")
    url = f"/api/v1/outlets/{factories.outlet().pk}/"
    header: dict[str, Any] = {} if if_match is None else {"HTTP_IF_MATCH": if_match}
    assert checker.delete(url, **header).status_code == status
    assert checker.get(url).status_code == (404 if status == 204 else 200)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("if_match", "status", "said"),
    [
        ("{bare}", 400, "in quotation marks"),
        ("{bare}, {bare}", 400, "in quotation marks"),
        ("", 400, "in quotation marks"),
        ('W/"{bare}"', 412, "weak"),
        ('"one", "{bare}"', 200, ""),
    ],
)
def test_an_etag_is_sent_as_it_came(client_of: ClientOf, if_match: str, status: int, said: str) -> None:
    checker, url = client_of("Checker"), f"/api/v1/claims/{factories.claim().pk}/"
    sent = if_match.format(bare=checker.get(url)["ETag"].strip('"'))
    answer = checker.patch(url, {"venue": "Oslo"}, HTTP_IF_MATCH=sent)
    assert answer.status_code == status
    if status != 200:
        [error] = answer.json()["errors"]
        assert (said in error["detail"], error.get("header")) == (True, "If-Match" if status == 400 else None)


@pytest.mark.django_db
def test_what_others_rest_on_stays(client_of: ClientOf) -> None:
    outlet = factories.outlet()
    factories.source(outlet=outlet)
    answer = client_of("Checker").delete(f"/api/v1/outlets/{outlet.pk}/", HTTP_IF_MATCH="*")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (409, "protected")


@pytest.mark.django_db
def test_an_operation_on_a_stale_reading_is_412_and_on_a_wrong_state_409(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    url = f"/api/v1/quotations/{factories.quotation().pk}/"
    etag = checker.get(url)["ETag"]
    assert checker.post(f"{url}reject/", {"reason": "Irony."}, HTTP_IF_MATCH=etag).status_code == 200
    assert checker.post(f"{url}accept/", HTTP_IF_MATCH=etag).status_code == 412
    assert checker.post(f"{url}reject/").status_code == 409


@pytest.mark.django_db
@pytest.mark.parametrize(("if_match", "status"), [(None, 409), ("*", 409), ("now", 409), ('"of another day"', 412)])
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("claims/{claim}/retract/", {"reason": "So.", "expected": 0}),
        ("verifications/{older}/approve/", {}),
    ],
)
def test_what_the_body_expected_is_409_where_the_header_holds(
    client_of: ClientOf, path: str, body: dict[str, Any], if_match: str | None, status: int
) -> None:
    claim, approver = factories.published().claim, client_of("Approver", "cleo")
    older = factories.judged(claim)
    factories.judged(claim)
    url = "/api/v1/" + path.format(claim=claim.pk, older=older.pk)
    etag = approver.get(url.removesuffix("retract/").removesuffix("approve/"))["ETag"]
    header: dict[str, Any] = {} if if_match is None else {"HTTP_IF_MATCH": etag if if_match == "now" else if_match}
    answer = approver.post(url, body, **header)
    code = {409: "overtaken", 412: "stale"}[status]
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (status, code)


@pytest.mark.django_db(transaction=True)
def test_two_clients_change_one_claim(client_of: ClientOf) -> None:
    """Both read, both write at one moment, on connections of their own: one gets 412 and nothing is lost."""
    claim = factories.claim()
    url = f"/api/v1/claims/{claim.pk}/"
    clients = [client_of("Checker", name) for name in ("carla", "carl")]
    etags = [client.get(url)["ETag"] for client in clients]
    assert etags[0] == etags[1]
    start = Barrier(2)

    def change(client: Client, field: str) -> Any:
        try:
            start.wait(timeout=10)
            return client.patch(url, {field: "changed"}, HTTP_IF_MATCH=etags[0])
        finally:
            connection.close()

    fields = ("venue", "addressee")
    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(fields, pool.map(change, clients, fields), strict=True))

    statuses = {field: answer.status_code for field, answer in answers.items()}
    assert sorted(statuses.values()) == [200, 412]
    held = Claim.objects.get(pk=claim.pk)
    assert {field: getattr(held, field) for field in fields} == {
        field: "changed" if status == 200 else "" for field, status in statuses.items()
    }
    # The one who was refused reads again and loses nothing of the other's.
    refused = next(field for field, status in statuses.items() if status == 412)
    again = clients[0].patch(url, {refused: "changed"}, HTTP_IF_MATCH=clients[0].get(url)["ETag"])
    assert (again.status_code, again.json()["venue"], again.json()["addressee"]) == (200, "changed", "changed")
