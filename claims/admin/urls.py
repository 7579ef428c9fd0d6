"""The pages of the admin that are of no one record."""

from django.contrib import admin
from django.urls import path

from claims.admin.queues import first_page, queue, queues
from claims.admin.searching import search_page

app_name = "claims"
urlpatterns = [
    path("", admin.site.admin_view(first_page)),
    path("queues/", admin.site.admin_view(queues), name="queues"),
    path("queues/<slug:slug>/", admin.site.admin_view(queue), name="queue"),
    path("search/", admin.site.admin_view(search_page), name="search"),
]
