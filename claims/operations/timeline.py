"""Where a claim appeared: its appearances in the order of time, each against the earliest known wording."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.models import Claim, Hop, Quotation
from claims.models.timelines import Place, Relation, earliest, in_order, places, relatives, taken_from
from claims.operations.compare import Compared, in_words
from claims.operations.independence import origins
from claims.operations.matching import Asked, asked, of_same_part
from claims.operations.trace import Appearance
from claims.text.fingerprint import normal
from claims.text.resemblance import probability


@dataclass(frozen=True, slots=True)
class Row:
    """One appearance. `carriers` are those by whom it came, from whoever spoke first to whoever told this text.

    `appearance.by` is "claim" for the claim's own quotations and "utterance" for those that are joined with one of
    them and wait for review, or were accepted elsewhere. `is_earliest` where it is, or can be, the earliest known.
    `origin` is its origin's number: those that are not independent of each other have the same.
    """

    appearance: Appearance
    compared: Compared
    carriers: tuple[str, ...]
    is_earliest: bool
    origin: int

    @property
    def place(self) -> Place:
        return self.appearance.place

    @property
    def waits(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.place.state == Quotation.State.SUGGESTED


@dataclass(frozen=True, slots=True)
class Timeline:
    """The appearances of a claim, oldest first. `origins` are how many of them are independent of each other."""

    rows: tuple[Row, ...] = ()
    origins: int = 0

    @property
    def earliest(self) -> tuple[Row, ...]:
        """The earliest known; several where their dates leave it undecided between them."""
        return tuple(row for row in self.rows if row.is_earliest)

    @property
    def waiting(self) -> int:
        """How many of the appearances nobody has reviewed yet."""
        return sum(row.waits for row in self.rows)


def timeline(*, claim: Claim) -> Timeline:
    """Every appearance of a claim: its quotations, and what is joined with them as one utterance.

    The same number of queries however many there are.
    """
    own = set(Quotation.objects.filter(claim=claim).values_list("pk", flat=True))
    if not own:
        return Timeline()
    joined = {pk: how for pk, how in relatives(own, ()).items() if how.by == "utterance"}
    by = joined | dict.fromkeys(own, Relation("claim", is_decided=True))
    found = _once(of_same_part(places(by), by, own), own)
    links = taken_from({place.source_id for place in found})
    ordered = in_order(found, links)
    candidates = earliest(ordered, links)
    first, able = candidates[0], {place.quotation_id for place in candidates}
    against, carriers, origin = _Against(first), _carriers(by), origins(ordered)
    rows = tuple(
        Row(
            *against.compared(place, by[place.quotation_id or 0].by),
            carriers.get(place.quotation_id or 0, ()),
            place.quotation_id in able,
            origin[place.source_id],
        )
        for place in ordered
    )
    return Timeline(rows, len(set(origin.values())))


class _Against:
    """Appearances held against the earliest known; what is printed in the same words is compared once."""

    def __init__(self, first: Place) -> None:
        self._first = first
        self._told: Asked = asked(first.words)
        self._scores: dict[str, float] = {}
        self._compared: dict[tuple[str, str], Compared] = {}

    def compared(self, place: Place, by: str) -> tuple[Appearance, Compared]:
        first = self._first
        appearance = Appearance(place, self._score(place.words), by, (first.words, first.speaker))
        worded = (place.words, place.speaker)
        if worded not in self._compared:
            speakers = (first.speaker, place.speaker)
            self._compared[worded] = in_words(first.words, place.words, appearance.alterations, speakers)
        return appearance, self._compared[worded]

    def _score(self, words: str) -> float:
        if words not in self._scores:
            self._scores[words] = probability(self._told.likeness_to(words))
        return self._scores[words]


def _once(found: Sequence[Place], own: Collection[int]) -> list[Place]:
    """Without what a later capture of a source only has again in the same words, unless it is the claim's own."""
    recaptured = {place.source_id for place in found if place.capture > 1}
    kept = [place for place in found if place.source_id not in recaptured]
    worded: set[tuple[int, str]] = set()
    of_recaptured = (place for place in found if place.source_id in recaptured)
    for place in sorted(of_recaptured, key=lambda p: (p.capture, p.quotation_id not in own, p.start)):
        again = (place.source_id, normal(place.words))
        if place.quotation_id in own or place.capture == 1 or again not in worded:
            kept.append(place)
        worded.add(again)
    return kept


def _carriers(quotations: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Who carried each of some quotations, from the speaker on."""
    found: dict[int, tuple[str, ...]] = {}
    hops = Hop.objects.filter(quotation__in=quotations).order_by("quotation", "position")
    for quotation, who, outlet in hops.values_list("quotation_id", "who", "outlet__name"):
        found[quotation] = (*found.get(quotation, ()), outlet or who)
    return found
