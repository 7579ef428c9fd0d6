"""Pairs of wordings that say how many in other words, or say another “how many”: most, nearly all, only, all but one.

A row is two wordings and what is raised between them, whichever of the two is the earlier.
"""

from __future__ import annotations

from tests.text.altered import NUMBER

QUANTITIES = [
    ("Plenty of people agree.", "Lots of people agree.", None),
    ("A great many people agree.", "Many people agree.", None),
    ("A large number of people agree.", "Many people agree.", None),
    ("A number of people agree.", "Several people agree.", None),
    ("A handful of people agree.", "A few people agree.", None),
    ("Most people agree.", "The majority of people agree.", None),
    ("The vast majority of people agree.", "Most people agree.", None),
    ("The vast majority of people agree.", "All people agree.", NUMBER),
    ("A small number of people agree.", "A large number of people agree.", NUMBER),
    ("Much of the town burned.", "Little of the town burned.", NUMBER),
    ("Part of the town burned, not half of it.", "Part of the town burned, not all of it.", NUMBER),
    ("For some time it leaked.", "For a time it leaked.", None),
    ("All but one of the boats sank.", "All of the boats sank.", NUMBER),
    ("All but one of the boats sank.", "All but two of the boats sank.", NUMBER),
    ("All but one of the boats sank.", "One of the boats sank.", NUMBER),
    ("All but over, it went on.", "Nearly over, it went on.", None),
    ("Almost nobody came.", "Nobody came.", NUMBER),
    ("Almost always it leaks.", "Always it leaks.", NUMBER),
    ("It almost never leaks.", "It never leaks.", NUMBER),
    ("Practically all boats sank.", "All boats sank.", NUMBER),
    ("It is above all a mistake.", "It is a mistake above all.", None),
    ("Only women may apply.", "Women may apply.", NUMBER),
    ("Only the rich will pay.", "The rich will pay.", NUMBER),
    ("It only hurts the poor.", "It hurts the poor.", NUMBER),
    ("The council alone, and only the council, decides.", "The council alone, and the council, decides.", NUMBER),
    ("It only hurts the poor.", "It just hurts the poor.", None),
    ("It only hurts the poor.", "It merely hurts the poor.", None),
    ("It just hurts the poor.", "It hurts the poor.", None),
    ("Exclusively women may apply.", "Women may apply.", NUMBER),
    ("Fast alle kamen.", "Alle kamen.", NUMBER),
    ("Presque tous sont venus.", "Tous sont venus.", NUMBER),
    ("Casi todos vinieron.", "Todos vinieron.", NUMBER),
    ("Die Hälfte der Menschen kam.", "Ein Drittel der Menschen kam.", NUMBER),
    ("It was a fast race.", "It was a quick race.", None),
]
