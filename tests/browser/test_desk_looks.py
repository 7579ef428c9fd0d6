"""The desk on a narrow screen, in the dark, and for whoever cannot see it: no axe violations anywhere."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.operations.accept import accept
from claims.operations.annotate import annotate
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.reading import SAID, captured, found, hand, open_desk, select

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = files("axe_playwright_python") / "axe.min.js"


@pytest.fixture
def page(visit: Visit, person: Callable[[str], User]) -> Page:
    return visit(person("Checker"))


@pytest.fixture
def looked_over(browser: Browser, live_server: LiveServer, person: Callable[[str], User]) -> Page:
    """A page that axe may put its own styles into, which the content security policy would stop."""
    client = Client()
    client.force_login(person("Checker"))
    context = browser.new_context(base_url=live_server.url, bypass_csp=True)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return context.new_page()


def violations(page: Page) -> list[str]:
    """What keeps people out: the rule, and the first element that breaks it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("axe.run().then((results) => results.violations)")
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def nothing_sticks_out(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nobody_is_kept_out(width: int, scheme: Any, looked_over: Page) -> None:
    page = looked_over
    snapshot = captured()
    claim = accept(actor=factories.user(), quotation=found(snapshot, SAID[0]))
    factories.evidence(claim)
    annotate(actor=factories.user(), target=found(snapshot, SAID[0]), body="Look again.")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    open_desk(page, snapshot, SAID[0])
    seen = {"decided": violations(page)}
    page.keyboard.press("n")
    expect(hand(page)).to_contain_text(SAID[1])
    page.keyboard.press("r")
    select(page, SAID[4])
    seen["a form"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.type("nothing like it")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nothing is known")
    seen["refused"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(hand(page)).to_contain_text(SAID[2])
    page.keyboard.press("r")
    page.keyboard.type("Only a slogan.")
    accept(actor=factories.user(), quotation=found(snapshot, SAID[2]))
    page.keyboard.press("Enter")
    expect(hand(page).locator(".left-over")).to_be_visible()
    seen["overtaken"] = violations(page)
    page.keyboard.press("c")
    seen["the caret"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    seen["the keys"] = violations(page)
    assert seen == {state: [] for state in seen}
    assert nothing_sticks_out(page)


def test_a_narrow_screen_has_the_article_above_the_quotation_in_hand(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    snapshot = captured()
    open_desk(page, snapshot, SAID[8])
    article, panel = page.locator(".text-side").bounding_box(), page.locator(".hand-side").bounding_box()
    assert article is not None
    assert panel is not None
    assert article["y"] + article["height"] <= panel["y"] + 1
    assert panel["y"] < 844  # what is in hand can be seen beside its place in the text
    expect(page.locator(f"#q{found(snapshot, SAID[8]).pk}")).to_be_in_viewport()
    hand(page).get_by_role("button", name="Accept").click()
    expect(hand(page)).to_contain_text(SAID[9])


def test_in_the_dark_the_text_is_light(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    open_desk(page, captured())
    color = page.locator("#article mark").first.evaluate("(mark) => getComputedStyle(mark).color")
    assert min(int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(",")) > 200
