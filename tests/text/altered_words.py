"""Pairs of wordings whose words differ: bracketed, left out, put in, put for others, moved."""

from __future__ import annotations

from claims.text.align import Change
from tests.text.altered import (
    MODALITY,
    NEGATION,
    NUMBER,
    Row,
    bracketed,
    cut_off,
    filled,
    goes_on,
    instead,
    left_out,
    marked,
    moved,
    put_in,
    sign,
)

REST = "because its planks rot, its lamps hang loose, and every winter storms shake more stone off both its piers"

# A part is quoted, and its first or last word is another: what is left off stands outside.
QUOTED_IN_PART: list[Row] = [
    (
        "last-of-a-part",
        f"We close the old bridge in this town {REST}.",
        "We close the old bridge in this region",
        [instead("town", "region"), cut_off(REST)],
    ),
    (
        "first-of-a-part",
        f"{REST}, we close the old bridge.",
        "they close the old bridge.",
        [cut_off(REST), instead("we", "they")],
    ),
]

# Brackets.
BRACKETS: list[Row] = [
    ("he-for-i", "I will close it.", "[He] will close it.", [bracketed("I", "[He]")]),
    (
        "name-for-she",
        "She said the bridge is old.",
        "[Mayor Quill] said the bridge is old.",
        [bracketed("She", "[Mayor Quill]")],
    ),
    ("noun-for-it", "We closed it in May.", "We closed [the bridge] in May.", [bracketed("it", "[the bridge]")]),
    ("sic", "The brige is closed.", "The brige [sic] is closed.", [bracketed("", "[sic]")]),
    ("capital-in-bracket", "we will go.", "[W]e will go.", [bracketed("we", "[W]e")]),
    ("small-in-bracket", "We will go.", "[w]e will go.", [bracketed("We", "[w]e")]),
    ("ending-in-bracket", "They walk home.", "They walk[ed] home.", [bracketed("walk", "walk[ed]")]),
    ("put-in", "They closed it.", "They closed it [on purpose].", [bracketed("", "[on purpose]")]),
    ("put-in-parentheses", "They closed it.", "They (the council) closed it.", [bracketed("", "(the council)")]),
    (
        "wide-bracket",
        "I and my men will close it.",
        "[The council] will close it.",
        [bracketed("I and my men", "[The council]")],
    ),
    ("contraction-bracket", "I'm going home.", "[He is] going home.", [bracketed("I'm", "[He is]")]),
    (
        "two-brackets",
        "I told them.",
        "[Quill] told [the council].",
        [bracketed("I", "[Quill]"), bracketed("them", "[the council]")],
    ),
    ("year-gloss", "It closed last year.", "It closed last year [2018].", [bracketed("", "[2018]")]),
    ("not-in-bracket", "We will leave.", "We will [not] leave.", [bracketed("", "[not]", NEGATION)]),
    ("all-for-some", "Some of them left.", "[All] of them left.", [bracketed("Some", "[All]", NUMBER)]),
    ("will-for-may", "It may close.", "It [will] close.", [bracketed("may", "[will]", MODALITY)]),
    ("modal-in-bracket", "I may close it.", "[He will] close it.", [bracketed("I may", "[He will]", MODALITY)]),
    ("number-for-number", "It took 180 days.", "It took [75] days.", [bracketed("180", "[75]", NUMBER)]),
    ("bracket-resolved", "[He] will close it.", "I will close it.", [bracketed("[He]", "I")]),
    ("bracket-off", "We closed [the bridge].", "We closed the bridge.", [sign("[the bridge]", "the bridge")]),
    ("both-bracketed", "We closed [the bridge].", "We closed [the bridge].", []),
    ("bracket-changed", "We closed (the old bridge).", "We closed (the bridge).", [left_out("old")]),
    ("bracket-left-out", "We [the council] will close it.", "We will close it.", [left_out("[the council]")]),
    (
        "they-for-a-noun",
        "The engineers say the bridge is safe.",
        "[They] say the bridge is safe.",
        [bracketed("The engineers", "[They]")],
    ),
    (
        "bracket-and-mark",
        "The engineers told us they would fix it by Monday.",
        "The engineers told [the council] they would fix it … Monday.",
        [bracketed("us", "[the council]"), marked("by", "…")],
    ),
]

