"""The editorial doors: a fact-checker's day in Django's admin. They show and dispatch; operations write."""

from django.contrib import admin

from claims.admin import (
    appearances,
    claims,
    edits,
    notes,
    people,
    publishing,
    quotations,
    regrouping,
    scales,
    snapshots,
    speakers,
    tokens,
    verdicts,
    works,
)

__all__ = [
    "appearances",
    "claims",
    "edits",
    "notes",
    "people",
    "publishing",
    "quotations",
    "regrouping",
    "scales",
    "snapshots",
    "speakers",
    "tokens",
    "verdicts",
    "works",
]

admin.site.site_header = "Claim provenance"
admin.site.site_title = "Claim provenance"
admin.site.index_title = "Who said what, and is it so?"
admin.site.site_url = None  # there is no other site than this one
admin.site.empty_value_display = "—"
