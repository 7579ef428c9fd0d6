"""The marks of an axis of time: days, months or years, as many as fit, at round places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

DAYS, MONTHS, YEARS = (1, 2, 7, 14), (1, 2, 3, 6), (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

HALF_LETTER = 3  # half the width of a letter of a label, in units of the picture


@dataclass(frozen=True, slots=True)
class Tick:
    x: int
    label: str

    @property
    def at_edge(self) -> bool:
        """Whether its label, in the middle under it, would be cut off at the left."""
        return self.x < HALF_LETTER * len(self.label)

    @property
    def label_x(self) -> int:
        return 0 if self.at_edge else self.x

    @property
    def anchor(self) -> str:
        return "start" if self.at_edge else "middle"


def ticks(first: date, last: date, x: Callable[[date], int], most: int) -> list[Tick]:
    """At most so many marks between two days, where `x` says. Of days the first says its year."""
    long = (last - first).days
    for step in DAYS:
        if long / step <= most:
            days = list(_days(first, last, step))
            years = [f" {day.year}" if day is days[0] else "" for day in days]
            return [Tick(x(day), f"{day.day} {day:%b}{year}") for day, year in zip(days, years, strict=True)]
    for step in MONTHS:
        if long / (30.4 * step) <= most:
            return [Tick(x(day), f"{day:%b} {day.year}") for day in _months(first, last, step)]
    fitting = next((step for step in YEARS if long / (365.2 * step) <= most), YEARS[-1])
    return [Tick(x(day), str(day.year)) for day in _months(first, last, fitting * 12)]


def _days(first: date, last: date, step: int) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        if last - day < timedelta(days=step):
            return
        day += timedelta(days=step)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """The first day of every so many months, counted from the year 0."""
    count = -(-(first.year * 12 + first.month - (first.day == 1)) // step) * step
    while count // 12 <= MAXYEAR and (day := date(count // 12, count % 12 + 1, 1)) <= last:
        yield day
        count += step
