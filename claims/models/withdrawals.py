"""Claims that were taken back with the accept that made them: they stay on record, and out of the way."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.claims import Claim
from claims.models.quotations import Quotation
from claims.models.triggers import fixed, refuse

# What makes a claim one that somebody works with: table and column.
USES = (
    ("claims_quotation", "claim_id"),
    ("claims_verification", "claim_id"),
    ("claims_evidence", "claim_id"),
    ("claims_annotation", "claim_id"),
    ("claims_claimlink", "from_claim_id"),
    ("claims_claimlink", "to_claim_id"),
    ("claims_claim", "merged_into_id"),
    ("claims_regrouping", "from_claim_id"),
    ("claims_regrouping", "to_claim_id"),
)
IN_USE = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {column} = NEW.claim_id)" for table, column in USES)
WITHDRAWN_CLAIM_REFUSED = refuse(
    "withdrawn_claim_is_unused", "somebody works with this claim: it is not taken back", column="claim"
)
WITHDRAWN_CLAIM_IS_UNUSED = pgtrigger.Trigger(
    name="withdrawn_claim_is_unused",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    # Whoever is about to use the claim waits here, and is then refused by standing_claim.
    func=f"""
        PERFORM 1 FROM claims_claim WHERE id = NEW.claim_id FOR UPDATE;
        IF {IN_USE} THEN
            {WITHDRAWN_CLAIM_REFUSED}
        END IF;
        RETURN NEW;
    """,
)


@tracked()
class Withdrawal(Record):
    """That a claim was taken back together with the accept that had made it of a quotation.

    The row goes when the quotation is accepted again: the claim is then taken up as it was filed. What it was and who
    took it back stays in the events.
    """

    natural_fields = ("claim__slug",)

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="withdrawal", editable=False)
    quotation = models.OneToOneField(Quotation, on_delete=models.PROTECT, related_name="withdrawal", editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = RecordQuerySet["Withdrawal"].as_manager()

    class Meta:
        ordering = ("pk",)
        triggers: ClassVar[tuple[pgtrigger.Trigger, ...]] = (
            WITHDRAWN_CLAIM_IS_UNUSED,
            fixed("claim_id", "quotation_id", "made_by_id", "made_at"),
        )

    def __str__(self) -> str:
        return f"taken back: {self.claim}"
