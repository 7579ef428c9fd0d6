"""What readers are told of a claim: published, corrected, retracted, each by a row that stays."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.formats.publications import document
from claims.models import Claim, Evidence, Publication
from claims.models.history import claim_history
from claims.operations.accept import accept
from claims.operations.acting import Conflict, Stale
from claims.operations.correct import correct
from claims.operations.merge import merge_claims
from claims.operations.publish import publish
from claims.operations.publishing import untold
from claims.operations.record import edit
from claims.operations.retract import retract
from claims.operations.undo import undo_regrouping
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin() -> User:
    """An approver who judged nothing."""
    return factories.user("Approver", username="robin")


@pytest.fixture
def claim(robin: User) -> Claim:
    """A claim with an approved verdict, and nothing that readers know of."""
    claim = factories.claim(speaker=factories.speaker())
    factories.judged(claim, slug="confirmed", checker=factories.user("Checker", username="sam"), approver=robin)
    return claim


def told(claim: Claim) -> list[tuple[int, str, str]]:
    return [(row.number, row.kind, row.reason) for row in claim.publications.order_by("number")]


def moved(claim: Claim, venue: str = "the harbour") -> None:
    """Something that readers see changes in the record."""
    edit(actor=factories.user(), record=Claim.objects.get(pk=claim.pk), changes={"venue": venue})


def test_the_life_of_a_public_page(claim: Claim, robin: User) -> None:
    publish(actor=robin, claim=claim)
    moved(claim)
    correct(actor=robin, claim=claim, reason="The place was missing.")
    moved(claim, "the quay")
    correct(actor=robin, claim=claim, reason="It was the quay.")
    retract(actor=robin, claim=claim, reason="The minutes are not genuine.")
    publish(actor=robin, claim=claim, reason="They are.")
    assert told(claim) == [
        (1, "published", ""),
        (2, "corrected", "The place was missing."),
        (3, "corrected", "It was the quay."),
        (4, "retracted", "The minutes are not genuine."),
        (5, "published", "They are."),
    ]
    venues = [row.document["venue"] for row in claim.publications.order_by("number")]
    assert venues == ["", "the harbour", "the quay", "the quay", "the quay"]


def test_all_that_readers_see_is_kept(claim: Claim, robin: User) -> None:
    held = publish(actor=robin, claim=claim).document
    assert (held["words"], held["speaker"]["name"], held["sources"]) == ("It is safe", "Ada Brook", 1)
    [verdict] = held["verdicts"]
    assert (verdict["question"], verdict["rating"]["label"]) == ("attribution", "confirmed")
    assert verdict["rationale"] == "The minutes say so."
    assert [piece["stance"] for piece in verdict["evidence"]] == ["supports"]
    assert [work["words"] for work in held["earliest"]] == ["It is safe"]
    assert not {"sam", "robin"} & set(str(held).split("'"))  # the desk's people are not named


def test_a_later_verdict_changes_nothing_that_readers_see(claim: Claim, robin: User) -> None:
    published = publish(actor=robin, claim=claim)
    assert not Publication.objects.overtaken(timezone.now()).exists()
    before = timezone.now()
    factories.judged(claim, slug="fabricated", approver=robin)
    [overtaken] = Publication.objects.overtaken(timezone.now())
    assert overtaken == published
    assert overtaken.document == published.document
    assert not Publication.objects.overtaken(before).exists()
    corrected = correct(actor=robin, claim=claim, reason="A tape was found.")
    assert corrected.document["verdicts"][0]["rating"]["slug"] == "fabricated"
    assert not Publication.objects.overtaken(timezone.now()).exists()


def test_what_a_correction_would_tell(claim: Claim, robin: User) -> None:
    told = publish(actor=robin, claim=claim)
    assert untold(claim=claim, told=told) == []
    factories.judged(claim, approver=robin)
    accept(actor=robin, quotation=factories.quotation(), claim=claim)
    claim = edit(actor=robin, record=claim, changes={"topics": ["bridges"]})
    assert untold(claim=claim, told=told) == [
        "attribution: “confirmed” again, on a new judgement",
        "the topics",
        "where it was first seen",
        "where it appeared",
    ]
    corrected = correct(actor=robin, claim=claim, reason="A second tape.")
    assert untold(claim=claim, told=corrected) == []


def test_what_a_correction_would_tell_of_what_evidence_is_called(claim: Claim, robin: User) -> None:
    told = publish(actor=robin, claim=claim)
    source = Evidence.objects.get(claim=claim, verifications=told.attribution).snapshot.source
    edit(actor=robin, record=source, changes={"title": "The minutes of May"})
    assert untold(claim=claim, told=told) == ["attribution: the same judgement, its evidence told otherwise"]


def test_a_document_of_an_earlier_form_is_no_reason_to_correct(
    claim: Claim, robin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def earlier(*given: Any, **named: Any) -> dict[str, Any]:
        made = document(*given, **named)
        del made["verbatim"]
        return made | {"verdicts": [{k: v for k, v in row.items() if k != "checked"} for row in made["verdicts"]]}

    with monkeypatch.context() as patched:
        patched.setattr("claims.operations.publishing.document", earlier)
        told = publish(actor=robin, claim=claim)
    assert untold(claim=claim, told=told) == []
    with pytest.raises(Conflict, match="nothing to correct"):
        correct(actor=robin, claim=claim, reason="It has a new form.")


def test_an_answer_to_the_other_question_overtakes_too(claim: Claim, robin: User) -> None:
    publish(actor=robin, claim=claim)
    factories.judged(claim, question="accuracy", slug="false", approver=robin)
    assert Publication.objects.overtaken(timezone.now()).count() == 1
    questions = [v["question"] for v in correct(actor=robin, claim=claim, reason="Both.").document["verdicts"]]
    assert questions == ["attribution", "accuracy"]


def test_what_stood_on_a_day(claim: Claim, robin: User) -> None:
    nothing = timezone.now()
    first = publish(actor=robin, claim=claim)
    then = timezone.now()
    gone = retract(actor=robin, claim=claim, reason="We look again.")
    now = timezone.now()
    assert [Publication.objects.newest(claim, at) for at in (nothing, then, now)] == [None, first, gone]
    assert [list(Publication.objects.public(at)) for at in (nothing, then, now)] == [[], [first], []]
    assert [list(Publication.objects.current(at)) for at in (nothing, then, now)] == [[], [first], [gone]]


def published(claim: Claim, robin: User) -> None:
    publish(actor=robin, claim=claim)


def retracted(claim: Claim, robin: User) -> None:
    published(claim, robin)
    retract(actor=robin, claim=claim, reason="We look again.")


def nothing(claim: Claim, robin: User) -> None:
    pass


@pytest.mark.parametrize(
    ("before", "verb", "says"),
    [
        (nothing, correct, "not public; it cannot be corrected"),
        (nothing, retract, "not public; it cannot be retracted"),
        (published, publish, "published already; it cannot be published"),
        (published, correct, "nothing to correct"),
        (retracted, correct, "retracted already; it cannot be corrected"),
        (retracted, retract, "retracted already; it cannot be retracted"),
    ],
)
def test_steps_that_do_not_follow(
    before: Callable[..., None], verb: Callable[..., Any], says: str, claim: Claim, robin: User
) -> None:
    before(claim, robin)
    rows = told(claim)
    with pytest.raises(Conflict, match=says):
        verb(actor=robin, claim=claim, reason="So.")
    assert told(claim) == rows


@pytest.mark.parametrize(("before", "verb"), [(published, correct), (published, retract), (retracted, publish)])
@pytest.mark.parametrize("reason", ["", " \n"])
def test_readers_are_told_why(
    before: Callable[..., None], verb: Callable[..., Any], reason: str, claim: Claim, robin: User
) -> None:
    before(claim, robin)
    moved(claim)
    with pytest.raises(ValidationError) as refused:
        verb(actor=robin, claim=claim, reason=reason)
    assert refused.value.message_dict == {"reason": ["Say why: readers see it."]}


def test_only_an_approved_verdict_is_published(robin: User) -> None:
    claim = factories.claim()
    factories.judged(claim, checker=factories.user("Checker", username="sam"))
    with pytest.raises(ValidationError, match="approved verdict"):
        publish(actor=robin, claim=claim)


# Who judged the attribution, who the accuracy ("" for nobody), and whether Robin may publish both.
JUDGES = [("sam", "", True), ("robin", "", False), ("robin", "robin", False), ("robin", "sam", True)]


@pytest.mark.parametrize(("attribution", "accuracy", "may"), JUDGES)
def test_whoever_judged_alone_does_not_publish(attribution: str, accuracy: str, may: bool, robin: User) -> None:
    claim, other = factories.claim(), factories.user("Approver", username="other")
    for question, judge in (("attribution", attribution), ("accuracy", accuracy)):
        if judge:
            checker = factories.user("Approver", username=judge)
            factories.judged(claim, question=question, checker=checker, approver=other)
    if may:
        assert publish(actor=robin, claim=claim).number == 1
    else:
        with pytest.raises(PermissionDenied, match="judged a claim alone"):
            publish(actor=robin, claim=claim)


def test_whoever_judged_alone_may_retract(claim: Claim, robin: User) -> None:
    publish(actor=robin, claim=claim)
    sam = factories.user("Approver", username="sam")
    assert retract(actor=sam, claim=claim, reason="I was wrong.").made_by == sam


def test_of_two_who_act_at_once_one_is_told(claim: Claim, robin: User) -> None:
    publish(actor=robin, claim=claim, expected=0)
    moved(claim)
    correct(actor=robin, claim=claim, reason="The place was missing.", expected=1)
    with pytest.raises(Stale, match="Somebody else changed what readers see"):
        retract(actor=robin, claim=claim, reason="We look again.", expected=1)
    assert len(told(claim)) == 2


def test_a_merged_claim_is_taken_back_but_not_published(claim: Claim, robin: User) -> None:
    publish(actor=robin, claim=claim)
    made = merge_claims(actor=factories.user(), claim=claim, into=factories.claim())
    with pytest.raises(Conflict, match="publish that one"):
        correct(actor=robin, claim=claim, reason="So.")
    retract(actor=robin, claim=claim, reason="It is the other claim.")
    with pytest.raises(Conflict, match="publish that one"):
        publish(actor=robin, claim=claim, reason="So.")
    undo_regrouping(actor=factories.user(), regrouping=made)
    assert publish(actor=robin, claim=claim, reason="They are two.").number == 3


def test_readers_keep_their_address(claim: Claim, robin: User) -> None:
    publish(actor=robin, claim=claim)
    with pytest.raises(ValidationError) as refused:
        edit(actor=factories.user(), record=Claim.objects.get(pk=claim.pk), changes={"slug": "another"})
    assert refused.value.message_dict == {"slug": ["readers know this claim by its slug: it stays"]}


def test_only_what_is_accepted_is_shown(claim: Claim, robin: User) -> None:
    factories.quotation("It is safe")  # suggested, by nobody accepted
    assert publish(actor=robin, claim=claim).document["sources"] == 1
    accept(actor=factories.user(), quotation=factories.quotation("It is safe"), claim=claim)
    assert correct(actor=robin, claim=claim, reason="One more text.").document["sources"] == 2


def test_history_tells_who_published(claim: Claim, robin: User) -> None:
    retracted(claim, robin)
    steps = [(e.operation, e.actor) for e in claim_history(claim, timezone.now()) if e.record == "publication"]
    assert steps == [("publish", "robin"), ("retract", "robin")]
