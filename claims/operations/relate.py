"""Bring quotations that arrive together with what is held: the appearances of one utterance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.models import Appearance, Quotation, Utterance, Wording
from claims.models.timelines import Place, in_order, places, taken_from
from claims.models.wordings import is_telling
from claims.operations.acting import Actor, one_at_a_time, operation
from claims.operations.matching import Match, asked_each, matches_each, voice_of
from claims.operations.permissions import may_check
from claims.text.voices import ALIKE, Verdict, Voice, verdict

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
    numbers = [q.pk for q in quotations]
    # Of words that are quoted in part, others have the part rather than what stands around it.
    asked = [*Quotation.objects.words_of(numbers).items(), *Wording.objects.parts_of(numbers)]
    found: dict[int, list[Match]] = {}
    for (quotation, _), matched in zip(asked, matches_each(asked_each([text for _, text in asked])), strict=True):
        if others := [match for match in matched if match.held.quotation_id not in (None, quotation)]:
            found.setdefault(quotation, []).extend(others)
    return take(likely(found))


def likely(found: Mapping[int, Sequence[Match]]) -> dict[int, list[Likely]]:
    """What the matches of each quotation are worth, now that speakers and days are looked at; the surest first."""
    wanted = {*found, *(match.held.quotation_id or 0 for matched in found.values() for match in matched)}
    where = {place.quotation_id or 0: voice_of(place) for place in places(wanted)} if found else {}
    return {
        quotation: kept
        for quotation, matched in found.items()
        if quotation in where and (kept := _worth(where, quotation, matched))
    }


def _worth(where: Mapping[int, Voice], quotation: int, matched: Sequence[Match]) -> list[Likely]:
    judged = [
        Likely(held, match.score, *_careful(match, *verdict(match.likeness, where[quotation], where[held])))
        for match in matched
        if (held := match.held.quotation_id or 0) in where
    ]
    kept = [row for row in judged if row.verdict != Verdict.LEAVE]
    return sorted(kept, key=lambda row: (row.verdict != Verdict.JOIN, -row.score, row.quotation))


def _careful(match: Match, said: Verdict, reason: str) -> tuple[Verdict, str]:
    """A few words that are quoted in part, “dead on arrival”, join nothing by themselves: a person is asked."""
    if said == Verdict.JOIN and match.held.is_passage and not is_telling(match.held.words):
        return Verdict.PROPOSE, ALIKE
    return said, reason


def take(found: Mapping[int, Sequence[Likely]]) -> list[Appearance]:
    """Write down what was found of some quotations."""
    held: dict[int, set[int]] = {quotation: set() for quotation in found}
    joined = set()
    for row in Appearance.objects.filter(quotation__in=found):
        held[row.quotation_id].add(row.utterance_id)
        if row.standing == Standing.JOINED:
            joined.add(row.quotation_id)
    made = []
    for quotation, likely_ones in found.items():
        if quotation in joined:
            continue
        # One utterance is enough to ask a person about: of a phrase that everybody uses there would be hundreds.
        best = likely_ones[0]
        utterance = _utterance_of(best.quotation)
        joined.add(best.quotation)
        held.setdefault(best.quotation, set()).add(utterance.pk)
        if utterance.pk in held[quotation]:
            continue
        held[quotation].add(utterance.pk)
        made.append(_write(quotation, utterance, best))
        if best.verdict == Verdict.JOIN:
            joined.add(quotation)
            settle_earliest([utterance])
    return made


def _write(quotation: int, utterance: Utterance, found: Likely) -> Appearance:
    return Appearance.objects.create(
        quotation_id=quotation,
        utterance=utterance,
        standing=Standing.JOINED if found.verdict == Verdict.JOIN else Standing.PROPOSED,
        like_id=found.quotation,
        score=found.score,
        reason=found.reason,
    )


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
