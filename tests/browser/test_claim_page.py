"""A claim judged by two people, two at once, and its pages for whoever has a narrow screen, dark mode or no mouse."""

import os
from collections.abc import Callable
from typing import Literal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect

from claims.models import Claim, Verification
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.link import link_claims
from claims.operations.verify import return_to_checker
from tests import factories
from tests.browser.axe import looked_over, violations
from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "We will not open a bridge that we would not cross ourselves"
STORY = (
    "The harbour bridge stays closed until June, after a storm took its eastern pier and both of the cranes with it."
)
PRINTED = [
    ("Harbour Gazette", "2024-05-03", f"“{WORDS},” said Mayor Ada Brook.", WORDS),
    ("Town Council", "2024-05", f"The mayor said: “{WORDS}.”", WORDS),
    ("Coast Courier", "2024-05-06", f"(Reuters) - {STORY} “{WORDS},” the mayor said.", WORDS),
    (
        "Inland Post",
        "2024-05-07",
        f"(Reuters) - {STORY} “We may not open a bridge … we would cross ourselves,” the mayor said.",
        "We may not open a bridge … we would cross ourselves",
    ),
]
Person = Callable[[str], User]


@pytest.fixture
def claim() -> Claim:
    """A claim that several papers printed, one of them in other words, with evidence and a contradiction."""
    made: Claim | None = None
    who = factories.user("Checker", "desk")
    for outlet, published, text, words in PRINTED:
        snapshot = factories.captured(
            text, actor=who, title=f"{outlet}: the bridge", outlet=outlet, published=published
        )
        quotation = factories.quotation(words, snapshot=snapshot, actor=who)
        made = accept(actor=who, quotation=quotation, claim=made)
    assert made is not None
    factories.evidence(made, actor=who)
    factories.judged(made, question="accuracy", slug="half-true", checker=who, approver=factories.user("Approver"))
    other = factories.claim("The bridge will open in May", actor=who)
    link_claims(actor=who, from_claim=other, to_claim=made, kind="contradicts")
    return made


def page_of(claim: Claim) -> str:
    return reverse("admin:claims_claim_change", args=[claim.pk])


def judging(claim: Claim) -> str:
    return reverse("admin:claims_claim_judge", args=[claim.pk, "attribution"])


def fill(page: Page, rationale: str, rating: str = "confirmed") -> None:
    """All that the form asks, without sending it."""
    for question in ("Was the original seen?", "Is the context fair?", "Is the translation checked?"):
        page.get_by_role("group", name=question).get_by_label("yes", exact=True).check()
    page.get_by_role("radio", name=rating).check()
    page.get_by_label("Rationale").fill(rationale)
    page.get_by_role("group", name="It rests on").get_by_role("checkbox").first.check()


def send(page: Page) -> None:
    page.get_by_role("button", name="Submit for approval").click()


def test_a_return_and_an_approval_by_two_people(visit: Visit, person: Person, claim: Claim) -> None:
    checker, approver = visit(person("Checker")), visit(person("Approver"))
    checker.goto(judging(claim))
    fill(checker, "The minutes say so.")
    send(checker)
    expect(checker.locator("#attribution")).to_contain_text("waits for approval")

    approver.goto(page_of(claim))
    pending = approver.locator("#attribution .pending")
    expect(pending).to_contain_text("Was the original seen? yes")
    pending.locator("summary", has_text="Return to its checker").click()
    pending.get_by_label("What is missing").fill("Hear the tape.")
    pending.get_by_role("button", name="Return to its checker").click()
    expect(approver.locator("#attribution")).to_contain_text("Hear the tape.")

    checker.goto(judging(claim))
    expect(checker.get_by_label("The newest judgement")).to_contain_text("Hear the tape.")
    expect(checker.get_by_label("Rationale")).to_have_value("The minutes say so.")
    fill(checker, "The minutes and the tape say so.")
    send(checker)

    approver.goto(page_of(claim))
    approver.locator("#attribution .pending").get_by_role("button", name="Approve").click()
    expect(approver.locator("#attribution .verdict")).to_contain_text("The minutes and the tape say so.")
    expect(approver.locator("#accuracy .verdict")).to_contain_text("half true")
    assert [v.stage for v in Verification.objects.filter(claim=claim, question="attribution").order_by("number")] == [
        "submitted",
        "returned",
        "submitted",
        "approved",
    ]


