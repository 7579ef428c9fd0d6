"""How often each rule is right: the share of its findings, over a great deal of annotated news, that people marked too.

A value is a share rounded to a twentieth, which is as fine as a reader can use. `manage.py score GOLD --calibration`
sets it beside what any other annotated text shows. A rule without a row gets the lowest.
"""

from __future__ import annotations

LOWEST = 0.5

BY_RULE = {
    # words in quotation marks, and somebody said to have said them
    "quote-before": 0.95,
    "quote-other-verb": 0.95,
    "colon-paragraph": 0.95,
    "signature": 0.95,
    "colon-quote": 0.9,
    "cue-quote": 0.9,
    # a clause that a word introduces
    "whether": 0.9,
    "asked-by": 0.9,
    "that": 0.85,
    "bare": 0.85,
    "noun-that": 0.85,
    "adjective-that": 0.85,
    "according-to": 0.85,
    "relayed": 0.85,
    # where only commas say which words are meant
    "parenthetical": 0.8,
    "clause-before": 0.75,
    # a thing spoken of or wished for, rather than words
    "object": 0.75,
    "to": 0.75,
    "urge": 0.75,
    "noun-about": 0.65,
    "owned-noun-that": LOWEST,
    # layout alone
    "headline": 0.75,
    "label": 0.75,
    # by grammar, where the rules above found nothing (dependencies.py); as a small English model parses
    "dependency-that": 0.85,
    "dependency-bare": 0.8,
    "dependency-whether": 0.8,
    "dependency-according-to": LOWEST,
    # a borrowed subject that is right more or less often than the rule's own
    "participle-that": 0.9,
    "participle-urge": 0.7,
    "second-bare": 0.8,
    "second-that": 0.9,
    "second-cue-quote": 0.95,
}
BORROWED = ("participle-", "second-")


def of(rule: str) -> float:
    """The share of this rule's findings that are right, 0 to 1."""
    if rule in BY_RULE:
        return BY_RULE[rule]
    for prefix in BORROWED:  # the subject is another verb's, the content the rule's own
        rule = rule.removeprefix(prefix)
    return BY_RULE.get(rule, LOWEST)
