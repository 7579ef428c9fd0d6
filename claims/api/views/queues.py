"""What waits for the one who asks, and for anybody."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.serializers.queues import QueuedSerializer, QueuePageSerializer, QueueSerializer
from claims.api.views.base import RecordView
from claims.models import Anchoring, Appearance, Claim, ClaimLink, Publication, Snapshot, Verification
from claims.operations.queues import offered_to

MOST = 100
KINDS: dict[type[Model], str] = {
    Anchoring: "anchorings",
    Appearance: "appearances",
    Claim: "claims",
    ClaimLink: "links",
    Publication: "publications",
    Snapshot: "snapshots",
    Verification: "verifications",
}


class QueueView(RecordView[Any]):
    """The queues that are for the one who asks, as the admin has them."""

    serializer_class = QueueSerializer
    pagination_class = None
    filter_backends = ()
    lookup_field = "slug"
    lookup_value_converter = "slug"

    @extend_schema(responses=QueueSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List the queues with how much waits in each."""
        now = timezone.now()
        return Response(QueueSerializer([q.count(self.actor, now) for q in offered_to(self.actor)], many=True).data)

    @extend_schema(responses=QueuePageSerializer)
    def retrieve(self, request: Request, slug: str) -> Response:
        """Read a queue: the records that wait in it, the first first."""
        now = timezone.now()
        queue = next((one for one in offered_to(self.actor) if one.slug == slug), None)
        if queue is None:
            raise Http404
        rows = queue.rows(self.actor, now).only("pk")[:MOST]
        kind = KINDS[rows.model]

        def address(record: Model) -> str:
            return request.build_absolute_uri(reverse(f"api:{kind}-detail", args=[record.pk]))

        return Response(
            {
                **QueueSerializer(queue.count(self.actor, now)).data,
                "kind": kind,
                "results": QueuedSerializer(rows, many=True, context={"address": address}).data,
            }
        )
