"""Claims: statements attributed to a speaker at a time."""

import hashlib
from datetime import datetime
from typing import Any, ClassVar

import pgtrigger
from django.contrib.auth.models import User
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce, Upper
from django.utils import timezone

from claims.models.base import Record, language_tag, tracked
from claims.models.dated import Dated, DatedQuerySet, dated_indexes
from claims.models.merges import CHANGES_WHILE_STANDING, MERGED_CLAIM
from claims.models.scales import Rating, Stage
from claims.models.searches import Sought
from claims.models.speakers import Speaker
from claims.models.triggers import awaits_indexing, never_deleted, refuse

STATUS_IS_VERIFIED_REFUSED = refuse(
    "status_is_verified",
    "the % status of a claim is not what its verifications say",
    "question_",
    of=("claims_claim", "NEW.id"),
)
STATUS_IS_VERIFIED = pgtrigger.Trigger(
    name="status_is_verified",
    when=pgtrigger.After,
    operation=pgtrigger.Insert
    | pgtrigger.UpdateOf(  # type: ignore[no-untyped-call]  # pgtrigger leaves it without types
        "attribution_stage", "attribution_rating_id", "accuracy_stage", "accuracy_rating_id"
    ),
    # At the end of the transaction: a fixture brings the claim before its verifications.
    timing=pgtrigger.Deferred,
    declare=[("question_", "TEXT"), ("shown", "JSONB"), ("stage_", "TEXT"), ("rating_", "BIGINT")],
    func=f"""
        SELECT to_jsonb(c) INTO shown FROM claims_claim c WHERE id = NEW.id;
        IF shown IS NULL THEN RETURN NULL; END IF;
        FOREACH question_ IN ARRAY ARRAY['attribution', 'accuracy'] LOOP
            SELECT stage INTO stage_ FROM claims_verification
                WHERE claim_id = NEW.id AND question = question_ ORDER BY number DESC LIMIT 1;
            SELECT rating_id INTO rating_ FROM claims_verification
                WHERE claim_id = NEW.id AND question = question_ AND stage = 'approved'
                ORDER BY number DESC LIMIT 1;
            IF shown->>(question_ || '_stage') IS DISTINCT FROM coalesce(stage_, 'none')
               OR (shown->>(question_ || '_rating_id'))::BIGINT IS DISTINCT FROM rating_ THEN
                {STATUS_IS_VERIFIED_REFUSED}
            END IF;
        END LOOP;
        RETURN NULL;
    """,
)

JUDGED_CLAIM_STANDS_REFUSED = refuse(
    "judged_claim_stands",
    "words and speaker of a judged claim stay: make a new claim and link it (corrects)",
    column="words",
)
JUDGED_CLAIM_STANDS = pgtrigger.Trigger(
    name="judged_claim_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    # A judgement is on these words of this speaker: under one that waits neither may turn into another, nor under a
    # verdict, which holds on while a later judgement is made, and where that one is returned.
    func=f"""
        IF (NEW.words, NEW.speaker_id, NEW.no_speaker) IS DISTINCT FROM (OLD.words, OLD.speaker_id, OLD.no_speaker)
           AND ('submitted' IN (OLD.attribution_stage, OLD.accuracy_stage)
                OR coalesce(OLD.attribution_rating_id, OLD.accuracy_rating_id) IS NOT NULL) THEN
            {JUDGED_CLAIM_STANDS_REFUSED}
        END IF;
        RETURN NEW;
    """,
)

PUBLISHED_ADDRESS_STANDS_REFUSED = refuse(
    "published_address_stands",
    "readers know this claim by its slug: it stays",
    column="slug",
)
PUBLISHED_ADDRESS_STANDS = pgtrigger.Trigger(
    name="published_address_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("slug"),  # type: ignore[no-untyped-call]  # as for the status above
    func=f"""
        IF NEW.slug <> OLD.slug AND EXISTS (SELECT 1 FROM claims_publication WHERE claim_id = NEW.id) THEN
            {PUBLISHED_ADDRESS_STANDS_REFUSED}
        END IF;
        RETURN NEW;
    """,
)


