"""Silent edits, and the sources that are watched for them."""

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters
from claims.api.idempotency import idempotent
from claims.api.serializers.edits import AnchoringSerializer, WatchSerializer
from claims.api.views.base import ReadView
from claims.models import Anchoring, Watch
from claims.operations.watch import unwatch, watch


class AnchoringView(ReadView[Anchoring]):
    """What became of quotations in newer captures of their sources. Captures add them; they never change."""

    queryset = Anchoring.objects.for_list()
    serializer_class = AnchoringSerializer
    filterset_class = filters.AnchoringFilters


class WatchView(ReadView[Watch]):
    """Sources that are captured again every so many hours."""

    queryset = Watch.objects.for_list()
    serializer_class = WatchSerializer
    filterset_class = filters.WatchFilters

    @extend_schema(request=WatchSerializer, responses={200: WatchSerializer, 201: WatchSerializer})
    @idempotent
    def create(self, request: Request) -> Response:
        """Watch a source, from now on. 200 where it was watched already: it is set anew."""
        done = watch(actor=self.actor, **self.checked(request, WatchSerializer))
        return self.shown(done.watch, status.HTTP_201_CREATED if done.is_new else status.HTTP_200_OK)

    def destroy(self, request: Request, pk: int) -> Response:
        """Watch the source no more; its captures stay. Needs If-Match with the ETag of the watch."""
        with self.held(required=True) as held:
            unwatch(actor=self.actor, watch=held)
        return Response(status=status.HTTP_204_NO_CONTENT)
