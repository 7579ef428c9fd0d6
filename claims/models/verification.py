"""Who judged a claim, on what evidence, and who agreed."""

from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.checks import CHECKS, Answer, answer_field, answers_known
from claims.models.claims import Claim
from claims.models.evidence import Evidence
from claims.models.moved import OVERTAKEN
from claims.models.scales import SINCE, Question, Rating, Stage
from claims.models.triggers import append_only, refuse, standing_claim

# From the stage of the judgement before (none: there is none) to the stages that may follow it.
TRANSITIONS: dict[str, frozenset[str]] = {
    Stage.NONE: frozenset({Stage.SUBMITTED}),
    Stage.SUBMITTED: frozenset({Stage.SUBMITTED, Stage.RETURNED, Stage.APPROVED}),
    Stage.RETURNED: frozenset({Stage.SUBMITTED}),
    Stage.APPROVED: frozenset({Stage.SUBMITTED}),
}

_ALLOWED = " OR ".join(
    f"(before_stage = '{before.value}' AND NEW.stage IN ({', '.join(repr(a.value) for a in Stage if a in after)}))"
    for before, after in ((Stage(b), a) for b, a in TRANSITIONS.items())
)

# What the approver's row says of the judgement just as the checker's did.
_JUDGED = ("rating_id", "checker_id", "rationale", *(check.field for check in CHECKS))
_JUDGED_NOW, _JUDGED_BEFORE = (", ".join(f"{row}.{column}" for column in _JUDGED) for row in ("NEW", "before"))

VERIFICATION_NUMBER_FOLLOWS_REFUSED = refuse(
    "verification_number_follows",
    "number % does not follow %",
    "NEW.number",
    "coalesce(before.number, 0)",
    column="number",
)
FOLLOWS_ITS_PREDECESSOR = pgtrigger.Trigger(
    name="follows_its_predecessor",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("before", "claims_verification%ROWTYPE"), ("before_stage", "TEXT")],
    func=f"""
        PERFORM 1 FROM claims_claim WHERE id = NEW.claim_id FOR NO KEY UPDATE;
        SELECT * INTO before FROM claims_verification
            WHERE claim_id = NEW.claim_id AND question = NEW.question ORDER BY number DESC LIMIT 1;
        before_stage := coalesce(before.stage, 'none');
        IF NEW.number <> coalesce(before.number, 0) + 1 THEN
            {VERIFICATION_NUMBER_FOLLOWS_REFUSED}
        END IF;
        IF NOT ({_ALLOWED}) THEN
            {refuse("verification_stage_follows", "% cannot follow %", "NEW.stage", "before_stage", column="stage")}
        END IF;
        IF NEW.stage <> 'submitted' AND ({_JUDGED_NOW}) IS DISTINCT FROM ({_JUDGED_BEFORE}) THEN
            {refuse("verification_same_judgement", "what is % is not what was submitted", "NEW.stage", column="rating")}
        END IF;
        IF NOT EXISTS (
            SELECT 1 FROM claims_rating r JOIN claims_ratingscale s ON s.id = r.scale_id
            WHERE r.id = NEW.rating_id AND s.question = NEW.question
        ) THEN
            {refuse("rating_of_its_question", "the rating is not from a scale for %", "NEW.question", column="rating")}
        END IF;
        RETURN NEW;
    """,
)

SHOWS_ON_ITS_CLAIM = pgtrigger.Trigger(
    name="shows_on_its_claim",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    func="""
        IF NEW.question = 'attribution' THEN
            UPDATE claims_claim SET attribution_stage = NEW.stage, attribution_rating_id =
                CASE WHEN NEW.stage = 'approved' THEN NEW.rating_id ELSE attribution_rating_id END
            WHERE id = NEW.claim_id;
        ELSE
            UPDATE claims_claim SET accuracy_stage = NEW.stage, accuracy_rating_id =
                CASE WHEN NEW.stage = 'approved' THEN NEW.rating_id ELSE accuracy_rating_id END
            WHERE id = NEW.claim_id;
        END IF;
        RETURN NULL;
    """,
)


