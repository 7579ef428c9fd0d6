"""The smallest part of a wording that can be left out or changed by itself."""

from __future__ import annotations

from typing import NamedTuple

ELLIPSIS = "…"  # the key of a mark that says that words were left out
QUALIFIED = "≈"  # opens the key of what stands before a number and changes how much it says
NUMBER = "#"  # opens the key of a number


class Atom(NamedTuple):
    """One part of a wording.

    `key` is what is compared, `form` the words as they were used. Atoms of one `group` (not 0) change together: both
    halves of a contraction, all words of a bracket. `bracket` says that the group is a bracket; its marks are then
    part of its first and last atom.
    """

    key: str
    form: str
    start: int
    end: int
    group: int
    bracket: bool

    def has_capital(self, text: str) -> bool:
        """Whether it has one as a name has; where all its letters are capitals, they say nothing."""
        shown = text[self.start : self.end]
        return shown[:1].isupper() and not shown.isupper()
