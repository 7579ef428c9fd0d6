"""spaCy and its models, looked up and loaded only when they are asked for: the project runs without them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claims.text.parsing import Parsing

LANGUAGE = "en"  # the reporting verbs are English ones
INSTALL = 'spaCy is not installed: python -m pip install "spacy>=3.8,<4"'
# Names, lemmas and the like are not looked at; what a model lacks need not be left out.
NOT_NEEDED = ("ner", "lemmatizer", "senter", "morphologizer")
# Sentences that are parsed together: more are no faster, and take more memory.
BATCH = 64


class ModelError(Exception):
    """spaCy or a model cannot be used; the message says what is wrong and what to do."""


def described(model: str) -> Mapping[str, Any]:
    """What an installed model says of itself (lang, name, version), without loading it.

    `model` is the name of a package or the path of a directory. Raises ModelError where spaCy or the model is not
    installed, or the model is for another language than English.
    """
    if find_spec("spacy") is None:
        raise ModelError(INSTALL)
    from spacy import util

    try:
        place = util.get_package_path(model) if util.is_package(model) else Path(model)
        meta: Mapping[str, Any] = util.get_model_meta(place)
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(f"no spaCy model {model!r} here: python -m spacy download {model}") from error
    if meta["lang"] != LANGUAGE:
        raise ModelError(f"the spaCy model {model!r} is for {meta['lang']!r}; gaps are filled in English (en) only")
    return meta


@cache
def load(model: str) -> Parsing:
    """The reader by grammar that a model makes; loaded once a process. Raises ModelError as `described` does."""
    meta = described(model)
    import spacy

    try:
        pipeline = spacy.load(model, exclude=list(NOT_NEEDED))
    except (ImportError, OSError, ValueError) as error:  # such as a model of another spaCy
        raise ModelError(f"the spaCy model {model!r} does not load: {error}") from error
    if not {"parser", "tagger"} <= set(pipeline.pipe_names):
        raise ModelError(f"the spaCy model {model!r} has no parser and tagger")
    version = ".".join(spacy.__version__.split(".")[:2])
    origin = f"spacy/{version} {meta['lang']}_{meta['name']} {meta['version']}"
    return Parsing(origin, lambda texts: pipeline.pipe(texts, batch_size=BATCH))
