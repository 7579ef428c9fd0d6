"""What readers were told of a claim: each time it was published, corrected or retracted."""

from collections.abc import Collection
from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.claims import Claim
from claims.models.merges import of_an_unmerged_claim
from claims.models.scales import Question, Stage
from claims.models.triggers import append_only, refuse
from claims.models.verification import Verification


class Kind(models.TextChoices):
    PUBLISHED = "published", "published"
    CORRECTED = "corrected", "corrected"
    RETRACTED = "retracted", "retracted"


# From what readers were told last ("": nothing) to what they may be told next.
STEPS: dict[str, frozenset[str]] = {
    "": frozenset({Kind.PUBLISHED}),
    Kind.PUBLISHED: frozenset({Kind.CORRECTED, Kind.RETRACTED}),
    Kind.CORRECTED: frozenset({Kind.CORRECTED, Kind.RETRACTED}),
    Kind.RETRACTED: frozenset({Kind.PUBLISHED}),
}
_ALLOWED = " OR ".join(
    f"(before_kind = '{before}' AND NEW.kind IN ({', '.join(repr(kind.value) for kind in Kind if kind in after)}))"
    for before, after in STEPS.items()
)
# Every address in the document is one that a page can link to without running anything.
ADDRESS_THAT_RUNS = '$.**.url ? (@ != "" && !(@ like_regex "^https?://[^[:space:]]+$"))'

NUMBER_REFUSED = refuse(
    "publication_number_follows",
    "number % does not follow %",
    "NEW.number",
    "coalesce(before.number, 0)",
    column="number",
)
KIND_REFUSED = refuse(
    "publication_kind_follows",
    "what is % cannot be % next",
    "coalesce(before.kind, 'not public')",
    "NEW.kind",
    column="kind",
)
RETRACTS_REFUSED = refuse(
    "publication_retracts_what_stood", "what is retracted is not what was published last", column="document"
)
CORRECTS_REFUSED = refuse(
    "publication_corrects_something", "nothing that readers see has changed since", column="document"
)
VERDICTS_REFUSED = refuse(
    "publication_of_its_verdicts",
    "the verdict on % is not the approved one that held at the time",
    "question_",
)
SHOWS_REFUSED = refuse(
    "publication_shows_its_verdicts", "the document does not say what the verdicts say", column="document"
)
FOLLOWS_ITS_PREDECESSOR = pgtrigger.Trigger(
    name="follows_its_predecessor",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("before", "claims_publication%ROWTYPE"), ("before_kind", "TEXT")],
    func=f"""
        PERFORM 1 FROM claims_claim WHERE id = NEW.claim_id FOR NO KEY UPDATE;
        SELECT * INTO before FROM claims_publication WHERE claim_id = NEW.claim_id ORDER BY number DESC LIMIT 1;
        before_kind := coalesce(before.kind, '');
        IF NEW.number <> coalesce(before.number, 0) + 1 THEN
            {NUMBER_REFUSED}
        END IF;
        IF NOT ({_ALLOWED}) THEN
            {KIND_REFUSED}
        END IF;
        IF NEW.kind = 'retracted' AND (NEW.document, NEW.attribution_id, NEW.accuracy_id)
                IS DISTINCT FROM (before.document, before.attribution_id, before.accuracy_id) THEN
            {RETRACTS_REFUSED}
        END IF;
        IF NEW.kind = 'corrected' AND NEW.document = before.document THEN
            {CORRECTS_REFUSED}
        END IF;
        RETURN NEW;
    """,
)
RESTS_ON_VERDICTS = pgtrigger.Trigger(
    name="rests_on_verdicts",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Condition("NEW.kind <> 'retracted'"),
    declare=[
        ("question_", "TEXT"),
        ("held", "BIGINT"),
        ("verdicts", "BIGINT"),
        ("shown", "BIGINT"),
        ("others", "BIGINT"),
    ],
    func=f"""
        FOREACH question_ IN ARRAY ARRAY['attribution', 'accuracy'] LOOP
            SELECT id INTO held FROM claims_verification
                WHERE claim_id = NEW.claim_id AND question = question_ AND stage = 'approved'
                    AND created_at <= NEW.made_at
                ORDER BY number DESC LIMIT 1;
            IF (to_jsonb(NEW)->>(question_ || '_id'))::BIGINT IS DISTINCT FROM held THEN
                {VERDICTS_REFUSED}
            END IF;
        END LOOP;
        SELECT count(*), count(*) FILTER (WHERE checker_id <> NEW.made_by_id), count(*) FILTER (
                WHERE NEW.document->'verdicts' @> jsonb_build_array(jsonb_build_object(
                    'question', question, 'number', number, 'rationale', rationale)))
            INTO verdicts, others, shown FROM claims_verification WHERE id IN (NEW.attribution_id, NEW.accuracy_id);
        IF shown <> verdicts OR jsonb_array_length(NEW.document->'verdicts') <> verdicts THEN
            {SHOWS_REFUSED}
        END IF;
        IF others = 0 THEN
            {refuse("publication_four_eyes", "whoever judged alone cannot publish it", column="made_by")}
        END IF;
        IF jsonb_path_exists(NEW.document, '{ADDRESS_THAT_RUNS}') THEN
            {refuse("publication_links_to_the_web", "an address does not begin with http", column="document")}
        END IF;
        RETURN NEW;
    """,
)


