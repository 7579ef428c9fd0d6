"""What people put in by hand: quotations, notes, evidence, links."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Annotation, Evidence, Quotation
from claims.models.history import history
from claims.operations.acting import Conflict
from claims.operations.annotate import annotate, take_note_back
from claims.operations.evidence import add_evidence, withdraw_evidence
from claims.operations.extract import extract
from claims.operations.link import link_claims
from claims.operations.quote import quote
from tests import factories

pytestmark = pytest.mark.django_db

ASTRAL = "🚤🚤 “Bööt,” said Ada Brook, “is 🚤 safe.”"


def test_a_split_quotation_counts_code_points() -> None:
    snapshot = factories.captured(ASTRAL)
    made = quote(
        actor=factories.user(),
        snapshot=snapshot,
        passages=[(4, 8), (28, 37)],
        kind="direct",
        date_text="in May",
        date_edtf="2024-05",
        hops=[{"who": "Ada Brook", "verb": "said"}, {"who": "The Harbour Gazette", "verb": "reported"}],
    )
    made.refresh_from_db()
    assert (made.locator, made.words, made.origin, made.state) == (
        "4-8,28-37",
        "Bööt … is 🚤 safe",
        "person",
        "suggested",
    )
    assert [(s.prefix, s.exact, s.suffix[:6]) for s in made.segments.all()] == [
        ("🚤🚤 “", "Bööt", ",” sai"),
        ("🚤🚤 “Bööt,” said Ada Brook, “", "is 🚤 safe", ".”"),
    ]
    assert [str(hop) for hop in made.hops.all()] == ["Ada Brook said", "The Harbour Gazette reported"]
    assert (str(made.date_earliest), str(made.date_latest)) == ("2024-05-01", "2024-05-31")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"passages": []}, "segments"),
        ({"passages": [(0, 0)]}, "segments"),
        ({"passages": [(-1, 4)]}, "segments"),
        ({"passages": [(0, 40)]}, "segments"),
        ({"passages": [(4, 8), (7, 9)]}, "segments"),
        ({"passages": [(4, 8), (10, 11)]}, "segments"),
        ({"passages": [(9, 12), (4, 8)]}, "segments"),
        ({"kind": "overheard"}, "kind"),
        ({"date_edtf": "soon"}, "date_edtf"),
        ({"cue": "x" * 301}, "cue"),
    ],
)
def test_a_quotation_is_refused_whole(change: dict[str, Any], field: str) -> None:
    given = {"passages": [(4, 8)], "kind": "direct", **change}
    with pytest.raises(ValidationError) as refused:
        quote(actor=factories.user(), snapshot=factories.captured(ASTRAL), **given)
    assert field in refused.value.message_dict
    assert not Quotation.objects.exists()


def test_a_passage_is_quoted_once_by_hand_or_by_the_engine() -> None:
    snapshot = factories.captured("“It is safe,” Ada Brook said.")
    factories.quotation("It is safe", snapshot=snapshot)
    with pytest.raises(Conflict, match="a quotation already, suggested"):
        factories.quotation("It is safe", snapshot=snapshot)
    assert extract(actor=factories.user(), snapshot=snapshot) == []


@pytest.mark.parametrize("kind", ["snapshot", "quotation", "claim", "verification"])
def test_a_note_and_its_answer(kind: str) -> None:
    claim = factories.claim()
    targets: dict[str, Any] = {
        "snapshot": factories.captured(),
        "quotation": claim.quotations.get(),
        "claim": claim,
        "verification": factories.judged(claim),
    }
    note = annotate(actor=factories.user(), target=targets[kind], body="Is this all?", motivation="questioning")
    answer = annotate(
        actor=factories.user(username="robin"), target=targets[kind], body="Yes.", motivation="replying", parent=note
    )
    assert (note.target, answer.parent, list(note.replies.all())) == (targets[kind], note, [answer])
    with pytest.raises(ValidationError, match="A reply is on what the note is on"):
        annotate(actor=factories.user(), target=factories.captured(), body="No.", parent=note)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"body": ""}, "body"),
        ({"body": " \n\t\u00a0"}, "body"),
        ({"motivation": "gossiping"}, "motivation"),
        ({"passage": (3, 3)}, "start"),
        ({"passage": (0, 99)}, "start"),
        ({"passage": (2, 3)}, "start"),
    ],
)
def test_a_note_that_is_refused(change: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        annotate(actor=factories.user(), **{"target": factories.captured(ASTRAL), "body": "Hm.", **change})
    assert field in refused.value.message_dict
    assert not Annotation.objects.exists()


def test_a_note_is_its_authors_to_take_back() -> None:
    sam, robin = factories.user("Checker", "sam"), factories.user("Approver", "robin")
    claim = factories.claim()
    note = annotate(actor=sam, target=claim, body="Which bridge?")
    with pytest.raises(ValidationError, match="a note of sam"):
        take_note_back(actor=robin, note=note)
    annotate(actor=robin, target=claim, body="The old one.", parent=note, motivation="replying")
    with pytest.raises(ValidationError, match="an annotation rests on it"):
        take_note_back(actor=sam, note=note)
    note.replies.get().delete()
    take_note_back(actor=sam, note=note)
    assert not Annotation.objects.exists()


def test_a_note_on_a_passage_keeps_its_words() -> None:
    note = annotate(
        actor=factories.user(), target=factories.captured(ASTRAL), body=" ", motivation="highlighting", passage=(4, 8)
    )
    assert (note.exact, note.body) == ("Bööt", "")
    with pytest.raises(ValidationError, match="Only a snapshot has passages"):
        annotate(actor=factories.user(), target=factories.claim(), body="Hm.", passage=(0, 1))


def test_white_space_is_no_evidence() -> None:
    claim, snapshot = factories.claim(), factories.captured(ASTRAL)
    given: dict[str, Any] = {"claim": claim, "question": "accuracy", "snapshot": snapshot, "stance": "refutes"}
    with pytest.raises(ValidationError, match="2 to 3 is nothing but white space") as refused:
        add_evidence(actor=factories.user(), **given, passage=(2, 3))
    assert list(refused.value.message_dict) == ["start"]
    assert not Evidence.objects.exists()


def test_evidence_is_brought_once_and_withdrawn_while_nothing_rests_on_it() -> None:
    claim, snapshot, actor = factories.claim(), factories.captured(ASTRAL), factories.user()
    given: dict[str, Any] = {"claim": claim, "question": "accuracy", "snapshot": snapshot, "stance": "refutes"}
    whole = add_evidence(actor=actor, **given)
    passage = add_evidence(actor=actor, **given, passage=(4, 8))
    assert (whole.exact, passage.exact) == (None, "Bööt")
    for again in (given, {**given, "passage": (4, 8)}):
        with pytest.raises(ValidationError, match="already evidence"):
            add_evidence(actor=actor, **again)
    withdraw_evidence(actor=actor, evidence=passage)
    assert list(Evidence.objects.all()) == [whole]
    passage.pk = Evidence.pgh_event_model.objects.get(exact="Bööt", pgh_label="delete").pgh_obj_id  # type: ignore[attr-defined]
    assert [(e.action, e.operation) for e in history(passage, timezone.now())] == [
        ("insert", "add evidence"),
        ("delete", "withdraw evidence"),
    ]


def test_cited_evidence_stays() -> None:
    claim = factories.claim()
    factories.judged(claim)
    with pytest.raises(ValidationError):
        withdraw_evidence(actor=factories.user(), evidence=claim.evidence.get())
    assert claim.evidence.exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [({"stance": "shrugs"}, "stance"), ({"question": "taste"}, "question"), ({"passage": (5, 2)}, "start")],
)
def test_evidence_that_is_refused(change: dict[str, Any], field: str) -> None:
    given = {"question": "accuracy", "stance": "supports", **change}
    with pytest.raises(ValidationError) as refused:
        add_evidence(actor=factories.user(), claim=factories.claim(), snapshot=factories.captured(ASTRAL), **given)
    assert field in refused.value.message_dict


def test_claims_are_linked_once_and_never_in_a_circle() -> None:
    actor = factories.user()
    one, two, three = (factories.claim() for _ in range(3))
    link_claims(actor=actor, from_claim=one, to_claim=two, kind="corrects")
    link_claims(actor=actor, from_claim=two, to_claim=three, kind="corrects")
    link_claims(actor=actor, from_claim=one, to_claim=two, kind="contradicts")
    for start, end, kind, reason in (
        (one, two, "corrects", "already linked"),
        (one, one, "repeats", "linked to itself"),
        (three, one, "corrects", "close a circle of corrects"),
        (two, one, "contradicts", "already contradict each other"),
        (one, two, "likes", "'likes' is none of contradicts, repeats,"),
    ):
        with pytest.raises(ValidationError, match=reason):
            link_claims(actor=actor, from_claim=start, to_claim=end, kind=kind)
