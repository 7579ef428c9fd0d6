"""What was typed into a form of the admin is there again for whoever had to log in first, and gone once it is saved."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from claims.models import Annotation, Claim, Position, Verification
from claims.operations.record import edit
from tests import factories
from tests.browser.conftest import PASSWORD, Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WHY = "The minutes of 3 May have these words, page 4."


@pytest.fixture
def page(visit: Visit, person: Callable[[str], User]) -> Page:
    return visit(person("Checker"))


@pytest.fixture
def claim() -> Claim:
    claim = factories.claim()
    factories.evidence(claim)
    return claim


def log_in_again(page: Page, username: str = "checker") -> None:
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def judge(page: Page, claim: Claim) -> None:
    page.goto(f"/admin/claims/claim/{claim.pk}/judge/attribution/")


def test_a_judgement_outlives_the_session_until_it_is_submitted(page: Page, claim: Claim) -> None:
    judge(page, claim)
    for group in page.locator(".judge-form .check").all():
        group.get_by_role("radio").first.check()
    page.locator(".scale").get_by_role("radio").nth(2).check()
    page.get_by_label("Rationale").fill(WHY)
    page.locator(".pieces").get_by_role("checkbox").check()
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Submit for approval").click()
    log_in_again(page)
    expect(page.get_by_label("Rationale")).to_have_value(WHY)
    expect(page.locator(".scale").get_by_role("radio").nth(2)).to_be_checked()
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Verification.objects.get().rationale == WHY
    judge(page, claim)
    expect(page.get_by_label("Rationale")).to_have_value("")


def test_looking_for_evidence_empties_what_was_added_and_keeps_the_rest(page: Page, claim: Claim) -> None:
    judge(page, claim)
    page.get_by_label("Rationale").fill(WHY)
    page.locator(".found").get_by_role("radio").first.check()
    page.locator("#evidence [name='note']").fill("The first page.")
    page.locator("#evidence").get_by_label("supports").check()
    page.get_by_role("button", name="Add as evidence").click()
    expect(page.locator(".pieces").get_by_role("checkbox")).to_have_count(2)
    expect(page.locator("#evidence [name='note']")).to_have_value("")
    expect(page.get_by_label("Rationale")).to_have_value(WHY)
    page.goto("/admin/")
    judge(page, claim)
    expect(page.get_by_label("Rationale")).to_have_value(WHY)


def test_the_next_capture_has_nothing_of_the_last(page: Page) -> None:
    page.goto("/admin/claims/snapshot/capture/")
    for label, value in (("Paste the text", factories.TEXT), ("Outlet", "Harbour Gazette"), ("Byline", "Noor Ash")):
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Capture and suggest quotations").click()
    expect(page.locator(".messagelist .success")).to_contain_text("Captured")
    page.goto("/admin/claims/snapshot/capture/")
    for label in ("Paste the text", "Outlet", "Byline"):
        expect(page.get_by_label(label)).to_have_value("")


def test_a_note_outlives_the_session_and_is_of_its_person(
    page: Page, claim: Claim, person: Callable[[str], User]
) -> None:
    person("Approver")
    page.goto(f"/admin/claims/claim/{claim.pk}/change/")
    page.locator("summary", has_text="Add a note").first.click()
    note = page.locator(f"form[action$='/claim/{claim.pk}/annotate/do/'] textarea")
    note.fill("Asked the clerk.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Add a note").click()
    log_in_again(page, "approver")
    expect(page.locator("textarea")).to_have_value("")
    page.context.clear_cookies(name="sessionid")
    page.reload()
    log_in_again(page)
    expect(page.locator("textarea")).to_have_value("Asked the clerk.")
    page.get_by_role("button", name="Add a note").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Annotation.objects.get().body == "Asked the clerk."
    page.reload()
    expect(note).to_have_value("")


@pytest.mark.parametrize("is_new", [False, True])
def test_what_was_changed_of_a_record_outlives_the_session(page: Page, claim: Claim, is_new: bool) -> None:
    page.goto("/admin/claims/claim/add/" if is_new else f"/admin/claims/claim/{claim.pk}/change/")
    if not is_new:
        page.get_by_text("Edit the claim's own fields").click()
    page.get_by_label("Words").fill("It is quite safe")
    page.get_by_label("Why there is no speaker").select_option(index=1)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save", exact=True).click()
    log_in_again(page)
    expect(page.locator(".errorlist.nonfield")).to_have_text(re.compile("It is not saved yet"))
    expect(page.get_by_label("Words")).to_have_value("It is quite safe")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Claim.objects.filter(words="It is quite safe").count() == 1


def test_rows_that_were_added_outlive_the_session_too(page: Page) -> None:
    ada = factories.speaker()
    page.goto(f"/admin/claims/speaker/{ada.pk}/change/")
    for number, title in enumerate(("mayor", "senator", "envoy")):
        if number:
            page.get_by_text(re.compile("Add another position", re.IGNORECASE)).click()
        page.locator(f"[name='positions-{number}-title']").fill(title)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save", exact=True).click()
    log_in_again(page)
    expect(page.locator(".errorlist.nonfield")).to_have_text(re.compile("It is not saved yet"))
    expect(page.locator("[name='positions-2-title']")).to_have_value("envoy")
    assert not Position.objects.exists()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert set(Position.objects.values_list("title", flat=True)) == {"mayor", "senator", "envoy"}


def test_what_others_changed_meanwhile_is_told_after_the_login(page: Page, claim: Claim) -> None:
    page.goto(f"/admin/claims/claim/{claim.pk}/change/")
    page.get_by_text("Edit the claim's own fields").click()
    page.get_by_label("Words").fill("It is quite safe")
    page.context.clear_cookies(name="sessionid")
    edit(actor=factories.user("Checker", "another"), record=claim, changes={"words": "It is rather safe"})
    page.get_by_role("button", name="Save", exact=True).click()
    log_in_again(page)
    expect(page.get_by_label("Words")).to_have_value("It is quite safe")
    expect(page.get_by_text("This was changed to “It is rather safe”")).to_be_visible()
    expect(page.locator("#meanwhile .who")).to_have_text("another")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    claim.refresh_from_db()
    assert claim.words == "It is quite safe"


def test_what_was_not_sent_of_a_record_is_not_taken_for_it(page: Page, claim: Claim) -> None:
    address = f"/admin/claims/claim/{claim.pk}/change/"
    page.goto(address)
    page.get_by_text("Edit the claim's own fields").click()
    page.get_by_label("Words").fill("It is quite safe")
    page.goto("/admin/")
    page.goto(address)
    page.get_by_text("Edit the claim's own fields").click()
    expect(page.get_by_label("Words")).to_have_value(claim.words)


@pytest.mark.parametrize("kept", ["{", "5", '[["/x/", null]]', '[["{0}", {"rationale": "["}]]'])
def test_what_the_browser_kept_and_nobody_can_read_does_no_harm(page: Page, claim: Claim, kept: str) -> None:
    judge(page, claim)
    path = f"/admin/claims/claim/{claim.pk}/judge/attribution/"
    page.evaluate(
        "kept => sessionStorage.setItem('claims-typed-' + document.querySelector('meta[name=person]').content, kept)",
        kept.replace("{0}", path),
    )
    page.reload()
    expect(page.get_by_label("Rationale")).to_have_value("")
