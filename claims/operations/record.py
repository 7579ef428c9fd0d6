"""Make and change the plain records: outlets, sources, speakers, their names and positions, claims, scales."""

from collections.abc import Collection
from typing import Any, TypeVar

from django.core.exceptions import ValidationError

from claims.models import (
    Claim,
    Outlet,
    Position,
    Quotation,
    Rating,
    RatingScale,
    Source,
    SourceLink,
    Speaker,
    SpeakerName,
)
from claims.models.base import Record
from claims.operations.acting import Actor, Stale, operation, require, unless_blank
from claims.operations.conflicts import require_standing
from claims.operations.naming import unused_slug
from claims.operations.permissions import may_administer, may_check
from claims.operations.speakers import still_meant

R = TypeVar("R", bound=Record)

# Who may make and change what. Fields that are not editable move by operations of their own.
BY_CHECKERS = (Outlet, Source, SourceLink, Speaker, SpeakerName, Position, Claim, Quotation)
BY_ADMINISTRATORS = (RatingScale, Rating)


@operation(may_check)
def create(*, actor: Actor, record: R) -> R:
    """Store a new record. One with an empty slug gets one from its words. Raises ValidationError."""
    _may_change(actor, record)
    for column in record._meta.concrete_fields:
        setattr(record, column.attname, _said(getattr(record, column.attname)))
    if hasattr(record, "slug") and not record.slug:
        record.slug = unused_slug(type(record), str(getattr(record, "words", record)))
    record.full_clean()
    record.save(force_insert=True)
    return record


@operation(may_check)
def edit(*, actor: Actor, record: R, changes: dict[str, Any], expected: str = "") -> R:
    """Set some fields of a record.

    `expected` is the `version` of the record as it was read: where it has changed since, Stale is raised and
    nothing is lost. A suggestion whose speaker gets another name or kind is no longer resolved to one who does not go
    by it. Raises ValidationError naming the field, or none for a claim that is merged or taken back.
    """
    _may_change(actor, record)
    held: R | None = type(record)._default_manager.select_for_update(of=("self",)).filter(pk=record.pk).first()
    if held is None:
        raise Stale("Somebody else deleted this record since you opened it.")
    if expected and held.version != expected:
        raise Stale("Somebody else changed this record since you opened it. Look at it again.")
    if isinstance(held, Claim):
        require_standing(held)
    before = {field: getattr(held, field) for field in changes}
    for field, value in changes.items():
        if not held._meta.get_field(field).editable:
            raise ValidationError({field: "This is not changed by editing."})
        setattr(held, field, _said(value))
    if isinstance(held, Quotation):
        _let_go_of_speaker(held, {field for field, value in before.items() if getattr(held, field) != value})
    held.full_clean()
    held.save()
    return held


@operation(may_check)
def remove(*, actor: Actor, record: Record) -> None:
    """Delete a record on which nothing rests; its history stays. Raises ValidationError."""
    _may_change(actor, record)
    record.delete()


def _said(value: Any) -> Any:
    return unless_blank(value) if isinstance(value, str) else value


def _let_go_of_speaker(quotation: Quotation, changed: Collection[str]) -> None:
    """Whom another name is corrected to is not known yet; who was accepted, or is given now, stays."""
    is_open = quotation.state != Quotation.State.ACCEPTED and "speaker" not in changed
    if is_open and not still_meant(quotation, changed):
        quotation.speaker = None


def _may_change(actor: Actor, record: Record) -> None:
    if isinstance(record, BY_ADMINISTRATORS):
        require(may_administer, actor, f"change a {record._meta.verbose_name}")
    elif not isinstance(record, BY_CHECKERS):
        raise TypeError(f"{type(record).__name__} has operations of its own")
