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
# Characters of which a first guess at the place is made: two words.
PIECE = 12
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
    found = _guessed(body, sought, limit)
    while len(found) < MOST_PLACES:
        if found:
            limit = min(limit, min(place.distance for place in found) + int(len(sought) * NEARLY) + 1)
            body = _blotted(body, found)
        result = edlib.align(sought, body, mode="HW", task="distance", k=limit)
        if result["editDistance"] < 0:
            break
        ends = (end + 1 for _, end in result["locations"])
        found.extend(_apart(body, sought, ends, result["editDistance"])[: MOST_PLACES - len(found)])
    return sorted(found, key=lambda place: (place.distance, place.start))


def _guessed(body: bytes, sought: bytes, limit: int) -> list[Place]:
    """The place around the first piece of the sought that stands in the text as it is.

    It saves a search of the whole text, which is half of the time: what is better, or as good, is found by the next.
    """
    for offset in range(0, len(sought) - PIECE + 1, PIECE):
        at = body.find(sought[offset : offset + PIECE])
        if at >= 0:
            spare = len(sought) // 4 + PIECE
            since = max(0, at - offset - spare)
            window = body[since : at - offset + len(sought) + spare]
            result = edlib.align(sought, window, mode="HW", task="distance", k=limit)
            if result["editDistance"] >= 0:
                end = result["locations"][0][1] + 1
                start, end, distance = _apart(window, sought, [end], result["editDistance"])[0]
                return [Place(since + start, since + end, distance)]
    return []


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