class PublicationQuerySet(RecordQuerySet["Publication"]):
    def for_list(self) -> "PublicationQuerySet":
        """All that a row of a list shows; the documents stay away."""
        return self.select_related("claim", "made_by").defer("document")

    def of_claim(self, claim: Claim) -> "PublicationQuerySet":
        """Everything that readers were told of a claim, newest first."""
        return self.for_list().filter(claim=claim).order_by("-number")

    def of_address(self, slug: str, at: datetime) -> "PublicationQuerySet":
        """Everything that readers had been told by a time at a claim's public address, newest first."""
        whole = self.select_related("claim__merged_into")
        return whole.filter(claim__slug=slug, made_at__lte=at).order_by("-number")

    def first_times(self, claims: Collection[int]) -> dict[int, datetime]:
        """When each of some claims was published for the first time."""
        return dict(self.filter(claim__in=claims, number=1).values_list("claim", "made_at"))

    def newest(self, claim: Claim, at: datetime) -> "Publication | None":
        """What readers were told last by a time, also where that is that it was retracted."""
        return self.filter(claim=claim, made_at__lte=at).order_by("-number").first()

    def current(self, at: datetime) -> "PublicationQuerySet":
        """Of each claim what readers were told last by a time; the newest first."""
        later = Publication.objects.filter(claim=OuterRef("claim"), number__gt=OuterRef("number"), made_at__lte=at)
        return self.filter(~Exists(later), made_at__lte=at).order_by("-made_at", "-pk")

    def public(self, at: datetime) -> "PublicationQuerySet":
        """What stood before the public at a time."""
        return self.current(at).exclude(kind=Kind.RETRACTED)

    def overtaken(self, at: datetime) -> "PublicationQuerySet":
        """What stood before the public at a time with a verdict older than that of the record."""
        newer = Q()
        for question in Question:
            approved = Verification.objects.filter(
                claim=OuterRef("claim"),
                question=question,
                stage=Stage.APPROVED,
                created_at__lte=at,
                number__gt=Coalesce(OuterRef(f"{question}__number"), 0),
            )
            newer |= Q(Exists(approved))
        return self.public(at).filter(newer)


@tracked(exclude=("document",))
class Publication(Record):
    """That a claim was published, corrected or retracted, and all that its public page said from then on.

    `document` is what readers saw, as it was at that time: later changes of the record do not reach it, so the page
    changes only by a further row. Rows are only ever added: the highest number holds.
    """

    natural_fields = ("claim__slug", "number")
    append_only = True

    claim = models.ForeignKey(
        Claim, on_delete=models.PROTECT, related_name="publications", editable=False, db_index=False
    )
    number = models.PositiveIntegerField(help_text="1 for the first time, and so on.", editable=False)
    kind = models.CharField(max_length=9, choices=Kind.choices, editable=False)
    reason = models.TextField(blank=True, help_text="Why, as readers are told.")
    attribution = models.ForeignKey(
        Verification,
        verbose_name="verdict on the attribution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    accuracy = models.ForeignKey(
        Verification,
        verbose_name="verdict on the accuracy",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    document = models.JSONField(editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ("claim", "number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["claim", "number"], name="publication_number_once"),
            models.CheckConstraint(
                name="publication_kind_known", condition=Q(kind__in=["published", "corrected", "retracted"])
            ),
            models.CheckConstraint(
                name="publication_has_a_reason",
                condition=Q(number=1) | Q(reason__regex=r"\S"),
                violation_error_message="Say why: readers see it.",
            ),
            models.CheckConstraint(
                name="publication_has_a_verdict",
                condition=Q(attribution__isnull=False) | Q(accuracy__isnull=False),
                violation_error_message="Only a claim with an approved verdict is published.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index("made_at", "id", name="publication_newest")]
        triggers = (
            *append_only(),
            FOLLOWS_ITS_PREDECESSOR,
            RESTS_ON_VERDICTS,
            of_an_unmerged_claim(
                "publication_of_an_unmerged_claim",
                "the claim was merged into another: publish that one",
                "NEW.claim_id",
                at="made_at",
                condition=pgtrigger.Condition("NEW.kind <> 'retracted'"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.claim}: {self.get_kind_display()}, {self.number}"

    @property
    def is_public(self) -> bool:
        """Whether the verdicts in it stand, as far as this row knows."""
        return self.kind != Kind.RETRACTED
