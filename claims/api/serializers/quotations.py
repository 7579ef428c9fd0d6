from typing import ClassVar

from rest_framework import serializers

from claims.api.serializers.fields import (
    DATE_FIELDS,
    DATE_TOLD,
    Choice,
    Input,
    Moment,
    Passage,
    Person,
    RecordSerializer,
    Reference,
    Slug,
    Text,
    Told,
)
from claims.models import Claim, Hop, Quotation, Segment, Snapshot, Speaker, SpeakerName


class SegmentSerializer(RecordSerializer[Segment]):
    """One passage of a quotation, with the words that find it again (W3C text quote selector)."""

    told: ClassVar[Told] = {
        "position": "Its place among the quotation's passages, from 0.",
        "start": "Its first character, in Unicode code points from the start of the text.",
        "end": "The first character that no longer belongs to it.",
        "exact": "Its words.",
        "prefix": "The characters just before it.",
        "suffix": "The characters just after it.",
    }

    class Meta:
        model = Segment
        fields = ("position", "start", "end", "exact", "prefix", "suffix")
        read_only_fields = fields


class HopSerializer(RecordSerializer[Hop]):
    """One step of the chain by which the words came to this page."""

    told: ClassVar[Told] = {
        **DATE_TOLD,
        "position": "0 for whoever spoke first, and on towards this page.",
        "who": "Who passed the words on, as the text says.",
        "speaker": "The number of that speaker, where known.",
        "outlet": "The number of that outlet, where it is one.",
        "verb": "The reporting verb.",
        "to_whom": "To whom.",
    }

    class Meta:
        model = Hop
        fields = ("position", "who", "speaker", "outlet", "verb", "to_whom", *DATE_FIELDS)
        read_only_fields = fields


class QuotationSerializer(RecordSerializer[Quotation]):
    """One passage in which somebody is said to have said something. Its date is when, as the text has it."""

    source = serializers.IntegerField(  # type: ignore[assignment]  # a field named as an attribute of all fields
        source="snapshot.source_id", read_only=True
    )
    source_title = Text(source="snapshot.source.title", read_only=True)
    outlet_name = Text(source="snapshot.source.outlet.name", read_only=True, default=None, allow_null=True)
    words = Text(read_only=True)
    segments = SegmentSerializer(many=True, read_only=True)
    hops = HopSerializer(many=True, read_only=True)
    decided_by = Person(source="decided_by.username", default=None, allow_null=True)

    told: ClassVar[Told] = {
        **DATE_TOLD,
        "id": "Its number.",
        "snapshot": "The number of the captured text that it is in.",
        "source": "The number of the source of that text.",
        "source_title": "The title of that source.",
        "outlet_name": "The name of the outlet that published it; null where unknown.",
        "claim": "The number of the claim that it is an appearance of; null until it is accepted.",
        "state": "Suggested, accepted or rejected.",
        "kind": "Direct, mixed or indirect.",
        "words": "What is quoted, its passages joined by an ellipsis.",
        "segments": "Its passages in the text, in order.",
        "cue": "The reporting cue: told, according to.",
        "speaker": "The number of the speaker it is resolved to; null while nobody is.",
        "speaker_text": "The speaker as the text words it here.",
        "speaker_name": "The speaker's full name within the article; empty where several fit or none.",
        "speaker_role": "The role that the article gives the speaker.",
        "speaker_affiliation": "The organisation that the article gives the speaker.",
        "speaker_kind": "Whether the article's speaker is a person, an organisation, a group or anonymous.",
        "addressee": "To whom it was said.",
        "venue": "Where it was said.",
        "hops": "The chain by which the words came here, from the speaker on.",
        "origin": "The engine that suggested it, or person.",
        "rule": "The engine's rule that found it.",
        "confidence": "From 0 to 1; null for a person's own.",
        "decided_by": "The user name of who accepted or rejected it.",
        "decided_at": "When that was.",
        "reason": "Why it was rejected.",
        "created_at": "When it was suggested or marked.",
    }

    class Meta:
        model = Quotation
        fields = (
            "id",
            "snapshot",
            "source",
            "source_title",
            "outlet_name",
            "claim",
            "state",
            "kind",
            "words",
            "segments",
            "cue",
            "speaker",
            "speaker_text",
            "speaker_name",
            "speaker_role",
            "speaker_affiliation",
            "speaker_kind",
            "addressee",
            "venue",
            *DATE_FIELDS,
            "hops",
            "origin",
            "rule",
            "confidence",
            "decided_by",
            "decided_at",
            "reason",
            "created_at",
        )
        read_only_fields = (
            "snapshot",
            "claim",
            "state",
            "date_earliest",
            "date_latest",
            "origin",
            "rule",
            "confidence",
            "decided_at",
            "reason",
            "created_at",
        )


