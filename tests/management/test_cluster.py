"""`cluster` on the command line."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from claims.operations import cluster as cluster_module
from claims.operations.acting import AT_ONCE, Conflict
from claims.operations.apart import Ended
from claims.operations.conflicts import Why
from tests import factories
from tests.operations.test_cluster import WHOLE, _corpus, groups  # noqa: F401  # the corpus is a fixture

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_corpus")]


def test_it_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("cluster")
    assert capsys.readouterr().out == "Quotations: 7; 3 joined, 1 proposed; 2 new utterances.\n"
    assert groups() == WHOLE


def test_interrupted_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "BATCH", 2)
    written = cluster_module._write

    def stop(*given: object) -> None:
        written(*given)  # type: ignore[arg-type]  # as it is called
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(cluster_module, "_write", stop)
        with pytest.raises(SystemExit) as stopped:
            call_command("cluster", "--quiet")
    assert stopped.value.code == 130
    call_command("cluster", "--quiet")
    assert groups() == WHOLE


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Ended("It was ended, perhaps for want of memory."), "for want of memory. The same command goes on"),
        (Conflict(AT_ONCE, Why.AT_ONCE), "Try again. The same command goes on"),
        (OperationalError("server closed the connection\n"), "is gone \\(server closed the connection\\). The same"),
    ],
)
def test_what_ends_it_is_told_in_a_line(error: Exception, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(cluster_module, "_write", stop)
    with pytest.raises(CommandError, match=told):
        call_command("cluster", "--quiet")


def test_a_user_who_may_not() -> None:
    factories.user("Reader", "lee")
    with pytest.raises(CommandError, match="lee may not cluster"):
        call_command("cluster", "--as", "lee")


def test_a_user_who_is_not_there() -> None:
    with pytest.raises(CommandError, match="no user nobody"):
        call_command("cluster", "--as", "nobody")
