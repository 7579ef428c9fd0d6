"""Publishing on a claim's page in the admin, and the list of what readers were told."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.merge import merge_claims
from claims.operations.record import edit
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.forms import errors

pytestmark = pytest.mark.django_db


def do(client: Client, claim: Claim, verb: str, **data: Any) -> Any:
    return client.post(reverse("admin:claims_claim_verb", args=[claim.pk, verb]), data)


def approved() -> Claim:
    claim = factories.claim()
    factories.judged(claim, approver=factories.user("Approver", "another"))
    return claim


def page_of(client: Client, claim: Claim) -> str:
    return client.get(reverse("admin:claims_claim_change", args=[claim.pk])).content.decode()


def offered_of(html: str) -> set[str]:
    return {verb for verb in ("publish", "correct", "retract") if f"/{verb}/do/" in html}


def test_a_claims_page_publishes_corrects_and_retracts(desk: Desk) -> None:
    claim, client = approved(), desk("Approver")
    assert offered_of(page_of(client, claim)) == {"publish"}
    assert do(client, claim, "publish", reason="", expected="0").status_code == 302
    html = page_of(client, claim)
    assert (offered_of(html), "there is nothing to correct" in html) == ({"retract"}, True)
    assert "nothing to correct" in str(errors(do(client, claim, "correct", reason="So.", expected="1"))["__all__"])
    factories.judged(claim, slug="fabricated", approver=factories.user("Approver", "another"))
    html = page_of(client, claim)
    assert (offered_of(html), "there is nothing to correct" in html) == ({"correct", "retract"}, False)
    assert "older than the record" in html
    assert do(client, claim, "correct", reason="A tape was found.", expected="1").status_code == 302
    html = page_of(client, claim)
    assert "older than the record" not in html
    assert "A tape was found." in html
    assert "reason" in errors(do(client, claim, "retract", reason="", expected="2"))
    assert do(client, claim, "retract", reason="It is forged.", expected="2").status_code == 302
    assert offered_of(page_of(client, claim)) == {"publish"}


@pytest.mark.parametrize(
    ("change", "offered"),
    [
        (lambda claim: edit(actor=factories.user(), record=claim, changes={"venue": "the quay"}), True),
        (lambda claim: accept(actor=factories.user(), quotation=factories.quotation(), claim=claim), True),
        (lambda claim: annotate(actor=factories.user(), target=claim, body="Look."), False),
        (factories.evidence, False),  # no verdict rests on it
        (factories.judged, False),  # it waits
    ],
    ids=["a field", "an appearance", "a note", "evidence", "a judgement that waits"],
)
def test_a_correction_is_offered_where_something_that_readers_see_has_changed(
    change: Any, offered: bool, desk: Desk
) -> None:
    claim, client = factories.published().claim, desk("Approver")
    change(claim)
    assert ("correct" in offered_of(page_of(client, claim))) is offered


def test_before_a_correction_its_page_lists_what_it_would_tell(desk: Desk) -> None:
    claim, client = factories.published().claim, desk("Approver")
    edit(actor=factories.user(), record=claim, changes={"venue": "the quay"})
    factories.judged(claim, slug="fabricated", approver=factories.user("Approver", "another"))
    factories.judged(claim, question="accuracy", slug="false", approver=factories.user("Approver", "another"))
    answer = client.get(reverse("admin:claims_claim_change", args=[claim.pk]))
    assert answer.context["news"] == [
        "attribution: “fabricated” in place of “confirmed”",
        "accuracy: “false”, where they saw no answer",
        "where it was said",
    ]
    assert "A correction would tell readers" in answer.content.decode()
    assert "A correction would tell readers" not in page_of(desk("Checker"), claim)


def test_a_merged_claim_says_that_readers_still_see_it(desk: Desk) -> None:
    claim, client = factories.published().claim, desk("Approver")
    merge_claims(actor=factories.user(), claim=claim, into=factories.claim("The bridge will open in May"))
    assert "Readers still see this claim" in page_of(client, claim)
    do(client, claim, "retract", reason="It is told on another page.", expected="1")
    assert "Readers still see this claim" not in page_of(client, claim)


def test_whoever_was_overtaken_in_publishing_is_told_and_keeps_what_was_typed(desk: Desk) -> None:
    claim, client = approved(), desk("Approver")
    do(client, claim, "publish", reason="", expected="0")
    answer = do(client, claim, "retract", reason="What I typed", expected="0")
    assert "Somebody else changed" in str(errors(answer)["__all__"])
    assert "What I typed" in answer.content.decode()


def test_whoever_judged_alone_is_not_offered_to_publish_and_is_told_why(desk: Desk) -> None:
    judge = factories.user("Approver", "judge")
    claim = factories.claim()
    factories.judged(claim, checker=judge, approver=factories.user("Approver"))
    client = desk(who=judge)
    assert offered_of(page_of(client, claim)) == set()
    assert "judged a claim alone" in str(errors(do(client, claim, "publish", reason="", expected="0"))["__all__"])


@pytest.mark.parametrize("role", ["Reader", "Checker"])
def test_publishing_takes_an_approver(role: str, desk: Desk) -> None:
    claim, client = approved(), desk(role)
    assert offered_of(page_of(client, claim)) == set()
    assert do(client, claim, "publish", reason="", expected="0").status_code == 403


def test_the_list_of_publications_finds_what_is_older_than_the_record(desk: Desk) -> None:
    client = desk("Approver")
    fresh, old = factories.published(), factories.published("The bridge will open in May")
    factories.judged(old.claim, slug="fabricated", approver=factories.user("Approver"))
    address = reverse("admin:claims_publication_changelist")
    everything, overtaken = (client.get(address + query).content.decode() for query in ("", "?standing=overtaken"))
    assert fresh.claim.words in everything
    assert fresh.claim.words not in overtaken
    assert old.claim.words in overtaken
