"""Where a claim appeared, what is proposed, and claims merged and split, as the desk sees them."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Quotation, Regrouping
from claims.models.base import Record
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.confirm import confirm_appearance
from claims.operations.merge import merge_claims
from claims.operations.quote import quote
from claims.operations.reopen import reopen
from tests import factories
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db

WORDS = "the eastern basin will be dredged before the winter storms arrive from Marchland"
ALTERED = "the eastern basin will not be dredged before the storms arrive from Marchland"


def said(words: str = WORDS, **fields: Any) -> Quotation:
    snapshot = factories.captured(f"“{words},” Orla Venn said.", **fields)
    return quote(actor=factories.user(), snapshot=snapshot, passages=[(1, 1 + len(words))], kind="direct")


def claim_of_three() -> Claim:
    """A claim in three papers, of which one altered it; another text with it waits for review."""
    claim = accept(actor=factories.user(), quotation=said(outlet="The Gazette", published="2021-03-01"))
    for words, outlet, day in ((ALTERED, "The Post", "2021-03-05"), (WORDS, "The Echo", "2021-03-03")):
        accept(actor=factories.user(), quotation=said(words, outlet=outlet, published=day), claim=claim)
    said(outlet="The Courier", published="2021-03-09")
    return claim


def page(client: Client, record: Record) -> str:
    address = reverse(f"admin:claims_{record._meta.model_name}_change", args=[record.pk])
    return client.get(address).content.decode()


def do(client: Client, record: Record, verb: str, **data: Any) -> Any:
    return client.post(reverse(f"admin:claims_{record._meta.model_name}_verb", args=[record.pk, verb]), data)


def rows_of(html: str) -> list[str]:
    table = html.split('<table class="timeline">')[1].split("</table>")[0]
    return re.findall(r"<tr class=.*?</tr>", table, re.DOTALL)


def test_a_claims_page_shows_where_it_appeared_oldest_first(desk: Desk) -> None:
    html = page(desk(), claim_of_three())
    rows = rows_of(html)
    assert [re.findall("The (Gazette|Echo|Post|Courier)", row)[0] for row in rows] == [
        "Gazette",
        "Echo",
        "Post",
        "Courier",
    ]
    assert [("earliest known" in row, "may change the meaning" in row, "not reviewed yet" in row) for row in rows] == [
        (True, False, False),
        (False, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert '<ins class="raised"><span class="visually-hidden">[put in: </span>not' in rows[2]
    assert '<del class="plain"><span class="visually-hidden">[left out: </span>winter' in rows[2]
    said_above = " ".join(re.sub("<[^>]+>", "", html.split('id="timeline"')[1].split("<table")[0]).split())
    assert "4 appearances, 1 of them not reviewed yet · 4 independent origins" in said_above
    assert "earliest known: The Gazette, 2021-03-01" in said_above


def test_an_undecided_earliest_is_told_as_such(desk: Desk) -> None:
    claim = accept(actor=factories.user(), quotation=said(outlet="The Gazette", published="2021-03"))
    accept(actor=factories.user(), quotation=said(outlet="The Post", published="2021-03-05"), claim=claim)
    html = page(desk(), claim)
    assert "undecided between 2" in html
    table = html.split('id="timeline"')[1].split("<table")[1]
    assert table.count("may be the earliest") == 2


def test_a_claim_that_appeared_nowhere_says_so(desk: Desk) -> None:
    made = factories.regrouping()
    html = page(desk(), made.from_claim)
    assert html.count("No captured text has this claim any more.") == 2
    assert "this claim yet" not in html
    assert "Merged: its quotations are now appearances of" in html
    assert "/merge/do/" not in html


def test_a_merged_claim_is_not_offered_to_be_judged(desk: Desk) -> None:
    claim, client = factories.regrouping().from_claim, desk()
    judge = reverse("admin:claims_claim_judge", args=[claim.pk, "accuracy"])
    assert judge not in page(client, claim)
    answer = client.get(judge, follow=True)
    assert "“It is safe”: work with that one" in answer.content.decode()
    kept = client.post(judge, {"step": "find", "expected": 0, "rationale": "Half an hour of typing"})
    assert "Half an hour of typing" in kept.content.decode()


def taken_back() -> Claim:
    quotation = factories.quotation()
    claim = accept(actor=factories.user(), quotation=quotation)
    reopen(actor=factories.user(), quotation=quotation)
    return claim


def merged() -> Claim:
    """With a judgement and a note on it, and one on the judgement."""
    judged = factories.judged(factories.claim(), approver=factories.user("Approver"))
    for target in (judged.claim, judged):
        annotate(actor=factories.user(), target=target, body="Look.")
    merge_claims(actor=factories.user(), claim=judged.claim, into=factories.claim())
    return Claim.objects.get(pk=judged.claim_id)


@pytest.mark.parametrize(("made", "says"), [(merged, "work with that one"), (taken_back, "was taken back")])
def test_a_claim_that_is_not_worked_with_any_more_is_only_read(made: Any, says: str, desk: Desk) -> None:
    claim, client = made(), desk("Approver")
    html = page(client, claim)
    assert set(re.findall(r"/([\w-]+)/do/", html)) <= {"undo", "take-back"}
    assert "/judge/" not in html
    assert ('name="venue"' in html, "Edit the claim&#x27;s own fields" in html) == (False, False)
    sent: dict[str, dict[str, Any]] = {
        "evidence": {"question": "accuracy", "stance": "context", "snapshot": factories.captured().pk},
        "link": {"kind": "repeats", "to_claim": factories.claim().slug},
        "annotate": {"body": "Look.", "motivation": "commenting"},
    }
    for verb, data in sent.items():  # from a page that was opened before
        assert says in do(client, claim, verb, **data).content.decode()


def test_what_is_typed_into_a_claim_that_is_merged_meanwhile_is_kept(desk: Desk) -> None:
    claim, client = factories.claim(), desk()
    address = reverse("admin:claims_claim_change", args=[claim.pk])
    fields = client.get(address).context["adminform"].form.initial
    merge_claims(actor=factories.user(), claim=claim, into=factories.claim())
    sent = {name: value for name, value in fields.items() if value not in (None, [])}
    sent |= {"venue": "the old customs house", "expected": ""}
    html = client.post(address, sent).content.decode()
    assert "work with that one" in html
    assert "the old customs house" in html
    claim.refresh_from_db()
    assert claim.venue == ""


def test_merged_claims_are_not_in_the_list_nor_offered(desk: Desk) -> None:
    made, client = factories.regrouping(), desk()
    listed = reverse("admin:claims_claim_changelist")
    for query, expected in (("", [made.to_claim]), ("?merged=yes", [made.from_claim]), ("?merged=all", None)):
        found = list(client.get(listed + query).context["cl"].queryset)
        assert found == expected if expected else len(found) == 2
    offered = client.get(reverse("admin:claims_claim_lookup"), {"q": "safe"}).json()["offered"]
    assert offered == [f"{made.to_claim} [{made.to_claim.slug}]"]


def test_merge_split_and_undo(desk: Desk) -> None:
    claim, other, client = claim_of_three(), factories.claim(), desk()
    do(client, other, "merge", into=claim.slug, note="The same speech.")
    merged = Regrouping.objects.get()
    assert (merged.to_claim, merged.note) == (claim, "The same speech.")
    first = claim.quotations.order_by("pk").first()
    assert first is not None
    do(client, claim, "split", quotations=[first.pk], words="Dredged", note="Another speech.")
    split = Regrouping.objects.get(kind="split")
    assert (split.to_claim.words, list(split.to_claim.quotations.all())) == ("Dredged", [first])
    html = page(client, claim)
    assert "The same speech." in html
    assert "was split off from" in html
    for made in (split, merged):
        assert do(client, made, "undo").status_code == 302
    assert (claim.quotations.count(), other.quotations.count()) == (3, 1)
    assert "undone by checker" in page(client, claim)


@pytest.mark.parametrize(
    ("verb", "data", "field", "says"),
    [
        ("merge", {"into": "the-bridge-will-open-in-may"}, "__all__", "waits for approval"),
        ("merge", {"into": "it-is-safe"}, "into", "not merged into itself"),
        ("split", {}, "quotations", "required"),
    ],
)
def test_what_is_refused_stands_at_its_field(
    verb: str, data: dict[str, str], field: str, says: str, desk: Desk
) -> None:
    claim = factories.claim()
    accept(actor=factories.user(), quotation=factories.quotation(), claim=claim)
    factories.judged(factories.claim("The bridge will open in May"))
    answer = do(desk(), claim, verb, **data)
    assert says in " ".join(answer.context["form"].errors[field])


def test_the_list_opens_with_what_is_proposed(desk: Desk) -> None:
    row, client = factories.proposal(), desk()
    address = reverse("admin:claims_appearance_changelist")
    assert list(client.get(address).context["cl"].queryset) == [row]
    do(client, row, "decline")
    assert not client.get(address).context["cl"].queryset.exists()
    assert list(client.get(f"{address}?standing=declined").context["cl"].queryset) == [row]


@pytest.mark.parametrize(("score", "shown"), [(1.0, "over 99%"), (0.996, "over 99%"), (0.99, "99%"), (0.5, "50%")])
def test_no_proposal_is_certain(score: float, shown: str, desk: Desk) -> None:
    row, client = factories.proposal(), desk()
    type(row).objects.filter(pk=row.pk).update(score=score)
    assert f"<span>{shown} likely by the words alone</span>" in page(client, row)
    queue = client.get(reverse("claims:queue", args=["proposed"])).content.decode()
    assert f"{shown} likely by its words" in queue


def test_a_proposal_shows_both_and_why(desk: Desk) -> None:
    row, client = factories.proposal(), desk()
    html = page(client, row)
    assert row.reason
    assert row.reason in html
    assert html.count(row.quotation.words) >= 2
    assert "/confirm/do/" in html
    assert "/decline/do/" in html
    assert "not by" in html
    answer = client.post(reverse("admin:claims_appearance_verb", args=[row.pk, "confirm"]), follow=True)
    assert "still waits to be accepted" in answer.content.decode()
    assert "/confirm/do/" not in page(client, row)
    assert "joined already" in str(do(client, row, "confirm").context["form"].errors)


@pytest.mark.parametrize(
    ("first", "second", "stands"), [("confirm", "decline", "joined"), ("decline", "confirm", "declined")]
)
def test_a_stale_page_does_not_overwrite_a_decision(first: str, second: str, stands: str, desk: Desk) -> None:
    row, slower = factories.proposal(), desk()
    assert '<input type="hidden" name="expected" value="proposed"' in page(slower, row)
    assert do(desk(who=factories.user(username="robin")), row, first, expected="proposed").status_code == 302
    answer = do(slower, row, second, expected="proposed")
    assert f"meanwhile it is {stands} by robin" in str(answer.context["form"].errors)
    row.refresh_from_db()
    assert row.standing == stands
    assert do(slower, row, second, expected=stands).status_code == 302


def test_the_claim_of_the_utterance_is_filled_in_where_there_is_one(desk: Desk) -> None:
    row, client = factories.proposal(), desk()
    claim = row.beside.claim
    assert claim is not None
    assert f'value="{claim} [{claim.slug}]"' not in page(client, row.quotation)
    confirm_appearance(actor=factories.user(), appearance=row)
    html = page(client, row.quotation)
    assert f'value="{claim} [{claim.slug}]"' in html
    assert "Filled in, since the quotation is joined as one utterance" in html


def test_the_claim_of_another_part_of_a_longer_text_is_not_filled_in(desk: Desk) -> None:
    parts = ("the ferry will not sail before the first of May", "nobody has been asked to pay for the new quay so far")
    one, both, other = said(parts[0]), said(". ".join(parts)), said(parts[1])
    claim = accept(actor=factories.user(), quotation=one)
    shown = [f'value="{claim} [{claim.slug}]"' in page(desk(), quotation) for quotation in (both, other)]
    assert shown == [True, False]


def test_a_merged_claim_is_filled_in_as_the_one_that_stays(desk: Desk) -> None:
    row, into = factories.proposal(), factories.claim()
    confirm_appearance(actor=factories.user(), appearance=row)
    assert row.beside.claim is not None
    merge_claims(actor=factories.user(), claim=row.beside.claim, into=into)
    assert f'value="{into} [{into.slug}]"' in page(desk(), row.quotation)
