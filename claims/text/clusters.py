"""Quotations gathered into utterances one after the other, oldest first: what came before is known, what comes is not.

Each is looked up by the runs of words that it shares with earlier ones, so the work grows little faster than the
number of quotations. What is found depends on the order alone: the same quotations give the same utterances.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from claims.text.rarity import Rarity
from claims.text.resemblance import likeness, probability
from claims.text.voices import ANOTHER_SPEAKER, Verdict, Voice, may_be_same, other_voice, verdict

# A run in more wordings than this finds everything and tells nothing.
TOO_COMMON = 100
# Two wordings with so many runs of three words in common, and half of the shorter one's, are one without a closer look.
PLAIN_RUNS, PLAIN_SHARE = 8, 0.5
# With fewer than this in common no closer look finds two wordings to be one, unless the shorter has hardly more; nor
# with so small a share of the shorter one's.
FEWEST_RUNS, SHORT_RUNS, LEAST_SHARE = 3, 6, 0.2
LOOKED_AT = 3
# Of a long wording only so many of those that share most are gone through.
MOST_COUNTED = 20
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that came, the first with these words of its group."""

    quotation: int
    words: str
    runs: int
    voice: Voice
    group: int


@dataclass(frozen=True, slots=True)
class Found:
    """What an earlier wording is to a quotation: joined to its group, or proposed, and why not joined."""

    like: int
    group: int
    verdict: Verdict
    score: float
    reason: str


class Clusters:
    """The wordings so far, and the groups that they are in. A group has the number of its first quotation."""

    def __init__(self, rarity: Rarity, common: Mapping[int, int], least: int) -> None:
        """`common` says in how many wordings hashed runs are; one that it does not know is in fewer than `least`."""
        self._rarity, self._common, self._least = rarity, common, least
        self._held: list[Wording] = []
        self._same: dict[str, list[int]] = {}
        # The wordings that have a run: a number, a list of them, or None for too many.
        self._having: dict[int, int | list[int] | None] = {}

    def add(self, quotation: int, words: str, voice: Voice, group: int | None) -> Found | None:
        """Take a quotation in, and say what it is to an earlier one. `group` is given where that is decided."""
        forms = words.split(" ")
        # Python's own hashes do here: they never leave this process.
        runs = set(map(hash, zip(forms, forms[1:], forms[2:], strict=False))) or {hash(words)}
        found = None if group is not None else self._found(words, forms, runs, voice)
        if found is not None and found.verdict == Verdict.JOIN:
            group = found.group
        own = quotation if group is None else group
        if all(self._held[at].group != own for at in self._same.get(words, ())):
            self._keep(Wording(quotation, words, len(runs), voice, own), runs)
        return found

    def _keep(self, wording: Wording, runs: Iterable[int]) -> None:
        at = len(self._held)
        self._held.append(wording)
        self._same.setdefault(wording.words, []).append(at)
        having = self._having
        for run in runs:
            known = having.get(run, NOWHERE)
            if known == NOWHERE:
                having[run] = at
            elif isinstance(known, int):
                having[run] = [known, at]
            elif known is not None:
                known.append(at)
                if len(known) > TOO_COMMON:
                    having[run] = None

    def _found(self, words: str, forms: Sequence[str], runs: Set[int], voice: Voice) -> Found | None:
        best: Found | None = None
        after: Sequence[float] | None = None
        for at, shared in self._sharing(words, runs):
            held = self._held[at]
            if shared >= PLAIN_RUNS and shared >= PLAIN_SHARE * min(len(runs), held.runs):
                found: Found | None = _plainly(voice, held)
            else:
                after = after or self._rarity.after(forms, self._common, self._least)
                found = self._judged(forms, after, voice, held)
            if found is not None and (best is None or _rank(found) > _rank(best)):
                best = found
            if best is not None and best.verdict == Verdict.JOIN:
                break
        return best

    def _sharing(self, words: str, runs: Set[int]) -> list[tuple[int, int]]:
        """The earlier wordings to look at, with how many runs they share: the same words first, then most."""
        same = [(at, len(runs)) for at in self._same.get(words, ())]
        having = [known for known in map(self._having.get, runs) if known is not None]
        if not having:
            return same
        counts = Counter(chain.from_iterable((known,) if isinstance(known, int) else known for known in having))
        held, own = self._held, len(runs)
        likely = [
            (at, shared)
            for at, shared in (counts.items() if own <= SHORT_RUNS else counts.most_common(MOST_COUNTED))
            if (shared >= FEWEST_RUNS or min(own, held[at].runs) <= SHORT_RUNS)
            and shared >= (LEAST_SHARE if shared >= FEWEST_RUNS else PLAIN_SHARE) * min(own, held[at].runs)
            and held[at].words != words
        ]
        likely.sort(key=lambda row: (-row[1], row[0]))
        return same + likely[:LOOKED_AT]

    def _judged(self, forms: Sequence[str], after: Sequence[float], voice: Voice, held: Wording) -> Found | None:
        found = likeness(forms, after, held.words.split(" "), self._rarity)
        if not may_be_same(found):
            return None
        said, reason = verdict(found, voice, held.voice)
        if said == Verdict.LEAVE:
            return None
        return Found(held.quotation, held.group, said, probability(found), reason)


def _plainly(voice: Voice, held: Wording) -> Found:
    """What two wordings are that share most of their runs: only a speaker can keep them apart."""
    if other_voice(voice, held.voice):
        return Found(held.quotation, held.group, Verdict.PROPOSE, 1.0, ANOTHER_SPEAKER)
    return Found(held.quotation, held.group, Verdict.JOIN, 1.0, "")


def _rank(found: Found) -> tuple[bool, float, int]:
    return found.verdict == Verdict.JOIN, found.score, -found.like
