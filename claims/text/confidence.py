"""How often each rule is right, measured on annotated news; a rule without a row gets the lowest."""

from __future__ import annotations

LOWEST = 0.5

# Rounded down to a twentieth. A prefix (participle-, second-) says whose subject the rule borrowed.
BY_RULE = {
    "quote-before": 0.95,
    "quote-other-verb": 0.95,
    "colon-paragraph": 0.95,
    "cue-quote": 0.9,
    "colon-quote": 0.9,
    "label": 0.85,
    "that": 0.85,
    "bare": 0.8,
    "according-to": 0.85,
    "noun-that": 0.9,
    "whether": 0.75,
    "clause-before": 0.7,
    "object": 0.7,
    "urge": 0.7,
    "to": 0.65,
    "noun-about": 0.6,
    "participle-that": 0.9,
    "participle-cue-quote": 0.9,
    "participle-bare": 0.8,
    "participle-whether": 0.75,
    "participle-to": 0.75,
    "participle-urge": 0.7,
    "participle-object": 0.7,
    "second-that": 0.9,
    "second-cue-quote": 0.9,
    "second-bare": 0.75,
    "second-whether": 0.75,
    "second-object": 0.75,
    "second-to": 0.75,
    "second-urge": 0.7,
}


def of(rule: str) -> float:
    """The share of this rule's findings that are right, 0 to 1."""
    return BY_RULE.get(rule, LOWEST)
