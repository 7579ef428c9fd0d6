"""Bring quotations that arrive together with what is held: the appearances of one utterance."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.models import Appearance, Quotation, Utterance
from claims.models.timelines import Place, in_order, places, taken_from
from claims.operations.acting import Actor, one_at_a_time, operation
from claims.operations.matching import Match, asked, matches, voice_of
from claims.operations.permissions import may_check
from claims.text.voices import Verdict, verdict

Standing = Appearance.Standing


@dataclass(frozen=True, slots=True)
class Likely:
    """A held quotation that an arrived one is, or may be, another appearance of."""

    quotation: int
    score: float
    verdict: Verdict
    reason: str


@operation(may_check)
def relate(*, actor: Actor, quotations: Sequence[Quotation]) -> list[Appearance]:
    """Join each quotation to the utterance that it is surely an appearance of; propose the one that it may be of.

    What is joined already, and what a person declined, is left alone. Returns the rows that were made.
    """
    if not quotations:
        return []
    one_at_a_time("relate")
    made = []
    for quotation, words in Quotation.objects.words_of([q.pk for q in quotations]).items():
        found = [match for match in matches(asked(words)) if match.held.quotation_id not in (None, quotation)]
        made += take(quotation, likely(quotation, found))
    return made


def likely(quotation: int, found: Sequence[Match]) -> list[Likely]:
    """What each match is worth, now that speakers and days are looked at; the surest first."""
    if not found:
        return []
    where = {place.quotation_id: place for place in places({quotation, *(m.held.quotation_id or 0 for m in found)})}
    if quotation not in where:
        return []
    mine = voice_of(where[quotation])
    judged = [
        Likely(held, match.score, *verdict(match.likeness, mine, voice_of(where[held])))
        for match in found
        if (held := match.held.quotation_id or 0) in where
    ]
    kept = [row for row in judged if row.verdict != Verdict.LEAVE]
    return sorted(kept, key=lambda row: (row.verdict != Verdict.JOIN, -row.score, row.quotation))


def take(quotation: int, found: Sequence[Likely]) -> list[Appearance]:
    """Write down what was found of one quotation."""
    held = Appearance.objects.filter(quotation=quotation)
    if not found or held.joined().exists():
        return []
    seen = set(held.values_list("utterance_id", flat=True))
    made: list[Appearance] = []
    for row in found:
        utterance = _utterance_of(row.quotation)
        if utterance.pk in seen:
            continue
        seen.add(utterance.pk)
        joins = row.verdict == Verdict.JOIN
        made.append(
            Appearance.objects.create(
                quotation_id=quotation,
                utterance=utterance,
                standing=Standing.JOINED if joins else Standing.PROPOSED,
                like_id=row.quotation,
                score=row.score,
                reason=row.reason,
            )
        )
        if joins:
            settle_earliest([utterance])
            break
    return made


def _utterance_of(quotation: int) -> Utterance:
    """The utterance that a held quotation is an appearance of; a new one where it had none."""
    joined = Appearance.objects.joined().filter(quotation=quotation).select_related("utterance").first()
    if joined is not None:
        return joined.utterance
    utterance = Utterance.objects.create(earliest_id=quotation)
    Appearance.objects.create(quotation_id=quotation, utterance=utterance, standing=Standing.JOINED)
    return utterance


def settle_earliest(utterances: Sequence[Utterance]) -> None:
    """Set the earliest known appearance of some utterances anew; the history keeps what it was."""
    members = Appearance.objects.joined().filter(utterance__in=utterances).values_list("utterance_id", "quotation_id")
    of: dict[int, list[int]] = {}
    for number, quotation in members:
        of.setdefault(number, []).append(quotation)
    where = {place.quotation_id: place for place in places([q for group in of.values() for q in group])}
    for utterance in utterances:
        first = first_of([where[q] for q in of.get(utterance.pk, ()) if q in where])
        earliest = first.quotation_id if first is not None else None
        if earliest is not None and earliest != utterance.earliest_id:
            utterance.earliest_id = earliest
            utterance.save(update_fields=["earliest"])


def first_of(found: Sequence[Place]) -> Place | None:
    """The earliest known of some appearances, the first in order where their dates leave it open."""
    return next(iter(in_order(found, taken_from({place.source_id for place in found}))), None)
