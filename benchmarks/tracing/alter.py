"""Quotations as other papers print them, with what they are of: the questions of the benchmark and their answers."""

from __future__ import annotations

import datetime
import random
import string
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .corpus import Corpus, Quotation, words_of

# Quotations beyond any corpus, for what nobody holds; and those beyond which utterances are taken for a clustering.
FRESH = 50_000_000
UTTERANCES = 100_000_000
FEWEST = 12  # words of a quotation that is altered: of less, nothing would be left to know it by


class Query(NamedTuple):
    text: str
    kind: str
    number: int | None  # of the quotation that it is; None where no quotation is held
    similar: int | None = None  # of the held quotation that it only shares phrases with


class Appearance(NamedTuple):
    number: int  # in the order of time, from 0
    text: str
    said: datetime.date
    utterance: int
    earliest: int  # the number of the utterance's first appearance
    kind: str  # how it was altered


Alter = Callable[["Hand", str], str]


class Hand:
    """Whoever alters a text: by chance, and with words of the same language."""

    def __init__(self, corpus: Corpus, seed: str) -> None:
        self.corpus = corpus
        self.chance = random.Random(seed)  # noqa: S311  # no secret: the same each time
        self._spare: list[str] = []

    def word(self) -> str:
        """A word as often as it is in the corpus."""
        if not self._spare:
            at = FRESH * 2 - 1 - self.chance.randrange(FRESH // 2)
            self._spare = words_of(self.corpus.quotation(at).text)
            self.chance.shuffle(self._spare)
        return self._spare.pop()


def verbatim(_hand: Hand, text: str) -> str:
    return text


def truncated(hand: Hand, text: str) -> str:
    """The beginning or the end alone, of half to four fifths of the words."""
    words = text.rstrip(".").split()
    kept = max(8, round(len(words) * hand.chance.uniform(0.5, 0.8)))
    return " ".join(words[:kept] if hand.chance.random() < 0.6 else words[-kept:])


def with_ellipsis(hand: Hand, text: str) -> str:
    """One or two runs of words left out, with the marks that say so; half of the words at least are kept."""
    words = text.split()
    for _ in range(1 if len(words) < 20 else hand.chance.choice((1, 2))):
        left_out = hand.chance.randrange(2, max(3, len(words) // 4) + 1)
        start = hand.chance.randrange(2, max(3, len(words) - left_out - 2))
        words[start : start + left_out] = [hand.chance.choice(("…", "...", "[...]"))]
    return " ".join(words)


def with_brackets(hand: Hand, text: str) -> str:
    """One to three words in an editor's brackets: said otherwise, added, or only begun otherwise (“[T]he”)."""
    words = text.split()
    for _ in range(hand.chance.randrange(1, 4)):
        place = hand.chance.randrange(len(words))
        way = hand.chance.randrange(3)
        if way == 0:
            words[place] = f"[{hand.word()}]"
        elif way == 1:
            words.insert(place, f"[{hand.word()} {hand.word()}]")
        elif words[place][0].isalpha():
            words[place] = f"[{words[place][0].swapcase()}]{words[place][1:]}"
    return " ".join(words)


def with_typos(hand: Hand, text: str) -> str:
    """Slips of the finger in one word of ten, one at least."""
    words = text.split()
    long_ones = [place for place, word in enumerate(words) if len(word.strip(".,")) > 3] or [0]
    for place in hand.chance.sample(long_ones, min(len(long_ones), max(1, len(words) // 10))):
        words[place] = _slip(hand.chance, words[place])
    return " ".join(words)


def reordered(hand: Hand, text: str) -> str:
    """Cut into two or three parts, which are put in another order."""
    words = text.rstrip(".").split()
    parts = 2 if len(words) < 18 else hand.chance.choice((2, 3))
    cuts = [round(len(words) * (part + hand.chance.uniform(-0.25, 0.25)) / parts) for part in range(1, parts)]
    pieces = [words[start:end] for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True)]
    turned = pieces[1:] + pieces[:1] if hand.chance.random() < 0.5 else pieces[::-1]
    return " ".join(word for piece in turned for word in piece) + "."


def substituted(hand: Hand, text: str) -> str:
    """One word of six replaced by another."""
    return _replaced(hand, text, 1 / 6)


def several(hand: Hand, text: str) -> str:
    """Two or three of the alterations at once."""
    ways = (truncated, with_ellipsis, with_brackets, with_typos, reordered, substituted)
    for way in hand.chance.sample(ways, hand.chance.choice((2, 2, 3))):
        text = way(hand, text)
    return text


def heavily(hand: Hand, text: str) -> str:
    """About half of the words changed: most replaced, some left out, some added."""
    words = []
    for word in text.split():
        lot = hand.chance.random()
        if lot < 0.35:
            words.append(hand.word())
        elif lot < 0.45:
            words += [word, hand.word()]
        elif lot >= 0.55 or not words:
            words.append(word)
    return " ".join(words)


def fragment(hand: Hand, text: str) -> str:
    """Eight to ten words from within."""
    words = text.rstrip(".").split()
    size = hand.chance.randrange(8, 11)
    start = hand.chance.randrange(len(words) - size + 1)
    return " ".join(words[start : start + size])


KINDS: dict[str, Alter] = {
    "verbatim": verbatim,
    "truncated": truncated,
    "ellipses": with_ellipsis,
    "brackets": with_brackets,
    "typos": with_typos,
    "reordered": reordered,
    "substituted": substituted,
    "several": several,
    "heavily altered": heavily,
    "fragment": fragment,
}
UNHELD, SHARING = "not held", "not held, shares phrases"


def queries(corpus: Corpus, held: int, matching: int = 2_000, unmatched: int = 500, seed: int = 1) -> list[Query]:
    """Questions to a corpus of its first `held` quotations: of every kind as many, and those without an answer.

    Of two quotations that are held with the same words, the first is the answer; so short ones are not asked for.
    """
    hand = Hand(corpus, f"{seed} queries {held}")
    kinds = list(KINDS)
    made = []
    for place in range(matching):
        kind = kinds[place % len(kinds)]
        original = _held(corpus, held, hand.chance)
        made.append(Query(KINDS[kind](hand, original.text), kind, original.number))
    for place, fresh in enumerate(corpus.quotations(unmatched, FRESH + seed * 1_000_000)):
        if place % 5 < 3:
            made.append(Query(fresh.text, UNHELD, None))
        else:
            similar = _held(corpus, held, hand.chance)
            made.append(Query(_sharing(hand, fresh.text, similar.text), SHARING, None, similar.number))
    hand.chance.shuffle(made)
    return made


# How an appearance after the first is printed: identical mostly, else altered mildly.
LATER = {"verbatim": 60, "truncated": 12, "ellipses": 7, "brackets": 6, "typos": 8, "substituted": 4, "reordered": 3}
SINGLE = 0.5  # of all utterances, those that appear once
LARGEST = 30  # appearances of one utterance


def clustered(corpus: Corpus, count: int, seed: int = 1) -> list[Appearance]:
    """`count` appearances in the order of time. Half of the utterances appear once, the others 2 to 30 times.

    The first appearance has the whole wording; each later one follows the one before within days or, seldom, months.
    """
    hand = Hand(corpus, f"{seed} clustered")
    drafts: list[tuple[datetime.date, int, int, str, str]] = []
    for utterance, spoken in enumerate(corpus.quotations(count, UTTERANCES)):
        if len(drafts) == count:
            break
        said = spoken.said
        for again in range(min(_size(hand.chance), count - len(drafts))):
            kind = hand.chance.choices(list(LATER), list(LATER.values()))[0] if again else "verbatim"
            if len(spoken.text.split()) < FEWEST:
                kind = "verbatim"
            drafts.append((said, utterance, again, KINDS[kind](hand, spoken.text), kind))
            said += datetime.timedelta(days=int(hand.chance.expovariate(1 / 20)))
    drafts.sort(key=lambda draft: draft[:3])
    earliest: dict[int, int] = {}
    return [
        Appearance(number, text, said, utterance, earliest.setdefault(utterance, number), kind)
        for number, (said, utterance, _, text, kind) in enumerate(drafts)
    ]


def as_quotations(appearances: list[Appearance]) -> Iterator[tuple[int, list[str]]]:
    """Numbers and words: what the baselines are built from."""
    return ((appearance.number, plain(appearance.text)) for appearance in appearances)


def plain(text: str) -> list[str]:
    """The words of an altered text, for the baselines: without brackets, ellipses and capitals."""
    bare = text.translate(NO_MARKS).replace("...", " ")
    return [word for part in bare.lower().split() if (word := part.strip(".,"))]


NO_MARKS = str.maketrans({"[": None, "]": None, "…": " "})


def _held(corpus: Corpus, held: int, chance: random.Random) -> Quotation:
    """A quotation of the corpus that is long enough to be altered."""
    while True:
        found = corpus.quotation(chance.randrange(held))
        if len(found.text.split()) >= FEWEST:
            return found


def _size(chance: random.Random) -> int:
    """How often an utterance appears: Zipf's law beyond the singletons."""
    if chance.random() < SINGLE:
        return 1
    return chance.choices(range(2, LARGEST + 1), [1 / size**2 for size in range(2, LARGEST + 1)])[0]


def _sharing(hand: Hand, text: str, held: str) -> str:
    """A fresh text with one or two runs of three to five words of a held one: a phrase in common, not a quotation."""
    words, source = text.rstrip(".").split(), words_of(held)
    for _ in range(1 if len(words) < 20 else 2):
        size = hand.chance.randrange(3, 6)
        start = hand.chance.randrange(len(source) - size + 1)
        place = hand.chance.randrange(len(words) + 1)
        words[place:place] = source[start : start + size]
    return " ".join(words) + "."


def _replaced(hand: Hand, text: str, share: float) -> str:
    words = text.split()
    for place in hand.chance.sample(range(len(words)), max(1, round(len(words) * share))):
        words[place] = hand.word()
    return " ".join(words)


def _slip(chance: random.Random, word: str) -> str:
    """A letter left out, doubled, swapped with the next, or hit wrong."""
    place = chance.randrange(max(1, len(word.rstrip(".,")) - 1))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    ways = (
        after,
        letter + letter + after,
        after[:1] + letter + after[1:],
        chance.choice(string.ascii_lowercase) + after,
    )
    return before + chance.choice(ways)
