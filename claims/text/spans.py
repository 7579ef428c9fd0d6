"""Half-open spans in code points, and the W3C text quote selector made from one."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A lone surrogate is half of a UTF-16 pair: it cannot be stored, sent or hashed as UTF-8.
SURROGATE = re.compile("[\ud800-\udfff]")
# Closing punctuation that belongs to the sentence around a quotation rather than to its words.
TRAILING = ",.;:—–-"


class TextError(ValueError):
    """The text cannot be worked on; the message names the place (a code-point offset) and the reason."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Part of a text: code points from `start` up to but not including `end`.

    Raises TextError where the two cannot be a span (negative, or the end before the start).
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise TextError(f"not a span: start {self.start}, end {self.end}")

    def of(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.start : self.end]


def selector(text: str, span: Span, context: int = 32) -> tuple[str, str, str]:
    """Prefix, exact and suffix of `span`, with up to `context` code points on each side.

    Raises TextError where the span reaches outside the text or `context` is negative.
    """
    if span.end > len(text):
        raise TextError(f"span {span.start}–{span.end} reaches outside a text of {len(text)} code points")
    if context < 0:
        raise TextError(f"context must not be negative, got {context}")
    before = text[max(0, span.start - context) : span.start]
    return before, span.of(text), text[span.end : span.end + context]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the spaces and closing punctuation at its ends, None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    # "…" and "?" are the speaker's own; so is a run of dots, which stands for words left out.
    while start < end and (
        text[end - 1].isspace() or (text[end - 1] in TRAILING and not text.endswith("..", start, end))
    ):
        end -= 1
    return Span(start, end) if start < end else None


def refuse_surrogates(text: str) -> None:
    """Raise TextError at the first lone surrogate of `text`."""
    found = SURROGATE.search(text)
    if found:
        code = ord(found.group())
        raise TextError(f"lone surrogate U+{code:04X} at offset {found.start()}: not valid Unicode text")
