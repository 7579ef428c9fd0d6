"""French: each row beside its twin, the sentence that looks alike and is none."""

from __future__ import annotations

import pytest

from claims.text.extract import extract
from claims.text.statements import Kind, SpeakerKind
from tests.text.helpers import sayings

DUVAL = "Marie Duval"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # the quotation first
        ("« Le pont est fermé », a déclaré Marie Duval.", "Le pont est fermé", DUVAL),
        ("«\u202fLe pont est fermé\u202f», a déclaré Marie Duval.", "Le pont est fermé", DUVAL),
        ("«Le pont est fermé», déclare Marie Duval.", "Le pont est fermé", DUVAL),
        ("“Le pont est fermé”, déclarait Marie Duval.", "Le pont est fermé", DUVAL),
        ('"Le pont est fermé", déclara Marie Duval.', "Le pont est fermé", DUVAL),
        ("« Le pont est fermé », a déclare\u0301 Marie Duval.", "Le pont est fermé", DUVAL),  # accents as signs
        ("« Le pont est fermé », dit-elle.", "Le pont est fermé", "elle"),
        ("« Le pont est fermé », a-t-il ajouté.", "Le pont est fermé", "il"),
        ("« Le pont est fermé », ont-ils expliqué.", "Le pont est fermé", "ils"),
        ("« Le pont est fermé ! » s’est exclamée la ministre.", "Le pont est fermé !", "la ministre"),
        ("« Pourquoi ? » demande un riverain.", "Pourquoi ?", "un riverain"),
        ("« Le pont est fermé », a déclaré lundi Marie Duval.", "Le pont est fermé", DUVAL),
        ("« Le pont est fermé », a déclaré Marie Duval à la presse.", "Le pont est fermé", DUVAL),
        ("« Le pont est fermé », ont affirmé deux élus locaux.", "Le pont est fermé", "deux élus locaux"),
        ("« Le pont est fermé », lâche la quadragénaire.", "Le pont est fermé", "la quadragénaire"),
        ("« Le pont est fermé », comme l’a dit Marie Duval.", "Le pont est fermé", DUVAL),
        ("« Il fuit », a dit sur Radio Rivage le conseiller Hugo Lenoir.", "Il fuit", "le conseiller Hugo Lenoir"),
        ("Le préfet se veut rassurant : « Le pont ne va pas tomber. »", "Le pont ne va pas tomber", "Le préfet"),
        # the verb first
        ("Marie Duval a déclaré : « Le pont est fermé. »", "Le pont est fermé", DUVAL),
        ("Marie Duval, qui dirige le port, a répondu : « Non. »", "Non", DUVAL),
        ("Interrogée sur ce point, Marie Duval a répondu : « Non. »", "Non", DUVAL),
        ("Dans un entretien au « Rivage », Marie Duval explique : « Il fuit. »", "Il fuit", DUVAL),
        ("Le maire a visité le pont et a déclaré : « Il fuit. »", "Il fuit", "Le maire"),
        ("Quand le maire arrive, il dit : « Bonjour. »", "Bonjour", "il"),
        ("Marie Duval poursuit :\n« Le pont est fermé. »", "Le pont est fermé", DUVAL),
        ("Marie Duval : « Le pont est fermé. »", "Le pont est fermé", DUVAL),
        ("Comme l'a dit Marie Duval, « le pont est fermé ».", "le pont est fermé", DUVAL),
        # split by its cue, also inside the marks
        ("« Le pont », a expliqué Marie Duval, « est fermé ».", "Le pont … est fermé", DUVAL),
        ("« Le pont, explique-t-elle, est fermé. »", "Le pont … est fermé", "elle"),
        ("« Il fuit », dit Marie Duval. « Il est vieux. »", "Il fuit … Il est vieux", DUVAL),
        (
            "« Il fuit », dit Marie Duval. « Il est vieux.\n« Très vieux. »",
            "Il fuit … Il est vieux … Très vieux",
            DUVAL,
        ),
        ("« Il fuit.\n« Il est vieux », dit Marie Duval.", "Il fuit … Il est vieux", DUVAL),
        # a quotation inside a quotation is part of it
        ("« Il a dit « non » deux fois », raconte Marie Duval.", "Il a dit « non » deux fois", DUVAL),
        ("« Il a dit “non” deux fois », raconte Marie Duval.", "Il a dit “non” deux fois", DUVAL),
        # what was said to the one who is quoted
        ("« Le pont, m'a dit le maire, fuit », raconte Paul Roche.", "Le pont, m'a dit le maire, fuit", "Paul Roche"),
        (
            "Paul Roche note : « Il fuit, m'a dit Marie Duval, partout. »",
            "Il fuit, m'a dit Marie Duval, partout",
            "Paul Roche",
        ),
        # without a verb
        ("Selon Marie Duval, « le pont est fermé ».", "le pont est fermé", DUVAL),
        ("« Le pont est fermé », selon la police.", "Le pont est fermé", "la police"),
        ("D’après la police, « le pont est fermé ».", "le pont est fermé", "la police"),
        ("Pour Marie Duval, « le pont est perdu ».", "le pont est perdu", DUVAL),
        # dialogue
        ("— Je ne sais pas, répondit Paul Roche. Il partit.", "Je ne sais pas", "Paul Roche"),
        ("– Qui est-ce ? demanda-t-elle.", "Qui est-ce ?", "elle"),
    ],
)
def test_direct_quotations(text: str, words: str, speaker: str) -> None:
    assert sayings(text, "fr") == [(words, speaker)]
    assert {found.kind for found in extract(text, language="fr")} == {Kind.DIRECT}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Marie Duval a déclaré que le pont était « un danger ».", "le pont était « un danger »"),
        (
            "Marie Duval affirme qu’« il est tard » et que « rien ne change ».",
            "« il est tard » et que « rien ne change »",
        ),
        ("Le pont est « un danger », a averti Marie Duval.", "Le pont est « un danger »"),
        ("Le pont est « un danger » pour tous, a averti Marie Duval.", "Le pont est « un danger » pour tous"),
        ("Selon Marie Duval, le pont est « un danger ».", "le pont est « un danger »"),
        ("Selon Marie Duval, interrogée lundi, le pont est « vieux ».", "le pont est « vieux »"),
        ("Le pont est, selon Marie Duval, « dangereux ».", "Le pont est … dangereux"),
        # a fragment as the object: the fragment alone
        ("Marie Duval a jugé « inacceptable » la fermeture.", "inacceptable"),
        ("Marie Duval a dénoncé une « erreur grave ».", "erreur grave"),
        ("Marie Duval parle d'un « gâchis ».", "gâchis"),
        ("Marie Duval a dit vouloir « tourner la page ».", "tourner la page"),
        ("Marie Duval s'est dite « inquiète » pour le pont.", "inquiète"),
    ],
)
def test_mixed_quotations(text: str, words: str) -> None:
    assert sayings(text, "fr") == [(words, DUVAL)]


