"""How the tables of altered wordings are written.

A row is its name, the earlier wording, the later one, and the alterations in the order of the later text.
"""

from __future__ import annotations

from claims.text.align import Change, Raised

Told = tuple[Change, str, str, Raised | None]
Row = tuple[str, str, str, list[Told]]
NEGATION, NUMBER, MODALITY = Raised.NEGATION, Raised.NUMBER, Raised.MODALITY


def marked(words: str, mark: str, raised: Raised | None = None) -> Told:
    return Change.MARKED_OMISSION, words, mark, raised


def left_out(words: str, raised: Raised | None = None) -> Told:
    return Change.OMISSION, words, "", raised


def cut_off(words: str, raised: Raised | None = None) -> Told:
    return Change.TRUNCATION, words, "", raised


def goes_on(words: str, raised: Raised | None = None) -> Told:
    return Change.EXTENSION, "", words, raised


def put_in(words: str, raised: Raised | None = None) -> Told:
    return Change.INSERTION, "", words, raised


def filled(mark: str, words: str) -> Told:
    return Change.INSERTION, mark, words, None


def bracketed(before: str, after: str, raised: Raised | None = None) -> Told:
    return Change.BRACKETED, before, after, raised


def instead(before: str, after: str, raised: Raised | None = None) -> Told:
    return Change.SUBSTITUTION, before, after, raised


def moved(before: str, after: str) -> Told:
    return Change.REORDERING, before, after, None


def case(before: str, after: str) -> Told:
    return Change.CASE, before, after, None


def sign(before: str, after: str) -> Told:
    return Change.PUNCTUATION, before, after, None
