"""What a judgement can rest on."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, all_or_none, tracked
from claims.models.claims import Claim
from claims.models.merges import added_to_an_unmerged_claim
from claims.models.scales import Question
from claims.models.sources import Snapshot
from claims.models.triggers import passage_matches, refuse, standing_claim


class EvidenceQuerySet(RecordQuerySet["Evidence"]):
    def for_list(self) -> "EvidenceQuerySet":
        return self.select_related("snapshot__source__outlet", "created_by", "claim").defer(
            "snapshot__text", "snapshot__raw"
        )


@tracked()
class Evidence(Record):
    """A captured text, or a passage of one, that bears on one question about one claim."""

    natural_fields = (
        "claim__slug",
        "question",
        "snapshot__source__identifier",
        "snapshot__number",
        "start",
        "end",
    )

    class Stance(models.TextChoices):
        SUPPORTS = "supports", "supports"
        REFUTES = "refutes", "refutes"
        CONTEXT = "context", "context"

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence", db_index=False)
    question = models.CharField(max_length=11, choices=Question.choices)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="evidence")
    start = models.PositiveIntegerField(null=True, blank=True, help_text="Empty: the whole text.")
    end = models.PositiveIntegerField(null=True, blank=True)
    exact = models.TextField("passage", null=True, blank=True)  # noqa: DJ001  # null with start and end: no passage
    stance = models.CharField(max_length=8, choices=Stance.choices)
    note = models.TextField(blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "evidence"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["claim", "question", "snapshot", "start", "end"],
                nulls_distinct=False,
                name="evidence_once",
                violation_error_message="This passage is already evidence on this question.",
            ),
            models.CheckConstraint(name="evidence_passage_whole", condition=all_or_none("start", "end", "exact")),
            models.CheckConstraint(
                name="evidence_question_known", condition=Q(question__in=["attribution", "accuracy"])
            ),
            models.CheckConstraint(
                name="evidence_stance_known", condition=Q(stance__in=["supports", "refutes", "context"])
            ),
        ]
        triggers = (
            passage_matches("NEW.snapshot_id", optional=True),
            standing_claim(pgtrigger.Insert, "claim_id"),
            added_to_an_unmerged_claim("NEW.claim_id"),
            pgtrigger.Trigger(
                name="cited_evidence_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=f"""
                    IF EXISTS (SELECT 1 FROM claims_citation WHERE evidence_id = OLD.id) THEN
                        {refuse("cited_evidence_stays", "a verification rests on this: it stays as it is")}
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: {self.exact or self.snapshot.source}"
