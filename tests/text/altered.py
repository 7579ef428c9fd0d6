"""Pairs of wordings and what was altered between them, as one table a kind.

A row is its name, the earlier wording, the later one, and the alterations in the order of the later text.
"""

from __future__ import annotations

from claims.text.align import Change, Raised

Told = tuple[Change, str, str, Raised | None]
Row = tuple[str, str, str, list[Told]]
NEGATION, NUMBER, MODALITY = Raised.NEGATION, Raised.NUMBER, Raised.MODALITY


def marked(words: str, mark: str, raised: Raised | None = None) -> Told:
    return Change.MARKED_OMISSION, words, mark, raised


def left_out(words: str, raised: Raised | None = None) -> Told:
    return Change.OMISSION, words, "", raised


def cut_off(words: str, raised: Raised | None = None) -> Told:
    return Change.TRUNCATION, words, "", raised


def goes_on(words: str, raised: Raised | None = None) -> Told:
    return Change.EXTENSION, "", words, raised


def put_in(words: str, raised: Raised | None = None) -> Told:
    return Change.INSERTION, "", words, raised


def filled(mark: str, words: str) -> Told:
    return Change.INSERTION, mark, words, None


def bracketed(before: str, after: str, raised: Raised | None = None) -> Told:
    return Change.BRACKETED, before, after, raised


def instead(before: str, after: str, raised: Raised | None = None) -> Told:
    return Change.SUBSTITUTION, before, after, raised


def moved(before: str, after: str) -> Told:
    return Change.REORDERING, before, after, None


def case(before: str, after: str) -> Told:
    return Change.CASE, before, after, None


def sign(before: str, after: str) -> Told:
    return Change.PUNCTUATION, before, after, None


# How it is set in type.
SETTING: list[Row] = [
    ("identical", "The bridge is closed.", "The bridge is closed.", []),
    ("curly-quotes", 'He called it "a mess".', "He called it “a mess”.", []),
    ("single-quotes", 'He called it "a mess".', "He called it ‘a mess’.", []),
    ("apostrophe", "It’s the town's bridge.", "It's the town’s bridge.", []),
    ("spacing", "The  bridge\u00a0is closed.", "The bridge is closed.", []),
    ("dash-glyph", "The bridge — the old one — is closed.", "The bridge – the old one – is closed.", []),
    ("typed-dash", "The bridge — the old one — is closed.", "The bridge -- the old one -- is closed.", []),
    ("hyphen", "It is a well-known bridge.", "It is a well known bridge.", []),
    ("soft-hyphen", "The har\u00adbour is open.", "The harbour is open.", []),
    ("accents", "The café is naïve.", "The cafe is naive.", []),
    ("ellipsis-glyph", "We will … close it.", "We will ... close it.", []),
    ("spaced-ellipsis", "We will … close it.", "We will . . . close it.", []),
    ("bracketed-ellipsis", "We will … close it.", "We will […] close it.", []),
    ("closing-comma", "The bridge is closed.", "The bridge is closed,", []),
    ("no-stop", "The bridge is closed.", "The bridge is closed", []),
    ("stop-of-a-title", "Mr. Quill left.", "Mr Quill left.", []),
    ("stops-of-initials", "The U.S. bridge", "The US bridge", []),
    ("thousands-comma", "It cost 1,000 crowns.", "It cost 1000 crowns.", []),
    ("percent-sign", "It fell by 10%.", "It fell by 10 percent.", []),
    ("per-cent", "It fell by 10 percent.", "It fell by 10 per cent.", [instead("percent", "per cent")]),
    ("ampersand", "Boats & bridges", "boats and bridges", []),
    ("first-capital", "the bridge is closed", "The bridge is closed", []),
    ("sentence-capital", "It leaks, the bridge is old.", "It leaks. The bridge is old.", [sign(",", ".")]),
    ("trailing-ellipsis", "The bridge is closed", "The bridge is closed …", []),
    ("leading-ellipsis", "the bridge is closed", "… the bridge is closed", []),
    ("full-width", "\uff21\uff22\uff23 bridge", "ABC bridge", []),
    ("range", "It takes 10-15 minutes.", "It takes 10–15 minutes.", []),
]

