"""German: each row beside its twin, the sentence that looks alike and is none."""

from __future__ import annotations

import pytest

from claims.text.extract import extract
from claims.text.statements import Kind, SpeakerKind
from tests.text.helpers import sayings

ROTH = "Karla Roth"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # the quotation first
        ("„Die Brücke ist zu“, sagte Karla Roth.", "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu”, sagt Karla Roth.", "Die Brücke ist zu", ROTH),
        ("»Die Brücke ist zu«, sagte Karla Roth.", "Die Brücke ist zu", ROTH),
        ("«Die Brücke ist zu», sagte Karla Roth.", "Die Brücke ist zu", ROTH),
        ("‚Die Brücke ist zu‘, sagte Karla Roth.", "Die Brücke ist zu", ROTH),
        ('"Die Brücke ist zu", sagte Karla Roth.', "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu“, sagte Karla Roth am Montag in Valburg.", "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu“, sagte am Montag Karla Roth.", "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu“, sagte Karla Roth der „Valburger Zeitung“.", "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu“, fügte sie hinzu.", "Die Brücke ist zu", "sie"),
        ("„Die Brücke ist zu“, teilte die Polizei am Montag mit.", "Die Brücke ist zu", "die Polizei"),
        ("„Die Brücke ist zu“, hat Karla Roth gesagt.", "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu“, wie Karla Roth sagte.", "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu“, so Karla Roth.", "Die Brücke ist zu", ROTH),
        ("„Die Brücke ist zu“, so die Ministerin weiter.", "Die Brücke ist zu", "die Ministerin"),
        ("„Warum?“, fragte ein Anwohner.", "Warum?", "ein Anwohner"),
        ("„Die Brücke ist zu!“ rief Karla Roth.", "Die Brücke ist zu!", ROTH),
        ("„Wir gehen“, sagten zwei Sprecher.", "Wir gehen", "zwei Sprecher"),
        # the verb first
        ("Karla Roth sagte: „Die Brücke ist zu.“", "Die Brücke ist zu", ROTH),
        ("Am Montag sagte Karla Roth: „Die Brücke ist zu.“", "Die Brücke ist zu", ROTH),
        ("Karla Roth hat am 3. März gesagt: „Die Brücke ist zu.“", "Die Brücke ist zu", ROTH),
        ("Karla Roth, die den Hafen leitet, sagte: „Nein.“", "Nein", ROTH),
        ("Roth antwortete auf die Frage, ob sie gehe: „Nein.“", "Nein", "Roth"),
        ("Die Polizei teilte mit: „Die Brücke ist zu.“", "Die Brücke ist zu", "Die Polizei"),
        ("Karla Roth sagte:\n„Die Brücke ist zu.“", "Die Brücke ist zu", ROTH),
        ("Jan Weber, der Leiter, gab sich gelassen: „Sie fällt nicht.“", "Sie fällt nicht", "Jan Weber, der Leiter"),
        ("Karla Roth: „Die Brücke ist zu.“", "Die Brücke ist zu", ROTH),
        # split by its cue
        ("„Die Brücke“, sagte Karla Roth, „ist zu.“", "Die Brücke … ist zu", ROTH),
        ("„Wir“, so Karla Roth, „machen weiter.“", "Wir … machen weiter", ROTH),
        ("„Sie ist zu“, sagte Karla Roth. „Sie ist alt.“", "Sie ist zu … Sie ist alt", ROTH),
        ("„Sie ist zu“, sagte Karla Roth. „Sie ist alt.\n„Sehr alt.“", "Sie ist zu … Sie ist alt … Sehr alt", ROTH),
        # a quotation inside a quotation is part of it
        ("„Er sagte ‚nein‘ und ging“, sagte Karla Roth.", "Er sagte ‚nein‘ und ging", ROTH),
        ("»Er sagte ›nein‹ und ging«, sagte Karla Roth.", "Er sagte ›nein‹ und ging", ROTH),
        # what was said to the one who is quoted
        (
            "Jan Weber sagte: „Sie leckt, hat mir Karla Roth gesagt, jeden Tag.“",
            "Sie leckt, hat mir Karla Roth gesagt, jeden Tag",
            "Jan Weber",
        ),
        # without a verb
        ("Laut Karla Roth „ist die Brücke zu“.", "ist die Brücke zu", ROTH),
    ],
)
def test_direct_quotations(text: str, words: str, speaker: str) -> None:
    assert sayings(text, "de") == [(words, speaker)]
    assert {found.kind for found in extract(text, language="de")} == {Kind.DIRECT}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Karla Roth sagte, dass die Brücke „ein Risiko“ sei.", "die Brücke „ein Risiko“ sei"),
        ("Karla Roth sagte, die Brücke sei „ein Risiko“.", "die Brücke sei „ein Risiko“"),
        ("Die Brücke sei „nicht sicher“, sagte Karla Roth.", "Die Brücke sei „nicht sicher“"),
        ("Laut Karla Roth ist die Brücke „ein Risiko“.", "ist die Brücke „ein Risiko“"),
        ("Nach Angaben von Karla Roth war die Brücke „nicht sicher“.", "war die Brücke „nicht sicher“"),
        ("Karla Roth teilte mit, man arbeite „mit Hochdruck“.", "man arbeite „mit Hochdruck“"),
        ("Karla Roth zufolge ist die Brücke „ein Risiko“.", "ist die Brücke „ein Risiko“"),
        ("Wie Karla Roth sagte, ist die Brücke „am Ende“.", "ist die Brücke „am Ende“"),
        # a fragment as the object: the fragment alone
        ("Karla Roth nannte die Brücke ein „Risiko“.", "Risiko"),
        ("Karla Roth bezeichnete den Plan als „absurd“.", "absurd"),
        ("Karla Roth sprach von einer „Katastrophe“ für den Hafen.", "Katastrophe"),
    ],
)
def test_mixed_quotations(text: str, words: str) -> None:
    assert sayings(text, "de") == [(words, ROTH)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Roman „Die Brücke“ verkaufte sich gut.",
        "Karla Roth sagte nicht „nein“.",
        "Sie las die „Valburger Zeitung“ und den „Spätboten“.",
        "Der „Spätbote“ berichtet, dass die Brücke zu ist.",
        "Die sogenannte „Brücke der Zukunft“ wurde eröffnet.",
        "„Die Brücke ist zu.“ Der Rat tagt am Montag.",
        "Die Sage „Der Fluss“ ist alt.",
        "Sie nannte die Zeitung „Spätbote“ als Quelle.",
        "Die Meinung der „Fischer“ zählt.",
        "– Erster Punkt, die Brücke.",
        "So „smart“ ist die Brücke nicht.",
        "Die Brücke war laut.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert sayings(text, "de") == []


@pytest.mark.parametrize(
    ("text", "worded", "name", "role", "affiliation", "kind"),
    [
        ("„Nein“, sagte Ministerin Karla Roth.", "Ministerin Karla Roth", ROTH, "Ministerin", "", SpeakerKind.PERSON),
        (
            "Die Verkehrsministerin Karla Roth sagte: „Nein.“",
            "Die Verkehrsministerin Karla Roth",
            ROTH,
            "Verkehrsministerin",
            "",
            SpeakerKind.PERSON,
        ),
        (
            "„Nein“, sagte der Sprecher der Stadt, Jan Weber.",
            "der Sprecher der Stadt, Jan Weber",
            "Jan Weber",
            "Sprecher",
            "Stadt",
            SpeakerKind.PERSON,
        ),
        (
            "Der Bürgermeister von Valburg, Jan Weber (55), sagte: „Nein.“",
            "Der Bürgermeister von Valburg, Jan Weber",
            "Jan Weber",
            "Bürgermeister",
            "Valburg",
            SpeakerKind.PERSON,
        ),
        ("„Nein“, sagte der Angler Jan Weber.", "der Angler Jan Weber", "Jan Weber", "", "", SpeakerKind.PERSON),
        (
            "„Nein“, sagte der frühere Minister Jan Weber.",
            "der frühere Minister Jan Weber",
            "Jan Weber",
            "",
            "",
            SpeakerKind.PERSON,
        ),
        (
            "„Nein“, sagte die Vorsitzende der Partei Neue Mitte, Karla Roth.",
            "die Vorsitzende der Partei Neue Mitte, Karla Roth",
            ROTH,
            "Vorsitzende",
            "Partei Neue Mitte",
            SpeakerKind.PERSON,
        ),
        (
            "„Nein“, sagte ein Sprecher des Ministeriums.",
            "ein Sprecher des Ministeriums",
            "",
            "Sprecher",
            "Ministeriums",
            SpeakerKind.ANONYMOUS,
        ),
        ("„Nein“, rief ein Mann.", "ein Mann", "", "", "", SpeakerKind.ANONYMOUS),
        ("„Nein“, teilte die Polizei mit.", "die Polizei", "", "", "", SpeakerKind.ORGANISATION),
        ("„Nein“, riefen die Demonstranten.", "die Demonstranten", "", "", "", SpeakerKind.GROUP),
        ("„Nein“, sagten sie.", "sie", "", "", "", SpeakerKind.GROUP),
        ("Karla Roth und Jan Weber sagten: „Nein.“", "Karla Roth und Jan Weber", "", "", "", SpeakerKind.GROUP),
    ],
)
def test_speakers_as_worded(text: str, worded: str, name: str, role: str, affiliation: str, kind: SpeakerKind) -> None:
    [found] = extract(text, language="de")
    assert found.speaker is not None
    assert (found.speaker.text, found.speaker.name) == (worded, name)
    assert (found.speaker.role, found.speaker.affiliation, found.speaker.kind) == (role, affiliation, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karla Roth, Bürgermeisterin von Valburg, kam. „Nein“, sagte Roth.", ROTH),
        ("Karla Roth, Bürgermeisterin von Valburg, kam. „Nein“, sagte Frau Roth.", ROTH),
        ("Karla Roth, Bürgermeisterin von Valburg, kam. „Nein“, sagte die Bürgermeisterin.", ROTH),
        ("Karla Roth kam. „Nein“, sagte sie.", ROTH),
        ("Karla Roth kam mit Jan Weber. „Nein“, sagte sie.", ROTH),
        ("Karla Roth und Jan Roth kamen. „Nein“, sagte Frau Roth.", ROTH),
        ("Karla Roth und Jan Roth kamen. „Nein“, sagte Roth.", ""),  # either of them
        ("Karla Roth kam. „Nein“, sagte er.", ""),
    ],
)
def test_speakers_found_within_the_article(text: str, name: str) -> None:
    [found] = extract(text, language="de")
    assert found.speaker is not None
    assert found.speaker.name == name
