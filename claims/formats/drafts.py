"""The quotations of a checked draft as plain JSON data.

The shape of operations/check_text.py is described here as a protocol, since operations stand above formats.
"""

from collections.abc import Iterable
from typing import Any, Protocol

from claims.formats.traces import Appeared, alteration, appearance_data, differences
from claims.models import Claim
from claims.text.align import Alteration


class Checked(Protocol):
    """One quotation of a draft and what is held of it; see `operations.check_text.Checked`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def speaker(self) -> str: ...
    @property
    def finding(self) -> str: ...
    @property
    def alterations(self) -> tuple[Alteration, ...]: ...
    @property
    def held(self) -> Appeared | None: ...
    @property
    def claim(self) -> Claim | None: ...


def as_data(found: Iterable[Checked]) -> dict[str, Any]:
    """The checked quotations, with nothing that JSON does not have."""
    return {"quotations": [_quotation(one) for one in found]}


def _quotation(one: Checked) -> dict[str, Any]:
    changes: list[dict[str, Any]] = []
    held = None
    if one.held is not None:
        place = one.held.place
        found = differences(one.alterations, place.words, one.words, place.speaker, one.speaker)
        changes = [alteration(change) for change in found]
        held = {**appearance_data(one.held), "claim": _claim(one.claim) if one.claim else None}
    return {
        "start": one.start,
        "end": one.end,
        "words": one.words,
        "speaker": one.speaker or None,
        "finding": str(one.finding),
        "alterations": changes,
        "held": held,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.pk,
        "slug": claim.slug,
        "words": claim.words,
        # A newer judgement that waits for approval leaves these as they are.
        "attribution": claim.attribution_rating.label if claim.attribution_rating else None,
        "accuracy": claim.accuracy_rating.label if claim.accuracy_rating else None,
    }
