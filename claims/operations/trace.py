"""Where did these words first appear, who carried them, and how have they changed since?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.core.exceptions import ValidationError
from django.db.models import Count, Max, Min

from claims.models import Source, Wording
from claims.models.timelines import Place, earliest, in_order, places, relatives, taken_from
from claims.operations.independence import count_origins
from claims.operations.matching import Asked, Match, asked, ranked, voice_of
from claims.operations.quoted import said_in
from claims.text.align import Alteration, alterations, speaker_alteration
from claims.text.contractions import long_forms_of
from claims.text.fingerprint import normal
from claims.text.resemblance import Likeness, probability
from claims.text.spans import TextError, refuse_surrogates
from claims.text.voices import Voice, is_shown, may_be_part, other_voice, owners

# Code points of words. The time that a search takes grows with the square of them: a book would keep the database busy
# for an hour, and no utterance is one.
LONGEST = 100_000
# Many papers print a quote in the same words: what differs in them is worked out once.
_altered = lru_cache(maxsize=4096)(alterations)


@dataclass(frozen=True)
class Appearance:
    """One held appearance of the words.

    `score` is how likely it is the same utterance by its words alone, from 0 to 1. `by` says how it was found: by its
    "words", or as one that belongs with what was ("utterance", "claim", "link": see `timelines.relatives`). `against`
    are the wording and the speaker that it is held against: those of the earliest known appearance; of one that is
    only possible, the words that were asked for.
    """

    place: Place
    score: float
    by: str
    against: tuple[str, str]

    @cached_property
    def alterations(self) -> tuple[Alteration, ...]:
        """What differs from what it is held against."""
        words, speaker = self.against
        other = speaker_alteration(speaker, self.place.speaker)
        found = _altered(words, self.place.words)
        return (*found, other) if other else found


@dataclass(frozen=True, slots=True)
class Searched:
    """What "earliest known" rests on: how many wordings of how many sources were searched, and of which days."""

    wordings: int
    sources: int
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Trace:
    """Every held appearance of some words, oldest first.

    `words` are those that were asked for, or what they quote, where nothing has all of them. `earliest` is the earliest
    known, or several where their dates leave it undecided. `possible` are those that have the words and may be another
    utterance: of another speaker, or of words too common to tell.
    """

    words: str
    appearances: tuple[Appearance, ...] = ()
    earliest: tuple[Appearance, ...] = ()
    possible: tuple[Appearance, ...] = ()

    @cached_property
    def changed(self) -> tuple[Alteration, ...]:
        """What the words that were asked for change in the earliest wording."""
        return alterations(self.earliest[0].place.words, self.words) if self.earliest else ()

    @cached_property
    def origins(self) -> int:
        """How many of the appearances are independent of each other: copies of one wire story count once."""
        return count_origins([appearance.place for appearance in self.appearances])

    @cached_property
    def searched(self) -> Searched:
        days = Source.objects.aggregate(sources=Count("pk"), first=Min("date_earliest"), last=Max("date_latest"))
        return Searched(wordings=Wording.objects.count(), **days)


@dataclass(frozen=True, slots=True)
class Scored:
    """An appearance before it is set against the others; `letters` is how alike it is to the words letter by letter."""

    place: Place
    score: float
    by: str
    letters: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A match at its place, and who speaks there.

    `is_whole` where it is just the words that were asked for, or one of its passages is, as of what “she said” parts:
    then `likeness` is that of just the words.
    """

    place: Place
    match: Match
    likeness: Likeness
    voice: Voice
    is_whole: bool


def trace(*, words: str) -> Trace:
    """Find every held appearance of an utterance, given its words in any state of repair.

    Where there is none of the words as they stand, what they quote is looked for by itself: whoever copies a sentence
    out of an article copies “she told reporters” too.

    Raises ValidationError where there is no word to look for, or too many.
    """
    found = as_they_stand(words)
    if not found.appearances and (said := said_in(words)):
        alone = as_they_stand(said)
        return alone if alone.appearances else found
    return found


def as_they_stand(words: str) -> Trace:
    """The same of all the words alone, whatever of them is quoted."""
    told = _checked(words)
    found = [match for match in ranked(told) if told.may_be(match) or told.is_within(match.held.words)]
    if not found:
        return Trace(words)
    held, doubtful = _judged(told, _read(told, found))
    claims = [match.held.claim_id for match in found if match.held.claim_id and told.may_be(match)]
    shown = _once([*held, *_relatives(told, held, claims)])
    return _told(told, words, shown, _once(doubtful, besides=shown))


def _checked(words: str) -> Asked:
    if len(words) > LONGEST:
        raise ValidationError({"words": f"{len(words)} characters are too many; {LONGEST} are the most."})
    try:
        refuse_surrogates(words)
    except TextError as error:
        raise ValidationError({"words": str(error)}) from error
    told = asked(words)
    if not told.forms:
        raise ValidationError({"words": "There is no word to look for."})
    return told


