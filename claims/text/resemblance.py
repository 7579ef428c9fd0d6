"""Whether two wordings are the same utterance: what they share, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, log, log1p
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from claims.text.slips import slips


class Likeness(NamedTuple):
    """What two wordings share.

    `contained` (0 to 1): the weight of the shared words, in any order, as a share of the lighter wording's. `overlap`
    (0 to 1): the same as a share of all that either has. `letters` (0 to 1): how alike the two are letter by letter.
    `bits`: what the words shared in order tell, each after those that it follows in both. `unbroken`: how many words
    the longest run has that both have. `words` and `longer`: how many words the shorter and the longer of the two have.
    """

    contained: float
    overlap: float
    letters: float
    bits: float
    unbroken: int
    words: int
    longer: int


def likeness(
    asked: Sequence[str], after: Sequence[float], held: Sequence[str], weights: Mapping[str, float]
) -> Likeness:
    """What two wordings share, given the forms of their words and what each word tells.

    `weights` is what a word tells by itself (`rarity.Rarity`), `after` what each of the asked words tells after those
    before it (`Rarity.after`). A word with a slip counts as the one that it stands for, but for `letters`.
    """
    one, other = _weighed(asked, weights), _weighed(held, weights)
    written, other_written = " ".join(asked), " ".join(held)
    whole = _whole(written, other_written)
    if not whole and (spelled := slips(one.keys(), other.keys())):
        after = [weights[spelled[form]] if form in spelled else bits for form, bits in zip(asked, after, strict=True)]
        asked = [spelled.get(form, form) for form in asked]
        one = _weighed(asked, weights)
    fewer, more = (one, other) if len(one) < len(other) else (other, one)
    shared = sum(weight for form, weight in fewer.items() if form in more)
    mass, other_mass = sum(one.values()), sum(other.values())
    bits, unbroken = _in_order([whole] if whole else _blocks(asked, held), asked, after, one)
    return Likeness(
        contained=shared / (min(mass, other_mass) or 1.0),
        overlap=shared / (mass + other_mass - shared or 1.0),
        letters=fuzz.ratio(written, other_written) / 100,
        bits=bits,
        unbroken=unbroken,
        words=min(len(asked), len(held)),
        longer=max(len(asked), len(held)),
    )


def _weighed(forms: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
    return {form: weights[form] for form in forms}


# Two texts of one matter share words here and there in the same order, by chance; one that stands alone tells less.
ALONE = 1 / 3


def _in_order(
    shared: Iterable[tuple[int, int]], asked: Sequence[str], after: Sequence[float], weights: Mapping[str, float]
) -> tuple[float, int]:
    """What the asked words tell that are shared in unbroken runs, and how many words the longest of these has."""
    bits, longest = 0.0, 0
    for start, end in shared:
        told = weights[asked[start]] + sum(after[start + 1 : end])
        bits += told * ALONE if end - start == 1 else told
        longest = max(longest, end - start)
    return bits, longest


def _whole(asked: str, held: str) -> tuple[int, int] | None:
    """The run of the asked words that one of the two is and the other has, as it stands: None where neither has.

    In order alone a word can be found at an earlier place, as the “the” of most wordings, and the run counts as broken.
    """
    if not asked or not held:
        return None
    asked, held = f" {asked} ", f" {held} "
    if asked in held:
        return 0, asked.count(" ") - 1
    at = asked.find(held)
    start = asked.count(" ", 0, at) if at >= 0 else 0
    return (start, start + held.count(" ") - 1) if at >= 0 else None


def _blocks(asked: Sequence[str], held: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The unbroken runs of the asked words that the held ones share in order.

    What is left of both is looked through once more: a clause may have been moved.
    """
    mine: list[int] = []
    theirs: list[int] = []
    for block in LCSseq.opcodes(asked, held):
        if block.tag == "equal":
            yield block.src_start, block.src_end
        else:
            mine += range(block.src_start, block.src_end)
            theirs += range(block.dest_start, block.dest_end)
    if len(mine) > 1 and len(theirs) > 1:
        again = LCSseq.opcodes([asked[at] for at in mine], [held[at] for at in theirs])
        yield from _unbroken(
            [
                (mine[block.src_start + n], theirs[block.dest_start + n])
                for block in again
                if block.tag == "equal"
                for n in range(block.src_end - block.src_start)
            ]
        )


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


# Two wordings are one utterance where what they share tells enough, and is enough of the lighter one. Of a fragment
# more bits are asked than of two whole wordings, for a long text has many phrases; and the more bits are shared, the
# smaller a share of the lighter wording will do.
LEAST_BITS, FRAGMENT_BITS, PER_BIT = 15.0, 15.0, 0.3
MOST_SHARE, LEAST_SHARE, PER_SHARE = 0.75, 0.42, 16.0
FEW_BITS, SHARE_PER_BIT = 30.0, 0.01
# Or where nearly all of the shorter one is one unbroken run of so many words, whatever these tell: nobody says eight
# words in a row after somebody else by chance.
UNBROKEN, RUN_WORDS, PER_WORD = 0.8, 7.0, 1.5
# Or, of wordings that are not short, where enough is alike in a sum of things: set on one half of generated queries
# whose answer is known (`benchmarks/trace.py --fit`); the other half is what its figures are reported on.
NOT_SHORT = 10
# What all of it is lowered by, so that of the first half's queries that match nothing one in a hundred finds something.
DOUBT = 1.8
CONSTANT = -1.07
SUM = {
    "contained": -1.23,
    "log_bits": 1.21,
    "contained_bits": 3.24,
    "letters": 2.88,
    "log_words": 1.91,
    "log_longer": -5.47,
}


def odds(found: Likeness) -> float:
    """How likely two wordings that share this are the same utterance, as the power of e that the odds are."""
    bits = LEAST_BITS + FRAGMENT_BITS * (1 - found.overlap)
    share = min(MOST_SHARE, max(LEAST_SHARE, MOST_SHARE - SHARE_PER_BIT * (found.bits - FEW_BITS)))
    best = min(PER_BIT * (found.bits - bits), PER_SHARE * (found.contained - share))
    if found.unbroken >= UNBROKEN * found.words:
        best = max(best, PER_WORD * (found.unbroken - RUN_WORDS))
    if found.words >= NOT_SHORT:
        best = max(best, CONSTANT + sum(SUM[name] * value for name, value in summed(found).items()))
    return best - DOUBT


def summed(found: Likeness) -> dict[str, float]:
    """The figures that are summed for wordings that are not short."""
    return {
        "contained": found.contained,
        "log_bits": log1p(found.bits),
        "contained_bits": found.contained * min(found.bits, 60.0) / 10,
        "letters": found.letters,
        "log_words": log(max(found.words, 1)),
        "log_longer": log(max(found.longer, 1)),
    }


def probability(found: Likeness) -> float:
    """How likely two wordings that share this are the same utterance, from 0 to 1."""
    return 1 / (1 + exp(-min(50.0, max(-50.0, odds(found)))))
