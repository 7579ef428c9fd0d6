"""The permanent addresses of what was published."""

from django.urls import path

from claims.public import feeds, pages

app_name = "public"

urlpatterns = [
    path("", pages.index, name="index"),
    path("feed.atom", feeds.atom_feed, name="atom"),
    path("feed.json", feeds.json_feed, name="json"),
    path("<slug:slug>/", pages.claim, name="claim"),
    path("<slug:slug>/<int:number>/", pages.version, name="version"),
]
