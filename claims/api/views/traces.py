"""Questions that are too long for an address: they are asked by POST and change nothing."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.serializers.traces import CheckedTextSerializer, CheckTextInput, TraceInput, TraceSerializer
from claims.api.views.base import RecordView
from claims.formats import drafts, traces
from claims.operations.check_text import check_text
from claims.operations.permissions import may_read
from claims.operations.trace import trace


class QuestionView(RecordView[Any]):
    """Who may read may ask. No record is made, so that asking again needs no Idempotency-Key."""

    may_write = staticmethod(may_read)
    pagination_class = None
    filter_backends = ()
    only_asks = True
    shows_record = False


class TraceView(QuestionView):
    """Where words first appeared."""

    @extend_schema(
        request=TraceInput,
        responses={200: TraceSerializer},
        examples=[
            OpenApiExample("A misquotation", value={"words": "Play it again, Sam."}, request_only=True),
        ],
    )
    def create(self, request: Request) -> Response:
        """Find where words first appeared, who carried them, and how they have changed since.

        The words may be in any state of repair. “Earliest” is the earliest known among what is held: `searched`
        says what that is.
        """
        return Response(traces.as_data(trace(**self.checked(request, TraceInput))))


class CheckTextView(QuestionView):
    """Drafts held against the record."""

    @extend_schema(
        request=CheckTextInput,
        responses={200: CheckedTextSerializer},
        examples=[
            OpenApiExample(
                "A draft", value={"text": "“Play it again, Sam,” Rick Blaine says in the film."}, request_only=True
            ),
        ],
    )
    def create(self, request: Request) -> Response:
        """Find the quotations of a text and hold each against the record.

        Each comes back with what is held of it: just these words, other words, another speaker, or nothing.
        """
        return Response(drafts.as_data(check_text(**self.checked(request, CheckTextInput))))
