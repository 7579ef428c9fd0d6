"""A text as paragraphs and sentences of tokens, by one language's tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from claims.text.languages.language import Language
from claims.text.languages.quoting import quotations
from claims.text.marks import PARAGRAPH, Quotation
from claims.text.tokens import ASIDE, INITIAL, NUMBER, PUNCTUATION, SORTS, Sort, Token

ENDING = ".!?…"
# A longer run of tokens is a list or noise; cutting it keeps the work per token bounded.
LONGEST_SENTENCE = 160
OPENS_SENTENCE = (Sort.NAME, Sort.QUOTE, Sort.NUMBER, Sort.ASIDE, Sort.DASH, Sort.OTHER)
ORDINAL = r"\b\d{1,2}\.(?=[ \u00a0][^\W\d_])"  # am 3. März
# Letters with the accents that some texts keep as signs of their own.
LETTERS = r"[\w\u0300-\u036f]"


@dataclass(slots=True)
class Paragraph:
    """One line of the text: its tokens, and the quotations its QUOTE tokens stand for, by their start."""

    start: int
    end: int
    tokens: list[Token]
    quotations: dict[int, Quotation]


def paragraphs(text: str, language: Language) -> Iterator[Paragraph]:
    """The paragraphs of `text`, blank lines left out."""
    marks = quotations(text, language.style)
    at = 0
    for match in PARAGRAPH.finditer(text):
        inside: list[Quotation] = []
        while at < len(marks) and marks[at].outer.start < match.end():
            inside.append(marks[at])
            at += 1
        tokens = _tokens(text, match.start(), match.end(), inside, language)
        if tokens:
            yield Paragraph(match.start(), match.end(), tokens, {q.outer.start: q for q in inside})


def _tokens(text: str, start: int, end: int, inside: list[Quotation], language: Language) -> list[Token]:
    found: list[Token] = []
    for quotation in inside:
        outer = quotation.outer
        found.extend(plain_tokens(text, start, outer.start, language))
        found.append(quote_token(outer.start, outer.end))
        start = outer.end
    found.extend(plain_tokens(text, start, end, language))
    return found


def quote_token(start: int, end: int) -> Token:
    """The token that stands for a whole quotation."""
    return Token(start, end, "«»", "«»", Sort.QUOTE)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    short = "|".join(re.escape(word) for word in sorted(language.abbreviations, key=len, reverse=True))
    before = f"{language.before_word}|" if language.before_word else ""
    behind = f"(?!{language.behind_word})" if language.behind_word else ""
    own = f"{language.behind_word}|" if language.behind_word else ""
    ordinal = rf"{ORDINAL}|" if language.ordinal_stop else ""
    # The language's own: what is cut from the word behind it or before it.
    word = rf"{own}{before}[^\W\d_]{LETTERS}*(?:{behind}[-‑&'’](?=\w){LETTERS}+)*"
    return re.compile(
        rf"(?P<aside>{ASIDE})|(?P<word>\b(?i:{short})\.|{INITIAL}|{word})|(?P<number>{ordinal}{NUMBER})"
        rf"|(?P<other>{PUNCTUATION})"
    )


def plain_tokens(text: str, start: int, end: int, language: Language) -> Iterator[Token]:
    """The tokens of a stretch without quotations."""
    for match in _pattern(language).finditer(text, start, end):
        words = match.group()
        part = match.lastgroup
        if part == "word":
            sort = Sort.NAME if words[0].isupper() else Sort.WORD
        elif part == "number":
            sort = Sort.NUMBER
        elif part == "aside":
            sort = Sort.ASIDE
        else:
            sort = Sort.DASH if words == "―" else SORTS.get(words, Sort.OTHER)
        yield Token(match.start(), match.end(), words, _low(words), sort)


def _low(words: str) -> str:
    """As the tables have it: small letters, accents composed, apostrophes straight."""
    low = words.lower()
    return low if low.isascii() else normalize("NFC", low).replace("’", "'")


def sentences(text: str, paragraph: Paragraph, language: Language) -> Iterator[list[Token]]:
    """The sentences of a paragraph; a full stop inside a quotation ends only what it closes."""
    tokens = paragraph.tokens
    first = 0
    for i, token in enumerate(tokens[:-1]):
        following = tokens[i + 1]
        if i - first >= LONGEST_SENTENCE:
            ends = True
        elif token.sort is Sort.STOP:
            ends = following.sort in OPENS_SENTENCE
        elif token.sort is Sort.QUOTE:
            inner = paragraph.quotations[token.start].inner.of(text).rstrip()
            ends = inner[-1:] in ENDING and inner != "" and following.sort in (Sort.NAME, Sort.QUOTE, Sort.NUMBER)
        else:
            ends = False
        if ends:
            yield tokens[first : i + 1]
            first = i + 1
    yield tokens[first:]
