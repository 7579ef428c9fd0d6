"""The whole life of a claim through the admin, in a real browser, with the people it takes."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from claims.models import Claim, Verification
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = """The harbour bridge will stay closed until June, the town said.

“We will not open a bridge that we would not cross ourselves,” Mayor Ada Brook told the Harbour Gazette on Thursday.

Traders in the old town had hoped for an earlier date."""
MINUTES = "Minutes of the town council. The mayor said: We will not open a bridge that we would not cross ourselves."


def section(page: Page, name: str) -> Locator:
    return page.locator(f"#{name}")


def capture(page: Page, text: str, **fields: str) -> None:
    page.goto("/admin/claims/snapshot/")
    page.get_by_role("link", name="Capture a text").click()
    page.get_by_label("Paste the text").fill(text)
    for label, value in fields.items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Capture").click()


def accept_the_suggestion(page: Page) -> None:
    """From the captured text, through the marked passage, to a new claim."""
    expect(page.locator("article mark.suggested.direct")).to_contain_text("We will not open a bridge")
    page.locator('article a.number[data-kind="direct"]').click()
    expect(page.locator("#hand")).to_contain_text("Ada Brook")
    page.locator("#hand").get_by_role("link", name="its page").click()
    expect(page.locator("mark.current")).to_contain_text("We will not open a bridge")
    expect(page.locator("#content")).to_contain_text("Ada Brook")
    page.get_by_label("Topics").fill("bridges")
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Accepted as the claim")
    page.locator("#content a", has_text="We will not open").first.click()


def add_evidence(page: Page) -> None:
    """By typing part of a title, choosing what is offered, and pasting the words."""
    page.locator("summary", has_text="Add evidence").click()
    form = page.locator("form.verb", has=page.get_by_role("button", name="Add evidence"))
    field = form.get_by_label("Captured text")
    field.press_sequentially("Minutes")
    offered = page.locator(f"datalist#{field.get_attribute('list')} option")
    expect(offered.first).to_have_attribute("value", re.compile("Minutes of the council"))
    field.fill(offered.first.get_attribute("value") or "")
    form.get_by_label("Passage").fill("We will not open a bridge\nthat we would not cross ourselves")
    form.get_by_role("button", name="Add evidence").click()
    expect(section(page, "attribution")).to_contain_text("We will not open a bridge")


def submit(page: Page) -> None:
    page.get_by_role("link", name="Judge the attribution").click()
    for question, answer in (
        ("Was the original seen?", "yes"),
        ("Is the context fair?", "yes"),
        ("Is the translation checked?", "does not apply"),
    ):
        page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()
    page.get_by_role("radio", name="confirmed").check()
    page.get_by_label("Rationale").fill("The minutes have the same words.")
    page.get_by_role("group", name="It rests on").get_by_role("checkbox").check()
    page.get_by_role("button", name="Submit for approval").click()
    expect(section(page, "attribution")).to_contain_text("waits for approval")


def forged(page: Page, address: str) -> int:
    """The status of a POST that the page does not offer, with the person's own session and token."""
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    answer = page.request.post(
        address, form={"csrfmiddlewaretoken": token, "remark": ""}, headers={"Referer": page.url}
    )
    return answer.status


def test_from_capture_to_approval(visit: Visit, person: Callable[[str], User]) -> None:
    checker, approver = person("Checker"), person("Approver")
    page = visit(checker)
    capture(page, MINUTES, Title="Minutes of the council", Published="2024-05-02")
    capture(page, ARTICLE, Title="Bridge stays closed", Outlet="Harbour Gazette", Published="2024-05-03")
    accept_the_suggestion(page)
    address = page.url
    add_evidence(page)
    submit(page)

    expect(page.get_by_role("button", name="Approve")).to_have_count(0)
    waiting = Verification.objects.get()
    assert forged(page, f"/admin/claims/verification/{waiting.pk}/approve/do/") == 403
    assert Verification.objects.count() == 1

    page = visit(approver)
    page.goto("/admin/claims/verification/")
    page.locator("#result_list").get_by_role("link", name="Approve or return").click()
    page.goto(address)
    page.get_by_label("Remark").first.fill("Agreed.")
    page.get_by_role("button", name="Approve").click()
    expect(section(page, "attribution")).to_contain_text("approved by approver")

    claim = Claim.objects.get()
    assert (claim.attribution_stage, str(claim.attribution_rating)) == ("approved", "confirmed")
    history = section(page, "history")
    for who, step in (
        ("checker", "capture"),
        ("checker", "extract"),
        ("checker", "accept"),
        ("checker", "add evidence"),
        ("checker", "submit"),
        ("approver", "approve"),
    ):
        row = history.locator("tr", has_text=who).filter(has_text=step).first
        expect(row.locator(".when")).to_have_text(re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"))

    page.goto("/admin/claims/claim/?by=brook&attribution_stage__exact=approved")
    expect(page.locator("#result_list")).to_contain_text("confirmed")
