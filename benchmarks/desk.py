#!/usr/bin/env python3
"""How fast the desk of a long article opens, and how fast it is walked, in a headless Chromium on this machine.

    python3 benchmarks/desk.py [--characters N] [--quotations N] [--steps N]

Makes up one article with that many quotations, works in a database of its own that it drops afterwards, serves the
product's own application and opens the desk in it. "opens" is from asking for the address until the page is there with
its script; "walks" is from pressing a key until the next quotation is in hand and painted, "decides" the same for a
suggestion that is accepted. "server" is the page's answer alone, without a browser.
"""

import argparse
import os
import platform
import shutil
import statistics
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from starting import start
from tracing.corpus import Corpus

OPENED = 9
FILLING = "The old harbour lay between the market and the river, and nobody there looked up. "
# Presses a key; resolves, with milliseconds, once another quotation is in hand and painted.
STEP = """
    (key) => new Promise((resolve) => {
      const began = performance.now();
      new MutationObserver((_, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }).observe(document.getElementById("hand"), { childList: true });
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    })
"""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """A line for each request would drown the figures."""


def article(characters: int, quotations: int) -> tuple[str, list[tuple[int, int]]]:
    """A made-up article of about that length, and where its quotations stand."""
    lines, spans, at = [], [], 0
    each = characters // quotations - 2
    for said in Corpus().quotations(quotations, 0):
        words = said.text.rstrip(".")
        line = f"“{words},” Mayor Ada Brook told reporters on Monday. "
        line += (FILLING * (each // len(FILLING) + 1))[: max(0, each - len(line))]
        spans.append((at + 1, at + 1 + len(words)))
        lines.append(line)
        at += len(line) + 2
    return "\n\n".join(lines), spans


def hold(characters: int, quotations: int) -> int:
    """The article in the database, each of its quotations a suggestion; its snapshot's number."""
    from claims.formats.articles import Article
    from claims.operations.acting import command_line_actor
    from claims.operations.capture import capture
    from claims.operations.quote import quote

    actor = command_line_actor()
    text, spans = article(characters, quotations)
    snapshot = capture(actor=actor, article=Article(identifier="long", text=text, title="A long article")).snapshot
    for span in spans:
        quote(actor=actor, snapshot=snapshot, passages=[span], kind="direct", cue="told")
    print(f"{len(text):,} characters, {snapshot.quotations.count()} quotations", flush=True)
    return snapshot.pk


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


def measure(options: argparse.Namespace) -> None:
    from playwright.sync_api import sync_playwright

    path = f"/admin/claims/snapshot/{hold(options.characters, options.quotations)}/desk/"
    client, session = logged_in()
    client.get(path)  # the first of a process reads templates and settings
    told("server", [timed(lambda: client.get(path)) for _ in range(OPENED)])
    with served() as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": "sessionid", "value": session, "url": host}])
        page = context.new_page()

        def opened() -> None:
            page.goto(host + path)
            page.locator("#help").wait_for()  # shown by the script once it has begun

        opened()
        told("opens", [timed(opened) for _ in range(OPENED)])
        for name, key in (("walks", "n"), ("walks back", "p"), ("decides", "a")):
            told(name, [step(page, key) for _ in range(options.steps)])
        browser.close()


def step(page: Any, key: str) -> float:
    """Milliseconds from the key to the next quotation. A person reads meanwhile: the neighbours come in."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(250)
    return float(page.evaluate(STEP, key))


def timed(work: Any) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def told(name: str, found: Sequence[float]) -> None:
    print(f"{name:<12}{statistics.median(found):>8.0f} ms at the median, {max(found):.0f} at most", flush=True)


def main() -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=200_000)
    parser.add_argument("--quotations", type=int, default=500)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--chromium", default=chromium, help="the browser's program")
    options = parser.parse_args()
    os.environ["PROVENANCE_LOCAL"] = "true"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
    start()

    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    from provenance.database import as_owner

    settings.ALLOWED_HOSTS = ["*"]  # the test client's name for itself, and the address that is served
    connection.settings_dict["TEST"]["NAME"] = f"benchmark_desk_{os.getpid()}"
    with as_owner():
        made = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        measure(options)
    finally:
        with as_owner():
            teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
