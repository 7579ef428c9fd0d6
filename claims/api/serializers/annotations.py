from typing import ClassVar

from claims.api.serializers.fields import Person, RecordSerializer, Told
from claims.models import Annotation


class AnnotationSerializer(RecordSerializer[Annotation]):
    """A note on a passage of a captured text, or on a quotation, a claim or a judgement."""

    author = Person(source="author.username")

    told: ClassVar[Told] = {
        "id": "Its number.",
        "uid": "Its identifier in other systems.",
        "snapshot": "The number of the captured text that it is on, or null.",
        "start": "The first character of the passage, in Unicode code points; null: no passage.",
        "end": "The first character that no longer belongs to the passage.",
        "exact": "The words of the passage.",
        "quotation": "The number of the quotation that it is on, or null.",
        "claim": "The number of the claim that it is on, or null.",
        "verification": "The number of the judgement that it is on, or null.",
        "parent": "The number of the note that it answers, or null.",
        "motivation": "Why it was written, in the words of the W3C Web Annotation Vocabulary; commenting unless given.",
        "body": "What it says. Only a highlight may be without words.",
        "author": "The user name of who wrote it.",
        "created_at": "When it was written.",
    }

    class Meta:
        model = Annotation
        fields = (
            "id",
            "uid",
            "snapshot",
            "start",
            "end",
            "exact",
            "quotation",
            "claim",
            "verification",
            "parent",
            "motivation",
            "body",
            "author",
            "created_at",
        )
        read_only_fields = ("uid", "exact", "created_at")
