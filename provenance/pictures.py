"""Pictures of the real pages for the README and the guides, taken of the demo's records so that they stay true."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright

from claims.models import Claim, Snapshot
from claims.models.base import Record
from provenance import chromium

WIDTH, HEIGHT, NARROW = 1280, 860, 390


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: its file's name, of which page, seen by whom (a demo user; empty for anybody), and how.

    `keys` are pressed and `opened` are the summaries clicked once the page is there; `part` is what is cut out.
    """

    name: str
    of: Callable[[], str]
    by: str = "checker"
    width: int = WIDTH
    height: int = HEIGHT
    is_dark: bool = False
    keys: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    part: str = ""


def _page(name: str, model: type[Record], **found_by: str) -> Callable[[], str]:
    """The address of a page of one record."""
    return lambda: reverse(name, args=[model._default_manager.get(**found_by).pk])


ARTICLE = {"source__identifier": "harbour-bridge"}
DESK = _page("admin:claims_snapshot_desk", Snapshot, **ARTICLE)
INSANITY = "The definition of insanity is doing the same thing over and over and expecting different results."
CLAIM = _page("admin:claims_claim_change", Claim, slug="burke-triumph-of-evil")

PICTURES: tuple[Picture, ...] = (
    Picture(name="queues", of=lambda: reverse("admin:index"), height=760),
    Picture(name="desk", of=DESK, keys=("n",)),
    Picture(name="desk-narrow", of=DESK, width=NARROW, is_dark=True),
    Picture(name="claim", of=CLAIM),
    Picture(
        name="side-by-side",
        of=_page("admin:claims_claim_side_by_side", Claim, slug="burke-triumph-of-evil"),
        height=620,
    ),
    Picture(
        name="judge",
        of=lambda: reverse(
            "admin:claims_claim_judge", args=[Claim.objects.get(slug="putin-nato-at-war").pk, "accuracy"]
        ),
    ),
    Picture(name="trace", of=lambda: f"{reverse('claims:trace')}?{urlencode({'words': INSANITY})}"),
    Picture(name="search", of=lambda: f"{reverse('claims:search')}?q=bridge", height=620),
    Picture(name="public", of=lambda: reverse("public:claim", args=["putin-nato-at-war"]), by=""),
)


def take(pictures: Sequence[Picture], passwords: Mapping[str, str], folder: Path) -> Iterator[Path]:
    """Take each picture into a folder; its file, as soon as it is written. The demo's records are there already."""
    addresses = [picture.of() for picture in pictures]  # Playwright's event loop is no place to ask the database
    with _served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.OPTIONS)
        for picture, address in zip(pictures, addresses, strict=True):
            page = _blank(browser, picture, site)
            if picture.by:
                _log_in(page, picture.by, passwords[picture.by])
            page.goto(address, wait_until="networkidle")
            path = folder / f"{picture.name}.png"
            _shoot(page, picture, path)
            page.context.close()
            yield path
        browser.close()


def _blank(browser: Browser, picture: Picture, site: str) -> Page:
    return browser.new_context(
        base_url=site,
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.is_dark else "light",
        reduced_motion="reduce",
    ).new_page()


def _log_in(page: Page, username: str, password: str) -> None:
    page.goto(reverse("admin:login"))
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def _shoot(page: Page, picture: Picture, path: Path) -> None:
    for summary in picture.opened:
        page.locator("summary", has_text=summary).first.click()
    for key in picture.keys:
        page.keyboard.press(key)
        page.wait_for_load_state("networkidle")
    if picture.part:
        page.locator(picture.part).first.screenshot(path=path)
    else:
        page.screenshot(path=path)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what matters is in the picture."""


@contextmanager
def _served() -> Iterator[str]:
    """The site on a free port of this machine, for the length of the block; its address."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), _Quiet)
    server.set_app(get_wsgi_application())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
