"""A quotation beside the other appearances of what it says: which is the earliest known, and what it altered."""

from dataclasses import dataclass

from claims.models import Quotation
from claims.models.timelines import Place, earliest, in_order, places, relatives, taken_from
from claims.operations.compare import Compared, compare
from claims.operations.matching import of_same_part


@dataclass(frozen=True, slots=True)
class Beside:
    """The other appearances, oldest first.

    `earliest` is the earliest known of all, or several where their dates leave it undecided; `compared` is the
    quotation against the first of them, None where it is that itself.
    """

    others: tuple[Place, ...] = ()
    earliest: tuple[Place, ...] = ()
    compared: Compared | None = None

    @property
    def first(self) -> Place | None:
        """The appearance that the quotation is held against."""
        return self.earliest[0] if self.earliest else None

    @property
    def claims(self) -> set[int]:
        """The numbers of the claims that the others were accepted as."""
        return {place.claim_id for place in self.others if place.claim_id is not None}


def beside(*, quotation: Quotation) -> Beside:
    """What is known besides a quotation: of its claim, of its utterance. As many queries however much it is."""
    known = relatives({quotation.pk}, ())
    found = of_same_part(places({*known, quotation.pk}), known, {quotation.pk})
    others = [place for place in found if place.quotation_id != quotation.pk]
    own = next((place for place in found if place.quotation_id == quotation.pk), None)
    if not others or own is None:
        return Beside()
    links = taken_from({place.source_id for place in found})
    ordered = in_order(found, links)
    first = earliest(ordered, links)
    against = None if first[0] is own else compare(first[0].words, own.words, (first[0].speaker, own.speaker))
    return Beside(tuple(place for place in ordered if place is not own), tuple(first), against)
