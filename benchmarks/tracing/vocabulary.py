"""The words of the made-up language: English closed-class words, common words, and 40,000 made-up content words.

Every word belongs to a class, named by one letter wherever a frame has a place for it:
n noun, v verb as it stands in the dictionary, z its third person, d its past, g its -ing form, a adjective, r adverb.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Closed-class words with how often one stands in its place, in parts of all; a phrase of such words is one entry.
CLOSED: dict[str, dict[str, int]] = {
    "pron": {
        "we": 24, "I": 22, "it": 16, "they": 10, "you": 9, "he": 5, "she": 2, "people": 2, "everyone": 1, "nobody": 1,
        "this": 4, "that": 3, "those": 1, "these": 1, "one": 1, "some": 1, "many": 1, "others": 1, "somebody": 1,
    },
    "aux": {
        "will": 12, "have": 10, "would": 8, "can": 7, "must": 6, "should": 6, "do not": 5, "cannot": 3, "could": 4,
        "will not": 3, "may": 3, "are going to": 3, "have to": 5, "need to": 4, "want to": 4, "might": 1, "shall": 1,
        "did not": 2, "would not": 2, "don't": 2, "won't": 1, "are not going to": 1, "had to": 1, "used to": 1,
        "would like to": 2, "ought to": 1, "are able to": 1, "can't": 1, "should not": 1, "will never": 1,
    },
    "be": {
        "is": 20, "was": 9, "are": 10, "were": 4, "has been": 4, "will be": 4, "is not": 4, "have been": 3, "is now": 1,
        "would be": 2, "must be": 2, "has not been": 1, "should be": 2, "cannot be": 1, "isn't": 1, "may be": 1,
    },
    "det": {
        "the": 52, "a": 14, "this": 7, "our": 7, "their": 5, "that": 2, "all the": 1, "these": 3, "any": 2, "some": 2,
        "every": 1, "no": 2, "those": 1, "its": 2, "his": 2, "my": 2, "your": 1, "such a": 1, "the same": 1, "an": 1,
        "another": 1, "one": 1, "each": 1, "her": 1, "more": 1, "both": 1, "many": 1, "the other": 1, "the whole": 1,
    },
    "prep": {
        "of": 40, "in": 24, "to": 14, "for": 13, "on": 9, "with": 8, "at": 5, "from": 6, "by": 6, "about": 4, "as": 4,
        "into": 2, "against": 2, "between": 1, "through": 2, "over": 2, "under": 2, "without": 1, "within": 1,
        "after": 2, "before": 1, "during": 1, "towards": 1, "among": 1, "across": 1, "because of": 1, "outside": 1,
        "in front of": 1, "instead of": 1, "out of": 1, "on behalf of": 1, "since": 1, "until": 1, "beyond": 1,
    },
    "and": {
        "and": 30, ", and": 12, ", but": 9, "that": 12, "because": 5, ", which": 5, "if": 4, "when": 4, "as": 3,
        "or": 3, ", so": 2, "so that": 1, "while": 2, "where": 2, ", although": 1, "than": 2, "unless": 1,
        ", whether": 1, "before": 1, "after": 1, ", and that": 1, ", because": 1, "until": 1, ", who": 1, ", as": 1,
        "what": 2,
    },
    "adv": {
        "not": 8, "also": 5, "now": 3, "only": 3, "never": 2, "still": 3, "just": 3, "very": 2, "always": 1, "again": 1,
        "already": 1, "even": 1, "often": 1, "then": 1, "here": 1, "there": 1, "together": 1, "today": 2, "soon": 1,
    },
    "num": {
        "two": 4, "three": 3, "10": 3, "five": 2, "20": 2, "50": 2, "100": 2, "four": 2, "ten": 1, "30": 1, "15": 1,
        "25": 1, "1,000": 1, "3.5": 1, "40": 1, "2.5": 1, "six": 1, "seven": 1, "300": 1, "12": 1, "eight": 1,
    },
    "unit": {"years": 5, "percent": 5, "million": 4, "people": 3, "days": 2, "months": 2, "billion": 2, "times": 2,
             "weeks": 1, "families": 1, "jobs": 1, "hours": 1, "countries": 1},
}  # fmt: skip

# What begins a clause, what goes on with it, what may end it. A letter after % is a content word's place.
OPENERS = {
    "{pron} {aux}": 30, "the %n {be}": 12, "it {be}": 9, "there {be} {det}": 4, "{det} %a %n {aux}": 5, "%n {aux}": 4,
    "I think that {pron} {aux}": 3, "I believe that the %n {be}": 2, "{pron} {adv} %d": 3, "this {be} {det} %a": 3,
    "let me say that {pron}": 1, "one of the %n that {pron} {aux}": 1, "the %n of {det} %n {aux}": 6, "{pron} %d": 9,
    "{det} %n {be} {adv}": 5, "what {pron} {aux}": 2, "it is %a that {pron}": 2, "{pron} {be}": 4, "he %z": 2,
}  # fmt: skip
MIDDLES = {
    "%v {det} %n": 22, "{adv} %v": 6, "%v {det} %a %n": 12, "be %d": 7, "%v to %v": 4, "{adv} %v {det} %n": 4, "%v": 6,
    "be %d {prep} {det} %n": 4, "%v %n": 6, "be %a": 4, "%v {prep} {det} %n": 8, "make sure that {det} %n {be} %d": 1,
    "%v that {det} %n {be} %a": 4, "been %g {prep} %n": 2, "be able to %v": 2, "%v {det} %n %r": 3,
    "take part in %n": 1,
}  # fmt: skip
TAILS = {
    "{prep} {det} %n": 34, "{prep} {det} %a %n": 14, "{prep} %n": 14, "of the %n": 8, "{prep} %n and %n": 6, "of %n": 4,
    "to %v {det} %n": 8, "{num} {unit}": 3, "more than {num} {unit}": 1, "by %g {det} %n": 3, "%r": 4, "{adv}": 2,
    "{prep} {det} %n of {det} %n": 7, "{prep} {det} %n {prep} %n": 4, "in the %a %n": 3, "for {num} {unit}": 1,
}  # fmt: skip
JOINTS = {"{and}": 20, "{and} {adv}": 1, "{and} {det} %n": 3}

COMMON = {
    "n": "people government country time work year law way minister state right house world question money life problem"
    " policy public report part day committee member health service school children family city community party tax"
    " bill market job system business council budget water security energy police change future war plan fact women"
    " power help force trade house rights workers members years things countries services schools jobs families taxes",
    "v": "make take give see know say think go get come want use find tell ask work call try need keep let begin help"
    " show hear play run move live believe bring write sit stand lose pay meet include continue set learn lead support"
    " understand watch follow stop create speak read allow add spend grow open walk win offer remember protect",
    "a": "new good great important public national other own right big different small large next early young social"
    " political clear sure real best free able strong whole special hard full possible local open better serious fair",
    "r": "really well clearly only simply certainly today together actually again finally fully forward always ever",
}

# The words that are not made up.
WELL_KNOWN = {
    word
    for phrases in (*CLOSED.values(), COMMON.values())
    for phrase in phrases
    for word in re.findall(r"[\w']+", phrase)
}

ONSETS = "b c d f g h l m n p r s t v w br cl cr dr fl gr pl pr sc st str tr sp ch sh th".split()  # noqa: SIM905  # plainer
NUCLEI = "a e i o u a e i o e ea ai ou ee oo".split()  # noqa: SIM905
CODAS = ["", "", "n", "r", "l", "t", "s", "m", "d", "c", "nd", "st", "nt", "rt", "rm", "ck", "p"]
ENDINGS = {
    "n": ["", "", "", "", "", "tion", "ment", "er", "ity", "ence", "ance", "age", "ness", "al", "ism", "or", "ship"],
    "v": ["", "", "", "", "", "ate", "ise", "en", "ish", "ify", "le"],
    "a": ["", "", "y", "al", "ive", "ous", "able", "ic", "ful", "ary", "ent", "less", "ed"],
}
NOUNS, VERBS, ADJECTIVES, ADVERBS = 8_000, 4_000, 6_000, 2_000  # with plurals and the verbs' forms some 40,000 words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of each class, the most frequent first. The classes of verbs agree: one place, one verb."""

    classes: dict[str, list[str]]

    @property
    def size(self) -> int:
        return len({word for words in self.classes.values() for word in words})


