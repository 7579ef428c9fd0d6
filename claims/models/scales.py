"""The two questions and the words a newsroom answers them with."""

from decimal import Decimal
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.triggers import fixed, refuse


class Question(models.TextChoices):
    """The two questions that never mix."""

    ATTRIBUTION = "attribution", "attribution: did they say it?"
    ACCURACY = "accuracy", "accuracy: is it true?"


class Stage(models.TextChoices):
    """How far the newest judgement on a question has come."""

    NONE = "none", "not judged"
    SUBMITTED = "submitted", "waits for approval"
    RETURNED = "returned", "returned to its checker"
    APPROVED = "approved", "approved"


# What became of a judgement that was submitted, by the stage of the row after it.
SINCE = {
    Stage.SUBMITTED: "judged anew since",
    Stage.RETURNED: "returned since",
    Stage.APPROVED: "approved since",
}


def tone(value: float | Decimal | None) -> str:
    """Where a normalised value lies: good, mixed, bad, or open where nobody can tell."""
    if value is None:
        return "open"
    return "good" if value >= 0.75 else "bad" if value <= 0.25 else "mixed"


@tracked()
class RatingScale(Record):
    """A newsroom's own ordered labels for one question."""

    natural_fields = ("slug",)

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    question = models.CharField(max_length=11, choices=Question.choices)
    is_default = models.BooleanField("used by default", default=False)

    objects = RecordQuerySet["RatingScale"].as_manager()

    class Meta:
        ordering = ("question", "slug")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="ratingscale_question_known", condition=Q(question__in=["attribution", "accuracy"])
            ),
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(is_default=True),
                name="ratingscale_one_default",
                violation_error_message="This question already has a default scale.",
            ),
        ]
        # A judgement was made on one question; turning its scale to the other would turn the judgement.
        triggers = (fixed("question"),)

    def __str__(self) -> str:
        return self.name


# What a label says and means: all of a rating but its place in the scale.
MEANING = ("label", "slug", "description", "value")
_MEANING_CHANGED = "\n".join(
    f"IF NEW.{column} IS DISTINCT FROM OLD.{column} THEN "
    + refuse(
        "judged_rating_stands",
        f"judgements have the rating “%”: its {column} stays, add another to the scale",
        "OLD.label",
        column=column,
    )
    + " END IF;"
    for column in MEANING
)
JUDGED_RATING_STANDS = pgtrigger.Trigger(
    name="judged_rating_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf(*MEANING),  # type: ignore[no-untyped-call]  # pgtrigger leaves it without types
    # A judgement says what its rating says. Held, so that one which is submitted just now is seen.
    func=f"""
        PERFORM 1 FROM claims_rating WHERE id = NEW.id FOR UPDATE;
        IF EXISTS (SELECT 1 FROM claims_verification WHERE rating_id = NEW.id) THEN
            {_MEANING_CHANGED}
        END IF;
        RETURN NEW;
    """,
)


class RatingQuerySet(RecordQuerySet["Rating"]):
    def for_question(self, question: str) -> "RatingQuerySet":
        """The labels that answer a question, the default scale's first."""
        return (
            self.filter(scale__question=question)
            .select_related("scale")
            .order_by("-scale__is_default", "scale__slug", "position")
        )


@tracked()
class Rating(Record):
    """One label of a scale."""

    natural_fields = ("scale__slug", "slug")

    scale = models.ForeignKey(RatingScale, on_delete=models.PROTECT, related_name="ratings", db_index=False)
    slug = models.SlugField(max_length=60)
    label = models.CharField(max_length=100)
    description = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(help_text="Its place in the scale, from 0, best first.")
    value = models.DecimalField(
        "normalised value",
        max_digits=4,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="From 0 (not so at all) to 1 (wholly so); empty where the label says that nobody can tell.",
    )

    objects = RatingQuerySet.as_manager()

    class Meta:
        ordering = ("scale", "position")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["scale", "slug"], name="rating_slug_once"),
            models.UniqueConstraint(fields=["scale", "position"], name="rating_position_once"),
            models.CheckConstraint(
                name="rating_value_normal", condition=Q(value__isnull=True) | Q(value__gte=0, value__lte=1)
            ),
        ]
        triggers = (fixed("scale_id"), JUDGED_RATING_STANDS)

    def __str__(self) -> str:
        return self.label