def test_two_verbs_of_one_subject() -> None:
    text = "Marie Duval fait valoir que le pont est « vieux » et ajoute : « Il fuit. »"
    assert sayings(text, "fr") == [("le pont est « vieux »", DUVAL), ("Il fuit", DUVAL)]
    text = "« Il fuit », déplore Marie Duval, en ajoutant : « Il est vieux. »"
    assert sayings(text, "fr") == [("Il fuit", DUVAL), ("Il est vieux", DUVAL)]


@pytest.mark.parametrize(
    "text",
    [
        "Le roman « Les ponts » s'est bien vendu.",
        "« Le Rivage » affirme que le pont est fermé.",
        "« La Note », journal local, annonce la fermeture.",
        "Marie Duval n'a pas dit « le pont est fermé ».",
        "Elle lit « Les Ponts de Valbourg ».",
        "Elle a fondé l'association « Rives propres ».",
        "« Le pont est fermé. » Le conseil se réunit lundi.",
        "Ce « pont intelligent » a ouvert lundi.",
        "Le prix « Plume d'or » a été annoncé par le ministre.",
        "Le juge a lu la note « Pont ».",
        "Le maire a inauguré le pont : « Le Grand Passage ».",
        "La devise du port : « Toujours plus loin que la mer. »",
        "— Premier point, le pont.",
        "Pour lundi, « le pont » reste fermé.",
        "La demande de « logements neufs » augmente.",
        "Le maire a dit avoir lu le roman « les ponts ».",
        "Le maire a annoncé la fermeture du restaurant « le pont neuf ».",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert sayings(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "worded", "name", "role", "affiliation", "kind"),
    [
        (
            "« Non », dit Marie Duval, maire de Valbourg.",
            "Marie Duval, maire de Valbourg",
            DUVAL,
            "maire",
            "Valbourg",
            SpeakerKind.PERSON,
        ),
        (
            "La ministre de la Navigation, Marie Duval, a dit : « Non. »",
            "La ministre de la Navigation, Marie Duval",
            DUVAL,
            "ministre de la Navigation",
            "",
            SpeakerKind.PERSON,
        ),
        (
            "« Non », dit la directrice de l'agence Rives, Marie Duval.",
            "la directrice de l'agence Rives, Marie Duval",
            DUVAL,
            "directrice",
            "agence Rives",
            SpeakerKind.PERSON,
        ),
        (
            "« Non », dit Paul Roche, 42 ans, boulanger.",
            "Paul Roche, 42 ans, boulanger",
            "Paul Roche",
            "boulanger",
            "",
            SpeakerKind.PERSON,
        ),
        ("« Non », dit Jean de la Tour.", "Jean de la Tour", "Jean de la Tour", "", "", SpeakerKind.PERSON),
        ("Le maire (Parti du Port) a dit : « Non. »", "Le maire", "", "maire", "", SpeakerKind.ANONYMOUS),
        (
            "« Non », dit un responsable du port.",
            "un responsable du port",
            "",
            "responsable",
            "port",
            SpeakerKind.ANONYMOUS,
        ),
        (
            "« Non », dit une source proche du dossier.",
            "une source proche du dossier",
            "",
            "",
            "",
            SpeakerKind.ANONYMOUS,
        ),
        ("« Non », a annoncé la mairie.", "la mairie", "", "", "", SpeakerKind.ORGANISATION),
        ("« Non », crient les manifestants.", "les manifestants", "", "", "", SpeakerKind.GROUP),
        ("Marie Duval et Paul Roche ont dit : « Non. »", "Marie Duval et Paul Roche", "", "", "", SpeakerKind.GROUP),
        (
            "« Non », dit le président de l'association « Rives propres ».",
            "le président de l'association « Rives propres »",
            "",
            "président",
            "association",
            SpeakerKind.ANONYMOUS,
        ),
    ],
)
def test_speakers_as_worded(text: str, worded: str, name: str, role: str, affiliation: str, kind: SpeakerKind) -> None:
    [found] = extract(text, language="fr")
    assert found.speaker is not None
    assert (found.speaker.text, found.speaker.name) == (worded, name)
    assert (found.speaker.role, found.speaker.affiliation, found.speaker.kind) == (role, affiliation, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marie Duval, maire de Valbourg, arrive. « Non », dit Mme Duval.", DUVAL),
        ("Marie Duval, maire de Valbourg, arrive. « Non », dit la maire.", DUVAL),
        ("Marie Duval arrive. « Non », dit-elle.", DUVAL),
        ("Marie Duval arrive avec Paul Roche. « Non », dit-elle.", DUVAL),
        ("L’ancien ministre Paul Roche arrive. « Non », dit M. Roche.", "Paul Roche"),
        ("Marie Duval et Paul Duval arrivent. « Non », dit Mme Duval.", DUVAL),
        ("Marie Duval et Paul Duval arrivent. « Non », dit Duval.", ""),  # either of them
        ("Marie Duval arrive. « Non », dit-il.", ""),
        ("Paul Roche arrive. Le préfet attend. « Non », dit-il.", ""),  # the préfet, whom nobody names
        ("Marie Duval arrive. « Non », disent-ils.", ""),
    ],
)
def test_speakers_found_within_the_article(text: str, name: str) -> None:
    [found] = extract(text, language="fr")
    assert found.speaker is not None
    assert found.speaker.name == name