class ExtractedSerializer(Input):
    """What an extraction newly suggests."""

    quotations = QuotationSerializer(
        many=True, help_text="The new suggestions, in their order in the text; none where all are held already."
    )


class PassageInput(Input):
    """A passage of a text."""

    start = Passage(help_text="Its first character, in Unicode code points from the start of the text.")
    end = Passage(help_text="The first character that no longer belongs to it.")


class HopInput(Input):
    """One step of the chain by which words came to a page."""

    who = Text(max_length=300, help_text="Who passed the words on.")
    verb = Text(max_length=100, required=False, allow_blank=True, help_text="The reporting verb.")
    to_whom = Text(max_length=300, required=False, allow_blank=True, help_text="To whom.")


class QuoteInput(Input):
    """A quotation that a person marks in a captured text."""

    snapshot = Reference(
        queryset=Snapshot.objects.defer("raw"), help_text="The number of the captured text that it is in."
    )
    segments = PassageInput(
        many=True, allow_empty=False, help_text="Its passages in the order of the text; several where it is split."
    )
    kind = Choice(choices=Quotation.Kind.choices, help_text="Direct, mixed or indirect.")
    speaker = Reference(
        queryset=Speaker.objects.all(), required=False, allow_null=True, help_text="The number of the speaker."
    )
    cue = Text(max_length=300, required=False, allow_blank=True, help_text="The reporting cue: told, warned that.")
    addressee = Text(max_length=300, required=False, allow_blank=True, help_text="To whom it was said.")
    venue = Text(max_length=300, required=False, allow_blank=True, help_text="Where it was said.")
    date_text = Text(max_length=300, required=False, allow_blank=True, help_text=DATE_TOLD["date_text"])
    date_edtf = Text(max_length=60, required=False, allow_blank=True, help_text=DATE_TOLD["date_edtf"])
    hops = HopInput(many=True, required=False, help_text="The chain by which the words came, from the speaker on.")


class AcceptInput(Input):
    """How a suggestion enters the record: as a new claim, or joining one that is held."""

    claim = Reference(
        queryset=Claim.objects.all(),
        required=False,
        allow_null=True,
        help_text="The number of the claim to join; without it a claim is made.",
    )
    speaker = Reference(
        queryset=Speaker.objects.all(),
        required=False,
        allow_null=True,
        help_text="The number of the speaker; without it the one whom the text names.",
    )
    no_speaker = Choice(
        choices=Claim.NoSpeaker.choices,
        required=False,
        allow_blank=True,
        help_text="Why the new claim has no speaker.",
    )
    words = Text(
        required=False, allow_blank=True, help_text="The words of the new claim, where not those of the quotation."
    )
    topics = serializers.ListField(
        child=Slug(max_length=60, allow_unicode=True),
        required=False,
        max_length=50,
        help_text="Topics of the new claim, such as long-range-strikes.",
    )


class RejectInput(Input):
    """Why a suggestion is turned down."""

    reason = Text(max_length=500, required=False, allow_blank=True, help_text="Why it is rejected.")


class ResolveSpeakerInput(Input):
    """Who it is that a quotation quotes."""

    speaker = Reference(queryset=Speaker.objects.all(), help_text="The number of the speaker.")


class ReopenInput(Input):
    """Which decision is taken back."""

    decided_at = Moment(
        required=False, allow_null=True, help_text="When it was made; where another was made since, it is 409."
    )


class ShortenInput(Input):
    """What a quotation that was given a passage too many becomes again."""

    to = Reference(
        queryset=Quotation.objects.all(), help_text="The number of the quotation of fewer of the same passages."
    )


class UnresolveSpeakerInput(Input):
    """What is taken back of who it is that a quotation quotes."""

    speaker = Reference(queryset=Speaker.objects.all(), help_text="The number of the speaker that it is not.")
    before = Reference(
        queryset=Speaker.objects.all(),
        required=False,
        allow_null=True,
        help_text="The number of the speaker that it was resolved to before; without it nobody.",
    )
    claim_before = Reference(
        queryset=Speaker.objects.all(),
        required=False,
        allow_null=True,
        help_text="The number of the speaker that its claim had before, where that was another; without it `before`.",
    )
    no_speaker = Choice(
        choices=Claim.NoSpeaker.choices,
        required=False,
        allow_blank=True,
        help_text="Why its claim had no speaker before; it then has none again, whoever `before` is.",
    )
    taught = Reference(
        queryset=SpeakerName.objects.all(),
        required=False,
        allow_null=True,
        help_text="The number of the name that the speaker has since then, as /speaker-names/ lists it: it is "
        "forgotten. Without it the speaker keeps the name.",
    )
