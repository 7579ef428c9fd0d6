"""The records of a kind that have some words: bounded, since nobody reads thousands, and told where there are more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from claims.models.claims import Claim
from claims.models.evidence import Evidence
from claims.models.outlets import Outlet
from claims.models.quotations import Quotation
from claims.models.searches import Sought
from claims.models.sources import Snapshot, Source
from claims.models.speakers import Speaker
from claims.models.utterances import Appearance
from claims.models.verification import Verification
from claims.models.wordings import Wording

MOST_FOUND = 5_000
Ids = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of records that have the words; `is_more` where there are others, which nobody has looked for."""

    ids: tuple[int, ...]
    is_more: bool


def _quotations(sought: Sought) -> Sequence[Ids]:
    said = Wording.objects.of_quotations(sought).values_list("quotation", flat=True)
    return said, Quotation.objects.by(sought).order_by().values_list("pk", flat=True)


def _claims(sought: Sought) -> Sequence[Ids]:
    said = Wording.objects.of_claims(sought).values_list("claim", flat=True)
    return said, Claim.objects.by(sought).order_by().values_list("pk", flat=True)


def _speakers(sought: Sought) -> Sequence[Ids]:
    return (Speaker.objects.named(sought).order_by().values_list("pk", flat=True),)


def _sources(sought: Sought) -> Sequence[Ids]:
    titled, outlets = Source.objects.titled(sought), Outlet.objects.named(sought).order_by().values("pk")
    published = Source.objects.filter(outlet__in=outlets)
    return tuple(found.order_by().values_list("pk", flat=True) for found in (titled, published))


def _snapshots(sought: Sought) -> Sequence[Ids]:
    return tuple(
        Snapshot.objects.filter(source__in=s).order_by().values_list("pk", flat=True) for s in _sources(sought)
    )


def _of_claims(model: type[Verification] | type[Evidence]) -> Callable[[Sought], Sequence[Ids]]:
    """What hangs on claims that have the words."""

    def found(sought: Sought) -> Sequence[Ids]:
        held: QuerySet[Any] = model._default_manager.all()
        return tuple(held.filter(claim__in=c).order_by().values_list("pk", flat=True) for c in _claims(sought))

    return found


def _appearances(sought: Sought) -> Sequence[Ids]:
    """Those of the quotations that are found: of so many of these at most."""
    quotations = Quotation.objects.among(found(Quotation, sought).ids)
    return (Appearance.objects.filter(quotation__in=quotations).order_by().values_list("pk", flat=True),)


FINDERS: dict[type[Any], Callable[[Sought], Sequence[Ids]]] = {
    Quotation: _quotations,
    Claim: _claims,
    Speaker: _speakers,
    Source: _sources,
    Snapshot: _snapshots,
    Verification: _of_claims(Verification),
    Evidence: _of_claims(Evidence),
    Appearance: _appearances,
}


def found(model: type[Any], sought: Sought, most: int = MOST_FOUND) -> Found:
    """The records of a model that have the words, `most` of them at most."""
    several = chain.from_iterable(ids[: most + 1] for ids in FINDERS[model](sought))
    ids = tuple(dict.fromkeys(several))
    return Found(ids[:most], len(ids) > most)
