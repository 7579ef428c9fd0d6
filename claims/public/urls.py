"""The permanent addresses of what was published."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from claims.public import feeds, pages

app_name = "public"


class AnyScript(StringConverter):
    """The slug of a claim, whose words are of any script."""

    regex = r"[-\w]+"


register_converter(AnyScript, "any_slug")

urlpatterns = [
    path("", pages.index, name="index"),
    path("feed.atom", feeds.atom_feed, name="atom"),
    path("feed.json", feeds.json_feed, name="json"),
    path("<any_slug:slug>/", pages.claim, name="claim"),
    path("<any_slug:slug>/<int:number>/", pages.version, name="version"),
]
