"""Mentions and the person they are read as: every name here is made up."""

from __future__ import annotations

import pytest

from tests.text.helpers import speaker

SAID = " said that the bridge leaks."


@pytest.mark.parametrize(
    ("mention", "name", "role", "affiliation", "former_role"),
    [
        ("Ann B. Roe", "Ann B. Roe", "", "", ""),
        ("A.B. Roe", "A.B. Roe", "", "", ""),
        ("A. B. Roe", "A. B. Roe", "", "", ""),
        ("J. Ann Roe", "J. Ann Roe", "", "", ""),
        ("Bob Roe Jr.", "Bob Roe Jr.", "", "", ""),
        ("Bob Roe, Jr.,", "Bob Roe Jr.", "", "", ""),
        ("Bob Roe III", "Bob Roe III", "", "", ""),
        ("Ann Roe-Poe", "Ann Roe-Poe", "", "", ""),
        ("Jean-Luc Roe", "Jean-Luc Roe", "", "", ""),
        ("Maria de la Roe", "Maria de la Roe", "", "", ""),
        ("Karl van der Poe", "Karl van der Poe", "", "", ""),
        ("Omar al-Fadlan", "Omar al-Fadlan", "", "", ""),
        ("Tarik bin Fadlan", "Tarik bin Fadlan", "", "", ""),
        ("Sean O’Roe", "Sean O’Roe", "", "", ""),
        ("Minh Thi Dao", "Minh Thi Dao", "", "", ""),
        ("Sir Bob Roe", "Bob Roe", "", "", ""),
        ("Rev. Bob Roe", "Bob Roe", "", "", ""),
        ("The Rev. Bob Roe", "Bob Roe", "", "", ""),
        ("Judge Ann Roe", "Ann Roe", "Judge", "", ""),
        ("Lt. Gov. Ann Roe", "Ann Roe", "Lt. Gov.", "", ""),
        ("Sgt. Ann Roe", "Ann Roe", "Sgt.", "", ""),
        ("Lord Roe", "Roe", "", "", ""),
        ("Mark Lake", "Mark Lake", "", "", ""),
        ("Petra West", "Petra West", "", "", ""),
        (
            "Deputy Assistant Secretary of State for Bridges Ann Roe",
            "Ann Roe",
            "Deputy Assistant Secretary of State for Bridges",
            "",
            "",
        ),
        ("Marchland Foreign Minister Ann Roe", "Ann Roe", "Marchland Foreign Minister", "", ""),
        ("House Majority Leader Ann Roe", "Ann Roe", "House Majority Leader", "", ""),
        ("The city’s chief engineer, Ann Roe,", "Ann Roe", "chief engineer", "", ""),
        ("The chief engineer of the city, Ann Roe,", "Ann Roe", "chief engineer of the city", "", ""),
        ("Harbour Master Ann Roe", "Ann Roe", "Harbour Master", "", ""),
        ("Police Chief Ann Roe", "Ann Roe", "Police Chief", "", ""),
        ("Chief of Staff Ann Roe", "Ann Roe", "Chief of Staff", "", ""),
        ("Bridge Institute director Ann Roe", "Ann Roe", "director", "Bridge Institute", ""),
        ("Bridge engineer and author Ann Roe", "Ann Roe", "Bridge engineer and author", "", ""),
        ("U.S. Sen. Ann Roe", "Ann Roe", "U.S. Sen.", "", ""),
        ("Republican Sen. Ann Roe of Marchland", "Ann Roe", "Republican Sen.", "Marchland", ""),
        ("Republican Ann Roe", "Ann Roe", "Republican", "", ""),
        ("Marchland Democrat Ann Roe", "Ann Roe", "Marchland Democrat", "", ""),
        ("Prime Minister Ann Roe", "Ann Roe", "Prime Minister", "", ""),
        ("Goalkeeper Ann Roe", "Ann Roe", "Goalkeeper", "", ""),
        ("Ann Roe, who leads the Bridge Institute,", "Ann Roe", "", "Bridge Institute", ""),
        ("Ann Roe of the Bridge Institute", "Ann Roe", "", "Bridge Institute", ""),
        ("Ann Roe, of the Bridge Institute,", "Ann Roe", "", "Bridge Institute", ""),
        ("Ann Roe, D-Marchville,", "Ann Roe", "", "", ""),
        ("Ann Roe, 34, a teacher from Oslo,", "Ann Roe", "teacher", "", ""),
        ("Ann Roe, 34,", "Ann Roe", "", "", ""),
        ("Ann Roe, a former mayor,", "Ann Roe", "", "", "mayor"),
        (
            "Ann Roe, director of the Bridge Institute and a former mayor,",
            "Ann Roe",
            "director",
            "Bridge Institute",
            "mayor",
        ),
        ("Ann Roe, an engineer with Bridge Watch,", "Ann Roe", "engineer", "Bridge Watch", ""),
        ("Ann Roe, spokeswoman for the Bridge Union,", "Ann Roe", "spokeswoman", "Bridge Union", ""),
        ("Ann Roe (D-Marchville)", "Ann Roe", "", "", ""),
        ("Ex-mayor Ann Roe", "Ann Roe", "", "", "mayor"),
        ("Then-mayor Ann Roe", "Ann Roe", "", "", "mayor"),
        ("Ann Roe’s lawyer, Bob Poe,", "Bob Poe", "lawyer", "", ""),
    ],
)
def test_what_a_mention_says_by_itself(mention: str, name: str, role: str, affiliation: str, former_role: str) -> None:
    found = speaker(mention + SAID)
    assert (found.name, found.role, found.affiliation, found.former_role) == (name, role, affiliation, former_role)
    assert (found.kind, found.candidates) == ("person", ())
