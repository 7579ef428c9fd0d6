import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from provenance import chromium, demo
from provenance.database import as_owner, scratch

FOLDER = Path("docs", "images")


class Command(BaseCommand):
    help = "Take the pictures of the README and the guides anew, of a demo made for them; what you keep is not touched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help="only these, such as: claim desk")
        parser.add_argument("--to", type=Path, help="the folder (docs/images)")

    def handle(self, *args: Any, names: list[str], to: Path | None, **options: Any) -> None:
        from provenance.pictures import PICTURES, take  # Playwright is there for developers only

        if not chromium.PATH:
            raise CommandError("No Chromium found. Install chromium and try again.")
        if unknown := set(names) - {picture.name for picture in PICTURES}:
            known = ", ".join(picture.name for picture in PICTURES)
            raise CommandError(f"There is no picture {', '.join(sorted(unknown))}. There are: {known}.")
        chosen = [picture for picture in PICTURES if not names or picture.name in names]
        folder = to or settings.BASE_DIR / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        with as_owner(), scratch(f"pictures_{os.getpid()}"):
            passwords = {login.username: login.password for login in demo.set_up()}
            for path in take(chosen, passwords, folder):
                self.stdout.write(path.name)
                self.stdout.flush()
