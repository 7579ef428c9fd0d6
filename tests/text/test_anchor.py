from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.text.anchor import Anchored, Outcome, anchor, cuts_word
from claims.text.fingerprint import words_of
from claims.text.spans import Span, TextError, selector
from claims.text.wordings import words_in

ARTICLE = (
    "Rain fell on Oldport all morning.\n"
    "“We will leave, and let me be clear about this, until they go,” said Mayor Ada Brook. “Nobody asked us.”\n"
    "The bridge’s piers have been closed since 1990, and the 1,000 residents of the upper town were not told. "
    "A café near the harbour lost half of its guests.\n"
    "The council has not decided who pays for the tunnel. Nobody asked us, the drivers said."
)
LATER = "Corrected on Monday. " + ARTICLE


def found(text: str, exact: str, prefix: str = "", suffix: str = "", near: int | None = None) -> tuple[Outcome, str]:
    """The outcome and the words there ("" for none)."""
    anchored = anchor(text, exact, prefix=prefix, suffix=suffix, near=near)
    return anchored.outcome, anchored.span.of(text) if anchored.span else ""


@pytest.mark.parametrize(
    ("exact", "there"),
    [
        ("Rain fell on Oldport", "Rain fell on Oldport"),
        ("the drivers said.", "the drivers said."),
        ("café", "café"),
        # set otherwise
        ("The bridge's piers have been closed", "The bridge’s piers have been closed"),
        ("RAIN FELL  on\nOldport", "Rain fell on Oldport"),
        ("A cafe near the harbour", "A café near the harbour"),
        ("the 1000 residents of the upper town", "the 1,000 residents of the upper town"),
        ("“Rain — fell on ‘Oldport’", "Rain fell on Oldport"),
        ("A ca\u00adfé near the har\u00adbour", "A café near the harbour"),
        ("the drivers said!", "the drivers said"),
        # an editor changed a capital
        ("[r]ain fell on Oldport", "Rain fell on Oldport"),
        # the bracket holds what the article says
        ("The council has [not] decided", "The council has not decided"),
    ],
)
def test_the_very_words_are_found_however_they_are_set(exact: str, there: str) -> None:
    anchored = anchor(ARTICLE, exact)
    assert anchored.span is not None
    assert (anchored.outcome, anchored.span.of(ARTICLE), anchored.score) == (Outcome.FOUND, there, 1.0)


def test_the_exact_characters_are_preferred_to_the_same_words_set_otherwise() -> None:
    text = "the plan's end. The Plan’s end, they said. The plan's end."
    assert anchor(text, "The Plan’s end").span == Span(16, 30)


def test_words_that_shifted_with_their_surroundings_are_found() -> None:
    prefix, exact, suffix = selector(ARTICLE, Span(ARTICLE.index("The council"), ARTICLE.index(" who pays")))
    assert found(LATER, exact, prefix, suffix) == (Outcome.FOUND, "The council has not decided")


@pytest.mark.parametrize(
    ("prefix", "suffix", "outcome"),
    [
        ("", "", Outcome.FOUND),
        ("half of its guests.\n", " until the ferry sails again", Outcome.FOUND),
        ("Snow lay on every roof. ", " who pays for the tunnel.", Outcome.FOUND),
        ("HALF of its ‘guests’ — ", "", Outcome.FOUND),
        ("Snow lay on every roof. ", " until the ferry sails again", Outcome.MOVED),
        ("Snow lay on every roof. ", "", Outcome.MOVED),
        (" ", "\n", Outcome.FOUND),  # nothing that could be compared
    ],
)
def test_words_in_other_surroundings_have_moved(prefix: str, suffix: str, outcome: Outcome) -> None:
    exact = "The council has not decided"
    assert found(ARTICLE, exact, prefix, suffix) == (outcome, exact)


def test_words_set_otherwise_in_their_old_place_come_before_the_exact_ones_elsewhere() -> None:
    text = "He left. It’s late in the day, she told the crew. Next morning: It's late in the day."
    there = found(text, "It's late in the day", "He left. ", ", she told the crew")
    assert there == (Outcome.FOUND, "It’s late in the day")


