import runpy

import pytest
from django.conf import settings

from provenance import bootstrap


def test_ctrl_c_before_a_command_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "enter_environment", stop)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(settings.BASE_DIR / "manage.py"), run_name="__main__")
    assert stopped.value.code == 130
    assert capsys.readouterr() == ("", "Stopped.\n")
