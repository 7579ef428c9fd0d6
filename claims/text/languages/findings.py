"""What the rules of every language hand on, and how sure each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.languages.subjects import Subject
from claims.text.spans import Span
from claims.text.tokens import Token

# Judged, not measured: there is no annotated news in these languages here. Each is set a step below what the like
# rule reaches on annotated English news, lower where less of the sentence has to fit.
JUDGED = {
    "quote-before": 0.85,  # quotation, then verb and subject: nothing else looks like it
    "colon-quote": 0.85,  # subject and verb, colon, quotation
    "colon-paragraph": 0.85,  # the same over a paragraph's end
    "cue-quote": 0.8,  # the quotation right behind its verb
    "dialogue": 0.8,  # a line that opens with a dash, with its reporting clause
    "that-quote": 0.8,  # a clause of “that” with a quotation in it: its end is less sure than its start
    "clause-quote": 0.75,  # the clause before “, a déclaré …”, with a quotation in it
    "source-quote": 0.75,  # selon, laut, según
    "judged-quote": 0.7,  # a fragment as a verb's object: it may be a name
    "reported-quote": 0.7,  # German reported speech without “dass”, told by its subjunctive
    "label-quote": 0.7,  # a name, a colon, a quotation: no verb tells that it is said
    "gerund-quote": 0.7,  # “en ajoutant : « … »”: the subject is that of the clause before
}


@dataclass(slots=True)
class Finding:
    """One attribution found by `rule` in the sentence `tokens`; no subject where the language leaves it out.

    `plural`: the verb says that several speak.
    """

    rule: str
    tokens: Sequence[Token]
    segments: list[Span]
    cue: list[Span]
    subject: Subject | None
    verb: str
    plural: bool = False
