"""Claims, their history, and how they stand to each other."""

from typing import Any

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters
from claims.api.conditional import etag_of
from claims.api.idempotency import idempotent
from claims.api.problems import QueryInvalid
from claims.api.serializers.claims import (
    ClaimLinkSerializer,
    ClaimPageSerializer,
    ClaimSerializer,
    HistorySerializer,
)
from claims.api.serializers.fields import Moment
from claims.api.serializers.timelines import MergeInput, RegroupingSerializer, SplitInput, TimelineSerializer
from claims.api.views.base import CreateMixin, EditMixin, ReadView
from claims.api.views.publications import PublishMixin
from claims.models import Claim, ClaimLink, Regrouping
from claims.models.history import claim_history
from claims.operations.link import link_claims, unlink_claims
from claims.operations.merge import merge_claims
from claims.operations.split import split_claim
from claims.operations.timeline import timeline

AT = OpenApiParameter("at", OpenApiTypes.DATETIME, description="Only what had happened by this time; now unless given.")


class ClaimView(CreateMixin[Claim], EditMixin[Claim], PublishMixin, ReadView[Claim]):
    """Statements attributed to a speaker at a time."""

    queryset = Claim.objects.for_list()
    serializer_class = ClaimPageSerializer
    list_serializer_class = ClaimSerializer
    filterset_class = filters.ClaimFilters

    def get_queryset(self) -> Any:
        if self.action != "list":
            return Claim.objects.for_page()
        found: Any = super().get_queryset()
        return found if self.request.query_params.get("merged") == "true" else found.standing()

    @extend_schema(parameters=[AT], responses=HistorySerializer, filters=False)
    @action(detail=True, pagination_class=None, parameters=("at",))
    def history(self, request: Request, pk: int) -> Response:
        """What happened to the claim and to all that hangs on it: when, by whom, before and after."""
        claim = self.get_object()
        at = timezone.now()
        if "at" in request.query_params:
            try:
                at = Moment().run_validation(request.query_params["at"])
            except serializers.ValidationError as error:
                raise QueryInvalid({"at": error.detail}) from error
        return Response(HistorySerializer({"at": at, "entries": claim_history(claim, at)}).data)

    @extend_schema(responses=TimelineSerializer, filters=False)
    @action(detail=True, pagination_class=None)
    def timeline(self, request: Request, pk: int) -> Response:
        """Where the claim appeared, oldest first, and what each appearance altered of the earliest known wording."""
        claim = self.get_object()
        return Response(TimelineSerializer(timeline(claim=claim), context={"claim": claim.pk}).data)

    @extend_schema(request=MergeInput, responses=RegroupingSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def merge(self, request: Request, pk: int) -> Response:
        """Move the claim's quotations to another, where the two are one. Verdicts stay; it can be undone."""
        given = self.checked(request, MergeInput)
        with self.held() as claim:
            return self._regrouped(merge_claims(actor=self.actor, claim=claim, **given))

    @extend_schema(request=SplitInput, responses=RegroupingSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def split(self, request: Request, pk: int) -> Response:
        """Make a new claim, the answer's `to_claim`, of some of the claim's quotations. It can be undone."""
        given = self.checked(request, SplitInput)
        with self.held() as claim:
            return self._regrouped(split_claim(actor=self.actor, claim=claim, **given))

    def _regrouped(self, made: Regrouping) -> Response:
        data = RegroupingSerializer(made).data
        return Response(data, headers={"ETag": etag_of(data)})


class ClaimLinkView(ReadView[ClaimLink]):
    """How claims stand to each other."""

    queryset = ClaimLink.objects.select_related("created_by")
    serializer_class = ClaimLinkSerializer
    filterset_class = filters.ClaimLinkFilters

    @extend_schema(request=ClaimLinkSerializer, responses={201: ClaimLinkSerializer})
    @idempotent
    def create(self, request: Request) -> Response:
        """Link two claims: the first contradicts, repeats, narrows ... the second."""
        given = self.checked(request, ClaimLinkSerializer)
        return self.shown(link_claims(actor=self.actor, **given), status.HTTP_201_CREATED)

    def destroy(self, request: Request, pk: int) -> Response:
        """Take a link back; its history stays. Needs If-Match with its ETag."""
        with self.held(required=True) as link:
            unlink_claims(actor=self.actor, link=link)
        return Response(status=status.HTTP_204_NO_CONTENT)
