"""Cost grows with the length of the text, whatever is in it."""

from __future__ import annotations

import time

import pytest

from claims.text.extract import extract
from tests.text.test_speed import FLOOR

MARKS = ["«", "« ", "»", "» ", "«a »", "« « »", "„", "„a“", "‚", "›", "‹", '"', "— a ", "—a —dijo ", "«\n", "«a\n»"]
WORDS = {
    "fr": [
        "Abc ",
        "Marie Duval, ",
        "a ",
        "a déclaré ",
        "dit-elle ",
        "le ",
        "le maire de ",
        "qui ",
        "que ",
        "l'",
        "et ",
        "d' ",
    ],
    "de": [
        "Abc ",
        "Karla Roth, ",
        "hat ",
        "sagte ",
        "fügte ",
        "der ",
        "die Ministerin der ",
        "so ",
        "dass ",
        "zufolge ",
        "3. ",
    ],
    "es": ["Abc ", "Ana Roca, ", "ha ", "dijo ", "se ", "el ", "el alcalde de ", "que ", "según ", "y ", "no "],
}
SENTENCES = {
    "fr": ["« A », dit Ann Roe. ", "« A. » ", "« A, dit-il, b. » ", "Selon Roe, « a ». ", "Roe dit « a » et « b ». "],
    "de": ["„A“, sagte Ann Roe. ", "„A.“ ", "Laut Roe ist „a“. ", "Roe sagte, es sei „a“. ", "„A“, fügte Roe hinzu. "],
    "es": ["«A», dijo Ann Roe. ", "«A». ", "«A —dijo Roe— b». ", "Según Roe, «a». ", "—A —dijo Roe—. B.\n"],
}


@pytest.mark.parametrize(
    ("language", "unit"),
    [(language, unit) for language in ("fr", "de", "es") for unit in (*MARKS, *WORDS[language], *SENTENCES[language])],
)
def test_hostile_repetition_stays_linear(language: str, unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    extract(text, language=language)
    assert time.process_time() - start < len(text) / FLOOR


def test_many_people_of_one_surname_stay_linear() -> None:
    text = " ".join(f"La maire Ann{i} Roe part. « Non », dit Roe." for i in range(2_000))
    start = time.process_time()
    extract(text, language="fr")
    assert time.process_time() - start < len(text) / FLOOR
