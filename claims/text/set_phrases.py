"""Phrases that mean one thing, and as which word each is compared: a row a phrase. Two of one key say the same.

Written as they are compared, without accents. A phrase that is its own key is here for what it is not: “sans doute”
denies nothing, “faux pas” neither.
"""

from __future__ import annotations

from claims.text.set_phrases_abroad import PHRASES_ABROAD
from claims.text.words import PERSONAL, words

PHRASES = PHRASES_ABROAD | {
    "no one": "nobody",
    "noone": "nobody",
    "any one": "anyone",
    "per cent": "percent",
    "percentage points": "percentage points",
    "percentage point": "percentage points",
    "no longer": "no longer",
    "miles per hour": "mph",
    "mile per hour": "mph",
    "kilometres per hour": "kph",
    "kilometers per hour": "kph",
    "kilometre h": "kph",  # “50 km/h”
    # Verbs that do the work of a modal.
    "able to": "able to",
    "will be able to": "able to",
    "ought to": "should",
    "supposed to": "should",
    "had better": "should",
    "should better": "should",  # “we’d better”
    "have to": "must",
    "has to": "must",
    "have got to": "must",
    "have have to": "must",  # “you’ve gotta”
    "has have to": "must",
    "has got to": "must",
    "will have to": "must",
    "will need to": "must",
    "need to": "must",
    "needs to": "must",
    "had to": "had to",
    "obliged to": "obliged to",
    "required to": "obliged to",
    "forced to": "obliged to",
    "compelled to": "obliged to",
    "allowed to": "allowed to",
    "permitted to": "allowed to",
    "want to": "want to",
    "wants to": "want to",
    "wanted to": "want to",
    "would like to": "want to",
    "would just like to": "want to",
    "try to": "try to",
    "tries to": "try to",
    "tried to": "try to",
    "trying to": "try to",
    "hope to": "hope to",
    "hopes to": "hope to",
    "hoped to": "hope to",
    "plan to": "plan to",
    "plans to": "plan to",
    "planned to": "plan to",
    "intend to": "plan to",
    "intends to": "plan to",
    "intended to": "plan to",
    "appear to": "appear to",
    "appears to": "appear to",
    "appeared to": "appear to",
    "expected to": "expected to",
    "almost certainly": "probably",
    "said to be": "said to be",
    "said to have": "said to be",
    "thought to be": "said to be",
    "thought to have": "said to be",
    "believed to be": "said to be",
    "believed to have": "said to be",
    "alleged to": "said to be",
    "claim to be": "said to be",
    "claim to have": "said to be",
    "claims to be": "said to be",
    "claims to have": "said to be",
    "claimed to be": "said to be",
    "claimed to have": "said to be",
    "possible that": "possible that",
    "impossible that": "impossible that",
    "likely that": "likely",
    "unlikely that": "unlikely",
    "probable that": "probably",
    "there is a chance that": "possible that",
    "there is a possibility that": "possible that",
    "thinking about": "considering",
    "thinking of": "considering",
    "may as well": "may as well",
    "might as well": "may as well",
    # Whose opinion it is, as “I think” says.
    "in my view": "in my view",
    "in my opinion": "in my view",
    "to my mind": "in my view",
    "if you ask me": "in my view",
    "to my knowledge": "in my view",
    "to the best of my knowledge": "in my view",
    "as far as i know": "in my view",
    "as far as i am aware": "in my view",
    "as far as i can tell": "in my view",
    "as far as i can see": "in my view",
    # Conditions.
    "only if": "only if",
    "only when": "only if",
    "as long as": "as long as",
    "so long as": "as long as",
    "on condition": "on condition",
    "on the condition": "on condition",
    "in case": "in case",
    "subject to": "subject to",
    "weather permitting": "weather permitting",
    "provided that": "provided",
    "whether or not": "whether",
    "except for": "except",
    "except that": "except",
    # Negations.
    "far from": "far from",
    "lack of": "lack of",
    "a lack of": "lack of",
    "absence of": "lack of",
    "an absence of": "lack of",
    "the absence of": "lack of",
    "anything but": "anything but",
    "refuse to": "refuse to",
    "refuses to": "refuse to",
    "refused to": "refuse to",
    "decline to": "refuse to",
    "declines to": "refuse to",
    "declined to": "refuse to",
    "fail to": "fail to",
    "fails to": "fail to",
    "failed to": "fail to",
    "yet to": "yet to",
    "stop short of": "short of",
    "stops short of": "short of",
    "stopped short of": "short of",
    "a lie that": "a lie that",
    "a myth that": "a lie that",
    "false that": "a lie that",
    "untrue that": "a lie that",
    "nonsense that": "a lie that",
    # Quantities.
    "a few": "a few",
    "a little": "a little",
    "a lot of": "a lot of",
    "lots of": "a lot of",
    "a lot": "a lot of",
    "very much": "much",
    "plenty of": "a lot of",
    "a great deal of": "a lot of",
    "a great many": "many",
    "a good many": "many",
    "a large number of": "many",
    "a big number of": "many",
    "a huge number of": "many",
    "a great number of": "many",
    "large numbers of": "many",
    "a number of": "several",
    "a small number of": "a few",
    "a handful of": "a few",
    "the majority of": "most",
    "a majority of": "most",
    "the vast majority of": "most",
    "the great majority of": "most",
    "all but": "almost",
    "nothing but": "only",
    # What says nothing of how many, and denies nothing.
    "after all": "after all",
    "above all": "above all",
    "most of all": "most of all",
    "at all": "at all",
    "at first": "initially",
    "all along": "all along",
    "all the same": "all the same",
    "once and for all": "once and for all",
    "all of a sudden": "suddenly",
    "all right": "alright",
    "no matter": "no matter",
    "no wonder": "no wonder",
    "no doubt": "doubtless",
    "nothing if not": "very",
    "if anything": "if anything",
    "none the less": "nonetheless",
    "last but not least": "last but not least",
    "without doubt": "certainly",
    "without a doubt": "certainly",
    "covid 19": "covid",
    "some time": "some time",
    "some kind of": "some kind of",
    "some sort of": "some kind of",
}
# How often: “every day” is daily.
HOW_OFTEN = {
    f"{each} {unit}": f"every {unit}"
    for each in ("every", "each", "every single", "each and every")
    for unit in ("hour", "day", "week", "month", "year")
}
PHRASES |= HOW_OFTEN
# Surfaces: a square mile is no mile.
SURFACES = {
    "mile": "mile miles",
    "kilometre": "kilometre kilometres kilometer kilometers km",
    "metre": "metre metres meter meters m",
    "foot": "foot feet ft",
    "yard": "yard yards yd",
    "inch": "inch inches",
}
PHRASES |= {
    f"{square} {form}": f"square {unit}"
    for unit, forms in SURFACES.items()
    for form in forms.split()
    for square in ("square", "sq")
}
# What somebody denies by what he says of saying so: “It is wrong to say that the dam is safe.”
PHRASES |= {
    f"{judged} to {verb}": "wrong to say"
    for judged in ("wrong", "false", "absurd", "ridiculous", "a mistake")
    for verb in ("say", "claim", "suggest", "think", "believe", "assume")
}
# Of these a row holds before such words only: “we had better go”, but “we had better results”.
ONLY_BEFORE = {
    "had better": words(
        "not be have do go get make take keep stop start leave stay wait watch look listen hurry hope think know learn "
        "act pay give let find come say tell call ask help put run hold move raise cut vote win fight work try use"
    )
}
# Phrases that say two things, which change together as in “won’t”; and those that open with a number.
TWOFOLD: dict[str, tuple[str, ...]] = {
    "unable to": ("able to", "not"),
    "need not": ("need to", "not"),
    "ought not to": ("should", "not"),
    "a fortnight": ("#2", "week"),
    "first world war": ("world", "war", "#1"),
    "second world war": ("world", "war", "#2"),
    "world war i": ("world", "war", "#1"),
    "first of all": ("first of all",),
}
TWOFOLD |= {
    f"{verb} not to": (meant, "not")
    for meant, verbs in {
        "want to": "want wants wanted",
        "try to": "try tries tried trying",
        "hope to": "hope hopes hoped",
        "plan to": "plan plans planned intend intends intended",
        "appear to": "appear appears appeared",
    }.items()
    for verb in verbs.split()
}
# What a phrase says behind “not”, where that is not its contrary: who does not have to, may, and who may not, must not.
BEHIND_NOT = {"must": "need to", "is allowed to": "is not allowed to", "was allowed to": "was not allowed to"}
# “are going to”: a form of “be”, perhaps another word, one of these and “to”; and as what it is compared, of the
# present and of the past. “not” and the like are compared as what stands behind: “will” and “not”; and so is whom a
# question asks about: “are we going to”.
BE = {"am": 0, "is": 0, "are": 0, "was": 1, "were": 1}
BEHIND_BE = {
    "going": ("will", "would"),
    "about": ("will", "would"),
    "set": ("will", "would"),
    "bound": ("will", "would"),
    "sure": ("will", "would"),
    "certain": ("will", "would"),
    "able": ("is able to", "was able to"),
    "allowed": ("is allowed to", "was allowed to"),
    "permitted": ("is allowed to", "was allowed to"),
}
BETWEEN_BE = PERSONAL | words("you not never always just also only still really probably certainly definitely likely")
# What may follow upon “going to”, as after “will”.
GOING_ON = {"have to": "must", "be able to": "able to"}
