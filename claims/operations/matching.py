"""Which held wordings are the same utterance as some words: finding by shared runs, deciding by what is shared."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from claims.models import Speaker
from claims.models.timelines import Place, Relation
from claims.models.wordings import Held, ShingleCount, Wording, known
from claims.operations.wordings import index_pending
from claims.text.contractions import long_forms_of
from claims.text.fingerprint import runs_up_to
from claims.text.rarity import Rarity
from claims.text.resemblance import Likeness, likeness, odds, probability
from claims.text.voices import Voice, may_be_part, may_be_same

# A run in more wordings than this finds everything and tells nothing.
TOO_COMMON = 300
# How many wordings a search may have to read before it stops adding commoner runs to look for.
ENOUGH_ROWS = 800
# Of so many runs in a row the rarest is looked for first: a fragment of eight words has two of them at least.
EVERY = 3
# The odds, as a power of e, from which on a match is so sure that no further step is taken.
SURE = 2.0
# How many candidates are fetched, and how many of those are held against the words in full.
CANDIDATES = {"shingles": 50, "pairs": 300}
MANY = 2000
COMPARED = 12
FEW = 7


class Match(NamedTuple):
    """A held wording that can be the same utterance, and what it shares with the words."""

    held: Held
    likeness: Likeness

    @property
    def score(self) -> float:
        """How likely it is the same utterance by its words alone, from 0 to 1."""
        return probability(self.likeness)

    @property
    def odds(self) -> float:
        """The same, as the power of e that the odds are: told apart also where it is nearly certain."""
        return odds(self.likeness)


@dataclass(frozen=True, slots=True)
class Asked:
    """Some words, as they are compared: their forms, their hashed runs of three and of two, and how common those are.

    `weights` is what a word tells by itself, `after` what each of the words tells after those before it, in bits.
    """

    forms: tuple[str, ...]
    shingles: tuple[int, ...]
    pairs: tuple[int, ...]
    common: Mapping[int, int]
    weights: Rarity
    after: tuple[float, ...]

    @property
    def written(self) -> str:
        """The words as the index keeps them."""
        return " ".join(self.forms)

    @property
    def itself(self) -> Likeness:
        """What just these words share with themselves."""
        return likeness(self.forms, self.after, self.forms, self.weights)

    def likeness_to(self, text: str) -> Likeness:
        """What these words share with a text."""
        return likeness(self.forms, self.after, long_forms_of(text), self.weights)

    def are_all_of(self, text: str) -> bool:
        """Whether a text has just these words."""
        return tuple(long_forms_of(text)) == self.forms

    def is_within(self, words: str) -> bool:
        """Whether a wording of the index has just these words, alone or among others."""
        return f" {self.written} " in f" {words} "

    def may_be(self, match: "Match") -> bool:
        """Whether what was found can be the same utterance. Just the words themselves can, whatever they tell."""
        return match.held.words == self.written or may_be_same(match.likeness)


def asked(text: str) -> Asked:
    """The words of a text, ready to be looked for; whatever arrived meanwhile is in the index then."""
    return asked_each([text])[0]


def asked_each(texts: Sequence[str]) -> list[Asked]:
    """The same of several texts, in as many queries as of one."""
    read = [(forms, runs_up_to(forms, 3)) for forms in map(long_forms_of, texts)]
    before = known({run for _, (_, twos, threes) in read for run in (*twos, *threes)})
    if before.has_pending:
        index_pending()
    return [
        Asked(
            tuple(forms),
            tuple(threes),
            tuple(twos),
            before.runs,
            before.rarity,
            tuple(before.rarity.after(forms, before.runs, ShingleCount.LEAST)),
        )
        for forms, (_, twos, threes) in read
    ]


def matches(words: Asked) -> list[Match]:
    """The held wordings that can be the same utterance, likeliest first."""
    return matches_each([words])[0]


def matches_each(several: Sequence[Asked]) -> list[list[Match]]:
    """The same of several, in as many queries as of one."""
    return [
        [match for match in found if words.may_be(match)]
        for words, found in zip(several, ranked_each(several), strict=True)
    ]


def ranked(words: Asked) -> list[Match]:
    """The held wordings that are likest, whatever they are worth, likeliest first."""
    return ranked_each([words])[0]


def ranked_each(several: Sequence[Asked]) -> list[list[Match]]:
    """The same of several.

    Looked for in two steps, the second only where the first found nothing that is surely the same: by runs of three
    words, then by runs of two. Of many words the rarest of every few runs will do, which any part of the wording has
    some of, and for fragments, which may have none of those, every other run. Few words are looked for by all runs of
    both at once: one that was changed can leave no run of three. Words that have none but common runs, as what hundreds
    are held to have said, find the wordings that have all of them.
    """
    found: list[dict[int, Match]] = [{} for _ in several]
    for column, choose in STEPS:
        left = {
            n: runs
            for n, words in enumerate(several)
            if (_is_short(words) or not any(match.odds >= SURE for match in found[n].values()))
            and (runs := choose(words))
        }
        for n, matched in zip(left, _likest([several[n] for n in left], column, list(left.values())), strict=True):
            found[n] |= {match.held.pk: match for match in matched}
    for n, words in enumerate(several):
        if words.shingles and not found[n] and min(words.common.get(run, 0) for run in words.shingles) > TOO_COMMON:
            held = Wording.objects.having_all(words.shingles, CANDIDATES["shingles"])
            found[n] = {match.held.pk: match for match in compared(words, held)}
    return [
        sorted(each.values(), key=lambda match: (-match.odds, -match.likeness.letters, match.held.pk)) for each in found
    ]


def _is_short(words: Asked) -> bool:
    return len(words.forms) <= FEW


STEPS: tuple[tuple[str, Callable[[Asked], list[int]]], ...] = (
    ("shingles", lambda words: (telling if _is_short(words) else spread)(words.shingles, words.common)),
    ("pairs", lambda words: telling(words.pairs, words.common)),
)


def _likest(several: Sequence[Asked], column: str, runs: Sequence[Sequence[int]]) -> list[list[Match]]:
    if not several:
        return []
    most = CANDIDATES[column]
    whole = [_whole(words, column) for words in several]
    held = Wording.objects.sharing(column, runs, most, whole)
    found = [compared(*each) for each in zip(several, held, strict=True)]
    for n, matched in enumerate(found):
        if sum(may_be_same(match.likeness) for match in matched) >= most:  # there may be more: what everybody printed
            found[n] = compared(several[n], Wording.objects.sharing(column, [runs[n]], MANY, [whole[n]])[0])
    return found


def _whole(words: Asked, column: str) -> Sequence[int]:
    """What fragments are looked for by, or what a wording's share is of: `WordingQuerySet.sharing`."""
    if column == "pairs":
        return words.pairs
    return () if _is_short(words) else words.shingles[::2]  # a fragment has two in a row


