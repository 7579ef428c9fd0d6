"""Which language a text is in: the one that was stated, else the one whose small words it is full of."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from unicodedata import normalize

from claims.text.words import words

ENGLISH = "en"
# Tags that state no language (ISO 639-3): undetermined, several, none.
UNSTATED = frozenset({"", "und", "mul", "mis", "zxx"})
WORD = re.compile(r"[^\W\d_]+")
# How many words are counted, and of how many characters: an article has shown its language long before.
MOST_WORDS = 3_000
MOST_TEXT = 40_000
# What the best must reach (a word of one language alone counts 1), and how far ahead of the next it must be.
LEAST = 1.5
AHEAD = 1.5
# One without rules must be beyond doubt: taken for it wrongly, an English text would lose all its statements.
WITH_RULES = frozenset({ENGLISH, "fr", "de", "es"})
LEAST_OF_OTHERS = 6.0

# The most frequent small words of each language; a word of several languages counts a part for each. The ones
# without rules are here so that their texts are not taken for a neighbour's: Portuguese is no odd Spanish.
SMALL_WORDS = {
    "en": words(
        "the of and to in is that it was for on are with as he be at by this had his from have an they she who "
        "will would been said"
    ),
    "fr": words(
        "le la les des du et est une un dans que qui pour sur pas au aux avec ce cette il elle ont sont été plus "
        "par à ne se l d qu dit déclaré selon ajouté nous mais ses leur"
    ),
    "de": words(
        "der die das und ist nicht ein eine den dem des zu mit von auf für im sich auch als wird sie er es an "
        "werden hat sind bei dass war sagte sagt nach wie noch über aber haben wir nur"
    ),
    "es": words(
        "el la los las de del y que en un una es por con para se no lo al su ha más como pero sus fue este está "
        "han dijo según añadió muy también cuando sobre"
    ),
    "pt": words(
        "o os as da do das dos e que em um uma é por com para não no na ao se mais como mas foi são pela pelo ele "
        "ela seu sua disse"
    ),
    "it": words(
        "il lo gli di della del dei delle e che è un una per con non nel nella al alla si sono ha come ma più "
        "anche questo ed dal"
    ),
    "ca": words(
        "el els les de del dels i que en un una és per amb no al als ha més com però seva aquest aquesta són va han dit"
    ),
    "nl": words(
        "de het een en van is niet in op dat te voor met zijn aan er ook als bij door maar worden heeft hij ze "
        "wordt uit naar over"
    ),
    "pl": words(
        "w i na z do nie się jest że to o jak po co ale od za przez tym który która był są oraz dla już jego przy pod"
    ),
    "sv": words(
        "och att det som en är på för av med den till inte om har de ett var han hon från vid när men så kan ska"
    ),
    "da": words(
        "og at det som en er på for af med den til ikke om har de et var han hun fra ved når men så kan skal blev"
    ),
    "ro": words(
        "și de la în a cu pe că nu o un din este au mai pentru care prin fost sunt se ce al ale lui sa dar după"
    ),
    "tr": words("ve bir bu da de için ile olarak çok daha olan gibi ne ama kadar sonra ise değil var en o"),
}


SHARED_BY = Counter(word for small in SMALL_WORDS.values() for word in small)


def primary(tag: str) -> str:
    """The language of a BCP 47 tag without script and region: fr of fr-CA."""
    return tag.replace("_", "-").partition("-")[0].strip().lower()


def language_of(text: str, stated: str = "") -> str:
    """The BCP 47 tag of a text: the stated one, else the detected one."""
    return stated if primary(stated) not in UNSTATED else detect(text)


def detect(text: str) -> str:
    """The language of `text` as a primary subtag, by its small words; "en" where they do not show it clearly."""
    opening = normalize("NFC", text[:MOST_TEXT]).lower()
    counted = Counter(match.group() for match in islice(WORD.finditer(opening), MOST_WORDS))
    scores = sorted((sum(counted[word] / SHARED_BY[word] for word in small), tag) for tag, small in SMALL_WORDS.items())
    (second, _), (best, tag) = scores[-2:]
    least = LEAST if tag in WITH_RULES else LEAST_OF_OTHERS
    return tag if best >= least and best >= AHEAD * second else ENGLISH
