"""All that a claim's page shows below its fields, in a number of queries that does not grow with its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from claims.admin import edits, marking, notes, publishing
from claims.admin.answered import questions, verifications_of
from claims.admin.changes import Row, rows
from claims.admin.judging import EvidenceForm, LinkForm, UnlinkForm
from claims.admin.linked import linked
from claims.admin.notes import AnnotateForm, Thread
from claims.admin.picture import pictures
from claims.admin.regrouping import MergeForm, SplitForm, UndoForm
from claims.admin.verbs import VerbForm, offered
from claims.models import Anchoring, Annotation, Claim, ClaimLink, Quotation, Regrouping
from claims.models.history import claim_history
from claims.operations.timeline import Row as Appeared
from claims.operations.timeline import timeline

Viewer = User | AnonymousUser
# How many rows of the table, and quotations in their texts, one page has. The parameters say which.
ROWS, TEXTS = 50, 10
EDITS = 5  # silent edits that stand above all
UNFOLDED = 5  # rows that stand under the picture without being asked for
ROWS_PARAMETER, TEXTS_PARAMETER = "rows", "texts"


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


def page(claim: Claim, viewer: Viewer, wanted: Mapping[str, str]) -> dict[str, Any]:
    """The context of the page's template. `wanted` says which rows are shown where there are many."""
    own = Quotation.objects.for_page().filter(claim=claim).order_by("created_at", "pk")
    texts = Paginator(own, TEXTS).get_page(wanted.get(TEXTS_PARAMETER))
    quotations = list(texts)
    verifications = verifications_of(claim)
    written = notes.notes_on(claim=claim, quotation=quotations, verification=verifications)
    links = list(ClaimLink.objects.of_claim(claim))
    is_split_here = 1 < texts.paginator.count <= TEXTS
    verbs = (
        *(EvidenceForm, LinkForm),
        *((UnlinkForm,) if links else ()),
        MergeForm,
        *((SplitForm,) if is_split_here else ()),
        AnnotateForm,
    )
    return {
        **_appeared(claim, wanted),
        "texts": texts,
        "regroupings": [(made, offered((UndoForm,), viewer, made)) for made in Regrouping.objects.of_claim(claim)],
        "appearances": _appearances(quotations, written, viewer),
        "questions": questions(claim, verifications, written, viewer),
        **publishing.shown(claim, viewer, verifications),
        "threads": notes.threads([n for n in written if n.claim_id == claim.pk], viewer, on=claim),
        "links": linked(claim, links),
        "edits": edits.told(_unanswered(claim)),
        "verb_forms": offered(verbs, viewer, claim, snapshots=[q.snapshot for q in quotations]),
        "split_elsewhere": _split_elsewhere(claim, viewer, texts),
        "rows": _history(claim, quotations),
    }


def _appeared(claim: Claim, wanted: Mapping[str, str]) -> dict[str, Any]:
    """Where the claim appeared, oldest first: as a picture of all of it, and one page of the table."""
    found = timeline(claim=claim)
    shown = Paginator(found.rows, ROWS).get_page(wanted.get(ROWS_PARAMETER))
    page = "admin:claims_quotation_change"
    stops = [
        Stop(row, marking.altered(row.compared.pieces), reverse(page, args=[row.place.quotation_id])) for row in shown
    ]
    drawn = pictures(found) if found.rows else None
    return {
        "timeline": found,
        "stops": stops,
        "shown_rows": shown,
        "rows_unfolded": len(found.rows) <= UNFOLDED or ROWS_PARAMETER in wanted,
        "pictures": drawn,
    }


def _unanswered(claim: Claim) -> Any:
    """The newest silent edits of the claim's words that nobody has written a note on: a verdict may rest on them."""
    found = Anchoring.objects.unanswered(timezone.now()).filter(quotation__claim=claim)
    return found.for_list()[:EDITS]


def _split_elsewhere(claim: Claim, viewer: Viewer, texts: Page[Quotation]) -> str:
    """The address of the form that splits a claim of many appearances; it has a page of its own."""
    if texts.paginator.count <= TEXTS or not SplitForm.may(viewer, claim):
        return ""
    return reverse("admin:claims_claim_verb", args=[claim.pk, SplitForm.verb])


def _appearances(quotations: Sequence[Quotation], written: Sequence[Annotation], viewer: Viewer) -> list[Appearance]:
    passages = marking.stretches(quotations)
    on = notes.by_target(written, "quotation")
    return [
        Appearance(
            quotation=quotation,
            passage=passages[quotation.pk],
            speaker=marking.speaker_of(quotation),
            threads=notes.threads(on.get(quotation.pk, ()), viewer, on=quotation),
            forms=offered((AnnotateForm,), viewer, quotation),
        )
        for quotation in quotations
    ]


def _history(claim: Claim, quotations: Sequence[Quotation]) -> list[Row]:
    """What happened to the claim and to the quotations that the page shows."""
    return rows(claim_history(claim, timezone.now(), {quotation.pk for quotation in quotations}))
