"""The pages of the admin that are of no one record."""

from django.contrib import admin
from django.urls import path

from claims.admin.draft_page import draft_page
from claims.admin.queues import first_page, queue, queues
from claims.admin.searching import search_page
from claims.admin.trace_page import trace_page

app_name = "claims"
urlpatterns = [
    path("", admin.site.admin_view(first_page)),
    path("queues/", admin.site.admin_view(queues), name="queues"),
    path("queues/<slug:slug>/", admin.site.admin_view(queue), name="queue"),
    path("search/", admin.site.admin_view(search_page), name="search"),
    path("trace/", admin.site.admin_view(trace_page), name="trace"),
    path("check-text/", admin.site.admin_view(draft_page), name="check_text"),
]
