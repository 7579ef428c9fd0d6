"""Which engine runs is a name in settings; one that cannot run says why, at a check and at use."""

from collections.abc import Iterator, Sequence

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from claims.checks import ENGINE_CHECK
from claims.operations.engines import engine, engine_problem
from claims.operations.extract import extract, statements
from claims.text import spacy_models
from claims.text.findings import Finding, Sentence
from claims.text.spans import Span
from claims.text.statements import RULES
from claims.text.subjects import Subject
from tests import factories

TEXT = "Ann Roe said that it leaks.\nAnn Roe rose to say it fell."


class Grammar:
    """A parser that has read the second sentence, and is named at greater length than a row can hold."""

    origin = "spacy/3.8 " + "a" * 60

    def find(self, sentences: Sequence[Sentence]) -> Iterator[Finding]:
        (one,) = sentences
        content = one.segment(5, 7)
        assert content is not None
        cue = Span(one.tokens[4].start, one.tokens[4].end)
        yield Finding("dependency-bare", one.tokens, [content], [cue], Subject(0, 2), verb="say")


@pytest.fixture
def with_grammar(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CLAIMS = {**settings.CLAIMS, "ENGINE": "rules+spacy"}
    monkeypatch.setattr(spacy_models, "load", lambda model: Grammar())


def test_the_rules_are_the_engine_unless_another_is_named() -> None:
    assert engine_problem() == ""
    assert run_checks(tags=[ENGINE_CHECK]) == []
    assert {found.origin for found in statements(TEXT)} == {RULES}


@pytest.mark.parametrize(
    ("named", "problem"),
    [
        ("rulez", r"There is no engine 'rulez'\. Known are rules and rules\+spacy\."),
        ("rules+spacy", r"The engine 'rules\+spacy' cannot run: spaCy is not installed: .*"),
    ],
)
def test_an_engine_that_cannot_run_says_why(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, named: str, problem: str
) -> None:
    monkeypatch.setattr(spacy_models, "find_spec", lambda name: None)
    spacy_models.load.cache_clear()
    settings.CLAIMS = {**settings.CLAIMS, "ENGINE": named}
    with pytest.raises(ImproperlyConfigured, match=problem):
        engine()
    (error,) = run_checks(tags=[ENGINE_CHECK])
    assert error.id == "claims.E001"
    assert error.msg == engine_problem()


@pytest.mark.usefixtures("with_grammar")
def test_what_fills_a_gap_is_told_from_what_a_rule_found() -> None:
    assert [(found.origin[:6], found.rule) for found in statements(TEXT)] == [
        ("rules/", "that"),
        ("spacy/", "dependency-bare"),
    ]


@pytest.mark.django_db
@pytest.mark.usefixtures("with_grammar")
def test_a_quotation_says_which_engine_suggested_it() -> None:
    made = extract(actor=factories.user(), snapshot=factories.captured(TEXT))
    origins = [one.origin for one in sorted(made, key=lambda quotation: quotation.locator)]
    assert origins == [RULES, Grammar.origin[:60]]
