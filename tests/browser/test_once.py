"""Who clicks again while the server is at work sends a form once."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, Route, expect

from claims.models import Annotation
from tests import factories
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def held_back(page: Page) -> list[str]:
    """What is sent from now on; the server has it half a second later."""
    sent: list[str] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.url)
            page.wait_for_timeout(500)
        route.fallback()

    page.route("**/*", hold)
    return sent


def test_clicking_again_makes_no_second_note(visit: Visit, person: Callable[[str], User]) -> None:
    page, claim = visit(person("Checker")), factories.claim()
    page.goto(f"/admin/claims/claim/{claim.pk}/change/")
    page.locator("summary", has_text="Add a note").first.click()
    form = page.locator(f"form[action$='/claim/{claim.pk}/annotate/do/']")
    form.locator("textarea").fill("Asked the clerk.")
    sent = held_back(page)
    form.evaluate("form => [0, 150, 300].forEach((wait) => setTimeout(() => form.requestSubmit(), wait))")
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert len(sent) == 1
    assert Annotation.objects.count() == 1


def test_a_form_that_the_browser_kept_can_be_sent_again(visit: Visit, person: Callable[[str], User]) -> None:
    page, claim = visit(person("Checker")), factories.claim()
    page.goto(f"/admin/claims/claim/{claim.pk}/change/")
    for number, body in enumerate(("Asked the clerk.", "Asked the pilot."), 1):
        page.locator("summary", has_text="Add a note").first.click()
        form = page.locator(f"form[action$='/claim/{claim.pk}/annotate/do/']")
        form.locator("textarea").fill(body)
        form.get_by_role("button").click()
        expect(page.locator(".messagelist .success")).to_be_visible()
        assert Annotation.objects.count() == number
        page.go_back()
