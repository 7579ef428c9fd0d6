"""Pages work under the content security policy: nothing that they need is blocked."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def visit(page: Page, address: str) -> list[str]:
    """Open the page and wait for it; what the browser complained about meanwhile."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return complaints


def test_the_admin_runs_its_scripts_and_styles(live_server: LiveServer, page: Page) -> None:
    User.objects.create_superuser("someone", password="a password of theirs")
    assert visit(page, f"{live_server.url}/") == []
    page.fill("#id_username", "someone")
    page.fill("#id_password", "a password of theirs")
    page.click("[type=submit]")
    page.wait_for_url(f"{live_server.url}/admin/")
    assert visit(page, f"{live_server.url}/admin/auth/user/add/") == []
    assert page.evaluate("getComputedStyle(document.querySelector('#header')).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_the_page_of_the_api_runs_its_scripts_and_styles(live_server: LiveServer, page: Page) -> None:
    assert visit(page, f"{live_server.url}/api/v1/docs/") == []
    page.wait_for_selector(".swagger-ui .opblock")
