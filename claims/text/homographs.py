"""Words that share their letters with another word and are told from it by how they are set: a capital, an accent.

Wordings are compared without capitals and accents. Where one of these tells a name from a modal, or a conditional
from a past, it is looked at in the text, and the atom gets a key that no other word has.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from claims.text.atom import Atom
from claims.text.figures import MONTH
from claims.text.numerals import ONES, ORDINALS, TENS
from claims.text.sense import plain
from claims.text.words import ABBREVIATIONS, BE, FINITE, words

# Names of people that are modals too: Will Roe, Ann May, Can Aksoy.
MODAL_NAMES = words("will may can")
# Names of people that are months or days too: April May, June Roe, Julio Roe.
MONTH_NAMES = words("may april june august junio julio abril domingo juli")
# Behind these a month is a month, whatever capital stands behind it: “last April Ann Roe left”.
BEFORE_MONTH = words(
    "in of last next since by until till early late mid this that every each from through during before after around "
    "to and or the a"
)
BEHIND = words("in of last next since by")
# The German conditionals that differ from a past by their accent alone: one in the place of the other is told.
CONDITIONALS = words(
    "könnte könntest könnten könntet müsste müsstest müssten müsstet dürfte dürftest dürften dürftet möchte möchtest "
    "möchten möchtet würde würdest würden würdet hätte hättest hätten hättet wäre wärst wären wäret"
)
# Words that would be taken for another without their accents; in a copy that lost them nothing is told.
ACCENTED = CONDITIONALS | {
    "dû",  # “du” is an article
    "né",  # “ne” is half of a negation
    "nié",  # “nie” is never
    "très",  # “tres” is three
    "sí",  # “si” is if
    "sería",  # “seria” is serious
    "serías",
    "debían",  # “Debian” is a name
}
TOLD_APART = {plain(word): word for word in ACCENTED}
HOMOGRAPHS = MODAL_NAMES | MONTH_NAMES | frozenset(TOLD_APART)

# Behind these a sentence can start: also what is quoted, or set apart by a dash.
OPENING = frozenset(".!?:…\"“‘'„«([–—")
SENTENCE_END = re.compile(r"[.!?]")
POSSESSIVE = ("'s", "’s")
# A wish, which no name opens: “May God help us”.
WISHED = words("god allah heaven fortune peace")
# What a name at the start does: “Will said”. Of verbs whose past is as their present is nothing can be told.
DOES = (FINITE | BE | words("was is has had does did would could should might may must will can who")) - words(
    "let put set cut hit read be been being 's ’s am get got gets"
)
LEAST_PAST = 5  # letters of a verb in -ed: “need” and “shed” are none
LONG_WORD = 4  # letters of a word that a headline gives a capital


class Setting:
    """A wording and its atoms, with what all of it says of its capitals: found out once, not for each homograph."""

    def __init__(self, text: str, atoms: Sequence[Atom]) -> None:
        self.text, self.atoms = text, atoms

    @cached_property
    def is_small(self) -> bool:
        """Whether it has no capitals at all."""
        return self.text.islower()

    @cached_property
    def long_words(self) -> tuple[int, int]:
        """How many longer words there are, and how many of them have a capital."""
        capitals = [_capital(self.text, atom) for atom in self.atoms if _is_long(atom)]
        return len(capitals), sum(capitals)

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Where a sentence may end."""
        return [match.start() for match in SENTENCE_END.finditer(self.text)]

    def is_asked(self, at: int) -> bool:
        """Whether what stands at this place of the text is a question."""
        end = bisect_left(self.sentence_ends, at)
        return end < len(self.sentence_ends) and self.text[self.sentence_ends[end]] == "?"


def told_apart(text: str, found: Sequence[Atom]) -> list[Atom]:
    """The atoms, those that are homographs with the key of the word that they are in this text."""
    kept = list(found)
    setting = Setting(text, found)
    for at, atom in enumerate(found):
        if atom.key in TOLD_APART:
            accented = TOLD_APART[atom.key]
            if unicodedata.normalize("NFC", text[atom.start : atom.end]).casefold() == accented:
                kept[at] = atom._replace(key=accented, form=accented if accented in CONDITIONALS else atom.form)
        elif atom.key in HOMOGRAPHS and atom.group == 0:
            kept[at] = atom._replace(key=_key(setting, at))
    return kept


