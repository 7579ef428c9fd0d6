"""Dates of the record as a reader writes them."""

import pytest

from claims.formats.dates import in_words

WORDED = [
    ("", ""),
    ("1973-03-02", "2 March 1973"),
    ("2023-10", "October 2023"),
    ("1770", "1770"),
    ("1868~", "about 1868"),
    ("1946-07-06?", "6 July 1946, uncertain"),
    ("1868%", "about 1868, uncertain"),
    ("1976-21", "spring 1976"),
    ("../1782", "1782 or earlier"),
    ("/1782", "1782 or earlier"),
    ("2022-09/..", "September 2022 or later"),
    ("2022-09/2023", "September 2022 to 2023"),
    ("../..", "../.."),
    ("199X", "199X"),
    ("1999-99", "1999-99"),
    ("Y170000002", "Y170000002"),
]


@pytest.mark.parametrize(("edtf", "words"), WORDED)
def test_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words
