"""The forms of the desk: each calls one operation, for whoever may, and says why where it is refused."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import (
    Annotation,
    Appearance,
    Claim,
    ClaimLink,
    Evidence,
    Quotation,
    Regrouping,
    Snapshot,
    Source,
    Verification,
)
from claims.models.base import Record
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.link import link_claims
from claims.operations.record import create
from claims.operations.verify import approve, return_to_checker
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.forms import errors

pytestmark = pytest.mark.django_db


def do(client: Client, record: Record, verb: str, **data: Any) -> Any:
    return client.post(reverse(f"admin:claims_{record._meta.model_name}_verb", args=[record.pk, verb]), data)


def on_quotation() -> Quotation:
    return factories.quotation()


def on_claim() -> Claim:
    return factories.claim()


def on_evidence() -> Evidence:
    return factories.evidence(factories.claim())


def on_verification() -> Verification:
    return factories.judged(factories.claim(), checker=factories.user("Checker", "another"))


def on_note() -> Annotation:
    return annotate(actor=factories.user("Checker", "another"), target=factories.claim(), body="Look again.")


def on_snapshot() -> Snapshot:
    return factories.captured()


def on_proposal() -> Appearance:
    return factories.proposal()


def on_regrouping() -> Regrouping:
    return factories.regrouping()


def on_two_appearances() -> Claim:
    claim = factories.claim()
    accept(actor=factories.user(), quotation=factories.quotation(), claim=claim)
    return claim


def on_newer_snapshot() -> Snapshot:
    return factories.finding().snapshot


def on_source() -> Source:
    return factories.source(url="https://gazette.example/bridge")


def on_watched_source() -> Source:
    return factories.watched().source


CHECKING, APPROVING = {"Checker", "Approver", "Administrator"}, {"Approver", "Administrator"}
WHO_MAY = [
    (on_quotation, "accept", {"words": "It is safe"}, CHECKING),
    (on_quotation, "reject", {"reason": "not a statement"}, CHECKING),
    (on_quotation, "annotate", {"body": "Look.", "motivation": "commenting"}, CHECKING),
    (on_claim, "annotate", {"body": "Look.", "motivation": "questioning"}, CHECKING),
    (on_claim, "merge", {"into": "another-claim"}, CHECKING),
    (on_two_appearances, "split", {"quotations": "first"}, CHECKING),
    (on_regrouping, "undo", {}, CHECKING),
    (on_proposal, "confirm", {}, CHECKING),
    (on_proposal, "decline", {}, CHECKING),
    (on_evidence, "withdraw", {}, CHECKING),
    (on_note, "reply", {"body": "I did."}, CHECKING),
    (on_snapshot, "extract", {}, CHECKING),
    (on_snapshot, "quote", {"words": "It is safe", "kind": "direct"}, CHECKING),
    (on_snapshot, "annotate", {"body": "Odd.", "motivation": "commenting", "passage": "It is safe"}, CHECKING),
    (on_newer_snapshot, "reanchor", {}, CHECKING),
    (on_source, "watch", {"every_hours": "24"}, CHECKING),
    (on_watched_source, "unwatch", {}, CHECKING),
    (on_verification, "approve", {"remark": ""}, APPROVING),
    (on_verification, "return", {"remark": "Hear the tape."}, APPROVING),
]


@pytest.mark.parametrize("role", ["Reader", "Checker", "Approver", "Administrator"])
@pytest.mark.parametrize(("make", "verb", "data", "who"), WHO_MAY, ids=[f"{m.__name__}-{v}" for m, v, _, _ in WHO_MAY])
def test_who_may(make: Any, verb: str, data: dict[str, str], who: set[str], role: str, desk: Desk) -> None:
    record = make()
    if verb == "merge":
        create(actor=factories.user(), record=Claim(slug=data["into"], words="Another", no_speaker="unknown"))
    if verb == "split":
        data = {"quotations": str(Quotation.objects.filter(claim=record.pk).values_list("pk", flat=True)[0])}
    answer = do(desk(role), record, verb, **data)
    assert answer.status_code == (302 if role in who else 403)


@pytest.mark.parametrize(("make", "verb"), [(make, verb) for make, verb, _, _ in WHO_MAY])
def test_a_form_by_itself(make: Any, verb: str, desk: Desk) -> None:
    record = make()
    address = reverse(f"admin:claims_{record._meta.model_name}_verb", args=[record.pk, verb])
    assert desk("Approver").get(address).status_code == 200
    assert Client(enforce_csrf_checks=True).post(address).status_code in (302, 403)


def test_a_form_without_its_token_is_refused(desk: Desk) -> None:
    quotation, who = factories.quotation(), factories.user()
    desk(who=who)
    client = Client(enforce_csrf_checks=True)
    client.force_login(who)
    assert do(client, quotation, "reject").status_code == 403
    quotation.refresh_from_db()
    assert quotation.state == "suggested"


def test_accept_makes_a_claim(desk: Desk) -> None:
    quotation = factories.quotation()
    do(desk(), quotation, "accept", words="It is quite safe", topics="bridges, Public Works", no_speaker="unknown")
    claim = Claim.objects.get()
    assert (claim.words, claim.topics, claim.no_speaker) == ("It is quite safe", ["bridges", "public-works"], "unknown")


def test_join_finds_the_claim_by_its_words(desk: Desk) -> None:
    claim, quotation = factories.claim(), factories.quotation()
    do(desk(), quotation, "join", claim="is safe")
    quotation.refresh_from_db()
    assert quotation.claim == claim


def test_whoever_is_overtaken_is_told(desk: Desk) -> None:
    quotation, client = factories.quotation(), desk()
    do(client, quotation, "accept", words="It is safe")
    for verb in ("accept", "reject"):
        answer = do(client, quotation, verb, words="What I typed", reason="What I typed")
        assert "accepted already" in str(errors(answer)["__all__"])
        assert "What I typed" in answer.content.decode()
    assert Claim.objects.count() == 1


def test_what_no_longer_fits_is_not_offered(desk: Desk) -> None:
    quotation, client = factories.quotation(), desk()
    do(client, quotation, "reject")
    page = client.get(reverse("admin:claims_quotation_change", args=[quotation.pk])).content.decode()
    assert "/accept/do/" in page
    assert "/reject/do/" not in page


def test_resolve_makes_the_name_known(desk: Desk) -> None:
    quotation, ada = factories.quotation(), factories.speaker("Ada Brook")
    do(desk(), quotation, "resolve", speaker="ada brook")
    quotation.refresh_from_db()
    assert quotation.speaker == ada


def test_a_speaker_that_is_not_held_yet_can_be_added_from_there(desk: Desk) -> None:
    client, quotation = desk(), factories.quotation()
    address = reverse("admin:claims_speaker_add")
    for page in (
        reverse("admin:claims_quotation_change", args=[quotation.pk]),
        reverse("admin:claims_snapshot_desk", args=[quotation.snapshot_id]),
    ):
        assert (
            f'<a href="{address}" target="_blank" rel="noopener">added by hand</a>' in client.get(page).content.decode()
        )


@pytest.mark.parametrize(
    ("given", "passage"),
    [
        ({"words": "minutes say"}, (4, 15)),
        ({"start": "4", "end": "15"}, (4, 15)),
        ({}, (None, None)),
    ],
)
def test_evidence_by_words_by_offsets_and_of_the_whole(given: dict[str, str], passage: Any, desk: Desk) -> None:
    claim, text = factories.claim(), factories.captured("The minutes say so.")
    data = {"question": "accuracy", "stance": "refutes", "snapshot": str(text.pk), **given}
    assert do(desk(), claim, "evidence", **data).status_code == 302
    evidence = Evidence.objects.get()
    assert (evidence.start, evidence.end, evidence.stance, evidence.question) == (*passage, "refutes", "accuracy")


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({"words": "the tapes say"}, "words", "not in the text"),
        ({"words": "so"}, "words", "2 times"),
        ({"start": "4"}, "start", "two ends"),
        ({"start": "4", "end": "4000"}, "start", "not a passage"),
        ({"snapshot": "9999999"}, "snapshot", "Nothing is known"),
        ({"snapshot": "article"}, "snapshot", "Several fit"),
        ({"snapshot": ""}, "snapshot", "required"),
        ({"question": "taste"}, "question", "valid choice"),
    ],
)
def test_evidence_says_what_is_wrong(given: dict[str, str], field: str, says: str, desk: Desk) -> None:
    claim, text = factories.claim(), factories.captured("The minutes say so, and so on.")
    data = {"question": "accuracy", "stance": "refutes", "snapshot": str(text.pk), **given}
    answer = do(desk(), claim, "evidence", **data)
    assert answer.status_code == 200
    assert says in " ".join(errors(answer)[field])
    assert not Evidence.objects.exists()


def test_nobody_approves_their_own(desk: Desk) -> None:
    approver = factories.user("Approver")
    verification = factories.judged(factories.claim(), checker=approver)
    client = desk(who=approver)
    page = client.get(reverse("admin:claims_claim_change", args=[verification.claim_id])).content.decode()
    address = reverse("admin:claims_verification_verb", args=[verification.pk, "approve"])
    assert address not in page
    assert client.post(address, {"remark": ""}).status_code == 403
    assert Verification.objects.count() == 1


def test_an_answer_leads_to_what_waits_next(desk: Desk) -> None:
    sam, client = factories.user("Checker", "sam"), desk("Approver")
    first = factories.judged(factories.claim("The bridge will open in May"), checker=sam)
    hostile = accept(actor=sam, quotation=factories.quotation(), words="<b>& It is safe")
    one = factories.judged(hostile, checker=sam)
    other = factories.judged(one.claim, question="accuracy", checker=sam)
    said = []
    for verb, answered in (("approve", one), ("return", other), ("approve", first)):
        do(client, answered, verb, remark="Seen.")
        said += [str(message) for message in client.get(reverse("admin:index")).context["messages"]]
    change = reverse("admin:claims_claim_change", args=[one.claim_id])
    assert (
        f'is approved. Next: <a href="{change}#accuracy">accuracy of <bdi>“&lt;b&gt;&amp; It is safe”</bdi></a>'
        in said[0]
    )
    assert said[1].endswith("attribution of <bdi>“The bridge will open in May”</bdi></a>")
    assert said[2] == "“confirmed” on attribution is approved."


def test_a_judgement_that_was_overtaken_is_not_approved(desk: Desk) -> None:
    claim = factories.claim()
    first = factories.judged(claim)
    factories.judged(claim)
    answer = do(desk("Approver"), first, "approve", remark="")
    assert "newer judgement" in " ".join(errors(answer)["__all__"])


def submitted(answer: str) -> Verification:
    """A judgement, and what became of it."""
    judged = factories.judged(factories.claim())
    robin = factories.user("Approver", "robin")
    if answer == "approved since":
        approve(actor=robin, verification=judged)
    elif answer == "returned since":
        return_to_checker(actor=robin, verification=judged, remark="Which minutes?")
    elif answer == "judged anew since":
        factories.judged(judged.claim, checker=robin)
    return judged


@pytest.mark.parametrize("became", ["waits for approval", "approved since", "returned since", "judged anew since"])
def test_only_a_judgement_that_waits_is_offered_for_approval(became: str, desk: Desk) -> None:
    judged, client, waits = submitted(became), desk("Approver"), became == "waits for approval"
    answers = [reverse("admin:claims_verification_verb", args=[judged.pk, verb]) for verb in ("approve", "return")]
    rows = client.get(reverse("admin:claims_verification_changelist"), {"stage": "submitted"}).content.decode()
    [row] = [row for row in rows.split("<tr>") if reverse("admin:claims_verification_change", args=[judged.pk]) in row]
    own = client.get(reverse("admin:claims_verification_change", args=[judged.pk])).content.decode()
    claims = client.get(reverse("admin:claims_claim_change", args=[judged.claim_id])).content.decode()
    assert ("Approve or return" in row) == waits
    for page in (own, claims):
        assert [address in page for address in answers] == [waits, waits]
    for page in (row, own, claims):
        assert f">{became}</span>" in page


def test_link_to_another_claim(desk: Desk) -> None:
    one, other = factories.claim(), factories.claim("The bridge will open in May")
    data = {"kind": "contradicts", "to_claim": other.slug, "note": ""}
    assert do(desk(), one, "link", **data).status_code == 302
    assert ClaimLink.objects.get().to_claim == other
    assert "linked" in " ".join(errors(do(desk(), one, "link", **data))["__all__"])
    back = do(desk(), other, "link", **{**data, "to_claim": one.slug})
    assert errors(back)["__all__"] == ["These two claims already contradict each other."]


def test_take_back_a_link(desk: Desk) -> None:
    one, other = factories.claim(), factories.claim("The bridge will open in May")
    link = link_claims(actor=factories.user(), from_claim=one, to_claim=other, kind="contradicts")
    elsewhere = factories.claim()
    assert "link" in errors(do(desk(), elsewhere, "unlink", link=link.pk))
    assert do(desk(), other, "unlink", link=link.pk).status_code == 302
    assert not ClaimLink.objects.exists()


@pytest.mark.parametrize(("wanted", "goes"), [("/admin/", "/admin/"), ("https://elsewhere.example/", "")])
def test_next_stays_on_this_site(wanted: str, goes: str, desk: Desk) -> None:
    claim = factories.claim()
    answer = do(desk(), claim, "annotate", body="Look.", motivation="commenting", next=wanted)
    assert answer.headers["Location"] == (goes or reverse("admin:claims_claim_change", args=[claim.pk]))
