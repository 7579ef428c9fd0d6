from __future__ import annotations

import pytest

from claims.text.extract import extract
from tests.text.helpers import FRIDAY, statements


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“It leaks,” Ann Roe said to reporters on Monday.", "reporters"),
        ("“It leaks,” Ann Roe told reporters on Monday.", "reporters"),
        ("Ann Roe told the Courier on Monday that it leaks.", "the Courier"),
        ("Ann Roe told the Courier that it leaks.", "the Courier"),
        ("Ann Roe told him it leaks.", "him"),
        ("Ann Roe told the Courier’s Newsday on Monday that it leaks.", "the Courier’s Newsday"),
        ("Ann Roe urged the council to act.", "the council"),
        ("Ann Roe, in an interview with the Courier’s Bob Poe, said that it leaks.", "the Courier’s Bob Poe"),
        ("Ann Roe sent a letter to Bob Poe ahead of the vote, warning that it leaks.", "Bob Poe"),
        ("Ann Roe said that it leaks.", None),
        # a day, a period or a question ends the name, and one may stand before it
        ("Ann Roe told Bob Poe of the Courier this week that it leaks.", "Bob Poe of the Courier"),
        ("“It leaks,” Ann Roe told USA Today.", "USA Today"),
        ("“It leaks,” Ann Roe told the meeting.", "the meeting"),
        ("“It leaks,” Ann Roe told a town meeting, waving the minutes.", "a town meeting"),
        ("“It leaks,” Ann Roe told the council waving the minutes.", "the council"),
        ("Ann Roe told them how it leaks: “It drips.”", "them"),
        ("“It leaks,” Ann Roe said in an interview on Monday with the Courier.", "the Courier"),
        ("“It leaks,” Ann Roe said, speaking to shopkeepers.", None),
        ("Ann Roe, speaking to shopkeepers in Oslo, said that it leaks.", "shopkeepers"),
        ("Ann Roe said in remarks to the council that it leaks.", "the council"),
        # what follows “to” is a verb
        ("Ann Roe agreed to lend a hand.", None),
    ],
)
def test_the_person_spoken_to(text: str, addressee: str | None) -> None:
    (found,) = statements(text)
    assert (found.addressee.of(text) if found.addressee else None) == addressee


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Ann Roe, during a visit to Oslo, said that it leaks.", "during a visit to Oslo"),
        ("Ann Roe said in a statement that it leaks.", "in a statement"),
        ("Ann Roe said during Monday’s hearing that it leaks.", "during Monday’s hearing"),
        ("“It leaks,” Ann Roe said while touring the bridge.", "while touring the bridge"),
        ("“It leaks,” Ann Roe said at a hearing on Monday.", "at a hearing"),
        ("Ann Roe said that it leaks.", None),
        # times and turns of speech are no places
        ("Ann Roe said at the time that it leaks.", None),
        ("In the end, Ann Roe said that it leaks.", None),
        ("In the mid-1990s, Ann Roe said that it leaks.", None),
        ("At the start of a hearing, Ann Roe said that it leaks.", None),
        # nor is the day behind an occasion part of it
        ("“It leaks,” Ann Roe said during a debate last week.", "during a debate"),
        ("“It leaks,” Ann Roe said at a meeting Tuesday before the vote.", "at a meeting"),
        ("“It leaks,” Ann Roe said at a later briefing.", "at a later briefing"),
        ("“It leaks,” Ann Roe said during the Monday night debate.", "during the Monday night debate"),
        ("In a message posted Friday, Ann Roe said that it leaks.", "In a message"),
        ("In a statement marking the day, Ann Roe said that it leaks.", "In a statement"),
        ("“It leaks,” Ann Roe said at a meeting with the council.", "at a meeting with the council"),
        ("We know from his tax statements that it leaks, Ann Roe said.", None),
    ],
)
def test_the_place_or_occasion(text: str, venue: str | None) -> None:
    (found,) = statements(text)
    assert (found.venue.of(text) if found.venue else None) == venue


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("“It leaks,” Ann Roe said on Thursday.", "on Thursday", "2024-09-12"),
        ("Ann Roe told the Courier onTuesday that it leaks.", "onTuesday", "2024-09-10"),
        ("On Tuesday, Ann Roe said that it leaks.", "On Tuesday", "2024-09-10"),
        ("Ann Roe said during Thursday’s hearing that it leaks.", "Thursday’s", "2024-09-12"),
        ("In October 2023, it opened. Since then, Ann Roe has said that it leaks.", "Since then", "2023-10/2024-09-13"),
        ("Since then, Ann Roe has said that it leaks.", "Since then", ""),
        ("Ann Roe wrote a letter on Monday, warning that it leaks.", "on Monday", "2024-09-09"),
        (
            "Ann Roe wrote a letter ahead of Poe’s visit to Oslo, warning that it leaks.",
            "ahead of Poe’s visit to Oslo",
            "",
        ),
        ("Ann Roe said last week that it leaks.", "last week", "2024-09-02/2024-09-08"),
        ("“It leaks,” Ann Roe said on March 5, 2019.", "on March 5, 2019", "2019-03-05"),
        ("Ann Roe said on March 5, 2019, that it leaks.", "on March 5, 2019", "2019-03-05"),
        ("“It leaks,” Ann Roe said Thursday, Sept. 12, 2024, in Oslo.", "Thursday, Sept. 12, 2024", "2024-09-12"),
        ("“It leaks,” Ann Roe said later that day on Monday.", "on Monday", "2024-09-09"),
        ("“It leaks,” Ann Roe said later that day.", "later that day", ""),
        ("“It leaks,” Ann Roe said from Monday to last week.", "from Monday to last week", ""),
        (
            "In 2019 it opened. Next week it shuts. Since then, Ann Roe has said that it leaks.",
            "Since then",
            "2019/2024-09-13",
        ),
        (
            "In 2019 it opened. Since then it leaked. Since then, Ann Roe has said that it leaks.",
            "Since then",
            "2019/2024-09-13",
        ),
    ],
)
def test_the_date_beside_the_cue(text: str, words: str, edtf: str) -> None:
    (found,) = statements(text)
    assert found.date is not None
    assert (found.date.text, found.date.edtf) == (words, edtf)


def test_the_day_it_was_counted_from_goes_with_the_date() -> None:
    texts = ("“It leaks,” Ann Roe said on Thursday.", "“It leaks,” Ann Roe said in 2019.")
    relative, stated = (statements(text)[0].date for text in texts)
    assert relative is not None
    assert stated is not None
    assert (relative.base, stated.base) == (FRIDAY, None)


def test_without_a_publication_day_the_words_are_kept() -> None:
    (found,) = extract("“It leaks,” Ann Roe said on Thursday.")
    assert found.date is not None
    assert (found.date.text, found.date.edtf, found.date.base) == ("on Thursday", "", None)


def test_a_date_inside_the_content_is_not_the_day_it_was_said() -> None:
    (found,) = statements("Ann Roe said that it leaked on Tuesday.")
    assert found.date is None
