"""Which words turn another one round: by how they are built (“unlikely”, “harmless”), or as a row of a table says."""

from __future__ import annotations

from functools import lru_cache

from claims.text.words import words

# “not” against “un-”: a word with one of these before it denies the word without.
DENYING = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
DENYING_LETTERS = frozenset(prefix[0] for prefix in DENYING)
LEAST_DENIED = 4
# Words that only look so.
NOT_DENIED = words(
    "inform inside intake increase impress import discover distress display discharge discount dispatch invaluable "
    "intent instance indeed input into until under unless union unit insure inflame infamous impart imposing "
    "imprint illumined mistake mistakes mistaken mistook missing mister missed misses"
)
# Words, and those that they are the contrary of. One way is enough: what is counted is which of two wordings has more
# of the first. Nouns and verbs that mean several things (“up”, “right”, “leave”) are left out.
ROWS = (
    ("lower smaller shorter", "higher bigger larger greater longer taller"),
    ("worse worst", "better best"),
    ("weaker slower poorer cheaper younger", "stronger faster richer dearer older"),
    ("fall falls fell falling fallen drop drops dropped", "rise rises rose rising risen climb climbs climbed"),
    ("decrease decreases decreased decreasing", "increase increases increased increasing"),
    ("shrink shrinks shrank shrunk shrinking", "grow grows grew grown growing"),
    ("after", "before"),
    ("against", "for"),  # “voted against”
    ("oppose opposes opposed opposing opposition", "support supports supported supporting back backs backed backing"),
    ("reject rejects rejected rejecting", "accept accepts accepted accepting approve approves approved approving"),
    ("deny denies denied denying", "admit admits admitted admitting confirm confirms confirmed confirming"),
    ("deny denies denied denying", "say says said saying claim claims claimed claiming"),
    ("lose loses lost losing", "win wins won winning"),
    ("lack lacks lacked lacking", "have has had having"),
    ("ban bans banned banning", "allow allows allowed allowing"),
    ("false", "true"),
    ("innocent", "guilty"),
    ("dead", "alive"),
    ("dangerous", "safe"),
)
CONTRARIES: dict[str, frozenset[str]] = {}
for _turned, _others in ROWS:
    for _word in _turned.split():
        CONTRARIES[_word] = CONTRARIES.get(_word, frozenset()) | words(_others)


def denies(key: str, other: str) -> bool:
    """Whether `key` is the contrary of `other`, by its prefix, its ending or the table."""
    return other in turned_round(key)


@lru_cache(maxsize=16_384)
def turned_round(key: str) -> frozenset[str]:
    """What a word denies, should it be a word: “likely” of “unlikely”, “harmful” of “harmless”."""
    found = set(CONTRARIES.get(key, ()))
    if key.endswith("less"):
        found.add(f"{key[:-4]}ful")
    if key[:1] in DENYING_LETTERS and key not in NOT_DENIED:
        found |= {
            key[len(prefix) :]
            for prefix in DENYING
            if key.startswith(prefix) and len(key) >= len(prefix) + LEAST_DENIED
        }
    return frozenset(found)
