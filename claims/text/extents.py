"""Where content ends: at the sentence's end, at the next attribution, or where the clause around it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text.cues import FORMS, PAST_FORMS, REPORTING_FORMS, Form
from claims.text.subjects import Subject, has_finite, is_finite
from claims.text.tokens import CLOSED_BY_COMMA, Sort, Token
from claims.text.verbs import DOCUMENTS, Verb
from claims.text.words import (
    COORDINATORS,
    DETERMINERS,
    PERIOD_OPENERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    words,
)

# A quotation that goes on after its cue ends with one of these before it.
OPEN_ENDS = ",?!—–-…"
# “…and said”, “…and added”: a second statement by the same speaker.
SAYING_AGAIN = words("said says added warned argued insisted predicted vowed")
PRESENT = re.compile(r"\w{3,}[^su]s")
# A sentence that opens with one of these has its main clause behind a comma.
OPENING_CLAUSE = words("while although though as if when after because since whereas even")
# The next speaker's name and role fit in this many tokens.
LONGEST_NEXT = 7
SILENCE = words("declined declines refused offered gave provided stopped acknowledged conceded cautioned")
# What may stand between “and” and the verb of a second attribution.
BETWEEN = words("also then later he she they has have")
# What people say things in or at.
OCCASIONS = DOCUMENTS | words(
    "rally debate hearing conference briefing event forum fundraiser meeting visit address appearance"
)
# What shows things to be so.
EVIDENCE = DOCUMENTS | words(
    "polls surveys studies data figures records documents emails e-mails results reports numbers research analysis "
    "polling filings statistics estimates tests letters"
)
# A thing rather than a clause ends where one of these opens a clause of its own.
AFTER_OBJECT = words("who which whose where when while but as including after with during")


def object_end(tokens: Sequence[Token], start: int) -> int:
    """Where a thing rather than a clause ends: before a comma that does not go on listing."""
    last = content_end(tokens, start)
    for i in range(start + 1, last - 1):
        if tokens[i].sort in (Sort.COMMA, Sort.SEMICOLON, Sort.DASH) and _leaves_object(tokens, i + 1, last):
            return i
        if tokens[i].text == CLOSED_BY_COMMA and _leaves_object(tokens, i + 1, last):
            return i + 1
        if tokens[i].low == "and" and tokens[i + 1].low in PAST_FORMS:
            return i
        if tokens[i].low in PREPOSITIONS and _opens_occasion(tokens, i, last):
            return i
    return last


def _opens_occasion(tokens: Sequence[Token], at: int, last: int) -> bool:
    """“on Sunday”, “in a statement”, “at a rally”: when and where it was said, to the end of the sentence."""
    if tokens[at].low == "on":
        return tokens[at + 1].low in TIME_WORDS and at + 3 >= last
    if tokens[at].low not in ("in", "at", "during") or tokens[at + 1].low not in DETERMINERS:
        return False
    return any(token.low in OCCASIONS for token in tokens[at + 2 : min(last, at + 6)])


def _leaves_object(tokens: Sequence[Token], at: int, last: int) -> bool:
    low = tokens[at].low
    if low in AFTER_OBJECT:
        return True
    joined = low == "and" and at + 1 < last and (is_finite(tokens, at + 1) or tokens[at + 1].low in PERSONAL)
    return joined or is_finite(tokens, at) or (low.endswith("ing") and tokens[at].sort is Sort.WORD)


def content_end(tokens: Sequence[Token], start: int) -> int:
    """The token before which content starting at `start` ends: the sentence's end or the next attribution."""
    last = len(tokens)
    while last > start and tokens[last - 1].sort in (Sort.STOP, Sort.COMMA, Sort.COLON):
        last -= 1
    for i in range(start + 1, last - 1):
        sort = tokens[i].sort
        if sort in (Sort.COMMA, Sort.DASH) and attribution_starts(tokens, i + 1, last):
            return i
        if tokens[i].text == CLOSED_BY_COMMA and attribution_starts(tokens, i + 1, last):
            return i + 1
        if sort is Sort.DASH and tokens[i + 1].low in ("a", "an"):
            return i  # the writer's own words on what was said: “… — a claim he made before”
        if sort is Sort.SEMICOLON and tokens[i + 1].low not in ("that", "and", "or"):
            return i
        if tokens[i].low == "and" and tokens[i + 1].low in SAYING_AGAIN and not is_finite(tokens, i - 1):
            return i
        if tokens[i].low == "but" and _falls_silent(tokens, i + 1, last):
            return i - 1 if tokens[i - 1].sort is Sort.COMMA else i
    return last


def clause_end(tokens: Sequence[Token], start: int, verb: Verb, relative: bool) -> int:
    """Where content ends inside a clause that is itself part of a longer sentence.

    “While she said it was safe, others …” ends at the comma; “Roe, who said it was safe, left” where the
    sentence's own verb comes.
    """
    last = content_end(tokens, start)
    linked = tokens[0].low in COORDINATORS and len(tokens) > 1
    first = tokens[1 if linked else 0]
    opened = first.low in OPENING_CLAUSE and not any(token.sort is Sort.COMMA for token in tokens[: verb.first])
    if not (opened or relative):
        return last
    for i in range(start + 1, last - 1):
        if tokens[i].sort is Sort.COMMA and (opened or is_finite(tokens, i + 1)):
            return i
    return last