# Marked omissions.
MARKED: list[Row] = [
    ("marked", "We will close the bridge and the road.", "We will close … the road.", [marked("the bridge and", "…")]),
    (
        "marked-dots",
        "We will close the bridge and the road.",
        "We will close ... the road.",
        [marked("the bridge and", "...")],
    ),
    (
        "marked-spaced",
        "We will close the bridge and the road.",
        "We will close . . . the road.",
        [marked("the bridge and", ". . .")],
    ),
    (
        "marked-bracket",
        "We will close the bridge and the road.",
        "We will close […] the road.",
        [marked("the bridge and", "[…]")],
    ),
    (
        "marked-stars",
        "We will close the bridge and the road.",
        "We will close *** the road.",
        [marked("the bridge and", "***")],
    ),
    ("marked-start", "Today we will close the road.", "… we will close the road.", [marked("Today", "…")]),
    ("marked-end", "We will close the road today.", "We will close the road …", [marked("today", "…")]),
    ("marked-not", "We will not ever go.", "We will … go.", [marked("not ever", "…", NEGATION)]),
    ("marked-not-behind", "We do not think so.", "We do … think so.", [marked("not", "…", NEGATION)]),
    ("marked-not-kept", "We do not, as I said, think so.", "We do not … think so.", [marked("as I said", "…")]),
    (
        "marked-clause-with-not",
        "The bridge, which was not built in a day, is safe.",
        "The bridge … is safe.",
        [marked("which was not built in a day", "…")],
    ),
    (
        "marked-clause-with-number",
        "The bridge, which has 75 piers, is safe.",
        "The bridge … is safe.",
        [marked("which has 75 piers", "…")],
    ),
    ("marked-hedge", "It will probably close soon.", "It will … close soon.", [marked("probably", "…")]),
    (
        "marked-and-changed",
        "It will, in the end, close the road.",
        "It may … close the road.",
        [instead("will", "may", MODALITY), marked("in the end", "…")],
    ),
    (
        "marked-twice",
        "We, the council, will close the bridge, too.",
        "We … will close the bridge …",
        [marked("the council", "…"), marked("too", "…")],
    ),
    (
        "marked-repeated",
        "I will go to the town and then I will speak to the press.",
        "I will … speak to the press.",
        [marked("go to the town and then I will", "…")],
    ),
    (
        "marked-never-and-aside",
        "The council will never, under any circumstances, close the bridge.",
        "The council will … close the bridge.",
        [marked("never, under any circumstances", "…", NEGATION)],
    ),
    ("mark-filled", "The bridge … is safe", "The bridge, which is old, is safe", [filled("…", "which is old")]),
    (
        "mark-and-not",
        "We do not accept … the plan",
        "We accept the plan",
        [left_out("do not", NEGATION), sign("…", "")],
    ),
]

