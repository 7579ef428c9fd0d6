"""Quotations gathered into utterances one after the other."""

from datetime import date, timedelta
from hashlib import sha256
from textwrap import wrap

import pytest

from claims.text.clusters import Clusters
from claims.text.fingerprint import normal
from claims.text.rarity import Rarity
from claims.text.voices import ANOTHER_SPEAKER, MOSTLY_ANOTHERS, Verdict, Voice

ADA, BEN = "Ada Quill", "Ben Marsh"
LONG = "The harbour will stay closed until the last of the cranes has been lifted out of the eastern basin"
OTHER = "Nobody in this town has asked for a second library and nobody in this town will pay for one either"


def gathered(*said: tuple[str, str]) -> list[tuple[str, int]]:
    """What becomes of each quotation, by number from 1: "new", or what it is to which group."""
    clusters = Clusters(Rarity({}, 0), {}, 8)
    found = []
    for number, (words, name) in enumerate(said, 1):
        voice = Voice(0, name, bool(name), date(2024, 3, 1) + timedelta(days=number))
        row = clusters.add(number, [normal(words)], voice, None)
        found.append((row.verdict.value, row.group) if row else ("new", number))
    return found


def test_the_same_words_and_altered_ones_join_the_first() -> None:
    cut, changed = LONG[:60], LONG.replace("lifted", "[hauled]")
    assert gathered((LONG, ADA), (OTHER, BEN), (LONG, ADA), (cut, ""), (changed, "Quill"), (OTHER, BEN)) == [
        ("new", 1),
        ("new", 2),
        ("join", 1),
        ("join", 1),
        ("join", 1),
        ("join", 2),
    ]


def test_what_two_people_said_is_never_joined() -> None:
    assert gathered((LONG, ADA), (LONG, BEN), (LONG, BEN)) == [("new", 1), ("propose", 1), ("join", 2)]
    assert gathered(("No comment", ADA), ("No comment", BEN), ("no comment at all", "")) == [
        ("new", 1),
        ("new", 2),
        ("new", 3),
    ]


def test_what_was_decided_before_is_taken_in_as_it_is() -> None:
    clusters = Clusters(Rarity({}, 0), {}, 8)
    voice = Voice(0, ADA, True, date(2024, 3, 1))
    assert clusters.add(1, [normal(LONG)], voice, 1) is None
    assert clusters.add(2, [normal(OTHER)], voice, 1) is None  # a person said so
    found = clusters.add(3, [normal(OTHER)], voice, None)
    assert found is not None
    assert (found.verdict, found.group, found.like) == (Verdict.JOIN, 1, 2)


def test_what_is_quoted_in_part_joins_by_its_part() -> None:
    around = "She said that with the wreck on the ground and its cargo in the mud nothing will move"
    part = "until the last of the cranes has been lifted out"
    clusters = Clusters(Rarity({}, 0), {}, 8)
    voice = Voice(0, ADA, True, date(2024, 3, 1))
    mixed = [normal(f"{around} {part}"), normal(part)]
    assert clusters.add(1, [normal(LONG)], voice, None) is None
    found = clusters.add(2, mixed, voice, None)
    assert found is not None
    assert (found.verdict, found.group, found.like) == (Verdict.JOIN, 1, 1)
    for words in (around, part):  # by all of it and by its part it is known from now on
        again = clusters.add(3, [normal(words)], voice, None)
        assert again is not None
        assert again.group == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (LONG, ANOTHER_SPEAKER),
        (LONG.upper(), ANOTHER_SPEAKER),
        (f"{LONG} by noon", MOSTLY_ANOTHERS),
        (LONG.rpartition(" ")[0], MOSTLY_ANOTHERS),
        (LONG.replace(" will ", " may "), MOSTLY_ANOTHERS),
    ],
)
def test_another_speaker_is_the_reason_that_is_given(words: str, reason: str) -> None:
    """And the words are called the same only where they are."""
    clusters = Clusters(Rarity({}, 0), {}, 8)
    clusters.add(1, [normal(LONG)], Voice(0, ADA, True, None), None)
    found = clusters.add(2, [normal(words)], Voice(0, BEN, True, None), None)
    assert found is not None
    assert found.reason == reason


def test_a_phrase_that_is_repeated_counts_once() -> None:
    refrain = "we have to take care of the harbour and to take care of the ferry and to take care of the port too"
    assert {kind for kind, _ in gathered(("it was hard to take care of the matter", ADA), (refrain, BEN))} == {"new"}


def test_a_phrase_that_hundreds_use_joins_nothing() -> None:
    tails = [sha256(str(number).encode()).hexdigest() for number in range(300)]
    said = [(" ".join(("at the end of the day", *wrap(tail, 6))), "") for tail in tails]
    assert {kind for kind, _ in gathered(*said)} == {"new"}
