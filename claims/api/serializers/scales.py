from typing import ClassVar

from claims.api.serializers.fields import Number, RecordSerializer, Told
from claims.models import Rating, RatingScale


class RatingSerializer(RecordSerializer[Rating]):
    """One label of a scale."""

    value = Number(min_value=0, max_value=1, required=False, allow_null=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "scale": "The number of its scale.",
        "slug": "Its short name, such as confirmed.",
        "label": "What people read.",
        "description": "When it applies.",
        "position": "Its place in the scale, from 0, best first.",
        "value": "From 0 (not so at all) to 1 (wholly so), to three places; null where nobody can tell.",
    }

    class Meta:
        model = Rating
        fields = ("id", "scale", "slug", "label", "description", "position", "value")


class RatingScaleSerializer(RecordSerializer[RatingScale]):
    """A newsroom's own ordered labels for one question."""

    ratings = RatingSerializer(many=True, read_only=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "slug": "Its short name in files; made from the name unless given.",
        "name": "Its name.",
        "question": "The question that it answers.",
        "is_default": "Whether it is the one in use for its question.",
        "ratings": "Its labels, best first; change them under /ratings/.",
    }

    class Meta:
        model = RatingScale
        fields = ("id", "slug", "name", "question", "is_default", "ratings")
        extra_kwargs = {"slug": {"required": False}}