# Capitals and signs.
SIGNS: list[Row] = [
    ("all-capitals", "MAIN B BUS undervolt", "main b bus undervolt", [case("MAIN B BUS", "main b bus")]),
    ("capital-inside", "The Bridge is closed.", "The bridge is closed.", [case("Bridge", "bridge")]),
    ("shouted", "It must NEVER open.", "It must never open.", [case("NEVER", "never")]),
    ("question", "It is safe.", "It is safe?", [sign(".", "?")]),
    ("question-lost", "Is it safe?", "Is it safe.", [sign("?", ".")]),
    ("exclamation", "It is safe.", "It is safe!", [sign(".", "!")]),
    ("comma-added", "We left and the boats stayed.", "We left, and the boats stayed.", [sign("", ",")]),
    ("comma-lost", "Help, Ada.", "Help Ada.", [sign(",", "")]),
    ("semicolon", "It leaks; it is old.", "It leaks, it is old.", [sign(";", ",")]),
    ("dash-for-comma", "It leaks, they say, badly.", "It leaks — they say — badly.", [sign(",", "—"), sign(",", "—")]),
    ("question-inside", "Safe? The bridge is old.", "Safe. The bridge is old.", [sign("?", ".")]),
    ("repeated-sign", "It is safe!", "It is safe!!!", []),
    ("mark-lost", "We will … close it.", "We will close it.", [sign("…", "")]),
    ("mark-for-nothing", "We will close it.", "We will … close it.", [sign("", "…")]),
    ("japanese-sign", "橋は古い。", "橋は古い\uff01", [sign("。", "\uff01")]),
    ("date-turned", "It happened on 3 March 1990.", "It happened on March 3, 1990.", [sign("", ",")]),
]

# Spelling.
SPELLING: list[Row] = [
    ("organise", "They organise boats.", "They organize boats.", [instead("organise", "organize")]),
    ("colour", "The colour of boats.", "The color of boats.", [instead("colour", "color")]),
    ("centre", "The town centre is open.", "The town center is open.", [instead("centre", "center")]),
    ("travelled", "We travelled by boat.", "We traveled by boat.", [instead("travelled", "traveled")]),
    ("grey", "The grey boat sank.", "The gray boat sank.", [instead("grey", "gray")]),
    ("do-not", "We do not know.", "We don't know.", [instead("do not", "don't")]),
    ("we-have", "We've seen it.", "We have seen it.", [instead("We've", "We have")]),
    ("cannot", "We cannot close it.", "We can't close it.", [instead("cannot", "can't")]),
    ("can-not", "We cannot close it.", "We can not close it.", [instead("cannot", "can not")]),
    ("it-is", "It's an old bridge.", "It is an old bridge.", [instead("It's", "It is")]),
    ("it-has", "It's been closed.", "It has been closed.", [instead("It's", "It has")]),
    ("he-would", "He'd go.", "He would go.", [instead("He'd", "He would")]),
    ("he-had", "He'd been there.", "He had been there.", [instead("He'd", "He had")]),
    ("will-not", "It will not open.", "It won't open.", [instead("will not", "won't")]),
    ("going-to", "We will close it.", "We are going to close it.", [instead("will", "are going to")]),
    ("no-one", "No one came.", "Nobody came.", [instead("No one", "Nobody")]),
    ("web-site", "The web site is down.", "The website is down.", [instead("web site", "website")]),
    ("has-to", "The bridge has to be closed.", "The bridge must be closed.", [instead("has to", "must")]),
    (
        "in-figures",
        "It takes ten to fifteen minutes.",
        "It takes 10 to 15 minutes.",
        [instead("ten", "10"), instead("fifteen", "15")],
    ),
    ("two-thirds", "Two-thirds of the boats sank.", "Two thirds of the boats sank.", []),
    ("twenty-five", "twenty-five boats", "25 boats", [instead("twenty-five", "25")]),
    (
        "in-a-hundred",
        "It was the worst storm in a hundred years.",
        "It was the worst storm in 100 years.",
        [instead("a hundred", "100")],
    ),
    (
        "decimal-million",
        "We expect 1.5 million visitors.",
        "We expect 1,500,000 visitors.",
        [instead("1.5 million", "1,500,000")],
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

ROWS = [*SETTING, *SIGNS, *SPELLING, *BRACKETS, *MARKED, *WORDS, *MOVES, *SEVERAL]
