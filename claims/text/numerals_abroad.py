"""Numbers in words of French, German and Spanish: “vingt-cinq”, “einundzwanzig” and “treinta y cinco” as their values.

Written as they are compared, without accents and hyphens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.text.words import words

# In counting order from one on; of French with the words of each between commas.
FRENCH = (
    "un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,"
    "dix sept,dix huit,dix neuf"
)
GERMAN = (
    "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
SPANISH = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte"
)
# Twenty and so on, of Spanish from thirty; and its hundreds, which are words of their own.
FRENCH_TENS = "vingt trente quarante cinquante soixante"
GERMAN_TENS = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"
SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
SPANISH_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
SCALES_ABROAD = {
    "mil": 1e3,
    "mille": 1e3,
    "tausend": 1e3,
    "millions": 1e6,
    "millionen": 1e6,
    "mio": 1e6,
    "millon": 1e6,
    "millones": 1e6,
    "milliard": 1e9,
    "milliards": 1e9,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "mrd": 1e9,
}
# Alone these are other words, of their language or of another; in a longer number, or before a scale, they count.
OTHER_WORDS = words("un une six sept neuf onze seize ein eine eins elf uno una dos once quince")
SCALES_OF_ONE = SCALES_ABROAD.keys() | {"million"}
CENT = words("cent cents")  # a hundred beside another number of French, a coin anywhere else
LONGEST = 4  # words of “quatre-vingt-dix-neuf”


def _french() -> dict[str, int]:
    below = {word: number for number, word in enumerate(FRENCH.split(","), 1)} | {"une": 1}
    found = below | {"septante": 70, "huitante": 80, "nonante": 90, "quatre vingt": 80, "quatre vingts": 80}
    for number, tens in enumerate(FRENCH_TENS.split(), 2):
        found[tens] = 10 * number
        most = 19 if tens == "soixante" else 9  # “soixante-quinze”
        for joint in (" ", " et "):
            found |= {f"{tens}{joint}{one}": 10 * number + more for one, more in below.items() if more <= most}
    return found | {f"quatre vingt {one}": 80 + more for one, more in below.items()}


def _german() -> dict[str, int]:
    ones = {word: number for number, word in enumerate(GERMAN.split(), 1)}
    below = ones | {"eins": 1, "eine": 1}
    for number, tens in enumerate(GERMAN_TENS.split(), 2):
        below[tens] = 10 * number
        below |= {f"{one}und{tens}": 10 * number + more for one, more in ones.items() if more < 10}
    found = dict(below)
    for number, one in enumerate(["", *GERMAN.split()[:9]]):
        hundreds = 100 * max(number, 1)
        found[f"{one}hundert"] = hundreds
        for joint in ("", "und"):
            found |= {f"{one}hundert{joint}{rest}": hundreds + more for rest, more in below.items()}
    return found | {"tausend": 1000} | {f"{word}tausend": 1000 * number for word, number in found.items()}


def _spanish() -> dict[str, int]:
    ones = {word: number for number, word in enumerate(SPANISH.split()[:9], 1)} | {"un": 1, "una": 1}
    found = ones | {word: number for number, word in enumerate(SPANISH.split(), 1)}
    found |= {f"veinti{one}": 20 + more for one, more in ones.items()}
    for number, tens in enumerate(SPANISH_TENS.split(), 3):
        found[tens] = 10 * number
        found |= {f"{tens} y {one}": 10 * number + more for one, more in ones.items()}
    return found


# In German, which writes them as one word, with the hundreds and the round thousands.
BELOW_HUNDRED: Mapping[str, int] = _french() | _german() | _spanish()
HUNDREDS = {word: 100 * number for number, word in enumerate(SPANISH_HUNDREDS.split(), 1)} | {"cien": 100}
HUNDREDS |= {f"{word[:-2]}as": number for word, number in HUNDREDS.items() if word.endswith("os")}
# What a number can start with. “Mil” does before another number only.
STARTERS_ABROAD = frozenset(phrase.split()[0] for phrase in BELOW_HUNDRED) | HUNDREDS.keys() | CENT | words("mille mil")


def spelled_at(keys: Sequence[str], at: int) -> tuple[float, int] | None:
    """The value of the number in words at `at`, but for its millions, and the index behind it; None for no number."""
    if keys[at] not in STARTERS_ABROAD:
        return None
    number, end = _below_thousand(keys, at)
    if keys[end : end + 1] in (["mil"], ["mille"]) and (number or keys[end] == "mille" or _goes_on(keys, end + 1)):
        more, end = _below_thousand(keys, end + 1)
        number = max(number, 1) * 1000 + more
    if not number or (end == at + 1 and keys[at] in OTHER_WORDS and not _is_scale(keys, end)):
        return None
    return float(number), end


def _goes_on(keys: Sequence[str], at: int) -> bool:
    """Whether a thousand before the word at `at` is one: “mil personas” may be, but so may a name."""
    return bool(_below_thousand(keys, at)[0]) or _is_scale(keys, at)


def _is_scale(keys: Sequence[str], at: int) -> bool:
    return at < len(keys) and keys[at] in SCALES_OF_ONE


def _below_thousand(keys: Sequence[str], at: int) -> tuple[int, int]:
    """“deux cent trois”, “doscientos dos”: the value, 0 for none, and the index behind it."""
    number = 1
    hundreds, end = (HUNDREDS[keys[at]], at + 1) if at < len(keys) and keys[at] in HUNDREDS else (0, at)
    if not hundreds:
        number, end = _below_hundred(keys, at)
        if number > 9 or end == len(keys) or keys[end] not in CENT:
            return number, end
        hundreds, end = 100 * max(number, 1), end + 1
    more, behind = _below_hundred(keys, end)
    if not number and not more:
        return 0, at  # a coin
    return (hundreds + more, behind) if more < 100 else (hundreds, end)


def _below_hundred(keys: Sequence[str], at: int) -> tuple[int, int]:
    for end in range(min(at + LONGEST, len(keys)), at, -1):
        number = BELOW_HUNDRED.get(" ".join(keys[at:end]))
        if number:
            return number, end
    return 0, at
