"""The PostgreSQL server of a checkout: real PostgreSQL, reached over a private unix socket only."""

import hashlib
import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from provenance import programs
from provenance.bootstrap import CHECKOUT, SetupError, hold, owner_advice, say

DATABASE = "provenance"
OWNER = "postgres"
APPLICATION = "provenance_app"
# No TCP address, because trusting every connection is safe on a socket in a private directory only.
# random_page_cost: for solid-state disks.
OPTIONS = "-c listen_addresses='' -c random_page_cost=1.1 -c shared_buffers={buffers}MB -k "
# What the server keeps of what it read last, in megabytes, which a trace among a million quotations needs at hand. Only
# what is used is taken from the machine.
SHARE, LEAST_BUFFERS, MOST_BUFFERS = 1 / 8, 128, 4096


def buffers(memory: int) -> int:
    """How many megabytes the server may keep at hand on a machine with so many bytes of memory."""
    return min(MOST_BUFFERS, max(LEAST_BUFFERS, int(memory * SHARE / 2**20)))


def server() -> "Server":
    """The server of this checkout."""
    return Server(CHECKOUT / ".provenance")


class Server:
    """One PostgreSQL server with its data under `home`. Works as root, and after a crash of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home.resolve()
        name = hashlib.sha256(str(self.home).encode()).hexdigest()[:16]
        # A socket's path may have about 100 characters, so it can't lie in the checkout.
        self.socket_dir = Path(f"/tmp/provenance-{os.geteuid()}-{name}")  # noqa: S108  # see _make_socket_dir
        self._elsewhere = Path("/var/lib") / f"provenance-{name}"
        self._lock = self.home / "postgres.lock"

    @property
    def data(self) -> Path:
        """Under `home`; where user 65534 has to run the server and can't get there, under /var/lib."""
        for place in (self.home, self._elsewhere):
            if (place / "postgres").exists():
                return place / "postgres"
        closed = programs.must_be_nobody() and not programs.nobody_can("test", "-x", str(self.home))
        return (self._elsewhere if closed else self.home) / "postgres"

    @property
    def log(self) -> Path:
        return self.data.with_name("postgres.log")

    @property
    def pid(self) -> int | None:
        """The server's process, None while it does not run. A leftover pid file is not believed."""
        pid = _first_number(self.data / "postmaster.pid")
        return pid if pid and _is_postgres(pid, self.data) else None

    def ready(self) -> bool:
        """Whether it takes connections, which is later than that its socket exists."""
        return self._run("pg_isready", "-q", "-h", str(self.socket_dir), check=False).returncode == 0

    def start(self) -> None:
        """Have the server running and ready; does nothing where it is. SetupError where that fails."""
        with hold(self._lock, "another start of the database"):
            if self.pid and _wait(self.ready, seconds=60 if self._socket.exists() else 0):
                return
            if self.pid:  # it hangs, or something has tidied its socket away
                self._stop()
            if not self.data.exists():
                self._initialise()
            self._check_version()
            self._make_socket_dir()
            self._remove_leftovers()
            self._launch()

    def stop(self) -> bool:
        """Stop the server. False where none was running."""
        with hold(self._lock, "another start of the database"):
            return self._stop()

    @property
    def _socket(self) -> Path:
        return self.socket_dir / ".s.PGSQL.5432"

    def _stop(self) -> bool:
        pid = self.pid
        if not pid:
            return False
        os.kill(pid, signal.SIGINT)  # PostgreSQL's "fast shutdown": ends sessions, writes everything out
        if not _wait(lambda: self.pid is None, seconds=60):
            raise SetupError(f"The database (process {pid}) does not stop.", f"look at the end of {self.log}.")
        return True

    def _initialise(self) -> None:
        """Make the data directory with its database and application role; it gets its name once it is whole."""
        say("Making the database (PostgreSQL) ...")
        self.data.parent.mkdir(exist_ok=True)
        unfinished = self.data.with_name("postgres.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        self._make_private(unfinished)
        locale = ["--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8"]
        if programs.version(programs.find()) >= 17:  # which brought the built-in provider
            locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        self._run("initdb", "-D", str(unfinished), "-U", OWNER, *locale, "--auth=trust", "--data-checksums")
        sql = f"CREATE DATABASE {DATABASE};\nCREATE ROLE {APPLICATION} LOGIN;\n"
        self._run("postgres", "--single", "-D", str(unfinished), "postgres", stdin=sql)
        unfinished.rename(self.data)

    def _make_private(self, directory: Path) -> None:
        directory.mkdir(mode=0o700)
        if self._as_nobody():
            os.chown(directory, programs.NOBODY, programs.NOBODY)

    def _make_socket_dir(self) -> None:
        """A directory under /tmp that is ours alone; somebody else's of that name is refused."""
        if not self.socket_dir.exists():
            self._make_private(self.socket_dir)
        about = self.socket_dir.lstat()
        if about.st_uid != self.data.stat().st_uid or about.st_mode & 0o077:
            raise SetupError(f"{self.socket_dir} is not private to the database.", "remove it and try again.")

    def _check_version(self) -> None:
        try:
            held = int((self.data / "PG_VERSION").read_text())
        except PermissionError as error:
            raise SetupError(f"{self.data} belongs to another user.", owner_advice(self.home)) from error
        found = programs.version(programs.find())
        if held != found:
            raise SetupError(
                f"The data in {self.data} is of PostgreSQL {held}, the programs are of {found}.",
                f"set PROVENANCE_PG_BIN to the directory of PostgreSQL {held}'s programs.",
            )

    def _remove_leftovers(self) -> None:
        """Remove a crashed server's lock files where their process number now belongs to another program.

        PostgreSQL itself sorts out those of a process that is gone, and then looks for orphaned backends.
        """
        for lock in (self.data / "postmaster.pid", self._socket.with_name(".s.PGSQL.5432.lock")):
            pid = _first_number(lock)
            if pid and _exists(pid) and not _is_postgres(pid, self.data):
                lock.unlink()

    def _launch(self) -> None:
        self.log.touch(mode=0o600)
        os.chown(self.log, self.data.stat().st_uid, -1)
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        options = OPTIONS.format(buffers=buffers(memory)) + shlex.quote(str(self.socket_dir))
        arguments = ["-D", str(self.data), "-l", str(self.log), "-o", options, "-w", "-t", "120", "-s"]
        # After a crash the dead server's backends need a moment to notice, so a refusal is tried once more.
        started = any(self._run("pg_ctl", "start", *arguments, check=False).returncode == 0 for _ in range(2))
        if not (started and _wait(self.ready, seconds=60)):
            lines = self.log.read_text(errors="replace").splitlines()[-8:]
            raise SetupError("The database does not start:\n  " + "\n  ".join(lines), f"read {self.log}.")

    def _as_nobody(self) -> bool:
        """Whether user 65534 runs this server: data made by it stays its own."""
        return self.data.stat().st_uid == programs.NOBODY if self.data.exists() else programs.must_be_nobody()

    def _run(self, tool: str, *arguments: str, check: bool = True, stdin: str = "") -> subprocess.CompletedProcess[str]:
        as_nobody = self._as_nobody()
        result = programs.run(tool, *arguments, as_nobody=as_nobody, copies=self.data.parent, stdin=stdin)
        if check and result.returncode:
            raise SetupError(
                f"PostgreSQL's {tool} failed: {result.stderr.strip()}",
                "act on its message; to use a PostgreSQL of your own, name it in DATABASE_URL.",
            )
        return result


def _wait(condition: Callable[[], bool], *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.05)
    return True


def _first_number(path: Path) -> int | None:
    try:
        return int(path.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_postgres(pid: int, data: Path) -> bool:
    """Whether the process is a living PostgreSQL, and this data's own where that can be seen."""
    if not Path("/proc/self/stat").exists():  # macOS
        command = ["/bin/ps", "-o", "comm=", "-p", str(pid)]
        shown = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own arguments
        return shown.stdout.strip().endswith("postgres")
    try:
        # "123 (postgres) S 1 ...": the name in brackets, then the state; Z is a zombie.
        name, _, rest = Path(f"/proc/{pid}/stat").read_text().partition("(")[2].rpartition(")")
    except OSError:
        return False
    if name != "postgres" or rest.split()[0] == "Z":
        return False
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == data
    except OSError:
        return True
