"""Which of the predicates of the operations each request asks."""

from typing import TYPE_CHECKING, Any, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from claims.operations.permissions import needed

if TYPE_CHECKING:  # the settings name this file, and rest_framework.views reads them before it is whole itself
    from rest_framework.views import APIView

    from claims.api.views.base import RecordView


class Allowed(BasePermission):
    """The predicate that the view names for the action holds for the person who asks."""

    message: str

    def has_permission(self, request: Request, view: "APIView") -> bool:
        predicate = cast("RecordView[Any]", view).predicate()
        self.message = needed(predicate)
        return predicate(request.user)
