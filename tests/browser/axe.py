"""Axe, to look a page over for what keeps people out."""

from functools import cache
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page


@cache
def _axe() -> str:
    return next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()


def looked_over(page: Page, width: int, scheme: Literal["light", "dark"]) -> Page:
    """A second page of the same person, of a width and a colour scheme.

    Axe sets a style for itself: here the policy that would stop it, and be told as a fault of the page's, is not kept.
    """
    own, browser = page.context, page.context.browser
    assert browser is not None
    state, address = own.storage_state(), page.url
    other = browser.new_context(
        storage_state=state, bypass_csp=True, viewport={"width": width, "height": 900}, color_scheme=scheme
    ).new_page()
    other.goto(address)
    return other


def violations(page: Page) -> list[str]:
    """What axe finds on the page, each with the rule's name and the markup it is about."""
    page.evaluate(_axe())
    found = page.evaluate("axe.run()")["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]
