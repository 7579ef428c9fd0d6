"""The pages of plain records: a long name, and a telephone."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page

from tests import factories
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Person = Callable[[str], User]


@pytest.mark.parametrize("width", [1280, 800, 360])
def test_a_long_title_and_the_link_to_its_history_are_side_by_side(width: int, visit: Visit, person: Person) -> None:
    source = factories.source(title="A very long title of a report of many words " * 6)
    page: Page = visit(person("Checker"))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/admin/claims/source/{source.pk}/change/")
    link = page.locator(".historylink").bounding_box()
    words = page.locator("#content > h2").evaluate(
        """title => { const range = document.createRange(); range.selectNodeContents(title);
           return [...range.getClientRects()].map(({ right, top, bottom }) => ({ right, top, bottom })) }"""
    )
    assert link is not None
    beside = [line for line in words if line["bottom"] > link["y"] and line["top"] < link["y"] + link["height"]]
    assert all(line["right"] <= link["x"] for line in beside)
