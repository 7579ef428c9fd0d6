"""Relate a whole corpus at once: which quotations are appearances of one utterance, in the order of time."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from claims.models import Appearance, Quotation, ShingleCount, SourceLink, Utterance
from claims.models.streams import Said, in_time
from claims.models.timelines import TAKEN_FROM
from claims.models.wordings import known
from claims.operations.acting import Actor, acting, one_at_a_time, require
from claims.operations.permissions import may_check
from claims.operations.relate import settle_earliest
from claims.operations.wordings import index_pending, recount
from claims.text.clusters import Clusters, Found
from claims.text.voices import Verdict, Voice

BATCH = 5000
# The name by which an utterance is known, made of its first appearance: a run that starts again finds the same.
NAMESPACE = uuid.UUID("5d1f9b0e-6c0e-4d3b-9a57-2f1c7f5e9a10")
Standing = Appearance.Standing


@dataclass(slots=True)
class Clustered:
    """What became of the quotations of a run."""

    quotations: int = 0
    joined: int = 0
    proposed: int = 0
    utterances: int = 0


@dataclass(slots=True)
class _Groups:
    """The utterance of each group that has one; a group has the number of its first quotation."""

    utterances: dict[int, int] = field(default_factory=dict)
    group_of: dict[int, int] = field(default_factory=dict)


def cluster(*, actor: Actor, advance: Callable[[int], object] = lambda _: None) -> Clustered:
    """Join every quotation to the utterance that it is surely an appearance of, oldest first; propose likely ones.

    What is joined or declined already stays. Each batch is a transaction: interrupted, the next run goes on and
    comes to the same. `advance` is told of every batch.
    """
    require(may_check, actor, "cluster")
    index_pending()
    recount()
    before = known([])
    common = dict(ShingleCount.objects.values_list("shingle", "held"))
    clusters = Clusters(before.rarity, common, ShingleCount.LEAST)
    done, groups = Clustered(), _Groups()
    stream = in_time()
    while batch := list(islice(stream, BATCH)):
        found = list(_taken(clusters, groups, batch))
        with acting(actor, "cluster"):
            _write(groups, found, done)
        done.quotations += len(batch)
        advance(len(batch))
    with acting(actor, "cluster"):
        _settle_copies()
    return done


def _taken(clusters: Clusters, groups: _Groups, batch: Iterable[Said]) -> Iterator[tuple[Said, Found]]:
    """The quotations of a batch of which something was found. Those that are joined already are only taken in."""
    for said in batch:
        group = None
        if said.utterance is not None:
            group = groups.group_of.setdefault(said.utterance, said.quotation)
            groups.utterances[group] = said.utterance
        voice = Voice(said.speaker, said.name, said.is_person, said.day)
        found = clusters.add(said.quotation, said.words, said.shingles, voice, group)
        if found is not None:
            yield said, found


def _write(groups: _Groups, found: Iterable[tuple[Said, Found]], done: Clustered) -> None:
    found = list(found)
    one_at_a_time("relate")
    rows = {said.quotation: (said, row) for said, row in found}
    seen = set(
        Appearance.objects.filter(quotation__in=rows).values_list("quotation_id", "utterance__earliest_id", "standing")
    )
    busy = {quotation for quotation, _, standing in seen if standing == Standing.JOINED}
    rows = {quotation: row for quotation, row in rows.items() if quotation not in busy}
    fresh = sorted({row.group for _, row in rows.values()} - groups.utterances.keys())
    made = Utterance.objects.bulk_create(
        Utterance(identifier=uuid.uuid5(NAMESPACE, str(first)), earliest_id=first) for first in fresh
    )
    groups.utterances |= {utterance.earliest_id: utterance.pk for utterance in made}
    firsts = [Appearance(quotation_id=u.earliest_id, utterance=u, standing=Standing.JOINED) for u in made]
    others = [
        Appearance(
            quotation_id=quotation,
            utterance_id=groups.utterances[row.group],
            standing=Standing.JOINED if row.verdict == Verdict.JOIN else Standing.PROPOSED,
            like_id=row.like,
            score=row.score,
            reason=row.reason,
        )
        for quotation, (_, row) in rows.items()
    ]
    Appearance.objects.bulk_create([*firsts, *others], ignore_conflicts=True)
    done.utterances += len(made)
    done.joined += sum(row.standing == Standing.JOINED for row in others)
    done.proposed += sum(row.standing == Standing.PROPOSED for row in others)


def _settle_copies() -> None:
    """Where it is recorded that one source took from another, the order of time alone does not say which was first."""
    linked = SourceLink.objects.filter(kind__in=TAKEN_FROM).values("from_source")
    touched = Quotation.objects.filter(snapshot__source__in=linked, appearances__standing=Standing.JOINED)
    settle_earliest(list(Utterance.objects.filter(appearances__quotation__in=touched).distinct()))
