"""Quotation marks as French, German and Spanish set them: directed marks, nested levels, marks repeated by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from claims.text.marks import PARAGRAPH, Quotation
from claims.text.spans import Span

MARK = re.compile('[«»‹›“”„‚‘’"]')
GUILLEMET = re.compile("[«»‹›]")
MIRROR = str.maketrans("«»‹›", "»«›‹")
STRAIGHT = '"'
# What stands before an opening mark, if anything does.
BEFORE_OPENING = frozenset(" \t\u00a0\u2009\u202f([{—–-―/'’¿¡")


@dataclass(frozen=True, slots=True)
class Style:
    """How a language sets its marks: each opening mark with those that close it.

    `mirrored`: »so« is as usual as «so»; the first of a text shows which it is.
    """

    pairs: Mapping[str, str]
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark's place, and the mark as if the text's guillemets faced the usual way."""

    at: int
    sign: str


def quotations(text: str, style: Style) -> list[Quotation]:
    """The outermost quotations of `text` in order; quotations inside quotations are part of those.

    One that a paragraph leaves open goes on in the next where that starts with the opening mark, or with the
    closing one (both are usual), or holds a closing mark before any other.
    """
    mirrored = style.mirrored and _mirrored(text)
    found: list[Quotation] = []
    left_open = ""
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if not text[start:end].strip():
            continue
        reader = _Line(text, start, end, style, mirrored)
        found.extend(reader.quotations(left_open))
        left_open = reader.left_open
    return found


def _mirrored(text: str) -> bool:
    """Whether the first guillemet of the text opens by facing its words: »so«."""
    first = GUILLEMET.search(text)
    if first is None or first.group() not in "»›":
        return False
    at = first.end()
    return at < len(text) and not text[at].isspace()


class _Line:
    """The quotations of one paragraph; `left_open` is the opening mark that it did not close, or ""."""

    def __init__(self, text: str, start: int, end: int, style: Style, mirrored: bool) -> None:
        self.text, self.start, self.end, self.pairs = text, start, end, style.pairs
        self.marks = [
            Mark(m.start(), m.group().translate(MIRROR) if mirrored else m.group())
            for m in MARK.finditer(text, start, end)
        ]
        self.left_open = ""
        self._surplus: dict[str, list[int]] = {}

    def quotations(self, left_open: str) -> Iterator[Quotation]:
        """The quotations in order, given the mark that the paragraph before left open."""
        i = 0
        if left_open and self.marks and self.marks[0].sign in self.pairs[left_open]:
            first = self.marks[0].at
            if self.text[self.start : first].strip():  # no mark was repeated: the whole start belongs to it
                yield Quotation(Span(self.start, first + 1), Span(self.start, first), True)
                i = 1
            else:
                quotation, i = self._from(0, left_open)
                yield quotation
        while i < len(self.marks):
            if self._opens(i):
                quotation, i = self._from(i, self.marks[i].sign)
                if quotation.inner.start < quotation.inner.end:
                    yield quotation
            else:
                i += 1

    def _from(self, i: int, opener: str) -> tuple[Quotation, int]:
        """The quotation that mark `i` opens, and the number of the mark behind it."""
        at = self.marks[i].at
        nests = opener != STRAIGHT and self._balanced(i, opener)
        depth = 1
        for j in range(i + 1, len(self.marks)):
            mark = self.marks[j]
            if nests and mark.sign == opener:
                depth += 1
            elif self._closes(mark, opener):
                depth -= 1
                if depth == 0:
                    return Quotation(Span(at, mark.at + 1), Span(at + 1, mark.at), True), j + 1
        self.left_open = opener
        last = at + 1 + len(self.text[at + 1 : self.end].rstrip())
        return Quotation(Span(at, last), Span(at + 1, last), False), len(self.marks)

    def _balanced(self, i: int, opener: str) -> bool:
        """Whether from mark `i` on there are as many closing marks as opening ones; else some were left out."""
        if opener not in self._surplus:
            signs = self.pairs[opener]
            steps = [1 if m.sign == opener else -1 if m.sign in signs else 0 for m in reversed(self.marks)]
            self._surplus[opener] = list(accumulate(steps))[::-1]
        return self._surplus[opener][i] <= 0

    def _opens(self, i: int) -> bool:
        mark = self.marks[i]
        if mark.sign not in self.pairs or mark.at + 1 >= self.end:
            return False
        before = self.text[mark.at - 1] if mark.at > self.start else " "
        if mark.sign == STRAIGHT:  # behind a word and before a space it closes what was never opened
            return before in BEFORE_OPENING or (self.text[mark.at + 1].isalnum() and not before.isalnum())
        if mark.sign in "“‘‚":
            return before in BEFORE_OPENING and not self.text[mark.at + 1].isspace()
        return True

    def _closes(self, mark: Mark, opener: str) -> bool:
        if mark.sign not in self.pairs[opener]:
            return False
        following = self.text[mark.at + 1] if mark.at + 1 < self.end else " "
        hugs = not self.text[mark.at - 1].isspace() and not following.isalnum()
        # A mark that could be an apostrophe, or open as well, closes only at the end of a word.
        return hugs if mark.sign in "’‘“" or (mark.sign == STRAIGHT and opener != STRAIGHT) else True
