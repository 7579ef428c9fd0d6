"""Spanish: each row beside its twin, the sentence that looks alike and is none."""

from __future__ import annotations

import pytest

from claims.text.extract import extract
from claims.text.statements import Kind, SpeakerKind
from tests.text.helpers import sayings

ROCA = "Ana Roca"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # the quotation first
        ("«El puente está cerrado», dijo Ana Roca.", "El puente está cerrado", ROCA),
        ("“El puente está cerrado”, ha dicho Ana Roca.", "El puente está cerrado", ROCA),
        ('"El puente está cerrado", afirma Ana Roca.', "El puente está cerrado", ROCA),
        ("‘El puente está cerrado’, afirmó Ana Roca.", "El puente está cerrado", ROCA),
        ("«El puente está cerrado», dijo ayer Ana Roca.", "El puente está cerrado", ROCA),
        ("«El puente está cerrado», dijo Ana Roca a la prensa.", "El puente está cerrado", ROCA),
        ("«El puente está cerrado», aseguraron dos vecinos.", "El puente está cerrado", "dos vecinos"),
        ("«El puente está cerrado», dijo ella.", "El puente está cerrado", "ella"),
        ("«¿Por qué?», preguntó un vecino.", "¿Por qué?", "un vecino"),
        ("«Es tarde», se queja un vecino.", "Es tarde", "un vecino"),
        ("«Es tarde», Ana Roca dijo.", "Es tarde", ROCA),
        # Spanish leaves out a subject that is clear
        ("«El puente está cerrado», dijo.", "El puente está cerrado", ""),
        ("Dijo: «Es tarde».", "Es tarde", ""),
        ("«El puente está cerrado», explicó en rueda de prensa.", "El puente está cerrado", ""),
        ("«Trabajamos —prosiguió— en una solución».", "Trabajamos … en una solución", ""),
        ("«Es tarde», le dijo a la prensa la ministra.", "Es tarde", "la ministra"),
        # the verb first
        ("Ana Roca dijo: «El puente está cerrado».", "El puente está cerrado", ROCA),
        ("Ana Roca dijo, «El puente está cerrado».", "El puente está cerrado", ROCA),
        ("El lunes, Ana Roca dijo: «Es tarde».", "Es tarde", ROCA),
        ("Roca, que dirige el puerto, respondió: «No».", "No", "Roca"),
        ("Roca se quejó: «Nadie escucha».", "Nadie escucha", "Roca"),
        ("Ana Roca añadió:\n«El puente está cerrado».", "El puente está cerrado", ROCA),
        ("Ana Roca: «El puente está cerrado».", "El puente está cerrado", ROCA),
        # split by its cue, also inside the marks
        ("«El puente», explicó Ana Roca, «está cerrado».", "El puente … está cerrado", ROCA),
        ("«El puente —ha dicho Ana Roca— está cerrado».", "El puente … está cerrado", ROCA),
        ("«Es tarde», dijo Ana Roca. «Mucho.\n»Muy tarde».", "Es tarde … Mucho … Muy tarde", ROCA),
        ("«Es tarde.\n»Muy tarde», dijo Ana Roca.", "Es tarde … Muy tarde", ROCA),
        ("«Es tarde.\n«Muy tarde», dijo Ana Roca.", "Es tarde … Muy tarde", ROCA),
        # a quotation inside a quotation is part of it
        ("«Dijo “no” dos veces», contó Ana Roca.", "Dijo “no” dos veces", ROCA),
        ("«Dijo «no» dos veces», contó Ana Roca.", "Dijo «no» dos veces", ROCA),
        # what was said to the one who is quoted
        (
            "Pablo Ruiz recuerda: «El puente —me dijo Ana Roca— gotea».",
            "El puente —me dijo Ana Roca— gotea",
            "Pablo Ruiz",
        ),
        # without a verb
        ("Según Ana Roca, «el puente está cerrado».", "el puente está cerrado", ROCA),
        ("De acuerdo con la policía, «es tarde».", "es tarde", "la policía"),
        ("Para Ana Roca, «es tarde».", "es tarde", ROCA),
        # dialogue
        ("—No lo sé —dijo Ana Roca—. Mañana veremos.", "No lo sé … Mañana veremos", ROCA),
        ("—¿Quién es? —preguntó el farero.", "¿Quién es?", "el farero"),
    ],
)
def test_direct_quotations(text: str, words: str, speaker: str) -> None:
    assert sayings(text, "es") == [(words, speaker)]
    assert {found.kind for found in extract(text, language="es")} == {Kind.DIRECT}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Roca afirmó que el puente es «un peligro».", "el puente es «un peligro»"),
        ("Ana Roca informó de que el puente es «un peligro».", "el puente es «un peligro»"),
        ("El puente es «un peligro», según Ana Roca.", "El puente es «un peligro»"),
        ("El puente es «un peligro», advirtió Ana Roca.", "El puente es «un peligro»"),
        # a fragment as the object: the fragment alone
        ("Ana Roca calificó de «absurdo» el plan.", "absurdo"),
        ("Ana Roca habló de «catástrofe».", "catástrofe"),
        ("Ana Roca lamentó «la falta de medios».", "la falta de medios"),
        ("Ana Roca dijo estar «muy preocupada».", "muy preocupada"),
    ],
)
def test_mixed_quotations(text: str, words: str) -> None:
    assert sayings(text, "es") == [(words, ROCA)]


