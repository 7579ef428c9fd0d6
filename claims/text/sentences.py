"""Paragraphs and sentences, as runs of tokens; a full stop inside a quotation ends only what it closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.text.cues import FORMS, PAST_FORMS, REPORTING_FORMS
from claims.text.marks import PARAGRAPH, Quotation, quotations
from claims.text.tokens import Sort, Token, tokenize
from claims.text.words import (
    ABBREVIATIONS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    PERSONAL,
    PREPOSITIONS,
    SENTENCE_OPENERS,
    SUBORDINATORS,
    words,
)

# How far behind a quotation's “?” the reporting verb may stand: “Why?” the tall officer asked.
LOOK_AHEAD = 12
ENDING = ".!?…"
# A paragraph of this many words at most, this share of them capitalised, is a headline.
LONGEST_HEADLINE = 25
TITLE_CASE = 0.7
# Words that are no name's in a headline, whatever their case.
SMALL_WORDS = frozenset(FORMS) | AUXILIARIES | FINITE | PREPOSITIONS | DETERMINERS | PERSONAL | SUBORDINATORS
LONGEST_DATELINE = 14
# What a live blog puts before an entry, and what may stand between it and the entry.
TIME = re.compile(r"[012]?\d[:.][0-5]\d(?:[ap]m)?|[01]?\d[ap]m")
ZONES = words("am pm a.m. p.m. gmt bst cet cest est edt et pt pst pdt utc ist")
# A longer run of tokens is a list or noise; cutting it keeps the work per token bounded.
LONGEST_SENTENCE = 160


@dataclass(slots=True)
class Paragraph:
    """One line of the text: its sentences in order, and the quotations its QUOTE tokens stand for.

    In a headline, in title case or in capitals, a capital does not tell a name.
    """

    start: int
    end: int
    sentences: list[list[Token]]
    quotations: dict[int, Quotation]
    is_headline: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text`, blank lines left out."""
    marks = quotations(text)
    found: list[Paragraph] = []
    at = 0
    for match in PARAGRAPH.finditer(text):
        inside: list[Quotation] = []
        while at < len(marks) and marks[at].outer.start < match.end():
            inside.append(marks[at])
            at += 1
        tokens = tokenize(text, match.start(), match.end(), inside)
        if tokens:
            if headline := _is_headline(tokens):
                tokens = _uncapitalised(tokens)
            by_start = {quotation.outer.start: quotation for quotation in inside}
            split = [_verb_first(sentence) for sentence in _split(text, tokens, by_start)]
            found.append(Paragraph(match.start(), match.end(), split, by_start, headline))
    return found


def _is_headline(tokens: list[Token]) -> bool:
    spelled = [token.sort for token in tokens if token.sort in (Sort.WORD, Sort.NAME)]
    if not 4 <= len(spelled) <= LONGEST_HEADLINE:
        return False
    return spelled.count(Sort.NAME) >= TITLE_CASE * len(spelled)


def _uncapitalised(tokens: list[Token]) -> list[Token]:
    """A headline with its verbs and small words as words: “Mayor Says Bridge Will Close”."""
    return [
        token._replace(sort=Sort.WORD) if token.sort is Sort.NAME and token.low in SMALL_WORDS else token
        for token in tokens
    ]


def _verb_first(sentence: list[Token]) -> list[Token]:
    """“Added Ann Roe, “…””: the capital of the verb makes it no part of her name."""
    if len(sentence) < 4 or sentence[0].low not in PAST_FORMS or sentence[1].sort is not Sort.NAME:
        return sentence
    quote = next((i for i, token in enumerate(sentence) if token.sort is Sort.QUOTE), 0)
    if not quote or sentence[quote - 1].sort not in (Sort.COMMA, Sort.COLON):
        return sentence
    if any(token.sort is Sort.WORD and token.low in FORMS for token in sentence[1:quote]):
        return sentence  # “Said Roe told her: “…””
    return [sentence[0]._replace(sort=Sort.WORD), *sentence[1:]]


def _split(text: str, tokens: list[Token], marks: dict[int, Quotation]) -> Iterator[list[Token]]:
    first = _dateline_end(tokens)
    if first:
        yield tokens[:first]
    for i, token in enumerate(tokens[:-1]):
        if i < first:
            continue
        if i - first >= LONGEST_SENTENCE:
            ends = True
        elif token.sort is Sort.STOP:
            ends = _starts_sentence(tokens, i + 1)
        elif token.sort is Sort.QUOTE:
            ends = _quotation_ends(text, tokens, i, marks[token.start])
        elif token.text[-1] == ".":
            ends = _abbreviation_ends(token, tokens[i + 1])
        else:
            ends = False
        if ends:
            yield tokens[first : i + 1]
            first = i + 1
    yield tokens[first:]


def _dateline_end(tokens: list[Token]) -> int:
    """How many tokens a dateline takes: “OSLO, Norway, March 12 (Wire) — ”; 0 where the paragraph opens with none.

    And what a live blog puts before an entry: “14:05 Ann Roe says …”.
    """
    if TIME.fullmatch(tokens[0].low):
        return _time_end(tokens)
    if not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    for i, token in enumerate(tokens[:LONGEST_DATELINE]):
        if token.sort is Sort.DASH:
            return i + 1 if i + 1 < len(tokens) else 0
        if token.sort not in (Sort.NAME, Sort.NUMBER, Sort.COMMA, Sort.ASIDE, Sort.STOP):
            return 0
    return 0


def _time_end(tokens: list[Token]) -> int:
    end = 1
    while end < len(tokens) and (tokens[end].sort in (Sort.DASH, Sort.COLON) or tokens[end].low in ZONES):
        end += 1
    return end if end < len(tokens) and tokens[end].sort in (Sort.NAME, Sort.QUOTE) else 0


def _starts_sentence(tokens: list[Token], i: int) -> bool:
    return tokens[i].sort in (Sort.NAME, Sort.QUOTE, Sort.NUMBER, Sort.ASIDE, Sort.DASH, Sort.OTHER)


def _quotation_ends(text: str, tokens: list[Token], i: int, quotation: Quotation) -> bool:
    """Whether the sentence ends with this quotation, which its own last mark decides."""
    last = text[quotation.inner.end - 1] if quotation.inner.end > quotation.inner.start else ""
    following = tokens[i + 1]
    if last not in ENDING or not last or following.sort not in (Sort.NAME, Sort.QUOTE, Sort.NUMBER):
        return False
    return last == "." or not _reported_next(tokens, i + 1)


def _reported_next(tokens: list[Token], first: int) -> bool:
    """Whether what follows a quotation's “?” is its reporting clause rather than a new sentence."""
    for token in tokens[first : first + LOOK_AHEAD]:
        if token.sort in (Sort.STOP, Sort.QUOTE):
            return False
        if token.low in REPORTING_FORMS:
            return True
    return False


def _abbreviation_ends(token: Token, following: Token) -> bool:
    """“…in the U.S. He said” ends at U.S.; “U.S. Senate”, “Mr. He” and “Jan. 5” go on."""
    if token.low[:-1] in ABBREVIATIONS or following.sort is not Sort.NAME:
        return False
    return following.low in SENTENCE_OPENERS or following.low in PERSONAL
