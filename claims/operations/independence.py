"""How many of some appearances are independent of each other: what was copied counts with what it was copied from."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from claims.models import Hop, Snapshot
from claims.models.timelines import Place, taken_from
from claims.text.copies import may_be_same_story, runs_around, same_story, sketch, wire_of
from claims.text.fingerprint import normal


def count_origins(found: Sequence[Place]) -> int:
    """How many origins the appearances have."""
    return len(set(origins(found).values()))


def origins(found: Sequence[Place]) -> dict[int, int]:
    """The origin of each source in which the appearances stand, numbered from 1 in their order.

    Those are one origin that stand in one source; of which it is recorded that one took from the other; that name
    the same outlet as the one which had it first (“told CNN”, “Reuters reported”); whose stories name the same wire;
    or whose text around the words is the same.
    """
    groups = _Groups(place.source_id for place in found)
    if len(found) > 1:
        _join(found, groups)
    number: dict[int, int] = {}
    return {place.source_id: number.setdefault(groups.root(place.source_id), len(number) + 1) for place in found}


class _Groups:
    """Sources that belong together, by way of any of them."""

    def __init__(self, members: Iterable[int]) -> None:
        self._of = {member: member for member in members}

    def root(self, member: int) -> int:
        while (parent := self._of[member]) != member:
            member = parent
        return member

    def join(self, one: int, other: int) -> None:
        self._of[self.root(one)] = self.root(other)


def _join(found: Sequence[Place], groups: _Groups) -> None:
    for pair in taken_from({place.source_id for place in found}):
        groups.join(*pair)
    texts = _texts(found)
    for alike in (_by_carrier(found), _by_wire(found, texts)):
        first: dict[str, int] = {}
        for name, source in alike:
            groups.join(first.setdefault(name, source), source)
    _join_copies(found, {snapshot: text for snapshot, (text, _) in texts.items()}, groups)


def _join_copies(found: Sequence[Place], texts: dict[int, str], groups: _Groups) -> None:
    """Join what stands in one story. All pairs are looked at, nearly all of them by their sketches alone."""
    stories: dict[frozenset[int], int] = {}
    for place in found:
        runs = runs_around(texts[place.snapshot_id], place.start, place.end)
        if same_story(runs, runs):  # it is long enough to tell
            groups.join(stories.setdefault(runs, place.source_id), place.source_id)
    sketched = [(runs, sketch(runs), source) for runs, source in stories.items()]
    for (runs, short, source), (others, other_short, other) in combinations(sketched, 2):
        if (
            may_be_same_story(short, other_short)
            and groups.root(source) != groups.root(other)
            and same_story(runs, others)
        ):
            groups.join(source, other)


def _by_carrier(found: Sequence[Place]) -> Iterable[tuple[str, int]]:
    """The outlet nearest to the speaker in each chain, and the source; an outlet's own report is its own carrier."""
    of = {place.quotation_id: place for place in found if place.quotation_id is not None}
    seen: set[int] = set()
    hops = Hop.objects.filter(quotation__in=of, position__gt=0).order_by("quotation", "position")
    for quotation, who, outlet in hops.values_list("quotation_id", "who", "outlet__name"):
        if quotation not in seen:
            seen.add(quotation)
            yield _named(outlet or who), of[quotation].source_id
    for place in found:
        if place.outlet and place.quotation_id not in seen:
            yield _named(place.outlet), place.source_id


def _named(outlet: str) -> str:
    """The name of an outlet as it is compared: “the Vale Herald” is “Vale Herald”."""
    return normal(outlet).removeprefix("the ")


def _by_wire(found: Sequence[Place], texts: dict[int, tuple[str, str]]) -> Iterable[tuple[str, int]]:
    for place in found:
        if wire := wire_of(*texts[place.snapshot_id]):
            yield wire, place.source_id


def _texts(found: Sequence[Place]) -> dict[int, tuple[str, str]]:
    """The text and byline of each capture in which the words appear."""
    rows = Snapshot.objects.filter(pk__in={place.snapshot_id for place in found})
    return {pk: (text, byline) for pk, text, byline in rows.values_list("pk", "text", "source__byline")}
