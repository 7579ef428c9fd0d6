"""Appearances of utterances, as people confirm and decline them, and claims that were merged and split."""

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters
from claims.api.idempotency import idempotent
from claims.api.serializers.fields import NoInput
from claims.api.serializers.timelines import RegroupingSerializer, UtteranceAppearanceSerializer
from claims.api.views.base import ReadView
from claims.models import Appearance, Regrouping
from claims.operations.confirm import confirm_appearance
from claims.operations.decline import decline_appearance
from claims.operations.undo import undo_regrouping


class AppearanceView(ReadView[Appearance]):
    """Which quotations are, may be or are not appearances of one utterance."""

    queryset = Appearance.objects.for_list()
    serializer_class = UtteranceAppearanceSerializer
    filterset_class = filters.AppearanceFilters

    @extend_schema(request=None, responses=UtteranceAppearanceSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def confirm(self, request: Request, pk: int) -> Response:
        """Join the quotation to the utterance. It is not accepted by that."""
        self.checked(request, NoInput)
        with self.held() as appearance:
            return self.shown(confirm_appearance(actor=self.actor, appearance=appearance))

    @extend_schema(request=None, responses=UtteranceAppearanceSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def decline(self, request: Request, pk: int) -> Response:
        """Say that it is another utterance. It is remembered: it is not proposed again."""
        self.checked(request, NoInput)
        with self.held() as appearance:
            return self.shown(decline_appearance(actor=self.actor, appearance=appearance))


class RegroupingView(ReadView[Regrouping]):
    """Claims that were merged and split."""

    queryset = Regrouping.objects.for_list()
    serializer_class = RegroupingSerializer
    filterset_class = filters.RegroupingFilters

    @extend_schema(request=None, responses=RegroupingSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def undo(self, request: Request, pk: int) -> Response:
        """Put the quotations back where they were. 409 where they were moved on since."""
        self.checked(request, NoInput)
        with self.held() as regrouping:
            return self.shown(undo_regrouping(actor=self.actor, regrouping=regrouping))
