"""Who asks: by an API token, by a session of the browser, or, to get a token, by name and password."""

import re

from django.contrib.auth.models import User
from knox.auth import TokenAuthentication as KnoxAuthentication
from rest_framework.authentication import BasicAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

TOKEN = re.compile(rb"[0-9a-f]{16,128}")


class TokenAuthentication(KnoxAuthentication):  # type: ignore[misc]  # knox carries no types
    """`Authorization: Token …`. What has not the form of a token is refused before the database is asked."""

    def authenticate_credentials(self, token: bytes) -> tuple[User, object]:
        if not TOKEN.fullmatch(token):
            raise AuthenticationFailed("Invalid token.")
        found: tuple[User, object] = super().authenticate_credentials(token)
        return found


class PasswordAuthentication(BasicAuthentication):
    """HTTP Basic, over which a program gets its first token."""

    www_authenticate_realm = "claim provenance"

    def authenticate_credentials(self, userid: str, password: str, request: Request | None = None) -> tuple[User, None]:
        if "\x00" in userid:  # no name has one, and the database refuses to be asked for it
            raise AuthenticationFailed("Invalid username/password.")
        found: tuple[User, None] = super().authenticate_credentials(userid, password, request)
        return found
