"""Search by words over all that is held: what a person types, what is found, where the words stand in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from claims.models import Claim, Quotation, Source, Speaker
from claims.models.facets import FACETS, Hits, search_all
from claims.models.finding import Found, found
from claims.models.searches import Sought
from claims.models.wordings import is_pending
from claims.operations.wordings import index_pending
from claims.text.queries import QueryError, Term, beginnings, found_in, parse

PER_PAGE = 25
SHOWN = 300  # characters of a wording
BEFORE = 60  # of them before the first word that was found
MOST_PAGES = 40  # of what was found: further on nobody reads, but adds a word
READ: Mapping[str, Any] = {
    "quotation": Quotation.objects.for_list,
    "claim": Claim.objects.for_list,
    "speaker": lambda: Speaker.objects.prefetch_related("names"),
    "source": Source.objects.for_list,
}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: as it was typed, its terms, and in the language of the database."""

    typed: str
    terms: tuple[Term, ...]
    sought: Sought


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a shown text, and whether it is what was looked for."""

    text: str
    is_found: bool


def query(typed: str) -> Query | None:
    """What a person typed, understood; None where that is nothing. Raises ValidationError, at `q`, where it cannot."""
    try:
        terms = parse(typed)
    except QueryError as error:
        raise ValidationError({"q": str(error)}) from error
    return Query(typed.strip(), terms, Sought.of(terms)) if terms else None


def query_by_beginnings(typed: str) -> Query | None:
    """The same for a field in which parts of names are typed: each word is the beginning of one."""
    terms = beginnings(typed)
    return Query(typed.strip(), terms, Sought.of(terms)) if terms else None


def search(*, asked: Query, narrowed: Mapping[str, str], page: int = 1) -> Hits:
    """A page of what has the words, the shortest wording first, with how many there are by kind, outlet and so on.

    `narrowed` are values of facets that all of it has. What arrived meanwhile is in the index then.
    """
    _index_what_arrived()
    known = {facet: value for facet, value in narrowed.items() if facet in FACETS and value}
    return search_all(asked.sought, known, PER_PAGE, (page - 1) * PER_PAGE)


def records_of(hits: Hits) -> list[tuple[str, Any]]:
    """The records of a page in its order, each with its kind; one query or two for each kind."""
    records = {
        (kind, record.pk): record
        for kind, read in READ.items()
        if (ids := [pk for of, pk in hits.rows if of == kind])
        for record in read().filter(pk__in=ids)
    }
    return [(row[0], records[row]) for row in hits.rows if row in records]


def records_with(model: type[Any], asked: Query) -> Found:
    """The records of one kind that have the words, for its list; what arrived meanwhile is in the index then too."""
    _index_what_arrived()
    return found(model, asked.sought)


def _index_what_arrived() -> None:
    if is_pending():
        index_pending()


def highlighted(text: str, terms: Sequence[Term]) -> list[Stretch]:
    """A text, or the part of a long one around the first word that was found, in pieces."""
    spans = found_in(text, terms)
    first = max(0, spans[0].start - BEFORE) if spans and len(text) > SHOWN else 0
    last = min(len(text), first + SHOWN)
    pieces = [Stretch("…", is_found=False)] if first else []
    at = first
    for span in spans:
        if span.end > last:
            break
        pieces += [Stretch(text[at : span.start], is_found=False), Stretch(span.of(text), is_found=True)]
        at = span.end
    pieces.append(Stretch(text[at:last] + ("…" if last < len(text) else ""), is_found=False))
    return [piece for piece in pieces if piece.text]
