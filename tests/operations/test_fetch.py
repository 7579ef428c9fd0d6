"""A capture goes to public web pages only, and comes back in bounds.

Only this machine can be reached here: where a test needs an answer, its own server is let pass for public.
"""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pytest_django import Settings

from claims.operations import fetch as fetch_module
from claims.operations.fetch import FetchError, Forbidden, fetch, is_public

PUBLIC = "93.184.215.14"
ADDRESSES = {
    "public.example": [PUBLIC],
    "private.example": ["10.1.2.3"],
    "both.example": [PUBLIC, "192.168.0.1"],
    "both6.example": ["2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::1"],
    "metadata.google.internal": ["169.254.169.254"],
    "mapped.example": ["::ffff:127.0.0.1"],
}


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of the table above; numbers in any spelling as the system reads them."""
    real = socket.getaddrinfo

    def lookup(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name in ADDRESSES:
            return [entry for a in ADDRESSES[name] for entry in real(a, port, *args, **kwargs)]
        return real(host, port, *args, **kwargs)

    def no_connection(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket, "create_connection", no_connection)


@pytest.mark.usefixtures("resolver")
@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://public.example/",
        "gopher://public.example/",
        "data:text/html,hello",
        "//public.example/",
        "public.example",
        "http://",
        "http://localhost/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[ff02::1]/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.0.2.1/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://metadata.google.internal/",
        "http://private.example/",
        "http://both.example/",
        "http://both6.example/",
        "http://mapped.example/",
        "https://private.example/",
        "http://user@public.example/",
        "http://user:secret@public.example/",
        "http://public.example@127.0.0.1/",
    ],
)
def test_what_is_not_public_is_not_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::5db8:d70e", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::1", False),
        ("2002:a00:1::1", False),
        ("2001:0:a00:1::1", False),
        ("::7f00:1", False),
        ("fe80::1%eth0", False),
        ("3fff::1", False),
        ("192.0.0.1", False),
        ("192.88.99.1", False),
    ],
)
def test_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_the_address_that_was_checked_is_the_one_that_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that points elsewhere at the second look-up gains nothing: there is none."""
    answers = iter([PUBLIC, "127.0.0.1"])
    looked_up, connected = [], []
    real = socket.getaddrinfo

    def lookup(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        looked_up.append(host)
        return real(next(answers), port, *args, **kwargs)

    def connect(address: tuple[str, int], *args: Any, **kwargs: Any) -> None:
        connected.append(address)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError, match="refused"):
        fetch("http://turncoat.example/")
    assert looked_up == ["turncoat.example"]
    assert connected == [(PUBLIC, 80)]


# --- With a server of our own ------------------------------------------------------------------------------------

Handle = Callable[[BaseHTTPRequestHandler], None]


def answer(
    body: bytes = b"<p>Hello.</p>", status: int = 200, *, media_type: str = "text/html; charset=utf-8", **headers: str
) -> Handle:
    def handle(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", media_type)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return handle


def drip(request: BaseHTTPRequestHandler) -> None:
    """A byte now and a byte then: no single wait is long."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b".")
        request.wfile.flush()
        time.sleep(0.1)


def silence(request: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while True:
        request.wfile.write(b"." * 10_000)


PAGES: dict[str, Handle] = {
    "/": answer(),
    "/latin": answer("Grüße".encode("latin-1"), media_type="text/plain; charset=latin-1"),
    "/gzip": answer(gzip.compress(b"<p>Hello.</p>"), Content_Encoding="gzip"),
    "/bomb": answer(gzip.compress(b"." * 5_000_000), Content_Encoding="gzip"),
    "/drip": drip,
    "/silence": silence,
    "/endless": endless,
    "/pdf": answer(media_type="application/pdf"),
    "/gone": answer(status=404),
    "/partial": answer(status=206),
    "/relative": answer(b"", 302, Location="latin"),
    "/loop": answer(b"", 302, Location="/loop"),
    "/to-private": answer(b"", 302, Location="http://private.example/"),
    "/to-file": answer(b"", 302, Location="file:///etc/passwd"),
    "/to-login": answer(b"", 302, Location="http://user@public.example/"),
    "/to-nothing": answer(b"", 302, Location="http://[/"),
}


class Server(BaseHTTPRequestHandler):
    """Answers from the table above."""

    def do_GET(self) -> None:
        try:
            PAGES[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the other side had enough, as it should

    def log_message(self, *args: Any) -> None:
        """Nothing: this is a test."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://public.example:{running.server_port}"
        running.shutdown()


@pytest.fixture
def web(server: str, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> str:
    """The server's address, at a name that is let pass for public though it is on this machine."""
    real = fetch_module.public_address

    def public_address(host: str, port: int) -> str:
        return "127.0.0.1" if host == "public.example" else real(host, port)

    monkeypatch.setattr(fetch_module, "public_address", public_address)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")  # must not be asked
    settings.CLAIMS = {**settings.CLAIMS, "CAPTURE_MAX_BYTES": 100_000, "CAPTURE_TIMEOUT": 1.0}
    return server


@pytest.mark.parametrize(
    ("path", "came"),
    [
        ("/", (b"<p>Hello.</p>", "/", "text/html", "utf-8")),
        ("/gzip", (b"<p>Hello.</p>", "/gzip", "text/html", "utf-8")),
        ("/latin", ("Grüße".encode("latin-1"), "/latin", "text/plain", "latin-1")),
        ("/relative", ("Grüße".encode("latin-1"), "/latin", "text/plain", "latin-1")),
    ],
)
def test_what_comes(web: str, path: str, came: tuple[bytes, str, str, str]) -> None:
    fetched = fetch(web + path)
    assert (fetched.body, fetched.url.removeprefix(web), fetched.media_type, fetched.charset) == came


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/pdf", "The page is application/pdf"),
        ("/gone", "The server answered 404 Not Found"),
        ("/partial", "The server answered 206"),
        ("/loop", "More than 5 redirects"),
        ("/to-file", "Only http and https"),
        ("/to-login", "user name or password"),
        ("/to-nothing", "There is no host"),
        ("/endless", "longer than 100,000 bytes"),
        ("/bomb", "longer than 100,000 bytes"),
        ("/drip", "No whole answer within 1.0 seconds"),
        ("/silence", "No whole answer within 1.0 seconds"),
    ],
)
def test_what_does_not_come(web: str, path: str, reason: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchError, match=reason):
        fetch(web + path)
    assert time.monotonic() - started < 2


def test_a_redirect_to_a_private_address_is_not_followed(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def lookup(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        return real("10.1.2.3" if host == "private.example" else host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with pytest.raises(Forbidden, match=r"private\.example is at 10\.1\.2\.3"):
        fetch(web + "/to-private")


def test_nobody_there(web: str) -> None:
    with pytest.raises(FetchError, match="There is no host"):
        fetch("http://nowhere.invalid/")


def test_a_slow_resolver_is_not_waited_for(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()
    monkeypatch.setattr(fetch_module, "public_address", lambda host, port: str(asked.wait(5)))
    with pytest.raises(FetchError, match=r"No whole answer within 1\.0 seconds"):
        fetch(web + "/")
    asked.set()
