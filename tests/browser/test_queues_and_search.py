"""The queues and the search in a real browser: by keyboard, narrow, in the dark, and for a screen reader."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from claims.models import Assignment
from claims.operations.link import link_claims
from claims.operations.queues import QUEUES
from tests import factories
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PACKAGE = importlib.util.find_spec("axe_playwright_python")
AXE = (Path(str(PACKAGE and PACKAGE.origin)).parent / "axe.min.js").read_text(encoding="utf-8")
PAGES = ["/admin/", "/admin/queues/", "/admin/search/?q=safe", "/admin/search/?q=%22open"]
LISTS = [f"/admin/queues/{queue.slug}/" for queue in QUEUES]


def violations(page: Page) -> list[Any]:
    """What axe finds at fault on the page, each with where."""
    page.evaluate(AXE)
    found: list[Any] = page.evaluate("async () => (await axe.run('#content')).violations")
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


def something_waits() -> None:
    sam = factories.user("Checker", "sam")
    factories.quotation()
    factories.proposal()
    factories.finding()
    factories.judged(factories.claim(), checker=sam)
    factories.claim(no_speaker="disputed")
    link_claims(actor=sam, from_claim=factories.claim(), to_claim=factories.claim(), kind="contradicts")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(scheme: Any, visit: Visit, person: Callable[[str], User]) -> None:
    something_waits()
    page = visit(person("Approver"))
    page.emulate_media(color_scheme=scheme)
    for address in (*PAGES, *LISTS):
        page.goto(address)
        assert (address, violations(page)) == (address, [])


def test_it_fits_a_narrow_screen(visit: Visit, person: Callable[[str], User]) -> None:
    something_waits()
    page = visit(person("Approver"))
    page.set_viewport_size({"width": 390, "height": 800})
    for address in (*PAGES, *LISTS):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_the_list_of_claims_shows_its_last_column(visit: Visit, person: Callable[[str], User]) -> None:
    factories.claim(speaker=factories.speaker("The congressional Harbour caucus"))
    page = visit(person("Reader"))
    page.goto("/admin/claims/claim/")
    fits = "(list) => list.scrollWidth <= list.clientWidth"
    assert page.locator(".results").evaluate(fits)


def test_a_text_is_taken_by_keyboard_and_the_next_is_there(visit: Visit, person: Callable[[str], User]) -> None:
    first, second = factories.quotation().snapshot, factories.quotation().snapshot
    page = visit(person("Checker"))
    page.goto("/admin/queues/unclaimed/")
    expect(page.locator("ol.queue > li")).to_have_count(2)
    page.get_by_role("button", name=f"Take {first.source}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("You have this in hand now")
    expect(page.locator("ol.queue > li")).to_have_count(1)
    expect(page.locator("ol.queue")).to_contain_text(str(second.source))
    assert Assignment.objects.get().snapshot == first


def test_a_search_by_keyboard_narrowed_and_taken_back(visit: Visit, person: Callable[[str], User]) -> None:
    factories.claim()
    page = visit(person("Reader"))
    page.goto("/admin/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("safe")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("2 found")
    expect(page.locator("mark.hit").first).to_have_text("safe")
    page.get_by_role("navigation", name="Narrow down").get_by_role("link", name="claim", exact=True).press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 found")
    page.get_by_role("link", name="take it back").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("2 found")
