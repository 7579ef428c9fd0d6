import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

BROWSER_REPORT = "PROVENANCE_BROWSER_REPORT"  # the file in which tests/conftest.py counts browser tests


class Command(BaseCommand):
    help = "Run the tests with pytest, passing its arguments on; without arguments all of them, then check_all."

    def run_from_argv(self, argv: list[str]) -> None:
        """Called by Django with the whole command line, whose options are pytest's to understand."""
        sys.exit(run(argv[2:]))


def run(arguments: list[str]) -> int:
    """The exit code: 0 only when every test passed and, in a full run, every check is clean."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "browser"
        # Several processes pay off in a full run only: each makes a test database of its own. They share the tests
        # by number: by name, as "loadfile" does, the API's contract tests would count as one, and one would run.
        chosen = arguments or ["-n", "logical", "--maxprocesses", "8", "--dist", "worksteal"]
        code = _call([sys.executable, "-m", "pytest", *chosen], {BROWSER_REPORT: str(report)})
        browser = report.read_text() if report.exists() else "not run: pytest did not get that far"
    if not arguments:
        code = _call([sys.executable, "manage.py", "check_all"], {}) or code
    if os.environ.get("PROVENANCE_REQUIRE_BROWSER") and not browser[:1].isdigit():
        code = code or 1
    print(f"Browser tests: {browser}", flush=True)
    return code


def _call(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.call(command, cwd=settings.BASE_DIR, env={**os.environ, **environment})  # noqa: S603  # ours
