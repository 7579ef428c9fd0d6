"""Parsed sentences written out by hand, and two ways to make them: with spaCy's own class, and without spaCy.

A word is written `word|pos|tag|dep|head`, with the number of its head, from 0. What is glued to the word before it,
such as a comma, is written with a leading “+”.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import pytest

from claims.text.dependencies import Word


@dataclass(eq=False)
class StandIn:
    """What a parsed word answers, as far as the engine asks."""

    i: int
    idx: int
    text: str
    pos_: str
    tag_: str
    dep_: str
    sentence: list[StandIn] = field(repr=False)
    head_at: int

    @property
    def lower_(self) -> str:
        return self.text.lower()

    @property
    def head(self) -> StandIn:
        return self.sentence[self.head_at]

    @property
    def children(self) -> list[StandIn]:
        return [word for word in self.sentence if word.head_at == self.i and word is not self]

    @property
    def left_edge(self) -> StandIn:
        return min((self, *(child.left_edge for child in self.children)), key=lambda word: word.i)

    @property
    def right_edge(self) -> StandIn:
        return max((self, *(child.right_edge for child in self.children)), key=lambda word: word.i)


Parsed = Callable[[str], Sequence[Word]]


def by_hand(written: str) -> Sequence[Word]:
    """The words without spaCy."""
    sentence: list[StandIn] = []
    text = ""
    for i, (word, glued, pos, tag, dep, head) in enumerate(_rows(written)):
        text += "" if glued or not i else " "
        sentence.append(StandIn(i, len(text), word, pos, tag, dep, sentence, head))
        text += word
    return sentence


def by_spacy(written: str) -> Sequence[Word]:
    """The words as spaCy has them. No model is needed: the parse is the written one."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed (the extra [nlp])")
    rows = list(_rows(written))
    words, _, pos, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    spaces = [not glued for _, glued, *_ in rows[1:]] + [False]
    doc: Sequence[Word] = spacy.tokens.Doc(
        spacy.blank("en").vocab, words=words, spaces=spaces, pos=pos, tags=tags, deps=deps, heads=heads
    )
    return doc


def plain(written: str) -> str:
    """The text of a written sentence."""
    words = by_hand(written)
    text = ""
    for word in words:
        text = text.ljust(word.idx) + word.text
    return text


def _rows(written: str) -> Iterable[tuple[str, bool, str, str, str, int]]:
    for entry in written.split():
        word, pos, tag, dep, head = entry.rsplit("|", 4)
        glued = len(word) > 1 and word[0] == "+"
        yield word[1:] if glued else word, glued, pos, tag, dep, int(head)
