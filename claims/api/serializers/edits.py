from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.fields import Person, RecordSerializer, Text, Told
from claims.models import Anchoring, Watch
from claims.operations.anchor import changes


class AnchoringSerializer(RecordSerializer[Anchoring]):
    """What became of a quotation in a newer capture of its source; it never changes."""

    source = serializers.IntegerField(  # type: ignore[assignment]  # a field named as an attribute of all fields
        source="snapshot.source_id", read_only=True
    )
    source_title = Text(source="snapshot.source.title", read_only=True)
    changes = serializers.SerializerMethodField()

    told: ClassVar[Told] = {
        "id": "Its number.",
        "quotation": "The number of the quotation that was looked for.",
        "source": "The number of the source.",
        "source_title": "The title of the source.",
        "sought_in": "The number of the earlier captured text, where it was last known to stand.",
        "sought": "Its words there, from its first passage to its last.",
        "snapshot": "The number of the newer captured text that it was looked for in.",
        "outcome": "Found unchanged, moved to other surroundings, altered, ambiguous (several places fit) or gone.",
        "start": "Its first character in the newer text, in Unicode code points; null where it has no one place.",
        "end": "The first character that no longer belongs to it.",
        "exact": "The words there now; null where it has no one place.",
        "score": "How alike the words now are to those before, from 0 to 1.",
        "changes": "What was changed, each in plain words: “may” for “will” (modality).",
        "found_at": "When it was looked for.",
    }

    class Meta:
        model = Anchoring
        fields = (
            "id",
            "quotation",
            "source",
            "source_title",
            "sought_in",
            "sought",
            "snapshot",
            "outcome",
            "start",
            "end",
            "exact",
            "score",
            "changes",
            "found_at",
        )
        read_only_fields = tuple(name for name in fields if name not in ("source", "source_title", "changes"))

    @extend_schema_field({"type": "array", "items": {"type": "string"}})
    def get_changes(self, finding: Anchoring) -> list[str]:
        return changes(finding)


class WatchSerializer(RecordSerializer[Watch]):
    """That a source is captured again every so many hours."""

    created_by = Person(source="created_by.username")

    told: ClassVar[Told] = {
        "id": "Its number.",
        "source": "The number of the source, which has a URL.",
        "every_hours": "Hours from one capture to the next: 24 is daily, 168 weekly.",
        "next_at": "When it is captured next.",
        "last_at": "When that was last tried; null before the first time.",
        "failures": "How many attempts in a row failed. Each doubles the wait, up to a week.",
        "last_error": "Why the last attempt failed; empty where it did not.",
        "created_by": "The user name of who set it: the captures are made as theirs.",
    }

    class Meta:
        model = Watch
        fields = ("id", "source", "every_hours", "next_at", "last_at", "failures", "last_error", "created_by")
        read_only_fields = ("next_at", "last_at", "failures", "last_error")
        # A source that is watched already is set anew, not refused.
        extra_kwargs: ClassVar[dict[str, dict[str, list[Any]]]] = {"source": {"validators": []}}
