# mypy: disable-error-code="misc"
# django-filter carries no types, so that its classes pass for Any.
"""What lists of judgements, and of what they rest on, can be narrowed by."""

import django_filters as filters

from claims.api.filters.base import choice, exact, one
from claims.models import (
    Annotation,
    Claim,
    Evidence,
    Publication,
    Question,
    Quotation,
    Rating,
    RatingScale,
    Snapshot,
    Stage,
    Verification,
    publications,
)


class RatingScaleFilters(filters.FilterSet):
    question = choice(Question, "Scales that answer this question.")

    class Meta:
        model = RatingScale
        fields: list[str] = []


class RatingFilters(filters.FilterSet):
    scale = one(RatingScale, "Ratings of this scale.")
    question = choice(Question, "Ratings that answer this question.", "scale__question")
    slug = exact("The rating's short name, such as confirmed.")

    class Meta:
        model = Rating
        fields: list[str] = []


class VerificationFilters(filters.FilterSet):
    claim = one(Claim, "Judgements on this claim.")
    question = choice(Question, "Judgements on this question.")
    stage = choice(Stage, "Rows of this stage.")
    checker = exact("The checker's user name.", "checker__username")
    approver = exact("The approver's user name.", "approver__username")

    class Meta:
        model = Verification
        fields: list[str] = []


class PublicationFilters(filters.FilterSet):
    claim = one(Claim, "What readers were told of this claim.")
    slug = exact("The slug of the claim.", "claim__slug")
    kind = choice(publications.Kind, "Published, corrected or retracted.")

    class Meta:
        model = Publication
        fields: list[str] = []


class EvidenceFilters(filters.FilterSet):
    claim = one(Claim, "Evidence on this claim.")
    question = choice(Question, "Evidence on this question.")
    snapshot = one(Snapshot, "Evidence in this captured text.")
    stance = choice(Evidence.Stance, "Of this stance.")

    class Meta:
        model = Evidence
        fields: list[str] = []


class AnnotationFilters(filters.FilterSet):
    snapshot = one(Snapshot, "Notes on this captured text or a passage of it.")
    quotation = one(Quotation, "Notes on this quotation.")
    claim = one(Claim, "Notes on this claim.")
    verification = one(Verification, "Notes on this judgement.")
    parent = one(Annotation, "Answers to this note.")
    motivation = choice(Annotation.Motivation, "Written for this reason.")
    author = exact("The author's user name.", "author__username")

    class Meta:
        model = Annotation
        fields: list[str] = []
