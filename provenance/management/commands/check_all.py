import os
import subprocess
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from provenance.checks.steps import STEPS, Step


class Command(BaseCommand):
    help = "Run every check of the code: style, types, imports, doors, templates, migrations, deployment, dependencies."
    requires_system_checks: list[str] = []  # one of the steps

    def handle(self, *args: Any, **options: Any) -> None:
        """Run all steps even when one fails, so that one run tells everything. CommandError where any failed."""
        failed = [step for step in STEPS if not self.passes(step)]
        if failed:
            advice = "\n".join(f"  {step.name}: {step.advice}" for step in failed)
            raise CommandError(f"{len(failed)} of {len(STEPS)} checks failed. What to do:\n{advice}")
        self.stdout.write(f"All {len(STEPS)} checks are clean.")

    def passes(self, step: Step) -> bool:
        start = time.monotonic()
        result = subprocess.run(  # noqa: S603  # the commands of our own table
            step.command,
            cwd=settings.BASE_DIR,
            env={**os.environ, **step.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        passed = result.returncode == 0
        self.stdout.write(f"{'ok  ' if passed else 'FAIL'} {step.name:<14}{time.monotonic() - start:6.1f} s")
        if not passed:
            self.stdout.write(result.stdout + result.stderr)
        self.stdout.flush()
        return passed
