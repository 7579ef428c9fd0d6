"""Where in a text a run of characters stands that is most like a given one: edlib's alignment over the whole text.

The text is folded to one byte for each code point, so that places in it are places in the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import edlib

# No letter folds to this: it blots out a place that was found already.
BLOT = b"\xff"
# Of a code point the low byte counts. Marks, dashes and white space are all a space: the curly marks (U+2018 to
# U+2026) have the low bytes of control characters and of ASCII's marks.
SPACES = bytes(range(ord("0")))
FOLDED = bytes.maketrans(SPACES + BLOT, b" " * len(SPACES) + b"y")
# More places than this are not compared.
MOST_PLACES = 8
# A place whose distance (edits) is greater by no more than this share of the length may be as good, word by word.
NEARLY = 0.06


class Place(NamedTuple):
    """A stretch of the folded text, half-open, and how many edits make the sought one of it."""

    start: int
    end: int
    distance: int


def folded(text: str) -> bytes:
    """One byte for each code point, the same for capitals and small letters, and for all marks."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that is longer in lower case would move the places after it
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lower.encode("utf-32-le", "surrogatepass")[::4].translate(FOLDED)


def places(body: bytes, sought: bytes, share: float) -> list[Place]:
    """The places where `body` is most like `sought`, the best first, and those nearly as good; none overlap.

    `share`: how many edits there may be, as a share of the length sought. At most MOST_PLACES.
    """
    limit = int(len(sought) * share)
    found: list[Place] = []
    while len(found) < MOST_PLACES:
        result = edlib.align(sought, body, mode="HW", task="distance", k=limit)
        distance = result["editDistance"]
        if distance < 0:
            break
        if not found:
            limit = min(limit, distance + int(len(sought) * NEARLY) + 1)
        fresh = _apart(body, sought, (end + 1 for _, end in result["locations"]), distance)
        found.extend(fresh[: MOST_PLACES - len(found)])
        body = _blotted(body, fresh)
    return found


def _apart(body: bytes, sought: bytes, ends: Iterable[int], distance: int) -> list[Place]:
    """One place for each run of ends that stand close together."""
    found: list[Place] = []
    for end in ends:
        if found and end < found[-1].end + (len(sought) + 1) // 2:
            continue
        since = max(0, end - len(sought) - distance)
        result = edlib.align(sought, body[since:end], mode="HW", task="locations")
        start = next((start for start, last in result["locations"] if last + 1 == end - since), 0)
        found.append(Place(since + (start or 0), end, distance))
        if len(found) == MOST_PLACES:
            break
    return found


def _blotted(body: bytes, found: list[Place]) -> bytes:
    rest = bytearray(body)
    for start, end, _ in found:
        rest[start:end] = BLOT * (end - start)
    return bytes(rest)