def attribution_starts(tokens: Sequence[Token], at: int, last: int) -> bool:
    """“, according to”, “, adding that”, “, and accused”, “, but she said”."""
    if tokens[at].low == "according" or (tokens[at].low == "compared" and tokens[at + 1].low in ("with", "to")):
        return True
    if _cue_form(tokens[at]) is Form.ING or _reported_by(tokens, at, last):
        return True
    joined = tokens[at].low in ("and", "but", "while", "though", "although")
    if not joined or at + 1 >= last:
        return False
    after = at + 1
    while after < min(last, at + 3) and tokens[after].low in BETWEEN:
        after += 1
    if after < last and _cue_form(tokens[after]) in (Form.PAST, Form.PRESENT):
        return True
    return _somebody_else(tokens, at + 1, last)


def _reported_by(tokens: Sequence[Token], at: int, last: int) -> bool:
    """“, as first reported by”: where it stood before."""
    behind = [token.low for token in tokens[at : min(last, at + 4)]]
    return behind[0] == "as" and "by" in behind and any(low in PAST_FORMS for low in behind)


def _somebody_else(tokens: Sequence[Token], at: int, last: int) -> bool:
    """“, but BOB POE SAID”: another speaker's turn."""
    if tokens[at].sort is not Sort.NAME and tokens[at].low not in DETERMINERS:
        return False
    for i in range(at + 1, min(last, at + LONGEST_NEXT)):
        if tokens[i].low in REPORTING_FORMS and tokens[i].sort is Sort.WORD:
            return True
        if tokens[i].sort not in (Sort.NAME, Sort.WORD, Sort.ASIDE) or is_finite(tokens, i):
            return False
    return False


def _falls_silent(tokens: Sequence[Token], at: int, last: int) -> bool:
    """“… but did not say when”, “… but declined to comment”: what the writer says of the speaker."""
    if tokens[at].low in SILENCE:
        return True
    negated = tokens[at].low in ("did", "does", "would") and at + 2 < last and tokens[at + 1].low == "not"
    return (negated and tokens[at + 2].low in FORMS) or tokens[at].low in ("didn’t", "didn't")


def _cue_form(token: Token) -> Form | None:
    rows = FORMS.get(token.low) if token.sort is Sort.WORD else None
    return rows[0][0] if rows else None


def is_content(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a stretch before an attribution is a clause rather than an opening like “On Tuesday”."""
    quotes = any(token.sort is Sort.QUOTE for token in tokens[first:last])
    if last - first < 3 or not (quotes or has_finite(tokens, first, last) or _has_present(tokens, first, last)):
        return False
    return tokens[first].low not in ("when", "asked", "as", "after", "before", "while", "although", "though")


def _has_present(tokens: Sequence[Token], first: int, last: int) -> bool:
    """“The club regrets the chants”: a word in -s before what only a verb has behind it, and no relative clause."""
    if any(token.low in ("who", "which", "that") for token in tokens[first:last]) or tokens[first].low in PREPOSITIONS:
        return False
    return any(
        tokens[i].sort is Sort.WORD and PRESENT.fullmatch(tokens[i].low) and tokens[i + 1].low in ("the", "a", "an")
        for i in range(first + 1, last - 1)
    )


def holds_clause(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether what was taken for a speaker holds a verb of its own outside a relative clause."""
    relative = any(token.low in ("who", "which", "whose") for token in tokens[subject.first : subject.last])
    return not relative and has_finite(tokens, subject.first, subject.last)


def from_quotation(tokens: Sequence[Token], subject: Subject) -> Subject:
    """“…,” a friend, Ann Roe said: the subject reaches back to the quotation over a loose comma."""
    at = subject.first - 1
    if at < 1 or tokens[at].sort is not Sort.COMMA:
        return subject
    while at > 0 and subject.first - at < 10 and tokens[at].sort is not Sort.QUOTE:
        at -= 1
    between = tokens[at + 1 : subject.first - 1]
    open_ended = tokens[at].sort is Sort.QUOTE and tokens[at].text[1:-1] in set(OPEN_ENDS)
    if not open_ended or not between or between[0].sort is Sort.COMMA:
        return subject
    if has_finite(tokens, at + 1, subject.first) or between[0].low in SUBORDINATORS | PREPOSITIONS:
        return subject
    return Subject(at + 1, subject.last, asides=subject.asides)


def tail(tokens: Sequence[Token], first: int) -> tuple[int, int]:
    """From a cue that follows its content to the next comma or the end: day, place, addressee."""
    last = first
    while last < len(tokens) and tokens[last].sort in (Sort.WORD, Sort.NAME, Sort.NUMBER, Sort.ASIDE):
        last += 1
    return first, last


def opens_circumstance(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens `first` to `last`, right behind a verb of saying, are a day, a place or an occasion."""
    low = tokens[first].low
    opens = low in PREPOSITIONS or low in TIME_WORDS or low in PERIOD_OPENERS
    return opens and not has_finite(tokens, first, last)


def opens_scene(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sentence starts with where or when something was said rather than with what was said."""
    return tokens[first].low in PREPOSITIONS | TIME_WORDS | SUBORDINATORS or tokens[first].low in ("asked", "later")


def cites(tokens: Sequence[Token], start: int) -> bool:
    """Whether words are quoted between token `start` and the end of its clause."""
    return any(token.sort is Sort.QUOTE for token in tokens[start : object_end(tokens, start)])


def shows(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether the subject is a document or data rather than a person."""
    return any(token.low in EVIDENCE for token in tokens[subject.first : subject.last])
