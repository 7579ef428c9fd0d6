"""What `capture` and `ingest` do with addresses; what they do with files is in test_ingest."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from claims.models import Quotation, Snapshot, Source
from claims.operations import capture as capture_module
from claims.operations.fetch import Fetched, FetchError
from tests import factories
from tests.management.running import TEXT, run

URL = "https://gazette.example/boats"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The web holds one page, at the end of a redirect, and another that does not come."""

    def fetch(url: str) -> Fetched:
        if "gone" in url:
            raise FetchError("The server answered 404 Not Found.")
        return Fetched(TEXT.encode(), URL, "text/plain", "utf-8")

    monkeypatch.setattr(capture_module, "fetch", fetch)


@pytest.mark.parametrize(("command", "suggestions"), [("capture", 0), ("ingest", 1)])
def test_a_page(command: str, suggestions: int) -> None:
    printed = run("https://gazette.example/b", "--outlet", "The Harbour Gazette", command=command)
    assert printed.startswith("Articles: 1 new, 0 already held, 0 bad")
    snapshot = Snapshot.objects.get()
    assert (snapshot.method, snapshot.url, snapshot.text) == ("url", URL, TEXT)
    assert (snapshot.source.identifier, snapshot.source.url) == ("https://gazette.example/b", URL)
    assert str(snapshot.source.outlet) == "The Harbour Gazette"
    assert Quotation.objects.count() == suggestions


def test_two_addresses_of_one_page_are_one_source() -> None:
    assert "1 new, 1 already held" in run("https://gazette.example/b", "https://gazette.example/c")
    assert Source.objects.count() == 1


def test_a_page_that_does_not_come(capsys: pytest.CaptureFixture[str]) -> None:
    assert "1 new, 0 already held, 1 bad" in run("https://gazette.example/gone", URL, status=1)
    assert capsys.readouterr().err == "https://gazette.example/gone: The server answered 404 Not Found.\n"


@pytest.mark.parametrize(
    ("command", "task"), [("capture", "claims.tasks.capture_page"), ("ingest", "claims.tasks.ingest_page")]
)
def test_a_page_left_to_the_worker(command: str, task: str) -> None:
    factories.user("Checker", username="robin")
    printed = run(URL, "--queue", "--as", "robin", "--title", "Boats", command=command)
    assert printed.startswith("Articles: 0 new, 0 already held, 0 bad, 1 queued")
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.status) == (task, "todo")
    assert job.args == {"url": URL, "username": "robin", "stated": {"title": "Boats"}}
    assert not Source.objects.exists()
