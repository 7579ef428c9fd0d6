"""What waits in each queue, for whom, since when, and what takes it off."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Claim, Snapshot, Verification
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.assign import assign
from claims.operations.confirm import confirm_appearance
from claims.operations.correct import correct
from claims.operations.link import link_claims
from claims.operations.merge import merge_claims
from claims.operations.queues import MOST_COUNTED, QUEUES, offered_to
from claims.operations.reject import reject
from claims.operations.relate import relate
from claims.operations.reopen import reopen
from claims.operations.retract import retract
from claims.operations.speakers import resolve_speaker
from claims.operations.verify import return_to_checker
from tests import factories

pytestmark = pytest.mark.django_db
BY_SLUG = {queue.slug: queue for queue in QUEUES}


def waiting(slug: str, person: User) -> list[Any]:
    return list(BY_SLUG[slug].rows(person, timezone.now()))


def sam() -> User:
    return factories.user("Checker", "sam")


def robin() -> User:
    return factories.user("Approver", "robin")


@pytest.mark.parametrize("slug", BY_SLUG)
def test_nothing_waits_where_nothing_is_held(slug: str) -> None:
    count = BY_SLUG[slug].count(robin(), timezone.now())
    assert (count.number, count.is_more, str(count)) == (0, False, "0")


def test_nothing_waited_before_it_was_there() -> None:
    quoted = factories.proposal().quotation
    assign(actor=sam(), target=quoted.snapshot, assignee=sam())
    factories.judged(factories.claim(no_speaker="disputed"))
    factories.finding()
    before = timezone.now() - timedelta(days=1)
    assert {slug: list(queue.rows(sam(), before)) for slug, queue in BY_SLUG.items() if slug != "to-review"} == {
        slug: [] for slug in BY_SLUG if slug != "to-review"
    }


@pytest.mark.parametrize(
    ("role", "missing"),
    [
        ("Reader", {"to-review", "to-judge", "to-approve", "returned"}),
        ("Checker", {"to-approve"}),
        ("Approver", set()),
    ],
)
def test_whom_a_queue_is_for(role: str, missing: set[str]) -> None:
    assert {queue.slug for queue in offered_to(factories.user(role))} == set(BY_SLUG) - missing


def test_suggestions_wait_for_whoever_has_the_text_in_hand() -> None:
    first = factories.quotation().snapshot
    second = factories.quotation(snapshot=factories.captured()).snapshot
    factories.quotation("The bridge will open in May", snapshot=second, kind="indirect")
    assert [(s, s.suggestions) for s in waiting("unclaimed", sam())] == [(first, 1), (second, 2)]
    assign(actor=sam(), target=second, assignee=sam())
    assert waiting("unclaimed", sam()) == [first]
    assert waiting("to-review", sam()) == [second]
    assert waiting("to-review", robin()) == []
    for quotation in second.quotations.all():
        reject(actor=sam(), quotation=quotation)
    assert waiting("to-review", sam()) == []


def test_a_claim_in_hand_waits_until_both_questions_are_judged() -> None:
    claim = factories.claim()
    assign(actor=sam(), target=claim, assignee=sam())
    assert waiting("to-judge", sam()) == [claim]
    factories.judged(claim, checker=sam())
    assert waiting("to-judge", sam()) == [claim]
    judged = factories.judged(claim, question="accuracy", checker=sam())
    assert waiting("to-judge", sam()) == []
    return_to_checker(actor=robin(), verification=judged, remark="Which minutes?")
    assert waiting("to-judge", sam()) == [claim]


def test_judgements_wait_for_another_than_their_checker_and_returned_ones_for_them() -> None:
    own = factories.judged(factories.claim(), checker=robin())
    others = factories.judged(factories.claim(), checker=sam())
    assert waiting("to-approve", robin()) == [others]
    assert waiting("to-approve", factories.user("Approver", "alex")) == [own, others]
    returned = return_to_checker(actor=robin(), verification=others, remark="Which minutes?")
    assert waiting("to-approve", robin()) == []
    assert (waiting("returned", sam()), waiting("returned", robin())) == ([returned], [])
    factories.judged(others.claim, checker=sam())
    assert waiting("returned", sam()) == []


def test_a_proposal_waits_until_it_is_decided() -> None:
    row = factories.proposal()
    assert waiting("proposed", sam()) == [row]
    confirm_appearance(actor=sam(), appearance=row)
    assert waiting("proposed", sam()) == []


@pytest.mark.parametrize(
    ("one", "other", "waits"),
    [
        ("", "", True),
        ("true", "", True),
        ("", "true", True),
        ("true", "false", False),
        ("false", "true", False),
        ("true", "true", True),
        ("false", "false", False),
    ],
)
def test_claims_that_contradict_wait_for_verdicts_that_can_both_stand(one: str, other: str, waits: bool) -> None:
    claims = [factories.claim(), factories.claim("The bridge will open in May")]
    link = link_claims(actor=sam(), from_claim=claims[0], to_claim=claims[1], kind="contradicts")
    link_claims(actor=sam(), from_claim=factories.claim(), to_claim=claims[1], kind="repeats")
    for claim, slug in zip(claims, (one, other), strict=True):
        if slug:
            factories.judged(claim, question="accuracy", slug=slug, checker=sam(), approver=robin())
    assert waiting("contradicting", sam()) == ([link] if waits else [])


def test_a_merged_claim_contradicts_nothing_any_more() -> None:
    one, other = factories.claim(), factories.claim("The bridge will open in May")
    link_claims(actor=sam(), from_claim=one, to_claim=other, kind="contradicts")
    merge_claims(actor=sam(), claim=one, into=other)
    assert waiting("contradicting", sam()) == []


def test_a_claim_that_was_taken_back_waits_for_nobody() -> None:
    quotation = factories.quotation()
    claim = accept(actor=sam(), quotation=quotation, no_speaker="disputed")
    assign(actor=sam(), target=claim, assignee=sam())
    assert (waiting("to-judge", sam()), waiting("disputed", sam())) == ([claim], [claim])
    reopen(actor=sam(), quotation=quotation)
    assert (waiting("to-judge", sam()), waiting("disputed", sam())) == ([], [])


def test_speakers_are_disputed_where_the_record_or_a_quotation_says_so() -> None:
    said_so = factories.claim(no_speaker="disputed")
    factories.claim(no_speaker="unknown")
    ada, ben = factories.speaker("Ada Brook"), factories.speaker("Ben Field")
    claim = factories.claim(speaker=ada)
    accept(actor=sam(), quotation=factories.quotation(speaker=ada), claim=claim)
    assert waiting("disputed", sam()) == [said_so]
    other = factories.quotation()
    accept(actor=sam(), quotation=other, claim=claim)
    resolve_speaker(actor=sam(), quotation=other, speaker=ben)
    assert waiting("disputed", sam()) == [said_so, claim]


def test_a_silent_edit_waits_until_somebody_writes_of_it() -> None:
    finding = factories.finding()
    annotate(actor=sam(), target=factories.quotation(), body="Of another.")
    assert waiting("silent-edits", sam()) == [finding]
    annotate(actor=sam(), target=finding.quotation, body="The paper told us why.")
    assert waiting("silent-edits", sam()) == []


def test_what_was_written_before_an_edit_does_not_answer_it() -> None:
    quoted = factories.quotation("The bridge will open in May", kind="indirect")
    annotate(actor=sam(), target=quoted, body="Which bridge?")
    factories.captured("The bridge may open in May.", identifier=quoted.snapshot.source.identifier)
    assert waiting("silent-edits", sam()) == [quoted.anchorings.get()]


def test_a_rejected_quotation_has_no_edits() -> None:
    finding = factories.finding()
    reject(actor=sam(), quotation=finding.quotation)
    assert waiting("silent-edits", sam()) == []


LONG = "We will not open a bridge that we would not cross ourselves, whatever the traders of the old town may say"


def printed(day: str, claim: Claim | None = None) -> tuple[Snapshot, Claim]:
    """A text of a day that has the words, accepted as the claim or as a new one."""
    ada = claim.speaker if claim else factories.speaker("Ada Brook")
    snapshot = factories.captured(f"“{LONG},” Ada Brook said.", published=day)
    quoted = factories.quotation(LONG, snapshot=snapshot, speaker=ada)
    return snapshot, accept(actor=sam(), quotation=quoted, claim=claim)


# The database dates an event by the start of its transaction: each step has its own here.
in_transactions = pytest.mark.django_db(transaction=True)


def approved(claim: Claim) -> Verification:
    return factories.judged(claim, checker=sam(), approver=robin())


@in_transactions
@pytest.mark.parametrize(("day", "is_stale"), [("2024-05-01", True), ("2024-05-09", False)])
def test_a_verdict_is_stale_once_an_earlier_appearance_is_accepted(day: str, is_stale: bool) -> None:
    _, claim = printed("2024-05-03")
    verdict = approved(claim)
    assert waiting("stale-verdicts", sam()) == []
    printed(day, claim)
    assert waiting("stale-verdicts", sam()) == ([verdict] if is_stale else [])


@in_transactions
def test_a_verdict_is_not_stale_by_what_was_known_when_it_was_approved() -> None:
    _, claim = printed("2024-05-03")
    printed("2024-05-01", claim)
    approved(claim)
    assert waiting("stale-verdicts", sam()) == []


@in_transactions
def test_a_verdict_is_stale_once_the_earliest_of_the_utterance_moves() -> None:
    snapshot, claim = printed("2024-05-03")
    relate(actor=sam(), quotations=list(snapshot.quotations.all()))
    later = factories.captured(f"“{LONG},” Ada Brook said.", published="2024-05-04")
    relate(actor=sam(), quotations=[factories.quotation(LONG, snapshot=later, speaker=claim.speaker)])
    verdict = approved(claim)
    assert waiting("stale-verdicts", sam()) == []
    older = factories.captured(f"“{LONG},” Ada Brook said.", published="2024-04-30")
    relate(actor=sam(), quotations=[factories.quotation(LONG, snapshot=older, speaker=claim.speaker)])
    assert waiting("stale-verdicts", sam()) == [verdict]
    factories.judged(claim, checker=sam())
    assert waiting("stale-verdicts", sam()) == []


@in_transactions
def test_a_verdict_is_stale_once_an_older_claim_is_merged_into_its_own() -> None:
    _, claim = printed("2024-05-03")
    verdict = approved(claim)
    _, older = printed("2024-05-01")
    merge_claims(actor=sam(), claim=older, into=claim)
    assert waiting("stale-verdicts", sam()) == [verdict]


def test_more_than_are_counted_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.operations.queues.MOST_COUNTED", 1)
    assert MOST_COUNTED > 1
    for _ in range(2):
        factories.quotation()
    assert str(BY_SLUG["unclaimed"].count(sam(), timezone.now())) == "1+"


def test_a_published_claim_waits_while_readers_see_an_older_verdict() -> None:
    first, other = factories.published(), factories.published("The bridge will open in May")
    assert waiting("overtaken-publications", sam()) == []
    for publication in (other, first):
        factories.judged(publication.claim, slug="fabricated", approver=robin())
    assert waiting("overtaken-publications", sam()) == [first, other]
    correct(actor=robin(), claim=first.claim, reason="A tape was found.")
    retract(actor=robin(), claim=other.claim, reason="A tape was found.")
    assert waiting("overtaken-publications", sam()) == []
