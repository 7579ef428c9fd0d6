"""Everything that has some words, of every kind, and how it is spread."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.problems import QueryInvalid, no_such_choice
from claims.api.serializers.searches import SearchSerializer
from claims.api.views.base import RecordView
from claims.models import Quotation, Stage
from claims.models.facets import FACETS
from claims.operations.search import MOST_PAGES, PER_PAGE, READ, Query, query, records_of, search

FACETS_TOLD: Mapping[str, str] = {
    "kind": "Only these: claim, quotation, speaker or source.",
    "state": "Only quotations in this state.",
    "attribution": "Only claims whose judgement on the attribution is at this stage.",
    "accuracy": "Only claims whose judgement on the accuracy is at this stage.",
    "speaker": "Only what this speaker says, by name.",
    "outlet": "Only what is of this outlet, by name.",
    "language": "Only what is in this language, a BCP 47 tag.",
    "year": "Only what is of this year.",
}
# The values of those that have no others; speakers, outlets, languages and years are what the record has.
CHOICES: Mapping[str, Sequence[str]] = {
    "kind": tuple(READ),
    "state": Quotation.State.values,
    "attribution": Stage.values,
    "accuracy": Stage.values,
}
WORDS: Mapping[str, Callable[[Any], str]] = {
    "claim": lambda claim: claim.words,
    "quotation": lambda quotation: quotation.words,
    "speaker": lambda speaker: speaker.name,
    "source": str,
}


class SearchView(RecordView[Any]):
    """The search of the admin, for programs."""

    serializer_class = SearchSerializer
    pagination_class = None
    filter_backends = ()
    parameters = ("q", "page", *FACETS)

    @extend_schema(
        parameters=[
            OpenApiParameter("q", str, required=True, description="What is looked for."),
            OpenApiParameter(
                "page", {"type": "integer", "minimum": 1, "maximum": MOST_PAGES}, description="Which page."
            ),
            *(OpenApiParameter(name, str, description=FACETS_TOLD[name], enum=CHOICES.get(name)) for name in FACETS),
        ],
        responses=SearchSerializer,
    )
    def list(self, request: Request) -> Response:
        """Find what has all of some words, in any order: claims, quotations, speakers and sources.

        “A phrase” in quotation marks is found as it stands, -word leaves out what has it, word* is how one begins.
        """
        given = request.query_params
        asked, number = _asked(given.get("q", "")), _page(given.get("page", "1"))
        hits = search(asked=asked, narrowed=_narrowed(given), page=number)
        return Response(
            SearchSerializer(
                {
                    "total": hits.total,
                    "is_full": hits.is_full,
                    "page": number,
                    "pages": min(MOST_PAGES, max(1, -(-hits.total // PER_PAGE))),
                    "facets": [
                        {
                            "name": facet.name,
                            "values": [{"value": value, "count": count} for value, count in facet.values],
                            "is_more": facet.is_more,
                        }
                        for facet in hits.facets
                    ],
                    "results": [
                        {
                            "kind": kind,
                            "id": record.pk,
                            "url": request.build_absolute_uri(reverse(f"api:{kind}s-detail", args=[record.pk])),
                            "words": WORDS[kind](record),
                        }
                        for kind, record in records_of(hits)
                    ],
                }
            ).data
        )


def _asked(typed: str) -> Query:
    try:
        asked = query(typed)
    except ValidationError as refusal:
        raise QueryInvalid(refusal.message_dict) from refusal
    if asked is None:
        raise QueryInvalid({"q": "Say which words are looked for."})
    return asked


def _narrowed(given: Mapping[str, str]) -> dict[str, str]:
    narrowed = {name: given[name] for name in FACETS if name in given}
    faults = {name: "No text has a NUL character." for name, value in narrowed.items() if "\x00" in value}
    faults |= {
        name: no_such_choice(there) for name, there in CHOICES.items() if narrowed.get(name, there[0]) not in there
    }
    if faults:
        raise QueryInvalid(faults)
    return narrowed


def _page(given: str) -> int:
    if not (given.isascii() and given.isdecimal() and len(given) < 5 and 1 <= int(given) <= MOST_PAGES):
        raise QueryInvalid({"page": f"This is no page: there are 1 to {MOST_PAGES}."})
    return int(given)
