"""What a person decided of a text is undone with one key, though the page was left and opened again since."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from claims.models import Claim
from claims.operations.accept import accept
from claims.operations.reopen import reopen
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.reading import SAID, captured, found, in_hand, open_desk, refused, select, states, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(visit: Visit, person: Callable[[str], User]) -> Page:
    return visit(person("Checker"))


def again(page: Page) -> None:
    """Leave the desk, and open it again."""
    address = page.url
    page.goto("/admin/")
    page.goto(address)
    expect(page.get_by_role("button", name="Keys")).to_be_visible()


def test_decisions_are_undone_after_the_page_was_left(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    keys = page.keyboard
    keys.press("a")
    in_hand(page, SAID[1])
    keys.press("r")
    keys.type("Only a slogan.")
    keys.press("Enter")
    in_hand(page, SAID[2])
    again(page)
    in_hand(page, SAID[2])
    expect(page.get_by_role("button", name="Undo: rejected “every lamp on the quay was pa…” u")).to_be_visible()
    keys.press("u")
    told(page, "No longer rejected. It waits again.")
    in_hand(page, SAID[1])
    keys.press("a")  # what is done now is undone first
    in_hand(page, SAID[2])
    keys.press("u")
    told(page, "No longer accepted. It waits again.")
    in_hand(page, SAID[1])
    page.get_by_role("button", name="Undo: accepted “the north quay").click()
    in_hand(page, SAID[0])
    assert set(states(snapshot).values()) == {"suggested"}
    assert not Claim.objects.standing().exists()
    expect(page.locator("#undo")).to_be_hidden()
    again(page)
    keys.press("u")
    refused(page, "There is nothing to undo.")


def test_what_somebody_else_decided_since_is_not_undone(page: Page) -> None:
    snapshot, sam = captured(), factories.user("Checker", username="sam")
    open_desk(page, snapshot)
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    in_hand(page, SAID[1])
    again(page)
    accept(actor=sam, quotation=found(snapshot, SAID[0]))
    page.keyboard.press("u")
    refused(page, "Since then sam has changed this")
    expect(page.locator("#undo")).to_be_hidden()
    again(page)
    expect(page.locator("#undo")).to_be_hidden()
    page.keyboard.press("u")
    refused(page, "There is nothing to undo.")
    assert states(snapshot)[SAID[0]] == "accepted"


def test_what_was_undone_elsewhere_is_not_undone_twice(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    page.keyboard.press("a")
    in_hand(page, SAID[1])
    again(page)
    reopen(actor=factories.user(), quotation=found(snapshot, SAID[0]))
    accept(actor=factories.user(), quotation=found(snapshot, SAID[0]))
    page.keyboard.press("u")
    refused(page, "Since then checker has changed this: the quotation is accepted now.")
    assert states(snapshot)[SAID[0]] == "accepted"


def test_a_claim_in_use_keeps_its_quotation_and_the_one_before_is_undone(page: Page) -> None:
    snapshot = captured()
    open_desk(page, snapshot)
    for words in SAID[1:3]:
        page.keyboard.press("a")
        in_hand(page, words)
    again(page)
    claim = found(snapshot, SAID[1]).claim
    assert claim is not None
    factories.evidence(claim)
    page.keyboard.press("u")
    refused(page, "The claim that was made of it is in use: it has evidence.")
    page.keyboard.press("u")
    told(page, "No longer accepted. It waits again.")
    in_hand(page, SAID[0])
    assert [states(snapshot)[words] for words in SAID[:2]] == ["suggested", "accepted"]


def test_a_passage_that_was_added_is_taken_back(page: Page) -> None:
    snapshot = captured("“We have counted the boats,” Orla Venn said, “and we shall count them again in May.”")
    first, *_ = states(snapshot)
    held = factories.quotation("counted the boats", snapshot=snapshot)
    open_desk(page, snapshot, "counted the boats")
    select(page, "Orla Venn")
    page.keyboard.press("g")
    told(page, "The passage is added.")
    again(page)
    page.get_by_role("button", name="Undo: passage added to “counted the boats” u").click()
    told(page, "The passage is taken back.")
    in_hand(page, "counted the boats")
    expected = {first: "suggested", held.words: "suggested", "counted the boats … Orla Venn": "rejected"}
    assert states(snapshot) == expected
    again(page)
    expect(page.locator("#undo")).to_be_hidden()  # what an undo has rejected is not brought back by the next


def test_what_an_undo_has_rejected_is_not_brought_back(page: Page) -> None:
    open_desk(page, captured())
    select(page, "Orla Venn")
    page.keyboard.press("q")
    page.keyboard.press("Enter")
    told(page, "The quotation is marked.")
    page.keyboard.press("u")
    told(page, "Rejected.")
    again(page)
    expect(page.locator("#undo")).to_be_hidden()