def spread(runs: Sequence[int], common: Mapping[int, int]) -> list[int]:
    """The rarest of every few runs, where it is not too common to tell anything."""
    rarest = (min(runs[at : at + EVERY], key=lambda run: common.get(run, 0)) for at in range(0, len(runs), EVERY))
    return [run for run in rarest if common.get(run, 0) <= TOO_COMMON]


def telling(runs: Sequence[int], common: Mapping[int, int]) -> list[int]:
    """The rarest of some runs: as many as a search can look for without reading too much."""
    chosen, rows = [], 0
    for held, run in sorted((common.get(run, ShingleCount.LEAST // 2), run) for run in set(runs)):
        if held > TOO_COMMON or rows > ENOUGH_ROWS:
            break
        chosen.append(run)
        rows += held
    return chosen


def compared(words: Asked, candidates: Iterable[Held]) -> list[Match]:
    """The candidates whose wordings share most, each with what it shares; the others share too little to look at."""
    mine = {form: words.weights[form] for form in words.forms}
    alike: dict[str, list[Held]] = {}
    for held in candidates:
        alike.setdefault(held.words, []).append(held)
    told = mine.__getitem__
    among = frozenset(mine).intersection  # in compiled code: there can be hundreds of candidates
    # To the last bit, in whatever order the set has them: of wordings that share as much the first are taken each time.
    rough = [(fsum(map(told, among(written.split(" ")))), written) for written in alike]
    rough.sort(key=lambda row: -row[0])
    return [
        Match(held, shared)
        for _, written in rough[:COMPARED]
        for shared in [likeness(words.forms, words.after, written.split(" "), words.weights)]
        for held in alike[written]
    ]


def of_same_part(found: Sequence[Place], relations: Mapping[int, Relation], own: Collection[int]) -> list[Place]:
    """Without what is joined with one's own quotations only by way of a longer wording, as another part of it.

    What a person said belongs with them stays.
    """
    decided = {number for number, told in relations.items() if told.is_decided} | set(own)
    known = {place.words for place in found if place.quotation_id in own}
    doubtful = {place.words for place in found if place.quotation_id not in decided} - known
    words = asked_each(list(known)) if doubtful else []
    other = {text for text in doubtful if not any(may_be_part(one.likeness_to(text)) for one in words)}
    return [place for place in found if place.quotation_id in decided or place.words not in other]


def voice_of(place: Place) -> Voice:
    """Who speaks there, as far as that is known."""
    is_person = place.speaker_kind == Speaker.Kind.PERSON
    return Voice(place.speaker_id or 0, place.speaker_name, is_person, place.latest)
