"""Who has a text or a claim in hand."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, exactly_one, tracked
from claims.models.claims import Claim
from claims.models.sources import Snapshot

TARGETS = ("snapshot", "claim")


class AssignmentQuerySet(RecordQuerySet["Assignment"]):
    def for_list(self) -> "AssignmentQuerySet":
        """All that a row of a list shows, in one query; the snapshot's long columns stay away."""
        ends = self.select_related("assignee", "assigned_by", "claim__speaker", "snapshot__source__outlet")
        return ends.defer("snapshot__text", "snapshot__raw")

    def of(self, record: Record) -> "AssignmentQuerySet":
        """The one of a snapshot or a claim, where somebody has it in hand."""
        return self.select_related("assignee", "assigned_by").filter(**{str(record._meta.model_name): record})

    def by_person(self, at: datetime) -> list[tuple[User, int, int]]:
        """Everybody who had something in hand by a time, with how many texts and how many claims."""
        counts = self.filter(assigned_at__lte=at).order_by().values_list("assignee")
        found = {pk: (texts, claims) for pk, texts, claims in counts.annotate(t=Count("snapshot"), c=Count("claim"))}
        people = User.objects.filter(pk__in=found).order_by("username")
        return [(person, *found[person.pk]) for person in people]

    def by_group(self, at: datetime, without: tuple[str, ...]) -> list[tuple[Group, int, int]]:
        """The groups of people, but for those of some names, with how many texts and claims their people had."""
        had = Q(user__assignments__assigned_at__lte=at)
        texts = Count("user__assignments__snapshot", filter=had, distinct=True)
        claims = Count("user__assignments__claim", filter=had, distinct=True)
        groups = Group.objects.exclude(name__in=without).annotate(t=texts, c=claims).order_by("name")
        return [(group, group.t, group.c) for group in groups]


@tracked()
class Assignment(Record):
    """That a person has a snapshot or a claim in hand: took it, or was given it. One person at a time.

    It is deleted when the person is done with it or gives it back; the history keeps who had it when.
    """

    natural_fields = ("uid",)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    snapshot = models.OneToOneField(
        Snapshot, on_delete=models.PROTECT, null=True, editable=False, related_name="assignment"
    )
    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, null=True, editable=False, related_name="assignment")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="assignments"
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    assigned_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("assigned_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="assignment_one_target",
                condition=exactly_one(*TARGETS),
                violation_error_message="A snapshot or a claim is assigned, one of the two.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target}: {self.assignee}"

    @property
    def target(self) -> Record:
        """What the person has in hand."""
        targets: list[Record | None] = [self.snapshot, self.claim]
        return next(target for target in targets if target is not None)
