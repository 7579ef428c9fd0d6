"""Whether two wordings that are alike are one utterance: what their speakers and days say to it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from claims.text.fingerprint import forms_of
from claims.text.given_names import may_be_one
from claims.text.resemblance import Likeness, probability


class Verdict(StrEnum):
    """What becomes of two quotations whose wordings are alike."""

    JOIN = "join"
    PROPOSE = "propose"
    LEAVE = "leave"


class Voice(NamedTuple):
    """Who is said to have said it, and by which day it was printed.

    `known` is the speaker's number on record, 0 for none; `name` what the text calls them, where that is a name.
    """

    known: int = 0
    name: str = ""
    is_person: bool = False
    day: date | None = None


# Above this two wordings are one utterance as surely as a person would say so; above the second they may be.
CERTAIN, POSSIBLE = 0.9, 0.5
# Of just the words that are asked for less will do: only where they tell next to nothing, and neither speaker nor day
# does, are they anybody's (“top secret”, “look into”).
ANYBODYS = 0.2
# From here on the same words in two mouths are one utterance with a wrong name on it, not two who speak alike.
UNMISTAKABLE = 45.0
# What else tells, in bits like the words themselves. A quote is repeated on the same day and the next; two texts that
# have nothing to do with each other seldom are of one day, and oftenest of two far apart.
SAME_VOICE = 6.0
DAYS_APART = {1: 7.0, 7: 4.0, 30: 1.0}
FARTHER_APART = -2.0
MOST_BESIDE = 13.0
# A text that carries a quote at length has pieces of it in its headline and its first lines too: of so many words.
SAME_TEXT, PIECE = 7.0, 4

# The share of those with a name from which on words are one speaker's, though others are named too.
NEARLY_ALL = 0.75

ANOTHER_SPEAKER = "the same words under another speaker"
MOSTLY_ANOTHERS = "many of the same words under another speaker"
ALIKE = "wordings that are alike"


def may_be_same(found: Likeness) -> bool:
    """Whether two wordings can be one utterance at all, if speaker and day say so too."""
    return probability(_with(found, MOST_BESIDE)) >= POSSIBLE


def may_be_part(found: Likeness) -> bool:
    """Whether two wordings of one utterance have the same part of it.

    What joins two can be a longer wording that has both, each in another sentence: then they share nothing.
    """
    return found.unbroken == found.words or may_be_same(found)


def likely(found: Likeness, one: Voice, other: Voice, told: float = 0.0) -> float:
    """How likely two quotations are one utterance by their words, speakers and days, from 0 to 1.

    `told` is what else tells, in bits.
    """
    told += SAME_VOICE if same_voice(one, other) else 0.0
    if one.day and other.day:
        apart = abs((one.day - other.day).days)
        told += next((bits for days, bits in DAYS_APART.items() if apart <= days), FARTHER_APART)
    return probability(_with(found, told))


def _with(found: Likeness, bits: float) -> Likeness:
    return found._replace(bits=found.bits + bits)


@functools.lru_cache(maxsize=10_000)
def verdict(found: Likeness, one: Voice, other: Voice) -> tuple[Verdict, str]:
    """What becomes of two quotations, and why where they are not joined.

    Words alone never join what two people said, nor what everybody says.
    """
    score = likely(found, one, other)
    if score < POSSIBLE:
        return Verdict.LEAVE, ""
    if other_voice(one, other):
        is_just = found.unbroken == found.words == found.longer
        reason = ANOTHER_SPEAKER if is_just else MOSTLY_ANOTHERS
        return (Verdict.PROPOSE, reason) if found.bits >= UNMISTAKABLE else (Verdict.LEAVE, "")
    return (Verdict.JOIN, "") if score >= CERTAIN else (Verdict.PROPOSE, ALIKE)


def is_shown(
    found: Likeness, said_by: Sequence[Voice], other: Voice, *, is_whole: bool = False, is_beside: bool = False
) -> bool:
    """Whether somebody who asks for words is shown a wording as an appearance of them.

    `said_by` is whose words they are: of everybody else who is held to have said just these. `is_whole` says that the
    wording is just these words, `is_beside` that it stands in a text that is shown for another one, which tells of a
    piece of the same.
    """
    if found.bits < UNMISTAKABLE and any(other_voice(voice, other) for voice in said_by):
        return False
    if not said_by:
        return is_whole or probability(found) >= POSSIBLE
    told = SAME_TEXT if is_beside and PIECE <= found.words == found.unbroken else 0.0
    return max(likely(found, voice, other, told) for voice in said_by) >= (ANYBODYS if is_whole else POSSIBLE)


def owners(said_by: Sequence[Voice]) -> list[Voice]:
    """Whose words they are, of all who are held to have said just these.

    Where nearly all of them are one speaker, the few others are left out: they repeat the words, or a name is wrong.
    """
    known = [voice for voice in said_by if voice.known or voice.name]
    for one in dict.fromkeys(known):
        others = {voice for voice in known if other_voice(one, voice)}
        if others and sum(voice not in others for voice in known) >= NEARLY_ALL * len(known):
            return [voice for voice in said_by if voice not in others]
    return list(said_by)


def same_voice(one: Voice, other: Voice) -> bool:
    """Whether two speakers are known to be one."""
    if one.known and other.known:
        return one.known == other.known
    names, others = _names(one.name), _names(other.name)
    return bool(names and others) and (
        names == others or (one.is_person and other.is_person and _may_be_one(names, others))
    )


def other_voice(one: Voice, other: Voice) -> bool:
    """Whether two speakers are known to be different people; False where either is unknown or they may be one."""
    if one.known and other.known:
        return one.known != other.known
    if not (one.is_person and other.is_person) or one.name == other.name:
        return False
    names, others = _names(one.name), _names(other.name)
    return bool(names and others) and not _may_be_one(names, others)


@functools.lru_cache(maxsize=10_000)
def _names(name: str) -> tuple[str, ...]:
    return tuple(forms_of(name))


def _may_be_one(names: Sequence[str], others: Sequence[str]) -> bool:
    """“Ada Quill” and “Quill” may be one, and “Harbour Mistress Ada Quill”, of which not all is a name; “Ada Quill” and
    “Ben Quill” are not, nor “Ada Quill” and “Ada Marsh”.
    """
    shorter = min(len(names), len(others))
    if names[-shorter:] == others[-shorter:]:
        return True
    return names[-1] == others[-1] and may_be_one(names[0], others[0])
