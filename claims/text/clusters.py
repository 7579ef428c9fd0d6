"""Quotations gathered into utterances one after the other, oldest first: what came before is known, what comes is not.

Each is looked up by the runs of words that it shares with earlier groups, so the work grows little faster than the
number of quotations. What is found depends on the order alone: the same quotations give the same utterances.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.text.rarity import Rarity
from claims.text.resemblance import likeness, probability
from claims.text.voices import ANOTHER_SPEAKER, MOSTLY_ANOTHERS, Verdict, Voice, may_be_same, other_voice, verdict

# A run that more groups have than this finds everything and tells nothing.
TOO_COMMON = 8
# A wording with so many runs of three words in common with a group, and half of the shorter one's, belongs to it
# without a closer look.
PLAIN_RUNS, PLAIN_SHARE = 8, 0.5
# With fewer than this in common no closer look finds two wordings to be one, unless the shorter has hardly more; nor
# with so small a share of the shorter one's.
FEWEST_RUNS, SHORT_RUNS, LEAST_SHARE = 3, 6, 0.25
FEWEST_WORDS = 0.65
LOOKED_AT = 3
# Of the wordings of a group so many are kept to be looked at.
KEPT = 4


class Found(NamedTuple):
    """What an earlier wording is to a quotation: joined to its group, or proposed, and why not joined."""

    like: int
    group: int
    verdict: Verdict
    score: float
    reason: str


@dataclass(slots=True)
class Group:
    """The wordings that were found to be one: the number of the first quotation, and how many runs the longest has."""

    number: int
    runs: int
    kept: list[tuple[int, str, Voice]]


class Clusters:
    """The groups so far. A group has the number of its first quotation."""

    def __init__(self, rarity: Rarity, common: Mapping[int, int], least: int) -> None:
        """`common` says in how many wordings hashed runs are; one that it does not know is in fewer than `least`."""
        self._rarity, self._common, self._least = rarity, common, least
        self._groups: dict[int, Group] = {}
        self._same: dict[str, list[int]] = {}
        # The groups that have a run; none at all for one that too many have.
        self._having: dict[int, int | tuple[int, ...]] = {}

    def add(self, quotation: int, wordings: Sequence[str], voice: Voice, group: int | None) -> Found | None:
        """Take a quotation in, and say what it is to an earlier one. `group` is given where that is decided.

        Where it has words outside the marks too, `wordings` are all it says and then each part that it quotes.
        """
        best: Found | None = None
        read = []
        for words in wordings:
            same = self._same.get(words)
            if same is not None and group is None and (found := self._again(words, voice, same)) is not None:
                if len(wordings) == 1:
                    return found
            else:
                forms = words.split(" ")
                # Python's own hashes do here: they never leave this process.
                runs = list(map(hash, zip(forms, forms[1:], forms[2:], strict=False))) or [hash(words)]
                having = list(map(self._having.get, runs))
                read.append((words, runs, having))
                found = self._found(forms, runs, having, voice) if group is None else None
            if found is not None and (best is None or _rank(found) > _rank(best)):
                best = found
        if best is not None and best.verdict == Verdict.JOIN:
            group = best.group
        own = quotation if group is None else group
        for words, runs, having in read:
            if own not in self._same.setdefault(words, []):
                self._same[words].append(own)
                self._keep(own, (quotation, words, voice), runs, having)
        return best

    def _again(self, words: str, voice: Voice, same: Sequence[int]) -> Found | None:
        """The group that has just these words, many of them, and no other speaker."""
        if words.count(" ") < PLAIN_RUNS + 1:
            return None
        for number in same:
            for like, held, said_by in self._groups[number].kept:
                if held == words and not _differs(voice, said_by):
                    return Found(like, number, Verdict.JOIN, 1.0, "")
        return None

    def _keep(
        self,
        own: int,
        wording: tuple[int, str, Voice],
        runs: Sequence[int],
        having: Iterable[int | tuple[int, ...] | None],
    ) -> None:
        group = self._groups.setdefault(own, Group(own, 0, []))
        group.runs = max(group.runs, len(runs))
        if len(group.kept) < KEPT:
            group.kept.append(wording)
        fresh = []
        for run, known in zip(runs, having, strict=True):
            if known is None:
                fresh.append(run)
            elif isinstance(known, int):
                if known != own:
                    self._having[run] = (known, own)
            elif known and own not in known:
                self._having[run] = (*known, own) if len(known) < TOO_COMMON else ()
        self._having.update(dict.fromkeys(fresh, own))

    def _found(
        self, forms: Sequence[str], runs: Sequence[int], having: Sequence[int | tuple[int, ...] | None], voice: Voice
    ) -> Found | None:
        best: Found | None = None
        after: Sequence[float] | None = None
        for number, shared in self._sharing(len(runs), having):
            group = self._groups[number]
            if shared >= PLAIN_RUNS and shared >= PLAIN_SHARE * min(len(runs), group.runs) and _is_varied(runs, shared):
                found: Found | None = _plainly(forms, voice, group)
            elif _hopeless(forms, group):
                continue
            else:
                after = after or self._rarity.after(forms, self._common, self._least)
                found = self._judged(forms, after, voice, group)
            if found is not None and (best is None or _rank(found) > _rank(best)):
                best = found
            if best is not None and best.verdict == Verdict.JOIN:
                break
        return best

    def _sharing(self, own: int, having: Iterable[int | tuple[int, ...] | None]) -> list[tuple[int, int]]:
        """The groups to look at, with how many runs they share, most first."""
        counts: dict[int, int] = {}
        for known in having:
            if known is None:
                continue
            if isinstance(known, int):
                counts[known] = counts.get(known, 0) + 1
            else:
                for number in known:
                    counts[number] = counts.get(number, 0) + 1
        likely = []
        for number, shared in counts.items():
            fewer = min(own, self._groups[number].runs)
            if shared >= FEWEST_RUNS:
                if shared >= LEAST_SHARE * fewer:
                    likely.append((number, shared))
            elif fewer <= SHORT_RUNS and shared >= PLAIN_SHARE * fewer:
                likely.append((number, shared))
        if len(likely) > 1:
            likely.sort(key=lambda row: (-row[1], row[0]))
        return likely[:LOOKED_AT]

    def _judged(self, forms: Sequence[str], after: Sequence[float], voice: Voice, group: Group) -> Found | None:
        """What a group is by the wording that is likest, of those that are kept."""
        best: Found | None = None
        for quotation, words, said_by in group.kept:
            found = likeness(forms, after, words.split(" "), self._rarity)
            if not may_be_same(found):
                continue
            said, reason = verdict(found, voice, said_by)
            if said != Verdict.LEAVE:
                row = Found(quotation, group.number, said, probability(found), reason)
                best = row if best is None or _rank(row) > _rank(best) else best
        return best


class Heard(NamedTuple):
    """One quotation: the forms of its words, then of what it quotes to the letter where it has other words too; who
    says it; and the utterance that it is joined to, None for none.
    """

    quotation: int
    wordings: tuple[str, ...]
    voice: Voice
    utterance: int | None


class Gathering:
    """The groups so far; what is joined already leads its utterance's group."""

    def __init__(self, rarity: Rarity, common: Mapping[int, int], least: int) -> None:
        """As `Clusters` is begun."""
        self._clusters = Clusters(rarity, common, least)
        self._group_of: dict[int, int] = {}

    def take(self, batch: Iterable[Heard]) -> list[tuple[int, Found]]:
        """Take a batch in: the quotations of which something was found, with what it is."""
        found = []
        for quotation, wordings, voice, utterance in batch:
            group = None if utterance is None else self._group_of.setdefault(utterance, quotation)
            row = self._clusters.add(quotation, wordings, voice, group)
            if row is not None:
                found.append((quotation, row))
        return found


