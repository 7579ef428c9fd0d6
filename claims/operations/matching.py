"""Which held wordings are the same utterance as some words: finding by shared runs, deciding by what is shared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.models import Speaker
from claims.models.timelines import Place
from claims.models.wordings import Held, ShingleCount, Wording, known
from claims.operations.wordings import index_pending
from claims.text.fingerprint import forms_of, runs_of
from claims.text.rarity import Rarity
from claims.text.resemblance import Likeness, likeness, odds, probability
from claims.text.voices import Voice, may_be_same

# A run in more wordings than this finds everything and tells nothing.
TOO_COMMON = 300
# How many wordings a search may have to read before it stops adding commoner runs to look for.
ENOUGH_ROWS = 1200
# Of so many runs in a row the rarest is looked for first: a fragment of eight words has two of them at least.
EVERY = 3
# The odds, as a power of e, from which on a match is so sure that no further step is taken.
SURE = 2.0
# How many candidates are fetched, and how many of those are held against the words in full.
CANDIDATES = {"shingles": 50, "pairs": 600}
MANY = 2000
COMPARED = 12
FEW = 7


@dataclass(frozen=True, slots=True)
class Match:
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


def asked(text: str) -> Asked:
    """The words of a text, ready to be looked for; whatever arrived meanwhile is in the index then."""
    forms = forms_of(text)
    threes, twos = runs_of(forms, 3), runs_of(forms, 2)
    before = known({*threes, *twos})
    if before.has_pending:
        index_pending()
    after = before.rarity.after(forms, before.runs, ShingleCount.LEAST)
    return Asked(tuple(forms), tuple(threes), tuple(twos), before.runs, before.rarity, tuple(after))


def matches(words: Asked) -> list[Match]:
    """The held wordings that can be the same utterance, likeliest first."""
    return [match for match in ranked(words) if may_be_same(match.likeness)]


def ranked(words: Asked) -> list[Match]:
    """The held wordings that are likest, whatever they are worth, likeliest first.

    Looked for in steps, each only where those before it found nothing that is surely the same: by the rarest of every
    few runs of three words, which any part of the wording has some of; by all of them; by runs of two. Few words are
    looked for by all at once: one that was changed can leave no run of three.
    """
    found: dict[int, Match] = {}
    is_short = len(words.forms) <= FEW
    for column, runs in (
        ("shingles", () if is_short else spread(words.shingles, words.common)),
        ("shingles", telling(words.shingles, words.common)),
        ("pairs", telling(words.pairs, words.common)),
    ):
        if runs and (is_short or not any(match.odds >= SURE for match in found.values())):
            found |= {match.held.pk: match for match in _likest(words, column, runs)}
    return sorted(found.values(), key=lambda match: (-match.odds, -match.likeness.letters, match.held.pk))


def _likest(words: Asked, column: str, runs: Sequence[int]) -> list[Match]:
    found: list[Match] = []
    for most in (CANDIDATES[column], MANY):
        found = compared(words, Wording.objects.sharing(column, runs, most))
        if sum(may_be_same(match.likeness) for match in found) < most:  # else there may be more: what everybody printed
            break
    return found


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
    rough = [(sum(mine[form] for form in {*written.split(" ")} if form in mine), written) for written in alike]
    rough.sort(key=lambda row: -row[0])
    return [
        Match(held, shared)
        for _, written in rough[:COMPARED]
        for shared in [likeness(words.forms, words.after, written.split(" "), words.weights)]
        for held in alike[written]
    ]


def voice_of(place: Place) -> Voice:
    """Who speaks there, as far as that is known."""
    is_person = place.speaker_kind == Speaker.Kind.PERSON
    return Voice(place.speaker_id or 0, place.speaker_name, is_person, place.latest)
