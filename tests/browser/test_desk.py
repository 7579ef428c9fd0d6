"""A text is reviewed on the desk: by keyboard alone, without a page load, and everything can be undone."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import APIResponse, Page, Route, expect

from claims.models import Claim, Quotation
from claims.operations.accept import accept
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.reading import SAID, captured, found, hand, in_hand, open_desk, refused, select, states, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(visit: Visit, person: Callable[[str], User]) -> Page:
    return visit(person("Checker"))


def loads(page: Page) -> list[str]:
    """The pages that are loaded from now on."""
    seen: list[str] = []
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    return seen


def test_ten_suggestions_by_keyboard_alone(page: Page) -> None:
    snapshot = captured()
    other = factories.claim("It is safe")
    speaker = factories.speaker("Ines Tide")
    open_desk(page, snapshot)
    page.evaluate("window.untouched = true")
    keys = page.keyboard
    in_hand(page, SAID[0])
    keys.press("a")
    told(page, f"Accepted as the claim “{SAID[0]}”.")
    in_hand(page, SAID[1])
    keys.press("r")
    keys.type("No statement of fact.")
    keys.press("Enter")
    in_hand(page, SAID[2])
    keys.press("j")
    keys.type(other.slug)
    keys.press("Enter")
    told(page, "Accepted as an appearance of “It is safe”.")
    in_hand(page, SAID[3])
    keys.press("s")
    keys.type("Ines Tide")
    keys.press("Enter")
    told(page, "The speaker is Ines Tide.")
    expect(hand(page)).to_contain_text("Ines Tide")
    keys.press("a")
    for words in SAID[4:10]:
        in_hand(page, words)
        keys.press("a")
    in_hand(page, SAID[10])
    keys.press("n")
    in_hand(page, SAID[11])
    keys.press("p")
    in_hand(page, SAID[10])
    keys.press("Shift+P")
    in_hand(page, SAID[9])
    expect(hand(page).locator(".chip").first).to_have_text("accepted")
    assert page.evaluate("window.untouched") is True
    decided = states(snapshot)
    assert [decided[words] for words in SAID] == ["accepted", "rejected", *["accepted"] * 8, *["suggested"] * 2]
    assert found(snapshot, SAID[1]).reason == "No statement of fact."
    assert found(snapshot, SAID[2]).claim == other
    assert found(snapshot, SAID[3]).claim.speaker == speaker  # type: ignore[union-attr]  # it was accepted


def test_what_was_done_is_undone(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    keys = page.keyboard
    keys.press("a")
    in_hand(page, SAID[1])
    keys.press("r")
    keys.press("Enter")
    in_hand(page, SAID[2])
    keys.press("u")
    told(page, "It waits again.")
    in_hand(page, SAID[1])
    keys.press("u")
    in_hand(page, SAID[0])
    expect(page.locator("#undo")).to_be_hidden()
    assert set(states(snapshot).values()) == {"suggested"}
    assert not Claim.objects.standing().exists()
    keys.press("u")
    refused(page, "There is nothing to undo.")
    keys.press("a")
    in_hand(page, SAID[1])
    assert Claim.objects.standing().count() == Claim.objects.count() == 1


def test_an_answer_from_before_a_decision_does_not_undo_it_on_the_page(page: Page) -> None:
    snapshot = captured()
    second = found(snapshot, SAID[1])
    late: list[tuple[Route, APIResponse]] = []
    open_desk(page, snapshot)
    page.wait_for_load_state("networkidle")  # the neighbours have been fetched ahead
    page.route(f"**/desk/{second.pk}/", lambda route: late.append((route, route.fetch())), times=1)
    page.keyboard.press("a")
    in_hand(page, SAID[1])  # at once, and asked for again behind it
    page.keyboard.press("a")
    in_hand(page, SAID[2])
    for route, answer in late:
        assert "suggested" in answer.text()
        with page.expect_response(f"**/desk/{second.pk}/"):
            route.fulfill(response=answer)
    assert len(late) == 1
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Shift+P")
    in_hand(page, SAID[1])
    expect(hand(page).locator(".chip").first).to_have_text("accepted")
    expect(page.locator(f"#q{second.pk}")).to_have_attribute("data-state", "accepted")


def test_joining_a_claim_offers_what_is_held(page: Page) -> None:
    claim = factories.claim("It is safe")
    snapshot = captured()
    open_desk(page, snapshot, SAID[0])
    page.keyboard.press("j")
    page.keyboard.type("is saf")
    field = hand(page).get_by_label("Claim")
    offered = page.locator(f"datalist#{field.get_attribute('list')} option")
    expect(offered.first).to_have_attribute("value", f"It is safe [{claim.slug}]")
    field.fill(offered.first.get_attribute("value") or "")
    page.keyboard.press("Enter")
    told(page, "Accepted as an appearance of “It is safe”.")
    page.keyboard.press("Shift+P")
    in_hand(page, SAID[0])
    page.keyboard.press("o")
    page.wait_for_url(f"**/admin/claims/claim/{claim.pk}/change/")


def test_somebody_else_was_quicker(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot, SAID[0])
    accept(actor=factories.user("Checker", username="sam"), quotation=found(snapshot, SAID[0]))
    page.keyboard.press("a")
    refused(page, "The quotation is accepted already (by sam)")
    in_hand(page, SAID[0])
    expect(hand(page).locator(".chip").first).to_have_text("accepted")
    expect(page.locator(f"#q{found(snapshot, SAID[0]).pk}")).to_have_attribute("data-state", "accepted")
    assert Claim.objects.count() == 1


def test_what_somebody_else_decided_since_is_not_undone(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot, SAID[0])
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    in_hand(page, SAID[1])
    accept(actor=factories.user("Checker", username="sam"), quotation=found(snapshot, SAID[0]))
    page.keyboard.press("u")
    refused(page, "Since then sam has changed this")
    expect(page.locator("#undo")).to_be_hidden()
    assert states(snapshot)[SAID[0]] == "accepted"


def test_a_form_that_is_refused_stays_with_what_was_typed(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot, SAID[0])
    page.keyboard.press("j")
    page.keyboard.type("nothing of the kind")
    page.keyboard.press("Enter")
    refused(page, "Nothing is known as “nothing of the kind”.")
    expect(hand(page).get_by_label("Claim")).to_have_value("nothing of the kind")
    expect(hand(page).get_by_label("Claim")).to_be_focused()


def test_focus_is_kept(page: Page) -> None:
    open_desk(page, captured())
    following = hand(page).get_by_role("link", name="next")
    following.focus()
    page.keyboard.press("Enter")
    in_hand(page, SAID[1])
    expect(page.locator("#hand-title")).to_be_focused()
    page.keyboard.press("r")
    expect(hand(page).get_by_label("Reason")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#hand-title")).to_be_focused()


def test_the_keys_are_listed_and_can_be_switched_off(page: Page) -> None:
    open_desk(page, captured())
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Single keys work").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    in_hand(page, SAID[0])
    page.keyboard.press("?")
    page.get_by_label("Single keys work").check()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    in_hand(page, SAID[1])


def test_a_key_counts_though_focus_has_not_left_the_list_of_keys_yet(page: Page) -> None:
    open_desk(page, captured())
    page.locator("#keys-on").dispatch_event("keydown", {"key": "?", "bubbles": True})
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_a_click_takes_what_is_marked_in_hand(page: Page) -> None:
    open_desk(page, captured())
    page.locator("#article mark", has_text=SAID[3]).click()
    in_hand(page, SAID[3])
    page.get_by_role("link", name="Quotation 6, direct, suggested").click()
    in_hand(page, SAID[5])


def test_a_reader_reads(visit: Visit, person: Callable[[str], User]) -> None:
    snapshot = captured()
    page = visit(person("Reader"))
    open_desk(page, snapshot)
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    select(page, "nobody asked")
    for key in "arsjqgte":
        page.evaluate("document.getElementById('refused').textContent = ''")
        page.keyboard.press(key)
        refused(page, "You may only read here.")
    expect(page.locator("#selection")).to_have_count(0)
    page.keyboard.press("n")
    in_hand(page, SAID[1])
    assert not Quotation.objects.exclude(state="suggested").exists()


def test_the_place_that_is_told_is_the_place_that_is_shown(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    page.wait_for_load_state("networkidle")  # the neighbour has been fetched ahead
    select(page, "every lamp")
    page.keyboard.press("q")
    page.keyboard.press("Enter")
    told(page, "of 13")
    page.locator("#article mark", has_text=SAID[11]).click()
    told(page, "Quotation 13 of 13")
    expect(page.locator("#hand-title")).to_contain_text("13 of 13")
