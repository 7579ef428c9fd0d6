"""Pages for what is not there or went wrong: in the style of the site, and without the database, which may be why."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import Http404
from django.template.loader import render_to_string
from django.urls import Resolver404, reverse
from django.views import defaults

SAID = {
    400: ("This request was not understood", "Your browser sent something that we cannot answer."),
    404: ("There is no such page", "The address may be mistyped. What was published here keeps its address."),
    500: ("Something went wrong", "It is our fault, and it is written down for us. Try again in a moment."),
}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """In the admin with what it is that is not there, for whoever works there."""
    if not request.path.startswith(reverse("admin:index")):
        return _page(404)
    is_told = isinstance(exception, Http404) and not isinstance(exception, Resolver404)
    said = str(exception) if is_told else ""
    return defaults.page_not_found(request, Http404(said), "admin/404.html")


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(500)


def _page(status: int) -> HttpResponse:
    """Rendered without the request: asking who is logged in would ask the database."""
    title, told = SAID[status]
    context = {"title": title, "told": told, "publisher": settings.CLAIMS["PUBLISHER"]}
    return HttpResponse(render_to_string("claims/public/error.html", context), status=status)
