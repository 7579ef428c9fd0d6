"""How the words that can change a meaning are written down: a row a sense, a language and its words."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from claims.text.alteration import Raised

# How far before a word, in atoms, the “ne” stands that makes it a negation; and how far before the kept words a
# negation can stand and still deny them.
REACH = 6


class Near(NamedTuple):
    """Words beside which another has its sense: one of these among the `reach` atoms before it, or behind it.

    But not where one of `unless` stands directly behind it, or one of `lacking` among `REACH` atoms behind it.
    """

    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    reach: int = 1
    unless: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()


class Sense(NamedTuple):
    """What one atom says. Two of the same `value` say the same.

    A loose one counts only against another of its kind: “day” for “year” changes a number, “day” left out does not.
    Where `near` is not empty, the word says so beside the words of one of its rows only.
    """

    raised: Raised
    value: str
    loose: bool = False
    near: tuple[Near, ...] = ()


class Row(NamedTuple):
    """Words of one language that say the same, as do rows of one `value`; where that is empty, each says its own."""

    value: str
    language: str  # for who reads the table: an aligner is not told in which language its wordings are
    words: str
    near: Near | None = None


def plain(word: str) -> str:
    """A word of a table as it is compared: without accents, as everything is (claims/text/fingerprint.py)."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
