from typing import ClassVar

from rest_framework import serializers

from claims.api.serializers.fields import Input, Integer, Person, RecordSerializer, Reference, Text, Told
from claims.models import CHECKS, Evidence, Rating, Verification


class EvidenceSerializer(RecordSerializer[Evidence]):
    """A captured text, or a passage of one, that bears on one question about one claim."""

    created_by = Person(source="created_by.username")

    told: ClassVar[Told] = {
        "id": "Its number.",
        "claim": "The number of the claim.",
        "question": "The question that it bears on.",
        "snapshot": "The number of the captured text.",
        "start": "The first character of the passage, in Unicode code points; null: the whole text.",
        "end": "The first character that no longer belongs to the passage.",
        "exact": "The words of the passage; null: the whole text.",
        "stance": "Whether it supports the claim, refutes it, or gives context.",
        "note": "What it shows.",
        "created_by": "The user name of who added it.",
        "created_at": "When it was added.",
    }

    class Meta:
        model = Evidence
        fields = (
            "id",
            "claim",
            "question",
            "snapshot",
            "start",
            "end",
            "exact",
            "stance",
            "note",
            "created_by",
            "created_at",
        )
        read_only_fields = ("exact", "created_at")


class VerificationSerializer(RecordSerializer[Verification]):
    """One judgement on one question about one claim. Rows are only ever added: the highest number holds."""

    rating = Reference(queryset=Rating.objects.select_related("scale"))
    rating_slug = Text(source="rating.slug", read_only=True)
    rating_label = Text(source="rating.label", read_only=True)
    checker = Person(source="checker.username")
    approver = Person(source="approver.username", default=None, allow_null=True)
    evidence = Reference(many=True, queryset=Evidence.objects.all(), allow_empty=False)
    expected = Integer(required=False, min_value=0, write_only=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "claim": "The number of the claim.",
        "question": "The question that it answers.",
        "number": "1 for the first row on the question about the claim, and so on.",
        "stage": "Submitted, returned or approved.",
        "rating": "The number of the rating, from a scale of the question.",
        "rating_slug": "The short name of the rating.",
        "rating_label": "The label of the rating.",
        "rationale": "Why: what was looked at and what it shows.",
        **{
            check.field: f"{check.asks} {check.why} Judgements from before this was asked say not_asked."
            for check in CHECKS
        },
        "evidence": "The numbers of the evidence that it rests on.",
        "expected": "The number of the newest judgement on the question that you saw, 0 where there was none: refused "
        "where it is another.",
        "checker": "The user name of who judged.",
        "approver": "The user name of who approved or returned it: never the checker.",
        "remark": "What the approver says of it.",
        "created_at": "When the row was added.",
    }

    class Meta:
        model = Verification
        fields = (
            "id",
            "claim",
            "question",
            "number",
            "stage",
            "rating",
            "rating_slug",
            "rating_label",
            "rationale",
            *(check.field for check in CHECKS),
            "evidence",
            "expected",
            "checker",
            "approver",
            "remark",
            "created_at",
        )
        read_only_fields = ("number", "stage", "remark", "created_at")


class ApproveInput(Input):
    """What the approver says of a judgement that stands."""

    remark = Text(required=False, allow_blank=True, help_text="A remark.")


class ReturnInput(Input):
    """What the approver says of a judgement that does not stand yet."""

    remark = Text(help_text="What is missing.")


class VerdictSerializer(VerificationSerializer):
    """The approved judgement that holds."""

    claim = serializers.IntegerField(source="claim_id", read_only=True)
