"""A text as tokens: words, punctuation, and whole quotations and brackets as one token each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from claims.text.cues import FORMS
from claims.text.marks import Quotation
from claims.text.words import ABBREVIATIONS


class Sort(IntEnum):
    """What a token is."""

    WORD = 0
    NAME = 1  # a word with a capital first letter
    NUMBER = 2
    QUOTE = 3  # a whole quotation with its marks
    ASIDE = 4  # a short bracket with its content
    COMMA = 5
    COLON = 6
    DASH = 7
    STOP = 8
    SEMICOLON = 9
    OTHER = 10


class Token(NamedTuple):
    """One token: its place, its words, the same in lower case, and its sort.

    The words of a quotation are its last mark alone, in quotation marks: “,” for one that a comma closes.
    """

    start: int
    end: int
    text: str
    low: str
    sort: Sort


# The words of a quotation that ends in a comma, which is the sentence's.
CLOSED_BY_COMMA = "“,”"

# The named parts, tried in this order.
ASIDE = r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\]"  # brackets hold no subject or verb of the sentence around them
INITIALS = r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w.]))?"  # U.S., D.C., a.m.
SHORT = rf"(?:{'|'.join(sorted(ABBREVIATIONS, key=len, reverse=True))})\."  # the full stop belongs to the word
PARTY = r"[RDI]-[A-Z][a-z]{1,4}\."  # R-Ky., D-Calif.
STATE = (  # with their full stop, as in “Allentown, Pa.,”
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa"
    r"|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?=[,)]| [a-z])"
)
INITIAL = r"[A-Z]\.(?=[ \u00a0][A-Z])"  # the middle initial of a name
WORD = r"[@#]?[^\W\d_]\w*(?:[-‑&/'’](?=\w)\w+)*(?:(?<=s)['’](?!\w))?"  # e-mail, O’Neil, CNN’s, workers’
NUMBER = r"[$£€]?\d[\w.,:/-]*\w%?|[$£€]?\d%?"
PUNCTUATION = r"--|\.{2,}|\. \. \.|[^\w\s]|_+"
TOKEN = re.compile(
    rf"(?P<aside>{ASIDE})|(?P<word>\b(?i:{SHORT})|{INITIALS}|{PARTY}|{STATE}|{INITIAL}|{WORD})|(?P<number>{NUMBER})"
    rf"|(?P<other>{PUNCTUATION})"
)
SORTS = {
    ",": Sort.COMMA,
    ":": Sort.COLON,
    ";": Sort.SEMICOLON,
    ".": Sort.STOP,
    "?": Sort.STOP,
    "!": Sort.STOP,
    "—": Sort.DASH,
    "―": Sort.DASH,
    "–": Sort.DASH,
    "--": Sort.DASH,
    "-": Sort.DASH,
}


def is_lone_quotation(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a quotation and nothing else, its full stop aside."""
    return tokens[0].sort is Sort.QUOTE and all(token.sort is Sort.STOP for token in tokens[1:])


def tokenize(text: str, start: int, end: int, quotations: list[Quotation]) -> list[Token]:
    """The tokens of one paragraph, `start` to `end`, given the quotations inside it in order."""
    found: list[Token] = []
    at = start
    for quotation in quotations:
        outer = quotation.outer
        found.extend(_plain(text, at, outer.start))
        last = text[quotation.inner.end - 1] if quotation.inner.end > quotation.inner.start else ""
        found.append(Token(outer.start, outer.end, f"“{last}”", "“”", Sort.QUOTE))
        at = outer.end
    found.extend(_plain(text, at, end))
    return found


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in TOKEN.finditer(text, start, end):
        words = match.group()
        part = match.lastgroup
        if part == "word":
            sort = Sort.NAME if words[0].isupper() or words[0] in "@#" else Sort.WORD
        elif part == "number":
            sort = Sort.NUMBER
        elif part == "aside":
            sort = Sort.ASIDE
        else:
            sort = SORTS.get(words, Sort.OTHER)
        low = words.lower()
        if low.endswith("that") and low[:-4] in FORMS:  # “saidthat”: a space was lost
            middle = match.end() - 4
            yield Token(match.start(), middle, words[:-4], low[:-4], sort)
            yield Token(middle, match.end(), words[-4:], "that", Sort.WORD)
            continue
        yield Token(match.start(), match.end(), words, low, sort)
