"""The file beside the claims' files that remembers what they said when they were written.

A version is a digest of a part of a claim (decision 6), so that what an editor changed can be told from what has
changed in the database since. It stands apart from the files that people edit: were it in them, none of them could
say after a change what an export of that change says.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.formats.articles import FormatError, decoded
from claims.formats.claim_files import Data, text_of, versions_of
from claims.formats.plain_yaml import require_merged

NAME = ".versions"
HEAD = "# What export_review wrote, for review and apply_review to compare with. Not to be edited; see docs/review.md\n"
LINE = re.compile(r"([-\w]{1,120}) ([0-9a-f]{64})((?: [a-z_]+:[0-9a-f]{16})+)")  # a slug may be of any script


@dataclass(frozen=True, slots=True)
class Versions:
    """One claim's file as it was written: the SHA-256 of its bytes, and the version of each part of the claim."""

    slug: str
    sha256: str
    parts: dict[str, str]


def written(data: Data) -> tuple[str, Versions]:
    """The file of a claim, and what is remembered of it."""
    text = text_of(data)
    return text, Versions(data["claim"], sha256_of(text.encode()), versions_of(data))


def sha256_of(raw: bytes) -> str:
    """The digest by which the bytes of a file are known again."""
    return hashlib.sha256(raw).hexdigest()


def to_text(versions: Iterable[Versions]) -> str:
    """The whole file, a line a claim, by slug."""
    lines = (
        " ".join((one.slug, one.sha256, *(f"{part}:{version}" for part, version in one.parts.items())))
        for one in sorted(versions, key=lambda one: one.slug)
    )
    return HEAD + "".join(f"{line}\n" for line in lines)


def from_bytes(raw: bytes) -> dict[str, Versions]:
    """What is remembered, by slug. Raises FormatError, `LINE: reason`."""
    try:
        text = decoded(raw)
    except FormatError as error:
        raise FormatError(f"1: {error}") from error
    require_merged(text)
    found: dict[str, Versions] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = LINE.fullmatch(line)
        if fields is None or fields[1] in found:
            raise FormatError(f"{number}: is not as export_review writes it")
        parts = dict(part.split(":") for part in fields[3].split())
        found[fields[1]] = Versions(fields[1], fields[2], parts)
    return found
