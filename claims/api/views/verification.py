"""Evidence, judgements and notes."""

from typing import Any

from django.core.exceptions import ValidationError
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters
from claims.api.idempotency import idempotent
from claims.api.serializers.annotations import AnnotationSerializer
from claims.api.serializers.verification import (
    ApproveInput,
    EvidenceSerializer,
    ReturnInput,
    VerificationSerializer,
)
from claims.api.views.base import ReadView
from claims.models import Annotation, Evidence, Verification
from claims.models.annotations import TARGETS
from claims.operations.annotate import annotate
from claims.operations.evidence import add_evidence, withdraw_evidence
from claims.operations.permissions import may_approve
from claims.operations.verify import approve, return_to_checker, submit


def passage_in(given: dict[str, Any]) -> tuple[int, int] | None:
    """Take `start` and `end` out of a body: the passage, or None where there is neither."""
    start, end = given.pop("start", None), given.pop("end", None)
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise ValidationError({"start" if start is None else "end": "A passage has both a start and an end."})
    return start, end


class EvidenceView(ReadView[Evidence]):
    """What judgements rest on."""

    queryset = Evidence.objects.for_list()
    serializer_class = EvidenceSerializer
    filterset_class = filters.EvidenceFilters

    @extend_schema(request=EvidenceSerializer, responses={201: EvidenceSerializer})
    @idempotent
    def create(self, request: Request) -> Response:
        """Add a captured text, or a passage of one, as evidence on one question about a claim."""
        given = self.checked(request, EvidenceSerializer)
        made = add_evidence(actor=self.actor, passage=passage_in(given), **given)
        return self.shown(made, status.HTTP_201_CREATED)

    def destroy(self, request: Request, pk: int) -> Response:
        """Withdraw evidence that no judgement rests on; its history stays. Needs If-Match with its ETag."""
        with self.held(required=True) as evidence:
            withdraw_evidence(actor=self.actor, evidence=evidence)
        return Response(status=status.HTTP_204_NO_CONTENT)


class VerificationView(ReadView[Verification]):
    """Judgements. Rows are only ever added: the highest number on a question holds."""

    queryset = Verification.objects.for_list()
    serializer_class = VerificationSerializer
    filterset_class = filters.VerificationFilters

    @extend_schema(request=VerificationSerializer, responses={201: VerificationSerializer})
    @idempotent
    def create(self, request: Request) -> Response:
        """Submit a judgement on one question about a claim, for another person to approve."""
        given = self.checked(request, VerificationSerializer)
        return self.shown(submit(actor=self.actor, **given), status.HTTP_201_CREATED)

    @extend_schema(request=ApproveInput, responses={201: VerificationSerializer})
    @action(detail=True, methods=["post"], may=may_approve)
    @idempotent
    def approve(self, request: Request, pk: int) -> Response:
        """Approve another person's judgement, by a new row: it is the claim's verdict from now on."""
        given = self.checked(request, ApproveInput)
        with self.held() as verification:
            made = approve(actor=self.actor, verification=verification, **given)
            return self.shown(made, status.HTTP_201_CREATED)

    @extend_schema(request=ReturnInput, responses={201: VerificationSerializer})
    @action(detail=True, methods=["post"], url_path="return", may=may_approve)
    @idempotent
    def return_to_checker(self, request: Request, pk: int) -> Response:
        """Return another person's judgement, by a new row, with a remark that says what is missing."""
        given = self.checked(request, ReturnInput)
        with self.held() as verification:
            made = return_to_checker(actor=self.actor, verification=verification, **given)
            return self.shown(made, status.HTTP_201_CREATED)


class AnnotationView(ReadView[Annotation]):
    """Notes by people."""

    queryset = Annotation.objects.for_list()
    serializer_class = AnnotationSerializer
    filterset_class = filters.AnnotationFilters

    @extend_schema(request=AnnotationSerializer, responses={201: AnnotationSerializer})
    @idempotent
    def create(self, request: Request) -> Response:
        """Write a note on one thing: a captured text or a passage of it, a quotation, a claim or a judgement."""
        given = self.checked(request, AnnotationSerializer)
        targets = [target for name in TARGETS if (target := given.pop(name, None)) is not None]
        if len(targets) != 1:
            raise ValidationError(f"Name the one thing that the note is on: {', '.join(TARGETS)}.")
        given.setdefault("body", "")
        made = annotate(actor=self.actor, target=targets[0], passage=passage_in(given), **given)
        return self.shown(made, status.HTTP_201_CREATED)
