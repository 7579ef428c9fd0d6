"""The OpenAPI document, its browsable page, and the doors beside the records."""

from typing import Any, NoReturn

from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.routers import APIRootView
from rest_framework.views import APIView

from claims.api.filters import refuse_unknown

# OPTIONS is not answered, so that Allow does not offer it.
READ_ONLY = ("get", "head")


class Plain(APIView):
    """Reading that takes no parameters: one that comes would be passed over."""

    http_method_names = READ_ONLY

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, ())


class SchemaView(Plain, SpectacularAPIView):
    """The OpenAPI document, for everybody: it tells nothing of the record."""


class DocsView(SpectacularSwaggerSplitView):
    """The document as a page on which each operation can be tried."""

    http_method_names = READ_ONLY
    template_name = "claims/api/swagger.html"
    url_name = "api:schema"


class Root(Plain, APIRootView):
    """The addresses of all kinds of records."""

    permission_classes = (AllowAny,)
    schema = None


class Nowhere(APIView):
    """Answers, in the form of every other refusal, for addresses that there are not."""

    http_method_names = ()
    permission_classes = (AllowAny,)
    authentication_classes = ()
    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> NoReturn:
        super().initial(request, *args, **kwargs)
        raise NotFound("There is nothing at this address. Addresses end with a slash.")
