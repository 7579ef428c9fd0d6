"""The feeds of what was published, corrected and retracted: the newest of each claim, under its permanent address."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date

from claims.formats import feeds
from claims.models import Publication
from claims.public.caching import for_everybody

MOST_ENTRIES = 50


@for_everybody
def atom_feed(request: HttpRequest) -> HttpResponse:
    """The feed as Atom."""
    entries = _entries(request)
    text = feeds.atom(_feed(request, "atom"), entries)
    return _dated(HttpResponse(text, content_type="application/atom+xml; charset=utf-8"), entries)


@for_everybody
def json_feed(request: HttpRequest) -> HttpResponse:
    """The feed as JSON Feed."""
    entries = _entries(request)
    told = feeds.json_feed(_feed(request, "json"), entries)
    answer = JsonResponse(told, content_type="application/feed+json", json_dumps_params={"ensure_ascii": False})
    return _dated(answer, entries)


def _feed(request: HttpRequest, kind: str) -> feeds.Feed:
    publisher = settings.CLAIMS["PUBLISHER"]
    return feeds.Feed(
        title=f"Claims checked by {publisher}",
        home=request.build_absolute_uri(reverse("public:index")),
        address=request.build_absolute_uri(reverse(f"public:{kind}")),
        publisher=publisher,
    )


def _entries(request: HttpRequest) -> list[feeds.Entry]:
    now = timezone.now()
    newest = list(Publication.objects.current(now).select_related("claim")[:MOST_ENTRIES])
    first = Publication.objects.first_times([publication.claim_id for publication in newest])
    return [
        feeds.Entry(
            request.build_absolute_uri(reverse("public:claim", args=[publication.claim.slug])),
            publication,
            first[publication.claim_id],
        )
        for publication in newest
    ]


def _dated(answer: HttpResponse, entries: list[feeds.Entry]) -> HttpResponse:
    """With the time of the last change, where there was one."""
    if entries:
        answer["Last-Modified"] = http_date(entries[0].publication.made_at.timestamp())
    return answer
