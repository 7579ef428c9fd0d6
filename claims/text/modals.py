"""The words that say how certain something is, or how binding: a row a degree, a language and its words."""

from __future__ import annotations

from claims.text.sense import Near, Row
from claims.text.words import PERSONAL, words

OPINION = Near(before=PERSONAL, unless=words("about of in"))

# Verbs.
MODAL_ROWS = (
    Row("will", "en", "will shall"),
    Row("would", "en", "would"),
    Row("can", "en", "can"),
    Row("could", "en", "could"),
    Row("may", "en", "may"),
    Row("might", "en", "might"),
    Row("must", "en", "must"),
    Row("should", "en", "should"),
    # Somebody’s opinion, where it is said whose: “I think” for “I know”, but not “I think of you”.
    Row("think", "en", "think thinks thought believe believes believed guess suppose", OPINION),
)

# Adverbs, adjectives and conjunctions: left out, even at the start or the end, they leave it more certain.
HEDGE_ROWS = (
    Row("perhaps", "en", "perhaps maybe possibly potentially"),
    Row("probably", "en", "probably likely unlikely presumably"),
    Row("reportedly", "en", "reportedly allegedly supposedly purportedly alleged suspected purported presumed"),
    Row("apparently", "en", "apparently seemingly seem seems seemed"),
    Row("arguably", "en", "arguably"),
    Row("certainly", "en", "certainly definitely surely undoubtedly"),
    Row("if", "en", "if provided"),
    Row("if", "de", "wenn sofern"),
    Row("unless", "en", "unless"),
    Row("whether", "en", "whether"),
    Row("except", "en", "except"),
)
# What a phrase says that is compared as one word (claims/text/set_phrases.py).
MODAL_PHRASES = {
    "able to": "able to",
    "is able to": "able to",
    "was able to": "able to",
    "allowed to": "allowed to",
    "is allowed to": "allowed to",
    "was allowed to": "allowed to",
    "is not allowed to": "not allowed to",
    "was not allowed to": "not allowed to",
    "obliged to": "obliged to",
    "need to": "need to",
}
HEDGE_PHRASES = {
    "had to": "had to",
    "want to": "want to",
    "try to": "try to",
    "hope to": "hope to",
    "plan to": "plan to",
    "appear to": "apparently",
    "said to be": "reportedly",
    "as long as": "if",
    "on condition": "if",
    "in case": "if",
    "only if": "only if",
}
# What says the same as each of several others, which do not say the same as one another.
SEVERAL = {
    "able to": words("can could"),
    "allowed to": words("may can could"),
    "not allowed to": words("may can could must"),
    "obliged to": words("must") | {"had to"},
}