def _evidence_counted(owner: str) -> pgtrigger.Trigger:
    """The citations are as many as the verification says, and of its claim and question.

    The number is a column that cannot change, so evidence can neither be slipped under a judgement afterwards
    nor be taken from it.
    """
    refused = refuse(
        "evidence_counted",
        "% pieces of evidence cited, % of them on this claim and question, where % were stated",
        "cited",
        "fitting",
        "v.evidence_count",
        column="evidence",
        of=("claims_verification", "v.id"),
    )
    return pgtrigger.Trigger(
        name="evidence_counted",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        declare=[("v", "claims_verification%ROWTYPE"), ("cited", "BIGINT"), ("fitting", "BIGINT")],
        func=f"""
            SELECT * INTO v FROM claims_verification WHERE id = {owner};
            SELECT count(*), count(*) FILTER (WHERE e.claim_id = v.claim_id AND e.question = v.question)
                INTO cited, fitting
                FROM claims_citation c JOIN claims_evidence e ON e.id = c.evidence_id
                WHERE c.verification_id = v.id;
            IF cited <> v.evidence_count OR fitting <> cited THEN
                {refused}
            END IF;
            RETURN NULL;
        """,
    )


class VerificationQuerySet(RecordQuerySet["Verification"]):
    def for_list(self) -> "VerificationQuerySet":
        return self.select_related("claim", "rating__scale", "checker", "approver").prefetch_related("evidence")

    def with_next(self) -> "VerificationQuerySet":
        """Each with the stage of the row that follows it on its question, for `next_stage`."""
        same = {field: models.OuterRef(field) for field in ("claim", "question")}
        after = Verification.objects.filter(**same, number=models.OuterRef("number") + 1).order_by()
        return self.annotate(stage_after=models.Subquery(after.values("stage")))

    def newest(self, claim: Claim, question: str, at: datetime) -> "Verification | None":
        """The judgement on the question as it stood at a time, whatever its stage."""
        return self.filter(claim=claim, question=question, created_at__lte=at).order_by("-number").first()

    def verdict(self, claim: Claim, question: str, at: datetime) -> "Verification | None":
        """The approved judgement that held at a time."""
        return self.filter(stage=Stage.APPROVED).newest(claim, question, at)

    def waiting(self, at: datetime) -> "VerificationQuerySet":
        """Judgements that waited for approval at a time, oldest first."""
        return self._newest_of(Stage.SUBMITTED, at)

    def to_approve(self, person: User, at: datetime) -> "VerificationQuerySet":
        """Those of them that the person may answer: never the person's own."""
        return self.waiting(at).exclude(checker=person)

    def returned(self, person: User, at: datetime) -> "VerificationQuerySet":
        """The person's own judgements that had been returned by a time and not judged anew, oldest first."""
        return self._newest_of(Stage.RETURNED, at).filter(checker=person)

    def overtaken(self, at: datetime) -> "VerificationQuerySet":
        """Verdicts that held at a time, and whose claim's earliest known appearance had moved since; see `moved`."""
        held = RawSQL(OVERTAKEN, [at] * 4)  # noqa: S611  # a constant; the time goes in as a parameter
        return self.filter(pk__in=held).order_by("created_at", "pk")

    def _newest_of(self, stage: Stage, at: datetime) -> "VerificationQuerySet":
        """Judgements of a stage that nothing had followed by a time, oldest first."""
        later = Verification.objects.filter(
            claim=models.OuterRef("claim"),
            question=models.OuterRef("question"),
            number__gt=models.OuterRef("number"),
            created_at__lte=at,
        )
        return self.filter(~models.Exists(later), stage=stage, created_at__lte=at).order_by("created_at", "pk")


