"""How much a shared word tells: much where few wordings have it, next to nothing for “the”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from claims.text.fingerprint import runs_up_to

# About which share of quotations have a word, before any were counted: so that two wordings of a handful are told
# apart as well as two of a million. English, French, German and Spanish words that carry grammar, not matter.
SHARES = {
    0.4: "the to of and a in that",
    0.2: "is it i we for be on you this have are was not with as they he",
    0.08: "will at but our by what an from has or if all do there would can their who us people his my so about out "
    "been were more no your one just up when going think know them get she her him which now "
    "because me how said very time make want go like had did these than into need right way "
    "de la le les et en un une des du que qui est pas pour dans ce il je nous vous on ne se plus "
    "der die das und ist nicht zu den ein eine von mit es ich wir sie auf für im dem dass "
    "el los las y que es una por con para no se lo su al del como",
    0.03: "only other some could should over those then also any see even much here where does come good take back "
    "after first every really being well still own got most must too before am let many may through say "
    "thing things something lot done never always why again against between while yes percent year "
    "years today "
    "avec sur au aux mais ou où son sa ses leur nos tout cette ces été fait "
    "auch aber oder wie wenn sich nur noch kann werden wird hat haben sind war "
    "pero más este esta sus son ha hay muy todo nos",
}
SHARE = {word: share for share, listed in SHARES.items() for word in listed.split()}
UNLISTED = 1 / 2000
# Of so many words at most what they tell is kept in memory.
MOST_KEPT = 300_000
# How many counted wordings weigh as much as the table above.
PRIOR = 1000


class Rarity(dict[str, float]):
    """What each word tells when two wordings share it, in bits.

    `counts` says how often a word occurs in `held` wordings; a word that it does not know is in hardly any.
    """

    def __init__(self, counts: Mapping[str, int], held: int) -> None:
        self._total = held + PRIOR
        self._counts = counts
        super().__init__((word, self._bits(word, min(count, held))) for word, count in counts.items())

    def __missing__(self, word: str) -> float:
        bits = self._bits(word, 0)
        if len(self) < MOST_KEPT:
            self[word] = bits
        return bits

    def _bits(self, word: str, count: int) -> float:
        return log2(self._total / (count + SHARE.get(word, UNLISTED) * PRIOR))

    def after(self, forms: Sequence[str], common: Mapping[int, int], least: int) -> list[float]:
        """What each word of a wording tells, in bits, once the two before it are known.

        `common` says in how many wordings the hashed runs of two and of three words are; one that it does not know is
        in fewer than `least`. “Of the United” leaves nothing for “States” to tell.
        """
        told = [self[form] for form in forms]
        _, twos, threes = runs_up_to(forms, 3)
        for at in range(1, len(forms)):
            before = self._counts.get(forms[at - 1], 0)
            bits = _given(told[at], common.get(twos[at - 1], 0), before, least)
            if at > 1:
                bits = _given(bits, common.get(threes[at - 2], 0), common.get(twos[at - 2], 0), least)
            told[at] = bits
        return told


def _given(bits: float, run: int, before: int, least: int) -> float:
    """What a word tells after others: `before` is how often those are, `run` how often they are with it, 0 for rarely.

    Where that is not known, what is known of fewer words stands, but for what the rarity of the run says itself.
    """
    if not before:
        return bits
    return log2(max(before, run) / run) if run else max(bits, log2(before / least))
