"""The words that say how many, how often and when, and those that deny: a row a sense, a language and its words."""

from __future__ import annotations

from claims.text.sense import Near, Row
from claims.text.words import words

# How far before a word, in atoms, the “ne” stands that makes it a negation; and how far before the kept words a
# negation can stand and still deny them.
REACH = 6

NEGATIVE_ROWS = (
    Row("not", "en", "not never no nor neither none nobody nothing nowhere without hardly scarcely barely non cannot"),
    Row("not", "de", "nicht nie niemals nichts niemand ohne kein keine keinen keinem keiner keines nein weder kaum"),
    Row("not", "fr", "pas jamais rien aucun aucune sans ni"),
    # French says these of more than of nothing: they deny only behind “ne”.
    Row("not", "fr", "plus personne guère", Near(before=words("ne"), reach=REACH)),
    Row("not", "es", "nunca nada nadie ningún ninguno ninguna tampoco jamás"),  # “sin” is an English noun
)
NEGATIVE_PHRASES = (
    "no longer",
    "fail to",
    "refuse to",
    "far from",
    "anything but",
    "yet to",
    "short of",
)

# A change of one for another, or of one for none, is a changed number.
COUNT_ROWS = (
    Row("", "en", "everything both several few some double triple thrice twice least minus majority minority"),
    Row("", "en", "dozens scores tens hundreds thousands millions billions"),
    Row("all", "en", "all every"),
    Row("everyone", "en", "everyone everybody"),
    Row("many", "en", "many much"),
    Row("most", "en", "most mostly mainly largely"),
    Row("partly", "en", "partly partially"),
    Row("less", "en", "less fewer"),
    Row("always", "en", "always constantly invariably"),
    Row("usually", "en", "usually normally generally"),
    Row("often", "en", "often frequently"),
    Row("sometimes", "en", "sometimes occasionally"),
    Row("rarely", "en", "rarely seldom"),
    Row("", "de", "alle einige viele wenige millionen milliarden"),
    Row("", "fr", "tous toutes certains certaines plusieurs"),
    Row("", "es", "todos todas algunos algunas muchos muchas pocos pocas millones"),
)
COUNT_PHRASES = {"a few": "a few", "a lot of": "many"}

# The same, where they stand against one another only: alone they are filling or grammar.
LOOSE_COUNT_ROWS = (
    Row("", "en", "more any another once single only minimum maximum halved doubled tripled trebled quadrupled"),
    Row("all", "en", "each"),
    # When.
    Row("", "en", "january february march april june july august september october november december"),
    Row("", "en", "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"),
    Row("", "en", "morning noon afternoon evening midnight spring summer autumn winter"),
    Row(
        "", "es", "enero febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre ayer hoy mañana"
    ),
)
