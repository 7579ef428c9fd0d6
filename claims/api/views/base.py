"""What all doors share: who may, what is read, and how a change is asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar, cast

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from rest_framework import mixins, status
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.throttling import BaseThrottle
from rest_framework.viewsets import GenericViewSet

from claims.api.conditional import etag_of, or_not_modified, require_match
from claims.api.filters import known_parameters, refuse_unknown
from claims.api.idempotency import idempotent
from claims.api.rendering import find_body
from claims.models.base import Record
from claims.operations import record as records
from claims.operations.acting import one_of_two_gives_way
from claims.operations.permissions import may_check, may_read

R = TypeVar("R", bound=Record)
Predicate = Callable[[User | AnonymousUser], bool]


class RecordView(GenericViewSet[R], Generic[R]):
    """One kind of record. Reading takes the role that may read; changing the one that `may_write` asks."""

    # OPTIONS is not answered, so that Allow does not offer it.
    http_method_names = ("get", "head", "post", "patch", "delete")
    may_write: Any = staticmethod(may_check)
    # Set by @action where an operation takes another role.
    may: Any = None
    # Whether what an action answers is a record, with its ETag.
    shows_record = True
    # Parameters of the query that an action knows; lists know their filters.
    parameters: tuple[str, ...] = ()
    lookup_value_converter = "int"
    # What a list shows of each, where it is less than the page of one.
    list_serializer_class: type[BaseSerializer[R]] | None = None

    @property
    def actor(self) -> User:
        """Who asks: a person, since nobody else is let this far."""
        return cast(User, self.request.user)

    def predicate(self) -> Predicate:
        """Who may do what is asked."""
        may: Predicate = may_read if self.request.method in SAFE_METHODS else self.may_write
        return self.may or may

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Who asks, how often, whether they may, and whether the query is understood: in this order."""
        self.format_kwarg = None
        request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request)
        self.perform_authentication(request)
        self.check_throttles(request)
        self.check_permissions(request)
        if not self.action:
            return  # the method is not allowed here, which is answered next
        is_list = self.action == "list" and self.pagination_class is not None
        refuse_unknown(
            request, known_parameters(getattr(self, "filterset_class", None)) if is_list else self.parameters
        )
        if request.method not in SAFE_METHODS:
            find_body(request)

    def throttle(self, limit: BaseThrottle) -> None:
        """Count the request against a further limit."""
        if not limit.allow_request(self.request, self):
            self.throttled(self.request, limit.wait() or 1)

    def get_serializer_class(self) -> type[BaseSerializer[R]]:
        if self.action == "list" and self.list_serializer_class is not None:
            return self.list_serializer_class
        return super().get_serializer_class()

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        if request.method in ("GET", "HEAD") and isinstance(response, Response) and response.status_code == 200:
            response = or_not_modified(request, response)
        return super().finalize_response(request, response, *args, **kwargs)

    def checked(self, request: Request, serializer: type[BaseSerializer[Any]]) -> dict[str, Any]:
        """The body of the request, as the input serializer understands it."""
        given = serializer(data=request.data, context=self.get_serializer_context())
        given.is_valid(raise_exception=True)
        return dict(given.validated_data)

    def shown(self, record: Record, status: int = status.HTTP_200_OK) -> Response:
        """The record as reading it would show it, with its ETag, and with its address where it is new."""
        data = self.get_serializer_class()(self.get_queryset().get(pk=record.pk)).data
        response = Response(data, status=status, headers={"ETag": etag_of(data)})
        if status == 201:
            response["Location"] = self.request.build_absolute_uri(
                reverse(f"api:{self.basename}-detail", args=[record.pk])
            )
        return response

    @contextmanager
    def held(self, *, required: bool = False) -> Iterator[R]:
        """The record of the URL, locked, once If-Match is found to name it as it is now.

        The comparison and the change are one transaction: of two who read the same, one is refused.
        """
        with one_of_two_gives_way(), transaction.atomic():
            model: Any = self.get_queryset().model
            if not getattr(model, "append_only", False):  # such a row is never changed, nor may it be locked
                try:
                    model._default_manager.locked(self.kwargs["pk"])
                except model.DoesNotExist as error:
                    raise Http404 from error
            record = self.get_object()
            require_match(self.request, lambda: self.get_serializer_class()(record).data, required=required)
            yield record


class ReadView(mixins.ListModelMixin, mixins.RetrieveModelMixin, RecordView[R]):
    """List and read."""


class EditMixin(RecordView[R]):
    """Change some fields of a plain record."""

    def partial_update(self, request: Request, pk: int) -> Response:
        """Change some fields. Needs If-Match with the ETag of the record as it was read."""
        with self.held(required=True) as record:
            given = self.get_serializer(record, data=request.data, partial=True)
            given.is_valid(raise_exception=True)
            changed = records.edit(actor=self.actor, record=record, changes=given.validated_data)
            return self.shown(changed)


class CreateMixin(RecordView[R]):
    """Make a plain record."""

    @idempotent
    def create(self, request: Request) -> Response:
        """Make a new record."""
        model = self.get_queryset().model
        record = model(**self.checked(request, self.get_serializer_class()))
        return self.shown(records.create(actor=self.actor, record=record), status.HTTP_201_CREATED)


class RemoveMixin(RecordView[R]):
    """Delete a plain record."""

    def destroy(self, request: Request, pk: int) -> Response:
        """Delete a record on which nothing rests; its history stays. Needs If-Match with its ETag."""
        with self.held(required=True) as record:
            records.remove(actor=self.actor, record=record)
        return Response(status=status.HTTP_204_NO_CONTENT)


class PlainView(CreateMixin[R], EditMixin[R], RemoveMixin[R], ReadView[R]):
    """A plain record: made, changed and deleted as such."""