def test_two_judge_at_once_and_nothing_is_lost(visit: Visit, person: Person, claim: Claim) -> None:
    first, second = visit(person("Checker")), visit(person("Approver"))
    second.set_viewport_size({"width": 390, "height": 800})
    for page in (first, second):
        page.goto(judging(claim))
    fill(first, "The minutes say so.")
    fill(second, "A long afternoon with the tape.", "misquoted")
    send(first)
    send(second)
    expect(second.get_by_text("This was not submitted.")).to_be_in_viewport()
    expect(second.locator(".errorlist").first).to_contain_text("meanwhile checker submitted “confirmed”")
    expect(second.get_by_label("Rationale")).to_have_value("A long afternoon with the tape.")
    expect(second.get_by_role("radio", name="misquoted")).to_be_checked()
    assert Verification.objects.filter(question="attribution").count() == 1
    send(second)
    expect(second.locator("#attribution .pending")).to_contain_text("A long afternoon with the tape.")


def test_two_answer_at_once_and_one_is_told(visit: Visit, person: Person, claim: Claim) -> None:
    waiting = factories.judged(claim, checker=factories.user("Checker", "desk"))
    one, other = visit(person("Approver")), visit(person("Administrator"))
    for page in (one, other):
        page.goto(page_of(claim))
    one.locator("#attribution .pending").get_by_role("button", name="Approve").click()
    expect(one.locator("#attribution .verdict")).to_contain_text("approved by approver")
    pending = other.locator("#attribution .pending")
    pending.locator("summary", has_text="Return to its checker").click()
    pending.get_by_label("What is missing").fill("Which minutes?")
    pending.get_by_role("button", name="Return to its checker").click()
    expect(other.locator("#content")).to_contain_text("approver approved “confirmed” of desk")
    expect(other.get_by_label("What is missing")).to_have_value("Which minutes?")
    assert Verification.objects.filter(claim=claim, question="attribution").count() == waiting.number + 1


