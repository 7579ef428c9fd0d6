"""What readers see, in a real browser: readable by everybody, on every screen and on paper, and how it comes about."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.models import Claim, Publication
from claims.operations.correct import correct
from claims.operations.record import edit
from claims.operations.retract import retract
from tests import factories
from tests.browser.axe import violations
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Reader = Callable[..., Page]
PAGES = ["/claims/", "/claims/it-is-safe/", "/claims/it-is-safe/1/", "/claims/the-bridge-will-open-in-may/"]


@pytest.fixture
def reader(browser: Browser, live_server: LiveServer) -> Iterator[Reader]:
    """A page of somebody who is not logged in. The test fails on any complaint of the browser's."""
    complaints: list[str] = []

    def opened(width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    assert complaints == []


@pytest.fixture
def held() -> Publication:
    """A claim that was corrected, with a long word in it, and one that was retracted."""
    approver = factories.user("Approver")
    stands = factories.published(speaker=factories.speaker("Ada Brook"))
    claim = Claim.objects.get(pk=stands.claim_id)
    edit(actor=factories.user(), record=claim, changes={"venue": "Llanfairpwllgwyngyll" * 8})
    correct(actor=approver, claim=claim, reason="The place was missing.")
    gone = factories.published("The bridge will open in May")
    retract(actor=approver, claim=gone.claim, reason="The minutes are not genuine.")
    return stands


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_read_it(width: int, scheme: str, held: Publication, reader: Reader) -> None:
    page = reader(width, scheme)
    for address in PAGES:
        page.goto(address)
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def colours(page: Page) -> tuple[str, str]:
    found = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    return found[0], found[1]


def test_it_is_dark_where_the_reader_wants_that_and_white_on_paper(held: Publication, reader: Reader) -> None:
    page = reader(scheme="dark")
    page.goto(PAGES[1])
    dark = colours(page)
    page.emulate_media(media="print")
    assert colours(page) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)") != dark
    expect(page.get_by_role("navigation", name="Site")).to_be_hidden()
    expect(page.get_by_role("heading", name="History of this page")).to_be_visible()


def test_it_is_walked_with_the_keyboard(held: Publication, reader: Reader) -> None:
    page = reader()
    page.goto("/claims/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="“It is safe”")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("“It is safe”")
    page.get_by_role("link", name="See version 1").press("Enter")
    expect(page.get_by_text("This is version 1")).to_be_visible()
    page.get_by_role("link", name="See what stands now").press("Enter")
    expect(page).to_have_url(f"{page.url.partition('/claims/')[0]}/claims/it-is-safe/")


def test_from_the_desk_to_the_reader_and_back(visit: Visit, person: Callable[[str], User], reader: Reader) -> None:
    claim = factories.claim(speaker=factories.speaker("Ada Brook"))
    factories.judged(claim, approver=factories.user("Approver", "another"))
    desk, other, outside = visit(person("Approver")), visit(person("Administrator")), reader()
    for page in (desk, other):
        page.goto(f"/admin/claims/claim/{claim.pk}/change/")
    tell(desk, "Publish", "Publish", "")
    outside.goto("/claims/")
    outside.get_by_role("link", name="“It is safe”").click()
    expect(outside.locator("#attribution")).to_contain_text("confirmed")

    tell(other, "Publish", "Publish", "")
    expect(other.locator(".errorlist")).to_contain_text("Somebody else changed what readers see")

    factories.judged(claim, slug="misquoted", approver=factories.user("Approver", "another"))
    outside.reload()
    expect(outside.locator("#attribution")).to_contain_text("confirmed")
    desk.reload()
    expect(desk.locator("#publications")).to_contain_text("The published verdict is older than the record")
    tell(desk, "Correct what readers see", "Publish the correction", "The tape has other words.")
    outside.reload()
    expect(outside.locator("#attribution")).to_contain_text("misquoted")
    expect(outside.locator("#history")).to_contain_text("The tape has other words.")

    tell(desk, "Retract", "Retract", "The tape is not genuine.")
    outside.reload()
    expect(outside.get_by_role("note")).to_contain_text("The tape is not genuine.")
    expect(outside.locator("#attribution")).to_have_count(0)


def tell(page: Page, form: str, button: str, why: str) -> None:
    """Send one of the forms under “What readers see”."""
    section = page.locator("#publications")
    section.locator("summary", has_text=form).click()
    shown = section.locator("form.verb", has=page.get_by_role("button", name=button, exact=True))
    shown.get_by_label("Why").fill(why)
    shown.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
