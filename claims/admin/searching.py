"""The search page: everything that has some words, of every kind, and how it is spread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from claims.admin import marking
from claims.models import Claim, Quotation, Source, Speaker, Stage
from claims.models.facets import FACETS, MOST, Facet, Hits
from claims.operations.permissions import may_read
from claims.operations.search import MOST_PAGES, PER_PAGE, Query, Stretch, highlighted, query, records_of, search

LABELS = {
    "kind": "What it is",
    "state": "State of quotations",
    "attribution": "Attribution of claims",
    "accuracy": "Accuracy of claims",
    "speaker": "Speaker",
    "outlet": "Outlet",
    "language": "Language",
    "year": "Year",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found: its kind, where its page is, its words with what was sought, and what it is."""

    kind: str
    address: str
    words: list[Stretch]
    told: list[object]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, how many have it, and where it leads: to those alone, or, where it is chosen, to all."""

    label: str
    count: int
    address: str
    is_chosen: bool


def search_page(request: HttpRequest) -> HttpResponse:
    """What has the words of `q`, narrowed by facets; a query that cannot be understood is told."""
    if not may_read(request.user):
        raise PermissionDenied("You may not search.")
    typed, error, asked = request.GET.get("q", ""), "", None
    try:
        asked = query(typed)
    except ValidationError as refusal:
        error = " ".join(refusal.messages)
    narrowed = _narrowed(request.GET)
    number = _page(request.GET.get("page", ""))
    hits = search(asked=asked, narrowed=narrowed, page=number) if asked else Hits()
    context = {
        **admin.site.each_context(request),
        "title": "Search",
        "typed": typed.replace("\x00", ""),
        "error": error,
        "asked": asked,
        "hits": hits,
        "most": MOST,
        "found": [_hit(kind, record, asked) for kind, record in records_of(hits)] if asked else [],
        "facets": [(LABELS[f.name], f, _choices(request.GET, f, narrowed)) for f in hits.facets if f.values],
        **_pages(request.GET, number, hits.total),
    }
    return TemplateResponse(request, "admin/claims/search.html", context)


def _narrowed(given: QueryDict) -> dict[str, str]:
    return {name: value for name in FACETS if (value := given.get(name, "").replace("\x00", "")[:300])}


def _page(given: str) -> int:
    """The page asked for; the first for what is none."""
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < 5 else 1
    return min(max(number, 1), MOST_PAGES)


def _pages(given: QueryDict, number: int, total: int) -> dict[str, Any]:
    last = min(MOST_PAGES, max(1, -(-total // PER_PAGE)))
    return {
        "number": number,
        "start": (number - 1) * PER_PAGE + 1,
        "last": last,
        "previous_page": _with(given, page=str(number - 1)) if number > 1 else "",
        "next_page": _with(given, page=str(number + 1)) if number < last else "",
    }


def _with(given: QueryDict, **changed: str) -> str:
    """The address of this page with some parameters set, or, where they are empty, left out."""
    kept = {name: given[name] for name in ("q", "page", *FACETS) if given.get(name)}
    return "?" + urlencode({name: value for name, value in {**kept, **changed}.items() if value})


def _choices(given: QueryDict, facet: Facet, narrowed: Mapping[str, str]) -> list[Choice]:
    return [
        Choice(
            _label(facet.name, value),
            count,
            _with(given, page="", **{facet.name: "" if narrowed.get(facet.name) == value else value}),
            narrowed.get(facet.name) == value,
        )
        for value, count in facet.values
    ]


def _label(facet: str, value: str) -> str:
    return str(Stage(value).label) if facet in ("attribution", "accuracy") else value


def _hit(kind: str, record: Any, asked: Query) -> Hit:
    words, told = SHOW[kind](record)
    return Hit(kind, marking.address(record), highlighted(words, asked.terms), [one for one in told if one])


def _quotation(quotation: Quotation) -> tuple[str, list[object]]:
    source = quotation.snapshot.source
    state = marking.chip(f"state-{quotation.state}", quotation.get_state_display())
    return quotation.words, [state, marking.speaker_of(quotation), str(source), source.outlet, source.date_edtf]


def _claim(claim: Claim) -> tuple[str, list[object]]:
    return claim.words, [
        *marking.statuses(claim),
        claim.speaker or f"({claim.get_no_speaker_display()})",
        claim.date_edtf,
    ]


def _speaker(speaker: Speaker) -> tuple[str, list[object]]:
    others = ", ".join(name.name for name in speaker.names.all())
    return speaker.name, [speaker.get_kind_display(), others and f"also {others}"]


def _source(source: Source) -> tuple[str, list[object]]:
    return str(source), [source.get_kind_display(), source.outlet, source.byline, source.date_edtf]


SHOW: Mapping[str, Any] = {"quotation": _quotation, "claim": _claim, "speaker": _speaker, "source": _source}
