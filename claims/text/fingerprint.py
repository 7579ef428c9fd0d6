"""A wording as the words that count when two are compared, and the hashed shingles that find it again.

How a quote is set in type says nothing of what was said: curly and straight marks, brackets, ellipses, dashes,
capitals, accents, hyphens and spacing all differ between two papers that print the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from claims.text.spans import Span

# Scripts that put no spaces between words: each character counts as one, or a whole sentence would be one word.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Not seen on the page: the soft hyphen, joiners, direction marks, the byte order mark.
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
# Inside a word: an apostrophe, or an editor's bracket (“[T]he”, “walk[ed]”; but “closed[1]” is a word and a note).
INSIDE = r"['’‘ʼ\uff07\[\]](?!(?<=[\[\]])\d)"
INNER = rf"[^\W_{UNSPACED}]|[{INVISIBLE}]|[\u0300-\u036f]"

# The named parts, tried in this order.
WORD = re.compile(
    rf"(?P<single>[{UNSPACED}])"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?!\w))"  # 1,000 and 3.5 and 1990s are one word each
    r"|(?P<initials>\b(?:[^\W\d_]\.){2,})"  # U.S. is US
    rf"|(?P<word>(?:{INNER})+(?:{INSIDE}(?:{INNER})+)*)"
    r"|(?P<sign>[%&])"
)
# Signs that a reader says as a word, and that another paper spells out.
SPOKEN = {"%": "percent", "&": "and"}
# “The council’s plan” is the plan of the council: papers differ over ISIS’ and ISIS’s. “It’s” is it is.
SHORTENED = frozenset(
    ["it", "he", "she", "that", "what", "there", "who", "here", "how", "where", "when", "why", "this", "let"]
)
# Between the words of a run that is hashed: “ab c” is not “a bc”.
SEPARATOR = b"\x1f"
UNSEEN = re.compile(f"[{INVISIBLE}]")
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word that counts: its form when compared, and where it stands in the unaltered text."""

    form: str
    span: Span


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, each with its place."""
    found = []
    for match in WORD.finditer(text):
        if form := _form(match):
            found.append(Word(form, Span(match.start(), match.end())))
    return tuple(found)


def forms_of(text: str) -> list[str]:
    """The forms of the words alone: what `words_of` gives without the places, in half the time."""
    return [form for match in WORD.finditer(text) if (form := _form(match))]


def placed_forms(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The forms of the words, and where each stands, as two lists: both in one reading of the text."""
    forms, places = [], []
    for match in WORD.finditer(text):
        if form := _form(match):
            forms.append(form)
            places.append(match.span())
    return forms, places


def normal(text: str) -> str:
    """The wording as it is compared and stored: the forms of its words, one space between."""
    return " ".join(forms_of(text))


def _form(match: re.Match[str]) -> str:
    shown, part = match.group(), match.lastgroup
    if shown.isascii() and shown.isalpha():  # nearly every word: nothing in it is to be mended
        return shown.lower()
    if part == "sign":
        return SPOKEN[shown]
    if "[" in shown or "]" in shown:
        shown = shown.replace("[", "").replace("]", "")
    if not shown.isascii():
        shown = _plain(shown)
    if part == "initials":
        return shown.replace(".", "").casefold()
    if part == "number" and "," in shown:
        shown = GROUPED.sub(lambda grouped: grouped.group().replace(",", ""), shown)
    shown = shown.casefold()
    return shown[:-2] if shown.endswith("'s") and shown[:-2] not in SHORTENED else shown


def _plain(shown: str) -> str:
    """Without accents and what nobody sees; ligatures and full-width letters as the letters they stand for."""
    spread = unicodedata.normalize("NFKD", UNSEEN.sub("", shown).replace("’", "'").replace("‘", "'").replace("ʼ", "'"))
    # An apostrophe with nothing seen behind it is no part of the word.
    return "".join(c for c in spread if not unicodedata.combining(c)).strip("'")


def shingles(forms: Sequence[str], size: int) -> list[int]:
    """The hashed runs of `size` words, each once, in rising order; signed, of 32 bits, the same in every process.

    A wording of fewer words is one run of all it has. An empty one has none.
    """
    return sorted(set(runs_of(forms, size)))


def runs_of(forms: Sequence[str], size: int) -> list[int]:
    """The same in the order in which they stand, as often as they do."""
    return runs_up_to(forms, size)[-1]


def runs_up_to(forms: Sequence[str], size: int) -> list[list[int]]:
    """The runs of one word, of two, and so on up to `size`; of fewer words, the one of all stands for the longer."""
    written = [form.encode() for form in forms]
    begun = list(map(crc32, written))
    found = [begun]
    for length in range(1, size):
        # What a run of one word less comes to is gone on from: each word is read once for each length.
        begun = list(map(crc32, [SEPARATOR + word for word in written[length:]], begun)) or begun
        found.append(begun)
    return [[value - (1 << 32) if value >= 1 << 31 else value for value in values] for values in found]