def test_evidence_is_found_and_added_without_losing_what_was_typed(visit: Visit, person: Person, claim: Claim) -> None:
    factories.captured("It rained. The quay cranes fell at night. Nobody came.", title="Log of the harbour master")
    page = visit(person("Checker"))
    page.goto(judging(claim))
    fill(page, "Half a thought")
    page.get_by_label("Find a captured text").fill("harbour cranes fell")
    page.keyboard.press("Enter")
    expect(page.get_by_text("0 found for")).to_be_visible()
    page.get_by_label("Find a captured text").fill("cranes fell")
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="The quay cranes fell at night.").check()
    page.get_by_role("radio", name="refutes").check()
    page.get_by_role("button", name="Add as evidence").click()
    rests = page.get_by_role("group", name="It rests on")
    expect(rests.get_by_role("checkbox", name="The quay cranes fell at night.")).to_be_checked()
    expect(page.get_by_role("status")).to_contain_text(
        "Added and ticked under 3: refutes The quay cranes fell at night."
    )
    expect(page.get_by_role("status")).to_be_in_viewport()
    expect(page.get_by_label("Rationale")).to_have_value("Half a thought")
    expect(page.get_by_role("radio", name="confirmed")).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_of_a_claim_keeps_people_out(
    width: int, scheme: Literal["light", "dark"], visit: Visit, person: Person, claim: Claim
) -> None:
    factories.judged(claim, checker=factories.user("Checker", "desk"))
    mine = visit(person("Approver"))
    side_by_side = reverse("admin:claims_claim_side_by_side", args=[claim.pk])
    for address in (page_of(claim), side_by_side, judging(claim)):
        mine.goto(address)
        page = looked_over(mine, width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for folded in page.locator("details > summary:visible").all():
            folded.click()
        assert violations(page) == [], address


def test_the_picture_needs_no_script_and_fits_the_screen(visit: Visit, person: Person, claim: Claim) -> None:
    page = visit(person("Reader"))
    page.goto(page_of(claim))
    for width, shown in ((1280, "wide"), (390, "narrow")):
        page.set_viewport_size({"width": width, "height": 900})
        picture = page.get_by_role("img", name="Where the claim appeared")
        expect(picture).to_have_count(1)
        expect(picture).to_have_class(f"picture {shown}")
        expect(picture.locator(".mark")).to_have_count(4)
        expect(picture.locator(".mark.raised")).to_have_count(1)
        expect(picture.locator(".tie")).to_have_count(1)
        expect(picture.locator(".span")).to_have_count(1)
        for label in picture.locator(".when").all():
            box = label.bounding_box()
            assert box is not None
            assert box["x"] >= 0


@pytest.mark.parametrize("width", [1280, 390])
def test_a_word_without_an_end_widens_no_page(width: int, visit: Visit, person: Person) -> None:
    endless, who = "w" * 600, factories.user("Checker", "desk")
    snapshot = factories.captured(f"“{endless},” Ada Brook said.", title=endless[:300], actor=who)
    quotation = factories.quotation(endless, snapshot=snapshot, actor=who)
    claim = accept(actor=who, quotation=quotation)
    factories.evidence(claim, actor=who)
    annotate(actor=who, target=claim, body=endless)
    waiting = factories.judged(claim, checker=who, rationale=endless)
    return_to_checker(actor=factories.user("Approver"), verification=waiting, remark=endless)
    page = visit(person("Checker"))
    page.set_viewport_size({"width": width, "height": 844})
    judge = reverse("admin:claims_claim_judge", args=[claim.pk, "attribution"])
    records = (claim, quotation, snapshot, snapshot.source)
    changes = [reverse(f"admin:claims_{one._meta.model_name}_change", args=[one.pk]) for one in records]
    for address in (*changes, judge, f"/admin/claims/snapshot/{snapshot.pk}/desk/"):
        page.goto(address)
        page.evaluate("for (const details of document.querySelectorAll('#content details')) details.open = true")
        if shots := os.environ.get("SHOTS"):
            page.screenshot(path=f"{shots}/{width}{address.replace('/', '_')}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_on_a_telephone_evidence_is_looked_for_before_the_step_that_ticks_it(
    visit: Visit, person: Person, claim: Claim
) -> None:
    page = visit(person("Checker"))
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(judging(claim))
    steps = ["1. What was looked at", "2. The rating: did they say it?", "Find evidence", "3. The evidence it rests on"]
    tops = [page.get_by_role("heading", name=step).bounding_box() for step in steps]
    assert [top["y"] for top in tops if top] == sorted(top["y"] for top in tops if top)
    assert len([top for top in tops if top]) == len(steps)


def test_words_with_quotation_marks_of_their_own_get_no_others(visit: Visit, person: Person) -> None:
    claim = factories.claim()
    snapshot = claim.quotations.get().snapshot
    start = snapshot.text.index("“It is safe")
    factories.evidence(claim, snapshot=snapshot, passage=(start, len(snapshot.text)))
    page = visit(person("Checker"))
    page.goto(judging(claim))
    words = page.locator(".pieces q", has_text="It is safe")
    assert words.evaluate("q => getComputedStyle(q).quotes") == "none"


def test_on_a_telephone_the_fields_of_a_claim_are_within_their_panel(
    visit: Visit, person: Person, claim: Claim
) -> None:
    page = visit(person("Checker"))
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(page_of(claim))
    page.get_by_text("Edit the claim's own fields").click()
    panel = page.locator("details.edit").bounding_box()
    assert panel is not None
    for field in page.locator("#claim_form :is(input, select, textarea):visible").all():
        box = field.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= panel["x"] + panel["width"], field.get_attribute("name")
