"""Days of publication and short forms for the tables of date expressions."""

from __future__ import annotations

from datetime import date

from claims.text.dates import resolve
from claims.text.uncertain import Basis, bounds

FRIDAY = date(2024, 9, 13)
SUNDAY = date(2024, 9, 15)
MONDAY = date(2024, 9, 16)
NEW_YEAR = date(2024, 1, 1)  # a Monday
JANUARY = date(2024, 1, 10)
LEAP_DAY = date(2024, 2, 29)  # a Thursday

STATED, RELATIVE, INFERRED, UNKNOWN = Basis.STATED, Basis.RELATIVE, Basis.INFERRED, Basis.UNKNOWN

# The words, the day of publication, and what they resolve to.
Case = tuple[str, date, str, Basis]


def check(words: str, published: date, edtf: str, basis: Basis) -> None:
    """The words resolve so; their days follow from it; the base is told exactly where it was needed."""
    found = resolve(words, published)
    assert (found.edtf, found.basis) == (edtf, basis)
    assert (found.earliest, found.latest) == (bounds(edtf) if edtf else (None, None))
    assert found.base == (None if resolve(words, None).edtf == edtf else published)
    assert (found.base is None) == (basis in (STATED, UNKNOWN)) or basis is INFERRED
