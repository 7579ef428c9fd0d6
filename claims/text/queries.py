"""What a person types into a search: plain words, “a phrase”, -not, and the beginning of a word with a star.

    bridge “will not open” -harbour clos*

Each word is looked for as the wordings are held (`fingerprint`), and as the database holds names and titles, which is
simpler: letters and digits alone, with the signs that are parts of them, small, without accents.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.contractions import long_forms_of, long_words_of
from claims.text.spans import Span

LONGEST, MOST_TERMS = 300, 20
SHORTEST = 3  # letters that are the beginning of a word without a star
OPENING, CLOSING = '"“”„«', '"”“»'
TERM = re.compile(
    rf"(?P<away>-?)(?:[{OPENING}](?P<phrase>[^{OPENING}{CLOSING}]*)(?P<closed>[{CLOSING}]?)|(?P<word>\S+))"
)
# Marks that are left out as often as not: accents, the points of Hebrew, the short vowels and the hamza of Arabic.
ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f"
    "\ufe20-\ufe2f]"
)
# Vowel signs and the like, which are parts of a word: of Thai and Lao, Burmese and Khmer,
LETTER_SIGNS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3\u17dd"
)
# and, with their digits, of scripts that have spaces: Thaana, those of India and Ceylon but for their full stops,
# Tibetan, and the smaller ones of Southeast Asia. Of such signs Python takes none for a part of a word and PostgreSQL
# some; of digits it is the other way round.
SIGNS = (
    f"{LETTER_SIGNS}\u0660-\u0669\u06f0-\u06f9\u07a6-\u07b0\u07c0-\u07c9\u0900-\u0963\u0966-\u0df3\u0e50-\u0e59\u0ed0-\u0ed9"
    "\u0f18-\u0f29\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86-\u0fbc\u1040-\u1049\u1090-\u1099\u1700-\u1734\u1740-\u1773"
    "\u17e0-\u17e9\u1810-\u1819\u1900-\u193b\u1946-\u19da\u1a00-\u1a1b\u1a20-\u1a99\u1b00-\u1b59\u1b80-\u1bf3\u1c00-\u1c37"
    "\u1c40-\u1c49\ua800-\ua827\ua880-\ua8c5\ua8d0-\ua8d9\ua900-\ua92d\ua930-\ua953\ua980-\ua9c0\ua9d0-\ua9d9\uaa00-\uaa59"
    "\uabc0-\uabea\uabec-\uabf9"
)
# These put no spaces between words. Each character of Chinese and Japanese is found by itself, as in the wordings; of
# the others each letter with its signs.
UNSPACED = re.compile(
    f"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff][{LETTER_SIGNS}]*"
)
NO_WORD = re.compile(rf"(?:[^\w{SIGNS}]|_)+")


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
    return Term(
        tuple(long_forms_of(text)), tuple(plain(text)), bool(match["away"]), word is not None and word.endswith("*")
    )


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
    words = long_words_of(text)
    forms = [word.form for word in words]
    hit: set[int] = set()
    for term in terms:
        if not term.is_away:
            for at in range(len(forms)):
                if term.is_in(forms, at):
                    hit.update(range(at, at + len(term.forms)))
    return list(dict.fromkeys(words[at].span for at in sorted(hit)))  # a contraction once
