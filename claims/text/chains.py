"""The parts of a quoted wording found in a text one after the other, none too far from the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.alignments import Alignment, align, verbatim, weight
from claims.text.places import Body, Place, folded, likely, places, prepared
from claims.text.spans import Span
from claims.text.wordings import Part, Wording

# Edits in the best place, as a share of the length: beyond it two texts have only their language in common. Where the
# surroundings of a passage are known, half of its words may have changed.
MOST_EDITS, MOST_EDITS_AT_HOME = 0.45, 0.55
# The longest parts from which a place is sought: the others are sought near it.
SEEDS = 3
# A place this good holds all parts, and so do those that are as good: the other parts lead to the same.
SURE = 0.9
# How much of a further part must match (0 to 1) to be that part.
SHARE_OF_PART = 0.5


@dataclass(frozen=True, slots=True)
class Chain:
    """A place where a wording may stand, from the first word kept to the last.

    `score`: how alike the words are, 0 to 1, those between the parts not counted. `share`: how much of the wording
    was found again, long words counting for more.
    """

    span: Span
    score: float
    share: float

    @property
    def good(self) -> float:
        """How good the place is, 0 to 1, as between two that are doubtful: both figures count alike."""
        return (self.score + self.share) / 2


@dataclass(frozen=True, slots=True)
class Search:
    """A text, also prepared, and the wording that is sought in it, with the forms of what stood around it."""

    text: str
    body: Body
    parts: tuple[Part, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def most_edits(self) -> float:
        """How many edits there may be, as a share of the length sought."""
        return MOST_EDITS_AT_HOME if self.before or self.after else MOST_EDITS

    def aligned(self, number: int, place: Place) -> Alignment | None:
        """The words of a part at a place."""
        part = self.parts[number]
        before = self.before if number == 0 else ()
        after = self.after if number == len(self.parts) - 1 else ()
        stretch = (place.start, place.end)
        if not (place.distance or before or after) and (same := verbatim(self.text, part.words, stretch)):
            return same
        return align(self.text, part.text, part.words, stretch, before, after)


def chains(text: str, wording: Wording, before: tuple[str, ...], after: tuple[str, ...]) -> list[Chain]:
    """The places where a text is most like a wording, the best first, none overlapping.

    They may be as unlike as `Search.most_edits` allows. `before` and `after` are the forms of what stood around the
    passage, the nearest last, () where that is not known.
    """
    search = Search(text, prepared(text), wording.parts, before, after)
    seeds = sorted(range(len(wording.parts)), key=lambda n: -len(wording.parts[n].text))[:SEEDS]
    found: list[Chain] = []
    for seed in seeds:
        for place in likely(search.body, _sought(wording.parts[seed]), search.most_edits):
            if middle := search.aligned(seed, place):
                found.append(_chain(search.parts, _linked(search, seed, middle)))
        if any(chain.good >= SURE for chain in found):
            break
    return _apart(found)


def _apart(found: list[Chain]) -> list[Chain]:
    """Of places that overlap the best, of equal ones the shortest: a part may have been found too far away."""
    kept: list[Chain] = []
    for chain in sorted(found, key=lambda chain: (-chain.good, chain.span.end - chain.span.start)):
        if all(chain.span.end <= other.span.start or chain.span.start >= other.span.end for other in kept):
            kept.append(chain)
    return kept


def _sought(part: Part) -> bytes:
    """A space on each side: the edges of words count as much as their letters."""
    return b" " + folded(part.text[part.words[0].start : part.words[-1].end]) + b" "


def _linked(search: Search, seed: int, middle: Alignment) -> dict[int, Alignment]:
    """One part at its place and, on each side of it, the others that follow and precede; a part may be missing."""
    links = {seed: middle}
    gap, until = 0, middle.span.end
    for number in range(seed + 1, len(search.parts)):
        gap += search.parts[number].gap
        for place in _following(search.body.folded, _sought(search.parts[number]), until, gap):
            link = search.aligned(number, place)
            if link and link.share >= SHARE_OF_PART and link.span.start >= until:
                links[number], gap, until = link, 0, link.span.end
                break
    gap, since = 0, middle.span.start
    for number in range(seed - 1, -1, -1):
        gap += search.parts[number + 1].gap
        for place in _preceding(search.body.folded, _sought(search.parts[number]), since, gap):
            link = search.aligned(number, place)
            if link and link.share >= SHARE_OF_PART and link.span.end <= since:
                links[number], gap, since = link, 0, link.span.start
                break
    return links


def _following(body: bytes, sought: bytes, since: int, gap: int) -> Iterator[Place]:
    """Places of a part after the one before: the likest first, of equal ones the nearest."""
    since = max(0, since - 1)  # the space before its first word may be none of its own
    window = body[since : since + gap + len(sought) + len(sought) // 2 + 1]
    if (at := window.find(sought)) >= 0:
        yield Place(since + at, since + at + len(sought), 0)
    for start, end, distance in places(window, sought, MOST_EDITS):
        yield Place(since + start, since + end, distance)


def _preceding(body: bytes, sought: bytes, until: int, gap: int) -> Iterator[Place]:
    until = min(len(body), until + 1)
    since = max(0, until - gap - len(sought) - len(sought) // 2 - 1)
    if (at := body.rfind(sought, since, until)) >= 0:
        yield Place(at, at + len(sought), 0)
    # Read backwards, so that of equal ones the nearest comes first.
    for start, end, distance in places(body[since:until][::-1], sought[::-1], MOST_EDITS):
        yield Place(until - end, until - start, distance)


def _chain(parts: Sequence[Part], links: dict[int, Alignment]) -> Chain:
    missing = [part for number, part in enumerate(parts) if number not in links]
    words = sum(link.words for link in links.values()) + sum(len(part.words) for part in missing)
    total = sum(link.total for link in links.values())
    total += sum(weight(word.form) for part in missing for word in part.words)
    return Chain(
        Span(min(link.span.start for link in links.values()), max(link.span.end for link in links.values())),
        2 * sum(link.matched for link in links.values()) / words,
        sum(link.weight for link in links.values()) / total,
    )
