"""The folder of review files: written by an export, read again after people have edited it."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.core.management.base import CommandError

from claims.formats.articles import FormatError
from claims.formats.claim_files import ENDING
from claims.formats.claim_shapes import claim_file, first_other_line
from claims.formats.plain_yaml import MOST_BYTES
from claims.formats.versions import NAME, Versions, from_bytes, sha256_of, to_text
from claims.management.inputs import USAGE
from claims.operations.review import Edited, Refusal

TEMPORARY = ".writing"
SLUG = re.compile(r"[-\w]+")
# An older one says less of what was applied since, and what a file and the database both say is no conflict.
PUT_BACK = (
    "Put it back as it was committed; of a merge keep one line of each claim, from either side. "
    "Or write it anew, and over all edits: export again with --force."
)
MOST_VERSIONS = 1024 * 1024 * 1024  # bytes: a line of some 400 for each of 2,000,000 claims


@dataclass(slots=True)
class Folder:
    """What a folder holds: files that were edited, how many others are as exported, and what cannot be read.

    `forms` are the places in edited files that say what an export says, but are written otherwise.
    """

    edited: list[Edited] = field(default_factory=list)
    unchanged: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)


def folder(path: Path) -> Folder:
    """Read the files of a folder that an export wrote. Raises CommandError where it is none."""
    versions = remembered(path)
    if not versions:
        raise CommandError(f"{path} holds no export: write one with export_review.", returncode=USAGE)
    found = Folder()
    names = {name.removesuffix(ENDING) for name in os.listdir(path) if name.endswith(ENDING) and name[0] != "."}
    for slug in sorted(names | set(versions)):
        name = slug + ENDING
        if slug not in versions:
            found.refusals.append(Refusal(name, 1, "", f"{NAME} does not know it: only files of an export are applied"))
            continue
        try:
            _look_at(found, name, contents(path / name), versions[slug])
        except FormatError as error:
            found.refusals.append(Refusal(name, 1, "", str(error)))
    return found


def _look_at(found: Folder, name: str, raw: bytes, versions: Versions) -> None:
    if (sha256 := sha256_of(raw)) == versions.sha256:
        found.unchanged += 1
        return
    file = claim_file(name, raw)
    found.edited.append(Edited(file, versions, sha256))
    if not file.mistakes and (line := first_other_line(file.data, raw)):
        found.forms.append(f"{name}:{line}: an export would write this line otherwise, though it says the same.")


def remembered(path: Path, *, force: bool = False) -> dict[str, Versions]:
    """What is remembered of a folder's files, by slug; empty where nothing is.

    Raises CommandError where it cannot be read: with `force` only where it cannot be written anew either.
    """
    if not os.path.lexists(path / NAME):
        return {}
    try:
        raw = contents(path / NAME, MOST_VERSIONS)
    except FormatError as error:
        raise CommandError(f"{path / NAME}: {error}", returncode=USAGE) from error
    try:
        return from_bytes(raw)
    except FormatError as error:
        if force:
            return {}
        raise CommandError(f"{path / NAME}: {error}. {PUT_BACK}", returncode=USAGE) from error


def contents(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a plain file, and of one too large the first that show that it is. Raises FormatError.

    Neither a symlink, which could lead anywhere, nor a pipe, at which one would wait, is followed.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise FormatError("is not a plain file")
            return stream.read(most + 1)
    except FileNotFoundError as error:
        raise FormatError("is missing; a claim is not taken off the record by deleting its file") from error
    except OSError as error:
        raise FormatError("is a symlink" if path.is_symlink() else error.strerror or str(error)) from error


def put(path: Path, text: str) -> None:
    """Write a file, whole or not at all. Raises OSError."""
    if path.is_symlink():
        raise OSError(0, "is a symlink", str(path))
    beside = path.with_name(path.name + TEMPORARY)
    beside.unlink(missing_ok=True)
    with beside.open("x", encoding="utf-8", newline="") as stream:  # x: it follows no symlink
        stream.write(text)
    beside.replace(path)


def remember(path: Path, versions: Iterable[Versions], known: dict[str, Versions]) -> None:
    """Keep what was written, beside what is known of other files. Raises OSError."""
    put(path / NAME, to_text((known | {one.slug: one for one in versions}).values()))


def unapplied(path: Path, versions: dict[str, Versions]) -> Iterator[tuple[str, bytes]]:
    """The slug and bytes of each claim's file that is not as an export left it. Raises CommandError."""
    for name in sorted(os.listdir(path)):
        slug = name.removesuffix(ENDING)
        if slug != name and SLUG.fullmatch(slug):
            try:
                raw = contents(path / name)
            except FormatError as error:
                raise CommandError(f"{path / name}: {error}", returncode=USAGE) from error
            if slug not in versions or sha256_of(raw) != versions[slug].sha256:
                yield slug, raw
