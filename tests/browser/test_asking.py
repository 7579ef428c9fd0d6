"""Words that are traced and a draft that is checked, in a real browser."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_queues_and_search import violations
from tests.operations.test_trace import WORDS, article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DRAFT = f"“{WORDS.replace('will stay', 'may stay')},” Mayor Ada Quill said. “Nobody has seen a whale,” Cleo Frost said."


def ask(page: Page, link: str, label: str, words: str, button: str) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name=link).click()
    page.get_by_label(label).fill(words)
    page.get_by_role("button", name=button).click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_keeps_anybody_out_and_it_fits(
    scheme: Any, width: int, visit: Visit, person: Callable[[str], User]
) -> None:
    article("first", WORDS, outlet="Harbour Post")
    article("later", WORDS.replace("the basin", "our basin"), published="2024-04-01")
    page = visit(person("Reader"))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, "Trace words", "The words", WORDS.replace("harbour", "port"), "Trace")
    expect(page.get_by_role("heading", name="2 appearances")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ask(page, "Check a draft", "The draft", DRAFT, "Check")
    expect(page.get_by_role("heading", name="2 quotations")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_number_of_a_quotation_leads_to_what_is_held_of_it(visit: Visit, person: Callable[[str], User]) -> None:
    article("first", WORDS)
    page = visit(person("Reader"))
    ask(page, "Check a draft", "The draft", DRAFT, "Check")
    page.get_by_role("article", name="The draft").get_by_role("link", name="2").click()
    expect(page.locator("#found-2")).to_be_in_viewport()
    expect(page.locator("#found-2")).to_contain_text("not held")


def test_what_was_answered_is_not_there_again(visit: Visit, person: Callable[[str], User]) -> None:
    page = visit(person("Reader"))
    ask(page, "Trace words", "The words", WORDS, "Trace")
    expect(page.get_by_role("heading", name="Not held")).to_be_visible()
    page.goto("/admin/trace/")
    expect(page.get_by_label("The words")).to_have_value("")
    page.get_by_label("The words").fill("begun")
    page.goto("/admin/")
    page.goto("/admin/trace/")
    expect(page.get_by_label("The words")).to_have_value("begun")
