"""Words of the article are selected, with the mouse or a caret, and something is made of them."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from claims.models import Annotation, Evidence, Quotation
from claims.operations.accept import accept
from tests import factories
from tests.browser.conftest import Visit
from tests.browser.reading import captured, found, hand, open_desk, refused, select, states, told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    "🚤 News of the quay\n\n"
    "🚤🚤 “We have counted the boats,” harbour master Orla Venn said, “and we shall count them again 🚤 in May.”\n\n"
    "She went home. Nobody followed."
)


@pytest.fixture
def page(visit: Visit, person: Callable[[str], User]) -> Page:
    return visit(person("Checker"))


def one(snapshot_text: str = TEXT) -> Quotation:
    """A suggestion in a text with characters outside the Basic Multilingual Plane before and within it."""
    snapshot = factories.captured(snapshot_text, title="News of the quay")
    return factories.quotation("We have counted the boats", snapshot=snapshot)


def test_a_quotation_across_an_existing_mark(page: Page) -> None:
    held = one()
    open_desk(page, held.snapshot)
    select(page, "counted the boats", "harbour master")
    expect(page.get_by_role("toolbar", name="With the selected words")).to_contain_text("counted the boats,” harbour")
    page.keyboard.press("q")
    page.get_by_label("Kind:", exact=True).select_option("mixed")
    page.keyboard.press("Enter")
    told(page, "The quotation is marked.")
    made = found(held.snapshot, "counted the boats,” harbour master")
    assert (made.words, made.kind) == ("counted the boats,” harbour master", "mixed")
    expect(hand(page).locator("blockquote").first).to_have_text("counted the boats,” harbour master")
    both = page.locator(f"#article mark[data-q~='{made.pk}'][data-q~='{held.pk}']")
    expect(both).to_have_text("counted the boats")
    page.keyboard.press("u")
    told(page, "Rejected.")
    assert states(held.snapshot)[made.words] == "rejected"


def test_a_split_quotation(page: Page) -> None:
    held = one()
    open_desk(page, held.snapshot)
    select(page, "and we shall", "again 🚤 in May")
    page.keyboard.press("g")
    told(page, "The passage is added.")
    words = "We have counted the boats … and we shall count them again 🚤 in May"
    expect(hand(page).locator("blockquote").first).to_have_text(words)
    assert states(held.snapshot) == {words: "suggested", held.words: "rejected"}
    page.keyboard.press("u")
    told(page, "The passage is taken back.")
    assert states(held.snapshot) == {words: "rejected", held.words: "suggested"}


def test_a_caret_selects_without_a_mouse(page: Page) -> None:
    held = one()
    open_desk(page, held.snapshot)
    keys = page.keyboard
    keys.press("c")
    told(page, "The caret is in the text")
    for _ in range(7):
        keys.press("Shift+ArrowRight")
    keys.type("xyz")  # nothing can be written there
    expect(page.locator("#selected-words")).to_have_text("“We have”")
    keys.press("q")
    expect(page.get_by_label("Kind:", exact=True)).to_be_focused()
    keys.press("Enter")
    told(page, "The quotation is marked.")
    assert "We have" in states(held.snapshot)
    expect(page.locator("#article")).not_to_contain_text("xyz")


def test_a_note_on_a_passage_and_back(page: Page) -> None:
    held = one()
    open_desk(page, held.snapshot)
    select(page, "She went home")
    page.keyboard.press("t")
    page.keyboard.type("Who saw her?")
    page.locator("#from-text").get_by_role("button", name="Add a note").click()
    told(page, "Your note is added.")
    note = Annotation.objects.get()
    assert (note.exact, note.body, note.snapshot) == ("She went home", "Who saw her?", held.snapshot)
    page.keyboard.press("u")
    told(page, "Your note is taken back.")
    assert not Annotation.objects.exists()


def test_a_form_that_was_refused_once_is_empty_after_it_was_done(page: Page) -> None:
    held = one()
    open_desk(page, held.snapshot)
    page.keyboard.press("n")
    form = page.locator("[data-verb='text-annotate']")
    form.locator("summary").click()
    words, body = form.get_by_label("On these words"), form.get_by_label("Note:", exact=True)
    send = form.get_by_role("button", name="Add a note")
    for _ in range(2):
        words.fill("These words are not there")
        body.fill("Who saw her?")
        send.click()
        expect(form.locator(".errorlist").first).to_be_visible()
        expect(words).to_have_value("These words are not there")
        words.fill("She went home")
        send.click()
        told(page, "Your note is added.")
        expect(page.locator("#hand-title")).to_be_focused()
        form.locator("summary").click()
        expect(body).to_have_value("")
        expect(words).to_have_value("")
        expect(form.locator(".errorlist")).to_have_count(0)
    assert [note.exact for note in Annotation.objects.all()] == ["She went home"] * 2


def test_evidence_for_the_claim_in_hand(page: Page) -> None:
    held = one()
    open_desk(page, held.snapshot)
    select(page, "Nobody followed")
    page.keyboard.press("e")
    refused(page, "accept the quotation first")
    claim = accept(actor=factories.user(), quotation=held)
    open_desk(page, held.snapshot)
    select(page, "Nobody followed")
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    told(page, "Evidence on attribution is added.")
    piece = Evidence.objects.get()
    assert (piece.claim, piece.exact, piece.snapshot) == (claim, "Nobody followed", held.snapshot)
    expect(hand(page)).to_contain_text("Nobody followed")
    page.keyboard.press("u")
    told(page, "The evidence is withdrawn.")
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("words", [("🚤 News", ""), ("Nobody", ""), ("in May", "She went"), ("🚤🚤", "boats")])
def test_what_is_selected_is_found_in_the_text(words: tuple[str, str], page: Page) -> None:
    held = one()
    open_desk(page, held.snapshot)
    select(page, *words)
    page.keyboard.press("q")
    page.keyboard.press("Enter")
    told(page, "The quotation is marked.")
    made = Quotation.objects.exclude(pk=held.pk).get()
    last = words[1] or words[0]
    assert made.words == TEXT[TEXT.index(words[0]) : TEXT.index(last) + len(last)]


def test_nothing_is_selected(page: Page) -> None:
    open_desk(page, captured())
    page.keyboard.press("q")
    refused(page, "Select some words of the text first.")
