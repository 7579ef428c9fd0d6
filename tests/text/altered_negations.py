"""Pairs of wordings that deny: by a prefix, by a word put for its contrary, twice, or in another place.

A row is two wordings and what is raised between them, whichever of the two is the earlier.
"""

from __future__ import annotations

from tests.text.altered import NEGATION

# By a prefix or a contrary, and twice.
TURNED = [
    ("It is not impossible.", "It is possible.", None),
    ("It is not uncommon for rivers to flood.", "It is common for rivers to flood.", None),
    ("The mayor was not unaware of the risk.", "The mayor was aware of the risk.", None),
    ("It is not unlikely to fail.", "It is likely to fail.", None),
    ("It is not unlikely to fail.", "It is unlikely to fail.", NEGATION),
    ("It is not unlikely to fail.", "It is not likely to fail.", NEGATION),
    ("It is not impossible.", "It is impossible.", NEGATION),
    ("Prices did not fall.", "Prices rose.", NEGATION),
    ("It was not legal.", "It was illegal.", None),
    ("We did not succeed.", "We failed.", None),
    ("We succeeded.", "We failed.", NEGATION),
    ("It was a failure.", "It was a success.", NEGATION),
    ("Prices surged in May.", "Prices plunged in May.", NEGATION),
    ("Crime is going up.", "Crime is going down.", NEGATION),
    ("Crime is up 5 percent.", "Crime is down 5 percent.", NEGATION),
    ("Shares gained 3 percent.", "Shares lost 3 percent.", NEGATION),
    ("The firm made a profit.", "The firm made a loss.", NEGATION),
    ("It is safer than before.", "It is more dangerous than before.", NEGATION),
    ("Their forces advanced.", "Their forces retreated.", NEGATION),
    ("The court upheld the ban.", "The court overturned the ban.", NEGATION),
    ("They accepted the offer.", "They refused the offer.", NEGATION),
    ("Growth accelerated.", "Growth slowed.", NEGATION),
    ("Taxes were raised.", "Taxes were cut.", NEGATION),
    ("The list includes the mayor.", "The list excludes the mayor.", NEGATION),
    ("It is good for the town.", "It is bad for the town.", NEGATION),
    ("They shut down the bridge.", "They shut the bridge.", None),
    ("Prices surged in May.", "Prices soared in May.", None),
    ("The plan is anti-democratic.", "The plan is democratic.", NEGATION),
    ("It was an anti-war march.", "It was a pro-war march.", NEGATION),
    ("It was an anti-war march.", "It was an antiwar march.", None),
    ("It was an antiwar march.", "It was a war march.", NEGATION),
    ("It was an antique boat.", "It was an old boat.", None),
]

DENIALS = [*TURNED]
