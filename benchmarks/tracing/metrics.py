"""How long it took, how much was found, and how much of it was wrong."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple


class Times(NamedTuple):
    median: float
    p95: float


def times(seconds: Sequence[float]) -> Times:
    """The median, and what 95 of 100 do not exceed."""
    ordered = sorted(seconds)
    return Times(statistics.median(ordered), ordered[-(-len(ordered) * 95 // 100) - 1])


def recall_at(first: int, answers: Iterable[tuple[int, Sequence[int]]]) -> float:
    """The share of questions, each given by its right answer, with that among the `first` of what was found."""
    hits = [right in found[:first] for right, found in answers]
    return sum(hits) / len(hits) if hits else 0.0


def wrong_share(decisions: Iterable[tuple[int | None, int | None]]) -> float:
    """Of what was claimed to be a match, the share that is none or another: pairs of the right one and the claimed."""
    claimed = [right == found for right, found in decisions if found is not None]
    return claimed.count(False) / len(claimed) if claimed else 0.0


class BCubed(NamedTuple):
    precision: float
    recall: float
    f: float


def b_cubed(found: Mapping[int, Hashable], true: Mapping[int, Hashable]) -> BCubed:
    """B-cubed over the items of `true`: how much of an item's cluster belongs with it, and how much of that is there.

    Both give each item the name of its cluster. An item that `found` leaves out is a cluster by itself.
    """
    labels = {item: ("found", found[item]) if item in found else ("alone", item) for item in true}
    both = Counter((labels[item], name) for item, name in true.items())
    sizes, true_sizes = Counter(labels.values()), Counter(true.values())
    precision = sum(shared * shared / sizes[label] for (label, _), shared in both.items()) / len(true)
    recall = sum(shared * shared / true_sizes[name] for (_, name), shared in both.items()) / len(true)
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall))
