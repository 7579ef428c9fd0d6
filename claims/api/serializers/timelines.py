"""Which quotations are of one utterance, where a claim appeared, and claims merged and split."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.fields import Input, Person, RecordSerializer, Reference, Text, Told
from claims.models import Appearance, Claim, Quotation, Regrouping
from claims.operations.compare import Change, Mark, Raised, Weight
from claims.operations.compare import Told as Altered
from claims.operations.timeline import Row, Timeline


class UtteranceAppearanceSerializer(RecordSerializer[Appearance]):
    """That a quotation is, may be or is not an appearance of an utterance."""

    words = Text(source="quotation.words", read_only=True)
    like = serializers.IntegerField(source="like_id", read_only=True, allow_null=True)
    like_words = Text(source="beside.words", read_only=True)
    claim = serializers.IntegerField(source="quotation.claim_id", read_only=True, allow_null=True)
    decided_by = Person(source="decided_by.username", default=None, allow_null=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "quotation": "The number of the quotation.",
        "words": "What is quoted.",
        "claim": "The number of the claim that the quotation is of; null until it is accepted.",
        "utterance": "The number of the utterance; its appearances have it in common.",
        "standing": "Joined, proposed or declined.",
        "like": "The number of the quotation that it is most like; null for the first of an utterance.",
        "like_words": "The words that it was held against: of that quotation, else of the earliest known.",
        "score": "How likely the two are one utterance by their words, from 0 to 1; null where nothing was compared.",
        "reason": "Why a person is asked.",
        "decided_by": "The user name of who confirmed or declined it; null where the words decided.",
        "decided_at": "When that was.",
    }

    class Meta:
        model = Appearance
        fields = (
            *("id", "quotation", "words", "claim", "utterance", "standing", "like", "like_words"),
            *("score", "reason", "decided_by", "decided_at"),
        )
        read_only_fields = fields


class RegroupingSerializer(RecordSerializer[Regrouping]):
    """That a person moved quotations from one claim to another."""

    quotations = serializers.ListField(child=serializers.IntegerField(), read_only=True)
    made_by = Person(source="made_by.username")
    undone_by = Person(source="undone_by.username", default=None, allow_null=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "kind": "Merge: all of from_claim went to to_claim. Split: to_claim was made of some of from_claim.",
        "from_claim": "The number of the claim that the quotations were of.",
        "to_claim": "The number of the claim that they went to.",
        "quotations": "The numbers of those that were moved.",
        "note": "Why.",
        "made_by": "The user name of who did it.",
        "made_at": "When that was.",
        "undone_by": "The user name of who took it back; null where nobody has.",
        "undone_at": "When that was.",
    }

    class Meta:
        model = Regrouping
        fields = (
            *("id", "kind", "from_claim", "to_claim", "quotations", "note"),
            *("made_by", "made_at", "undone_by", "undone_at"),
        )
        read_only_fields = fields


class MergeInput(Input):
    """The claim that stays, where two are one."""

    into = Reference(queryset=Claim.objects.all(), help_text="The number of the claim that the quotations go to.")
    note = Text(max_length=500, required=False, allow_blank=True, help_text="Why.")


class SplitInput(Input):
    """The quotations of a claim that become a claim of their own."""

    quotations = serializers.ListField(
        child=Reference(queryset=Quotation.objects.all()),
        allow_empty=False,
        max_length=1000,
        help_text="The numbers of the quotations that go; at least one other stays.",
    )
    words = Text(
        required=False, allow_blank=True, help_text="The words of the new claim, where not those of its earliest."
    )
    note = Text(max_length=500, required=False, allow_blank=True, help_text="Why.")


class PieceSerializer(Input):
    """Some words in a row of a later wording, and what was done to them."""

    words = serializers.CharField(help_text="The words.")
    mark = serializers.ChoiceField(
        choices=[(one.value, one.value) for one in Mark], help_text="Same, gone (of the earlier wording), new or moved."
    )


class OffsetsSerializer(Input):
    """A place in a wording, in Unicode code points."""

    start = serializers.IntegerField(help_text="Its first character.")
    end = serializers.IntegerField(help_text="The first character that no longer belongs to it.")


class AlterationToldSerializer(serializers.Serializer[Altered]):
    """One difference from the earliest known wording."""

    words = serializers.CharField(help_text="What was altered, in plain words.")
    change = serializers.ChoiceField(choices=[(one.value, one.value) for one in Change], help_text="What was done.")
    weight = serializers.ChoiceField(
        choices=[(one.value, one.value) for one in Weight],
        help_text="Light: how quotes are printed. Raised: it may change what is said.",
    )
    raised = serializers.ChoiceField(
        choices=[(one.value, one.value) for one in Raised],
        allow_blank=True,
        help_text="What makes it one to look at; empty where nothing does.",
    )
    same_word = serializers.BooleanField(help_text="Another spelling of the same words.")
    before = OffsetsSerializer(
        source="alteration.before", help_text="Its place in the earliest known wording; of a speaker, in the name."
    )
    after = OffsetsSerializer(
        source="alteration.after", help_text="Its place in this wording; of a speaker, in the name."
    )


class TimelineRowSerializer(serializers.Serializer[Row]):
    """One appearance of a claim, against the earliest known wording."""

    quotation = serializers.IntegerField(source="place.quotation_id", help_text="The number of the quotation.")
    state = serializers.CharField(
        source="place.state", help_text="Accepted, or suggested where nobody has reviewed it."
    )
    by = serializers.CharField(
        source="appearance.by", help_text="Claim: a quotation of the claim. Utterance: joined with one of them."
    )
    snapshot = serializers.IntegerField(source="place.snapshot_id", help_text="The number of the captured text.")
    capture = serializers.IntegerField(source="place.capture", help_text="Which capture of its source that text is.")
    captured_at = serializers.DateTimeField(source="place.captured_at", help_text="When it was captured.")
    source = serializers.IntegerField(  # type: ignore[assignment]  # a field named as an attribute of all fields
        source="place.source_id", help_text="The number of the source."
    )
    source_title = serializers.CharField(source="place.title", help_text="The title of the source.")
    outlet_name = serializers.CharField(source="place.outlet", help_text="The name of the outlet; empty where unknown.")
    published = serializers.CharField(source="place.published", help_text="When it was published, as EDTF.")
    published_earliest = serializers.DateField(
        source="place.published_earliest", allow_null=True, help_text="The first day that can have been."
    )
    known_by = serializers.DateField(source="place.latest", help_text="The day by which it had appeared.")
    is_earliest = serializers.BooleanField(help_text="Whether it is, or can be, the earliest known.")
    speaker = serializers.IntegerField(
        source="place.speaker_id", allow_null=True, help_text="The number of the speaker, where known."
    )
    speaker_name = serializers.CharField(
        source="place.speaker", help_text="Who says it, on record or as the text has it."
    )
    carriers = serializers.ListField(
        child=serializers.CharField(), help_text="By whom the words came, from whoever spoke first."
    )
    kind = serializers.CharField(source="place.kind", help_text="Direct, mixed or indirect.")
    start = serializers.IntegerField(source="place.start", help_text="Its first character in the captured text.")
    end = serializers.IntegerField(source="place.end", help_text="The first character behind it there.")
    words = serializers.CharField(source="place.words", help_text="What is quoted.")
    score = serializers.FloatField(
        source="appearance.score", help_text="How likely it is the same utterance by its words alone, from 0 to 1."
    )
    pieces = PieceSerializer(
        source="compared.pieces", many=True, help_text="The words, with what was altered marked in them."
    )
    alterations = AlterationToldSerializer(
        source="compared.told", many=True, help_text="What was altered; what may change the meaning comes first."
    )


class TimelineSerializer(serializers.Serializer[Timeline]):
    """Where a claim appeared, oldest first."""

    claim = serializers.SerializerMethodField(help_text="The number of the claim.")
    origins = serializers.IntegerField(help_text="How many of the appearances are independent of each other.")
    waiting = serializers.IntegerField(help_text="How many of them nobody has reviewed yet.")
    earliest = serializers.SerializerMethodField(
        help_text="The numbers of the quotations that are the earliest known: several where it is undecided."
    )
    appearances = TimelineRowSerializer(source="rows", many=True, help_text="The appearances, oldest first.")

    def get_claim(self, found: Timeline) -> int:
        return int(self.context["claim"])

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField()))
    def get_earliest(self, found: Timeline) -> list[Any]:
        return [row.place.quotation_id for row in found.earliest]
