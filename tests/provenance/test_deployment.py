"""The deployment files agree with the code, as far as can be seen where no Docker engine runs."""

import errno
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance import settings
from provenance.bootstrap import CHECKOUT


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text())
    return loaded


def test_only_the_migration_holds_the_owners_password(compose: dict[str, Any]) -> None:
    holders = {name for name, service in compose["services"].items() if "DATABASE_OWNER_URL" in service["environment"]}
    assert holders == {"migrate"}


def test_no_secret_has_a_default(compose: dict[str, Any]) -> None:
    text = (CHECKOUT / "docker-compose.yml").read_text()
    required = set(re.findall(r"\$\{(\w+):\?", text))
    assert {"SECRET_KEY", "ALLOWED_HOSTS", "OWNER_PASSWORD", "APPLICATION_PASSWORD"} <= required
    assert not re.findall(r"\$\{\w*(?:PASSWORD|SECRET)\w*:?-", text)


def test_web_and_worker_wait_for_the_migration(compose: dict[str, Any]) -> None:
    for name in ("web", "worker"):
        assert compose["services"][name]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}


def test_both_servers_treat_text_alike(compose: dict[str, Any]) -> None:
    embedded = (CHECKOUT / "provenance" / "embedded.py").read_text()
    for option in compose["services"]["database"]["environment"]["POSTGRES_INITDB_ARGS"].split():
        assert f'"{option}"' in embedded


def test_the_image_holds_every_file_that_it_copies() -> None:
    kept = {line[1:].rstrip("/") for line in (CHECKOUT / ".dockerignore").read_text().splitlines() if line[:1] == "!"}
    copied = set(re.findall(r"^COPY (\S+)", (CHECKOUT / "Dockerfile").read_text(), re.MULTILINE))
    assert copied <= kept


def test_every_variable_of_the_settings_is_in_the_guide() -> None:
    read = set(re.findall(r"env\.\w+\(\s*\"(\w+)\"", (CHECKOUT / "provenance" / "settings.py").read_text()))
    listed = re.findall(r"^\| (`.+?) \|", (CHECKOUT / "docs" / "deployment.md").read_text(), re.MULTILINE)
    assert "DATABASE_URL" in read
    assert read <= set(re.findall(r"`(\w+)`", " ".join(listed)))


# What Python itself needs, the second where it is not installed in the system's own folders.
FOR_PYTHON = ("PATH", "LD_LIBRARY_PATH")


def seen(*names: str, **environment: str) -> list[str]:
    """The settings as a fresh process with only this environment has them."""
    told = "\n".join(f"print(settings.{name})" for name in names)
    result = subprocess.run(
        [sys.executable, "-c", f"from provenance import settings\n{told}"],
        cwd=CHECKOUT,
        env={**{name: os.environ[name] for name in FOR_PYTHON if name in os.environ}, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.splitlines()


SERVER = "postgres://app:p%40ss@%2Fvar%2Frun%2Fpg/news"


def test_a_named_server_makes_everything_strict() -> None:
    assert seen("LOCAL", "SESSION_COOKIE_SECURE", DATABASE_URL=SERVER, SECRET_KEY="k" * 60) == ["False", "True"]
    assert seen("LOCAL") == ["True"]


def test_the_two_roles_come_from_the_two_addresses() -> None:
    owner = "postgres://owner:secret@%2Fvar%2Frun%2Fpg/news"
    names = ("DATABASES['default']['HOST']", "DATABASE_APPLICATION", "DATABASE_OWNER")
    assert seen(*names, DATABASE_URL=SERVER, DATABASE_OWNER_URL=owner) == [
        "/var/run/pg",
        "{'USER': 'app', 'PASSWORD': 'p@ss'}",
        "{'USER': 'owner', 'PASSWORD': 'secret'}",
    ]
    assert seen("DATABASE_OWNER", DATABASE_URL=SERVER) == ["{}"]


def test_the_pool_is_for_the_web_process_only() -> None:
    assert "'pool'" not in seen("DATABASES['default']['OPTIONS']")[0]
    pool, is_checked = seen(
        "DATABASES['default']['OPTIONS']['pool']", "DATABASES['default']['CONN_HEALTH_CHECKS']", DATABASE_POOL="true"
    )
    assert "'max_size': 16" in pool
    assert is_checked == "True"


def test_a_key_that_was_not_written_out_is_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        with pytest.raises(OSError, match="No space"):
            settings.kept_secret_key(tmp_path)
    made = settings.kept_secret_key(tmp_path)
    assert len(made) > 60
    assert settings.kept_secret_key(tmp_path) == made
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
