"""Say who has a text or a claim in hand, and that nobody has it any more."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.models import Assignment, Claim, Snapshot
from claims.operations.acting import Actor, Conflict, one_at_a_time, operation
from claims.operations.conflicts import Why, require_standing
from claims.operations.permissions import may_assign_to, may_check


@operation(may_check)
def assign(*, actor: Actor, target: Snapshot | Claim, assignee: User, only_free: bool = False) -> Assignment:
    """Give a snapshot or a claim into a person's hands. Everybody who checks may take what nobody has; whoever
    approves may give it to another, also away from whoever has it, unless `only_free`.

    Raises PermissionDenied for giving without that role, ValidationError where the assignee may not check or the claim
    is merged or taken back, and Conflict where somebody else took it first.
    """
    if not may_assign_to(actor, assignee):
        raise PermissionDenied("To give work to somebody else takes a role that may approve.")
    if not may_check(assignee):
        raise ValidationError({"assignee": f"{assignee} may not check, and so could not do it."})
    if isinstance(target, Claim):
        require_standing(Claim.objects.locked(target.pk), field="claim")
    row = _held(target)
    if row is None:
        row = Assignment(**{str(target._meta.model_name): target})
    elif row.assignee != assignee and (only_free or not may_assign_to(actor, row.assignee)):
        since = f"{row.assigned_at:%Y-%m-%d %H:%M}"
        raise Conflict(f"{row.assignee} has this in hand already, since {since}.", Why.OVERTAKEN)
    if row.pk is None or row.assignee != assignee:
        row.assignee, row.assigned_by, row.assigned_at = assignee, actor, timezone.now()
        row.full_clean()
        row.save()
    return row


@operation(may_check)
def unassign(*, actor: Actor, target: Snapshot | Claim) -> None:
    """Take it out of a person's hands: one's own, or, for whoever approves, anybody's. The history keeps who had it.

    Raises PermissionDenied for what another has, and Conflict where nobody has it.
    """
    row = _held(target)
    if row is None:
        raise Conflict("Nobody has this in hand any more.", Why.OVERTAKEN)
    if not may_assign_to(actor, row.assignee):
        raise PermissionDenied(f"{row.assignee} has this in hand: they give it back, or whoever approves takes it.")
    row.delete()


def _held(target: Snapshot | Claim) -> Assignment | None:
    """Who has it now, while nobody else takes or gives it."""
    one_at_a_time(f"assign {target._meta.model_name} {target.pk}")
    return Assignment.objects.of(target).first()
