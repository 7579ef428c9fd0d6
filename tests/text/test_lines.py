import textwrap

import pytest

from claims.text.extract import extract
from claims.text.languages import quotations
from claims.text.lines import unbroken

PARAGRAPHS = (
    "The council met on Monday evening to talk about the bridge, which has been closed since the spring.",
    "“We will rebuild the old harbour bridge before the end of the year, and we will not raise the toll for a single "
    "resident of this town,” Mayor Ann Roe told the council.",
    "“Nobody,” said Cleo Vane, who runs a café on the quay, “has asked the people who live here, and nobody will.”",
)
FRENCH = (
    "« Nous allons reconstruire le vieux pont du port avant la fin de l’année, et le péage ne va pas augmenter », a "
    "déclaré la maire Anne Leroy devant le conseil municipal.",
)


def broken(width: int, ends: str = "\n", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return f"{ends}{ends}".join(textwrap.fill(paragraph, width).replace("\n", ends) for paragraph in paragraphs)


def said(text: str) -> list[tuple[str, str]]:
    return [
        (" ".join(" ".join(span.of(text) for span in one.segments).split()), one.speaker.name if one.speaker else "")
        for one in extract(text)
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [40, 60, 72, 100])
@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, FRENCH])
def test_lines_that_fit_a_width_hide_nothing(width: int, ends: str, paragraphs: tuple[str, ...]) -> None:
    text = broken(width, ends, paragraphs)
    assert said(text) == said("\n\n".join(paragraphs))
    whole = "\n\n".join(paragraphs)
    assert [" ".join(quotation.inner.of(text).split()) for quotation in quotations(text)] == [
        " ".join(quotation.inner.of(whole).split()) for quotation in quotations(whole)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\r\n \n\n", id="blank lines"),
        pytest.param("\n".join(PARAGRAPHS), id="a paragraph a line"),
        pytest.param(
            "The bridge is shut\nBy Nora Pell\n\nNobody knows why.\nThe mayor is away.", id="short paragraphs"
        ),
        pytest.param("Cleo Vane: Who asked the people here?\nAnn Roe: I asked every one of them.", id="a transcript"),
        pytest.param("What the council bought in the spring:\n- red paint\n- a rope\n- two lamps", id="a list"),
        pytest.param("no\nlines\nof a few letters\nare a text\nthat was broken", id="verse"),
    ],
)
def test_what_is_not_broken_to_a_width_stays(text: str) -> None:
    assert unbroken(text) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param(
            "Bridge shut again\nBy Nora Pell\nThe council has closed the old harbour bridge\nuntil spring, it says.\n"
            "The mayor is away.\n",
            "Bridge shut again\nBy Nora Pell\nThe council has closed the old harbour bridge until spring, it says.\n"
            "The mayor is away.\n",
            id="what is short ends a paragraph",
        ),
        pytest.param(
            "    The council has closed the harbour bridge\nuntil spring, and says so in a letter now.\n    The mayor",
            "    The council has closed the harbour bridge until spring, and says so in a letter now.\n    The mayor",
            id="what is indented starts one",
        ),
    ],
)
def test_a_paragraph_ends_where_its_line_is_short(text: str, whole: str) -> None:
    assert unbroken(text) == whole
    assert len(whole) == len(text)
