"""Quotations in the text around them: a text cut where they begin and end."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A stretch of text with all that covers it, the longest first.

    `opens` are those whose first span begins with this piece, `closes` those whose last ends with it.
    """

    start: int
    text: str
    owners: tuple[T, ...]
    opens: tuple[T, ...]
    closes: tuple[T, ...]


def pieces(text: str, spans: Iterable[tuple[int, int, T]], *, offset: int = 0) -> list[Piece[T]]:
    """Cut a text into pieces that do not overlap, so that spans may nest and cross.

    Spans are (start, end, owner), half-open, in code points of a whole of which `text` is the part from `offset`
    on; what lies outside the part is cut away. One owner may have several spans. Joined, the pieces are the text.
    """
    held = [(max(start - offset, 0), min(end - offset, len(text)), owner) for start, end, owner in spans]
    held = [span for span in held if span[0] < span[1]]
    first: dict[T, int] = {}
    last: dict[T, int] = {}
    for start, end, owner in held:
        first[owner] = min(start, first.get(owner, start))
        last[owner] = max(end, last.get(owner, end))
    starting: dict[int, list[tuple[int, int, T]]] = {}
    for span in held:
        starting.setdefault(span[0], []).append(span)
    cuts = sorted({0, len(text)} | {place for start, end, _ in held for place in (start, end)})
    found: list[Piece[T]] = []
    active: list[tuple[int, int, T]] = []
    for start, end in pairwise(cuts):
        active = [span for span in active if span[1] > start] + starting.get(start, [])
        active.sort(key=lambda span: (span[0] - span[1], span[0]))
        owners = tuple(dict.fromkeys(owner for _, _, owner in active))
        opens = tuple(owner for owner in owners if first[owner] == start)
        closes = tuple(owner for owner in owners if last[owner] == end)
        found.append(Piece(start + offset, text[start:end], owners, opens, closes))
    return found


def find_passage(text: str, words: str, start: int | None, end: int | None) -> tuple[int, int]:
    """The passage from start to end where it has these words, whatever the white space, else as `find_words`."""
    if start is not None and end is not None and text[start:end].split() == words.split():
        return start, end
    return find_words(text, words)


def find_words(text: str, words: str) -> tuple[int, int]:
    """Where the words stand in the text, whatever the white space between them.

    Raises ValueError, in words for the person who gave them, where they stand nowhere or more than once.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    if not found:
        raise ValueError("These words are not in the text. Paste them exactly as they stand there.")
    if len(found) > 1:
        places = ", ".join(f"{start} to {end}" for start, end in found[:5])
        raise ValueError(
            f"These words stand {len(found)} times in the text, at {places}: paste more of them, or give offsets."
        )
    return found[0]


SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[”\"’'»)\]]*|(?=\n)|$)")


# A transcript without stops would be one sentence.
LONGEST_SENTENCE = 400


def sentences_with(text: str, typed: str) -> list[tuple[int, int]]:
    """Where the sentences stand that have some of the words typed, those with most of them first.

    What runs on without a stop comes in stretches of whole words.
    """
    words = {word.casefold() for word in re.findall(r"\w+", typed)}
    found = []
    for match in SENTENCE.finditer(text):
        for start, end in _stretches(text, *match.span()):
            said = text[start:end]
            shared = len(words & {word.casefold() for word in re.findall(r"\w+", said)})
            if shared:
                start += len(said) - len(said.lstrip())
                found.append((shared, start, start + len(said.strip())))
    return [(start, end) for _, start, end in sorted(found, key=lambda one: (-one[0], one[1]))]


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = space if space > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end
