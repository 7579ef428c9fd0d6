"""The one place where a quotation's state moves."""

from django.utils import timezone

from claims.models import Quotation
from claims.operations.acting import Actor, Conflict
from claims.operations.conflicts import Why

State = Quotation.State

# From each state to those that a person may move it to. A rejection can be thought over, and either decision taken
# back; what was accepted is first a suggestion again, for its claim may have become more than this quotation.
TRANSITIONS: dict[str, frozenset[str]] = {
    State.SUGGESTED: frozenset({State.ACCEPTED, State.REJECTED}),
    State.REJECTED: frozenset({State.ACCEPTED, State.SUGGESTED}),
    State.ACCEPTED: frozenset({State.SUGGESTED}),
}


def lock(quotation: Quotation) -> Quotation:
    """The quotation as it is now, held until the transaction ends."""
    return Quotation.objects.select_related("snapshot__source").locked(quotation.pk)


def decide(*, actor: Actor, quotation: Quotation, state: str) -> None:
    """Set a locked quotation's new state and who set it; the caller saves it. Raises Conflict.

    A suggestion is nobody's decision: with that state the one before is forgotten, but for the history.
    """
    if state not in TRANSITIONS[quotation.state]:
        by = f" (by {quotation.decided_by})" if quotation.decided_by else ""
        raise Conflict(f"The quotation is {quotation.state} already{by} and cannot become {state}.", Why.DECIDED)
    decided = state != State.SUGGESTED
    quotation.state = state
    quotation.decided_by, quotation.decided_at = (actor, timezone.now()) if decided else (None, None)
