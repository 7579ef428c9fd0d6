"""Pairs of wordings that say how many in other words, or say another “how many”: most, nearly all, only, all but one.

A row is two wordings and what is raised between them, whichever of the two is the earlier.
"""

from __future__ import annotations

from tests.text.altered import NUMBER

# How many.
MANY = [
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

# Words that say how many elsewhere, or deny.
NONE_MEANT = [
    ("The will of the people won.", "The wish of the people won.", None),
    ("He opened a can of beer.", "He opened a tin of beer.", None),
    ("The might of the army", "The power of the army", None),
    ("I like it very much.", "I like it a lot.", None),
    ("He is only human.", "He is just human.", None),
    ("That is a must.", "That is a need.", None),
    ("Second, we agree.", "Secondly, we agree.", None),
    ("In the first place we agree.", "We agree.", None),
    ("At first we agreed.", "Initially we agreed.", None),
    ("Once we agreed, we left.", "When we agreed, we left.", None),
    ("The one I like is here.", "The man I like is here.", None),
    ("One could say so.", "You could say so.", None),
    ("Some say so.", "Some people say so.", None),
    ("It is all right.", "It is alright.", None),
    ("All right, we agree.", "We agree.", None),
    ("All of a sudden it fell.", "Suddenly it fell.", None),
    ("After all, we agree.", "We agree.", None),
    ("Above all, we agree.", "We agree.", None),
    ("First of all, we agree.", "We agree.", None),
    ("Most of all, I agree.", "I agree.", None),
    ("At last we agree.", "Finally we agree.", None),
    ("Nevertheless, we agree.", "We agree.", None),
    ("None the less, we agree.", "Nonetheless, we agree.", None),
    ("No matter what, we agree.", "Whatever happens, we agree.", None),
    ("Not only that, we agree.", "We agree.", None),
    ("Not surprisingly, we agree.", "Unsurprisingly, we agree.", None),
    ("Last but not least, we agree.", "Finally, we agree.", None),
    ("Believe it or not, we agree.", "We agree.", None),
    ("Like it or not, he won.", "He won.", None),
    ("Why not? We agree.", "We agree.", None),
    ("Noone knows.", "No one knows.", None),
    ("This May was cold.", "That May was cold.", None),
]

QUANTITIES = [*MANY, *NONE_MEANT]
