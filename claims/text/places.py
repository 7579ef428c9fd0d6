"""Where in a text a run of characters stands that is most like a given one.

The text is folded to one byte for each code point, so that places in it are places in the text. Its rare words tell
where to look; edlib aligns the characters there, or in the whole text where they tell nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import edlib

# No letter folds to this: it blots out a place that was found already.
BLOT = b"\xff"
# Of a code point the low byte counts. Marks, dashes and white space are all a space: the curly marks (U+2018 to
# U+2026) have the low bytes of control characters and of ASCII's marks.
SPACES = bytes(range(ord("0")))
FOLDED = bytes.maketrans(SPACES + BLOT, b" " * len(SPACES) + b"y")
# A word of no more letters, or one that stands in a text more often, tells nothing of where to look.
SHORT = 3
RARE = 12
# Places that the rare words point at and that are this near, in code points, are one: words in between are missing.
SHIFT = 32
# Edits in the best of them, as a share of the length, beyond which a better one may be elsewhere.
FAR = 0.3
# How much of the most votes for a place another must have to be looked at.
SHARE_OF_VOTES = 0.4
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


@dataclass(frozen=True, slots=True)
class Body:
    """A text folded, with an index of its words.

    `numbers`: of each longer word which of the words it is, counted from 0. `ends`: how many letters (the spaces not
    counted) there are up to the end of each word.
    """

    folded: bytes
    numbers: dict[bytes, list[int]]
    ends: list[int]

    def starts(self, word: bytes) -> list[int]:
        """Where a word stands, if it is rare."""
        numbers = self.numbers.get(word, ())
        if len(numbers) > RARE:
            return []
        return [self.ends[number] + number - len(word) for number in numbers]


@lru_cache(maxsize=4)
def prepared(text: str) -> Body:
    """A text made ready once for all passages that are sought in it, one after the other."""
    body = folded(text)
    words = body.split(b" ")
    numbers: defaultdict[bytes, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        if len(word) > SHORT:
            numbers[word].append(number)
    return Body(body, numbers, list(accumulate(map(len, words))))


def likely(body: Body, sought: bytes, share: float) -> Iterable[Place]:
    """The same as `places`, where rare words point at them; else of the whole text."""
    limit = int(len(sought) * share)
    spare = len(sought) // 4 + SHIFT
    found: list[Place] = []
    for at in _pointed(body, sought):
        since = max(0, at - spare)
        window = body.folded[since : at + len(sought) + spare]
        result = edlib.align(sought, window, mode="HW", task="locations", k=limit)
        if result["editDistance"] >= 0:
            start, last = result["locations"][0]
            found.append(Place(since + (start or 0), since + last + 1, result["editDistance"]))
    if not found or min(place.distance for place in found) > FAR * len(sought):
        return places(body.folded, sought, share)
    found.sort(key=lambda place: (place.distance, place.start))
    most = found[0].distance + int(len(sought) * NEARLY) + 1
    kept: list[Place] = []
    for place in found:
        if place.distance <= most and all(place.end <= other.start or place.start >= other.end for other in kept):
            kept.append(place)
    return kept


def _pointed(body: Body, sought: bytes) -> list[int]:
    """Where the sought may start: where most of its rare words would have it."""
    votes: dict[int, int] = {}
    offset = 0
    for word in sought.split(b" "):
        for at in body.starts(word):
            near = (at - offset) // SHIFT
            votes[near] = votes.get(near, 0) + len(word)
        offset += len(word) + 1
    if not votes:
        return []
    both = {near: count + votes.get(near + 1, 0) for near, count in votes.items()}
    least = max(both.values()) * SHARE_OF_VOTES
    chosen = sorted((near for near, count in both.items() if count >= least), key=lambda near: -both[near])
    return [near * SHIFT + SHIFT // 2 for near in chosen[:MOST_PLACES]]


def places(body: bytes, sought: bytes, share: float) -> Iterator[Place]:
    """The places where `body` is most like `sought`, the best first, and those nearly as good; none overlap.

    `share`: how many edits there may be, as a share of the length sought. At most MOST_PLACES.
    """
    limit, count = int(len(sought) * share), 0
    while count < MOST_PLACES:
        result = edlib.align(sought, body, mode="HW", task="distance", k=limit)
        distance = result["editDistance"]
        if distance < 0:
            return
        if not count:
            limit = min(limit, distance + int(len(sought) * NEARLY) + 1)
        found = _apart(body, sought, (end + 1 for _, end in result["locations"]), distance)[: MOST_PLACES - count]
        yield from found
        count += len(found)
        body = _blotted(body, found)


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
