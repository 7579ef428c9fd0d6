"""The pages that readers see: all published claims, one of them, and what was published of it on a given day."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.formats.claim_review import reviews
from claims.formats.publications import quoted
from claims.models import Publication
from claims.public.caching import for_everybody
from claims.public.linked import linked
from claims.public.readable import readable, tones

CLAIMS_A_PAGE = 25
LONGEST_LISTED = 300
# A browser takes the data for the end of its script, or for markup, at these characters alone.
ENDS_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@for_everybody
def index(request: HttpRequest) -> HttpResponse:
    """The published claims, the newest first."""
    public = Publication.objects.public(timezone.now()).select_related("claim")
    try:
        found = Paginator(public, CLAIMS_A_PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404("There is no such page.") from error
    listed = [
        (publication, quoted(publication.document, LONGEST_LISTED), tones(publication.document))
        for publication in found
    ]
    return render(request, "claims/public/index.html", {**_site(), "page": found, "listed": listed})


@for_everybody
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands of a claim now."""
    told = _told(slug)
    newest = told[0]
    return _page(request, told, newest, linked(newest.claim, timezone.now()) if newest.is_public else ())


@for_everybody
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What readers saw of a claim from one publication on, until the next."""
    told = _told(slug)
    chosen = next((publication for publication in told if publication.number == number), None)
    if chosen is None:
        raise Http404("This was not published.")
    return _page(request, told, chosen)


def _site() -> dict[str, Any]:
    return {"publisher": settings.CLAIMS["PUBLISHER"]}


def _told(slug: str) -> list[Publication]:
    """All that readers were told of a claim, newest first. Raises Http404 where that is nothing."""
    told = list(Publication.objects.of_address(slug, timezone.now()))
    if not told:
        raise Http404("No such claim was published.")
    return told


def _page(
    request: HttpRequest, told: list[Publication], chosen: Publication, links: Sequence[dict[str, Any]] = ()
) -> HttpResponse:
    newest, first = told[0], told[-1]
    address = request.build_absolute_uri(reverse("public:claim", args=[newest.claim.slug]))
    context = {
        **_site(),
        "claim": newest.claim,
        "publication": chosen,
        "shown": readable(chosen.document),
        "verdicts": tones(chosen.document),
        "told": told,
        "newest": newest,
        "first": first,
        "address": address,
        "shown_address": unquote(address),
        "data": SafeString(""),
        "linked": links,
        "merged_into": _public_address_of_merged(newest),
    }
    if newest.is_public and chosen is newest:
        graph = reviews(
            chosen.document,
            address=address,
            publisher=settings.CLAIMS["PUBLISHER"],
            home=request.build_absolute_uri(reverse("public:index")),
            first={v["question"]: one.made_at.date() for one in told for v in one.document["verdicts"]},  # the oldest
            last=newest.made_at.date(),
        )
        context["data"] = _data_script(graph)
    return render(request, "claims/public/claim.html", context)


def _public_address_of_merged(newest: Publication) -> str:
    """Where a claim goes on that was found to be the same as another; empty where that one is not public."""
    into = newest.claim.merged_into
    if into is None or Publication.objects.newest(into, timezone.now()) is None:
        return ""
    return reverse("public:claim", args=[into.slug])


def _data_script(data: dict[str, Any]) -> SafeString:
    """Data for programs in the page: of a type that no browser runs, and with nothing in it that could end it."""
    text = json.dumps(data, ensure_ascii=False).translate(ENDS_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))
