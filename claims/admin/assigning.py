"""The forms by which a text or a claim comes into a person's hands, and out of them."""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, User

from claims.admin.judging import CheckersForm
from claims.models import Assignment, Claim, Snapshot
from claims.models.base import Record
from claims.operations.acting import Actor
from claims.operations.assign import assign, unassign
from claims.operations.permissions import may_approve, may_assign_to, may_check


def in_hand(record: Record) -> Assignment | None:
    """Who has a snapshot or a claim in hand; read once."""
    return getattr(record, "assignment", None)


def _is_open(target: Snapshot | Claim) -> bool:
    return not isinstance(target, Claim) or target.is_standing


class TakeForm(CheckersForm):
    """Whoever checks takes what nobody has."""

    verb, label, weight = "take", "Take this in hand", "plain"
    button = "Take"

    @classmethod
    def fits(cls, target: Any) -> bool:
        return _is_open(target) and in_hand(target) is None

    def act(self, who: Actor) -> str:
        assign(actor=who, target=self.target, assignee=who, only_free=True)
        return "You have this in hand now."


class AssignForm(CheckersForm):
    """Whoever approves gives it to somebody, also away from whoever has it."""

    verb, label = "assign", "Give to a person"
    assignee = forms.ModelChoiceField(User.objects.none(), label="Person")

    def prepare(self, **known: Any) -> None:
        people = User.objects.with_perm("claims.check_claim", backend="django.contrib.auth.backends.ModelBackend")
        field: Any = self.fields["assignee"]
        field.queryset = people.order_by("username")

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_approve(user)

    @classmethod
    def fits(cls, target: Any) -> bool:
        return _is_open(target)

    def act(self, who: Actor) -> str:
        row = assign(actor=who, target=self.target, assignee=self.cleaned_data["assignee"])
        return f"{row.assignee} has this in hand now."


class UnassignForm(CheckersForm):
    """Whoever has it gives it back; whoever approves takes it from anybody."""

    verb, label, weight = "unassign", "Give back", "away"

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        held = in_hand(target)
        return may_check(user) and (held is None or may_assign_to(user, held.assignee))

    @classmethod
    def fits(cls, target: Any) -> bool:
        return in_hand(target) is not None

    def act(self, who: Actor) -> str:
        unassign(actor=who, target=self.target)
        return "Nobody has this in hand now."


ASSIGNING = (TakeForm, UnassignForm, AssignForm)
