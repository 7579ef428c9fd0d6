"""Spellings that differ from one side of the Atlantic to the other, or from one paper's style to another's."""

from __future__ import annotations

import re
from collections.abc import Sequence

# An ending as it is found, and as it is compared. Each row may turn a word into none; only pairs are compared.
ENDINGS = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),  # organise
    (re.compile(r"ys(e|ed|es|er|ers|ing)$"), r"yz\1"),  # analyse
    (re.compile(r"our(s|ed|ing|ite|ites|able|al|hood|er|ers|ful|less)?$"), r"or\1"),  # colour
    (re.compile(r"([bt])re(s|d)?$"), r"\1er\2"),  # centre
    (re.compile(r"([ae]l)l(ed|ing|er|ers)$"), r"\1\2"),  # travelled
    (re.compile(r"ogue(s)?$"), r"og\1"),  # catalogue
    (re.compile(r"([ei]n)ce(s)?$"), r"\1se\2"),  # defence
    (re.compile(r"ae"), "e"),  # anaesthetic
    (re.compile(r"mme(s)?$"), r"m\1"),  # programme
    (re.compile(r"wards$"), "ward"),
    (re.compile(r"(mid|mong|whil)st$"), r"\1"),
    (re.compile(r"([^aeiou])ement(s)?$"), r"\1ment\2"),  # judgement
)
# Words that no rule reaches.
SAME = {
    "an": "a",
    "grey": "gray",
    "adviser": "advisor",
    "advisers": "advisors",
    "okay": "ok",
    "while": "whil",
    "tyre": "tire",
    "tyres": "tires",
    "cheque": "check",
    "cheques": "checks",
    "kerb": "curb",
    "storey": "story",
    "plough": "plow",
    "sceptical": "skeptical",
    "aluminium": "aluminum",
    "yeah": "yes",
    "till": "until",
    "licence": "license",
    "learnt": "learned",
    "burnt": "burned",
    "spelt": "spelled",
    "anybody": "anyone",
    "everybody": "everyone",
    "somebody": "someone",
}


def same_word(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether two stretches are the same words spelled differently: “colour” and “color”, “web site” and “website”."""
    if not before or not after:
        return False
    if len(before) == len(after):
        return all(one == other or spelled(one) == spelled(other) for one, other in zip(before, after, strict=True))
    return "".join(before) == "".join(after)


def spelled(word: str) -> str:
    """The word in the one spelling that its variants are compared in; not always a word."""
    if word in SAME:
        return SAME[word]
    if len(word) > 3:
        for ending, plain in ENDINGS:
            word = ending.sub(plain, word)
    return word
