"""The browsable page of the API, in a real browser."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_it_shows_under_the_security_policy(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 1000}).new_page()
    complaints: list[str] = []
    hosts = set()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "://" in request.url else None)
    page.goto("/api/v1/docs/")

    expect(page.get_by_role("heading", name="Claim provenance")).to_be_visible()
    operation = page.locator("#operations-quotations-quotations_accept_create")
    operation.locator(".opblock-summary-control").click()
    expect(operation.get_by_text("Take the quotation into the record")).to_be_visible()
    expect(operation.get_by_text("Idempotency-Key", exact=True)).to_be_visible()

    assert complaints == []
    assert hosts == {live_server.url.removeprefix("http://")}
