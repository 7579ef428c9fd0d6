"""Words of a script that runs from right to left, beside others, turn nothing around: each stands by itself."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim, ClaimLink, Evidence
from claims.operations.accept import accept
from claims.operations.evidence import add_evidence
from claims.operations.link import link_claims
from claims.operations.publish import publish
from claims.operations.verify import approve, submit
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db

WORDS = "الجسر آمن ولن يغلق قبل أيار"
TEXT = f"«{WORDS}» قالت رئيسة البلدية."
# What is no flow of words: the browser itself sets it by what it begins with, or it is drawn, or heard.
APART = {"title", "option", "textarea", "script", "style", "text", "desc", "h1", "h2"}
# Of Django's own: nothing follows the words there that could be turned around; the style sheet sets read-only fields.
APART_CLASSES = {"breadcrumbs", "readonly"}
VOID = {"meta", "link", "input", "br", "img", "hr", "use", "path"}


class TurnedAround(HTMLParser):
    """Collects the words from right to left that no element holds apart from what is beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            given = dict(attrs)
            holds = tag == "bdi" or tag in APART or bool(APART_CLASSES & set((given.get("class") or "").split()))
            self.open.append((tag, holds or (tag != "html" and "dir" in given)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any("؀" <= c <= "ۿ" for c in data) and not any(holds for _, holds in self.open):
            self.found.append(f"{self.open[-1][0]}: {' '.join(data.split())}")


def claim_in_two_papers() -> Claim:
    """A claim of which all that is named is Arabic, with all that a page can show of it."""
    checker, approver = factories.user(), factories.user("Approver")
    who = factories.speaker("ليلى حداد")
    made: list[Claim] = []
    for day, title in (("2024-05-03", "افتتاح الجسر"), ("2024-05-04", "عن الجسر")):
        held = factories.captured(TEXT, title=title, outlet=f"الميناء {day[-1]}", published=day, byline="سامي نصر")
        quoted = factories.quotation(
            WORDS,
            snapshot=held,
            speaker=who,
            cue="قالت",
            venue="المرفأ",
            addressee="الصحافة",
            date_text="أمس",
            hops=[{"who": "ليلى", "verb": "قالت", "to_whom": "الصحافة"}, {"who": "سامي", "verb": "نقل"}],
        )
        made.append(accept(actor=checker, quotation=quoted, claim=made[0] if made else None))
    claim = made[0]
    piece = add_evidence(
        actor=checker, claim=claim, question="attribution", stance="supports", snapshot=held, note="الصفحة الأولى"
    )
    sent = submit(
        actor=checker,
        claim=claim,
        question="attribution",
        rating=factories.rating(),
        rationale="It is in the minutes.",
        evidence=[piece],
    )
    approve(actor=approver, verification=sent)
    publish(actor=approver, claim=claim)
    other = factories.captured("«الجسر مغلق»", title="إغلاق الجسر")
    against = accept(actor=checker, quotation=factories.quotation("الجسر مغلق", snapshot=other, speaker=who))
    link_claims(actor=checker, from_claim=claim, to_claim=against, kind=ClaimLink.Kind.CONTRADICTS)
    return claim


def addresses(claim: Claim) -> list[str]:
    quoted = claim.quotations.first()
    assert quoted is not None
    verdict = claim.verifications.latest("pk")
    return [
        reverse("admin:claims_claim_change", args=[claim.pk]),
        reverse("admin:claims_claim_judge", args=[claim.pk, "accuracy"]),
        reverse("admin:claims_claim_judge", args=[claim.pk, "attribution"]) + "?find=x",
        reverse("admin:claims_claim_side_by_side", args=[claim.pk]),
        reverse("admin:claims_claim_history", args=[claim.pk]),
        reverse("admin:claims_quotation_change", args=[quoted.pk]),
        reverse("admin:claims_snapshot_change", args=[quoted.snapshot_id]),
        reverse("admin:claims_snapshot_desk", args=[quoted.snapshot_id]) + f"?q={quoted.pk}",
        reverse("admin:claims_source_change", args=[quoted.snapshot.source_id]),
        reverse("admin:claims_verification_change", args=[verdict.pk]),
        reverse("admin:claims_evidence_change", args=[Evidence.objects.latest("pk").pk]),
        reverse("claims:search") + "?q=الجسر",
        reverse("claims:queue", args=["contradicting"]),
        reverse("public:index"),
        reverse("public:claim", args=[claim.slug]),
    ]


def turned_around(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    parser = TurnedAround()
    parser.feed(answer.content.decode())
    return parser.found


def test_nothing_is_turned_around(desk: Desk) -> None:
    claim, client = claim_in_two_papers(), desk()
    assert {address: found for address in addresses(claim) if (found := turned_around(client, address))} == {}


def test_nothing_is_turned_around_beside_a_proposal(desk: Desk) -> None:
    claim = claim_in_two_papers()
    other = factories.captured(TEXT, title="الجسر مرة أخرى", published="2024-06-01")
    factories.quotation(WORDS, snapshot=other, speaker=factories.speaker("سعاد منصور"))
    proposals = [row for quoted in other.quotations.all() for row in quoted.appearances.all()]
    assert claim.pk
    for row in proposals:
        assert turned_around(desk(), reverse("admin:claims_appearance_change", args=[row.pk])) == []
    assert proposals


def test_the_number_of_a_capture_stands_beside_its_title(desk: Desk) -> None:
    held = factories.captured(TEXT, title="الجسر آمن")
    html = desk().get(reverse("admin:claims_snapshot_desk", args=[held.pk])).content.decode()
    assert "<bdi>الجسر آمن</bdi>, capture 1</a> › Desk" in html