def test_two_verbs_of_one_subject() -> None:
    text = "Ana Roca dijo que «no hay dinero» y añadió: «Lo siento»."
    assert sayings(text, "es") == [("no hay dinero", ROCA), ("Lo siento", ROCA)]


@pytest.mark.parametrize(
    "text",
    [
        "La novela «El puente» se vendió bien.",
        "El diario «El Faro» informa de que el puente está cerrado.",
        "«El Faro» informó de la noticia.",
        "Ana Roca leyó «El puente».",
        "Ana Roca no dijo «el puente está cerrado».",
        "La llamada «ley del puente» entra en vigor.",
        "Para el lunes se espera «lluvia».",
        "«El puente está cerrado». El consejo se reúne el lunes.",
        "—Primer punto: agua —segundo punto: luz.",
        "La cuenta «Puente» creció.",
        "Su crítica a la «casta» gustó.",
        "Ana Roca anunció la novela «el puente viejo».",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert sayings(text, "es") == []


@pytest.mark.parametrize(
    ("text", "worded", "name", "role", "affiliation", "kind"),
    [
        (
            "«No», dijo Ana Roca, alcaldesa de Villarroca.",
            "Ana Roca, alcaldesa de Villarroca",
            ROCA,
            "alcaldesa",
            "Villarroca",
            SpeakerKind.PERSON,
        ),
        (
            "«No», dijo la alcaldesa de Villarroca, Ana Roca, el lunes.",
            "la alcaldesa de Villarroca, Ana Roca",
            ROCA,
            "alcaldesa",
            "Villarroca",
            SpeakerKind.PERSON,
        ),
        (
            "El ministro de Puertos, Luis Vega, dijo: «No».",
            "El ministro de Puertos, Luis Vega",
            "Luis Vega",
            "ministro de Puertos",
            "",
            SpeakerKind.PERSON,
        ),
        (
            "La portavoz de la Fundación Agua Viva, Ana Roca, dijo: «No».",
            "La portavoz de la Fundación Agua Viva, Ana Roca",
            ROCA,
            "portavoz",
            "Fundación Agua Viva",
            SpeakerKind.PERSON,
        ),
        ("«No», dijo el exministro Luis Vega.", "el exministro Luis Vega", "Luis Vega", "", "", SpeakerKind.PERSON),
        ("«No», dijo Luis de la Vega.", "Luis de la Vega", "Luis de la Vega", "", "", SpeakerKind.PERSON),
        (
            "«No», dijo un portavoz del puerto.",
            "un portavoz del puerto",
            "",
            "portavoz",
            "puerto",
            SpeakerKind.ANONYMOUS,
        ),
        ("«No», han asegurado fuentes del ministerio.", "fuentes del ministerio", "", "", "", SpeakerKind.ANONYMOUS),
        ("«No», informó la policía.", "la policía", "", "", "", SpeakerKind.ORGANISATION),
        ("«No», gritan los manifestantes.", "los manifestantes", "", "", "", SpeakerKind.GROUP),
        ("Ana Roca y Luis Vega dijeron: «No».", "Ana Roca y Luis Vega", "", "", "", SpeakerKind.GROUP),
    ],
)
def test_speakers_as_worded(text: str, worded: str, name: str, role: str, affiliation: str, kind: SpeakerKind) -> None:
    [found] = extract(text, language="es")
    assert found.speaker is not None
    assert (found.speaker.text, found.speaker.name) == (worded, name)
    assert (found.speaker.role, found.speaker.affiliation, found.speaker.kind) == (role, affiliation, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Roca, alcaldesa de Villarroca, llegó. «No», dijo Roca.", ROCA),
        ("Ana Roca, alcaldesa de Villarroca, llegó. «No», dijo la señora Roca.", ROCA),
        ("Ana Roca, alcaldesa de Villarroca, llegó. «No», dijo la alcaldesa.", ROCA),
        ("Ana Roca llegó. «No», dijo ella.", ROCA),
        ("Ana Roca llegó con Luis Vega. «No», dijo ella.", ROCA),
        ("Ana Roca y Luis Roca llegaron. «No», dijo la señora Roca.", ROCA),
        ("Ana Roca y Luis Roca llegaron. «No», dijo Roca.", ""),  # either of them
        ("Ana Roca llegó. «No», dijo él.", ""),
    ],
)
def test_speakers_found_within_the_article(text: str, name: str) -> None:
    [found] = extract(text, language="es")
    assert found.speaker is not None
    assert found.speaker.name == name
