"""Whether two articles printed one story: the same text around the words, or the same wire named."""

from __future__ import annotations

import re

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
EDGE = 400
# Stories share stock phrases, and papers end them with the same few lines; this share of the shorter one's runs of
# three words, and so many of them, is more than that.
SAME_STORY = 0.5
LEAST_RUNS = 25


def wire_of(text: str, byline: str = "") -> str:
    """The agency that a story says it is from, by its dateline or credit; "" where it names none."""
    places = "\n".join(("by " + byline if byline else "", text[:EDGE], text[-EDGE:]))
    return next((wire for wire, signed in SIGNED.items() if signed.search(places)), "")


def runs_around(text: str, start: int, end: int, reach: int = 600) -> frozenset[int]:
    """The hashed runs of three words that stand before and after a passage, without the passage itself."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return frozenset(shingles(forms_of(before), 3)) | frozenset(shingles(forms_of(after), 3))


def same_story(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the texts around two passages are so alike that one was copied from the other, or both from a third."""
    return len(one & other) >= max(LEAST_RUNS, SAME_STORY * min(len(one), len(other)))
