"""Two wordings side by side: what was altered in the later one, marked in its words and told in plain ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.align import Alteration, Change, Raised, Weight, alterations, speaker_alteration, told
from claims.text.differences import Mark, Piece, differences

__all__ = ["Change", "Compared", "Mark", "Piece", "Raised", "Told", "Weight", "compare", "in_words"]


@dataclass(frozen=True, slots=True)
class Told:
    """One alteration in plain words. `raised` says what makes it one to look at, "" where nothing does."""

    words: str
    change: str
    weight: str
    raised: str
    same_word: bool
    alteration: Alteration


@dataclass(frozen=True, slots=True)
class Compared:
    """A wording against an earlier one."""

    pieces: tuple[Piece, ...]
    told: tuple[Told, ...]

    @property
    def raised(self) -> tuple[Told, ...]:
        """What may change the meaning."""
        return tuple(one for one in self.told if one.raised)


def compare(earlier: str, later: str, speakers: tuple[str, str] = ("", "")) -> Compared:
    """Compare two wordings, and who is said to have said each."""
    found = list(alterations(earlier, later))
    other = speaker_alteration(*speakers)
    return in_words(earlier, later, [*found, *([other] if other else [])], speakers)


def in_words(earlier: str, later: str, found: Sequence[Alteration], speakers: tuple[str, str]) -> Compared:
    """Alterations that are known already, marked and told. Raised ones are told first."""
    rows = [_told(one, *(speakers if one.raised is Raised.SPEAKER else (earlier, later))) for one in found]
    return Compared(differences(earlier, later, found), tuple(sorted(rows, key=lambda row: not row.raised)))


def _told(one: Alteration, before: str, after: str) -> Told:
    words = told(one, before, after)
    return Told(words, str(one.change), str(one.weight), str(one.raised or ""), one.same_word, one)
