"""The one place where a quotation's state moves."""

from django.utils import timezone

from claims.models import Quotation
from claims.operations.acting import Actor, Conflict

State = Quotation.State

# From each state to those that a person may move it to. A rejection can be thought over; what was accepted has a
# claim whose record stands.
TRANSITIONS: dict[str, frozenset[str]] = {
    State.SUGGESTED: frozenset({State.ACCEPTED, State.REJECTED}),
    State.REJECTED: frozenset({State.ACCEPTED}),
    State.ACCEPTED: frozenset(),
}


def lock(quotation: Quotation) -> Quotation:
    """The quotation as it is now, held until the transaction ends."""
    return Quotation.objects.select_related("snapshot__source").locked(quotation.pk)


def decide(*, actor: Actor, quotation: Quotation, state: str) -> None:
    """Set a locked quotation's new state and who set it; the caller saves it. Raises Conflict."""
    if state not in TRANSITIONS[quotation.state]:
        raise Conflict(f"The quotation is {quotation.state} already and cannot become {state}.")
    quotation.state, quotation.decided_by, quotation.decided_at = state, actor, timezone.now()
