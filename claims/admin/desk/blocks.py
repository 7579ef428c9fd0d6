"""A text as an article: its lines as headings and paragraphs, each known by where it starts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_HEADING = 90
# What a sentence ends with, a quotation mark or bracket behind it included.
ENDS_A_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*$|[”»]$")
BYLINE = re.compile(r"(by|von|par|por)\b", re.IGNORECASE)
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text without the white space around it: offsets in code points, half-open."""

    start: int
    end: int
    is_heading: bool


def blocks(text: str) -> list[Block]:
    """The lines of a text that say something.

    A captured text has no markup left: a short line that ends no sentence, and is no byline, is a heading where it is
    the first of several or has one under it that ends a sentence.
    """
    spans = list(_lines(text))
    lines = [text[start:end] for start, end in spans]
    sentences = [bool(ENDS_A_SENTENCE.search(line)) for line in lines]
    return [
        Block(
            start,
            end,
            len(lines[n]) <= LONGEST_HEADING
            and not sentences[n]
            and not BYLINE.match(lines[n])
            and n + 1 < len(spans)
            and (n == 0 or sentences[n + 1]),
        )
        for n, (start, end) in enumerate(spans)
    ]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in LINE.finditer(text):
        said = line[0].strip()
        if said:
            start = line.start() + line[0].index(said[0])
            yield start, start + len(said)
