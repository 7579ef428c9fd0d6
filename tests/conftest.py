"""What every test stands on: the database in its two roles, and a browser where there is one."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from provenance import chromium, embedded
from provenance.database import as_owner
from provenance.management.commands.test import BROWSER_REPORT
from tests import database

NO_CHROMIUM = "not run: no Chromium found"


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, django_db_modify_db_settings: None
) -> Iterator[None]:
    """Create and migrate as the owner; the tests then connect as the application does."""
    is_ours = not os.environ.get("DATABASE_URL")
    if is_ours:
        embedded.server().start()
    with django_db_blocker.unblock(), as_owner():
        database.drop_leftovers()
        if is_ours:  # on somebody's own server nothing is left behind
            connection.settings_dict["TEST"]["TEMPLATE"] = database.migrated()
        made = setup_databases(verbosity=0, interactive=False, aliases={"default": None})
        database.remember_migrated_rows()
        database.leave_uncounted()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: database.restore_migrated_rows())
        yield
    with django_db_blocker.unblock(), as_owner():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": chromium.PATH, "headless": True, "args": chromium.OPTIONS}


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Iterator[Browser]:
    """Playwright keeps an event loop in this thread, and Django connections of their own for it.

    They serve all tests from here on and would be out of reach once Playwright has stopped: the test database
    could not be dropped.
    """
    yield browser
    connections.close_all()


@pytest.fixture
def live_server(live_server: LiveServer, browser: Browser) -> Iterator[LiveServer]:
    """Once the test is over nothing is still being answered: it would lock tables that are being emptied."""
    yield live_server
    for context in browser.contexts:
        context.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=30)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not chromium.PATH:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


class BrowserCount:
    """Counts the browser tests that really ran, in the process that sees all reports."""

    def __init__(self) -> None:
        self.ran = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and "browser" in report.keywords and not report.skipped:
            self.ran += 1

    def pytest_sessionfinish(self) -> None:
        if path := os.environ.get(BROWSER_REPORT):
            none = NO_CHROMIUM if not chromium.PATH else "not run: none among the chosen tests"
            Path(path).write_text(f"{self.ran} ran" if self.ran else none)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(BrowserCount())
