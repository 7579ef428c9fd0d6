"""What is altered between two wordings of a quote, and what of it may change the meaning."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.text.align import Alteration, Change, Raised, Weight, alterations, speaker_alteration, told
from claims.text.fingerprint import words_of
from claims.text.spans import Span
from tests.text.altered import Told
from tests.text.altered_abroad import ABROAD
from tests.text.altered_alike import LIKE
from tests.text.altered_counted import COUNTS
from tests.text.altered_denied import DESK
from tests.text.altered_edges import EDGES
from tests.text.altered_edited import EDITED
from tests.text.altered_figures import FIGURES
from tests.text.altered_harmless import HARMLESS
from tests.text.altered_kinds import KINDS
from tests.text.altered_languages import LANGUAGES
from tests.text.altered_meaning import MEANING
from tests.text.altered_misprinted import MISPRINTED
from tests.text.altered_misquoted import MISQUOTED
from tests.text.altered_modals import DEGREES
from tests.text.altered_names import NAMES
from tests.text.altered_negations import DENIALS
from tests.text.altered_news import NEWS
from tests.text.altered_phrases import FRACTIONS, PHRASES, SHOWN
from tests.text.altered_plainly import PLAINLY
from tests.text.altered_press import PRESS
from tests.text.altered_print import PRINT, SETTING, SPELLING
from tests.text.altered_quantities import QUANTITIES
from tests.text.altered_raised import RAISED
from tests.text.altered_reworded import REWORDED
from tests.text.altered_words import WORDING

ROWS = [*PRINT, *WORDING, *MEANING, *SHOWN, *EDGES]
EITHER_WAY = [
    *[*NAMES, *PHRASES, *FRACTIONS, *FIGURES, *QUANTITIES, *DENIALS, *DEGREES, *EDITED, *PLAINLY, *LANGUAGES, *NEWS],
    *[*MISQUOTED, *MISPRINTED, *REWORDED, *ABROAD, *DESK, *COUNTS, *HARMLESS, *PRESS, *LIKE],
]

# Seconds that two wordings of 2,000 words may take; far above what a run here shows, far below a quadratic one.
LONGEST = 2.0


@pytest.mark.parametrize(("earlier", "later", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_what_is_altered(earlier: str, later: str, expected: list[Told]) -> None:
    found = [
        (one.change, one.before.of(earlier), one.after.of(later), one.raised) for one in alterations(earlier, later)
    ]
    assert found == expected


@pytest.mark.parametrize(("earlier", "later", "raised"), RAISED)
def test_what_is_raised(earlier: str, later: str, raised: Raised | None) -> None:
    assert {one.raised for one in alterations(earlier, later)} - {None} == ({raised} if raised else set())


@pytest.mark.parametrize(("earlier", "later", "raised"), EITHER_WAY, ids=lambda value: str(value or ""))
def test_what_is_raised_whichever_is_the_earlier(earlier: str, later: str, raised: Raised | None) -> None:
    for before, after in ((earlier, later), (later, earlier)):
        assert {one.raised for one in alterations(before, after)} - {None} == ({raised} if raised else set())


@pytest.mark.parametrize(("earlier", "later", "change"), KINDS)
def test_which_kind_of_alteration_is_told(earlier: str, later: str, change: Change) -> None:
    assert change in {one.change for one in alterations(earlier, later)}


def test_the_table_is_large_and_names_each_row_once() -> None:
    assert len(ROWS) >= 130
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("earlier", "later"), [pytest.param(*row[1:3], id=row[0]) for row in SETTING])
def test_how_a_quote_is_set_in_type_is_light_in_both_directions(earlier: str, later: str) -> None:
    assert all(one.weight is Weight.LIGHT for one in alterations(earlier, later) + alterations(later, earlier))


@pytest.mark.parametrize(("earlier", "later"), [pytest.param(*row[1:3], id=row[0]) for row in SPELLING])
def test_the_same_words_in_another_spelling_are_light(earlier: str, later: str) -> None:
    assert {one.weight for one in alterations(earlier, later)} <= {Weight.LIGHT}


@pytest.mark.parametrize(
    ("change", "raised", "same_word", "expected"),
    [
        (Change.CASE, None, False, Weight.LIGHT),
        (Change.MARKED_OMISSION, None, False, Weight.LIGHT),
        (Change.BRACKETED, None, False, Weight.LIGHT),
        (Change.BRACKETED, Raised.NEGATION, False, Weight.RAISED),
        (Change.SUBSTITUTION, None, True, Weight.LIGHT),
        (Change.SUBSTITUTION, None, False, Weight.PLAIN),
        (Change.OMISSION, None, False, Weight.PLAIN),
        (Change.OMISSION, Raised.NUMBER, False, Weight.RAISED),
        (Change.REORDERING, None, False, Weight.PLAIN),
    ],
)
def test_what_an_alteration_weighs(change: Change, raised: Raised | None, same_word: bool, expected: Weight) -> None:
    assert Alteration(change, Span(0, 1), Span(0, 1), raised, same_word).weight is expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("It will close.", "It may close.", ["“may” for “will” (modality)"]),
        ("It will not close.", "It will close.", ["“not” left out (negation)"]),
        ("It will close.", "It will not close.", ["“not” put in (negation)"]),
        ("The bridge of the council leaks.", "The bridge leaks.", ["left out without a mark: “of the council”"]),
        ("The bridge of the council leaks.", "The bridge … leaks.", ["left out at a mark: “of the council”"]),
        (
            "The bridge of the council … because it is old leaks.",
            "The bridge … it is old leaks.",
            ["left out at a mark: “of the council”", "left out at a mark: “because”"],
        ),
        ("I closed it.", "[He] closed it.", ["“[He]” put in for “I”"]),
        ("The brige leaks.", "The brige [sic] leaks.", ["“[sic]” put in"]),
        ("It leaks now.", "It leaks.", ["left off at the end: “now”"]),
        ("Today it leaks.", "It leaks.", ["left off at the start: “Today”"]),
        ("It leaks.", "It leaks now.", ["goes on at the end: “now”"]),
        ("It leaks.", "Today it leaks.", ["goes on at the start: “Today”"]),
        ("We closed it quickly.", "We quickly closed it.", ["moved: “quickly”"]),
        ("It leaks.", "It leaks!", ["“!” for “.”"]),
        ("We left and they stayed.", "We left, and they stayed.", ["“,” put in"]),
        ("We left, and they stayed.", "We left and they stayed.", ["“,” left out"]),
        ("Close THE BRIDGE.", "Close the bridge.", ["“the bridge” for “THE BRIDGE”"]),
        ("It took  180\ndays.", "It took 75 days.", ["“75” for “180” (number)"]),
    ],
)
def test_an_alteration_in_plain_words(earlier: str, later: str, expected: list[str]) -> None:
    assert [told(one, earlier, later) for one in alterations(earlier, later)] == expected


def test_many_words_are_told_without_their_middle() -> None:
    earlier = f"The bridge {'of the old town ' * 40}leaks."
    (found,) = alterations(earlier, "The bridge leaks.")
    words = told(found, earlier, "The bridge leaks.")
    assert len(words) < 200
    assert " … " in words


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Ada Quill", "Ada Quill"),
        ("Ada Quill", "ADA QUILL"),
        ("Ada Quill", "Mayor Quill"),
        ("Mayor Quill", "Quill"),
        ("Ada", "Ada Quill"),
        ("A. Quill", "Ada Quill"),
        ("Ada B. Quill", "Ada Quill"),
        ("Dan Quill", "Daniel Quill"),
        ("Bill Quill", "William Quill"),
        ("Dr. Ada Quill", "Professor Quill"),
        ("Ada Quill, the mayor of Ostby", "Quill"),
        ("Ada Quill-Roe", "Quill-Roe"),
        ("Tom Quill Jr.", "Tom Quill"),
        ("the mayor", "Ada Quill"),  # an office and a name may be one
        ("a spokesman", "Tom Rook"),
        ("she", "Ada Quill"),
        ("", "Ada Quill"),  # unknown
        ("Ada Quill", ""),
        ("Ostby City Council", "the City Council"),
        ("Ostby Water Board", "OWB"),
        ("Tom Rook", "Thomas Rook"),
        ("Herr Rook", "Tom Rook"),
        ("Señora Ana López", "Ana López"),
        ("Don Rook", "Donald Rook"),
        ("a spokesman for the ministry", "the ministry"),
        ("Ostby Council’s spokeswoman", "Ostby Council"),
        ("the mayor’s spokesman", "Ada Quill"),
        ("Tom Rook, a spokesman for Ada Quill", "Tom Rook"),
    ],
)
def test_one_speaker_however_named(earlier: str, later: str) -> None:
    assert speaker_alteration(earlier, later) is None
    assert speaker_alteration(later, earlier) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Ada Quill", "Tom Rook"),
        ("Ada Quill", "Ben Quill"),
        ("Mr Quill", "Mrs Quill"),
        ("the Ostby Times", "Ada Quill"),
        ("Quill", "Rook"),
        ("a spokesman for Ada Quill", "Ada Quill"),
        ("Ada Quill’s lawyer", "Mayor Quill"),
        ("Tom Rook, a spokesman for Ada Quill", "Ada Quill"),
    ],
)
def test_another_speaker_is_raised(earlier: str, later: str) -> None:
    found = speaker_alteration(earlier, later)
    assert found is not None
    assert (found.change, found.raised, found.weight) == (Change.SUBSTITUTION, Raised.SPEAKER, Weight.RAISED)
    assert told(found, earlier, later) == f"said by “{later}”, not by “{earlier}” (speaker)"


def test_where_nobody_is_named_no_name_is_told() -> None:
    found = Alteration(Change.SUBSTITUTION, Span(0, 0), Span(0, 9), Raised.SPEAKER)
    assert told(found, "", "Ada Quill") == "said by “Ada Quill”, where nobody is named (speaker)"


SPOKEN = (
    "the bridge will not close don't a year 180 75 percent $5 million … ... [he] [not] (the council) I'm may if , . ? "
    "! — [W]e U.S. more than 1,000 *** May 5 “ ” ’ é 橋 \u00ad ( ] and nobody some all we are not going to "
    "Will May able unable need 2/3 1 ½ 2½ könnte konnte né ne plus si falls peut-être think First"
)
PARTS = st.sampled_from(SPOKEN.split(" "))
WORDINGS = st.lists(PARTS, max_size=25).map(" ".join) | st.text(max_size=60)


@given(WORDINGS, WORDINGS)
@example("[...]", "(… ")
@example("$5 $", "5 $")
@example("'s n't 'd", "n' s'")
@settings(max_examples=300, deadline=None)
def test_any_two_texts_can_be_compared(earlier: str, later: str) -> None:
    found = alterations(earlier, later)
    for one in found:
        assert one.before.end <= len(earlier)
        assert one.after.end <= len(later)
        assert told(one, earlier, later)
    assert [one.after.start for one in found] == sorted(one.after.start for one in found)
    assert alterations(earlier, earlier) == ()


@pytest.mark.parametrize("text", ["May {}", "{} May", "one in {}", "{} in ten", "[on {}]", "{}th", "$ {}m", "{}.5 %"])
def test_a_number_of_any_length_can_be_compared(text: str) -> None:
    assert alterations(text.format("9" * 5000), "It was yesterday.")


@given(WORDINGS, WORDINGS)
@example("0f", "0")
@settings(max_examples=300, deadline=None)
def test_each_word_that_only_one_wording_has_is_told_of(earlier: str, later: str) -> None:
    found = alterations(earlier, later)
    only(earlier, later, [one.before for one in found])
    only(later, earlier, [one.after for one in found])


def only(text: str, other: str, spans: list[Span]) -> None:
    """Assert that the words of `text` which `other` has in no form are in one of the spans."""
    letters = "".join(word.form for word in words_of(other))
    for word in words_of(text):
        if word.form not in letters and word.form not in ("percent", "and"):
            first = word.span.end - 1 if word.form[0].isdecimal() else word.span.start  # of “5km” the unit may be told
            assert any(span.start <= first and word.span.end <= span.end for span in spans), word


@given(st.lists(PARTS, min_size=1, max_size=12).map(" ".join))
@settings(deadline=None)
def test_other_quotation_marks_and_spaces_alter_nothing(wording: str) -> None:
    other = wording.replace("“", '"').replace("”", '"').replace("’", "'").replace(" ", "\u00a0")
    assert alterations(wording, other) == ()


def test_a_chain_of_torn_contractions_takes_no_longer_than_it_is() -> None:
    started = time.process_time()
    alterations(" ".join(f"w{i}'ll" for i in range(4000)), " ".join(f"(will w{i})" for i in range(1, 4000)))
    assert time.process_time() - started < LONGEST


@pytest.mark.parametrize("unit", ["Will ", "of May ", "May. ", "may ", "nor ", "no. ", "1 May ", "he’ll "])
def test_a_word_said_over_and_over_takes_no_longer_than_it_is(unit: str) -> None:
    wording = unit * (40_000 // len(unit))
    started = time.process_time()
    alterations(wording, f"{wording}bridge")
    assert time.process_time() - started < LONGEST


def test_long_wordings_take_no_longer_than_they_are() -> None:
    words = [f"word{i * 7919 % 400}" if i % 3 else "the" for i in range(2000)]
    changed = ["not" if i % 40 == 0 else word for i, word in enumerate(words)]
    for other in (changed, words[1000:] + words[:1000], words[::-1], ["the"] * 2000, ["[he]"] * 2000, ["…"] * 2000):
        started = time.process_time()
        alterations(" ".join(words), " ".join(other))
        assert time.process_time() - started < LONGEST
