"""What speakers and days say to wordings that are alike."""

from datetime import date

import pytest

from claims.text.resemblance import Likeness
from claims.text.voices import (
    ANOTHER_SPEAKER,
    MOSTLY_ANOTHERS,
    Verdict,
    Voice,
    is_shown,
    may_be_part,
    may_be_same,
    other_voice,
    owners,
    same_voice,
    verdict,
)

ADA, QUILL, BEN = (
    Voice(name="Ada Quill", is_person=True),
    Voice(name="Quill", is_person=True),
    Voice(name="Ben Marsh", is_person=True),
)
COUNCIL = Voice(name="The Council")
NOBODY = Voice()


@pytest.mark.parametrize(
    ("one", "other", "same", "different"),
    [
        pytest.param(ADA, QUILL, True, False, id="a surname is enough"),
        pytest.param(ADA, BEN, False, True, id="two names"),
        pytest.param(ADA, Voice(name="Ben Quill", is_person=True), False, True, id="a namesake"),
        pytest.param(ADA, Voice(name="A. Quill", is_person=True), True, False, id="an initial"),
        pytest.param(
            ADA,
            Voice(name="Anna Quill", is_person=True),
            False,
            True,
            id="a namesake whose name starts with the same letter",
        ),
        pytest.param(ADA, Voice(name="Mistress Ada Quill", is_person=True), True, False, id="a title taken for a name"),
        pytest.param(ADA, Voice(name="Ben Ada Quill", is_person=True), True, False, id="a second name"),
        pytest.param(ADA, NOBODY, False, False, id="unknown"),
        pytest.param(ADA, COUNCIL, False, False, id="a person may speak for a body"),
        pytest.param(COUNCIL, COUNCIL, True, False, id="one body"),
        pytest.param(Voice(known=1, name="X"), Voice(known=1, name="Y"), True, False, id="one speaker on record"),
        pytest.param(Voice(known=1, name="X"), Voice(known=2, name="X"), False, True, id="two namesakes on record"),
    ],
)
def test_voices(one: Voice, other: Voice, same: bool, different: bool) -> None:
    assert (same_voice(one, other), other_voice(one, other)) == (same, different)
    assert (same_voice(other, one), other_voice(other, one)) == (same, different)


def shared(bits: float, contained: float = 1.0, overlap: float = 1.0, words: int = 6) -> Likeness:
    return Likeness(contained, overlap, contained, bits, 3, words, words)


def on(voice: Voice, day: str) -> Voice:
    return Voice(voice.known, voice.name, voice.is_person, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("found", "one", "other", "becomes"),
    [
        pytest.param(shared(60), ADA, QUILL, Verdict.JOIN, id="many words of one speaker"),
        pytest.param(shared(60), ADA, NOBODY, Verdict.JOIN, id="many words, a speaker unknown"),
        pytest.param(shared(60), ADA, BEN, Verdict.PROPOSE, id="many words of two speakers: one of the names is wrong"),
        pytest.param(shared(25), ADA, BEN, Verdict.LEAVE, id="few words of two speakers"),
        pytest.param(shared(15), NOBODY, NOBODY, Verdict.LEAVE, id="a stock phrase of nobody known"),
        pytest.param(
            shared(17),
            on(ADA, "2024-03-01"),
            on(QUILL, "2024-03-02"),
            Verdict.JOIN,
            id="few words, one speaker, next day",
        ),
        pytest.param(
            shared(17),
            on(ADA, "2024-03-01"),
            on(QUILL, "2024-09-02"),
            Verdict.PROPOSE,
            id="few words, one speaker, later",
        ),
        pytest.param(shared(60, contained=0.3, overlap=0.2), ADA, ADA, Verdict.LEAVE, id="too small a part of it"),
    ],
)
def test_verdicts(found: Likeness, one: Voice, other: Voice, becomes: Verdict) -> None:
    assert verdict(found, one, other)[0] == becomes
    assert verdict(found, other, one)[0] == becomes
    assert becomes == Verdict.LEAVE or may_be_same(found)


