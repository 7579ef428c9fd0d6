"""What is done with every request, whichever door it comes to."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

Answering = Callable[[HttpRequest], HttpResponseBase]


def head_without_body(get_response: Answering) -> Answering:
    """Answer HEAD with the headers of GET and no body.

    Django leaves that to the server, and gunicorn sends what it is given: on a connection that is used again, the
    client would read the body as the beginning of the next answer.
    """

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method == "HEAD":
            if isinstance(response, StreamingHttpResponse):
                response.streaming_content = ()
            elif isinstance(response, HttpResponse):
                response.content = b""
        return response

    return answered
