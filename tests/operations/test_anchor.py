"""What became of quotations in a newer capture of their source."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Anchoring, Quotation, Snapshot
from claims.models.history import history
from claims.operations.accept import accept
from claims.operations.anchor import changes, reanchor
from claims.operations.quote import quote
from claims.operations.reject import reject
from tests import factories

pytestmark = pytest.mark.django_db

FIRST = (
    "The council met on Monday to talk about the harbour and its boats.\n"
    "“The bridge will open in May and it will carry forty lorries a day,” Mayor Ada Brook told reporters.\n"
    "Nobody asked about the ferry, which has been out of service since the spring."
)
WORDS = "The bridge will open in May and it will carry forty lorries a day"
MAY = "The bridge may open in May and it will carry forty lorries a day"


def captured(text: str) -> Snapshot:
    return factories.captured(text, identifier="bridge")


def findings(snapshot: Snapshot | None = None) -> QuerySet[Anchoring]:
    return Anchoring.objects.filter(**({"snapshot": snapshot} if snapshot else {})).order_by("pk")


NEWER = [
    pytest.param(FIRST + " It rained.", "found", WORDS, [], id="text added elsewhere"),
    pytest.param("CORRECTED. " + FIRST, "found", WORDS, [], id="shifted"),
    pytest.param(FIRST.replace(WORDS, MAY), "altered", MAY, ["“may” for “will” (modality)"], id="may for will"),
    pytest.param(
        FIRST.replace("forty", "fifty"),
        "altered",
        WORDS.replace("forty", "fifty"),
        ["“fifty” for “forty” (number)"],
        id="another number",
    ),
    pytest.param("Boats sail.\n\nIt rained. " + WORDS + "! Really?", "moved", WORDS, [], id="other surroundings"),
    pytest.param(f"He said: {WORDS}. She said: {WORDS}. Good.", "ambiguous", None, [], id="twice"),
    pytest.param("This article has been removed.", "gone", None, [], id="gone"),
]


@pytest.mark.parametrize(("newer", "outcome", "now", "told"), NEWER)
def test_a_newer_capture_tells_what_became_of_the_words(
    newer: str, outcome: str, now: str | None, told: list[str]
) -> None:
    quotation = factories.quotation(WORDS, snapshot=captured(FIRST))
    snapshot = captured(newer)
    [finding] = findings()
    assert (finding.quotation, finding.snapshot, finding.sought_in) == (quotation, snapshot, quotation.snapshot)
    assert (finding.outcome, finding.sought, finding.exact) == (outcome, WORDS, now)
    assert changes(finding) == told
    if now is not None:
        assert snapshot.text[finding.start : finding.end] == now
    assert Anchoring.objects.silent_edits().exists() is (outcome != "found")


def test_a_new_source_and_a_held_text_pay_nothing() -> None:
    factories.quotation(WORDS, snapshot=captured(FIRST))
    captured(FIRST)
    factories.captured(FIRST.replace("will", "may"))
    assert not findings()


# Each row is the texts in turn, and of each text after the first what became of the words and from which capture.
FOLLOWED = [
    ([MAY, MAY + " or so"], [("altered", 1), ("found", 2)]),
    ([MAY, WORDS + ", he said"], [("altered", 1), ("altered", 2)]),
    (["removed", WORDS + ", he said"], [("gone", 1), ("found", 1)]),
    (["removed", MAY], [("gone", 1), ("altered", 1)]),
    ([MAY, WORDS], [("altered", 1)]),  # the first text again, which is held
]


@pytest.mark.parametrize(("texts", "expected"), FOLLOWED)
def test_each_edit_is_told_once_from_where_the_words_were_last(
    texts: list[str], expected: list[tuple[str, int]]
) -> None:
    factories.quotation(WORDS, snapshot=captured(FIRST))
    for text in texts:
        captured(FIRST.replace(WORDS, text))
    assert [(finding.outcome, finding.sought_in.number) for finding in findings()] == expected


SPLIT = (
    "The council met on Monday.\n“The bridge will open in May,” said Ada Brook on Monday, “and it will carry forty "
    "lorries.” It rained on her all the while."
)
PARTS = ("The bridge will open in May,", "and it will carry forty lorries.")


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("It rained", "It snowed", "found"),
        ("said Ada Brook on Monday", "the mayor said", "found"),
        ("forty", "fifty", "altered"),
        ("will open", "may open", "altered"),
    ],
)
def test_a_split_quotation_is_altered_where_its_words_are(old: str, new: str, outcome: str) -> None:
    snapshot = captured(SPLIT)
    passages = [(at, at + len(part)) for part in PARTS for at in (SPLIT.index(part),)]
    quote(actor=factories.user(), snapshot=snapshot, passages=passages, kind="direct")
    newer = captured(SPLIT.replace(old, new))
    [finding] = findings()
    assert finding.outcome == outcome
    assert finding.sought == SPLIT[passages[0][0] : passages[1][1]]
    assert newer.text[finding.start : finding.end] == finding.exact


def suggested(quotation: Quotation) -> Quotation:
    return quotation


def accepted(quotation: Quotation) -> Quotation:
    accept(actor=factories.user(), quotation=quotation)
    return quotation


def rejected(quotation: Quotation) -> Quotation:
    return reject(actor=factories.user(), quotation=quotation)


@pytest.mark.parametrize(("decide", "count"), [(suggested, 1), (accepted, 1), (rejected, 0)])
def test_what_was_rejected_is_not_looked_for(decide: Callable[[Quotation], object], count: int) -> None:
    decide(factories.quotation(WORDS, snapshot=captured(FIRST)))
    captured(FIRST.replace("will", "may"))
    assert findings().count() == count


@pytest.mark.parametrize(("decide", "count"), [(suggested, 1), (accepted, 2), (rejected, 1)])
def test_the_same_passage_suggested_again_is_one_finding(decide: Callable[[Quotation], object], count: int) -> None:
    """Whoever extracts each capture has the same quotation in each: an edit of it is told once."""
    factories.quotation(WORDS, snapshot=captured(FIRST))
    decide(factories.quotation(WORDS, snapshot=captured("Late. " + FIRST)))
    third = captured(FIRST.replace(WORDS, MAY))
    assert findings(third).count() == count
    assert {finding.outcome for finding in findings(third)} == {"altered"}


def test_what_was_quoted_later_is_looked_for_when_asked() -> None:
    first, second = captured(FIRST), captured(FIRST.replace(WORDS, MAY))
    quotation = factories.quotation(WORDS, snapshot=first)
    assert not findings()
    [made] = reanchor(actor=factories.user(), snapshot=second)
    assert (made.quotation, made.outcome) == (quotation, "altered")
    assert reanchor(actor=factories.user(), snapshot=second) == []


def test_a_capture_and_its_findings_are_there_together_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    factories.quotation(WORDS, snapshot=captured(FIRST))
    monkeypatch.setattr("claims.operations.anchor.anchor", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        captured("Other.")
    assert Snapshot.objects.count() == 1


def test_the_queries_do_not_grow_with_the_quotations() -> None:
    text = " ".join(f"“Number {number} is the word,” she said." for number in range(8))
    first, other = captured(text), factories.captured(text, identifier="other")
    for number in range(8):
        factories.quotation(f"Number {number} is the word", snapshot=first)
    factories.quotation("Number 1 is the word", snapshot=other)
    few, many = [factories.captured(text + " It rained.", identifier=identifier) for identifier in ("other", "bridge")]
    assert (findings(few).count(), findings(many).count()) == (1, 8)
    counts = []
    for identifier in ("other", "bridge"):
        with CaptureQueriesContext(connection) as asked:
            factories.captured(text + " It snowed.", identifier=identifier)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_who_may_and_who_did() -> None:
    factories.quotation(WORDS, snapshot=captured(FIRST))
    snapshot = factories.captured("Gone.", identifier="bridge", actor=factories.user(username="robin"))
    with pytest.raises(PermissionDenied):
        reanchor(actor=factories.user("Reader"), snapshot=snapshot)
    [entry] = history(findings().get(), timezone.now())
    assert (entry.actor, entry.operation, entry.action) == ("robin", "reanchor", "insert")
    [of_capture] = history(snapshot, timezone.now())
    assert of_capture.operation == "capture"


def test_silent_edits_come_newest_first() -> None:
    factories.quotation(WORDS, snapshot=captured(FIRST))
    outcomes = ["altered", "gone", "altered"]
    for text in (MAY, "removed", WORDS + ", he said"):
        captured(FIRST.replace(WORDS, text))
    assert [finding.outcome for finding in Anchoring.objects.silent_edits().for_list()] == outcomes
