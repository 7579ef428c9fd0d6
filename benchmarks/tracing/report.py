"""What was asked, what came back, and the table of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from .alter import Query
from .metrics import Times, recall_at, times

WIDTHS = (30, 11, 11, 9, 9, 9, 9)
HEADS = ("way", "median ms", "p95 ms", "first", "in ten", "decided", "wrong")


class Answer(NamedTuple):
    """What one way answered: numbers, likeliest first; and which it takes for the same, None where it can't say."""

    ranked: list[int]
    decided: list[int] | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions to one way, and its answers."""

    name: str
    queries: Sequence[Query]
    answers: Sequence[Answer]

    @property
    def times(self) -> Times:
        return times([answer.seconds for answer in self.answers])

    def of(self, queries: Sequence[Query]) -> Asked:
        """The answers to some of the questions."""
        wanted = {query.text for query in queries}
        pairs = [(q, a) for q, a in zip(self.queries, self.answers, strict=True) if q.text in wanted]
        return Asked(self.name, [q for q, _ in pairs], [a for _, a in pairs])

    def by_kind(self) -> Iterator[tuple[str, Asked]]:
        for kind in dict.fromkeys(query.kind for query in self.queries):
            yield kind, self.of([query for query in self.queries if query.kind == kind])

    def row(self, name: str = "") -> str:
        held = [(q.number, a) for q, a in zip(self.queries, self.answers, strict=True) if q.number is not None]
        others = [a for q, a in zip(self.queries, self.answers, strict=True) if q.number is None]
        found = [(number, answer.ranked) for number, answer in held]
        decides = all(answer.decided is not None for answer in self.answers)
        cells = [
            name or self.name,
            f"{self.times.median * 1000:.2f}",
            f"{self.times.p95 * 1000:.2f}",
            f"{recall_at(1, found):.3f}" if held else "–",
            f"{recall_at(10, found):.3f}" if held else "–",
            _share([number in (answer.decided or ()) for number, answer in held]) if decides else "–",
            # A way that can't decide answers whatever it finds.
            _share([bool(answer.ranked if answer.decided is None else answer.decided) for answer in others]),
        ]
        return _line(cells)


def heading() -> str:
    return _line(HEADS)


def ask(name: str, queries: Sequence[Query], way: Callable[[Query], tuple[list[int], list[int] | None]]) -> Asked:
    """Ask every question, timed."""
    answers = []
    for query in queries:
        started = perf_counter()
        ranked, decided = way(query)
        answers.append(Answer(ranked, decided, perf_counter() - started))
    return Asked(name, queries, answers)


def _share(hits: Sequence[bool]) -> str:
    return f"{sum(hits) / len(hits):.3f}" if hits else "–"


def _line(cells: Sequence[str]) -> str:
    first, *rest = (f"{cell:<{WIDTHS[0]}}" if n == 0 else f"{cell:>{WIDTHS[n]}}" for n, cell in enumerate(cells))
    return first + "".join(rest)
