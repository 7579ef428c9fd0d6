"""Whether two wordings are the same utterance: what they share, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two wordings share, each from 0 to 1 but for the last two.

    `contained`: the weight of the shared words, in any order, as a share of the lighter wording's.
    `ordered`: the same of those that stand in the same order. `overlap`: the weight of the shared words as a share
    of all that either has. `letters`: how alike the two are letter by letter; `part`: the same, of the shorter
    against the best part of the longer. `bits`: what the words shared in order tell, each after those that it
    follows in both, in bits; `run`: the same of the most telling unbroken run.
    """

    contained: float
    ordered: float
    overlap: float
    letters: float
    part: float
    bits: float
    run: float
    words: int
    asked: float
    held: float


def likeness(
    asked: Sequence[str], after: Sequence[float], held: Sequence[str], weights: Mapping[str, float]
) -> Likeness:
    """What two wordings share, given the forms of their words and what each word tells.

    `weights` is what a word tells by itself (`rarity.Rarity`), `after` what each of the asked words tells after those
    before it (`Rarity.after`).
    """
    one, other = _weighed(asked, weights), _weighed(held, weights)
    fewer, more = (one, other) if len(one) < len(other) else (other, one)
    shared = sum(weight for form, weight in fewer.items() if form in more)
    mass, other_mass = sum(one.values()), sum(other.values())
    lighter = min(mass, other_mass) or 1.0
    ordered, bits, run, words = _in_order(asked, after, held, one)
    written, other_written = " ".join(asked), " ".join(held)
    return Likeness(
        contained=shared / lighter,
        ordered=min(1.0, ordered / lighter),
        overlap=shared / (mass + other_mass - shared or 1.0),
        letters=fuzz.ratio(written, other_written) / 100,
        part=fuzz.partial_ratio(written, other_written) / 100,
        bits=bits,
        run=run,
        words=words,
        asked=shared / (mass or 1.0),
        held=shared / (other_mass or 1.0),
    )


def _weighed(forms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
    return {form: weights[form] for form in forms}


# Two texts of one matter share words here and there in the same order, by chance; one that stands alone tells less.
ALONE = 1 / 3


def _in_order(
    asked: Sequence[str], after: Sequence[float], held: Sequence[str], weights: Mapping[str, float]
) -> tuple[float, float, float, int]:
    """Of the words shared in order: their weight, what they tell, and what the most telling unbroken run tells.

    What is left over is looked through once more: a clause may have been moved.
    """
    ordered = bits = most = 0.0
    words = 0
    for moved, blocks in enumerate(_blocks(asked, held)):
        for start, end in blocks:
            if not moved:
                ordered += sum(weights[form] for form in asked[start:end])
            told = weights[asked[start]] + sum(after[start + 1 : end])
            bits += told * ALONE if end - start == 1 else told
            most, words = max(most, told), max(words, end - start)
    return ordered, bits, most, words


def _blocks(asked: Sequence[str], held: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """The unbroken runs of the asked words that the held ones share in order, and those among what is left of both."""
    found = LCSseq.opcodes(asked, held)
    yield [(block.src_start, block.src_end) for block in found if block.tag == "equal"]
    mine = [at for block in found if block.tag != "equal" for at in range(block.src_start, block.src_end)]
    theirs = [at for block in found if block.tag != "equal" for at in range(block.dest_start, block.dest_end)]
    if len(mine) > 1 and len(theirs) > 1:
        again = LCSseq.opcodes([asked[at] for at in mine], [held[at] for at in theirs])
        equal = [
            (mine[at], theirs[at - block.src_start + block.dest_start])
            for block in again
            if block.tag == "equal"
            for at in range(block.src_start, block.src_end)
        ]
        yield _unbroken(equal)


def _unbroken(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of two words or more in which both places rise by one."""
    runs: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or pairs[at] != (pairs[at - 1][0] + 1, pairs[at - 1][1] + 1):
            if at - start > 1:
                runs.append((pairs[start][0], pairs[at - 1][0] + 1))
            start = at
    return runs


# Two wordings are one utterance where both hold: what they share tells enough, and it is enough of the lighter one.
# Of a fragment more bits are asked than of two whole wordings, for a long text has many phrases; and the more bits are
# shared, the smaller a share of the lighter wording will do. Set on one half of generated queries whose answer is
# known (`benchmarks/trace.py`); the other half is what its figures are reported on.
LEAST_BITS, FRAGMENT_BITS, PER_BIT = 20.0, 10.0, 0.3
MOST_SHARE, LEAST_SHARE, PER_SHARE = 0.75, 0.42, 16.0
FEW_BITS, SHARE_PER_BIT = 30.0, 0.01


def probability(found: Likeness) -> float:
    """How likely two wordings that share this are the same utterance, from 0 to 1."""
    bits = LEAST_BITS + FRAGMENT_BITS * (1 - found.overlap)
    share = min(MOST_SHARE, max(LEAST_SHARE, MOST_SHARE - SHARE_PER_BIT * (found.bits - FEW_BITS)))
    odds = min(PER_BIT * (found.bits - bits), PER_SHARE * (found.contained - share))
    return 1 / (1 + exp(-odds))