# Where a question waits for somebody to judge it.
OPEN_STAGES = (Stage.NONE, Stage.RETURNED)


class ClaimQuerySet(DatedQuerySet["Claim"]):
    def unmerged(self) -> "ClaimQuerySet":
        """Without those whose quotations went to another claim."""
        return self.filter(merged_into=None)

    def standing(self) -> "ClaimQuerySet":
        """Those that can be worked with: neither merged into another nor taken back."""
        return self.unmerged().filter(withdrawal=None)

    def for_list(self) -> "ClaimQuerySet":
        """All that a row of a list shows, in one query."""
        # Counted by themselves, so that no filter over the appearances counts them twice or leaves some out.
        appearances = self._quotations.filter(claim=OuterRef("pk")).order_by().values("claim").values(n=Count("pk"))
        return self.select_related("speaker", "attribution_rating__scale", "accuracy_rating__scale").annotate(
            appearance_count=Coalesce(Subquery(appearances), 0)
        )

    def for_page(self) -> "ClaimQuerySet":
        """A claim with its quotations, their passages and chains; the same few queries however many there are."""
        beside = ("speaker", "attribution_rating__scale", "accuracy_rating__scale", "withdrawal__made_by")
        return self.select_related(*beside).prefetch_related(Prefetch("quotations", self._quotations.for_page()))

    def to_judge(self, person: User, at: datetime) -> "ClaimQuerySet":
        """Those that the person had in hand by a time and that have a question which is not judged, or was returned."""
        open_ = Q(attribution_stage__in=OPEN_STAGES) | Q(accuracy_stage__in=OPEN_STAGES)
        mine = self.standing().filter(open_, assignment__assignee=person, assignment__assigned_at__lte=at)
        return mine.order_by("assignment__assigned_at", "pk")

    def disputed(self, at: datetime) -> "ClaimQuerySet":
        """Claims for which several speakers are named: their record says so, or a quotation names another than they."""
        two = self._quotations.filter(speaker__isnull=False, claim__speaker__isnull=False)
        others = two.exclude(speaker=F("claim__speaker"))
        said_so = Claim.objects.filter(no_speaker=Claim.NoSpeaker.DISPUTED)
        # Two reads, each with its index, joined: an OR between them has none. Read once, where a page asks thrice.
        named = said_so.order_by().values_list("pk").union(others.order_by().values_list("claim"))
        held = self.standing().among([pk for (pk,) in named])
        return held.filter(created_at__lte=at).order_by("created_at", "pk")

    @property
    def _quotations(self) -> Any:
        """The quotations' own reads, by way of the relation: their file imports this one."""
        return self.model._meta.get_field("quotations").related_model._default_manager

    def by(self, sought: Sought) -> "ClaimQuerySet":
        """Those of a speaker whose names have the words."""
        return self.filter(speaker__in=Speaker.objects.named(sought).order_by().values("pk"))

    def from_outlet(self, outlet_id: int) -> "ClaimQuerySet":
        """Claims with an appearance in the outlet."""
        return self.filter(quotations__snapshot__source__outlet=outlet_id).distinct()


