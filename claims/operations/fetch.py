"""Fetch one public web page, and nothing that is not one.

Who can name a URL can otherwise make this server read its own network: so each connection, also after a
redirect, goes only to an address that was looked up here and found public, and to that very address, so that a
name cannot point elsewhere between the check and the connection (DNS rebinding).
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass

import httpcore
import httpx
from django.conf import settings

MAX_REDIRECTS = 5
READABLE = ("text/html", "application/xhtml+xml", "text/plain")


class FetchError(Exception):
    """The page was not fetched; the message says why, in words for the person who gave the URL."""


class Forbidden(FetchError):  # noqa: N818  # as in HTTP's 403
    """The URL is not one of a public web page."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the bytes, what the answer said of them, and the URL after redirects."""

    body: bytes
    url: str
    media_type: str
    charset: str


def fetch(url: str) -> Fetched:
    """GET a public http or https URL, within CLAIMS["CAPTURE_MAX_BYTES"] and CLAIMS["CAPTURE_TIMEOUT"] seconds.

    Raises Forbidden for what is not public and FetchError for what cannot be read.
    """
    deadline = time.monotonic() + settings.CLAIMS["CAPTURE_TIMEOUT"]
    client = httpx.Client(
        transport=PublicTransport(deadline),
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        headers={
            "User-Agent": "claim-provenance (a fact-checking desk's capture)",
            "Accept": ", ".join(READABLE),
        },
    )
    try:
        with client, client.stream("GET", url) as answer:
            return _read(answer, settings.CLAIMS["CAPTURE_MAX_BYTES"])
    except httpx.TooManyRedirects as error:
        raise FetchError(f"More than {MAX_REDIRECTS} redirects.") from error
    except (httpx.TimeoutException, httpcore.TimeoutException) as error:
        raise FetchError(f"No whole answer within {settings.CLAIMS['CAPTURE_TIMEOUT']} seconds.") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise FetchError(f"The page could not be fetched: {error}") from error


def _read(answer: httpx.Response, limit: int) -> Fetched:
    if answer.status_code != httpx.codes.OK:
        raise FetchError(f"The server answered {answer.status_code} {answer.reason_phrase}.")
    media_type = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if media_type not in READABLE:
        raise FetchError(f"The page is {media_type}; only HTML and plain text can be captured.")
    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > limit:
            raise FetchError(f"The page is longer than {limit:,} bytes.")
    return Fetched(bytes(body), str(answer.url), media_type, answer.charset_encoding or "")


class PublicTransport(httpx.BaseTransport):
    """Sends requests to public addresses only; proxies of the environment are not asked."""

    def __init__(self, deadline: float) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(), network_backend=PublicBackend(deadline)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        if url.scheme not in ("http", "https"):
            raise Forbidden(f"Only http and https are fetched, not {url.scheme or 'a URL without a scheme'}.")
        if url.userinfo:
            raise Forbidden("A URL with a user name or password in it is not public.")
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=dict(answer.extensions)
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class PublicBackend(httpcore.SyncBackend):
    """Connects to public addresses only, and gives up at the deadline however slowly the bytes drip in."""

    def __init__(self, deadline: float) -> None:
        super().__init__()
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        address = _looked_up(host, port, _left(self._deadline))
        stream = super().connect_tcp(address, port, _left(self._deadline), local_address, socket_options)
        return _Timed(stream, self._deadline)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        raise Forbidden("A socket of this machine is not public.")


class _Timed(httpcore.NetworkStream):
    """A stream whose every read and write counts against one deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline))
        return _Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left


def _looked_up(host: str, port: int, seconds: float) -> str:
    """`public_address` within a time: the system's resolver takes none, so it is left behind where it is slow."""
    answer: Future[str] = Future()

    def look_up() -> None:
        try:
            answer.set_result(public_address(host, port))
        except BaseException as error:  # whatever it is, it belongs to the one who waits
            answer.set_exception(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        return answer.result(seconds)
    except TimeoutError as error:
        raise httpcore.ConnectTimeout from error


def public_address(host: str, port: int) -> str:
    """The first address of a host, if every one of its addresses is public. Raises Forbidden or FetchError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"There is no host {host}.") from error
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not is_public(address):
            raise Forbidden(f"{host} is at {address}, which is not a public address.")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, shared, reserved …

    An IPv6 address that carries an IPv4 one (mapped, 6to4, NAT64, Teredo) is judged by that one too.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        carried = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in NAT64:
            carried.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(inner is not None and not is_public(str(inner)) for inner in carried):
            return False
        if ip.ipv4_mapped is not None:
            return True
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in NEVER_PUBLIC)


NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052, 2.1
# Not of the open internet, which not every Python version in use knows.
NEVER_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        (
            "::/96",  # RFC 4291, 2.5.5.1: IPv4 addresses in a form given up
            "64:ff9b:1::/48",  # RFC 8215: NAT64 of a local network
            "3fff::/20",  # RFC 9637: documentation
            "5f00::/16",  # RFC 9602: segment identifiers within a network
            "192.88.99.0/24",  # RFC 7526: 6to4 relays, given up
        ),
    )
)
