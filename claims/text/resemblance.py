"""Whether two wordings are the same utterance: what they share, and what that is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    ordered, bits, run = _in_order(asked, after, held, one)
    written, other_written = " ".join(asked), " ".join(held)
    return Likeness(
        contained=shared / lighter,
        ordered=min(1.0, ordered / lighter),
        overlap=shared / (mass + other_mass - shared or 1.0),
        letters=fuzz.ratio(written, other_written) / 100,
        part=fuzz.partial_ratio(written, other_written) / 100,
        bits=bits,
        run=run,
    )


def _weighed(forms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
    return {form: weights[form] for form in forms}


# Two texts of one matter share words here and there in the same order, by chance; one that stands alone tells less.
ALONE = 1 / 3


def _in_order(
    asked: Sequence[str], after: Sequence[float], held: Sequence[str], weights: Mapping[str, float]
) -> tuple[float, float, float]:
    """Of the words shared in order: their weight, what they tell, and what the most telling unbroken run tells."""
    ordered = bits = most = 0.0
    for block in LCSseq.opcodes(asked, held):
        if block.tag == "equal":
            start, end = block.src_start, block.src_end
            ordered += sum(weights[form] for form in asked[start:end])
            told = weights[asked[start]] + sum(after[start + 1 : end])
            if end - start == 1:
                told *= ALONE
            bits += told
            most = max(most, told)
    return ordered, bits, most


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
