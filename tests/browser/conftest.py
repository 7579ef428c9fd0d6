"""A live server, people who can log in to it, and a page that tolerates no error."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import factories

# A machine that runs other tests beside answers late; what a test does may take 30 seconds.
expect.set_options(timeout=15_000)
PASSWORD = "made for this test only"  # of users who live as long as the test
Visit = Callable[[User], Page]


@pytest.fixture
def person() -> Callable[[str], User]:
    """A person of a role who can log in to the admin."""

    def made(role: str) -> User:
        who = factories.user(role)
        who.is_staff = True
        who.set_password(PASSWORD)
        who.save()
        return who

    return made


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Iterator[Visit]:
    """A page of its own for each person, logged in. The test fails on any complaint of the browser's."""
    complaints: list[str] = []

    def told(message: ConsoleMessage) -> None:
        # Also how Chromium reports what the content security policy stopped.
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def logged_in(who: User) -> Page:
        context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
        # By the form it takes three pages, one of them with all the queues; the tests of the session fill it in.
        session = Client()
        session.force_login(who)
        key = session.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
        page = context.new_page()
        page.on("console", told)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield logged_in
    assert complaints == []
