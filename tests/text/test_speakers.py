from __future__ import annotations

import pytest

from claims.text.statements import SpeakerKind
from tests.text.helpers import statements


@pytest.mark.parametrize(
    ("subject", "name", "role", "affiliation", "former_role"),
    [
        ("Ann Roe", "Ann Roe", "", "", ""),
        ("Ms. Ann Roe", "Ann Roe", "", "", ""),
        ("Transport Minister Ann Roe", "Ann Roe", "Transport Minister", "", ""),
        ("Secretary of State Ann Roe", "Ann Roe", "Secretary of State", "", ""),
        ("Marchland Secretary of State Ann B. Roe", "Ann B. Roe", "Marchland Secretary of State", "", ""),
        ("Director of National Intelligence Ann Roe", "Ann Roe", "Director of National Intelligence", "", ""),
        ("Former Mayor Ann Roe", "Ann Roe", "", "", "Mayor"),
        ("The longtime pollster Ann Roe", "Ann Roe", "longtime pollster", "", ""),
        ("Ann Roe, a city engineer,", "Ann Roe", "city engineer", "", ""),
        (
            "Ann Roe, a senior fellow at the Institute for Bridges,",
            "Ann Roe",
            "senior fellow",
            "Institute for Bridges",
            "",
        ),
        ("Dr. Ann Roe, now director of the Bridge Institute,", "Ann Roe", "director", "Bridge Institute", ""),
        ("Ann Roe, the Courier’s chief editor,", "Ann Roe", "chief editor", "Courier", ""),
        ("Former Mayor Ann Roe, now a fellow at Bridge Watch,", "Ann Roe", "fellow", "Bridge Watch", "Mayor"),
        ("A spokeswoman, Ann Roe,", "Ann Roe", "spokeswoman", "", ""),
        ("The minister of transport, Ann Roe,", "Ann Roe", "minister of transport", "", ""),
        ("Ann de la Roe", "Ann de la Roe", "", "", ""),
    ],
)
def test_name_role_and_affiliation_from_the_mention(
    subject: str, name: str, role: str, affiliation: str, former_role: str
) -> None:
    (found,) = statements(f"{subject} said that the bridge would close.")
    assert found.speaker is not None
    speaker = found.speaker
    assert (speaker.name, speaker.role, speaker.affiliation, speaker.former_role) == (
        name,
        role,
        affiliation,
        former_role,
    )
    assert speaker.kind is SpeakerKind.PERSON


@pytest.mark.parametrize(
    ("article", "name", "role"),
    [
        ("Mayor Ann Roe left. Roe said that the bridge leaks.", "Ann Roe", "Mayor"),
        ("Mayor Ann Roe left. Ms. Roe said that the bridge leaks.", "Ann Roe", "Mayor"),
        ("Roe said that the bridge leaks. Mayor Ann Roe left.", "Ann Roe", "Mayor"),
        ("Mayor Ann Roe left. She said that the bridge leaks.", "Ann Roe", "Mayor"),
        ("Ann Roe met Bob Poe. She said that the bridge leaks.", "Ann Roe", ""),
        ("Bob Poe spoke. Ann Roe left. He said that the bridge leaks.", "Bob Poe", ""),
        ("Senator Ann Roe met the press. The senator said that the bridge leaks.", "Ann Roe", "Senator"),
        ("Ann Roe, who said that the bridge leaks, left.", "Ann Roe", ""),
        ("Ann B. Roe arrived. Ann Roe said that the bridge leaks.", "Ann B. Roe", ""),
    ],
)
def test_a_short_mention_finds_its_full_name_in_the_article(article: str, name: str, role: str) -> None:
    (found,) = statements(article)
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.role) == (name, role)


def test_a_surname_that_fits_two_people_is_ambiguous() -> None:
    (found,) = statements("Ann Roe met Bob Roe. Roe said that the bridge leaks.")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.candidates) == ("", ("Ann Roe", "Bob Roe"))


def test_a_title_tells_two_people_of_one_surname_apart() -> None:
    (found,) = statements("Ann Roe met Bob Roe. Mr. Roe said that the bridge leaks.")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.candidates) == ("Bob Roe", ())


def test_a_role_that_two_people_hold_is_ambiguous() -> None:
    (found,) = statements("Senator Ann Roe met Senator Bob Poe. The senator said that the bridge leaks.")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.candidates) == ("", ("Ann Roe", "Bob Poe"))


@pytest.mark.parametrize(
    ("subject", "kind", "name"),
    [
        ("A city official", SpeakerKind.ANONYMOUS, ""),
        ("City officials", SpeakerKind.ANONYMOUS, ""),
        ("Critics", SpeakerKind.ANONYMOUS, ""),
        ("Two people familiar with the matter", SpeakerKind.ANONYMOUS, ""),
        ("A group of key Democrats in the House", SpeakerKind.GROUP, ""),
        ("The bipartisan regional Bridge caucus", SpeakerKind.GROUP, "regional Bridge caucus"),
        ("The Bridge Workers Union", SpeakerKind.GROUP, "Bridge Workers Union"),
        ("Oslo", SpeakerKind.GROUP, "Oslo"),
        ("The Institute for Bridges", SpeakerKind.ORGANISATION, "Institute for Bridges"),
        ("NBA", SpeakerKind.ORGANISATION, "NBA"),
        ("They", SpeakerKind.GROUP, ""),
    ],
)
def test_who_is_no_named_person(subject: str, kind: SpeakerKind, name: str) -> None:
    (found,) = statements(f"{subject} said that the bridge would close.")
    assert found.speaker is not None
    assert (found.speaker.kind, found.speaker.name) == (kind, name)
    assert found.speaker.text == subject
