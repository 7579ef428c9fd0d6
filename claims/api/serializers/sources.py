from typing import ClassVar

from claims.api.serializers.fields import DATE_FIELDS, DATE_TOLD, Input, Person, RecordSerializer, Text, Told
from claims.models import Outlet, Snapshot, Source, SourceLink


class OutletSerializer(RecordSerializer[Outlet]):
    """A publisher."""

    told: ClassVar[Told] = {
        "id": "Its number.",
        "name": "Its name; no two outlets share one.",
        "domain": "Its web domain in lower case, without www: cnn.com. Empty where it has none.",
        "country": "Its country, as ISO 3166-1 alpha-2 code: US, GB, DE. Empty where unknown.",
    }

    class Meta:
        model = Outlet
        fields = ("id", "name", "domain", "country")


class SourceSerializer(RecordSerializer[Source]):
    """One published work. Its date is the day it was published."""

    outlet_name = Text(source="outlet.name", read_only=True, default=None, allow_null=True)

    told: ClassVar[Told] = {
        **DATE_TOLD,
        "id": "Its number.",
        "identifier": "What files and other programs call it: its URL, a file name, or the id in a corpus.",
        "kind": "What kind of work it is. A new source is an article unless given.",
        "url": "Its canonical URL. Empty where it has none.",
        "title": "Its title.",
        "byline": "Its authors, as it names them.",
        "outlet": "The number of the outlet that published it; null where unknown.",
        "outlet_name": "The name of that outlet.",
        "language": "Its language, as BCP 47 tag: en, pt-BR. A new source has en unless given.",
    }

    class Meta:
        model = Source
        fields = (
            "id",
            "identifier",
            "kind",
            "url",
            "title",
            "byline",
            "outlet",
            "outlet_name",
            "language",
            *DATE_FIELDS,
        )
        read_only_fields = ("date_earliest", "date_latest")


class SourceLinkSerializer(RecordSerializer[SourceLink]):
    """How one source stands to another."""

    told: ClassVar[Told] = {
        "id": "Its number.",
        "from_source": "The number of the source that is syndicated, translates, quotes, corrects ...",
        "to_source": "The number of the source that it is syndicated from, translates, quotes, corrects ...",
        "kind": "How the first stands to the second.",
    }

    class Meta:
        model = SourceLink
        fields = ("id", "from_source", "to_source", "kind")


class SnapshotSerializer(RecordSerializer[Snapshot]):
    """The text of a source as captured once; it never changes. Lists leave the text itself out."""

    source_title = Text(source="source.title", read_only=True)
    outlet_name = Text(source="source.outlet.name", read_only=True, default=None, allow_null=True)
    url = Text(read_only=True)
    captured_by = Person(source="captured_by.username", default=None, allow_null=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "source": "The number of the source.",
        "source_title": "The title of the source.",
        "outlet_name": "The name of the outlet that published it; null where unknown.",
        "number": "1 for the first capture of the source, and so on.",
        "text_sha256": "The SHA-256 of the text in UTF-8, in hexadecimal.",
        "raw_sha256": "The SHA-256 of the bytes that came, in hexadecimal.",
        "media_type": "The media type of the bytes that came.",
        "method": "How the text came: pasted, from a file, or fetched from its URL.",
        "url": "The address it was fetched from, after redirects; empty otherwise.",
        "captured_at": "When it was captured.",
        "captured_by": "The user name of who captured it.",
    }

    class Meta:
        model = Snapshot
        fields: tuple[str, ...] = (
            "id",
            "source",
            "source_title",
            "outlet_name",
            "number",
            "text_sha256",
            "raw_sha256",
            "media_type",
            "method",
            "url",
            "captured_at",
            "captured_by",
        )
        read_only_fields = fields


class SnapshotPageSerializer(SnapshotSerializer):
    """The text of a source as captured once, with the text; it never changes."""

    told: ClassVar[Told] = {
        **SnapshotSerializer.told,
        "text": "The captured text. All offsets count its Unicode code points from 0.",
    }

    class Meta(SnapshotSerializer.Meta):
        fields = (*SnapshotSerializer.Meta.fields, "text")
        read_only_fields = fields


class CaptureInput(Input):
    """A text to hold, or the URL of a public page to fetch and hold, with what is known of its source."""

    text = Text(
        required=False,
        trim_whitespace=False,
        help_text="The text itself. Without it, the page at `url` is fetched.",
    )
    url = Text(
        required=False,
        max_length=2000,
        help_text="Beside `text`: the canonical URL of the source. Alone: the public http or https page to fetch.",
    )
    identifier = Text(
        required=False,
        max_length=400,
        help_text="What to call the source; its URL unless given. Needed where there is no URL.",
    )
    title = Text(required=False, allow_blank=True, max_length=500, help_text="The title of the source.")
    byline = Text(required=False, allow_blank=True, max_length=300, help_text="Its authors, as it names them.")
    outlet = Text(
        required=False, allow_blank=True, max_length=200, help_text="The name of its outlet; made where it is new."
    )
    published = Text(
        required=False, allow_blank=True, max_length=60, help_text="When it was published, in EDTF: 2024-09-13."
    )
    language = Text(
        required=False,
        max_length=35,
        help_text="Its language, as BCP 47 tag; unless given, the one that the text shows.",
    )
