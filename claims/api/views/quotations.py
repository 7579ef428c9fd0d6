"""Quotations: suggested by the engine or marked by a person, then decided."""

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters
from claims.api.idempotency import idempotent
from claims.api.serializers import quotations as serializers
from claims.api.views.base import EditMixin, ReadView
from claims.models import Quotation
from claims.operations.accept import accept
from claims.operations.extend import extend, shorten
from claims.operations.quote import quote
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from claims.operations.speakers import resolve_speaker
from claims.operations.unresolve import unresolve_speaker


class QuotationView(EditMixin[Quotation], ReadView[Quotation]):
    """Passages in which somebody is said to have said something."""

    queryset = Quotation.objects.for_page()
    serializer_class = serializers.QuotationSerializer
    filterset_class = filters.QuotationFilters

    @extend_schema(request=serializers.QuoteInput, responses={201: serializers.QuotationSerializer})
    @idempotent
    def create(self, request: Request) -> Response:
        """Mark a quotation where the engine saw none. A passage that is one already is 409."""
        given = self.checked(request, serializers.QuoteInput)
        passages = [(passage["start"], passage["end"]) for passage in given.pop("segments")]
        made = quote(actor=self.actor, passages=passages, **given)
        return self.shown(made, status.HTTP_201_CREATED)

    @extend_schema(request=serializers.AcceptInput, responses=serializers.QuotationSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def accept(self, request: Request, pk: int) -> Response:
        """Take the quotation into the record, as an appearance of a new claim or of one that is held."""
        given = self.checked(request, serializers.AcceptInput)
        with self.held() as quotation:
            accept(actor=self.actor, quotation=quotation, **given)
            return self.shown(quotation)

    @extend_schema(request=serializers.RejectInput, responses=serializers.QuotationSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def reject(self, request: Request, pk: int) -> Response:
        """Turn the suggestion down. It is remembered: this passage is not suggested again."""
        given = self.checked(request, serializers.RejectInput)
        with self.held() as quotation:
            return self.shown(reject(actor=self.actor, quotation=quotation, **given))

    @extend_schema(request=serializers.ResolveSpeakerInput, responses=serializers.QuotationSerializer)
    @action(detail=True, methods=["post"], url_path="resolve-speaker")
    @idempotent
    def resolve_speaker(self, request: Request, pk: int) -> Response:
        """Say who of the known speakers it is that the quotation quotes."""
        given = self.checked(request, serializers.ResolveSpeakerInput)
        with self.held() as quotation:
            return self.shown(resolve_speaker(actor=self.actor, quotation=quotation, **given))

    @extend_schema(request=serializers.UnresolveSpeakerInput, responses=serializers.QuotationSerializer)
    @action(detail=True, methods=["post"], url_path="unresolve-speaker")
    @idempotent
    def unresolve_speaker(self, request: Request, pk: int) -> Response:
        """Take back who it is that the quotation quotes. Where it was resolved to another since, it is 409."""
        given = self.checked(request, serializers.UnresolveSpeakerInput)
        with self.held() as quotation:
            return self.shown(unresolve_speaker(actor=self.actor, quotation=quotation, **given))

    @extend_schema(request=serializers.ReopenInput, responses=serializers.QuotationSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def reopen(self, request: Request, pk: int) -> Response:
        """Take an accept or a reject back: it waits again. A claim made of it alone goes, unless in use (409)."""
        given = self.checked(request, serializers.ReopenInput)
        with self.held() as quotation:
            return self.shown(reopen(actor=self.actor, quotation=quotation, **given))

    @extend_schema(request=serializers.PassageInput, responses={201: serializers.QuotationSerializer})
    @action(detail=True, methods=["post"])
    @idempotent
    def extend(self, request: Request, pk: int) -> Response:
        """Add a passage to a suggestion that is split. This is another quotation; the shorter one is rejected."""
        given = self.checked(request, serializers.PassageInput)
        with self.held() as quotation:
            longer = extend(actor=self.actor, quotation=quotation, passage=(given["start"], given["end"]))
            return self.shown(longer, status.HTTP_201_CREATED)

    @extend_schema(request=serializers.ShortenInput, responses=serializers.QuotationSerializer)
    @action(detail=True, methods=["post"])
    @idempotent
    def shorten(self, request: Request, pk: int) -> Response:
        """Take a passage that was added back: the quotation that it was made of waits again, and is the answer."""
        given = self.checked(request, serializers.ShortenInput)
        with self.held() as quotation:
            return self.shown(shorten(actor=self.actor, quotation=quotation, **given))
