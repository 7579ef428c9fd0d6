"""Relate a whole corpus at once: which quotations are appearances of one utterance, in the order of time."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

from claims.models import Appearance, Quotation, ShingleCount, SourceLink, Utterance
from claims.models.streams import Said, in_time
from claims.models.timelines import TAKEN_FROM
from claims.models.wordings import known
from claims.operations.acting import Actor, acting, one_at_a_time, require
from claims.operations.apart import in_batches
from claims.operations.permissions import may_check
from claims.operations.relate import settle_earliest
from claims.operations.wordings import index_pending, is_counted_long_ago, recount
from claims.text.clusters import Found, Heard
from claims.text.voices import Verdict, Voice

BATCH = 5000
Standing = Appearance.Standing


@dataclass(slots=True)
class Clustered:
    """What became of the quotations of a run."""

    quotations: int = 0
    joined: int = 0
    proposed: int = 0
    utterances: int = 0


def cluster(*, actor: Actor, advance: Callable[[int], object] = lambda _: None) -> Clustered:
    """Join every quotation to the utterance that it is surely an appearance of, oldest first; propose likely ones.

    What is joined or declined already stays. Each batch is a transaction: interrupted, the next run goes on and
    comes to the same. `advance` is told of every batch.
    """
    require(may_check, actor, "cluster")
    index_pending()
    if is_counted_long_ago():
        recount()
    before = known([])
    common = dict(ShingleCount.objects.values_list("shingle", "held"))
    done = Clustered()
    utterances: dict[int, int] = {}  # of each group that has one; a group has the number of its first quotation
    known_before: dict[int, int] = {}
    heard = map(_heard, in_time())
    with closing(in_batches(heard, BATCH, before.rarity, common, ShingleCount.LEAST)) as batches:
        for batch, found in batches:
            for one in batch:
                if one.utterance is not None:
                    utterances[known_before.setdefault(one.utterance, one.quotation)] = one.utterance
            with acting(actor, "cluster"):
                _write(utterances, found, done)
            done.quotations += len(batch)
            advance(len(batch))
    with acting(actor, "cluster"):
        _settle_copies()
    return done


def _heard(said: Said) -> Heard:
    voice = Voice(said.speaker, said.name, said.is_person, said.day)
    return Heard(said.quotation, (said.words, *(said.parts or ())), voice, said.utterance)


def _write(utterances: dict[int, int], found: Sequence[tuple[int, Found]], done: Clustered) -> None:
    one_at_a_time("relate")
    without = {row.group for _, row in found} - utterances.keys()
    decided = Appearance.objects.standing_of([*(quotation for quotation, _ in found), *without])
    busy = {quotation: utterance for quotation, utterance, standing in decided if standing == Standing.JOINED}
    utterances |= {first: busy[first] for first in without & busy.keys()}  # by another since it was read
    refused = {(quotation, utterance) for quotation, utterance, _ in decided}
    rows = [
        (quotation, row)
        for quotation, row in found
        if quotation not in busy and (quotation, utterances.get(row.group)) not in refused
    ]
    fresh = sorted({row.group for _, row in rows} - utterances.keys())
    utterances |= dict(zip(fresh, Utterance.objects.made_of(fresh), strict=True))
    joined = [quotation for quotation, row in rows if row.verdict == Verdict.JOIN]
    Appearance.objects.write(
        [
            *((first, utterances[first], Standing.JOINED, None, None, "") for first in fresh),
            *(
                (
                    quotation,
                    utterances[row.group],
                    Standing.JOINED if row.verdict == Verdict.JOIN else Standing.PROPOSED,
                    row.like,
                    row.score,
                    row.reason,
                )
                for quotation, row in rows
            ),
        ]
    )
    done.utterances += len(fresh)
    done.joined += len(joined)
    done.proposed += len(rows) - len(joined)


def _settle_copies() -> None:
    """Where it is recorded that one source took from another, the order of time alone does not say which was first."""
    linked = SourceLink.objects.filter(kind__in=TAKEN_FROM).values("from_source")
    touched = Quotation.objects.filter(snapshot__source__in=linked, appearances__standing=Standing.JOINED)
    settle_earliest(list(Utterance.objects.filter(appearances__quotation__in=touched).distinct()))
