"""The queues as data: those of the role, with what waits in them."""

import pytest

from claims.operations.queues import QUEUES
from tests import factories
from tests.api.conftest import ClientOf

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/queues/"


def test_the_queues_of_a_role_with_how_much_waits(client_of: ClientOf) -> None:
    factories.judged(factories.claim())
    counts = {queue["slug"]: queue["count"] for queue in client_of("Approver").get(ADDRESS).json()}
    assert list(counts) == [queue.slug for queue in QUEUES]
    assert (counts["to-approve"], counts["returned"]) == (1, 0)
    assert "to-approve" not in {queue["slug"] for queue in client_of("Checker").get(ADDRESS).json()}


def test_what_waits_leads_to_its_record(client_of: ClientOf) -> None:
    snapshot = factories.quotation().snapshot
    page = client_of("Reader").get(f"{ADDRESS}unclaimed/").json()
    assert (page["kind"], page["count"], page["is_more"]) == ("snapshots", 1, False)
    [row] = page["results"]
    assert row == {"id": snapshot.pk, "url": f"http://testserver/api/v1/snapshots/{snapshot.pk}/"}
    assert client_of("Reader").get(row["url"]).status_code == 200


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.slug)
def test_every_queue_is_read(queue: object, client_of: ClientOf) -> None:
    factories.proposal()
    factories.finding()
    assert client_of("Approver").get(f"{ADDRESS}{getattr(queue, 'slug', '')}/").status_code == 200


@pytest.mark.parametrize(
    ("role", "slug", "status"), [("Checker", "to-approve", 404), ("Reader", "x", 404), ("", "unclaimed", 401)]
)
def test_a_queue_that_is_not_for_one_is_not_there(role: str, slug: str, status: int, client_of: ClientOf) -> None:
    assert client_of(role).get(f"{ADDRESS}{slug}/").status_code == status
