"""Captured texts."""

from typing import Any

from django.core.exceptions import ValidationError
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters
from claims.api.idempotency import idempotent
from claims.api.serializers.fields import NoInput
from claims.api.serializers.quotations import ExtractedSerializer
from claims.api.serializers.sources import CaptureInput, SnapshotPageSerializer, SnapshotSerializer
from claims.api.throttles import CaptureUrl
from claims.api.views.base import ReadView
from claims.formats.articles import Article
from claims.models import Quotation, Snapshot
from claims.operations.capture import Captured, capture, capture_url
from claims.operations.extract import extract


class SnapshotView(ReadView[Snapshot]):
    """Texts of sources as captured once. They never change and are never deleted."""

    queryset = Snapshot.objects.for_list()
    serializer_class = SnapshotPageSerializer
    list_serializer_class = SnapshotSerializer
    filterset_class = filters.SnapshotFilters

    def get_queryset(self) -> Any:
        if self.action == "list":
            return super().get_queryset()
        return Snapshot.objects.select_related("source__outlet", "captured_by").defer("raw")

    @extend_schema(request=CaptureInput, responses={200: SnapshotPageSerializer, 201: SnapshotPageSerializer})
    @idempotent
    def create(self, request: Request) -> Response:
        """Hold a text, or fetch a public page and hold its text.

        201 where the text is new; 200 where this text of this source is held already. A source that is held is known
        by its identifier, else by its URL: what is held of it stays, what it lacks is filled in. A page that cannot
        be fetched, or is not public, is 422 with the reason.
        """
        captured = self._capture(self.checked(request, CaptureInput))
        return self.shown(captured.snapshot, status.HTTP_201_CREATED if captured.is_new else status.HTTP_200_OK)

    def _capture(self, given: dict[str, Any]) -> Captured:
        if "text" not in given:
            if "url" not in given:
                raise ValidationError({"text": "Give a text, or the url of a page to fetch."})
            self.throttle(CaptureUrl())
            return capture_url(actor=self.actor, **given)
        identifier = given.pop("identifier", "") or given.get("url", "")
        if not identifier:
            raise ValidationError({"identifier": "Give an identifier, or the url of the source."})
        return capture(actor=self.actor, article=Article(identifier=identifier, **given))

    @extend_schema(request=None, responses=ExtractedSerializer)
    @action(detail=True, methods=["post"], shows_record=False)
    @idempotent
    def extract(self, request: Request, pk: int) -> Response:
        """Find what is quoted in the text and suggest it.

        A passage that is a quotation already, also a rejected one, is not suggested again.
        """
        self.checked(request, NoInput)
        with self.held() as snapshot:
            made = extract(actor=self.actor, snapshot=snapshot)
            quotations = Quotation.objects.for_page().filter(pk__in=[q.pk for q in made]).order_by("pk")
            return Response(ExtractedSerializer({"quotations": quotations}).data)
