"""What readers were told of claims, and when."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters
from claims.api.conditional import etag_of
from claims.api.idempotency import idempotent
from claims.api.serializers.publications import (
    PublicationPageSerializer,
    PublicationSerializer,
    PublishInput,
    ReasonInput,
)
from claims.api.views.base import ReadView, RecordView
from claims.models import Claim, Publication
from claims.operations.correct import correct
from claims.operations.permissions import may_publish
from claims.operations.publish import publish
from claims.operations.retract import retract


class PublicationView(ReadView[Publication]):
    """What readers were told of claims. Rows are only ever added: of each claim the highest number holds."""

    queryset = Publication.objects.select_related("claim", "made_by")
    serializer_class = PublicationPageSerializer
    list_serializer_class = PublicationSerializer
    filterset_class = filters.PublicationFilters

    def get_queryset(self) -> Any:
        return Publication.objects.for_list() if self.action == "list" else super().get_queryset()


class PublishMixin(RecordView[Claim]):
    """The verbs that change what readers see of a claim."""

    @extend_schema(request=PublishInput, responses={201: PublicationPageSerializer})
    @action(detail=True, methods=["post"], may=may_publish)
    @idempotent
    def publish(self, request: Request, pk: int) -> Response:
        """Publish the claim with its approved verdicts, as it is held now. 403 for whoever judged it alone."""
        return self._tell(publish, PublishInput)

    @extend_schema(request=ReasonInput, responses={201: PublicationPageSerializer})
    @action(detail=True, methods=["post"], may=may_publish)
    @idempotent
    def correct(self, request: Request, pk: int) -> Response:
        """Publish the claim anew as it is held now, and tell readers why. 409 where nothing that they see changed."""
        return self._tell(correct, ReasonInput)

    @extend_schema(request=ReasonInput, responses={201: PublicationPageSerializer})
    @action(detail=True, methods=["post"], may=may_publish)
    @idempotent
    def retract(self, request: Request, pk: int) -> Response:
        """Take back what readers were told of the claim, and say why at its public address."""
        return self._tell(retract, ReasonInput)

    def _tell(self, verb: Any, told: Any) -> Response:
        given = self.checked(self.request, told)
        with self.held() as claim:
            made = verb(actor=self.actor, claim=claim, **given)
        # Read again: the database orders the members of the document in its own way, and so does every reading.
        data = PublicationPageSerializer(PublicationView.queryset.get(pk=made.pk)).data
        address = self.request.build_absolute_uri(reverse("api:publications-detail", args=[made.pk]))
        return Response(data, status.HTTP_201_CREATED, headers={"ETag": etag_of(data), "Location": address})