def _key(setting: Setting, at: int) -> str:
    """The key of a word that may be a name, a month or a modal: as it is where it may be a modal."""
    text, found = setting.text, setting.atoms
    atom = found[at]
    shown = text[atom.start : atom.end]
    if shown[1:2] == "]":
        return atom.key  # “[W]ill it open?”
    if shown.islower() or shown.isupper():  # where all letters are small or all are capitals, they say nothing
        is_month = atom.key == "may" and (shown.isupper() or setting.is_small) and _dated(found, at, BEHIND)
        return MONTH if is_month else atom.key
    if atom.key in MONTH_NAMES:
        if _dated(found, at):
            return MONTH if atom.key == "may" else atom.key
        if _named(text, found, at) and (atom.key not in MODAL_NAMES or not _opens(text, found, at)):
            return atom.key.capitalize()
    if atom.key not in MODAL_NAMES or _modal(setting, at, shown):
        return atom.key
    return MONTH if atom.key == "may" and not _named(text, found, at) else atom.key.capitalize()


def _dated(found: Sequence[Atom], at: int, behind: frozenset[str] = frozenset()) -> bool:
    """Whether the number of a day or a year stands beside a month, “5 May” or “May 2019”, or it is `behind` these."""
    beside = [found[i].key for i in (at - 1, at + 1) if 0 <= i < len(found)]
    if at and found[at - 1].key in behind:
        return True
    if at > 1 and found[at - 1].key == "of":
        beside.append(found[at - 2].key)
    if at + 2 < len(found) and found[at + 1].key == "of":
        beside.append(found[at + 2].key)
    return any(key[0].isdigit() or key in ORDINALS or key in ONES or key in TENS for key in beside)


def _named(text: str, found: Sequence[Atom], at: int) -> bool:
    """Whether another part of a name stands beside this one: a word with a capital and nothing between."""
    before = found[at - 1] if at and not _opens(text, found, at) else None
    if before and before.key in BEFORE_MONTH and before.key != "and":
        return False
    if before and before.key not in BEFORE_MONTH and _capital(text, before):
        return True
    if at + 1 == len(found):
        return False
    behind = found[at + 1]
    return behind.key != "i" and _capital(text, behind) and text[found[at].end : behind.start].isspace()


def _capital(text: str, atom: Atom) -> bool:
    return text[atom.start].isupper()


def _opens(text: str, found: Sequence[Atom], at: int) -> bool:
    """Whether a sentence can start with this atom, so that its capital says nothing."""
    if at == 0:
        return True
    between = text[found[at - 1].end : found[at].start]
    if between.strip() == "." and (found[at - 1].key in ABBREVIATIONS or len(found[at - 1].key) == 1):
        return False  # “Mrs. May”, “J. May”
    return any(sign in OPENING for sign in between) or between.count("\n") > 1


def _modal(setting: Setting, at: int, shown: str) -> bool:
    """Whether a word with a capital can be the modal: in a headline, or opening a sentence as no name does."""
    text, found = setting.text, setting.atoms
    if shown.endswith(POSSESSIVE):
        return False
    if at + 1 == len(found):
        return _opens(text, found, at)
    if not _opens(text, found, at):
        return _headline(setting, at)
    behind = found[at + 1]
    between = text[found[at].end : behind.start]
    if not between.isspace():
        return "," not in between  # “Will, you must go”
    if behind.key == "i" or behind.key in WISHED or setting.is_asked(behind.end):
        return True
    if behind.key == "and" and at + 2 < len(found) and _capital(text, found[at + 2]):
        return False
    past = len(behind.key) >= LEAST_PAST and behind.key.endswith("ed") and not behind.key.endswith("eed")
    return not (_capital(text, behind) or past or behind.key in DOES)


def _headline(setting: Setting, at: int) -> bool:
    """Whether all longer words but this have capitals, which then say nothing."""
    words, capitals = setting.long_words
    if _is_long(setting.atoms[at]):
        words, capitals = words - 1, capitals - _capital(setting.text, setting.atoms[at])
    return 0 < words == capitals


def _is_long(atom: Atom) -> bool:
    return len(atom.key) >= LONG_WORD and atom.key.isalpha()
