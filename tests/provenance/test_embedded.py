"""The checkout's own PostgreSQL: a second one, in a directory of the test's, with everything that can befall it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from provenance import programs
from provenance.bootstrap import SetupError
from provenance.embedded import APPLICATION, DATABASE, Server, buffers


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "home")
    server.start()
    yield server
    server.stop()
    shutil.rmtree(server.socket_dir)


def ask(server: Server, query: str) -> object:
    with psycopg.connect(host=str(server.socket_dir), user=APPLICATION, dbname=DATABASE) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None


def kill(server: Server) -> None:
    assert server.pid
    pid = server.pid
    os.kill(pid, signal.SIGKILL)
    while server.pid == pid:
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("gigabytes", "megabytes"), [(0.5, 128), (1, 128), (4, 512), (8, 1024), pytest.param(64, 4096, id="no more")]
)
def test_how_much_it_keeps_at_hand(gigabytes: float, megabytes: int) -> None:
    assert buffers(int(gigabytes * 2**30)) == megabytes


def test_it_knows_letters_beyond_ascii_and_listens_on_no_network(server: Server) -> None:
    assert ask(server, "SELECT 'É' ILIKE 'é'") is True
    assert ask(server, "SHOW listen_addresses") == ""
    assert server.socket_dir.stat().st_mode & 0o777 == 0o700


def test_start_is_idempotent_and_stop_stops(server: Server) -> None:
    pid = server.pid
    server.start()
    assert server.pid == pid
    assert server.stop()
    assert server.pid is None
    assert not server.stop()
    server.start()
    assert ask(server, "SELECT 1") == 1


def test_it_comes_back_after_a_crash_with_its_data(server: Server) -> None:
    with psycopg.connect(host=str(server.socket_dir), user="postgres", dbname=DATABASE) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer; GRANT SELECT ON kept TO PUBLIC")
    kill(server)
    server.start()
    assert ask(server, "SELECT answer FROM kept") == 42


def test_a_process_number_that_now_belongs_to_another_program_is_not_believed(server: Server) -> None:
    kill(server)
    pid_file = server.data / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    (server.socket_dir / ".s.PGSQL.5432.lock").write_text(pid_file.read_text())
    assert server.pid is None
    server.start()
    assert ask(server, "SELECT 1") == 1


def test_it_gets_its_socket_back_when_tmp_was_tidied(server: Server) -> None:
    for path in server.socket_dir.iterdir():
        path.unlink()
    server.start()
    assert ask(server, "SELECT 1") == 1


def test_two_starts_at_once_make_one_server(tmp_path: Path) -> None:
    home = tmp_path / "home"
    code = f"from pathlib import Path; from provenance.embedded import Server; Server(Path({str(home)!r})).start()"
    starts = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [start.wait() for start in starts] == [0, 0, 0]
    server = Server(home)
    assert ask(server, "SELECT 1") == 1
    assert server.stop()
    shutil.rmtree(server.socket_dir)


def test_data_of_another_version_is_refused_with_the_way_out(server: Server) -> None:
    server.stop()
    version = (server.data / "PG_VERSION").read_text()
    (server.data / "PG_VERSION").write_text("12\n")
    with pytest.raises(SetupError, match=r"PostgreSQL 12.*\n.*PROVENANCE_PG_BIN"):
        server.start()
    (server.data / "PG_VERSION").write_text(version)


def test_a_server_that_can_not_start_shows_its_last_words(server: Server) -> None:
    server.stop()
    conf = server.data / "postgresql.conf"
    conf.write_text(conf.read_text() + "shared_buffers = nonsense\n")
    with pytest.raises(SetupError, match="shared_buffers"):
        server.start()


def test_without_programs_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_PG_BIN", str(tmp_path))
    with pytest.raises(SetupError, match="DATABASE_URL"):
        Server(tmp_path / "home").start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can hand a server to another user")
def test_as_root_where_user_namespaces_are_forbidden_nobody_runs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = programs.find().parent.parent
    closed = tmp_path / "closed"  # as root's home is: neither the programs nor the data can be reached in it
    closed.mkdir(mode=0o700)
    for directory in (package, package.with_name(package.name + ".libs")):
        (closed / directory.name).symlink_to(directory)
    monkeypatch.setattr(programs, "must_be_nobody", lambda: True)
    monkeypatch.setenv("PROVENANCE_PG_BIN", str(closed / package.name / "pginstall" / "bin"))
    server = Server(closed / "home")
    server.start()
    try:
        assert ask(server, "SELECT 1") == 1
        assert server.data.stat().st_uid == programs.NOBODY
        assert closed not in server.data.parents
        kill(server)
        server.start()
        assert ask(server, "SELECT 1") == 1
    finally:
        server.stop()
        shutil.rmtree(server.data.parent)
        shutil.rmtree(server.socket_dir)
