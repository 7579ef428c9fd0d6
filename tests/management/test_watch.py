"""What `watch` sets, stops and lists."""

from datetime import UTC, datetime

import pytest

from claims.models import Watch
from claims.operations.acting import COMMAND_LINE
from tests import factories
from tests.management.running import run

URL = "https://gazette.example/bridge"
NOON = datetime(2024, 9, 13, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["bridge", URL])
@pytest.mark.parametrize(("every", "hours"), [("1h", 1), ("24h", 24), ("7d", 168), ("2w", 336), ("365d", 8760)])
def test_a_source_is_watched_by_its_name_or_url(name: str, every: str, hours: int) -> None:
    factories.source("bridge", url=URL)
    printed = run(name, "--every", every, command="watch")
    assert printed == f"bridge is captured every {hours} hours, as command-line.\n"
    held = Watch.objects.get()
    assert (held.source.identifier, held.every_hours, held.created_by.username) == ("bridge", hours, COMMAND_LINE)


def test_it_is_watched_as_somebody_and_stopped() -> None:
    factories.source("bridge", url=URL)
    factories.user(username="robin")
    assert run("bridge", "--every", "7d", "--as", "robin", command="watch").endswith("as robin.\n")
    assert run("bridge", "--stop", command="watch") == "bridge is watched no more.\n"
    assert not Watch.objects.exists()


REFUSED = [
    (["bridge", "--every", "soon"], 1, "'soon' is not a length of time such as 24h, 7d or 2w"),
    (["bridge", "--every", "0h"], 1, "every_hours: "),
    (["bridge", "--every", "9000h"], 1, "every_hours: "),
    (["pasted", "--every", "24h"], 1, "source: This source has no URL"),
    (["bridge", "--stop"], 1, "bridge is not watched."),
    (["bridge", "--every", "24h", "--as", "reader"], 1, "reader may not watch."),
    (["bridge", "--every", "24h", "--as", "nobody"], 2, "There is no user nobody."),
    (["ferry", "--every", "24h"], 2, "There is no source ferry. Capture it first."),
    (["bridge"], 2, "Give a source together with --every or --stop, or neither."),
    (["--every", "24h"], 2, "Give a source together with --every or --stop, or neither."),
]


@pytest.mark.parametrize(("arguments", "status", "told"), REFUSED)
def test_what_is_refused(arguments: list[str], status: int, told: str) -> None:
    factories.source("bridge", url=URL)
    factories.source("pasted")
    factories.user("Reader", username="reader")
    assert told in run(*arguments, command="watch", status=status)
    assert not Watch.objects.exists()


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ({}, "not tried yet"),
        ({"last_at": NOON}, "last 2024-09-13 12:00, 0 captures held"),
        (
            {"last_at": NOON, "failures": 2, "last_error": "The server answered 404 Not Found."},
            "failed 2 times, last 2024-09-13 12:00: The server answered 404 Not Found.",
        ),
    ],
)
def test_what_is_watched_is_listed(state: dict[str, object], told: str) -> None:
    held = factories.watched(48)
    Watch.objects.filter(pk=held.pk).update(next_at=NOON, **state)
    printed = run(command="watch")
    assert printed == f"{held.source.identifier}\tevery 48h\tnext 2024-09-13 12:00\t{told}\n"


def test_nothing_is_watched() -> None:
    assert run(command="watch") == "Nothing is watched.\n"
