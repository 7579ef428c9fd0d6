"""One's own API tokens."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.authentication import PasswordAuthentication, TokenAuthentication
from claims.api.serializers.fields import NoInput
from claims.api.serializers.tokens import NewTokenSerializer, TokenSerializer
from claims.api.throttles import Login
from claims.api.views.base import RecordView
from claims.operations.permissions import may_read
from claims.operations.tokens import issue_token, revoke_token, tokens


class TokenView(RecordView[Any]):
    """The API tokens of the one who asks. Of their secrets only hashes are held."""

    may_write = staticmethod(may_read)
    serializer_class = TokenSerializer
    pagination_class = None
    filter_backends = ()
    lookup_value_converter = "str"

    def get_authenticators(self) -> list[BaseAuthentication]:
        """A token cannot make another one, so that one which leaks dies with its expiry."""
        if self.request is not None and self.request.method == "POST":
            return [PasswordAuthentication(), SessionAuthentication()]
        return [TokenAuthentication(), SessionAuthentication()]

    def perform_authentication(self, request: Request) -> None:
        if "Authorization" in request.headers and request.method == "POST":
            self.throttle(Login())
        super().perform_authentication(request)

    @extend_schema(responses=TokenSerializer(many=True))
    def list(self, request: Request) -> Response:
        """List one's own valid tokens, without their secrets."""
        return Response(TokenSerializer(tokens(self.actor, timezone.now()), many=True).data)

    @extend_schema(request=None, responses={201: NewTokenSerializer})
    def create(self, request: Request) -> Response:
        """Get a new token, by name and password (HTTP Basic) or a browser's session.

        Its secret is shown this once. It is not kept for an Idempotency-Key either.
        """
        self.checked(request, NoInput)
        issued = issue_token(actor=self.actor)
        data = {**TokenSerializer(issued.record).data, "token": issued.secret}
        return Response(data, status=status.HTTP_201_CREATED, headers={"Cache-Control": "no-store"})

    def destroy(self, request: Request, pk: str) -> Response:
        """Make one of one's own tokens useless."""
        try:
            revoke_token(actor=self.actor, key=pk)
        except ValidationError as error:
            raise Http404 from error
        return Response(status=status.HTTP_204_NO_CONTENT)
