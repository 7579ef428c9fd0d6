import runpy

import pytest
from django.conf import settings
from django.core import management
from django.db import OperationalError
from psycopg import errors

from provenance import bootstrap


def test_ctrl_c_before_a_command_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "enter_environment", stop)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(settings.BASE_DIR / "manage.py"), run_name="__main__")
    assert stopped.value.code == 130
    assert capsys.readouterr() == ("", "Stopped.\n")


@pytest.mark.parametrize(
    ("cause", "is_told"),
    [(errors.AdminShutdown(), True), (errors.OperationalError("gone"), True), (errors.QueryCanceled(), False)],
    ids=repr,
)
def test_a_database_that_goes_while_any_command_runs(
    monkeypatch: pytest.MonkeyPatch, cause: Exception, *, is_told: bool
) -> None:
    def end(_: list[str]) -> None:
        raise OperationalError("terminating connection") from cause

    monkeypatch.setattr(bootstrap, "enter_environment", lambda **_: None)
    monkeypatch.setenv("DATABASE_URL", "postgres://nowhere")
    monkeypatch.setattr(management, "execute_from_command_line", end)
    monkeypatch.setattr("sys.argv", ["manage.py", "export_review"])
    with pytest.raises(SystemExit if is_told else OperationalError) as ended:
        runpy.run_path(str(settings.BASE_DIR / "manage.py"), run_name="__main__")
    if is_told:
        assert str(ended.value).startswith("manage.py export_review: terminating connection\nWhat to do: see that")
