import os
import socket
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from knox.models import AuthToken

from provenance import demo, embedded
from provenance.bootstrap import CHECKOUT


@pytest.mark.django_db(transaction=True)
def test_the_first_set_up_makes_one_person_a_role_with_secrets_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", no_serve=True)
    first = capsys.readouterr().out
    for name in ("reader", "checker", "approver", "administrator"):
        user = User.objects.get(username=name)
        assert [group.name.lower() for group in user.groups.all()] == [name]
        password, token = next(line.split()[1:] for line in first.splitlines() if line.split()[:1] == [name])
        assert Client().login(username=name, password=password)
        assert AuthToken.objects.get(user=user).token_key == token[: len(AuthToken.objects.get(user=user).token_key)]
        assert password not in user.password
        assert user.get_short_name() == name.capitalize()  # by which the admin greets
    call_command("demo", no_serve=True)
    again = capsys.readouterr().out
    assert "set up already" in again
    assert "API token" not in again


@pytest.mark.django_db(transaction=True)
def test_new_secrets_end_the_old_ones(capsys: pytest.CaptureFixture[str]) -> None:
    old = {login.username: login for login in demo.give_secrets(demo.make_users())}
    call_command("demo", no_serve=True, reset_passwords=True)
    assert old["checker"].password not in capsys.readouterr().out
    assert not Client().login(username="checker", password=old["checker"].password)
    assert AuthToken.objects.count() == len(demo.ROLES)


@pytest.mark.django_db
def test_a_failing_fixture_leaves_nothing_half_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ValueError("a fixture does not load")

    monkeypatch.setattr(demo, "load_fixtures", fail)
    with pytest.raises(ValueError, match="does not load"):
        demo.set_up()
    assert not demo.is_set_up()


def test_a_port_in_use_is_told_before_anything_else() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} can't be used.*--port"):
            call_command("demo", port=port)


def test_manage_py_tells_a_failing_set_up_without_a_traceback() -> None:
    bare = {**os.environ, "PROVENANCE_NO_BOOTSTRAP": "1", "PROVENANCE_PG_BIN": "/nowhere"}
    bare.pop("DATABASE_URL", None)
    run = subprocess.run(
        [sys.executable, "manage.py", "demo", "--no-serve"], cwd=CHECKOUT, env=bare, capture_output=True, text=True
    )
    assert run.returncode == 1
    assert "No PostgreSQL programs were found" in run.stderr
    assert "What to do:" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_server_that_does_not_answer_is_told_without_a_traceback() -> None:
    away = {**os.environ, "PROVENANCE_NO_BOOTSTRAP": "1", "DATABASE_URL": "postgres://someone@%2Fnowhere/news"}
    run = subprocess.run(
        [sys.executable, "manage.py", "migrate"], cwd=CHECKOUT, env=away, capture_output=True, text=True
    )
    assert run.returncode == 1
    assert "/nowhere" in run.stderr
    assert "What to do: see that the server runs" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("address", ["news", "postgres://", "postgres://h:port/news", "mysql://h/news", "sqlite:///a"])
@pytest.mark.parametrize("variable", ["DATABASE_URL", "DATABASE_OWNER_URL"])
def test_an_address_of_no_postgresql_database_is_told_without_a_traceback(variable: str, address: str) -> None:
    named = {"DATABASE_URL": "postgres://someone@%2Fnowhere/news", variable: address}
    run = subprocess.run(
        [sys.executable, "manage.py", "trace", "words"],
        cwd=CHECKOUT,
        env={**os.environ, "PROVENANCE_NO_BOOTSTRAP": "1", **named},
        capture_output=True,
        text=True,
    )
    told = f"manage.py trace: {variable} is not an address such as postgres://user:password@host/name.\n"
    assert (run.returncode, run.stderr) == (1, told)


@pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="the named server need not have an empty database")
def test_a_database_without_tables_is_told_without_a_traceback() -> None:
    place = quote(str(embedded.server().socket_dir), safe="")
    empty = {**os.environ, "PROVENANCE_NO_BOOTSTRAP": "1"}
    empty["DATABASE_URL"] = f"postgres://{embedded.APPLICATION}@{place}/postgres"
    run = subprocess.run(
        [sys.executable, "manage.py", "trace", "words"], cwd=CHECKOUT, env=empty, capture_output=True, text=True
    )
    assert run.returncode == 1
    assert "What to do: python3 manage.py migrate" in run.stderr
    assert "Traceback" not in run.stderr