@pytest.mark.parametrize(
    ("exact", "there"),
    [
        (
            "The council has never decided who pays for the tunnel",
            "The council has not decided who pays for the tunnel",
        ),
        (
            "The council has not yet decided who pays for the tunnel",
            "The council has not decided who pays for the tunnel",
        ),
        ("The council has not decided who paid for that tunnel", "The council has not decided who pays for the tunnel"),
        ("Nobody has not decided who pays for the tunnel", "council has not decided who pays for the tunnel"),
        (
            "A café near the harbour lost half of its guests last week",
            "A café near the harbour lost half of its guests",
        ),
        ("A cafee near the harbor lost hlaf of its guests.", "A café near the harbour lost half of its guests."),
        ("residnets", "residents"),
    ],
)
def test_an_altered_wording_is_found_from_its_first_to_its_last_word(exact: str, there: str) -> None:
    anchored = anchor(ARTICLE, exact)
    assert anchored.span is not None
    assert (anchored.outcome, anchored.span.of(ARTICLE)) == (Outcome.ALTERED, there)
    assert 0.6 < anchored.score < 1


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "near", "start"),
    [
        ("Nobody asked us", "Ada Brook. “", "", None, "first"),
        ("Nobody asked us", "", ".”\nThe bridge", None, "first"),
        ("Nobody asked us", "for the tunnel. ", ", the drivers", None, "second"),
        ("nobody asked US", "for the tunnel. ", "", None, "second"),
        ("Nobody asked us", "", "", ARTICLE.rindex("Nobody"), "second"),
        ("Nobody asked us", "Ada Brook. “", "", ARTICLE.rindex("Nobody"), "first"),  # surroundings come first
        ("Nobody asked us", "", "", None, ""),
        ("Nobody asked us", "", "", ARTICLE.rindex("Nobody") + 1, ""),  # nearer is not the same
        ("Nobody asked us", "Snow lay on every roof. ", "", None, ""),
    ],
)
def test_two_equally_good_places_are_told_apart_by_what_stands_around_them(
    exact: str, prefix: str, suffix: str, near: int | None, start: str
) -> None:
    first, second = ARTICLE.index("Nobody"), ARTICLE.rindex("Nobody")
    anchored = anchor(ARTICLE, exact, prefix=prefix, suffix=suffix, near=near)
    if start:
        at = {"first": first, "second": second}[start]
        assert (anchored.outcome, anchored.span) == (Outcome.FOUND, Span(at, at + len(exact)))
        assert anchored.places == ()
    else:
        both = tuple(Span(at, at + len(exact)) for at in (first, second))
        assert anchored == Anchored(Outcome.AMBIGUOUS, None, 1.0, both)


def test_two_places_of_an_altered_wording_are_ambiguous_unless_one_is_at_home() -> None:
    text = "The old bridge must close today. Talks went on. The old bridge must close today."
    exact = "The old bridge must open today"
    assert anchor(text, exact).outcome is Outcome.AMBIGUOUS
    assert anchor(text, exact, prefix="Talks went on. ").span == Span(48, len(text) - 1)


def test_surroundings_tell_where_an_altered_passage_starts() -> None:
    text = "He said on Friday the old plan must wait until spring, and left."
    assert (
        found(text, "Our plan must wait until spring", prefix="on Friday ")[1] == "the old plan must wait until spring"
    )


@pytest.mark.parametrize(
    "exact",
    [
        "Snow lay on every roof of the village",
        "let me be clear about this: taxes were raised twice in a single year",
        "ferry",
        "ri",  # in “fire” and “drivers”, but no word
        "… [never] …",
        "?!",
        "東京",
    ],
)
def test_what_is_not_there_is_gone(exact: str) -> None:
    assert anchor(ARTICLE, exact) == Anchored(Outcome.GONE, None, 0.0)


@pytest.mark.parametrize("exact", ["", " ", "\n\t"])
def test_an_empty_passage_is_refused(exact: str) -> None:
    with pytest.raises(TextError, match="passage to find is empty"):
        anchor(ARTICLE, exact)


@pytest.mark.parametrize(
    ("text", "exact", "there"),
    [
        (
            "Мост закрыт до весны, сказал мэр города. Дождь шёл весь день.",
            "мост закрыт до осени, сказал мэр",
            "Мост закрыт до весны, сказал мэр",
        ),
        (
            "市長は橋が春まで閉鎖されると述べた。雨が降った。",
            "市長は橋が冬まで閉鎖されると述べた",
            "市長は橋が春まで閉鎖されると述べた",
        ),
        (
            "👩\u200d🚒 said: “The été was long, and the crew tired.”",
            "The ete was long and the crews tired",
            "The été was long, and the crew tired",
        ),
        (  # İ is two code points in lower case
            "İzmir’de eski köprü güz sonuna dek kimseye geçit vermez.",
            "eski köprü bahar sonuna dek kimseye geçit vermez",
            "eski köprü güz sonuna dek kimseye geçit vermez",
        ),
    ],
)
def test_other_scripts(text: str, exact: str, there: str) -> None:
    assert found(text, exact) == (Outcome.ALTERED, there)


def test_a_place_within_a_word_counts_only_in_its_old_surroundings() -> None:
    assert found("The bridges stood.", "ridge", "The b", "s stood.") == (Outcome.FOUND, "ridge")
    assert anchor("The bridges stood.", "he").outcome is Outcome.GONE
    assert anchor("the " * 500 + "he", "he").span == Span(2000, 2002)


def test_a_quote_longer_than_the_text() -> None:
    assert anchor("", "Rain fell.").outcome is Outcome.GONE
    assert anchor("Rain", ARTICLE).outcome is Outcome.GONE
    longer = anchor(ARTICLE, ARTICLE + " And more was said.")
    assert (longer.outcome, longer.span) == (Outcome.ALTERED, Span(0, len(ARTICLE)))


