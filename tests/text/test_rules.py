"""The finer rules: each row beside its twin, the sentence that looks alike and means something else."""

from __future__ import annotations

import pytest

from tests.text.helpers import contents, statements


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        # on both sides of the attribution
        ("The bridge, Ann Roe said, would close.", "parenthetical", "The bridge … would close"),
        (
            "In a hard winter, she said, the bridge would hold.",
            "parenthetical",
            "In a hard winter … the bridge would hold",
        ),
        (
            "There was a chance, two engineers said on Monday, that the bridge would hold.",
            "parenthetical",
            "There was a chance … that the bridge would hold",
        ),
        # minds and wishes
        ("Ann Roe was confident that the bridge would hold.", "adjective-that", "the bridge would hold"),
        ("Ann Roe made it clear that the bridge would close.", "adjective-that", "the bridge would close"),
        # verbs whose last letter doubles, and those with a participle of their own
        ("Ann Roe planned to close the bridge.", "to", "to close the bridge"),
        ("Ann Roe is planning to close the bridge.", "to", "to close the bridge"),
        ("Ann Roe referred to the “bridge of sighs.”", "object", "the “bridge of sighs.”"),
        ("Ann Roe bet that the bridge would hold.", "that", "the bridge would hold"),
        ("Tests have shown that the bridge leaks.", "that", "the bridge leaks"),
        ("Ann Roe had forgotten that the bridge leaks.", "that", "the bridge leaks"),
        # nouns that carry a clause
        ("The press printed Roe’s claim that the bridge leaks.", "owned-noun-that", "the bridge leaks"),
        ("Ann Roe issued a warning that the bridge leaks.", "noun-that", "the bridge leaks"),
        # infinitives carried by another verb
        ("Ann Roe continued to insist that the bridge leaks.", "that", "the bridge leaks"),
        ("Ann Roe was quick to point out that the bridge leaks.", "that", "the bridge leaks"),
        # a second verb without a subject of its own
        ("Ann Roe left early and said the bridge leaks.", "second-bare", "the bridge leaks"),
        ("Ann Roe left early but accused the council of neglect.", "second-object", "the council of neglect"),
        # subjects with much between them and their verb
        ("Mayor Ann Roe, D-Md., said the bridge leaks.", "bare", "the bridge leaks"),
        ("Ann Roe, a city engineer, on Monday said the bridge leaks.", "bare", "the bridge leaks"),
        ("A report mailed Thursday says that the bridge leaks.", "that", "the bridge leaks"),
        ("Builders of the bridge, which opened in May, say it leaks.", "bare", "it leaks"),
        ("About 40% said the bridge leaks.", "bare", "the bridge leaks"),
        # data show, people do not
        ("A survey shows growing doubt in the harbour towns.", "object", "growing doubt in the harbour towns"),
        # a participle with a subject of its own
        ("The film has Ann Roe saying that the bridge leaks.", "that", "the bridge leaks"),
        # a thing spoken of ends where the occasion starts
        ("Ann Roe criticized the council in a statement.", "object", "the council"),
        ("Ann Roe criticized the council on Monday.", "object", "the council"),
    ],
)
def test_one_statement_by_its_rule(text: str, rule: str, expected: str) -> None:
    (found,) = statements(text)
    assert (found.rule, contents(text)) == (rule, [expected])


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe showed up at the bridge.",
        "The leaks shown in May were few.",
        "The city’s best bet is the bridge.",
        "Voters who plan to leave the harbour town were few.",
        "Ann Roe was not sure that the bridge would hold.",
        "Her claims that night were few.",
        "The bridge, known for its leaks, closed.",
        "It was clear that the bridge leaks.",
        "The band called “The Leaks,” played on.",
    ],
)
def test_what_looks_like_a_statement_and_is_none(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # “that” as a pronoun is the clause's own word
        ("Ann Roe said that is a mess.", ["that is a mess"]),
        ("Ann Roe said that the bridge is a mess.", ["the bridge is a mess"]),
        # a pronoun behind the verb opens the clause
        ("Ann Roe, an engineer, said she would resign.", ["she would resign"]),
        ("The bridge would close, said Ann Roe.", ["The bridge would close"]),
        # two speakers, two statements; one mind inside a statement, one statement
        ("Ann Roe said it leaks, while Mayor Bob Poe said it is dry.", ["it leaks", "it is dry"]),
        ("Ann Roe said she believes it leaks.", ["she believes it leaks"]),
        ("Ann Roe said it leaks, compared with last year.", ["it leaks"]),
        ("Ann Roe said it leaks — a charge that the council denies.", ["it leaks"]),
        # what names is no judgement, what judges is
        ("Ann Roe called Bob Poe the “biggest drip.”", ["Bob Poe the “biggest drip.”"]),
        # a quotation goes on behind a circumstance, unless another verb of saying has a claim to it
        ("“It leaks,” Ann Roe said, pointing at the deck, “and it will close.”", ["It leaks … and it will close"]),
        ("“It leaks,” Ann Roe said at the harbour in Oslo, “every day.”", ["It leaks … every day"]),
        ("According to Ann Roe, “It leaks.”", ["It leaks"]),
        ("The sign read: “Closed for good.”", ["Closed for good"]),
        ("As Ann Roe put it, “It leaks.”", ["It leaks"]),
    ],
)
def test_where_content_starts_and_ends(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("“The bridge leaks.” ― Ann Roe", "Ann Roe", ["The bridge leaks"]),
        ("“The bridge leaks.” — Ann Roe, engineer", "Ann Roe", ["The bridge leaks"]),
        ("“The bridge leaks.” — as if nobody knew.", "", []),
    ],
)
def test_signed_quotations(text: str, speaker: str, expected: list[str]) -> None:
    assert contents(text) == expected
    assert [found.speaker.text for found in statements(text) if found.speaker] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe: Bridge Will Close\nMayor Ann Roe met the press. Roe left early.", ["Bridge Will Close"]),
        ("Breaking: Bridge Will Close\nMayor Ann Roe met the press.", []),
        ("Mayor Says Bridge Will Close\nThe press left early.", ["Bridge Will Close"]),
        (
            "Q: Does it leak?\nA: Yes, it does.\nQ: Since when?\nA: Since May it has.",
            ["Does it leak?", "Yes, it does", "Since when?", "Since May it has"],
        ),
        ("TOTALS.\nRoe: 2,316\nPoe: 1,547\nRoe: 12\nPoe: 4", []),
        (
            "“ROE: It leaks.\n“POE: Since when?\n“ROE: Since May it has.",
            ["It leaks", "Since when?", "Since May it has"],
        ),
    ],
)
def test_headlines_and_transcripts(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It leaks,” Ann Roe said.\n“It will close.”", ["It leaks … It will close"]),
        ("“It leaks,” Ann Roe said. The press left.\n“It will close.”", ["It leaks"]),
        ("“It leaks,” Ann Roe said.\nThe press left.\n“It will close.”", ["It leaks"]),
        ("“It leaks,” Ann Roe said.\n“It will close,” said Bob Poe.", ["It leaks", "It will close"]),
    ],
)
def test_a_paragraph_of_nothing_but_quotation_goes_on(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
