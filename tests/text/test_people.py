"""Short mentions and the person of the article whom they mean: every name here is made up."""

from __future__ import annotations

import pytest

from tests.text.helpers import speaker, statements

SAID = " said that the bridge leaks."


@pytest.mark.parametrize(
    ("article", "name", "role"),
    [
        ("Karl van der Poe left. Van der Poe", "Karl van der Poe", ""),
        ("Karl van der Poe left. Mr. van der Poe", "Karl van der Poe", ""),
        ("Maria de la Roe left. De la Roe", "Maria de la Roe", ""),
        ("Omar al-Fadlan left. Al-Fadlan", "Omar al-Fadlan", ""),
        ("Omar al-Fadlan left. Mr. al-Fadlan", "Omar al-Fadlan", ""),
        ("Sean O’Roe left. O'Roe", "Sean O’Roe", ""),
        ("Tilda McRoe left. McRoe", "Tilda McRoe", ""),
        ("Elena Marsh Poe left. Marsh Poe", "Elena Marsh Poe", ""),
        ("Zoé Röe left. Zoe Roe was gone. Roe", "Zoé Röe", ""),
        ("Zoe Roe left. Zoé Röe", "Zoe Roe", ""),
        ("Zoe Roe left. Röe", "Zoe Roe", ""),
        ("Elena Marsh Poe left. Poe", "Elena Marsh Poe", ""),
        ("Dame Ann Roe left. Dame Ann", "Ann Roe", ""),
        ("Justice Ann Roe left. Justice Roe", "Ann Roe", "Justice"),
        ("Dr Ann Roe left. Dr Roe", "Ann Roe", ""),
        ("Bob Roe and Ann Roe live here. Mr. Roe", "Bob Roe", ""),
        ("Bob Roe and Ann Roe live here. Mrs. Roe", "Ann Roe", ""),
        ("Bob Roe met Tom Roe. Bob Roe", "Bob Roe", ""),
        ("Bob Roe met Tom Roe. Tom", "Tom Roe", ""),
        ("Rose Poe left. Rose", "Rose Poe", ""),
        ("Will Price left. Price", "Will Price", ""),
        ("Ruth Washington left. Washington", "Ruth Washington", ""),
        ("Jack London left. London", "Jack London", ""),
        ("Grant Poe left. Grant", "Grant Poe", ""),
        ("Bob Church left. Church", "Bob Church", ""),
        ("Toll Collector Ann Roe left. The toll collector is new. Roe", "Ann Roe", "Toll Collector"),
        ("Ann Roe of Bridge Watch left. Roe", "Ann Roe", ""),
        ("Ann Roe, chair of the Bridge Institute, left. Roe", "Ann Roe", "chair"),
        ("Ann Roe, the mayor of Oslo, left. The mayor", "Ann Roe", "mayor"),
        ("Mayor Ann Roe left. Bob Poe, the clerk, came. The mayor", "Ann Roe", "Mayor"),
        ("Former Mayor Ann Roe met Mayor Bob Poe. The mayor", "Bob Poe", "Mayor"),
        ("Former President Ann Roe left. The former president", "Ann Roe", ""),
        ("President Ann Roe left. The president", "Ann Roe", "President"),
        ("Prime Minister Ann Roe left. The prime minister", "Ann Roe", "Prime Minister"),
        ("Prime Minister Ann Roe met Foreign Minister Bob Poe. The foreign minister", "Bob Poe", "Foreign Minister"),
        ("Sen. Ann Roe left. The senator", "Ann Roe", "Sen."),
        ("Gov. Ann Roe left. The governor", "Ann Roe", "Gov."),
        ("Bob Roe left. His lawyer, Tom Poe,", "Tom Poe", "lawyer"),
    ],
)
def test_a_short_mention_finds_its_person(article: str, name: str, role: str) -> None:
    found = speaker(article + SAID)
    assert (found.name, found.role, found.kind, found.candidates) == (name, role, "person", ())


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("New Port Delay Rattles Roe", "Mara Roe"),
        ("PORT DELAY RATTLES ROE", "Mara Roe"),
        ("Endurance Carries Roe to Victory", "Mara Roe"),
        ("ROE LAYS OUT STAKES FOR THE PORT", "Mara Roe"),
        ("Ann Poe Leaves the Port of Marchland", "Mara Roe"),
        ("Ann Roe Leaves Port to Mara Roe", "Mara Roe"),
    ],
)
def test_a_headline_makes_no_name_of_words_beside_one(headline: str, name: str) -> None:
    assert speaker(f"{headline}\n\nMara Roe, the mayor, came on Monday. Roe{SAID}").name == name


@pytest.mark.parametrize("headline", ["Ann Poe Says Port Will Close", "ANN POE TO CLOSE THE PORT"])
def test_a_headline_alone_can_name_somebody(headline: str) -> None:
    assert speaker(f"{headline}\n\nPoe{SAID}").name.title() == "Ann Poe"


@pytest.mark.parametrize(
    ("article", "candidates"),
    [
        ("Tove Roe and Ann Roe live here. Ms. Roe", ("Tove Roe", "Ann Roe")),
        ("Bob Roe met Tom Roe. Roe", ("Bob Roe", "Tom Roe")),
        ("Bob Roe met Bob Poe. Bob", ("Bob Roe", "Bob Poe")),
        ("Prime Minister Ann Roe met Foreign Minister Bob Poe. The minister", ("Ann Roe", "Bob Poe")),
        ("The Bridge Department met the Toll Department. The department", ("Bridge Department", "Toll Department")),
        ("Ann Roe and Ingrid Poe came. She", ("Ann Roe", "Ingrid Poe")),
    ],
)
def test_who_fits_equally_is_a_candidate_and_nobody_is_named(article: str, candidates: tuple[str, ...]) -> None:
    found = speaker(article + SAID)
    assert (found.name, found.candidates) == ("", candidates)


