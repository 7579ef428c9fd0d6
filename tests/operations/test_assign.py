"""Who has a text or a claim in hand, who may give it, and that two never take the same."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.models import Assignment
from claims.models.history import claim_history, history
from claims.operations.acting import Conflict
from claims.operations.assign import assign, unassign
from claims.operations.merge import merge_claims
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [factories.claim, factories.captured])
def test_a_person_takes_what_nobody_has_and_gives_it_back(make: Any) -> None:
    sam, target = factories.user("Checker", "sam"), make()
    row = assign(actor=sam, target=target, assignee=sam)
    assert (row.target, row.assignee, row.assigned_by) == (target, sam, sam)
    unassign(actor=sam, target=target)
    assert not Assignment.objects.exists()
    told = [(entry.actor, entry.operation, entry.action) for entry in history(row, timezone.now())]
    assert told == [("sam", "assign", "insert"), ("sam", "unassign", "delete")]


def test_who_had_a_claim_in_hand_is_in_its_history() -> None:
    sam, claim = factories.user("Checker", "sam"), factories.claim()
    assign(actor=sam, target=claim, assignee=sam)
    assert ("sam", "assign") in {(e.actor, e.operation) for e in claim_history(claim, timezone.now())}


ROBIN, SAM, ALEX = ("Approver", "robin"), ("Checker", "sam"), ("Checker", "alex")


@pytest.mark.parametrize(
    ("holder", "actor", "assignee", "refused"),
    [
        (None, SAM, SAM, None),
        (None, SAM, ALEX, PermissionDenied),
        (None, ROBIN, ALEX, None),
        (SAM, ALEX, ALEX, Conflict),
        (SAM, SAM, SAM, None),
        (SAM, ROBIN, ALEX, None),
        (None, ROBIN, ("Reader", "rene"), ValidationError),
    ],
)
def test_who_gives_what_to_whom(holder: Any, actor: Any, assignee: Any, refused: Any) -> None:
    claim, who, whom = factories.claim(), factories.user(*actor), factories.user(*assignee)
    if holder:
        assign(actor=factories.user(*holder), target=claim, assignee=factories.user(*holder))
    if refused:
        with pytest.raises(refused):
            assign(actor=who, target=claim, assignee=whom)
    else:
        assert assign(actor=who, target=claim, assignee=whom).assignee == whom
        assert Assignment.objects.count() == 1


def test_an_approver_who_means_to_take_what_is_free_does_not_take_it_away() -> None:
    sam, robin, claim = factories.user(*SAM), factories.user(*ROBIN), factories.claim()
    for _ in range(2):  # one's own again is nothing new
        assign(actor=sam, target=claim, assignee=sam, only_free=True)
    with pytest.raises(Conflict, match="sam has this in hand already"):
        assign(actor=robin, target=claim, assignee=robin, only_free=True)
    assert Assignment.objects.get().assignee == sam


@pytest.mark.parametrize(("actor", "refused"), [(SAM, None), (ROBIN, None), (ALEX, PermissionDenied)])
def test_who_takes_it_away(actor: Any, refused: Any) -> None:
    claim = factories.claim()
    assign(actor=factories.user(*SAM), target=claim, assignee=factories.user(*SAM))
    if refused:
        with pytest.raises(refused):
            unassign(actor=factories.user(*actor), target=claim)
    else:
        unassign(actor=factories.user(*actor), target=claim)
        with pytest.raises(Conflict, match="Nobody"):
            unassign(actor=factories.user(*actor), target=claim)


def test_a_merged_claim_is_not_worked_on() -> None:
    sam, claim = factories.user("Checker", "sam"), factories.claim()
    merge_claims(actor=sam, claim=claim, into=factories.claim())
    claim.refresh_from_db()
    with pytest.raises(ValidationError, match="merged into claim"):
        assign(actor=sam, target=claim, assignee=sam)


def test_a_desk_has_what_its_people_have() -> None:
    from django.contrib.auth.models import Group

    sam, alex = factories.user(*SAM), factories.user(*ALEX)
    politics = Group.objects.create(name="Politics")
    Group.objects.create(name="Science")
    politics.user_set.add(sam, alex)
    for who, target in ((sam, factories.claim()), (alex, factories.claim()), (alex, factories.captured())):
        assign(actor=who, target=target, assignee=who)
    now = timezone.now()
    assert [(str(who), t, c) for who, t, c in Assignment.objects.by_person(now)] == [("alex", 1, 1), ("sam", 0, 1)]
    desks = Assignment.objects.by_group(now, without=("Reader", "Checker", "Approver", "Administrator"))
    assert [(str(desk), t, c) for desk, t, c in desks] == [("Politics", 1, 2), ("Science", 0, 0)]
