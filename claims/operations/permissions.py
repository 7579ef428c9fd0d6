"""Who may do what, as named predicates. The groups that grant it are made by a migration."""

from collections.abc import Callable, Collection

from django.contrib.auth.models import AnonymousUser, User

from claims.models import Verification

ROLES = READER, CHECKER, APPROVER, ADMINISTRATOR = "Reader", "Checker", "Approver", "Administrator"


def may_read(user: User | AnonymousUser) -> bool:
    """See every record and its history."""
    return user.has_perm("claims.view_claim")


def may_check(user: User | AnonymousUser) -> bool:
    """Capture, review suggestions, annotate, link, add evidence and submit judgements."""
    return user.has_perm("claims.check_claim")


def may_approve(user: User | AnonymousUser) -> bool:
    """Approve or return judgements, those of others that is."""
    return user.has_perm("claims.approve_claim")


def may_approve_this(user: User | AnonymousUser, verification: Verification) -> bool:
    """Approve or return this judgement: never one's own."""
    return may_approve(user) and verification.checker_id != user.pk


def may_publish(user: User | AnonymousUser) -> bool:
    """Publish, correct and retract claims."""
    return user.has_perm("claims.approve_claim")


def may_publish_these(user: User | AnonymousUser, verdicts: Collection[Verification]) -> bool:
    """Publish these verdicts: not where all of them are one's own judgements."""
    return may_publish(user) and any(verdict.checker_id != user.pk for verdict in verdicts)


def may_assign_to(user: User | AnonymousUser, assignee: User) -> bool:
    """Give work to a person, or take it away again: one's own, or as one who approves anybody's."""
    return may_approve(user) or (may_check(user) and assignee.pk == user.pk)


def may_administer(user: User | AnonymousUser) -> bool:
    """Manage people and rating scales."""
    return user.has_perm("claims.administer")


def needed(may: Callable[..., bool]) -> str:
    """What to tell a person for whom a predicate does not hold."""
    right = (may.__doc__ or may.__name__).partition(".")[0]
    return f"This takes a role that may {right[0].lower()}{right[1:]}."
