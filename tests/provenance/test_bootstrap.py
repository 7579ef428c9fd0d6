"""The environment is made from the lock, made anew after a broken-off run, and left alone when it is right."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import bootstrap
from provenance.bootstrap import CHECKOUT, Environment, SetupError, hold


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose lock names no package, so that pip needs no network, and is told that there is none."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    (tmp_path / "requirements-dev.txt").write_text("# nothing for developers\n")
    return tmp_path


def test_the_developers_lock_holds_the_runtime_lock_too(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.build("requirements-dev.txt")
    assert environment.has("requirements.txt")
    assert environment.has("requirements-dev.txt")
    said = subprocess.run([environment.python, "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True)
    assert said.stdout.strip() == str(checkout / ".venv")


def test_a_changed_lock_is_noticed(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.build("requirements.txt")
    assert environment.has("requirements.txt")
    assert not environment.has("requirements-dev.txt")
    (checkout / "requirements.txt").write_text("# another\n")
    assert not environment.has("requirements.txt")


def test_a_broken_off_install_starts_afresh(checkout: Path) -> None:
    environment = Environment(checkout)
    environment.build("requirements.txt")
    (environment.home / "unfinished").touch()
    half_unpacked = environment.home / "half"
    half_unpacked.touch()
    environment.build("requirements.txt")
    assert not half_unpacked.exists()
    assert not (environment.home / "unfinished").exists()


def test_a_failing_install_says_what_to_do_and_is_not_taken_for_done(checkout: Path) -> None:
    wrong = hashlib.sha256(b"wrong").hexdigest()
    (checkout / "requirements.txt").write_text(f"no-such-package-anywhere==1.0 --hash=sha256:{wrong}\n")
    environment = Environment(checkout)
    with pytest.raises(SetupError, match=r"could not install requirements.txt[\s\S]*What to do: .*PIP_"):
        environment.build("requirements.txt")
    assert not environment.has("requirements.txt")


def pips(environment: Environment) -> list[Path]:
    return list(environment.home.glob("lib/python*/site-packages/pip"))


# The Python that the environment of this run was made from: the environment itself was made without pip.
BASE = getattr(sys, "_base_executable", sys.executable)


def with_base(code: str, *arguments: str) -> int:
    """The exit code of some Python in a process of the base Python, which sees this checkout."""
    begin = "import sys; from pathlib import Path; from provenance import bootstrap; "
    return subprocess.run([BASE, "-c", begin + code, *arguments], cwd=CHECKOUT, check=False).returncode


@pytest.mark.skipif(with_base("sys.exit(not bootstrap._running_pip())") != 0, reason="the base Python has no pip")
def test_the_pip_of_the_running_python_installs_so_that_none_need_be_made(checkout: Path) -> None:
    build = "bootstrap.Environment(Path(sys.argv[1])).build('requirements.txt')"
    assert with_base(build, str(checkout)) == 0
    environment = Environment(checkout)
    assert environment.has("requirements.txt")
    assert not pips(environment)


def test_ensurepip_brings_a_pip_where_the_running_python_has_none(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "_running_pip", lambda: False)
    environment = Environment(checkout)
    environment.build("requirements.txt")
    assert environment.has("requirements.txt")
    assert pips(environment)


def test_without_any_pip_it_says_what_to_install(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "_running_pip", lambda: False)
    environment = Environment(checkout)
    environment.home.joinpath("bin").mkdir(parents=True)
    environment.python.write_text("#!/bin/sh\nexit 1\n")  # as Debian's does for `-m ensurepip`
    environment.python.chmod(0o755)
    with pytest.raises(SetupError, match="python3-venv"):
        environment.build("requirements.txt")


def test_a_lock_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match="can't be written"), hold(tmp_path / "file" / "lock", "another"):
        pass


def test_the_switch_for_images_turns_it_off(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_NO_BOOTSTRAP", "1")
    bootstrap.enter_environment(developer=False, checkout=checkout)
    assert not (checkout / ".venv").exists()


def test_what_runs_before_the_packages_are_there_needs_none_of_them() -> None:
    code = "import provenance.bootstrap, provenance.embedded, provenance.programs"
    bare = subprocess.run([sys.executable, "-S", "-I", "-c", f"import sys; sys.path.append('.'); {code}"], cwd=CHECKOUT)
    assert bare.returncode == 0
