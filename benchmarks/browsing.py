"""What the benchmarks in a browser share: a database of their own, the product served, and a Chromium logged in."""

import argparse
import os
import platform
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from starting import start


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """A line for each request would drown the figures."""


def parser(description: str | None) -> argparse.ArgumentParser:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--chromium", default=chromium, help="the browser's program")
    return made


@contextmanager
def database() -> Iterator[None]:
    """The product set up on an empty database of its own, which is dropped afterwards."""
    os.environ["PROVENANCE_LOCAL"] = "true"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
    start()

    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    from provenance.database import as_owner

    settings.ALLOWED_HOSTS = ["*"]  # the test client's name for itself, and the address that is served
    connection.settings_dict["TEST"]["NAME"] = f"benchmark_browser_{os.getpid()}"
    with as_owner():
        made = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        yield
    finally:
        with as_owner():
            teardown_databases(made, verbosity=0)


def logged_in() -> tuple[Any, str]:
    """A client of a checker, and the cookie by which a browser is the same person."""
    from django.contrib.auth.models import Group, User
    from django.test import Client

    user = User.objects.create_user("checker", is_staff=True)
    user.groups.set(Group.objects.filter(name="Checker"))
    client = Client()
    client.force_login(user)
    return client, client.cookies["sessionid"].value


@contextmanager
def served() -> Iterator[str]:
    from provenance.wsgi import application

    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def browsing(chromium: str, session: str) -> Iterator[Any]:
    """A page of a browser in which somebody is logged in to the product; its addresses are the product's."""
    from playwright.sync_api import sync_playwright

    with served() as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(base_url=host, viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": "sessionid", "value": session, "url": host}])
        yield context.new_page()
        browser.close()


def opened(page: Any, path: str) -> None:
    """Open a desk; it is there once its script has begun."""
    page.goto(path)
    page.locator("#help").wait_for()


def timed(work: Callable[[], object]) -> float:
    """Its milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000
