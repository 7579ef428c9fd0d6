"""Conditionals that are an ending only: French “fermerait” of “fermera”, Spanish “cerraría” of “cerrará”.

News in these languages puts into the conditional what it does not vouch for. Nobody tells a comparison its language,
and an imperfect can end in the same letters (“montrait”, “abría”), so an ending says so only against another form of
the same verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.text.words import words

# As they are compared, without accents; in front of it stands what the future has there too. “Victoria” is none.
# The last are the Spanish verbs whose future is irregular: “vendría”, “haría”.
ENDING = re.compile(
    r"(\w{3,})r(?:ais|ait|ions|iez|aient)|(\w{2,}[aei]|\w*(?:[eo]n|al)d|[chs]ab|quer|ha|di)r(?:ia|ias|iamos|ian)"
)
# What the same verb has behind that in its present, its infinitive and its future. “-re” is of another verb: “montre”.
OTHERS = words("r ra ras rai rez rons ront remos ran s z nt t n mos")
# And behind all but its last letter: “fermait” of “fermerait”, “paga” of “pagaría” (or “pago”).
PASTS = words("ait ais aient ions iez aba aban o")


def only_one_conditional(keys: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of two stretches has the conditional of a verb, and the other has another form of it."""
    one, other = frozenset(keys), frozenset(others)
    return any(not _forms(key).isdisjoint(other) for key in one) or any(
        not _forms(key).isdisjoint(one) for key in other
    )


@lru_cache(maxsize=16_384)
def _forms(key: str) -> frozenset[str]:
    """The forms of the verb whose conditional this word is, should it be one."""
    match = ENDING.fullmatch(key)
    if not match:
        return frozenset()
    stem = match[1] or match[2]
    return frozenset({stem}) | {stem + end for end in OTHERS} | {stem[:-1] + end for end in PASTS}
