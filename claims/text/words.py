"""Closed classes of English words the rules lean on."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """A set of words from one spaced-out string."""
    return frozenset(listed.split())


PRONOUNS = words("he she they it we i you who which one everyone everybody nobody many some others all most few")
PERSONAL = words("he she they it we i")
RELATIVE = words("who which that")
POSSESSIVES = words("his her their its our my your")
POSSESSIVE_ENDS = ("’s", "'s", "s’", "s'")
DETERMINERS = (
    words(
        "the a an this that these those some any no every each another one two three four five six seven eight nine "
        "ten several many most both all few other more half dozens hundreds scores thousands"
    )
    | POSSESSIVES
)
AUXILIARIES = words(
    "has have had is are was were be been being do does did will would can could may might must shall should "
    "’s ’ve ’d ’ll 's 've 'd 'll"
)
BE = words("is are was were be been being 's ’s am get got gets")
NEGATIONS = words(
    "not never n't n’t didn't didn’t don't don’t doesn't doesn’t won't won’t hasn't hasn’t haven't haven’t "
    "hadn't hadn’t wouldn't wouldn’t couldn't couldn’t can't can’t cannot isn't isn’t wasn't wasn’t"
)
# Adverbs that stand between a subject and its verb and do not end in -ly.
ADVERBS = words(
    "also further later then now still even already again once twice just only soon often always sometimes "
    "instead thus therefore nonetheless nevertheless meanwhile since ever long first himself herself themselves "
    "itself both all too either perhaps yet"
)
PREPOSITIONS = words(
    "in on at by for from with to of about during after before under over into through against amid among between "
    "near since until till via within without despite following ahead outside inside alongside throughout across "
    "upon toward towards behind beyond per like unlike concerning regarding around"
)
# Words that start a clause of their own; a subject never reaches back across one.
SUBORDINATORS = words(
    "that because if when while although though as whether unless whereas so than once until since where why how "
    "what after before"
)
QUESTION_WORDS = words("whether if how why what when where who which")
COORDINATORS = words("and but or nor yet so")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# Words that can stand between a reporting verb and a clause without "that": "said Sunday he would".
TIME_WORDS = WEEKDAYS | words("today yesterday tonight tomorrow later earlier")
# Words before a day or a period: “said last week”.
PERIOD_OPENERS = words("last this next late early recently again")
# “her claims that day”, “reported that night”: no clause follows.
TIMES = words("day night week month year time morning evening afternoon weekend")
# How an English clause without "that" starts.
CLAUSE_STARTERS = (
    words(
        "he she they it we i you there these those this if when while although because once since as nothing "
        "everyone everybody nobody what whatever whether someone anyone people in under after before by even"
    )
    | DETERMINERS
)
# Finite verbs that are neither auxiliaries nor end in -ed; they show that a stretch of words is a clause.
FINITE = words(
    "said says went came took made gave got left won lost ran saw met held began became told knew thought felt "
    "brought kept let put set spoke wrote stood sent built led paid read found fell cut hit meant grew drew chose "
    "rose won't needs wants seems appears remains comes goes makes takes gives gets shows lies means thinks "
    "knows believes sees tries works lives runs keeps has"
)
SENTENCE_OPENERS = words(
    "the a an this that these those he she they it we i you there in on at but and or so if when while although "
    "as for after before since by with from to his her their its our my what who how why where both many some "
    "most all few other others another one two not no now then also still even yet however meanwhile later "
    "according about despite during under over just once last next only perhaps"
)
ABBREVIATIONS = words(
    "mr mrs ms dr sen rep gov gen lt col jr sr st prof rev hon sgt capt maj cmdr adm vs inc corp co ltd jan feb "
    "aug sept oct nov dec sens reps messrs mt ft dept est bros supt atty pres"
)
