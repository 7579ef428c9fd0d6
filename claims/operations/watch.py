"""Capture a source again and again: set that, stop it, and do it once."""

from dataclasses import dataclass
from datetime import timedelta

import pghistory
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from claims.models import Snapshot, Source, Watch
from claims.operations.acting import Actor, one_at_a_time, operation, require
from claims.operations.capture import Captured, article_at, capture
from claims.operations.conflicts import Why
from claims.operations.fetch import FetchError
from claims.operations.permissions import may_check

# Failures in a row double the wait, up to so many hours: a server that is down is not asked all day, and a page
# that comes back is seen within a week.
LONGEST_WAIT = 7 * 24


@dataclass(frozen=True, slots=True)
class Watched:
    """The watch on a source, and whether it is new."""

    watch: Watch
    is_new: bool


@operation(may_check)
def watch(*, actor: Actor, source: Source, every_hours: int) -> Watched:
    """Have a source captured again every so many hours, as this user, at once for the first time.

    A source is watched once: to watch it again sets the hours anew, and forgets failures. Raises ValidationError
    naming the field.
    """
    if not source.url:
        told = "This source has no URL that it could be fetched from: give it one first."
        raise ValidationError({"source": ValidationError(told, code=Why.NO_ADDRESS)})
    one_at_a_time(f"watch {source.pk}")
    held = Watch.objects.select_for_update(of=("self",)).filter(source=source).first()
    row = held or Watch(source=source)
    row.every_hours, row.created_by = every_hours, actor
    row.next_at, row.failures, row.last_error = timezone.now(), 0, ""
    row.full_clean()
    row.save()
    return Watched(row, is_new=held is None)


@operation(may_check)
def unwatch(*, actor: Actor, watch: Watch) -> None:
    """Have a source captured no more; its captures and the history of the watch stay."""
    watch.delete()


def recapture(*, actor: Actor, watch: Watch) -> Captured | None:
    """Fetch a watched source and hold its text as it is now; None where that failed, which the watch then says.

    The page is fetched outside of any transaction, and what came of it is noted in one of its own: so that a failure
    is known of whatever it was. One that is no refusal is raised as well.
    """
    try:
        captured = _captured(actor, watch.source)
    except (FetchError, ValidationError, PermissionDenied) as refusal:
        _note(actor, watch, _in_words(refusal))
        return None
    except Exception as fault:
        _note(actor, watch, f"{type(fault).__name__}: {fault}")
        raise
    _note(actor, watch)
    return captured


def _captured(actor: Actor, source: Source) -> Captured:
    require(may_check, actor, "capture")
    if not source.url:
        raise ValidationError("The source has no URL any more.")
    # Under the name it is held by: its pages may have moved behind a redirect since.
    article = article_at(source.url, identifier=source.identifier)
    return capture(actor=actor, article=article, method=Snapshot.Method.URL)


def _in_words(refusal: Exception) -> str:
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)


@transaction.atomic
def _note(actor: Actor, watch: Watch, error: str = "") -> None:
    """Write down what came of an attempt and when the next is due, whether or not the user still may capture."""
    held = Watch.objects.select_for_update(of=("self",)).filter(pk=watch.pk).first()
    if held is None:
        return  # it was stopped meanwhile
    held.last_at = timezone.now()
    held.failures = held.failures + 1 if error else 0
    held.last_error = error
    held.next_at = held.last_at + timedelta(hours=wait(held.every_hours, held.failures))
    with pghistory.context(user=actor.pk, actor=actor.get_username(), operation="recapture"):
        held.save(update_fields=["last_at", "failures", "last_error", "next_at"])


def wait(every_hours: int, failures: int) -> int:
    """Hours until the next attempt, after so many failures in a row."""
    return min(every_hours << min(failures, 14), max(every_hours, LONGEST_WAIT))