@pytest.mark.parametrize(
    ("unbroken", "words", "longer", "reason"),
    [
        (9, 9, 9, ANOTHER_SPEAKER),
        (9, 9, 10, MOSTLY_ANOTHERS),  # one has a word more
        (5, 9, 9, MOSTLY_ANOTHERS),  # or another word
    ],
)
def test_words_are_called_the_same_only_where_they_are(unbroken: int, words: int, longer: int, reason: str) -> None:
    found = Likeness(1.0, 1.0, 1.0, 60, unbroken, words, longer)
    assert verdict(found, ADA, BEN) == (Verdict.PROPOSE, reason)


@pytest.mark.parametrize(
    ("found", "said_by", "other", "part", "whole"),
    [
        pytest.param(shared(60), (), BEN, True, True, id="many words, whoever says them"),
        pytest.param(shared(30), (ADA,), BEN, False, False, id="few words, known to be somebody else's"),
        pytest.param(shared(30), (ADA, BEN), ADA, False, False, id="few words that two people said"),
        pytest.param(shared(60), (ADA,), BEN, True, True, id="many words under another name"),
        pytest.param(shared(10), (), BEN, False, True, id="few words that nobody else is held to have said"),
        pytest.param(shared(18), (NOBODY,), COUNCIL, False, True, id="few words, and nobody known to be another"),
        pytest.param(shared(10), (NOBODY,), COUNCIL, False, False, id="words that are anybody's"),
        pytest.param(shared(12), (ADA,), QUILL, False, True, id="hardly more telling, in one mouth"),
        pytest.param(
            shared(10), (on(NOBODY, "2024-03-01"),), on(COUNCIL, "2024-03-02"), False, True, id="and of a day"
        ),
        pytest.param(shared(10), (on(NOBODY, "2024-03-01"),), on(COUNCIL, "2024-05-02"), False, False, id="months on"),
    ],
)
def test_what_is_shown_to_somebody_who_asks(
    found: Likeness, said_by: tuple[Voice, ...], other: Voice, part: bool, whole: bool
) -> None:
    """As a part of a longer wording, and as a wording of just these words."""
    assert is_shown(found, said_by, other) is part
    assert is_shown(found, said_by, other, is_whole=True) is whole


@pytest.mark.parametrize(
    ("words", "unbroken", "beside"),
    [
        pytest.param(5, 5, True, id="a piece of it"),
        pytest.param(5, 4, False, id="not all of it"),
        pytest.param(3, 3, False, id="too short a piece"),
    ],
)
def test_a_piece_is_shown_where_its_text_is_shown_already(words: int, unbroken: int, beside: bool) -> None:
    piece = Likeness(1.0, 0.2, 0.4, 28, unbroken, words, 30)
    said_by = (on(ADA, "2024-03-01"),)
    lead = on(NOBODY, "2024-03-04")
    assert not is_shown(piece, said_by, lead)
    assert is_shown(piece, said_by, lead, is_beside=True) is beside
    assert not is_shown(piece, said_by, BEN, is_beside=True)


@pytest.mark.parametrize(
    ("said_by", "owned"),
    [
        pytest.param([ADA, ADA, QUILL, BEN], [ADA, ADA, QUILL], id="nearly all are hers"),
        pytest.param([ADA, ADA, QUILL, BEN, NOBODY], [ADA, ADA, QUILL, NOBODY], id="and one is nobody's"),
        pytest.param([ADA, QUILL, BEN], [ADA, QUILL, BEN], id="of three one is another's: two people say so"),
        pytest.param([ADA, BEN], [ADA, BEN], id="one each"),
        pytest.param([ADA, COUNCIL], [ADA, COUNCIL], id="a person may speak for a body"),
        pytest.param([], [], id="nobody"),
    ],
)
def test_whose_words_they_are(said_by: list[Voice], owned: list[Voice]) -> None:
    assert owners(said_by) == owned


@pytest.mark.parametrize(
    ("found", "part"),
    [
        pytest.param(shared(40.0), True, id="much the same words"),
        pytest.param(shared(2.0)._replace(unbroken=6), True, id="all of the shorter one, though it tells little"),
        pytest.param(shared(2.0, 0.1), False, id="next to nothing"),
        pytest.param(shared(11.0, 0.5, 0.3), False, id="a phrase"),
    ],
)
def test_two_sentences_that_a_longer_text_has_are_other_parts_of_it(found: Likeness, part: bool) -> None:
    assert may_be_part(found) is part
