"""Django's dumpdata, which leaves a file as it was until the new one is whole, and says in a line what went wrong."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import dumpdata
from django.db import DatabaseError

from claims.management.pipes import until_the_reader_leaves


class Command(dumpdata.Command):
    def handle(self, *app_labels: str, output: str | None = None, **options: Any) -> None:
        if output is None:
            with until_the_reader_leaves(self.stdout):
                self._dump(*app_labels, output=None, **options)
            return
        try:
            with _beside(Path(output)) as path:
                self._dump(*app_labels, output=str(path), **options)
        except OSError as error:
            raise CommandError(f"{output}: {error.strerror}. It is as it was.") from error

    def _dump(self, *app_labels: str, **options: Any) -> None:
        """Dump, and raise what the database or the output said itself, not Django's words around it."""
        try:
            super().handle(*app_labels, **options)
        except CommandError as error:
            if isinstance(error.__context__, DatabaseError | OSError):
                raise error.__context__ from None
            raise


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Where to write instead of a file, which is replaced at the end where nothing was raised. Raises OSError."""
    if path.exists() and not path.is_file():  # such as /dev/stdout: nothing there can be lost
        yield path
        return
    folder = Path(os.path.realpath(path)).parent
    with TemporaryDirectory(prefix=".dumping-", dir=folder) as made:
        yield Path(made, os.path.basename(os.path.realpath(path)))
        for file in Path(made).iterdir():  # under another name where Django does not know how to pack it
            file.replace(folder / file.name)
