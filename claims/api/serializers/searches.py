"""What a search found, as data."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from claims.api.serializers.fields import Described, Text, Told
from claims.operations.search import MOST_PAGES, PER_PAGE


class CountSerializer(Described, serializers.Serializer[Any]):
    """How many of what was found have one value."""

    value = Text()
    count = serializers.IntegerField()

    told: ClassVar[Told] = {
        "value": "The value; as a parameter it narrows the search down.",
        "count": "How many of what was found have it.",
    }


class FacetSerializer(Described, serializers.Serializer[Any]):
    """How what was found is spread over the values of one parameter."""

    name = Text()
    values = CountSerializer(many=True)
    is_more = serializers.BooleanField()

    told: ClassVar[Told] = {
        "name": "The parameter.",
        "values": "Its values, the most frequent first, twelve at most.",
        "is_more": "Whether there are values beyond these.",
    }


class HitSerializer(Described, serializers.Serializer[Any]):
    """One record that was found."""

    kind = Text()
    id = serializers.IntegerField()
    url = serializers.URLField()
    words = Text()

    told: ClassVar[Told] = {
        "kind": "What it is: claim, quotation, speaker or source.",
        "id": "Its number.",
        "url": "Where it is read.",
        "words": "Its words: of a claim or quotation what was said, of a speaker the name, of a source the title.",
    }


@extend_schema_serializer(many=False)  # though it is what a list answers with
class SearchSerializer(Described, serializers.Serializer[Any]):
    """A page of what has some words, the shortest first, and how all of it is spread."""

    total = serializers.IntegerField()
    is_full = serializers.BooleanField()
    page = serializers.IntegerField()
    pages = serializers.IntegerField()
    facets = FacetSerializer(many=True)
    results = HitSerializer(many=True)

    told: ClassVar[Told] = {
        "total": "How many there are.",
        "is_full": "Whether more of one kind have the words than are looked at: then numbers are of those looked at.",
        "page": "Which page this is.",
        "pages": f"How many there are, {MOST_PAGES} at most: add a word to find fewer.",
        "facets": "For each parameter how what was found is spread over its values.",
        "results": f"What was found, {PER_PAGE} a page.",
    }
