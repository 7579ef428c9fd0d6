"""Every address of the REST API, version 1."""

from django.urls import path, re_path
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ViewSetMixin

from claims.api.docs import DocsView, Nowhere, Root, SchemaView
from claims.api.views import (
    claims,
    edits,
    publications,
    queues,
    quotations,
    records,
    searches,
    snapshots,
    timelines,
    tokens,
    traces,
    verification,
)

app_name = "api"

VIEWS: dict[str, type[ViewSetMixin]] = {
    "outlets": records.OutletView,
    "sources": records.SourceView,
    "source-links": records.SourceLinkView,
    "snapshots": snapshots.SnapshotView,
    "speakers": records.SpeakerView,
    "speaker-names": records.SpeakerNameView,
    "positions": records.PositionView,
    "claims": claims.ClaimView,
    "links": claims.ClaimLinkView,
    "quotations": quotations.QuotationView,
    "appearances": timelines.AppearanceView,
    "regroupings": timelines.RegroupingView,
    "evidence": verification.EvidenceView,
    "verifications": verification.VerificationView,
    "publications": publications.PublicationView,
    "anchorings": edits.AnchoringView,
    "watches": edits.WatchView,
    "annotations": verification.AnnotationView,
    "rating-scales": records.RatingScaleView,
    "ratings": records.RatingView,
    "queues": queues.QueueView,
    "search": searches.SearchView,
    "tokens": tokens.TokenView,
    "trace": traces.TraceView,
    "check-text": traces.CheckTextView,
}
router = DefaultRouter(use_regex_path=False)
router.include_format_suffixes = False
router.APIRootView = Root
for prefix, view in VIEWS.items():
    router.register(prefix, view, basename=prefix)

urlpatterns = [
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    *router.urls,
    re_path("", Nowhere.as_view()),
]
