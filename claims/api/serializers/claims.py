from typing import Any, ClassVar

from django.db.models import Count
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.fields import DATE_FIELDS, DATE_TOLD, Input, Person, RecordSerializer, Slug, Text, Told
from claims.api.serializers.quotations import QuotationSerializer
from claims.api.serializers.scales import RatingSerializer
from claims.api.serializers.verification import VerificationSerializer
from claims.models import Claim, ClaimLink, Question, Verification
from claims.models.history import Change, Entry


class ClaimSerializer(RecordSerializer[Claim]):
    """A statement attributed to a speaker at a time. Its date is the day it was said."""

    speaker_name = Text(source="speaker.name", read_only=True, default=None, allow_null=True)
    topics = serializers.ListField(child=Slug(max_length=60, allow_unicode=True), required=False, max_length=50)
    attribution_rating = RatingSerializer(read_only=True, allow_null=True)
    accuracy_rating = RatingSerializer(read_only=True, allow_null=True)
    appearance_count = serializers.IntegerField(read_only=True)

    told: ClassVar[Told] = {
        **DATE_TOLD,
        "id": "Its number.",
        "slug": "Its short name in files; made from the words unless given.",
        "words": "What was said.",
        "speaker": "The number of the speaker; null where no_speaker says why there is none.",
        "speaker_name": "The name of the speaker.",
        "no_speaker": "Why there is no speaker; empty where there is one.",
        "venue": "Where it was said.",
        "addressee": "To whom it was said.",
        "language": "Its language, as BCP 47 tag: en, pt-BR. A new claim has en unless given.",
        "topics": "What it is about, such as long-range-strikes.",
        "created_at": "When it entered the record.",
        "attribution_stage": "How far the newest judgement on “did they say it?” has come.",
        "attribution_rating": "The approved answer to “did they say it?”; null while there is none.",
        "accuracy_stage": "How far the newest judgement on “is it true?” has come.",
        "accuracy_rating": "The approved answer to “is it true?”; null while there is none.",
        "appearance_count": "How many quotations are appearances of it.",
        "merged_into": "The number of the claim that its quotations were moved to; null unless it was merged.",
    }

    class Meta:
        model = Claim
        fields: tuple[str, ...] = (
            "id",
            "slug",
            "words",
            "speaker",
            "speaker_name",
            "no_speaker",
            "venue",
            "addressee",
            "language",
            "topics",
            *DATE_FIELDS,
            "created_at",
            "attribution_stage",
            "attribution_rating",
            "accuracy_stage",
            "accuracy_rating",
            "appearance_count",
            "merged_into",
        )
        read_only_fields = (
            "date_earliest",
            "date_latest",
            "created_at",
            "attribution_stage",
            "accuracy_stage",
            "merged_into",
        )
        extra_kwargs = {"slug": {"required": False}}


class EvidenceCountSerializer(Input):
    """How much evidence of one stance there is on one question."""

    question = serializers.ChoiceField(choices=Question.choices, help_text="The question.")
    stance = Text(help_text="Supports, refutes or context.")
    count = serializers.IntegerField(help_text="How many pieces.")


class ClaimPageSerializer(ClaimSerializer):
    """A claim with all its appearances, the verdicts that hold, and how much evidence there is.

    Only here can it be seen that a claim was taken back: lists leave such claims out.
    """

    withdrawn_at = serializers.DateTimeField(source="withdrawal.made_at", read_only=True, default=None, allow_null=True)
    withdrawn_by = Person(source="withdrawal.made_by.username", default=None, allow_null=True)
    withdrawn_quotation = serializers.IntegerField(
        source="withdrawal.quotation_id", read_only=True, default=None, allow_null=True
    )
    appearance_count = serializers.SerializerMethodField()  # type: ignore[assignment]  # lists count in the query
    quotations = QuotationSerializer(many=True, read_only=True)
    verdicts = serializers.SerializerMethodField()
    evidence_counts = serializers.SerializerMethodField()

    told: ClassVar[Told] = {
        **ClaimSerializer.told,
        "withdrawn_at": "When it was taken back, with the accept that had made it; null unless it was.",
        "withdrawn_by": "The user name of who took it back; null unless it was.",
        "withdrawn_quotation": "The number of the quotation that it was made of, which takes it up when it is "
        "accepted again; null unless it was taken back.",
        "quotations": "Its appearances, each with its passages and the chain it came by.",
        "verdicts": "The approved judgement that holds on each question.",
        "evidence_counts": "How much evidence there is, by question and stance.",
    }

    class Meta(ClaimSerializer.Meta):
        fields = (
            *ClaimSerializer.Meta.fields,
            "withdrawn_at",
            "withdrawn_by",
            "withdrawn_quotation",
            "verdicts",
            "evidence_counts",
            "quotations",
        )

    def get_appearance_count(self, claim: Claim) -> int:
        return len(claim.quotations.all())

    @extend_schema_field(VerificationSerializer(many=True))
    def get_verdicts(self, claim: Claim) -> list[dict[str, object]]:
        now = timezone.now()
        held = (Verification.objects.for_list().verdict(claim, question, now) for question in Question)
        return [VerificationSerializer(verdict).data for verdict in held if verdict is not None]

    @extend_schema_field(EvidenceCountSerializer(many=True))
    def get_evidence_counts(self, claim: Claim) -> list[Any]:
        counted = claim.evidence.order_by("question", "stance").values("question", "stance")
        return list(counted.annotate(count=Count("pk")))


class ClaimLinkSerializer(RecordSerializer[ClaimLink]):
    """How one claim stands to another: the first contradicts, repeats, narrows ... the second."""

    created_by = Person(source="created_by.username")

    told: ClassVar[Told] = {
        "id": "Its number.",
        "from_claim": "The number of the claim that contradicts, repeats, narrows, translates, corrects or retracts.",
        "to_claim": "The number of the claim that it does this to.",
        "kind": "How the first stands to the second.",
        "note": "Why.",
        "created_by": "The user name of who linked them.",
        "created_at": "When they were linked.",
    }

    class Meta:
        model = ClaimLink
        fields = ("id", "from_claim", "to_claim", "kind", "note", "created_by", "created_at")
        read_only_fields = ("created_at",)


class ChangeSerializer(serializers.Serializer[Change]):
    """One field of a record, before and after."""

    field = serializers.CharField(help_text="The field.")
    before = serializers.JSONField(help_text="Its value before; null for a record that was made.")
    after = serializers.JSONField(help_text="Its value after.")


class EntrySerializer(serializers.Serializer[Entry]):
    """One event of the record: when, who, by which operation, and what it did."""

    at = serializers.DateTimeField(help_text="When it happened.")
    actor = serializers.CharField(help_text="The user name of who did it; empty where no operation did.")
    operation = serializers.CharField(help_text="The operation, such as accept; empty where none did it.")
    action = serializers.CharField(help_text="Insert, update or delete.")
    record = serializers.CharField(help_text="The kind of record that it changed.")
    record_id = serializers.IntegerField(help_text="The number of that record.")
    changes = ChangeSerializer(many=True, help_text="What it changed, field by field.")


class HistorySerializer(serializers.Serializer[object]):
    """All that had happened by a time to a claim and to what hangs on it, oldest first."""

    at = serializers.DateTimeField(help_text="The time by which it had happened.")
    entries = EntrySerializer(many=True, help_text="The events, oldest first.")
