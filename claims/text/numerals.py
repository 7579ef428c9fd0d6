"""Numbers in English, in figures and in words: “180”, “a hundred and eighty” and “1.5 million” as their values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text.numerals_abroad import SCALES_ABROAD
from claims.text.words import words


def upwards(listed: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """Words in counting order, and what each counts."""
    return {word: first + step * at for at, word in enumerate(listed.split())}


ONES = upwards(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = upwards("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
DECADES = {f"{word[:-1]}ies": f"{number}s" for word, number in TENS.items()}  # “nineties”
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES |= {"mn": 1e6, "bn": 1e9, "tn": 1e12, "trn": 1e12}
# What a figure carries at its end where space is short: “£5m”, “2bn”, “40k”.
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
ORDINALS = (
    upwards("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1)
    | {f"{word}th": number for word, number in ONES.items() if number > 12}
    | {f"{word[:-1]}ieth": number for word, number in TENS.items()}
    | {"firstly": 1, "secondly": 2, "thirdly": 3}
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
)
# The lower half of a fraction: “two thirds”, “a quarter”.
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {w: n for w, n in ORDINALS.items() if n > 2}
PARTS |= {f"{word}s": number for word, number in ORDINALS.items() if number > 2}
ORDINAL_FIGURE = re.compile(r"([0-9]+)(?:st|nd|rd|th|er|ere|re|e|eme)")  # French “1er” and “2e” as well
SINGLE_PARTS = words("half third quarter fifth sixth seventh eighth ninth tenth")  # “one fifth”
ARTICLES = frozenset({"a", "an"})
# What an article counts: “a year” is one year, “a dozen” twelve.
UNITS = {
    unit: unit
    for unit in words(
        "minute hour day week month year decade century percent dollar euro pound cent mile kilometre metre "
        "foot inch yard acre hectare tonne ton kilo kilogram gram milligram ounce litre millilitre gallon pint degree "
        "centimetre millimetre watt kilowatt megawatt gigawatt calorie generation rupee rouble shilling franc krone "
        "krona peso yuan"
    )
}
UNITS |= {f"{unit}s": unit for unit in UNITS} | {"centuries": "century", "feet": "foot", "inches": "inch"}
UNITS |= {f"{unit[:-2]}er{end}": unit for unit in UNITS if unit.endswith(("metre", "litre")) for end in ("", "s")}
CURRENCY_CODES = {"eur": "euro", "usd": "dollar", "gbp": "pound"}
# As they stand behind a figure, with or without a space: “5km”, “5 kg”. “5m” is five million.
SHORT_UNITS = {
    "km": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "ft": "foot",
    "kg": "kilogram",
    "mg": "milligram",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
    "mph": "mph",
    "kph": "kph",
    "pc": "percent",
    "am": "am",
    "pm": "pm",
    "p": "pence",
    "c": "celsius",
    "f": "fahrenheit",
} | CURRENCY_CODES
# “1.500.000”, as the continent writes thousands; of a single point this is so unless a scale or a percent follows.
DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
INDIAN = (5, 7)
BEHIND_DECIMAL = frozenset(SCALES) | {"percent", "per", "percentage"}

EXACT = 12  # figures of a value that are kept; a longer one is the number of something

STARTERS = frozenset(ONES) | frozenset(TENS) | frozenset(ORDINALS) | frozenset(DECADES) | ARTICLES | {"half"}


def number_at(forms: Sequence[str], at: int) -> tuple[str, int] | None:
    """The number whose words start at `at`, as a value in one spelling, and the index behind its last word.

    An ordinal ends in “th” (“3rd” and “third” are “3th”); a decade stays as it is (“1990s”). An article counts only
    before what it counts, as in “a year” or “a hundred”.
    """
    first = forms[at]
    if first == "half":
        whole = _after_article(forms, at + 1) if forms[at + 1 : at + 2] == ["a"] else None
        # “half a million”; but “half a year” is half of something
        return (_value(float(whole[0]) / 2), whole[1]) if whole and float(whole[0]) > 1 else ("0.5", at + 1)
    if first in ARTICLES:
        return _after_article(forms, at)
    if first in ORDINALS:
        return f"{ORDINALS[first]}th", at + 1
    if first in DECADES:
        return _decade(forms, at, DECADES[first]), at + 1
    if not first[0].isdigit():
        return _counted(forms, at) if first in ONES or first in TENS else None
    if ordinal := ORDINAL_FIGURE.fullmatch(first):
        return f"{ordinal[1]}th", at + 1
    if first.isdecimal() and len(first) > EXACT:
        return first, at + 1
    value = _figure(first, forms[at + 1] if at + 1 < len(forms) else "")
    if value is None:
        return (_decade(forms, at, first), at + 1) if first[:-1].isdigit() and first[-1] == "s" else None
    return scaled(forms, at + 1, value)


def _decade(forms: Sequence[str], at: int, figures: str) -> str:
    """“1980s”, also of “the 80s” and “the eighties”; but “in his 80s” he is old."""
    return f"19{figures}" if len(figures) == len("80s") and at and forms[at - 1] == "the" else figures


def _figure(form: str, behind: str) -> float | None:
    """The value of a figure, whichever of point and comma it has for its decimals and whichever for its thousands."""
    if DOTTED.fullmatch(form) and (form.count(".") > 1 or behind not in BEHIND_DECIMAL):
        form = form.replace(".", "")
    if "," in form:  # “3,5”; but “10,00,000”, as India writes a million, of which the last mark is read already
        form = form.replace(",", "." if len(form.partition(",")[2]) not in INDIAN else "")
    plain = form.rstrip("kmbntr")
    scale = 1.0 if plain == form else SHORT_SCALES.get(form[len(plain) :])
    if scale is None or not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        return None
    return float(plain) * scale


def _after_article(forms: Sequence[str], at: int) -> tuple[str, int] | None:
    behind = forms[at + 1] if at + 1 < len(forms) else ""
    if behind == "dozen":
        return "12", at + 2
    if behind in ("couple", "pair") and at + 2 < len(forms) and (forms[at + 2] == "of" or forms[at + 2] in UNITS):
        return "2", at + 3 if forms[at + 2] == "of" else at + 2
    if behind == "hundred" or behind in SCALES:
        return _counted(forms, at)
    # “a fifth bridge” is one more bridge
    if behind in ("half", "third", "quarter") or (behind in PARTS and forms[at + 2 : at + 3] == ["of"]):
        return _value(1 / PARTS[behind]), at + 2
    return ("1", at + 1) if behind in UNITS else None


def _counted(forms: Sequence[str], at: int) -> tuple[str, int]:
    """A number in words, the first of which is known to be one."""
    value, end = _below_thousand(forms, at)
    if end < len(forms) and forms[end] in ORDINALS and value % 10 == 0 and forms[end - 1] in TENS:
        return f"{_value(value + ORDINALS[forms[end]])}th", end + 1
    return scaled(forms, end, value)


def _below_thousand(forms: Sequence[str], at: int) -> tuple[float, int]:
    """“one”, “a hundred”, “two hundred and fifty”, “twenty five”: the value and the index behind it."""
    value, end = _below_hundred(forms, at)
    if end < len(forms) and forms[end] == "hundred" and value < 100:
        value, end = value * 100, end + 1
        rest = end + 1 if end + 1 < len(forms) and forms[end] == "and" else end
        if rest < len(forms) and (forms[rest] in ONES or forms[rest] in TENS):
            more, end = _below_hundred(forms, rest)
            value += more
    return value, end


def _below_hundred(forms: Sequence[str], at: int) -> tuple[float, int]:
    first = forms[at]
    if first in TENS:
        more = ONES.get(forms[at + 1], 0) if at + 1 < len(forms) else 0
        return (TENS[first] + more, at + 2) if 0 < more < 10 else (TENS[first], at + 1)
    return ONES.get(first, 1), at + 1  # an article is one


def scaled(forms: Sequence[str], end: int, value: float) -> tuple[str, int]:
    """`value` times the scale behind it, and what smaller number follows: “two thousand five hundred”."""
    total, least = 0.0, float("inf")
    if list(forms[end : end + 3]) == ["and", "a", "half"]:  # “two and a half years”
        value, end = value + 0.5, end + 3
    while end < len(forms):
        behind = forms[end]
        if behind == "dozen":
            return _value(total + value * 12), end + 1
        if (behind in PARTS and behind[-1] == "s") or (behind in SINGLE_PARTS and value == 1):
            return _value(total + value / PARTS[behind]), end + 1
        scale = SCALES.get(behind) or SCALES_ABROAD.get(behind)
        if scale is None or (scale >= least and value):
            break
        if scale >= least:  # “tres mil millones”
            return _value(total * scale), end + 1
        total, least, value, end = total + value * scale, scale, 0.0, end + 1
        rest = end + 1 if forms[end : end + 1] == ["and"] else end  # “two thousand and nineteen”
        if rest < len(forms) and (forms[rest] in ONES or forms[rest] in TENS):
            value, end = _below_thousand(forms, rest)
    return _value(total + value), end


def _value(number: float) -> str:
    return format(number, ".12g")
