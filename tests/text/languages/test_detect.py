from __future__ import annotations

import pytest

from claims.text.extract import extract
from claims.text.languages.detect import detect, language_of, primary

TEXTS = {
    "en": "The bridge is closed, the mayor said on Monday, and nobody knows for how long it will be.",
    "fr": "Le pont est fermé, a déclaré la maire lundi, et personne ne sait pour combien de temps.",
    "de": "Die Brücke ist gesperrt, sagte die Bürgermeisterin am Montag, und niemand weiß, für wie lange.",
    "es": "El puente está cerrado, dijo la alcaldesa el lunes, y nadie sabe por cuánto tiempo.",
    "pt": "A ponte foi fechada, disse a prefeita na segunda, mas não se sabe por quanto tempo; ela não vai abrir.",
    "nl": "De brug is dicht, zei ze, en niemand weet voor hoe lang het nog duurt; er is ook geen pont, maar dat wordt "
    "een van de dingen die zij met de haven naar voren brengt.",
    "pl": "Most jest zamknięty, a burmistrz nie wie, na jak długo; to już trzeci raz, ale nie ostatni, co się dzieje.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_language_is_told_by_its_small_words(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“Oui,” Ann Roe said.",
        "1, 2, 3 … 🚤",
        "Bridge closed",
        "«»" * 5,
        # as many words of one as of the other
        f"{TEXTS['fr']} {TEXTS['es']}",
        # English that quotes another language
        f"“{TEXTS['fr']}” is what the mayor of the town said to the people in the square when she was asked for it.",
    ],
)
def test_what_shows_no_language_clearly_counts_as_english(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize(
    ("stated", "language"),
    [("", "fr"), ("und", "fr"), ("fr-CA", "fr-CA"), ("de", "de"), ("EN-gb", "EN-gb"), ("pl", "pl")],
)
def test_the_stated_language_goes_first(stated: str, language: str) -> None:
    assert language_of(TEXTS["fr"], stated) == language


@pytest.mark.parametrize(("tag", "language"), [("fr-CA", "fr"), ("DE", "de"), ("es_MX", "es"), ("", "")])
def test_the_language_of_a_tag(tag: str, language: str) -> None:
    assert primary(tag) == language


SAID = "« Le pont est fermé », a déclaré lundi Marie Duval."


@pytest.mark.parametrize(
    ("language", "found"), [(None, 1), ("", 1), ("fr", 1), ("FR-ca", 1), ("de", 0), ("en", 0), ("pl", 0), ("xx-yy", 0)]
)
def test_a_text_is_read_by_the_rules_of_its_language(language: str | None, found: int) -> None:
    assert len(extract(SAID, language=language)) == found


def test_a_language_without_rules_has_no_statements() -> None:
    text = "“The bridge is closed,” Ann Roe said."
    assert extract(text)
    assert extract(text, language="pl") == ()
