from typing import ClassVar

from claims.api.serializers.fields import RecordSerializer, Told
from claims.models import Position, Speaker, SpeakerName


class SpeakerNameSerializer(RecordSerializer[SpeakerName]):
    """Another name that a speaker goes by."""

    told: ClassVar[Told] = {
        "id": "Its number.",
        "speaker": "The number of the speaker.",
        "name": "The name.",
    }

    class Meta:
        model = SpeakerName
        fields = ("id", "speaker", "name")


class PositionSerializer(RecordSerializer[Position]):
    """An office or post that a speaker holds or held."""

    told: ClassVar[Told] = {
        "id": "Its number.",
        "speaker": "The number of the speaker.",
        "title": "The office, such as US Ambassador.",
        "organisation": "Where it is held. Empty where the title says it.",
        "since": "From when, in EDTF. Empty where unknown.",
        "until": "To when, in EDTF. Empty where unknown, or held still.",
    }

    class Meta:
        model = Position
        fields = ("id", "speaker", "title", "organisation", "since", "until")


class SpeakerSerializer(RecordSerializer[Speaker]):
    """Who says or reports. An anonymous speaker belongs to the one source that words it so."""

    names = SpeakerNameSerializer(many=True, read_only=True)
    positions = PositionSerializer(many=True, read_only=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "slug": "Its short name in files; made from the name unless given.",
        "kind": "Whether it is a person, an organisation, a group or anonymous. A new one is a person unless given.",
        "name": "The usual full name; of an anonymous speaker the words used: a US official.",
        "source": "The number of the source that an anonymous speaker belongs to; null for all others.",
        "wikidata_id": "The Wikidata id, such as Q7747. Empty where unknown.",
        "names": "Other names it goes by; change them under /speaker-names/.",
        "positions": "Offices it holds or held; change them under /positions/.",
    }

    class Meta:
        model = Speaker
        fields = ("id", "slug", "kind", "name", "source", "wikidata_id", "names", "positions")
        extra_kwargs = {"slug": {"required": False}}
