"""How a thing looks that waits in a queue: where it leads, its words, why it waits, since when, and who has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.urls import reverse
from django.utils.safestring import SafeString

from claims.admin import edits, marking
from claims.admin.assigning import TakeForm, in_hand
from claims.admin.verbs import VerbForm, offered
from claims.models import Anchoring, Appearance, Assignment, Claim, ClaimLink, Publication, Snapshot, Verification
from claims.operations.anchor import changes


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits. `told` are what is said of it, each in a few words."""

    address: str
    words: str
    since: datetime
    told: Sequence[object] = ()
    assignment: Assignment | None = None
    forms: list[VerbForm] = field(default_factory=list)


def _snapshot(snapshot: Any, viewer: User) -> Row:
    source = snapshot.source
    told = [f"{snapshot.suggestions} suggestion{'' if snapshot.suggestions == 1 else 's'}"]
    told += [str(given) for given in (source.outlet, source.date_edtf) if given]
    held = in_hand(snapshot)
    forms = offered((TakeForm,), viewer, snapshot)
    desk = reverse("admin:claims_snapshot_desk", args=[snapshot.pk])
    return Row(desk, str(source), snapshot.captured_at, told, held, forms)


def _claim(claim: Claim, viewer: User) -> Row:
    told: list[object] = [claim.speaker or claim.get_no_speaker_display(), *marking.statuses(claim)]
    forms = offered((TakeForm,), viewer, claim)
    return Row(marking.address(claim), claim.words, claim.created_at, told, in_hand(claim), forms)


def _verification(verification: Verification, viewer: User) -> Row:
    told: list[object] = [
        marking.chip(f"tone-{marking.tone(verification.rating)}", f"{verification.question}: {verification.rating}"),
        f"judged by {verification.checker}",
    ]
    if verification.approver:
        told.append(f"{verification.get_stage_display()}, by {verification.approver}")
    if verification.remark:
        told.append(f"“{marking.shortened(verification.remark)}”")
    address = f"{marking.address(verification.claim)}#{verification.question}"
    return Row(address, verification.claim.words, verification.created_at, told)


def _appearance(row: Appearance, viewer: User) -> Row:
    told: list[object] = [f"may be “{marking.shortened(row.beside.words, 100)}”", row.reason]
    if row.score is not None:
        told.append(f"{marking.share(row.score)} likely by its words")
    return Row(marking.address(row), row.quotation.words, row.created_at, [one for one in told if one])


def _link(link: ClaimLink, viewer: User) -> Row:
    other = link.to_claim
    told: list[object] = [
        SafeString("contradicts ") + marking.link(other, f"“{marking.shortened(str(other), 100)}”"),
        *marking.statuses(link.from_claim),
        SafeString("the other: accuracy ") + marking.status(other.accuracy_stage, other.accuracy_rating),
    ]
    return Row(f"{marking.address(link.from_claim)}#links", link.from_claim.words, link.created_at, told)


def _finding(finding: Anchoring, viewer: User) -> Row:
    told: list[object] = [edits.outcome_of(finding), *changes(finding), str(finding.snapshot.source)]
    return Row(marking.address(finding), finding.sought, finding.found_at, told)


def _publication(publication: Publication, viewer: User) -> Row:
    claim, shown = publication.claim, (publication.attribution, publication.accuracy)
    seen = [SafeString(f"{v.question} ") + marking.status(v.stage, v.rating) for v in shown if v is not None]
    told: list[object] = ["readers see", *seen, "the record has", *marking.statuses(claim)]
    return Row(f"{marking.address(claim)}#publications", claim.words, publication.made_at, told)


@dataclass(frozen=True, slots=True)
class Look:
    """How the rows of a kind of record are read for a page, and shown."""

    read: Callable[[Any], Any]
    row: Callable[[Any, User], Row]


def _claims(rows: Any) -> Any:
    ratings = ("attribution_rating__scale", "accuracy_rating__scale")
    return rows.select_related("speaker", *ratings, "assignment__assignee", "withdrawal")


def _links(rows: Any) -> Any:
    ends = ("from_claim", "to_claim")
    return rows.select_related(
        *(f"{end}__{rating}" for end in ends for rating in ("attribution_rating", "accuracy_rating"))
    )


def _publications(rows: Any) -> Any:
    records = ("attribution", "accuracy")
    ratings = (*(f"{record}__rating" for record in records), *(f"claim__{record}_rating" for record in records))
    return rows.for_list().select_related(*ratings)


LOOKS: dict[type[Model], Look] = {
    Snapshot: Look(lambda rows: rows.for_list().select_related("source__outlet", "assignment__assignee"), _snapshot),
    Claim: Look(_claims, _claim),
    Verification: Look(lambda rows: rows.for_list(), _verification),
    Appearance: Look(lambda rows: rows.with_words(), _appearance),
    ClaimLink: Look(_links, _link),
    Anchoring: Look(lambda rows: rows.for_list(), _finding),
    Publication: Look(_publications, _publication),
}


def rows_of(found: Any, viewer: User) -> list[Row]:
    """The rows of a page of a queue, in a number of queries that does not grow with them."""
    look = LOOKS[found.model]
    return [look.row(record, viewer) for record in look.read(found)]
