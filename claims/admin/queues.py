"""The pages of the queues: the first page of the admin, which leads with them, and one for each."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from claims.admin.paging import BoundedPaginator
from claims.admin.queue_rows import rows_of
from claims.admin.refusals import actor
from claims.models import Assignment
from claims.operations.permissions import ROLES, may_check, may_read
from claims.operations.queues import Count, offered_to

PER_PAGE = 50


def first_page(request: HttpRequest) -> HttpResponse:
    """Django's own index, led by what waits."""
    headed = _headed(request) if may_read(request.user) else []
    return admin.site.index(request, {"queues": headed})


def queues(request: HttpRequest) -> HttpResponse:
    """All queues with how much waits in each, and who has how much in hand, by person and by desk."""
    if not may_read(request.user):
        raise PermissionDenied("You may not see the queues.")
    now = timezone.now()
    context = {
        **admin.site.each_context(request),
        "title": "Queues",
        "queues": _headed(request),
        "people": Assignment.objects.by_person(now),
        "desks": Assignment.objects.by_group(now, without=ROLES),
    }
    return TemplateResponse(request, "admin/claims/queues.html", context)


def queue(request: HttpRequest, slug: str) -> HttpResponse:
    """One queue, the first first."""
    who = actor(request)
    found = next((one for one in offered_to(who) if one.slug == slug), None)
    if found is None:
        missing = {**admin.site.each_context(request), "title": "No such queue", "slug": slug}
        return TemplateResponse(request, "admin/claims/no_queue.html", missing, status=404)
    page = BoundedPaginator(found.rows(who, timezone.now()), PER_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": found.title,
        "queue": found,
        "page": page,
        "rows": rows_of(page.object_list, who),
        "may_check": may_check(who),
    }
    return TemplateResponse(request, "admin/claims/queue.html", context)


def _headed(request: HttpRequest) -> list[tuple[str, list[Count]]]:
    """The queues that are for the person, with how many wait in each, under their headings."""
    who, now = actor(request), timezone.now()
    headed: dict[str, list[Count]] = {}
    for one in offered_to(who):
        headed.setdefault(one.heading, []).append(one.count(who, now))
    return list(headed.items())