@tracked()
class Claim(Record, Dated):
    """A statement attributed to a speaker at a time. Its date is the day it was said.

    The four status columns repeat what the verifications say, so that lists can filter by them; a trigger on
    verifications writes them, and another refuses any other value.
    """

    natural_fields = ("slug",)

    class NoSpeaker(models.TextChoices):
        UNKNOWN = "unknown", "nobody knows who said it"
        NOT_STATED = "not_stated", "the source does not say"
        DISPUTED = "disputed", "several are named"

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    words = models.TextField()
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    no_speaker = models.CharField("why there is no speaker", max_length=10, choices=NoSpeaker.choices, blank=True)
    venue = models.CharField(max_length=300, blank=True)
    addressee = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=35, default="en", help_text="BCP 47 tag, such as en or pt-BR.")
    topics = ArrayField(models.SlugField(max_length=60, allow_unicode=True), default=list, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="merged",
        help_text="The claim that its quotations were moved to, by a person who found the two to be one.",
    )

    attribution_stage = models.CharField(
        "attribution: stage", max_length=9, choices=Stage.choices, default=Stage.NONE, editable=False
    )
    attribution_rating = models.ForeignKey(
        Rating,
        verbose_name="attribution",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    accuracy_stage = models.CharField(
        "accuracy: stage", max_length=9, choices=Stage.choices, default=Stage.NONE, editable=False
    )
    accuracy_rating = models.ForeignKey(
        Rating, verbose_name="accuracy", on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = ClaimQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ("-created_at", "-pk")
        permissions = (
            ("check_claim", "Can capture, review and judge"),
            ("approve_claim", "Can approve and return what others judged"),
            ("administer", "Can manage people and rating scales"),
        )
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Dated.Meta.constraints,
            models.CheckConstraint(name="claim_has_words", condition=~Q(words="")),
            language_tag("claim"),
            models.CheckConstraint(
                name="claim_speaker_or_reason",
                condition=Q(speaker__isnull=False, no_speaker="")
                | Q(speaker__isnull=True, no_speaker__in=["unknown", "not_stated", "disputed"]),
                violation_error_message="Name a speaker, or say why there is none; not both.",
            ),
            models.CheckConstraint(
                name="claim_not_merged_into_itself",
                condition=~Q(merged_into=F("pk")),
                violation_error_message="A claim is not merged into itself.",
            ),
            models.CheckConstraint(
                name="claim_merged_is_not_pending",
                condition=Q(merged_into__isnull=True)
                | (~Q(attribution_stage="submitted") & ~Q(accuracy_stage="submitted")),
                violation_error_message="A claim that is merged into another is not judged, and one whose judgement "
                "waits for approval is not merged.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("created_at", "id", name="claim_newest"),
            models.Index("attribution_stage", "created_at", "id", name="claim_attribution"),
            models.Index("accuracy_stage", "created_at", "id", name="claim_accuracy"),
            models.Index("id", name="claim_disputed", condition=Q(no_speaker="disputed")),
            *dated_indexes("claim"),
            GinIndex(fields=["topics"], name="claim_topics"),
            GinIndex(OpClass(Upper("words"), name="gin_trgm_ops"), name="claim_words_trigram"),
        ]
        triggers = (
            STATUS_IS_VERIFIED,
            JUDGED_CLAIM_STANDS,
            PUBLISHED_ADDRESS_STANDS,
            MERGED_CLAIM,
            CHANGES_WHILE_STANDING,
            never_deleted("a record that was judged stays"),
            awaits_indexing(
                "claim_id",
                pgtrigger.Insert | pgtrigger.UpdateOf("words"),  # type: ignore[no-untyped-call]  # as above
                once="(claim_id)",
            ),
        )

    def clean(self) -> None:
        """Name each topic once, whoever named it twice."""
        super().clean()
        self.topics = list(dict.fromkeys(self.topics or ()))

    @property
    def statement(self) -> str:
        """A short digest of what a judgement is on: two reads with one saw the same words of the same speaker."""
        return hashlib.sha256(repr((self.words, self.speaker_id, self.no_speaker)).encode()).hexdigest()[:20]

    @property
    def is_standing(self) -> bool:
        """Whether it can be worked with: it is neither merged into another nor taken back."""
        return self.merged_into_id is None and not hasattr(self, "withdrawal")

    @property
    def is_judged(self) -> bool:
        """Whether a judgement on it waits for approval, or a verdict holds: its words and speaker then stay."""
        waits = Stage.SUBMITTED in (self.attribution_stage, self.accuracy_stage)
        return waits or self.attribution_rating_id is not None or self.accuracy_rating_id is not None

    def __str__(self) -> str:
        return self.words if len(self.words) <= 80 else self.words[:79].rstrip() + "…"
