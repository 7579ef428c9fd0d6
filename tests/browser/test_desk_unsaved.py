"""What was typed on the desk and not saved is there again, and the page is not left without a warning."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Dialog, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from claims.models import Annotation
from claims.operations.accept import accept
from tests import factories
from tests.browser.conftest import PASSWORD, Visit
from tests.browser.reading import SAID, captured, found, hand, in_hand, open_desk, refused, select, states, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(visit: Visit, person: Callable[[str], User]) -> Page:
    return visit(person("Checker"))


def note(page: Page) -> Locator:
    return hand(page).locator("[data-verb='annotate'] textarea")


def write(page: Page, body: str) -> None:
    """Begin a note on the quotation in hand."""
    page.keyboard.press("t")
    page.keyboard.type(body)
    page.keyboard.press("Escape")


def not_saved(page: Page, *places: str) -> None:
    """That just these are told as not saved."""
    expect(page.locator("#unsaved a")).to_have_text(list(places))


def warnings(page: Page) -> list[str]:
    """How the browser asks from now on; the page is left nevertheless."""
    asked: list[str] = []

    def left(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", left)
    return asked


def test_what_was_typed_is_there_again_after_walking(page: Page) -> None:
    open_desk(page, captured())
    keys = page.keyboard
    keys.press("r")
    keys.type("Only a slo")
    keys.press("Escape")
    keys.press("n")
    in_hand(page, SAID[1])
    not_saved(page, "quotation 1")
    keys.press("t")
    keys.type("Paid by whom?")
    hand(page).get_by_label("Kind of note").select_option("questioning")
    keys.press("Escape")
    keys.press("p")
    in_hand(page, SAID[0])
    told(page, "Something here is not saved yet.")
    expect(hand(page).get_by_label("Reason")).to_be_visible()
    expect(hand(page).get_by_label("Reason")).to_have_value("Only a slo")
    expect(note(page)).to_have_value("")
    not_saved(page, "quotation 1", "quotation 2")
    page.get_by_role("link", name="quotation 2", exact=True).click()
    in_hand(page, SAID[1])
    expect(note(page)).to_have_value("Paid by whom?")
    expect(hand(page).get_by_label("Kind of note")).to_have_value("questioning")
    note(page).fill("")
    hand(page).get_by_label("Kind of note").select_option("commenting")
    not_saved(page, "quotation 1")


def test_the_browser_asks_before_the_page_is_left_and_it_is_there_again(page: Page) -> None:
    open_desk(page, captured())
    asked = warnings(page)
    page.reload()
    assert asked == []
    write(page, "Closed on which")
    page.reload()
    assert asked == ["beforeunload"]
    not_saved(page, "quotation 1")
    expect(note(page)).to_be_visible()
    expect(note(page)).to_have_value("Closed on which")
    note(page).fill("")
    page.reload()
    assert asked == ["beforeunload"]
    not_saved(page)


def test_what_was_saved_is_forgotten(page: Page) -> None:
    open_desk(page, captured())
    page.keyboard.press("r")
    page.keyboard.type("Only a slo")
    page.keyboard.press("Escape")
    write(page, "Closed on which")
    page.keyboard.press("n")
    in_hand(page, SAID[1])
    page.keyboard.press("p")
    note(page).fill("Closed on which days?")
    hand(page).get_by_role("button", name="Add a note").click()
    told(page, "Your note is added.")
    expect(note(page)).to_have_value("")
    expect(hand(page).get_by_label("Reason")).to_have_value("Only a slo")  # which was not sent
    hand(page).get_by_label("Reason").fill("")
    not_saved(page)
    asked = warnings(page)
    page.reload()
    expect(note(page)).to_have_value("")
    assert asked == []
    assert Annotation.objects.get().body == "Closed on which days?"


def test_with_a_decision_what_was_begun_of_another_is_forgotten_and_a_note_is_not(page: Page) -> None:
    open_desk(page, captured())
    keys = page.keyboard
    keys.press("r")
    keys.type("Only a slo")
    keys.press("Escape")
    keys.press("a")
    in_hand(page, SAID[1])
    not_saved(page)
    keys.press("u")
    in_hand(page, SAID[0])
    expect(hand(page).get_by_label("Reason")).to_have_value("")
    write(page, "Closed on which")
    keys.press("a")
    in_hand(page, SAID[1])
    not_saved(page, "quotation 1")
    keys.press("Shift+P")
    in_hand(page, SAID[0])
    expect(note(page)).to_have_value("Closed on which")


def test_what_was_typed_for_a_decision_that_somebody_else_took_can_be_read(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    page.keyboard.press("r")
    page.keyboard.type("Only a slogan.")
    accept(actor=factories.user("Checker", username="sam"), quotation=found(snapshot, SAID[0]))
    page.keyboard.press("Enter")
    refused(page, "The quotation is accepted already (by sam)")
    left = hand(page).locator(".left-over")
    expect(left).to_contain_text("Only a slogan.")
    not_saved(page, "quotation 1")
    left.get_by_role("button", name="Forget it").click()
    expect(left).to_have_count(0)
    expect(page.locator("#hand-title")).to_be_focused()
    not_saved(page)


def test_a_refused_form_is_there_again_as_it_was_refused(page: Page) -> None:
    open_desk(page, captured())
    page.keyboard.press("j")
    page.keyboard.type("nothing of the kind")
    page.keyboard.press("Enter")
    refused(page, "Nothing is known as “nothing of the kind”.")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    in_hand(page, SAID[1])
    page.keyboard.press("p")
    expect(hand(page).get_by_label("Claim")).to_have_value("nothing of the kind")


def test_one_key_does_not_accept_words_that_were_half_changed(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    hand(page).locator("summary", has_text="Accept as a new claim").click()
    words = hand(page).locator("[data-verb='accept'] [name='words']")
    words.fill("The north quay will be")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    in_hand(page, SAID[1])
    page.keyboard.press("p")
    in_hand(page, SAID[0])
    page.keyboard.press("a")
    refused(page, "You had begun to change this.")
    expect(words).to_be_focused()
    assert states(snapshot)[SAID[0]] == "suggested"
    words.fill("The north quay is closed on market days")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    told(page, "Accepted as the claim “The north quay is closed on market days”.")
    not_saved(page)


def test_who_had_to_log_in_again_finds_what_was_typed_and_nobody_else_does(
    page: Page, person: Callable[[str], User]
) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    checker, other = person("Checker"), person("Approver")
    write(page, "Closed on which")
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("a")
    refused(page, "Log in in this tab: it keeps what you wrote.")
    warnings(page)
    for who, body in ((other, ""), (checker, "Closed on which")):
        page.context.clear_cookies(name="sessionid")
        page.goto(f"/admin/claims/snapshot/{snapshot.pk}/desk/?q={found(snapshot, SAID[0]).pk}")
        page.get_by_label("Username").fill(who.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        in_hand(page, SAID[0])
        expect(note(page)).to_have_value(body)


def test_a_page_from_before_the_login_in_another_tab_says_what_to_do(
    browser: Browser, live_server: LiveServer, person: Callable[[str], User]
) -> None:
    """By itself, since the browser complains of what is refused."""
    checker, context = person("Checker"), browser.new_context(base_url=live_server.url)

    def log_in() -> Page:
        page = context.new_page()
        context.clear_cookies(name="sessionid")
        page.goto("/admin/")
        page.get_by_label("Username").fill(checker.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        return page

    page = log_in()
    open_desk(page, captured())
    log_in()
    page.keyboard.press("a")
    refused(page, "This was not done. The page is from before you logged in anew")


def test_a_form_of_the_text_is_there_again_with_the_place_of_its_words(page: Page) -> None:
    snapshot = captured("The sea was calm. The sea was calm. “We shall see,” Orla Venn said.")
    open_desk(page, snapshot)
    select(page, "sea was calm")
    page.keyboard.press("t")
    asked = warnings(page)
    page.reload()
    assert asked == []  # what was only selected is selected again
    select(page, "sea was calm")
    page.keyboard.press("t")
    page.keyboard.type("Twice?")
    page.reload()
    assert asked == ["beforeunload"]
    not_saved(page, "this text")
    form = page.locator("[data-verb='text-annotate']")
    expect(form.get_by_label("Note:", exact=True)).to_have_value("Twice?")
    form.get_by_role("button", name="Add a note").click()
    told(page, "Your note is added.")
    not_saved(page)
    written = Annotation.objects.get()
    assert (written.exact, written.start) == ("sea was calm", 4)


@pytest.mark.parametrize(
    "kept", ["{", "{}", "5", "[1]", '[["1 /note/", null]]', '[["999999 /note/", {"body": "Gone"}]]']
)
def test_what_the_browser_kept_and_nobody_can_read_does_no_harm(page: Page, kept: str) -> None:
    open_desk(page, captured())
    page.evaluate(
        "kept => sessionStorage.setItem('claims-desk-unsaved-' + document.getElementById('desk').dataset.kept, kept)",
        kept,
    )
    page.reload()
    not_saved(page)
    page.keyboard.press("n")
    in_hand(page, SAID[1])
