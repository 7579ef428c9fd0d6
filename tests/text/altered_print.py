"""Pairs of wordings that differ in how they are printed: type, capitals, signs, spelling."""

from __future__ import annotations

from tests.text.altered import Row, case, instead, sign

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

PRINT = [*SETTING, *SIGNS, *SPELLING]
