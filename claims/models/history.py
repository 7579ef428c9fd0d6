"""What happened to a record, read from the events that the database wrote."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from django.db import models
from django.db.models import Q, QuerySet

from claims.models.annotations import Annotation
from claims.models.assignments import Assignment
from claims.models.base import Record, version_of
from claims.models.claims import Claim
from claims.models.evidence import Evidence
from claims.models.links import ClaimLink
from claims.models.publications import Publication
from claims.models.quotations import Quotation
from claims.models.sources import Snapshot
from claims.models.utterances import Appearance, Regrouping
from claims.models.verification import Verification
from claims.models.withdrawals import Withdrawal


@dataclass(frozen=True, slots=True)
class Change:
    """One field, before and after. A row that was made has nothing before."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: when, who, by which operation, and what it did to which record.

    `actor` and `operation` are empty where the row was written past the operations, by raw SQL or by a fixture.
    """

    at: datetime
    actor: str
    operation: str
    action: str
    record: str
    record_id: int
    changes: tuple[Change, ...]


def history(record: Record, at: datetime, rows: Iterable[tuple[type[models.Model], str]] = ()) -> list[Entry]:
    """What had happened to one record by a time, oldest first.

    With `rows` also to the records that belong to it: their models, and the field of each that says to what they do.
    """
    found = list(_entries(_events(type(record)).filter(pgh_obj_id=record.pk), at))
    for model, field in rows:
        found += _entries(_events(model).filter(**{field: record.pk}), at)
    return sorted(found, key=lambda entry: entry.at)


def history_since(model: type[models.Model], pk: int | str, version: str, at: datetime) -> list[Entry]:
    """What happened to a record by a time after it had a version, oldest first; all of it where none left it so.

    By its id: the record may have been deleted meanwhile.
    """
    events = _events(model).filter(pgh_obj_id=pk)
    entries = list(_entries(events, at))
    left = [event.pgh_label != "delete" and version_of(event, model) == version for event in events[: len(entries)]]
    return entries[len(left) - left[::-1].index(True) :] if True in left else entries


def claim_history(claim: Claim, at: datetime, among: Collection[int] | None = None) -> list[Entry]:
    """What had happened by a time to a claim and all that hangs on it, from the capture on, oldest first.

    With `among`, of its quotations only these. One query for each kind of record, however many there are.
    """
    quotations = Quotation.objects.filter(claim=claim)
    if among is not None:
        quotations = quotations.filter(pk__in=among)
    about = {
        Snapshot: Q(pgh_obj__in=quotations.values("snapshot")),
        Quotation: Q(pgh_obj__in=quotations),
        Appearance: Q(quotation__in=quotations),
        Claim: Q(pgh_obj=claim),
        Withdrawal: Q(claim=claim),
        Regrouping: Q(from_claim=claim) | Q(to_claim=claim),
        Assignment: Q(claim=claim),
        Evidence: Q(claim=claim),
        Verification: Q(claim=claim),
        Publication: Q(claim=claim),
        ClaimLink: Q(from_claim=claim) | Q(to_claim=claim),
        Annotation: Q(claim=claim)
        | Q(quotation__in=quotations)
        | Q(verification__in=Verification.objects.filter(claim=claim)),
    }
    found = (entry for model, which in about.items() for entry in _entries(_events(model).filter(which), at))
    # sorted() is stable: within one moment the order is that of the stages from capture to judgement.
    return sorted(found, key=lambda entry: entry.at)


def _events(model: type[models.Model]) -> QuerySet[Any]:
    related = cast(models.ManyToOneRel, model._meta.get_field("events"))
    return related.related_model._default_manager.order_by("pgh_obj_id", "pgh_id")


def _entries(events: QuerySet[Any], at: datetime) -> Iterator[Entry]:
    for _, of_one in groupby(events.filter(pgh_created_at__lte=at), key=lambda event: event.pgh_obj_id):
        before: Any = None
        for event in of_one:
            context = event.pgh_context or {}
            yield Entry(
                at=event.pgh_created_at,
                actor=context.get("actor", ""),
                operation=context.get("operation", ""),
                action=event.pgh_label,
                record=event.pgh_tracked_model._meta.verbose_name,
                record_id=event.pgh_obj_id,
                changes=tuple(_changes(before, event)),
            )
            before = event


def _changes(before: Any, event: Any) -> Iterable[Change]:
    if event.pgh_label == "delete":
        return
    for field in event._meta.concrete_fields:
        if field.name.startswith("pgh_") or field.name == "id":
            continue
        new = getattr(event, field.attname)
        old = None if before is None else getattr(before, field.attname)
        if new != old and (before is not None or new not in ("", None, [], False)):
            yield Change(field.name, old, new)
