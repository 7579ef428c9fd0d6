"""Which claims a command is to take, as the command line says it: slugs, or what to narrow by, or all."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.base import CommandError
from django.db.models import QuerySet

from claims.management.inputs import USAGE
from claims.models import Claim, Rating, Source, Speaker, Stage
from claims.models.reviews import NARROWED, selected

ALL = "all"
HELP = "slugs of claims; or topic:, speaker:, stage:, rating: or source: and a value; or all"


def selection(terms: Sequence[str]) -> QuerySet[Claim]:
    """The claims that the terms name, by slug.

    Slugs add up. What is narrowed by has to fit together: of one kind any value, of several kinds each. Raises
    CommandError for what names nothing.
    """
    if ALL in terms:
        if len(terms) > 1:
            raise CommandError(f"{ALL} stands alone.", returncode=USAGE)
        return selected({})
    narrowing = [term for term in terms if ":" in term]
    if not narrowing:
        return _named(terms)
    if len(narrowing) < len(terms):
        raise CommandError("Give slugs, or what to narrow by, not both.", returncode=USAGE)
    narrowed: dict[str, list[str]] = {}
    for term in narrowing:
        kind, _, value = term.partition(":")
        _require_known(term, kind, value)
        narrowed.setdefault(kind, []).append(value)
    found = selected(narrowed)
    if not found.exists():
        raise CommandError(f"No claim fits {' '.join(terms)}.", returncode=USAGE)
    return found


def _named(slugs: Iterable[str]) -> QuerySet[Claim]:
    wanted = set(slugs)
    found = selected({}).filter(slug__in=wanted)
    if missing := sorted(wanted - set(found.values_list("slug", flat=True))):
        raise CommandError(f"There is no claim {', '.join(missing)}. A selection is {HELP}.", returncode=USAGE)
    return found


def _require_known(term: str, kind: str, value: str) -> None:
    """Raise CommandError where a term cannot name anything."""
    if kind not in NARROWED:
        raise CommandError(f"{term}: {kind} is none of {', '.join(NARROWED)}.", returncode=USAGE)
    if kind == "stage" and value not in Stage.values:
        raise CommandError(f"{term}: a stage is one of {', '.join(Stage.values)}.", returncode=USAGE)
    held: dict[str, QuerySet[Any]] = {
        "speaker": Speaker.objects.filter(slug=value),
        "rating": Rating.objects.filter(slug=value),
        "source": Source.objects.filter(identifier=value),
    }
    if kind in held and not held[kind].exists():
        raise CommandError(f"{term}: there is no {kind} of that name.", returncode=USAGE)
