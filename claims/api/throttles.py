"""How often one may ask; the rates stand in settings, under REST_FRAMEWORK."""

from typing import TYPE_CHECKING

from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle, SimpleRateThrottle, UserRateThrottle

if TYPE_CHECKING:  # the settings name this file, and rest_framework.views reads them before it is whole itself
    from rest_framework.views import APIView


class Anonymous(AnonRateThrottle):
    """By address, as long as nobody has said who they are."""

    scope = "anonymous"


class Known(UserRateThrottle):
    """By person, whatever token they use."""

    scope = "user"

    def get_cache_key(self, request: Request, view: "APIView") -> str | None:
        return super().get_cache_key(request, view) if request.user.is_authenticated else None


class CaptureUrl(Known):
    """Each of these makes this server ask another one."""

    scope = "capture-url"


class Login(SimpleRateThrottle):
    """By address, right or wrong, so that passwords cannot be guessed at speed."""

    scope = "login"

    def get_cache_key(self, request: Request, view: "APIView") -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}
