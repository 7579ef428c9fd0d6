"""Readings by grammar, each beside its twin: the parse that looks alike and says nothing of the kind."""

from __future__ import annotations

import pytest

from claims.text.dependencies import readings
from tests.text.parsed import Parsed, by_hand, by_spacy, plain

ROE = "Ann|PROPN|NNP|compound|1 Roe|PROPN|NNP"
SAID_THAT = f"{ROE}|nsubj|2 said|VERB|VBD|ROOT|2 that|SCONJ|IN|mark|5 it|PRON|PRP|nsubj|5 fell|VERB|VBD|ccomp|2"
SAID = f"{ROE}|nsubj|2 said|VERB|VBD|ROOT|2 it|PRON|PRP|nsubj|4 fell|VERB|VBD|ccomp|2 +.|PUNCT|.|punct|2"
ASKED_WHY = f"{ROE}|nsubj|2 asked|VERB|VBD|ROOT|2 why|SCONJ|WRB|advmod|5 it|PRON|PRP|nsubj|5 fell|VERB|VBD|ccomp|2"
WHO = f"{ROE}|ROOT|1 who|PRON|WP|nsubj|3 said|VERB|VBD|relcl|1 it|PRON|PRP|nsubj|5 fell|VERB|VBD|ccomp|3"
LEFT_SAYING = (
    f"{ROE}|nsubj|2 left|VERB|VBD|ROOT|2 +,|PUNCT|,|punct|2 saying|VERB|VBG|advcl|2 it|PRON|PRP|nsubj|6 "
    "fell|VERB|VBD|ccomp|4"
)
WANTS = (
    f"{ROE}|nsubj|2 wants|VERB|VBZ|ROOT|2 to|PART|TO|aux|4 say|VERB|VB|xcomp|2 it|PRON|PRP|nsubj|6 "
    "fell|VERB|VBD|ccomp|4"
)
LETTER = "A|DET|DT|det|1 letter|NOUN|NN|ROOT|1 saying|VERB|VBG|acl|1 it|PRON|PRP|nsubj|4 fell|VERB|VBD|ccomp|2"
ACCORDING = (
    "It|PRON|PRP|nsubj|1 fell|VERB|VBD|ROOT|1 according|VERB|VBG|prep|1 to|ADP|IN|prep|2 Ann|PROPN|NNP|compound|5 "
    "Roe|PROPN|NNP|pobj|3"
)


@pytest.fixture(params=[by_hand, by_spacy], ids=["by hand", "by spaCy"])
def parsed(request: pytest.FixtureRequest) -> Parsed:
    """Each table is read twice: as spaCy's own words, where it is installed, and always without it."""
    made: Parsed = request.param
    return made


@pytest.mark.parametrize(
    ("written", "rule", "subject", "content"),
    [
        (SAID_THAT, "dependency-that", "Ann Roe", "it fell"),
        (SAID, "dependency-bare", "Ann Roe", "it fell"),
        (ASKED_WHY, "dependency-whether", "Ann Roe", "why it fell"),
        # a subject that stands elsewhere
        (WHO, "dependency-bare", "who", "it fell"),
        (LEFT_SAYING, "dependency-bare", "Ann Roe", "it fell"),
        (WANTS, "dependency-bare", "Ann Roe", "it fell"),
        (LETTER, "dependency-bare", "A letter", "it fell"),
        (ACCORDING, "dependency-according-to", "Ann Roe", "It fell"),
    ],
)
def test_what_is_read(parsed: Parsed, written: str, rule: str, subject: str, content: str) -> None:
    (found,) = readings(parsed(written))
    text = plain(written)
    assert (found.rule, found.subject.of(text), found.content.of(text).strip()) == (rule, subject, content)
    assert found.relative == (subject == "who")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (SAID.replace("said|", "knew|"), "a thing known is a statement only behind “that”"),
        (SAID.replace("said|", "sang|"), "a manner of speaking takes no clause"),
        (SAID.replace("said|VERB", "said|NOUN"), "no verb here"),
        (SAID.replace("ccomp", "dobj"), "no clause"),
        (SAID.replace("it|PRON|PRP|nsubj", "it|PRON|PRP|dobj"), "no clause without a subject of its own"),
        (SAID.replace("Roe|PROPN|NNP|nsubj", "Roe|PROPN|NNP|nsubjpass"), "said of her"),
        (SAID.replace("Ann|PROPN|NNP|compound|1", "Never|ADV|RB|neg|2"), "not said"),
        (SAID.replace("Roe|PROPN", "This|PROPN"), "“this said” points back, it names nobody"),
        (SAID.replace("said|VERB|VBD", "said|VERB|VBN"), "a participle of the past is said to its subject"),
        (LEFT_SAYING.replace("saying|VERB|VBG", "told|VERB|VBN"), "told, not telling"),
        (LEFT_SAYING.replace("left|VERB", "late|ADJ"), "what hangs on an adjective has no speaker: safe to say"),
        (LEFT_SAYING.replace("advcl", "pcomp"), "a place from which no subject is borrowed"),
        (LETTER.replace("saying|VERB|VBG", "say|VERB|VB"), "“the decision to say” decides nothing yet"),
        (ACCORDING.replace("to|ADP", "as|ADP"), "“according as”"),
        (ACCORDING.replace("VBG|prep|1", "VBG|ROOT|2"), "it hangs on nothing"),
        (SAID_THAT.replace("ccomp|2", "ccomp|2 +.|PUNCT|.|neg|2"), "negated from behind"),
    ],
)
def test_what_is_not(parsed: Parsed, written: str, why: str) -> None:
    assert list(readings(parsed(written))) == [], why


def test_a_clause_that_holds_its_own_attribution_is_none(parsed: Parsed) -> None:
    """“It, said Roe, fell”: a parse whose clause runs across its verb is left to the rules."""
    written = "It|PRON|PRP|nsubj|4 +,|PUNCT|,|punct|2 said|VERB|VBD|ROOT|2 Roe|PROPN|NNP|nsubj|2 fell|VERB|VBD|ccomp|2"
    assert list(readings(parsed(written))) == []
