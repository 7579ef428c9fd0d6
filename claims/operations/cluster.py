"""Relate a whole corpus at once: which quotations are appearances of one utterance, in the order of time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from claims.models import Appearance, Quotation, ShingleCount, SourceLink, Utterance
from claims.models.streams import Said, in_time
from claims.models.timelines import TAKEN_FROM
from claims.models.wordings import known
from claims.operations.acting import Actor, acting, one_at_a_time, require
from claims.operations.permissions import may_check
from claims.operations.relate import settle_earliest
from claims.operations.wordings import index_pending, is_counted_long_ago, recount
from claims.text.clusters import Clusters, Found
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
    if is_counted_long_ago():
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
        found = clusters.add(said.quotation, said.words, voice, group)
        if found is not None:
            yield said, found


def _write(groups: _Groups, found: Sequence[tuple[Said, Found]], done: Clustered) -> None:
    one_at_a_time("relate")
    decided = Appearance.objects.filter(quotation__in=[said.quotation for said, _ in found])
    busy = set(decided.joined().values_list("quotation", flat=True))
    refused = set(decided.values_list("quotation", "utterance"))
    rows = [
        (said.quotation, row)
        for said, row in found
        if said.quotation not in busy and (said.quotation, groups.utterances.get(row.group)) not in refused
    ]
    fresh = sorted({row.group for _, row in rows} - groups.utterances.keys())
    groups.utterances |= dict(zip(fresh, Utterance.objects.made_of(fresh), strict=True))
    joined = [quotation for quotation, row in rows if row.verdict == Verdict.JOIN]
    Appearance.objects.write(
        [
            *((first, groups.utterances[first], Standing.JOINED, None, None, "") for first in fresh),
            *(
                (
                    quotation,
                    groups.utterances[row.group],
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
