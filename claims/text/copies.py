"""Whether two articles printed one story: the same text around the words, or the same wire named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.text.fingerprint import forms_of, shingles

# Agencies whose stories are printed by others, in the forms by which a story names them.
WIRES = {
    "reuters": r"Reuters|Thomson Reuters",
    "ap": r"Associated Press|AP",
    "afp": r"Agence France-Presse|AFP",
    "upi": r"United Press International|UPI",
    "dpa": r"Deutsche Presse-Agentur|dpa",
    "efe": r"Agencia EFE|EFE",
    "ansa": r"ANSA",
    "pa": r"Press Association|PA Media",
    "tass": r"TASS|Tass",
    "xinhua": r"Xinhua",
    "kyodo": r"Kyodo",
}
# A story is a wire's where its dateline says so, “CITY (Reuters) -”, or a line of credit at either end.
DATELINE = r"^[^\n]{{0,80}}\((?:{names})\)\s*[-–—]"
CREDIT = r"(?:\bby|\bfrom|\bsource:|©|\bcopyright(?: \d{{4}})?)\s+(?:the\s+)?(?:{names})\b"
SIGNED = {
    wire: re.compile(f"{DATELINE}|{CREDIT}".format(names=names), re.IGNORECASE | re.MULTILINE)
    for wire, names in WIRES.items()
}
NAMES = {wire: tuple(name.lower() for name in names.split("|")) for wire, names in WIRES.items()}
EDGE = 400
# Stories share stock phrases, and papers end them with the same few lines; this share of the shorter one's runs of
# three words, and so many of them, is more than that.
SAME_STORY = 0.5
LEAST_RUNS = 25
# Of the two hundred runs around a passage one in six shares its bit of a sketch of this many.
SKETCHED = 1024


def wire_of(text: str, byline: str = "") -> str:
    """The agency that a story says it is from, by its dateline or credit; "" where it names none."""
    places = "\n".join(("by " + byline if byline else "", text[:EDGE], text[-EDGE:]))
    read = places.lower()
    named = (wire for wire, names in NAMES.items() if any(name in read for name in names))
    return next((wire for wire in named if SIGNED[wire].search(places)), "")


def runs_around(text: str, start: int, end: int, reach: int = 600) -> frozenset[int]:
    """The hashed runs of three words that stand before and after a passage, without the passage itself."""
    return _runs(text[max(0, start - reach) : start]) | _runs(text[end : end + reach])


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[int]:
    """Kept for a while: copies of a story have the same text on one side or on both."""
    return frozenset(shingles(forms_of(text), 3))


@dataclass(frozen=True, slots=True)
class Sketch:
    """Runs as bits, of which several may be one: by them most stories that are not alike are told apart quickly.

    `hidden` is how many more runs there are than bits.
    """

    bits: int
    hidden: int
    size: int


def sketch(runs: frozenset[int]) -> Sketch:
    places = {run % SKETCHED for run in runs}
    return Sketch(sum(1 << place for place in places), len(runs) - len(places), len(runs))


def may_be_same_story(one: Sketch, other: Sketch) -> bool:
    """Whether `same_story` can hold; where it does, this does."""
    shared = (one.bits & other.bits).bit_count() + min(one.hidden, other.hidden)
    return shared >= _needed(one.size, other.size)


def same_story(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the texts around two passages are so alike that one was copied from the other, or both from a third."""
    return len(one & other) >= _needed(len(one), len(other))


def _needed(size: int, other: int) -> float:
    return max(LEAST_RUNS, SAME_STORY * min(size, other))
