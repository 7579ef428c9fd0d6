"""What is missing is said, with the command that brings it. What needs spaCy is skipped where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims.text import spacy_models
from claims.text.spacy_models import ModelError, described, load


def spacy() -> Any:
    return pytest.importorskip("spacy", reason="spaCy is not installed (the extra [nlp])")


def test_without_spacy_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_models, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"spaCy is not installed: python -m pip install \"spacy"):
        load("en_core_web_sm")


def test_a_model_that_is_not_there_is_named_with_how_to_get_it() -> None:
    spacy()
    with pytest.raises(ModelError, match=r"no spaCy model 'en_no_such' here: python -m spacy download en_no_such"):
        described("en_no_such")


@pytest.mark.parametrize(
    ("language", "reason"),
    [("de", "is for 'de'; gaps are filled in English"), ("en", "has no parser and tagger")],
)
def test_a_model_that_cannot_serve_is_refused(tmp_path: Path, language: str, reason: str) -> None:
    path = tmp_path / "model"
    blank = spacy().blank(language)
    blank.meta["name"] = "made_here"
    blank.to_disk(path)
    with pytest.raises(ModelError, match=reason):
        load(str(path))


def test_a_directory_that_is_no_model_is_refused(tmp_path: Path) -> None:
    spacy()
    with pytest.raises(ModelError, match="no spaCy model"):
        described(str(tmp_path))
