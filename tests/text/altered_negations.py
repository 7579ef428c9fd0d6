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

# In another place.
MOVED = [
    ("I don't think it is safe.", "I think it is not safe.", None),
    ("I don't think it's safe.", "I think it isn't safe.", None),
    ("I do not believe he will resign.", "I believe he will not resign.", None),
    ("We do not expect the bank to act.", "We expect the bank not to act.", None),
    ("He doesn't seem to know.", "He seems not to know.", None),
    ("I don't think it is safe.", "I think it is safe.", NEGATION),
    ("I think so. It is not safe.", "I don't think so. It is safe.", NEGATION),
    ("I don't think it is safe.", "It is safe.", NEGATION),
    ("Ich glaube nicht, dass er kommt.", "Ich glaube, dass er nicht kommt.", None),
    ("Je ne crois pas qu'il viendra.", "Je crois qu'il ne viendra pas.", None),
    ("No creo que venga.", "Creo que no venga.", None),
    ("I said he did not steal it.", "I did not say he stole it.", NEGATION),
    ("He promised not to go.", "He did not promise to go.", NEGATION),
    ("We decided not to close the plant.", "We did not decide to close the plant.", NEGATION),
    ("All the boats are not safe.", "Not all the boats are safe.", NEGATION),
    ("The bridge, not the road, is closed.", "The road, not the bridge, is closed.", NEGATION),
    ("It is not the bridge that leaks.", "The bridge does not leak.", NEGATION),
    ("We will not close the bridge today.", "Today we will not close the bridge.", None),
    ("I do not really know.", "I really do not know.", None),
    ("Don't you know?", "Do you not know?", None),
    ("Never have we closed it.", "We have never closed it.", None),
    ("We don't have any money.", "We have no money.", None),
    ("I didn't say anything.", "I said nothing.", None),
    ("He never told anyone.", "He told no one.", None),
    ("I have not seen anybody.", "I have seen nobody.", None),
    ("There were not any boats.", "There were no boats.", None),
    ("He did not go either.", "Neither did he go.", None),
    ("We don't have any money.", "We have money.", NEGATION),
    ("I have not seen anybody.", "I have seen somebody.", NEGATION),
    ("Nobody told them anything.", "They told nobody anything.", NEGATION),
    ("We did not close it because it leaked.", "We closed it because it did not leak.", NEGATION),
    ("We want not to lose but to win.", "We want not to win but to lose.", NEGATION),
    ("He didn't try to win.", "He tried not to win.", NEGATION),
    ("He didn't want to win.", "He wanted not to win.", None),
]

DENIALS = [*TURNED, *MOVED]
