"""Articles for the desk, and what a person does there."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from claims.models import Quotation, Snapshot
from claims.operations.extract import extract
from tests import factories

SAID = [
    "the north quay will be closed on market days",
    "every lamp on the quay was paid for twice",
    "nobody asked the pilots about the new buoys",
    "the ferry will run on Sundays from April on",
    "two cranes have been standing idle since March",
    "the fish hall needs a roof before the winter",
    "the council has never seen these accounts",
    "the old light will not be taken down",
    "a second basin would cost less than the repairs",
    "we shall count the boats ourselves this year",
    "the tide tables were printed with an error",
    "no berth will be let without a survey",
]
ARTICLE = "A quarrel at the quay\n\n" + "\n\n".join(
    f"“{words},” {'pilot Ben Field' if number == 3 else 'harbour master Orla Venn'} said."
    for number, words in enumerate(SAID)
)


def captured(text: str = ARTICLE, **fields: Any) -> Snapshot:
    """A text with the engine's suggestions."""
    given = {"title": "A quarrel at the quay", "published": "2024-05-03", "outlet": "Harbour Gazette", **fields}
    snapshot = factories.captured(text, **given)
    extract(actor=factories.user(), snapshot=snapshot)
    return snapshot


def open_desk(page: Page, snapshot: Snapshot, words: str = "") -> None:
    """The desk, with the quotation of some words in hand."""
    asked = f"?q={found(snapshot, words).pk}" if words else ""
    page.goto(f"/admin/claims/snapshot/{snapshot.pk}/desk/{asked}")
    expect(page.get_by_role("button", name="Keys")).to_be_visible()  # the script has begun


def found(snapshot: Snapshot, words: str) -> Quotation:
    quotation = Quotation.objects.filter(snapshot=snapshot, segments__exact__contains=words).order_by("-pk").first()
    assert quotation is not None
    return quotation


def hand(page: Page) -> Locator:
    return page.locator("#hand")


def in_hand(page: Page, words: str) -> None:
    """That the suggestion with these words is the one in hand."""
    expect(hand(page).locator("blockquote.words")).to_have_text(words)


def told(page: Page, words: str) -> None:
    expect(page.locator("#told")).to_contain_text(words)


def refused(page: Page, words: str) -> None:
    expect(page.get_by_role("alert")).to_contain_text(words)


def select(page: Page, first: str, last: str = "") -> None:
    """Select from the first words to the end of the last, as a mouse would: by the text's own nodes."""
    page.evaluate(
        """([first, last]) => {
            const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
            const nodes = [];
            while (walker.nextNode()) nodes.push(walker.currentNode);
            const holding = (words) => nodes.find((node) => node.data.includes(words));
            const [from, to] = [holding(first), holding(last)];
            document.getSelection().setBaseAndExtent(
              from, from.data.indexOf(first), to, to.data.indexOf(last) + last.length);
        }""",
        [first, last or first],
    )


def states(snapshot: Snapshot) -> dict[str, str]:
    """The state of each quotation by its words."""
    return {quotation.words: quotation.state for quotation in Quotation.objects.filter(snapshot=snapshot)}
