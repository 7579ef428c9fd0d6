"""What a person types into a search: plain words, “a phrase”, -not, and the beginning of a word with a star.

    bridge “will not open” -harbour clos*

Each word is looked for as the wordings are held (`fingerprint`), and as the database holds names and titles, which is
simpler: letters and digits alone, small, without accents.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.fingerprint import forms_of, words_of
from claims.text.spans import Span

LONGEST, MOST_TERMS = 300, 20
SHORTEST = 3  # letters that are the beginning of a word without a star
OPENING, CLOSING = '"“”„«', '"”“»'
TERM = re.compile(
    rf"(?P<away>-?)(?:[{OPENING}](?P<phrase>[^{OPENING}{CLOSING}]*)(?P<closed>[{CLOSING}]?)|(?P<word>\S+))"
)
ACCENTS = re.compile("[\u0300-\u036f]")
# Chinese and Japanese put no spaces between words: each of their characters is found by itself, as in the wordings.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
NO_WORD = re.compile(r"[\W_]+")


class QueryError(ValueError):
    """What was typed cannot be looked for; the message says why, in words for the person."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for, or not to find: a word, several in a row, or the beginning of one."""

    forms: tuple[str, ...]
    plain: tuple[str, ...]
    is_away: bool = False
    is_beginning: bool = False

    def is_in(self, forms: Sequence[str], at: int) -> bool:
        """Whether it stands at a place among some forms."""
        *whole, last = self.forms
        there = forms[at : at + len(self.forms)]
        if len(there) < len(self.forms) or list(there[:-1]) != whole:
            return False
        return there[-1].startswith(last) if self.is_beginning else there[-1] == last


def parse(typed: str) -> tuple[Term, ...]:
    """The terms of a query. Raises QueryError for one without a word to find, too long, or with a mark left open."""
    typed = typed.strip()
    if "\x00" in typed:
        raise QueryError("There is a character in it that no text has.")
    if len(typed) > LONGEST:
        raise QueryError(f"That is too long: give {LONGEST} characters at most.")
    terms = tuple(term for match in TERM.finditer(typed) if (term := _term(match)).forms and term.plain)
    if len(terms) > MOST_TERMS:
        raise QueryError(f"That is too much at once: give {MOST_TERMS} words at most.")
    if typed and not any(not term.is_away for term in terms):
        raise QueryError("Give at least one word to look for.")
    return terms


def _term(match: re.Match[str]) -> Term:
    phrase, word = match["phrase"], match["word"]
    if phrase is not None and not match["closed"]:
        raise QueryError("A quotation mark is not closed.")
    text = phrase if phrase is not None else word
    return Term(tuple(forms_of(text)), tuple(plain(text)), bool(match["away"]), word is not None and word.endswith("*"))


def beginnings(typed: str) -> tuple[Term, ...]:
    """The words of a text, each taken as the beginning of one: for a field in which one types a part of a name.

    A word of one or two letters is taken whole: it is the beginning of very many.
    """
    return tuple(Term((word,), (word,), is_beginning=len(word) >= SHORTEST) for word in plain(typed[:LONGEST]))


def plain(text: str) -> list[str]:
    """The words as names and titles are held: what the database's function `claims_folded` leaves of a text."""
    spread = ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())
    return [word for word in NO_WORD.split(UNSPACED.sub(r" \g<0> ", spread)) if word]


def found_in(text: str, terms: Sequence[Term]) -> list[Span]:
    """Where in a text the terms stand, in order and without overlaps."""
    words = words_of(text)
    forms = [word.form for word in words]
    hit: set[int] = set()
    for term in terms:
        if not term.is_away:
            for at in range(len(forms)):
                if term.is_in(forms, at):
                    hit.update(range(at, at + len(term.forms)))
    return [words[at].span for at in sorted(hit)]