def vocabulary(chance: random.Random) -> Vocabulary:
    stems = _stems(chance, 9_000)
    nouns = _common("n") + _unique(_derived(chance, stems, "n"), NOUNS)
    verbs = _common("v") + _unique(_derived(chance, stems, "v"), VERBS)
    adjectives = _common("a") + _unique(_derived(chance, stems, "a"), ADJECTIVES)
    with_plurals = list(nouns)
    for place in range(len(nouns) - 1, len(_common("n")) - 1, -1):  # a plural stands near its word, often after it
        with_plurals.insert(place + chance.randrange(1, 8), _with_s(nouns[place]))
    return Vocabulary(
        {
            "n": with_plurals,
            "v": verbs,
            "z": [_with_s(verb) for verb in verbs],
            "d": [_cut_e(verb) + "ed" for verb in verbs],
            "g": [_cut_e(verb) + "ing" for verb in verbs],
            "a": adjectives,
            "r": _common("r") + _unique((adjective + "ly" for adjective in adjectives), ADVERBS),
        }
    )


def drawn(chance: random.Random, weights: dict[str, int], count: int) -> list[str]:
    return chance.choices(list(weights), list(weights.values()), k=count)


def _common(name: str) -> list[str]:
    return list(dict.fromkeys(COMMON[name].split()))


def _stems(chance: random.Random, count: int) -> list[str]:
    """Stems of one to three syllables, the short ones mostly first: what is said often is short."""
    found: dict[str, float] = {}
    while len(found) < count:
        syllables = chance.choices((1, 2, 3), (4, 6, 1))[0]
        # A square favours what comes first: in English, too, a few letters make up most words.
        parts = [_skewed(chance, ONSETS) + _skewed(chance, NUCLEI) for _ in range(syllables)]
        stem = "".join(parts) + chance.choice(CODAS)
        found.setdefault(stem, len(stem) + chance.gauss(0, 1.5))
    return sorted(found, key=found.__getitem__)


def _skewed(chance: random.Random, parts: Sequence[str]) -> str:
    return parts[int(chance.random() ** 1.5 * len(parts))]


def _derived(chance: random.Random, stems: list[str], name: str) -> Iterator[str]:
    """Words of a class without end: the stems in order, again and again, with one of the class's endings."""
    while True:
        for stem in stems:
            if chance.random() < 0.5:
                yield stem + chance.choice(ENDINGS[name])


def _unique(words: Iterator[str], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[next(words)] = None
    return list(found)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def _cut_e(verb: str) -> str:
    return verb[:-1] if verb.endswith("e") else verb