def _judged(told: Asked, rows: Sequence[Read]) -> tuple[list[Scored], list[Scored]]:
    """The matches that are appearances, and those that may be, by what speakers and days say beside the words."""
    said = [row for row in rows if told.is_within(row.match.held.words)]
    owned = set(owners([row.voice for row in said]))
    speaking = [row for row in said if row.voice in owned]

    def is_held(row: Read, *, is_beside: bool = False) -> bool:
        # No appearance speaks for itself, but one of just these words needs nobody to.
        others = [one.voice for one in speaking if one is not row and not _read_twice(one, row)]
        return is_shown(row.likeness, others, row.voice, is_whole=row.is_whole, is_beside=is_beside)

    sure = {id(row) for row in rows if is_held(row)}
    texts = {row.place.snapshot_id for row in rows if id(row) in sure}
    held: list[Scored] = []
    doubtful: list[Scored] = []
    for row in rows:
        kept = id(row) in sure or (row.place.snapshot_id in texts and is_held(row, is_beside=True))
        score = probability(row.likeness)
        (held if kept else doubtful).append(Scored(row.place, score, "words", row.match.likeness.letters))
    return held, doubtful


def _read(told: Asked, found: Sequence[Match]) -> list[Read]:
    """Where the matches stand, but for those that have the words among others and are too unlike to be the same."""
    of_passage = {match.held.pk: match for match in found if match.held.is_passage}
    of_quotation = {m.held.quotation_id: m for m in found if m.held.quotation_id and not m.held.is_passage}
    rows = []
    for place in places(of_quotation.keys(), of_passage.keys()):
        match = of_passage[place.wording_id] if place.wording_id else of_quotation[place.quotation_id or 0]
        is_whole = told.is_within(match.held.words) and any(map(told.are_all_of, place.passages))
        if is_whole or told.may_be(match):
            shared = told.itself if is_whole else match.likeness
            rows.append(Read(place, match, shared, voice_of(place), is_whole))
    return rows


def _read_twice(one: Read, other: Read) -> bool:
    """Whether one passage was read in two ways, as of who reports and of whom they quote: neither denies the other."""
    return _overlap(one.place, other.place) and other_voice(one.voice, other.voice)


def _relatives(told: Asked, held: Sequence[Scored], claims: Sequence[int]) -> list[Scored]:
    """What belongs with the appearances that were found, and with claims that have the words."""
    if not claims and not any(row.place.utterance_id or row.place.claim_id for row in held):
        return []  # most of what is held stands alone: one query less
    known = {row.place.quotation_id for row in held if row.place.quotation_id}
    by = {quotation: how for quotation, how in relatives(known, claims).items() if quotation not in known}
    rows = [(place, by[place.quotation_id or 0], told.likeness_to(place.words)) for place in (places(by) if by else ())]
    return [
        Scored(place, probability(shared), how.by)
        for place, how, shared in rows
        if how.is_decided or may_be_part(shared)
    ]


def _once(rows: Iterable[Scored], besides: Sequence[Scored] = ()) -> list[Scored]:
    """Each passage once: the likeliest of those that overlap, and of two captures with the same words the first.

    What overlaps with those `besides` is left out.
    """
    kept = list(besides)
    worded = {_worded(row) for row in kept}
    for row in sorted(rows, key=_best_first):
        is_again = row.place.capture > 1 and _worded(row) in worded
        if not is_again and not any(_overlap(row.place, other.place) for other in kept):
            kept.append(row)
            worded.add(_worded(row))
    return kept[len(besides) :]


def _best_first(row: Scored) -> tuple[int, float, float, bool, int]:
    return row.place.capture, -row.score, -row.letters, row.place.state == "unread", row.place.start


def _worded(row: Scored) -> tuple[int, str]:
    return row.place.source_id, normal(row.place.words)


def _overlap(one: Place, other: Place) -> bool:
    return one.snapshot_id == other.snapshot_id and one.start < other.end and other.start < one.end


def _told(told: Asked, words: str, held: Sequence[Scored], doubtful: Sequence[Scored]) -> Trace:
    """The appearances in the order of time, each beside the earliest; those in doubt beside what was asked for."""
    links = taken_from({row.place.source_id for row in held})
    ordered = in_order([row.place for row in held], links)
    known = {id(row.place): row for row in held}
    first = [_in_full(place, ordered, told) for place in earliest(ordered, links)]
    against = (first[0].words, first[0].speaker) if first else ("", "")
    rows = tuple(Appearance(place, known[id(place)].score, known[id(place)].by, against) for place in ordered)
    able = {id(place) for place in first}
    return Trace(words, rows, tuple(row for row in rows if id(row.place) in able), _possible(words, doubtful))


def _in_full(first: Place, ordered: Iterable[Place], told: Asked) -> Place:
    """Where the text of the earliest has just the words that were asked for: a headline may cut them short before."""
    same = [place for place in ordered if place.snapshot_id == first.snapshot_id]
    if len(same) == 1:
        return first
    return next((place for place in same if told.is_within(" ".join(long_forms_of(place.words)))), first)


def _possible(words: str, doubtful: Sequence[Scored]) -> tuple[Appearance, ...]:
    known = {id(row.place): row for row in doubtful}
    ordered = in_order([row.place for row in doubtful], ())
    return tuple(Appearance(place, known[id(place)].score, "words", (words, "")) for place in ordered)