# Words left out, put in, put in place of others.
WORDS: list[Row] = [
    ("left-out", "The bridge of the council is closed.", "The bridge is closed.", [left_out("of the council")]),
    ("put-in-middle", "The bridge is closed.", "The old bridge is closed.", [put_in("old")]),
    ("for-another", "The bridge is closed.", "The bridge is shut.", [instead("closed", "shut")]),
    (
        "phrase-for-phrase",
        "The bridge is closed for good.",
        "The bridge is a thing of the past.",
        [instead("closed for good", "a thing of the past")],
    ),
    (
        "fragment-end",
        "The bridge is closed and the boats are gone.",
        "The bridge is closed.",
        [cut_off("and the boats are gone")],
    ),
    ("fragment-start", "Today the bridge is closed.", "The bridge is closed.", [cut_off("Today")]),
    (
        "fragment-both",
        "Today the bridge is closed for good.",
        "the bridge is closed",
        [cut_off("Today"), cut_off("for good")],
    ),
    (
        "fragment-shouted",
        "The bridge is closed, they say.",
        "The bridge is closed!",
        [sign(",", "!"), cut_off("they say")],
    ),
    (
        "longer-end",
        "The bridge is closed.",
        "The bridge is closed and the boats are gone.",
        [goes_on("and the boats are gone")],
    ),
    ("longer-start", "The bridge is closed.", "Today the bridge is closed.", [goes_on("Today")]),
    ("number-at-edge", "More than 100 boats sank.", "100 boats sank.", [cut_off("More than", NUMBER)]),
    (
        "all-else",
        "The old bridge is closed.",
        "A storm in the night broke it.",
        [instead("The old bridge is closed", "A storm in the night broke it")],
    ),
    ("hers-his", "The mayor closed her office.", "The mayor closed his office.", [instead("her", "his")]),
    ("other-language", "La ville a fermé le pont.", "La ville a ouvert le pont.", [instead("fermé", "ouvert")]),
    ("chinese", "桥关闭了。", "桥开放了。", [instead("关闭", "开放")]),
    ("for-a-man", "That is one small step for a man", "That is one small step for man", [left_out("a")]),
]

# Moved.
MOVES: list[Row] = [
    (
        "swapped",
        "The council met and the mayor left.",
        "The mayor left and the council met.",
        [moved("the mayor left", "The mayor left")],
    ),
    (
        "moved-front",
        "We closed the bridge in the dead of night.",
        "In the dead of night we closed the bridge.",
        [moved("We closed the bridge", "we closed the bridge")],
    ),
    ("moved-word", "We closed it quickly.", "We quickly closed it.", [moved("quickly", "quickly")]),
    (
        "moved-and-not",
        "The old boats sank, and we did not leave.",
        "We did leave, and the old boats sank.",
        [
            instead("and we did", "We did"),
            left_out("not", NEGATION),
            instead("leave", "leave, and"),
            moved("The old boats sank", "the old boats sank"),
        ],
    ),
    (
        "words-swapped",
        "Peace and freedom for all.",
        "Freedom and peace for all.",
        [moved("freedom", "Freedom"), moved("Peace", "peace")],
    ),
    (
        "today-moved",
        "Today we will vote on the plan.",
        "We will vote on the plan today.",
        [moved("Today", "today")],
    ),
    (
        "only-moved",
        "Only we closed the bridge.",
        "We closed only the bridge.",
        [cut_off("Only", NUMBER), put_in("only", NUMBER)],
    ),
    (
        "three-words-moved",
        "I was there, I saw it, and I never want to see it again.",
        "I saw it, I was there, and I never want to see it again.",
        [moved("I saw it", "I saw it")],
    ),
    (
        "bridge-and-road",
        "We have lost the bridge and we have lost the road.",
        "We have lost the road and we have lost the bridge.",
        [moved("we have lost the road", "We have lost the road")],
    ),
]

# Several, none.
SEVERAL: list[Row] = [
    (
        "several",
        "The old council will not close the bridge for 180 days.",
        "The council may close the [road] for 75 days!",
        [
            left_out("old"),
            instead("will", "may", MODALITY),
            left_out("not", NEGATION),
            bracketed("bridge", "[road]"),
            instead("180", "75", NUMBER),
            sign(".", "!"),
        ],
    ),
    ("both-empty", "", "", []),
    ("later-empty", "The bridge.", "", [left_out("The bridge")]),
    ("earlier-empty", "", "The bridge.", [put_in("The bridge")]),
    ("only-marks", "“…”", '"..."', []),
    ("only-signs", "?", "!", []),
    ("no-words-against-words", "…", "The bridge.", [(Change.EXTENSION, "…", "The bridge", None)]),
]

WORDING = [*QUOTED_IN_PART, *BRACKETS, *MARKED, *WORDS, *MOVES, *SEVERAL]
