"""The pages of the queues: for whom they are, what they show and lead to, and how many queries they take."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Assignment
from claims.operations.assign import assign
from claims.operations.link import link_claims
from claims.operations.queues import QUEUES
from claims.operations.verify import return_to_checker
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.test_pages import HOSTILE

pytestmark = pytest.mark.django_db
SLUGS = [queue.slug for queue in QUEUES]


def page(slug: str) -> str:
    return reverse("claims:queue", args=[slug])


def something_waits_in_each() -> None:
    """For the approver: a row in every queue but that of stale verdicts."""
    robin, sam = factories.user("Approver"), factories.user("Checker")
    for target in (factories.quotation().snapshot, factories.claim(no_speaker="disputed")):
        assign(actor=robin, target=target, assignee=robin)
    factories.quotation(speaker=factories.speaker(HOSTILE), snapshot=factories.captured(title=HOSTILE))
    factories.judged(factories.claim(), checker=sam, rationale=HOSTILE)
    returned = factories.judged(factories.claim(), checker=robin)
    return_to_checker(actor=factories.user("Approver", "alex"), verification=returned, remark=HOSTILE)
    factories.proposal()
    link_claims(actor=sam, from_claim=factories.claim(), to_claim=factories.claim(), kind="contradicts")
    factories.finding()
    factories.judged(factories.published().claim, slug="fabricated", approver=robin)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_queue_shows_its_rows_as_text(slug: str, desk: Desk) -> None:
    something_waits_in_each()
    answer = desk("Approver").get(page(slug))
    assert answer.status_code == 200
    assert len(answer.context["rows"]) >= (slug != "stale-verdicts")
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(("role", "closed"), [("Reader", SLUGS[:4]), ("Checker", ["to-approve"])])
def test_a_queue_that_is_not_for_a_role_is_not_there(role: str, closed: list[str], desk: Desk) -> None:
    client = desk(role)
    assert [slug for slug in SLUGS if client.get(page(slug)).status_code == 404] == closed
    answer = client.get(page("nonsense"))
    assert answer.status_code == 404
    assert f'href="{reverse("claims:queues")}"' in answer.content.decode()


def test_the_first_page_leads_with_how_much_waits(desk: Desk) -> None:
    something_waits_in_each()
    html = desk("Approver").get(reverse("admin:index")).content.decode()
    assert html.index("Waits for you") < html.index("Recent actions")
    for queue in QUEUES:
        assert f'href="{page(queue.slug)}"' in html


def test_nobody_without_a_role_sees_a_queue(desk: Desk) -> None:
    client = desk("")
    assert client.get(reverse("claims:queues")).status_code == 403
    assert "Waits for" not in client.get(reverse("admin:index")).content.decode()
    assert Client().get(reverse("claims:queues")).status_code == 302


def test_who_has_what_by_person_and_by_desk(desk: Desk) -> None:
    something_waits_in_each()
    Group.objects.create(name="Politics desk").user_set.add(factories.user("Checker"))
    factories.user("Checker").groups.add(Group.objects.get(name="Checker"))
    html = desk("Reader").get(reverse("claims:queues")).content.decode()
    assert "Politics desk" in html
    assert '<th scope="row">approver</th>' in html
    assert '<th scope="row">Checker</th>' not in html


def test_a_text_is_taken_from_the_queue_and_one_stays_there(desk: Desk) -> None:
    snapshot, sam = factories.quotation().snapshot, factories.user("Checker", "sam")
    client = desk(who=sam)
    html = client.get(page("unclaimed")).content.decode()
    address = reverse("admin:claims_snapshot_verb", args=[snapshot.pk, "take"])
    assert f'action="{address}"' in html
    answer = client.post(address, {"next": page("unclaimed")}, follow=True)
    assert answer.redirect_chain[-1][0] == page("unclaimed")
    assert answer.context["rows"] == []
    assert Assignment.objects.get().assignee == sam
    assert "In hand: sam" in client.get(reverse("admin:claims_snapshot_change", args=[snapshot.pk])).content.decode()


def test_whoever_comes_second_is_told(desk: Desk) -> None:
    claim = factories.claim()
    address = reverse("admin:claims_claim_verb", args=[claim.pk, "take"])
    desk(who=factories.user("Checker", "sam")).post(address)
    answer = desk(who=factories.user("Checker", "alex")).post(address)
    assert "sam has this in hand already" in answer.content.decode()


def test_an_approver_gives_and_takes_away(desk: Desk) -> None:
    claim, sam, client = factories.claim(), factories.user("Checker", "sam"), desk("Approver")
    address = reverse("admin:claims_claim_verb", args=[claim.pk, "assign"])
    assert client.post(address, {"assignee": factories.user("Reader").pk}).status_code == 200
    assert client.post(address, {"assignee": sam.pk}).status_code == 302
    assert Assignment.objects.get().assignee == sam
    assert desk("Checker").post(address, {"assignee": sam.pk}).status_code == 403
    client.post(reverse("admin:claims_claim_verb", args=[claim.pk, "unassign"]))
    assert not Assignment.objects.exists()


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_queue_takes_no_more_queries_for_many_rows(desk: Desk) -> None:
    client = desk("Approver")
    counts = []
    for times in (1, 4):
        for _ in range(times):
            something_waits_in_each()
        counts.append({slug: queries(client, page(slug)) for slug in SLUGS})
    assert counts[0] == counts[1]
    assert max(counts[1].values()) <= 12


def test_taking_does_not_take_it_out_of_another_persons_hands(desk: Desk) -> None:
    sam, snapshot = factories.user("Checker", "sam"), factories.captured()
    assign(actor=sam, target=snapshot, assignee=sam)
    answer = desk("Approver").post(reverse("admin:claims_snapshot_verb", args=[snapshot.pk, "take"]))
    assert "sam has this in hand already" in str(answer.context["form"].errors)
    assert Assignment.objects.get().assignee == sam
