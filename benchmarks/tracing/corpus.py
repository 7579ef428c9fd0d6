"""Quotations without end, made up from a seed: the same number always gives the same quotation.

No text is taken from anywhere. What matters for finding and for deciding is as in speeches: few words make up half of a
text, three-word runs and set phrases come again and again, and quotations of one topic share words and phrases
although nobody quotes anybody.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from .vocabulary import CLOSED, JOINTS, MIDDLES, OPENERS, TAILS, WELL_KNOWN, Vocabulary, drawn, vocabulary

BATCH = 100  # quotations made from one seed: one of them costs making the others of its batch
FIRST_DAY = datetime.date(2000, 1, 1)
DAYS = 9_000
SHORTEST, MEAN_WORDS, LONGEST = 5, 29, 90

TABLE = 1 << 18  # places in a table that is drawn from: the rarest word has one
PHRASES, TOPICS, SPEAKERS = 7_200, 3_000, 5_000
TOPIC_WORDS = {"n": 40, "v": 16, "a": 20, "r": 5}  # favoured words of a topic, by class
TOPIC_PHRASES, TOPIC_SPEAKERS = 15, 12
TOPICAL_WORD = 0.35  # how often a content word is one of the topic's own
# How often a piece is a phrase of the topic's, or a set phrase of everybody's. With this, one run of three words in
# seven is one that comes ten times or more in a million words. In English it is one in twelve in conversation and one
# in sixteen in academic prose (Biber et al., Longman Grammar of Spoken and Written English, 1999, ch. 13), so that
# there is more here that everybody says than in life.
TOPICAL_PHRASE, STOCK_PHRASE = 0.06, 0.12

Item = TypeVar("Item")

PLACE = re.compile(r"%([nvzdgar])")
CLOSED_PLACE = re.compile(r"\{(\w+)\}")


class Quotation(NamedTuple):
    number: int
    text: str  # as printed, without quotation marks
    topic: int
    speaker: int
    said: datetime.date

    @property
    def words(self) -> list[str]:
        return words_of(self.text)


def words_of(text: str) -> list[str]:
    """The words of a made-up text; all its punctuation stands before a space or at the end."""
    return text.lower().replace(", ", " ").rstrip(".").split()


class Frame(NamedTuple):
    """A piece of a clause with places for content words: “of the %s” and “n”."""

    pattern: str
    classes: str
    length: int  # in words


class Phrase(NamedTuple):
    text: str
    length: int  # in words


@dataclass(frozen=True, slots=True)
class Topic:
    words: dict[str, list[str]]  # by class, the most favoured first
    phrases: list[Phrase]
    speakers: list[int]


Pick = Callable[[str], str]  # a content word of a class


class Corpus:
    """The language of one seed, and the quotations in it."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        chance = random.Random(f"{seed} language")  # noqa: S311  # no secret: the same each time
        self.vocabulary: Vocabulary = vocabulary(chance)
        self._tables = {name: _table(words, 1.0) for name, words in self.vocabulary.classes.items()}
        self._openers = _frames(chance, OPENERS, 20_000)
        self._middles = _frames(chance, MIDDLES, 20_000)
        self._tails = _frames(chance, TAILS, 20_000)
        self._joints = _frames(chance, JOINTS, 5_000)
        self._lengths = [_length(chance) for _ in range(1 << 14)]
        self.phrases = self._set_phrases(chance, PHRASES)
        self._phrase_table = _table(self.phrases, 0.15)
        self.topics = [self._topic(chance) for _ in range(TOPICS)]
        self._topic_table = _table(range(TOPICS), 0.5)

    def quotations(self, count: int, first: int = 0) -> Iterator[Quotation]:
        """`count` quotations, from number `first`; numbers far beyond a corpus give fresh ones like it."""
        for batch in range(first // BATCH, (first + count - 1) // BATCH + 1):
            for made in self._batch(batch):
                if first <= made.number < first + count:
                    yield made

    def quotation(self, number: int) -> Quotation:
        return self._batch(number // BATCH)[number % BATCH]

    def _batch(self, batch: int) -> list[Quotation]:
        chance = random.Random(f"{self.seed} batch {batch}")  # noqa: S311
        return [self._quotation(chance, batch * BATCH + place) for place in range(BATCH)]

    def _quotation(self, chance: random.Random, number: int) -> Quotation:
        draw = chance.random
        at = self._topic_table[int(draw() * TABLE)]
        topic = self.topics[at]
        wanted = self._lengths[int(draw() * len(self._lengths))]
        text = self._text(chance, topic, wanted)
        speaker = topic.speakers[int(draw() ** 2 * TOPIC_SPEAKERS)]
        said = FIRST_DAY + datetime.timedelta(days=int(draw() * DAYS))
        return Quotation(number, text, at, speaker, said)

    def _text(self, chance: random.Random, topic: Topic, wanted: int) -> str:
        """Clauses of a topic until there are `wanted` words, or few more."""
        draw = chance.random
        pick = self._picker(draw, topic.words, TOPICAL_WORD)
        pieces: list[str] = []
        length = 0
        kinds = self._clause(draw)
        while length < wanted:
            frames = next(kinds)
            lot = draw()
            if lot < STOCK_PHRASE:
                text, added = self._phrase_table[int(draw() * TABLE)]
            elif lot < STOCK_PHRASE + TOPICAL_PHRASE:
                text, added = topic.phrases[int(draw() ** 2 * TOPIC_PHRASES)]
            else:
                text, added = _filled(frames[int(draw() * len(frames))], pick)
            pieces.append(text)
            length += added
        return _written(pieces)

    def _clause(self, draw: Callable[[], float]) -> Iterator[list[Frame]]:
        """What kind of piece comes next, without end: an opener, a middle, some tails, a joint, and again."""
        while True:
            yield self._openers
            yield self._middles
            while draw() < 0.55:
                yield self._tails
            yield self._joints

    def _picker(self, draw: Callable[[], float], own: dict[str, list[str]], share: float) -> Pick:
        tables = self._tables

        def pick(name: str) -> str:
            if draw() < share:
                words = own[name]
                return words[int(draw() ** 2 * len(words))]
            return tables[name][int(draw() * TABLE)]

        return pick

    def _set_phrases(self, chance: random.Random, count: int) -> list[Phrase]:
        """Runs of three to eight words cut from speech about nothing in particular."""
        pick = self._picker(chance.random, {}, 0)
        found: dict[str, None] = {}
        while len(found) < count:
            kinds = self._clause(chance.random)
            spoken = (
                " ".join(_filled(chance.choice(next(kinds)), pick).text for _ in range(7)).replace(" ,", "").split()
            )
            start = chance.randrange(len(spoken) - 7)
            size = chance.choices((3, 4, 5, 6, 7, 8), (2, 3, 5, 6, 6, 6))[0]
            found[" ".join(spoken[start : start + size])] = None

        def rank(text: str) -> float:  # those of well-known words mostly come first
            words = text.split()
            return sum(word not in WELL_KNOWN for word in words) / len(words) + chance.random() / 2

        return [Phrase(text, text.count(" ") + 1) for text in sorted(found, key=rank)]

    def _topic(self, chance: random.Random) -> Topic:
        classes = self.vocabulary.classes
        own = {}
        for name, count in TOPIC_WORDS.items():
            # Frequent words rather than rare ones, but any: the square root of the rank is spread evenly.
            places = [int(chance.random() ** 2 * len(classes[name])) for _ in range(count)]
            for form in "vzdg" if name == "v" else name:
                own[form] = [classes[form][place] for place in places]
        pick = self._picker(chance.random, own, 0.8)
        pieces = (chance.choice((self._middles, self._tails)) for _ in range(TOPIC_PHRASES))
        phrases = [self._topic_phrase(chance, pick, frames) for frames in pieces]
        speakers = [int(chance.random() ** 2 * SPEAKERS) for _ in range(TOPIC_SPEAKERS)]
        return Topic(own, phrases, speakers)

    def _topic_phrase(self, chance: random.Random, pick: Pick, frames: list[Frame]) -> Phrase:
        text, length = "", 0
        while length < 3:
            added = _filled(chance.choice(frames), pick)
            text, length = f"{text} {added.text}".strip(), length + added.length
        return Phrase(text, length)


def _table(items: Sequence[Item], exponent: float) -> list[Item]:
    """TABLE places, of which an item has as many as Zipf's law gives its rank; to draw is to look up one of them.

    An index into it costs a fifth of what `random.choices` does.
    """
    weights = [(rank + 2.7) ** -exponent for rank in range(len(items))]
    scale = TABLE / sum(weights)
    table: list[Item] = []
    owed = 0.0
    for item, weight in zip(items, weights, strict=True):
        owed += weight * scale
        places = max(1, round(owed - len(table)))
        table.extend([item] * places)
    return table[-TABLE:]  # what the rarest took too much is taken from the most frequent


def _frames(chance: random.Random, patterns: dict[str, int], count: int) -> list[Frame]:
    """Frames with their closed-class words chosen; drawn evenly from, they come as often as they should."""
    made = []
    for pattern in drawn(chance, patterns, count):
        text = CLOSED_PLACE.sub(lambda place: drawn(chance, CLOSED[place[1]], 1)[0], pattern)
        classes = "".join(PLACE.findall(text))
        made.append(Frame(PLACE.sub("%s", text), classes, len(text.replace(",", " ").split())))
    return made


def _filled(frame: Frame, pick: Pick) -> Phrase:
    pattern, classes, length = frame
    if len(classes) == 1:  # most of them
        return Phrase(pattern % pick(classes), length)
    return Phrase(pattern % tuple(map(pick, classes)), length)


def _length(chance: random.Random) -> int:
    """Words wanted: many short, few long. Less than what comes out, for the last piece goes beyond it."""
    while True:
        drawn_length = round(chance.lognormvariate(3.16, 0.6))
        if SHORTEST <= drawn_length <= LONGEST - 9:
            return drawn_length


def _written(pieces: list[str]) -> str:
    text = " ".join(pieces).replace(" ,", ",")
    return text[0].upper() + text[1:] + "."
