"""What publishing, correcting and retracting have in common: the claim held, the next row, and what it will say."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.utils import timezone

from claims.formats.publications import differences, document
from claims.models import Claim, Evidence, Publication, Question, Quotation, Source, Verification
from claims.models.publications import STEPS, Kind
from claims.models.timelines import earliest, in_order, places, taken_from
from claims.operations.acting import Actor, Conflict, Stale
from claims.operations.conflicts import Why
from claims.operations.independence import count_origins
from claims.operations.permissions import may_publish_these


def tell(actor: Actor, claim: Claim, kind: Kind, reason: str, expected: int | None) -> Publication:
    """Add the next row: the one place where what readers see changes.

    `expected` is the number of the row that the person saw last, 0 where there was none.
    """
    held = Claim.objects.locked(claim.pk)
    now = timezone.now()
    before = Publication.objects.newest(held, now)
    _require_step(before, kind, expected)
    if before and not reason.strip():
        raise ValidationError({"reason": "Say why: readers see it."})
    made = Publication(
        claim=held,
        number=before.number + 1 if before else 1,
        kind=kind,
        reason=reason.strip(),
        made_by=actor,
        made_at=now,
        **(_as_before(before) if before and kind == Kind.RETRACTED else _as_held(actor, held, at=now)),
    )
    if before and kind == Kind.CORRECTED and not differences(before.document, made.document):
        told = "Nothing that readers see has changed since it was published: there is nothing to correct."
        raise Conflict(told, Why.NOTHING_NEW)
    made.full_clean()
    made.save(force_insert=True)
    return made


def untold(*, claim: Claim, told: Publication) -> list[str]:
    """What a correction would tell readers; empty where they see all that is held of a claim."""
    return differences(told.document, _document(claim, _verdicts(claim, timezone.now())))


def _require_step(before: Publication | None, kind: Kind, expected: int | None) -> None:
    if expected is not None and expected != (before.number if before else 0):
        told = "Somebody else changed what readers see since you opened the claim. Look at it again."
        raise Stale(told, field="expected")
    if kind not in STEPS[before.kind if before else ""]:
        stands = f"{before.get_kind_display()} already" if before else "not public"
        raise Conflict(f"The claim is {stands}; it cannot be {kind.label}.", Why.STEP)


def _as_before(before: Publication) -> dict[str, Any]:
    return {"attribution": before.attribution, "accuracy": before.accuracy, "document": before.document}


def _as_held(actor: Actor, claim: Claim, at: datetime) -> dict[str, Any]:
    """The verdicts that hold, and the document of all that is held."""
    if claim.merged_into_id is not None:
        raise Conflict(f"“{claim}” is merged into another claim: publish that one.", Why.MERGED)
    verdicts = _verdicts(claim, at)
    if not verdicts:
        raise ValidationError("Only a claim with an approved verdict is published.", code=Why.NO_VERDICT)
    if not may_publish_these(actor, verdicts):
        raise PermissionDenied("Whoever judged a claim alone cannot publish it: another approver can.")
    return {**{verdict.question: verdict for verdict in verdicts}, "document": _document(claim, verdicts)}


def _verdicts(claim: Claim, at: datetime) -> list[Verification]:
    """The approved judgement on each question that has one, with all that it rests on."""
    whole = Verification.objects.select_related("rating__scale", "checker").prefetch_related(
        Prefetch("evidence", Evidence.objects.for_list())
    )
    found = (whole.verdict(claim, question, at) for question in Question)
    return [verdict for verdict in found if verdict is not None]


def _document(claim: Claim, verdicts: Sequence[Verification]) -> dict[str, Any]:
    """What readers see: of the appearances those that a person accepted as this claim's."""
    found = places(Quotation.objects.filter(claim=claim).values_list("pk", flat=True))
    sources = {place.source_id for place in found}
    links = taken_from(sources)
    ordered = in_order(found, links)
    return document(
        claim,
        verdicts,
        places=ordered,
        earliest=earliest(ordered, links),
        origins=count_origins(ordered),
        addresses=dict(Source.objects.filter(pk__in=sources).values_list("pk", "url")),
    )
