"""What a careful checker is asked before judging: one row a question, each with why it matters."""

from dataclasses import dataclass

from django.db import models


class Answer(models.TextChoices):
    """What the checker said. Judgements from before the questions were asked say so."""

    NOT_ASKED = "not_asked", "not asked"
    YES = "yes", "yes"
    NO = "no", "no"
    DOES_NOT_APPLY = "does_not_apply", "does not apply"


@dataclass(frozen=True, slots=True)
class Check:
    """One question. `field` is the column of a verification that holds its answer."""

    field: str
    asks: str
    why: str


CHECKS = (
    Check(
        "original_seen",
        "Was the original seen?",
        "The recording, transcript or document itself. Whoever copies a report copies its mistakes too.",
    ),
    Check(
        "context_fair",
        "Is the context fair?",
        "What stands before and after can turn the sense of words that are quoted to the letter.",
    ),
    Check(
        "translation_checked",
        "Is the translation checked?",
        "Against the words in the language they were said in. It does not apply where nothing was translated.",
    ),
)


def answer_field(check: Check) -> models.CharField[str, str]:
    """The column of a check's answer."""
    return models.CharField(
        check.asks,
        max_length=14,
        choices=Answer.choices,
        default=Answer.NOT_ASKED,
        db_default=Answer.NOT_ASKED,
        help_text=check.why,
    )


def answers_known() -> models.Q:
    """Every answer is one that can be given."""
    known = models.Q()
    for check in CHECKS:
        known &= models.Q(**{f"{check.field}__in": Answer.values})
    return known
