"""What counts when two wordings are compared, and the shingles that find one again."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.text.fingerprint import forms_of, normal, runs_of, shingles, words_of

PLAIN = "the bridge is closed until spring"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed until spring.",
        "“The bridge is closed until spring.”",
        '"The bridge is closed until spring,"',
        "‘The bridge is closed’ until spring",
        "„The bridge« is »closed“ until spring",
        "The bridge is [closed] (until) spring",
        "[T]he bridge is clos[ed] until spring",
        "The bridge … is closed ... until . . . spring",
        "The bridge is closed […] until spring",
        "THE BRIDGE IS CLOSED UNTIL SPRING!",
        "The bridge—is closed – until spring",
        "The\u00a0bridge\tis\n\nclosed  until spring",
        "The brid\u00adge is clo\u200bsed until\u2060 spring\ufeff",
        "Thé bridgè is clösed until spring",
        "The\u0301 bridge is closed until spring",  # the accent as a code point of its own
        "\uff34he bridge is closed until spring",  # a full-width letter
        "The-bridge is closed until-spring",
    ],
)
def test_how_a_wording_is_set_in_type_does_not_count(text: str) -> None:
    assert normal(text) == PLAIN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" …—“”[] ", []),
        ("\u00ad\u200b", []),  # nothing that anybody sees
        ("don’t", ["don't"]),
        ("don't", ["don't"]),
        ("donʼt don\uff07t", ["don't", "don't"]),
        ("‘don’t’", ["don't"]),
        ("the workers’\u200b pay", ["the", "workers", "pay"]),
        ("the workers’ pay", ["the", "workers", "pay"]),
        ("1,000 and 12,345,678", ["1000", "and", "12345678"]),
        ("1,00", ["1,00"]),  # no thousands
        ("3.5 and 3,5", ["3.5", "and", "3,5"]),
        ("1990s, 21st, 3rd.", ["1990s", "21st", "3rd"]),
        ("10% of it", ["10", "percent", "of", "it"]),
        ("10 percent of it", ["10", "percent", "of", "it"]),
        ("nuts & bolts", ["nuts", "and", "bolts"]),
        ("the U.S. and the U.K.", ["the", "us", "and", "the", "uk"]),
        ("J. Quill", ["j", "quill"]),  # one initial is a letter
        ("at 9 a.m. sharp", ["at", "9", "am", "sharp"]),
        ("ﬁne oﬃce", ["fine", "office"]),
        ("Straße", ["strasse"]),
        ("e-mail", ["e", "mail"]),
        ("closed[1] [he] [a][b]", ["closed", "1", "he", "a", "b"]),
        ("F-16 and 5m", ["f", "16", "and", "5m"]),
        ("橋は古い", ["橋", "は", "古", "い"]),
        ("橋 bridge", ["橋", "bridge"]),
        ("мост закрыт", ["мост", "закрыт"]),
        ("El Niño", ["el", "nino"]),
    ],
)
def test_the_words_of_a_text(text: str, expected: list[str]) -> None:
    assert forms_of(text) == expected
    assert normal(text) == " ".join(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge…”", ["The", "bridge"]),
        ("It’s 10% [off]", ["It’s", "10", "%", "off"]),
        ("in the U.S., 1,000", ["in", "the", "U.S.", "1,000"]),
        ("👩‍🚒 said “été”", ["said", "été"]),
        ("clo\u00adsed", ["clo\u00adsed"]),
        ("[T]he walk[ed]", ["T]he", "walk[ed"]),
    ],
)
def test_each_word_keeps_its_place_in_the_unaltered_text(text: str, expected: list[str]) -> None:
    assert [word.span.of(text) for word in words_of(text)] == expected


def test_shingles_are_the_same_in_every_process() -> None:
    assert shingles(["a", "b", "c"], 2) == sorted([*runs_of(["a", "b"], 2), *runs_of(["b", "c"], 2)])
    code = "from claims.text.fingerprint import shingles; print(shingles('the bridge is closed'.split(), 3))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == str(shingles(["the", "bridge", "is", "closed"], 3))


def test_a_shingle_is_known_by_its_number() -> None:
    # Stored in the database: another number would find nothing that is there.
    assert runs_of(["the", "bridge"], 2) == [716473068]


@pytest.mark.parametrize(
    ("forms", "size", "count"),
    [
        ([], 3, 0),
        (["a"], 3, 1),  # fewer words than a run holds
        (["a", "b"], 3, 1),
        (["a", "b", "c"], 3, 1),
        (["a", "b", "c", "d"], 3, 2),
        (["a", "b"] * 5, 2, 2),  # each once
        (["a"] * 9, 3, 1),
    ],
)
def test_how_many_shingles_a_wording_has(forms: list[str], size: int, count: int) -> None:
    assert len(shingles(forms, size)) == count


def test_where_one_word_ends_counts() -> None:
    assert runs_of(["ab", "c"], 2) != runs_of(["a", "bc"], 2)
    assert runs_of(["a", "b"], 2) != runs_of(["b", "a"], 2)


@given(st.lists(st.text(min_size=1, max_size=5), max_size=30), st.integers(1, 6))
def test_shingles_are_signed_numbers_of_32_bits_in_rising_order(forms: list[str], size: int) -> None:
    found = shingles(forms, size)
    assert all(-(2**31) <= one < 2**31 for one in found)
    assert found == sorted(set(found))
    assert bool(found) is bool(forms)


@given(st.text(max_size=200))
@example("a\u0301'b’\u00adc\u200b")
@example("1,000.5% & U.S.A. 橋１２")
@example("\u0345\u00ad'")
def test_words_lie_in_the_text_one_behind_the_other(text: str) -> None:
    words = words_of(text)
    behind = 0
    for word in words:
        assert behind <= word.span.start < word.span.end <= len(text)
        assert word.form
        behind = word.span.end
    assert [word.form for word in words] == forms_of(text)


@given(st.text("abAB 12'’“”[]…-—!?\u00a0", max_size=60))
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    assert normal(normal(text)) == normal(text)