@pytest.mark.parametrize(
    ("article", "kind", "name"),
    [
        ("Ann Roe met Tove Poe. She", "person", "Ann Roe"),
        ("Bob Poe came. Tove Roe said that it rains. He", "person", "Bob Poe"),
        ("Ann Roe came with her dog. Bob Poe sang. She", "person", "Ann Roe"),
        ("Kerrin Roe came with her dog. Bob Poe sang. She", "person", "Kerrin Roe"),
        ("Kerrin Roe lost his dog. Ann Poe sang. She", "person", "Ann Poe"),
        ("The Bridge Board met. It", "organisation", "Bridge Board"),
        ("The Bridge Board met Ann Roe. She", "person", "Ann Roe"),
        ("It", "group", ""),
        ("They", "group", ""),
    ],
)
def test_whom_a_pronoun_means(article: str, kind: str, name: str) -> None:
    found = speaker(article + SAID)
    assert (found.kind, found.name, found.candidates) == (kind, name, ())


@pytest.mark.parametrize(
    ("article", "kind", "name"),
    [
        ("The Bridge Safety Board (BSB) met. BSB", "organisation", "Bridge Safety Board"),
        ("The Bridge Safety Board (BSB) met. The BSB", "organisation", "Bridge Safety Board"),
        ("The Bridge Safety Board (BSB)", "organisation", "Bridge Safety Board"),
        ("The White House", "organisation", "White House"),
        ("Downing Street", "organisation", "Downing Street"),
        ("Kyiv", "group", "Kyiv"),
        ("The union", "group", ""),
        ("A dozen lawmakers", "group", ""),
        ("Residents", "anonymous", ""),
        ("Officials", "anonymous", ""),
        ("Bridge officials", "anonymous", ""),
        ("A person familiar with the matter", "anonymous", ""),
        ("One aide, who spoke on condition of anonymity,", "anonymous", ""),
        ("An official, who spoke on condition of anonymity,", "anonymous", ""),
        ("Police", "group", ""),
        ("Oslo Police Department", "organisation", "Oslo Police Department"),
        ("Acme Inc.", "organisation", "Acme Inc."),
        ("The Courier", "organisation", "Courier"),
        ("State media", "organisation", ""),
        ("A court", "organisation", ""),
        ("The report", "organisation", ""),
        ("A study", "organisation", ""),
        ("The National Trust for Bridges", "organisation", "National Trust for Bridges"),
        ("The woman", "anonymous", ""),
        ("Ann and Bob Roe", "group", ""),
        ("Ann Roe and Bob Poe", "group", ""),
        ("Mr. and Mrs. Roe", "group", ""),
        ("Washington", "group", "Washington"),
        ("President Ann Roe left. The vice president", "anonymous", ""),
        ("The mayor", "anonymous", ""),
        ("The department", "organisation", ""),
        ("The Bridge Department closed it. The department", "organisation", "Bridge Department"),
        ("Acme Company closed it. The company", "organisation", "Acme Company"),
        ("Mayor Ann Roe left. Her spokesman", "anonymous", ""),
        ("A spokesman for Mayor Ann Roe", "anonymous", ""),
        ("Ann Roe’s lawyer", "anonymous", ""),
    ],
)
def test_bodies_groups_and_people_without_a_name(article: str, kind: str, name: str) -> None:
    found = speaker(article + SAID)
    assert (found.kind, found.name, found.candidates) == (kind, name, ())


def test_the_labels_of_a_transcript_find_the_full_name() -> None:
    turns = ("ANN ROE (chair): It leaks.", "BOB POE: No.", "ROE: It does.", "POE: It may.", "ROE: Does it?")
    found = statements("\n\n".join((*turns, "Ann Roe closed the hearing.")))
    assert [one.speaker.name for one in found if one.speaker] == [*["Ann Roe", "BOB POE"] * 2, "Ann Roe"]


def test_a_surname_means_whoever_has_been_introduced() -> None:
    early, late = statements(
        "Ann Roe came. Roe said that the bridge leaks. Her sister Ida Roe came. Roe said that the bridge shakes."
    )
    assert early.speaker is not None
    assert late.speaker is not None
    assert early.speaker.name == "Ann Roe"
    assert late.speaker.candidates == ("Ann Roe", "Ida Roe")


def test_somebody_named_in_between_competes_with_the_subject_before() -> None:
    found = speaker("Ann Roe left. The board met Ida Poe. She said that the bridge leaks.")
    assert found.candidates == ("Ida Poe", "Ann Roe")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Tolls and Bridges Board", "Tolls and Bridges Board"),
        ("The Board of Tolls and Bridges", "Board of Tolls and Bridges"),
    ],
)
def test_a_body_keeps_the_words_that_join_its_name(mention: str, name: str) -> None:
    assert speaker(mention + SAID).name == name


def test_a_place_is_no_person_that_a_pronoun_means() -> None:
    found = speaker("Ann Roe left. Gannet Point was flooded. She said that the bridge leaks.")
    assert found.name == "Ann Roe"