@tracked()
class Verification(Record):
    """One judgement on one question about one claim. Rows are only ever added: the highest number holds.

    A judgement is submitted by its checker; a second row of the same rating then approves or returns it.
    """

    natural_fields = ("claim__slug", "question", "number")
    append_only = True

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verifications", db_index=False)
    question = models.CharField(max_length=11, choices=Question.choices)
    number = models.PositiveIntegerField(help_text="1 for the first judgement on the question, and so on.")
    stage = models.CharField(max_length=9, choices=[c for c in Stage.choices if c[0] != Stage.NONE])
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    rationale = models.TextField(help_text="Why: what was looked at and what it shows.")
    original_seen, context_fair, translation_checked = map(answer_field, CHECKS)
    checker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who approved or returned it; never its checker.",
    )
    remark = models.TextField(blank=True, help_text="What the approver says of it.")
    evidence_count = models.PositiveSmallIntegerField()
    evidence = models.ManyToManyField(Evidence, through="Citation", related_name="verifications")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = VerificationQuerySet.as_manager()

    class Meta:
        ordering = ("claim", "question", "number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["claim", "question", "number"], name="verification_number_once"),
            models.CheckConstraint(
                name="verification_question_known", condition=Q(question__in=["attribution", "accuracy"])
            ),
            models.CheckConstraint(name="verification_has_rationale", condition=~Q(rationale="")),
            models.CheckConstraint(name="verification_answers_known", condition=answers_known()),
            models.CheckConstraint(
                name="verification_four_eyes",
                condition=Q(stage="submitted", approver__isnull=True)
                | (Q(stage__in=["returned", "approved"], approver__isnull=False) & ~Q(approver=F("checker"))),
                violation_error_message="Whoever judged a claim cannot approve or return the judgement.",
            ),
            models.CheckConstraint(
                name="verification_approved_on_evidence",
                condition=~Q(stage="approved") | Q(evidence_count__gt=0),
                violation_error_message="A judgement without evidence cannot be approved.",
            ),
            models.CheckConstraint(
                name="verification_returned_with_remark", condition=~Q(stage="returned") | ~Q(remark="")
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index("stage", "created_at", name="verification_queue"),
            models.Index("created_at", "id", name="verification_newest"),
        ]
        triggers = (
            *append_only(),
            FOLLOWS_ITS_PREDECESSOR,
            SHOWS_ON_ITS_CLAIM,
            standing_claim(pgtrigger.Insert, "claim_id"),
            _evidence_counted("NEW.id"),
        )

    def __str__(self) -> str:
        return f"{self.rating} ({self.question} {self.number}, {self.stage})"

    @property
    def next_stage(self) -> str:
        """The stage of the row that follows it; empty for the newest, and where it was read without."""
        return getattr(self, "stage_after", None) or ""

    @property
    def waits(self) -> bool:
        """Whether it is to be approved or returned still."""
        return self.stage == Stage.SUBMITTED and not self.next_stage

    @property
    def standing(self) -> str:
        """Its stage in words; of one that was submitted and waits no more, what became of it."""
        is_past = self.stage == Stage.SUBMITTED and self.next_stage
        return SINCE[Stage(self.next_stage)] if is_past else str(Stage(self.stage).label)

    @property
    def answers(self) -> dict[str, str]:
        """What the checker answered to each question, by the name of its column."""
        return {check.field: getattr(self, check.field) for check in CHECKS}

    @property
    def checked(self) -> list[tuple[str, str, str]]:
        """The questions that the checker was asked, each with the answer and its word."""
        words = dict(Answer.choices)
        given = ((check.asks, self.answers[check.field]) for check in CHECKS)
        return [(asks, answer, words[answer]) for asks, answer in given if answer != Answer.NOT_ASKED]


@tracked()
class Citation(Record):
    """A verification rests on a piece of evidence."""

    natural_fields = (
        "verification__claim__slug",
        "verification__question",
        "verification__number",
        *(f"evidence__{field}" for field in Evidence.natural_fields),
    )
    append_only = True

    verification = models.ForeignKey(Verification, on_delete=models.PROTECT, db_index=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT)

    objects = RecordQuerySet["Citation"].as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["verification", "evidence"], name="citation_once")
        ]
        triggers = (*append_only(), _evidence_counted("NEW.verification_id"))

    def __str__(self) -> str:
        return f"{self.verification} rests on {self.evidence}"
