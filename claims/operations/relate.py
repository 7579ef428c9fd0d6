"""Bring quotations that arrive together with what is held: the appearances of one utterance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge

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
    texts = list(dict.fromkeys(text for _, text in asked))  # a text can say the same hundreds of times
    matched = dict(zip(texts, map(_likeliest_first, matches_each(asked_each(texts))), strict=True))
    found: dict[int, list[Sequence[Match]]] = {}
    for quotation, text in asked:
        if matched[text]:
            found.setdefault(quotation, []).append(matched[text])
    return _take(_likely(found))


def _likeliest_first(matched: Iterable[Match]) -> list[Match]:
    """The matches that are quotations."""
    return sorted((match for match in matched if match.held.quotation_id is not None), key=_rank)


def _rank(match: Match) -> tuple[float, int]:
    return -match.score, match.held.quotation_id or 0


def _likely(found: Mapping[int, Sequence[Sequence[Match]]]) -> dict[int, Likely]:
    """Of the matches of each quotation the surest, now that speakers and days are looked at; each likeliest first."""
    lists = {id(matched): matched for several in found.values() for matched in several}
    wanted = {*found, *(match.held.quotation_id or 0 for matched in lists.values() for match in matched)}
    where = {place.quotation_id or 0: voice_of(place) for place in places(wanted)} if found else {}
    return {
        quotation: best
        for quotation, several in found.items()
        if quotation in where and (best := _best(where, quotation, merge(*several, key=_rank)))
    }


def _best(where: Mapping[int, Voice], quotation: int, matched: Iterable[Match]) -> Likely | None:
    """The first that joins, else the first that may be the same: they come likeliest first."""
    proposed = None
    for match in matched:
        held = match.held.quotation_id or 0
        if held == quotation or held not in where:
            continue
        said, reason = _careful(match, *verdict(match.likeness, where[quotation], where[held]))
        if said == Verdict.JOIN:
            return Likely(held, match.score, said, reason)
        if said == Verdict.PROPOSE and proposed is None:
            proposed = Likely(held, match.score, said, reason)
    return proposed


def _careful(match: Match, said: Verdict, reason: str) -> tuple[Verdict, str]:
    """A few words that are quoted in part, “dead on arrival”, join nothing by themselves: a person is asked."""
    if said == Verdict.JOIN and match.held.is_passage and not is_telling(match.held.words):
        return Verdict.PROPOSE, ALIKE
    return said, reason


def _take(found: Mapping[int, Likely]) -> list[Appearance]:
    """Write down what was found of some quotations, all in a few statements."""
    wanted = [*found, *(best.quotation for best in found.values())]
    standing = Appearance.objects.standing_of(wanted)
    held = {(quotation, utterance) for quotation, utterance, _ in standing}
    joined = {quotation: utterance for quotation, utterance, how in standing if how == Standing.JOINED}
    known = Utterance.objects.among(set(joined.values())).in_bulk()
    utterance_of = {quotation: known[utterance] for quotation, utterance in joined.items()}
    made: list[Appearance] = []
    fresh, grown = [], []
    for quotation, best in found.items():
        if quotation in utterance_of:
            continue
        # One utterance is enough to ask a person about: of a phrase that everybody uses there would be hundreds.
        utterance = utterance_of.get(best.quotation)
        if utterance is None:
            utterance = utterance_of[best.quotation] = Utterance(earliest_id=best.quotation)
            fresh.append(utterance)
            made.append(Appearance(quotation_id=best.quotation, utterance=utterance, standing=Standing.JOINED))
        if (quotation, utterance.pk) in held:
            continue
        made.append(_appearance(quotation, utterance, best))
        if best.verdict == Verdict.JOIN:
            utterance_of[quotation] = utterance
            grown.append(utterance)
    Utterance.objects.bulk_create(fresh)
    Appearance.objects.bulk_create(made)
    if grown:
        settle_earliest(list(dict.fromkeys(grown)))
    return made


def _appearance(quotation: int, utterance: Utterance, found: Likely) -> Appearance:
    return Appearance(
        quotation_id=quotation,
        utterance=utterance,
        standing=Standing.JOINED if found.verdict == Verdict.JOIN else Standing.PROPOSED,
        like_id=found.quotation,
        score=found.score,
        reason=found.reason,
    )


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
