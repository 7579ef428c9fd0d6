"""The ways to find statements in a text; which one is used is a name in settings."""

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from claims.text import spacy_models
from claims.text.extract import extract as by_rules
from claims.text.statements import Statement

Engine = Callable[..., tuple[Statement, ...]]


def _rules() -> Engine:
    return by_rules


def _rules_and_spacy() -> Engine:
    """The rules, and the grammar of a sentence where they found nothing in it."""
    return partial(by_rules, filler=spacy_models.load(settings.CLAIMS["SPACY_MODEL"]))


ENGINES = {"rules": _rules, "rules+spacy": _rules_and_spacy}


def engine() -> Engine:
    """The engine that settings name in CLAIMS["ENGINE"]. Raises ImproperlyConfigured where it cannot run."""
    named = settings.CLAIMS["ENGINE"]
    if named not in ENGINES:
        raise ImproperlyConfigured(_unknown(named))
    try:
        return ENGINES[named]()
    except spacy_models.ModelError as error:
        raise ImproperlyConfigured(_cannot_run(named, error)) from error


def engine_problem() -> str:
    """Why the engine in settings cannot run, as far as shows without loading a model; "" where nothing does."""
    named = settings.CLAIMS["ENGINE"]
    if named not in ENGINES:
        return _unknown(named)
    if named == "rules+spacy":
        try:
            spacy_models.described(settings.CLAIMS["SPACY_MODEL"])
        except spacy_models.ModelError as error:
            return _cannot_run(named, error)
    return ""


def _unknown(named: str) -> str:
    return f"There is no engine {named!r}. Known are {' and '.join(ENGINES)}."


def _cannot_run(named: str, error: Exception) -> str:
    return f"The engine {named!r} cannot run: {error}."