def test_a_very_long_quote_is_sought_by_its_ends() -> None:
    lines = [f"Line {n} of the report says that item {n * 7} was paid in year {1900 + n}." for n in range(100)]
    text = "A foreword. " + " ".join(lines)
    quote = " ".join(lines[5:90])
    assert found(text, quote.upper()) == (Outcome.FOUND, quote)
    changed = anchor(text, quote.replace("item 350", "nothing"))
    assert (changed.outcome, changed.span) == (Outcome.ALTERED, Span(text.index(quote), text.index(quote) + len(quote)))


# Texts that could make a search cost the product of two lengths, each of some 200,000 code points.
HOSTILE = {
    "one word, and a quote of it": ("spam " * 40_000, "spam spam spam"),
    "one word, and another at the end": ("spam " * 40_000, "spam spam spam eggs"),
    "one letter": ("a" * 200_000, "a" * 100_000),
    "one letter, and another": ("a" * 200_000, "a" * 100_000 + "b"),
    "two letters in turn": ("ab" * 100_000, "ba" * 300 + "c"),
    "no word": ("…" * 200_000, "… " * 50_000 + "a"),
    "brackets": ("[" * 200_000, "[a" * 50_000),
    "ellipses": ("We go … " * 25_000, "we … go … " * 10_000),
    "a quote of another text": ("Rain fell on the town. " * 9_000, "The council left it there and went home. " * 5_000),
    "a soft hyphen": ("\u00ad" * 200_000, "\u00ad" * 1_000 + "a"),
}


@pytest.mark.parametrize(("text", "exact"), HOSTILE.values(), ids=HOSTILE)
def test_the_cost_grows_with_the_length(text: str, exact: str) -> None:
    started = time.process_time()
    anchor(text, exact)
    anchor(text, exact, prefix=exact[:32], suffix=exact[-32:], near=7)
    assert time.process_time() - started < 10  # far above what a run here shows, far below the product


# Few letters and marks, so that passages repeat and stand within words.
TEXTS = st.text(alphabet="ab A.,…[]“’\n\u00ad\u0301é京1", max_size=80)


@settings(deadline=None)
@given(text=TEXTS, cut=st.tuples(st.integers(0, 80), st.integers(1, 40)), context=st.integers(0, 32))
def test_a_passage_cut_from_a_text_is_found_where_it_was_or_ambiguous(
    text: str, cut: tuple[int, int], context: int
) -> None:
    span = Span(min(cut[0], len(text)), min(sum(cut), len(text)))
    prefix, exact, suffix = selector(text, span, context)
    if not exact.strip():
        return
    anchored = anchor(text, exact, prefix=prefix, suffix=suffix, near=span.start)
    if prefix or suffix or not _cuts_a_word(text, span):
        assert (anchored.outcome, anchored.span, anchored.score) == (Outcome.FOUND, span, 1.0)
    anchored = anchor(text, exact, prefix=prefix, suffix=suffix)
    if prefix or suffix or not _cuts_a_word(text, span):
        assert anchored.span == span or (anchored.outcome is Outcome.AMBIGUOUS and span in anchored.places)


def _cuts_a_word(text: str, span: Span) -> bool:
    return cuts_word(text, span.start) or cuts_word(text, span.end)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, exact=TEXTS, prefix=TEXTS, suffix=TEXTS, near=st.none() | st.integers(-5, 100))
def test_whatever_is_sought_the_answer_is_sound(
    text: str, exact: str, prefix: str, suffix: str, near: int | None
) -> None:
    if not exact.strip():
        return
    anchored = anchor(text, exact, prefix=prefix, suffix=suffix, near=near)
    spans = [*anchored.places, *([anchored.span] if anchored.span else [])]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert 0 <= anchored.score <= 1
    assert (anchored.span is None) == (anchored.outcome in (Outcome.AMBIGUOUS, Outcome.GONE))
    assert (len(anchored.places) > 1) == (anchored.outcome is Outcome.AMBIGUOUS)
    assert (anchored.score == 1) == (anchored.outcome in (Outcome.FOUND, Outcome.MOVED)) or anchored.places


@settings(max_examples=300, deadline=None)
@given(text=TEXTS | st.text(alphabet="aUS.,'’[]1-é %&“”\n", max_size=40))
def test_words_are_read_as_everywhere_else(text: str) -> None:
    assert [tuple(word) for word in words_in(text)] == [
        (word.form, word.span.start, word.span.end) for word in words_of(text)
    ]


def test_a_passage_with_a_word_that_is_rare_is_found_at_each_of_its_places() -> None:
    filler = "".join(f"Item {n} of the list was paid for in the year {1000 + n}. " for n in range(300))
    passage = "The ferry to Oldport leaves the harbour at noon. "
    text = passage + filler + passage + filler
    anchored = anchor(text, "The ferry to Oldport left the harbour at noon")
    assert [span.start for span in anchored.places] == [0, len(passage + filler)]
