"""The two questions about a claim, each by itself: its verdict, what is on its way, its evidence, how it came about."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.safestring import SafeString

from claims.admin import marking, notes
from claims.admin.judge_page import JudgeForm
from claims.admin.judging import ApproveForm, ReturnForm, WithdrawForm
from claims.admin.notes import AnnotateForm, Thread
from claims.admin.verbs import VerbForm, offered
from claims.models import Annotation, Claim, Evidence, Question, Stage, Verification
from claims.operations.evidence_since import Since, evidence_since

Viewer = User | AnonymousUser


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence; `withdraw` where nothing rests on it yet, `told` says what of what is shown does.

    `since` where a newer capture of its source no longer has its words as they were.
    """

    evidence: Evidence
    told: str
    withdraw: WithdrawForm | None
    since: Since | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of a verdict's sequence, and what may be done with it."""

    verification: Verification
    rating: SafeString
    status: SafeString
    threads: list[Thread]
    forms: list[VerbForm]


@dataclass(frozen=True, slots=True)
class Answered:
    """One question about the claim.

    `verdict` is what holds and `pending` a newer judgement that waits or was returned; `earlier` are all rows but
    these, the newest first. `returned` is what a pending one that waits was sent after: whoever approves looks whether
    it has what was missing. `judge` is the address of the form, "" for whoever may not judge.
    """

    question: Question
    status: SafeString
    verdict: Judgement | None
    pending: Judgement | None
    earlier: list[Judgement]
    returned: Judgement | None
    evidence: list[Piece]
    judge: str

    @property
    def asks(self) -> str:
        """The question in words."""
        return asked(self.question).capitalize()


# What a judgement that is pending is called among what rests on a piece of evidence.
PENDING = {Stage.SUBMITTED: "what waits for approval", Stage.RETURNED: "what was returned"}


def asked(question: Question) -> str:
    """What a question asks: “did they say it?”."""
    return question.label.partition(": ")[2]


def verifications_of(claim: Claim) -> list[Verification]:
    """Every judgement on a claim with its evidence, in a fixed number of queries."""
    return list(
        Verification.objects.with_next()
        .filter(claim=claim)
        .select_related("rating__scale", "checker", "approver", "claim__withdrawal")
        .prefetch_related(Prefetch("evidence", Evidence.objects.for_list()))
        .order_by("question", "number")
    )


def questions(
    claim: Claim, verifications: Sequence[Verification], written: Sequence[Annotation], viewer: Viewer
) -> list[Answered]:
    """Attribution, then accuracy."""
    held = list(Evidence.objects.for_list().filter(claim=claim))
    cited = {evidence.pk for verification in verifications for evidence in verification.evidence.all()}
    on = notes.by_target(written, "verification")
    rows = {
        question: [_judgement(v, on.get(v.pk, ()), viewer) for v in some]
        for question, some in groupby(verifications, key=lambda v: v.question)  # they come in this order
    }
    may = JudgeForm.fits(claim) and JudgeForm.may(viewer, claim)
    since = evidence_since(evidence=held)

    def answered(question: Question) -> Answered:
        verdict, pending, earlier = _sequence(rows.get(question.value, []))
        return Answered(
            question,
            marking.status(getattr(claim, f"{question}_stage"), getattr(claim, f"{question}_rating")),
            verdict,
            pending,
            earlier,
            earlier[0] if _is_sent_again(pending, earlier) else None,
            [
                _piece(piece, (verdict, pending), cited, viewer, since.get(piece.pk))
                for piece in held
                if piece.question == question
            ],
            reverse("admin:claims_claim_judge", args=[claim.pk, question]) if may else "",
        )

    return [answered(question) for question in (Question.ATTRIBUTION, Question.ACCURACY)]


def _piece(
    evidence: Evidence, shown: Sequence[Judgement | None], cited: set[int], viewer: Viewer, since: Since | None
) -> Piece:
    may = evidence.pk not in cited and WithdrawForm.may(viewer, evidence)
    resting = [row.verification for row in shown if row and evidence in row.verification.evidence.all()]
    named = " and ".join("the verdict" if one.stage == Stage.APPROVED else PENDING[Stage(one.stage)] for one in resting)
    told = named and f"{named[0].upper()}{named[1:]} rest{'s' if len(resting) == 1 else ''} on it."
    return Piece(evidence, told, WithdrawForm(target=evidence) if may else None, since)


def _sequence(rows: list[Judgement]) -> tuple[Judgement | None, Judgement | None, list[Judgement]]:
    """The verdict, what is pending, and the rest."""
    verdict = next((row for row in reversed(rows) if row.verification.stage == Stage.APPROVED), None)
    pending = rows[-1] if rows and rows[-1].verification.stage != Stage.APPROVED else None
    return verdict, pending, [row for row in reversed(rows) if row is not verdict and row is not pending]


def _is_sent_again(pending: Judgement | None, earlier: Sequence[Judgement]) -> bool:
    """Whether what is pending waits again, right after it was returned."""
    if pending is None or not earlier or pending.verification.stage != Stage.SUBMITTED:
        return False
    before = earlier[0].verification
    return before.stage == Stage.RETURNED and before.number == pending.verification.number - 1


def _judgement(verification: Verification, written: Sequence[Annotation], viewer: Viewer) -> Judgement:
    return Judgement(
        verification=verification,
        rating=marking.chip(f"tone-{marking.tone(verification.rating)}", str(verification.rating)),
        status=marking.stage(verification),
        threads=notes.threads(written, viewer, on=verification),
        forms=offered((ApproveForm, ReturnForm, AnnotateForm), viewer, verification),
    )