def _is_varied(runs: Sequence[int], shared: int) -> bool:
    """Whether so many runs of a wording are shared, each counted once: a refrain repeats one of them."""
    return shared - (len(runs) - len(set(runs))) >= PLAIN_RUNS


def _hopeless(forms: Sequence[str], group: Group) -> bool:
    """Whether so few words are shared, whatever they tell, that no closer look makes one utterance of it."""
    own = set(forms)
    return all(
        len(own.intersection(held := words.split(" "))) < FEWEST_WORDS * min(len(own), len(set(held)))
        for _, words, _ in group.kept
    )


def _plainly(forms: Sequence[str], voice: Voice, group: Group) -> Found:
    """What a wording is to a group that has most of its runs: only a speaker can keep them apart."""
    like, words, first = group.kept[0]
    if _differs(voice, first):
        reason = ANOTHER_SPEAKER if words == " ".join(forms) else MOSTLY_ANOTHERS
        return Found(like, group.number, Verdict.PROPOSE, 1.0, reason)
    return Found(like, group.number, Verdict.JOIN, 1.0, "")


def _differs(one: Voice, other: Voice) -> bool:
    return (one.known, one.name) != (other.known, other.name) and other_voice(one, other)


def _rank(found: Found) -> tuple[bool, float, int]:
    return found.verdict == Verdict.JOIN, found.score, -found.like
