"""The queues: what waits for a person, and what waits for anybody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet

from claims.models import Anchoring, Appearance, Claim, ClaimLink, Publication, Snapshot, Verification
from claims.operations.permissions import may_approve, may_check, may_read

# Beyond so many it is told that there are more: a queue is worked off from its head.
MOST_COUNTED = 999


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue: its name in addresses, its title under a heading, and what makes a thing wait in it.

    `rows` are what waited for the person at a time, the first first; `may` is for whom it is at all.
    """

    slug: str
    heading: str
    title: str
    told: str
    may: Callable[[User | AnonymousUser], bool]
    rows: Callable[[User, datetime], QuerySet[Any]]

    def count(self, person: User, at: datetime) -> "Count":
        found = self.rows(person, at).order_by().values("pk")[: MOST_COUNTED + 1].count()
        return Count(self, min(found, MOST_COUNTED), found > MOST_COUNTED)


@dataclass(frozen=True, slots=True)
class Count:
    """How many wait in a queue; `is_more` where there are more than are counted."""

    queue: Queue
    number: int
    is_more: bool

    def __str__(self) -> str:
        return f"{self.number}+" if self.is_more else str(self.number)


MINE, OPEN, CONFLICTS, CHANGED = "Waits for you", "Waits for anybody", "Conflicts", "No longer as it was"

QUEUES = (
    Queue(
        "to-review",
        MINE,
        "To review",
        "Texts you have in hand, with suggestions to accept or reject.",
        may_check,
        lambda person, at: Snapshot.objects.to_review(person, at),
    ),
    Queue(
        "to-judge",
        MINE,
        "To judge",
        "Claims you have in hand, with a question nobody has judged, or whose judgement was returned.",
        may_check,
        lambda person, at: Claim.objects.to_judge(person, at),
    ),
    Queue(
        "to-approve",
        MINE,
        "To approve",
        "Judgements of others that wait for approval. Your own wait for somebody else.",
        may_approve,
        lambda person, at: Verification.objects.to_approve(person, at),
    ),
    Queue(
        "returned",
        MINE,
        "Returned to you",
        "Your judgements that an approver returned, with what is missing.",
        may_check,
        lambda person, at: Verification.objects.returned(person, at),
    ),
    Queue(
        "unclaimed",
        OPEN,
        "Unclaimed suggestions",
        "Texts with suggestions that nobody has in hand, the one captured first before the others.",
        may_read,
        lambda person, at: Snapshot.objects.unclaimed(at),
    ),
    Queue(
        "proposed",
        CONFLICTS,
        "Proposed appearances",
        "Two quotations that may be one utterance: the words are alike, but speaker, day or wording leave it open.",
        may_read,
        lambda person, at: Appearance.objects.proposed(at),
    ),
    Queue(
        "contradicting",
        CONFLICTS,
        "Contradicting claims",
        "Two claims linked as contradicting each other, of which one has no accuracy verdict yet, or both are held "
        "to be more so than not.",
        may_read,
        lambda person, at: ClaimLink.objects.unsettled(at),
    ),
    Queue(
        "disputed",
        CONFLICTS,
        "Disputed speakers",
        "Claims for which several speakers are named: the record says so, or a quotation of the claim names another.",
        may_read,
        lambda person, at: Claim.objects.disputed(at),
    ),
    Queue(
        "silent-edits",
        CHANGED,
        "Silent edits",
        "Quoted words that a newer capture no longer has as they were. A note on the quotation takes it off.",
        may_read,
        lambda person, at: Anchoring.objects.unanswered(at),
    ),
    Queue(
        "stale-verdicts",
        CHANGED,
        "Stale verdicts",
        "Verdicts approved before an earlier appearance of the claim was known, or before the one held to be the "
        "earliest turned out not to be. A new judgement takes it off.",
        may_read,
        lambda person, at: Verification.objects.overtaken(at),
    ),
    Queue(
        "overtaken-publications",
        CHANGED,
        "Overtaken publications",
        "Public claims whose readers see an older verdict than the record has. A correction or a retraction takes it "
        "off.",
        may_read,
        lambda person, at: Publication.objects.overtaken(at).order_by("made_at", "pk"),
    ),
)


def offered_to(person: User) -> list[Queue]:
    """The queues that are for a person, in order."""
    return [queue for queue in QUEUES if queue.may(person)]
