"""All that a claim's page shows below its fields, in a number of queries that does not grow with its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from claims.admin import marking, notes, publishing
from claims.admin.changes import Row, rows
from claims.admin.judging import (
    ApproveForm,
    EvidenceForm,
    LinkForm,
    ReturnForm,
    SubmitAccuracy,
    SubmitAttribution,
    UnlinkForm,
    WithdrawForm,
)
from claims.admin.notes import AnnotateForm, Thread
from claims.admin.regrouping import MergeForm, SplitForm, UndoForm
from claims.admin.verbs import VerbForm, offered
from claims.models import Annotation, Claim, ClaimLink, Evidence, Question, Quotation, Regrouping, Verification
from claims.models.history import claim_history
from claims.operations.timeline import Row as Appeared
from claims.operations.timeline import timeline

Viewer = User | AnonymousUser


@dataclass(frozen=True, slots=True)
class Appearance:
    """A quotation in its text, with the notes on it."""

    quotation: Quotation
    passage: SafeString
    speaker: SafeString
    threads: list[Thread]
    forms: list[VerbForm]


@dataclass(frozen=True, slots=True)
class Stop:
    """A row of the timeline, with what was altered marked in its words."""

    row: Appeared
    wording: SafeString
    address: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence; `withdraw` where nothing rests on it yet."""

    evidence: Evidence
    withdraw: WithdrawForm | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of a verdict's sequence, and what may be done with it."""

    verification: Verification
    status: SafeString
    threads: list[Thread]
    forms: list[VerbForm]


@dataclass(frozen=True, slots=True)
class Answered:
    """One question about the claim: how it stands, on what, and how that came about."""

    question: Question
    status: SafeString
    evidence: list[Piece]
    judgements: list[Judgement]
    submit: list[VerbForm]


def page(claim: Claim, viewer: Viewer) -> dict[str, Any]:
    """The context of the page's template."""
    quotations = list(Quotation.objects.for_page().filter(claim=claim).order_by("created_at", "pk"))
    verifications = list(
        Verification.objects.filter(claim=claim)
        .select_related("rating", "checker", "approver", "claim")
        .prefetch_related(Prefetch("evidence", Evidence.objects.for_list()))
        .order_by("number")
    )
    written = notes.notes_on(claim=claim, quotation=quotations, verification=verifications)
    links = list(ClaimLink.objects.of_claim(claim))
    verbs = (
        *(EvidenceForm, LinkForm),
        *((UnlinkForm,) if links else ()),
        MergeForm,
        *((SplitForm,) if len(quotations) > 1 else ()),
        AnnotateForm,
    )
    return {
        **_appeared(claim),
        "regroupings": [(made, offered((UndoForm,), viewer, made)) for made in Regrouping.objects.of_claim(claim)],
        "appearances": _appearances(quotations, written, viewer),
        "questions": _questions(claim, verifications, written, viewer),
        **publishing.shown(claim, viewer, verifications),
        "threads": notes.threads([n for n in written if n.claim_id == claim.pk], viewer),
        "links": links,
        "verb_forms": offered(verbs, viewer, claim, snapshots=[q.snapshot for q in quotations]),
        "rows": _history(claim),
    }


def _appeared(claim: Claim) -> dict[str, Any]:
    """Where the claim appeared, oldest first."""
    found = timeline(claim=claim)
    page = "admin:claims_quotation_change"
    stops = [
        Stop(row, marking.altered(row.compared.pieces), reverse(page, args=[row.place.quotation_id]))
        for row in found.rows
    ]
    return {"timeline": found, "stops": stops}


def _appearances(quotations: Sequence[Quotation], written: Sequence[Annotation], viewer: Viewer) -> list[Appearance]:
    passages = marking.stretches(quotations)
    on = notes.by_target(written, "quotation")
    return [
        Appearance(
            quotation=quotation,
            passage=passages[quotation.pk],
            speaker=marking.speaker_of(quotation),
            threads=notes.threads(on.get(quotation.pk, ()), viewer),
            forms=offered((AnnotateForm,), viewer, quotation),
        )
        for quotation in quotations
    ]


def _questions(
    claim: Claim, verifications: Sequence[Verification], written: Sequence[Annotation], viewer: Viewer
) -> list[Answered]:
    held = list(Evidence.objects.for_list().filter(claim=claim))
    cited = {evidence.pk for verification in verifications for evidence in verification.evidence.all()}
    on = notes.by_target(written, "verification")
    return [
        Answered(
            question=question,
            status=marking.status(getattr(claim, f"{question}_stage"), getattr(claim, f"{question}_rating")),
            evidence=[
                Piece(
                    evidence,
                    WithdrawForm(target=evidence)
                    if evidence.pk not in cited and WithdrawForm.may(viewer, evidence)
                    else None,
                )
                for evidence in held
                if evidence.question == question
            ],
            judgements=_judgements([v for v in verifications if v.question == question], on, viewer),
            submit=offered((submit,), viewer, claim),
        )
        for question, submit in (
            (Question.ATTRIBUTION, SubmitAttribution),
            (Question.ACCURACY, SubmitAccuracy),
        )
    ]


def _judgements(
    verifications: Sequence[Verification], on: dict[int, list[Annotation]], viewer: Viewer
) -> list[Judgement]:
    newest = verifications[-1].pk if verifications else None
    return [
        Judgement(
            verification=verification,
            status=marking.chip(f"stage-{verification.stage}", verification.get_stage_display()),
            threads=notes.threads(on.get(verification.pk, ()), viewer),
            forms=offered(
                (ApproveForm, ReturnForm, AnnotateForm) if verification.pk == newest else (AnnotateForm,),
                viewer,
                verification,
            ),
        )
        for verification in verifications
    ]


def _history(claim: Claim) -> list[Row]:
    return rows(claim_history(claim, timezone.now()))
