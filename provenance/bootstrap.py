"""Makes `.venv` from the standard library and the hash-pinned lock, and goes on inside it.

Runs before any package is there, so it imports nothing but the standard library.
"""

import fcntl
import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
RUNTIME_LOCK = "requirements.txt"
DEVELOPER_LOCK = "requirements-dev.txt"


class SetupError(Exception):
    """A step of the set-up failed. Its text says which, and what to do about it."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what}\nWhat to do: {advice}")


def say(text: str) -> None:
    """Tell the person at the terminal; standard output stays free for a command's own result."""
    print(text, file=sys.stderr, flush=True)


def enter_environment(*, developer: bool, checkout: Path = CHECKOUT) -> None:
    """Go on inside the checkout's `.venv`, made first where needed. Returns only once inside it.

    With PROVENANCE_NO_BOOTSTRAP set, the Python that runs this is taken to have the packages already.
    """
    if os.environ.get("PROVENANCE_NO_BOOTSTRAP"):
        return
    environment = Environment(checkout)
    lock = DEVELOPER_LOCK if developer else RUNTIME_LOCK
    if not environment.has(lock):
        with hold(checkout / ".provenance" / "setup.lock", "another set-up of this checkout"):
            if not environment.has(lock):
                environment.build(lock)
    if Path(sys.prefix).resolve() != environment.home.resolve():
        os.execv(environment.python, [str(environment.python), *sys.orig_argv[1:]])  # noqa: S606  # no shell wanted


@contextmanager
def hold(path: Path, what: str) -> Iterator[None]:
    """Hold a file lock; wait, and say so, while another process has it. Freed when the process ends."""
    try:
        path.parent.mkdir(mode=0o755, exist_ok=True)
        file = path.open("w")
    except OSError as error:
        raise SetupError(f"{path} can't be written: {error.strerror}", owner_advice(path.parent)) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Waiting for {what} ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def owner_advice(path: Path) -> str:
    return f"run this as the user who owns {path.parent}, or in a copy of the checkout that is yours."


class Environment:
    """The virtual environment of a checkout, and the note in it of which locks it holds."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.home = checkout / ".venv"
        self.python = self.home / "bin" / "python"
        self._stamp = self.home / "installed-locks"
        self._unfinished = self.home / "unfinished"

    def has(self, lock: str) -> bool:
        """Whether exactly this version of the lock is installed."""
        if not (self.python.exists() and self._stamp.exists()):
            return False
        return self._digest(lock) in self._stamp.read_text().split()

    def build(self, lock: str) -> None:
        """Make the environment or bring it up to date with the lock.

        A run that was broken off leaves packages half unpacked, which pip takes for whole: start afresh then.
        """
        try:
            if self._unfinished.exists() or not self.python.exists():
                self._make()
            self._unfinished.touch()
            self._stamp.unlink(missing_ok=True)
            self._install(lock)
            # The developers' lock holds everything that the runtime's does, in the same versions.
            held = [DEVELOPER_LOCK, RUNTIME_LOCK] if lock == DEVELOPER_LOCK else [RUNTIME_LOCK]
            self._stamp.write_text("\n".join(self._digest(name) for name in held) + "\n")
            self._unfinished.unlink()
        except OSError as error:
            raise SetupError(f"Making {self.home} failed: {error}", owner_advice(self.home)) from error

    def _digest(self, lock: str) -> str:
        return hashlib.sha256((self.checkout / lock).read_bytes()).hexdigest()

    def _make(self) -> None:
        say(f"Making a virtual environment in {self.home} ...")
        shutil.rmtree(self.home, ignore_errors=True)
        venv.EnvBuilder(symlinks=True).create(self.home)

    def _install(self, lock: str) -> None:
        count = sum("==" in line for line in (self.checkout / lock).read_text().splitlines())
        say(f"Installing {count} packages from {lock} (a minute or less, the first time only) ...")
        # The lock is complete, hence --no-deps; there may be no compiler, hence wheels only; byte-compiling
        # at first import instead of all at once halves the time.
        options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile"]
        result = subprocess.run(  # noqa: S603  # our own arguments
            [*self._pip(), "install", "-q", "--no-input", *options, "-r", str(self.checkout / lock)],
            env={**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            check=False,
        )
        if result.returncode:
            raise SetupError(
                f"pip could not install {lock} (exit code {result.returncode}; its words are above).",
                "check that pip reaches its package index (the network, a proxy, PIP_* variables) and run the "
                "same command again; it starts afresh.",
            )

    def _pip(self) -> list[str]:
        """The pip of the Python that runs this; else the environment's own, whose making takes some seconds."""
        if _running_pip():
            return [sys.executable, "-m", "pip", "--python", str(self.python)]
        if not any(self.home.glob("lib/python*/site-packages/pip")):
            made = subprocess.run([self.python, "-m", "ensurepip"], capture_output=True, check=False)  # noqa: S603
            if made.returncode:
                raise SetupError(
                    f"{sys.executable} has neither a pip of version 22.3 or later nor ensurepip.",
                    "install one of them (on Debian or Ubuntu: apt-get install python3-venv) and run this again.",
                )
        return [str(self.python), "-m", "pip"]


def _running_pip() -> bool:
    """Whether the Python that runs this has a pip that can install into another environment (22.3 or later)."""
    try:
        major, minor = importlib.metadata.version("pip").split(".")[:2]
    except importlib.metadata.PackageNotFoundError:
        return False
    return (int(major), int(minor)) >= (22, 3)
