from typing import ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.fields import Input, Integer, Person, RecordSerializer, Text, Told
from claims.models import Publication


class PublicationSerializer(RecordSerializer[Publication]):
    """That a claim was published, corrected or retracted. Rows are only ever added: the highest number holds."""

    slug = Text(source="claim.slug", read_only=True)
    made_by = Person(source="made_by.username")

    told: ClassVar[Told] = {
        "id": "Its number.",
        "claim": "The number of the claim.",
        "slug": "The slug of the claim: /claims/{slug}/ is its public page, /claims/{slug}/{number}/ this version.",
        "number": "1 for the first time, and so on.",
        "kind": "Published, corrected or retracted.",
        "reason": "Why, as readers are told.",
        "attribution": "The number of the approved judgement on “did they say it?” that was published; null: none.",
        "accuracy": "The number of the approved judgement on “is it true?” that was published; null: none.",
        "made_by": "The user name of who did it.",
        "made_at": "When that was.",
    }

    class Meta:
        model = Publication
        fields: tuple[str, ...] = (
            *("id", "claim", "slug", "number", "kind", "reason", "attribution", "accuracy", "made_by", "made_at"),
        )
        read_only_fields = fields


@extend_schema_field({"type": "object", "additionalProperties": True})
class DocumentField(serializers.JSONField):
    """What readers see, as one document."""


class PublicationPageSerializer(PublicationSerializer):
    """The same with all that readers see from then on."""

    document = DocumentField(read_only=True)

    told: ClassVar[Told] = {
        **PublicationSerializer.told,
        "document": "All that readers saw: words, speaker, verdicts with rationale and evidence, appearances.",
    }

    class Meta(PublicationSerializer.Meta):
        fields = (*PublicationSerializer.Meta.fields, "document")
        read_only_fields = fields


EXPECTED = (
    "The number of the publication that you saw last, 0 where there was none: refused where there is a newer one."
)


class PublishInput(Input):
    """What readers are told beside the claim."""

    reason = Text(required=False, allow_blank=True, help_text="Why; not needed the first time.")
    expected = Integer(required=False, min_value=0, help_text=EXPECTED)


class ReasonInput(Input):
    """Why readers see something else than before."""

    reason = Text(help_text="Why, as readers are told.")
    expected = Integer(required=False, min_value=0, help_text=EXPECTED)
