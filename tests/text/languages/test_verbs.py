"""The forms that the tables make of a verb, one row for each pattern."""

from __future__ import annotations

import pytest

from claims.text.languages.french import FRENCH
from claims.text.languages.german import GERMAN
from claims.text.languages.language import Language
from claims.text.languages.spanish import SPANISH


@pytest.mark.parametrize(
    ("language", "verb", "finite", "participle"),
    [
        (FRENCH, "déclarer", "déclare déclarent déclarait déclaraient déclara déclarèrent", "déclaré"),
        (FRENCH, "juger", "juge jugent jugeait jugeaient jugea jugèrent", "jugé"),
        (FRENCH, "lancer", "lance lancent lançait lançaient lança lancèrent", "lancé"),
        (FRENCH, "répéter", "répète répètent répétait répétaient répéta répétèrent", "répété"),
        (FRENCH, "dire", "dit disent disait disaient dirent", "dit"),
        (FRENCH, "soutenir", "soutient soutiennent soutenait soutenaient soutint soutinrent", "soutenu"),
        (GERMAN, "sagen", "sagt sagen sagte sagten", "gesagt"),
        (GERMAN, "antworten", "antwortet antworten antwortete antworteten", "geantwortet"),
        (GERMAN, "bezeichnen", "bezeichnet bezeichnen bezeichnete bezeichneten", "bezeichnet"),
        (GERMAN, "fordern", "fordert fordern forderte forderten", "gefordert"),
        (GERMAN, "kritisieren", "kritisiert kritisieren kritisierte kritisierten", "kritisiert"),
        (GERMAN, "sprechen", "spricht sprechen sprach sprachen", "gesprochen"),
        (GERMAN, "hinzufügen", "hinzufügt hinzufügte", "hinzugefügt"),
        (SPANISH, "afirmar", "afirma afirman afirmó afirmaron afirmaba afirmaban", "afirmado"),
        (SPANISH, "añadir", "añade añaden añadió añadieron añadía añadían", "añadido"),
        (SPANISH, "recordar", "recuerda recuerdan recordó recordaron recordaba recordaban", "recordado"),
        (SPANISH, "decir", "dice dicen dijo dijeron decía decían", "dicho"),
    ],
)
def test_the_forms_of_a_verb(language: Language, verb: str, finite: str, participle: str) -> None:
    verbs = language.verbs
    assert {form for form, named in verbs.finite.items() if named.verb == verb} == set(finite.split())
    assert verbs.participles[participle].verb == verb
