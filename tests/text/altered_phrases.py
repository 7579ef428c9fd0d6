"""Pairs of wordings that say the same, or nearly, in other figures.

A row is two wordings and what is raised between them, whichever of the two is the earlier.
"""

from __future__ import annotations

from tests.text.altered import NUMBER

# Fractions and shares.
FRACTIONS = [
    ("2/3 of voters agree.", "Two thirds of voters agree.", None),
    ("Two-thirds of voters agree.", "2/3 of voters agree.", None),
    ("1/2 of the town left.", "Half of the town left.", None),
    ("Half of the town left.", "1/2 the town left.", None),
    ("50 percent of the town left.", "Half of the town left.", None),
    ("50% of the town left.", "Half the town left.", None),
    ("25 per cent of the town left.", "A quarter of the town left.", None),
    ("A fifth of the town left.", "20% of the town left.", None),
    ("One fifth of the town left.", "20% of the town left.", None),
    ("One half of the town left.", "Half of the town left.", None),
    ("A 2/3 majority", "A three quarters majority", NUMBER),
    ("2/3 of voters agree.", "Three quarters of voters agree.", NUMBER),
    ("2/3 of voters agree.", "1/3 of voters agree.", NUMBER),
    ("2/3 of voters agree.", "2/5 of voters agree.", NUMBER),
    ("50 percent of voters agree.", "A third of voters agree.", NUMBER),
    ("½ of the town left.", "Half of the town left.", None),
    ("It took 1½ years.", "It took one and a half years.", None),
    ("It took 1½ years.", "It took 2½ years.", NUMBER),
    ("It took 1 1/2 years.", "It took 1.5 years.", None),
    ("It rose by 50 percent.", "It rose by half.", None),
    ("It rose 50 percent.", "It rose 50 percentage points.", NUMBER),
    ("It happened on 9/11.", "It happened on 9/12.", NUMBER),
    ("It happened on 1/2/2019.", "It happened on 1/3/2019.", NUMBER),
    ("It is open 24/7.", "It is open 24/6.", NUMBER),
    ("The 2019/20 season", "The 2019/21 season", NUMBER),
    ("66 percent of voters agree.", "Two thirds of voters agree.", NUMBER),
    ("One in three voters agree.", "One in five voters agree.", NUMBER),
    ("It doubled.", "It halved.", NUMBER),
    ("The first one in ten years", "The first one in 10 years", None),
    ("It took half an hour.", "It took 30 minutes.", NUMBER),
    ("It took a half hour.", "It took half an hour.", None),
    ("It grew by a factor of 2/3.", "It grew by a factor of two thirds.", None),
    ("About 2/3 of the town left.", "About two-thirds of the town left.", None),
    ("About 2/3 of the town left.", "Two-thirds of the town left.", NUMBER),
    ("Over 50 percent of the town left.", "More than half of the town left.", None),
    ("Nearly 50 percent of the town left.", "Nearly half the town left.", None),
    ("20 percent of the town left.", "One in five of the town left.", NUMBER),
    ("The 50 percent rise was a shock.", "The rise of half was a shock.", None),
    ("On 1/2 the council met.", "On 2 January the council met.", NUMBER),
    ("They scored 3/4 goals.", "They scored three quarters goals.", None),
    ("It was 2 1/2 metres wide.", "It was two and a half metres wide.", None),
    ("It was 2½ metres wide.", "It was 2.5 metres wide.", None),
    ("The vote was 5-4.", "The vote was 5-3.", NUMBER),
]
