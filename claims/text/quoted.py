"""Which places of a text stand inside quotation marks, for scoring: read from the marks alone, rule by plain rule.

This is not the engine's reading (`marks`), which finds out much more: what is measured must not measure itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum

from claims.text.statements import Kind


class Turn(Enum):
    """What a mark does to whether one stands inside."""

    IN = "in"
    OUT = "out"
    OVER = "over"


# Marks by the way they face in English and French texts; straight ones face both ways.
FACING = {
    '"': Turn.OVER,
    "''": Turn.OVER,
    "``": Turn.OVER,
    "“": Turn.IN,
    "„": Turn.IN,
    "«": Turn.IN,
    "”": Turn.OUT,
    "»": Turn.OUT,
}
# German closes with what English opens with, and writes »so« as well as «so».
GERMAN = FACING | {"“": Turn.OVER, "«": Turn.OVER, "»": Turn.OVER}
# A paragraph that a dash opens is spoken; further dashes step out of speech and back into it: —Sí —dijo—. Pase.
DASH = {"—": Turn.OVER}
SPOKEN_BY_DASH = frozenset({"es", "fr"})
# A doubled mark is looked at from each of its characters, so that three in a row turn twice.
MARK = re.compile("[\"“„«”»—]|'(?=')|`(?=`)")
PARAGRAPH = re.compile(r"[^\n]+")

# The share of a content's letters inside quotation marks that makes it direct, and that leaves it indirect.
DIRECT = 0.95
INDIRECT = 0.02


def quoted(text: str, language: str) -> bytearray:
    """1 for each place of `text` inside quotation marks, else 0; every paragraph starts outside."""
    inside_at = bytearray(len(text))
    turns = GERMAN if language == "de" else FACING
    for paragraph in PARAGRAPH.finditer(text):
        by_dash = language in SPOKEN_BY_DASH and paragraph.group().lstrip().startswith("—")
        _fill(inside_at, text, paragraph.span(), turns | DASH if by_dash else turns)
    return inside_at


def _fill(inside_at: bytearray, text: str, paragraph: tuple[int, int], turns: dict[str, Turn]) -> None:
    since, end = paragraph
    inside = False
    for mark in MARK.finditer(text, since, end):
        sign = mark.group() * 2 if mark.group() in "'`" else mark.group()
        turn = turns.get(sign)
        if turn is None:
            continue
        if inside:
            inside_at[since : mark.start()] = b"\x01" * (mark.start() - since)
        since = mark.end()
        inside = not inside if turn is Turn.OVER else turn is Turn.IN
    if inside:
        inside_at[since:end] = b"\x01" * (end - since)


def kind_of(content: Collection[int], inside_at: bytearray) -> Kind:
    """Direct, mixed or indirect, by the share of some letters that stands inside quotation marks."""
    share = sum(inside_at[at] for at in content) / len(content)
    if share >= DIRECT:
        return Kind.DIRECT
    return Kind.INDIRECT if share <= INDIRECT else Kind.MIXED
