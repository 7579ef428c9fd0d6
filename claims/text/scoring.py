"""How good an engine's statements are, held against annotated text.

The rules: a span counts as the set of its letters and digits, so marks, spaces and punctuation do not matter. A
prediction matches one annotation, greedily by falling overlap, from half of what either covers on. Which kind a
content is goes by its share inside quotation marks, on both sides alike, whatever the engine calls it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.text.quoted import kind_of, quoted
from claims.text.spans import Span
from claims.text.statements import Kind

# From this share of intersection in union on, two spans are about the same words.
SAME = 0.5
# The word that opens a reported clause: annotators and engines leave it out or take it in.
OPENER = {"en": r"that\b", "fr": r"que\b|qu[’']", "de": r"dass\b|daß\b", "es": r"que\b"}


class Naming(StrEnum):
    """What became of a speaker whom the article gives a full name."""

    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "left open"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotation. `speaker_name` is the full name that the article gives the source, "" where it gives none.

    An optional one counts neither for nor against whoever finds it.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    speaker_name: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Prediction:
    """One statement of an engine, with its own confidence (0 to 1) where it states one."""

    content: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    speaker_name: str = ""
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """An annotation and the prediction that matched it; a miss lacks the one, a spurious find the other.

    The kinds are those of each side's content. `loose` and `strict` are None where there is no match or no source
    to compare, `naming` where there is no match or no name to find.
    """

    gold: Attribution | None
    predicted: Prediction | None
    gold_kind: Kind | None
    predicted_kind: Kind | None
    exact: bool = False
    loose: bool | None = None
    strict: bool | None = None
    naming: Naming | None = None

    @property
    def matched(self) -> bool:
        return self.gold is not None and self.predicted is not None


@dataclass(frozen=True, slots=True)
class Sides:
    """One article while it is judged: the letters of each content, without the contents that have none."""

    text: str
    opener: re.Pattern[str] | None
    inside: bytearray
    gold: list[tuple[frozenset[int], Attribution]]
    predicted: list[tuple[frozenset[int], Prediction]]


def judge(
    text: str, gold: Iterable[Attribution], predicted: Iterable[Prediction], *, language: str = "en"
) -> tuple[Judgement, ...]:
    """Every annotation of a text with the prediction that found it, then the spurious predictions.

    Optional annotations and what found them are left out. `language` is a code such as "en" or "en-GB"; one that is
    not known is read as English as far as marks go.
    """
    language = language.split("-")[0].lower()
    pattern = OPENER.get(language)
    sides = Sides(
        text,
        re.compile(pattern, re.IGNORECASE) if pattern else None,
        quoted(text, language),
        [(content, one) for one in gold if (content := letters(text, one.content))],
        [(content, one) for one in predicted if (content := letters(text, one.content))],
    )
    pairs = match([content for content, _ in sides.gold], [content for content, _ in sides.predicted])
    judged = [_annotated(sides, i, pairs.get(i)) for i, (_, one) in enumerate(sides.gold) if not one.optional]
    taken = set(pairs.values())
    spurious = [
        Judgement(None, one, None, kind_of(content, sides.inside))
        for j, (content, one) in enumerate(sides.predicted)
        if j not in taken
    ]
    return (*judged, *spurious)


def _annotated(sides: Sides, i: int, j: int | None) -> Judgement:
    content, one = sides.gold[i]
    kind = kind_of(content, sides.inside)
    if j is None:
        return Judgement(one, None, kind, None)
    words, found = sides.predicted[j]
    source, speaker = letters(sides.text, one.source), letters(sides.text, found.speaker)
    return Judgement(
        one,
        found,
        kind,
        kind_of(words, sides.inside),
        exact=_without_opener(sides, content) == _without_opener(sides, words),
        loose=bool(source & speaker) if source else None,
        strict=overlap(source, speaker) >= SAME if source else None,
        naming=_naming(one, found) if one.speaker_name else None,
    )


def _naming(one: Attribution, found: Prediction) -> Naming:
    if not found.speaker_name:
        return Naming.OPEN
    same = found.speaker_name.casefold().split() == one.speaker_name.casefold().split()
    return Naming.RIGHT if same else Naming.WRONG


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The places of the letters and digits that some spans cover."""
    return frozenset(at for span in spans for at in range(span.start, min(span.end, len(text))) if text[at].isalnum())


def overlap(one: Collection[int], other: frozenset[int]) -> float:
    """Intersection over union, 0 to 1; 0 where either is empty."""
    shared = len(other.intersection(one))
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def match(gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]) -> dict[int, int]:
    """Which prediction each annotation gets, by index: the best overlap of all first, each used once."""
    owners: dict[int, list[int]] = {}
    for i, content in enumerate(gold):
        for at in content:
            owners.setdefault(at, []).append(i)
    pairs = []
    for j, content in enumerate(predicted):
        shared = Counter(i for at in content for i in owners.get(at, ()))
        for i, common in shared.items():
            value = common / (len(gold[i]) + len(content) - common)
            if value >= SAME:
                pairs.append((-value, i, j))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _without_opener(sides: Sides, content: frozenset[int]) -> frozenset[int]:
    opening = sides.opener.match(sides.text, min(content)) if sides.opener else None
    return content.difference(range(opening.start(), opening.end())) if opening else content
