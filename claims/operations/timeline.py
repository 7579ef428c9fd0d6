"""Where a claim appeared: its appearances in the order of time, each against the earliest known wording."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.models import Claim, Hop, Quotation
from claims.models.timelines import Place, earliest, in_order, places, relatives, taken_from
from claims.operations.compare import Compared, in_words
from claims.operations.independence import count_origins
from claims.operations.matching import Asked, asked
from claims.operations.trace import Appearance
from claims.text.fingerprint import forms_of, normal
from claims.text.resemblance import likeness, probability


@dataclass(frozen=True, slots=True)
class Row:
    """One appearance. `carriers` are those by whom it came, from whoever spoke first to whoever told this text.

    `appearance.by` is "claim" for the claim's own quotations and "utterance" for those that are joined with one of
    them and wait for review, or were accepted elsewhere. `is_earliest` where it is, or can be, the earliest known.
    """

    appearance: Appearance
    compared: Compared
    carriers: tuple[str, ...]
    is_earliest: bool

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
    by = {pk: how for pk, how in relatives(own, ()).items() if how == "utterance"} | dict.fromkeys(own, "claim")
    found = _once(places(by), own)
    links = taken_from({place.source_id for place in found})
    ordered = in_order(found, links)
    candidates = earliest(ordered, links)
    first, able = candidates[0], {place.quotation_id for place in candidates}
    told, carriers = asked(first.words), _carriers(by)
    rows = tuple(
        _row(first, place, by[place.quotation_id or 0], told, carriers.get(place.quotation_id or 0, ()), able)
        for place in ordered
    )
    return Timeline(rows, count_origins(ordered))


def _row(
    first: Place, place: Place, by: str, told: Asked, carriers: tuple[str, ...], able: Collection[int | None]
) -> Row:
    score = probability(likeness(told.forms, told.after, forms_of(place.words), told.weights))
    appearance = Appearance(place, score, by, (first.words, first.speaker))
    return Row(
        appearance,
        in_words(first.words, place.words, appearance.alterations, (first.speaker, place.speaker)),
        carriers,
        place.quotation_id in able,
    )


def _once(found: Sequence[Place], own: Collection[int]) -> list[Place]:
    """Without what a later capture of a source only has again in the same words, unless it is the claim's own."""
    kept: list[Place] = []
    worded: set[tuple[int, str]] = set()
    for place in sorted(found, key=lambda p: (p.capture, p.quotation_id not in own, p.start)):
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
