from __future__ import annotations

import pytest

from claims.text.marks import quotations


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She said “it is late” and left.", ["it is late"]),
        ('She said "it is late" and left.', ["it is late"]),
        ("She said ''it is late'' and left.", ["it is late"]),
        ("She said ``it is late'' and left.", ["it is late"]),
        ("She said ‘it is late’ and left.", ["it is late"]),
        ("She said 'it is late' and left.", ["it is late"]),
        ("Sie sagte: „es ist spät” und ging.", ["es ist spät"]),
        ("Elle dit « il est tard » et part.", [" il est tard "]),
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        # quotations inside quotations belong to the outer one
        ("“He called it ‘late’ twice,” she said.", ["He called it ‘late’ twice,"]),
        ("“He called it 'late' twice,” she said.", ["He called it 'late' twice,"]),
        ('"He read “late” aloud," she said.', ["He read “late” aloud,"]),
        # an apostrophe is not a mark
        ("The workers' pay and the driver's pay rose.", []),
        ("The workers’ pay rose in the ’90s.", []),
        ("‘The workers’ pay rose,’ she said.", ["The workers’ pay rose,"]),
        ("'Don't wait,' she said.", ["Don't wait,"]),
        # editors mix marks
        ('"It is late,” she said.', ["It is late,"]),
        ('“It is late," she said.', ["It is late,"]),
        ("“It is late,“ she said.", ["It is late,"]),
        # one that faces the wrong way, at a paragraph's start
        ("”It is late,” she said.", ["It is late,"]),
        ("” It is late.", []),
        # German, Polish and Danish marks where no language is known
        ("„It is late“, she said, „and cold“.", ["It is late", "and cold"]),
        ("„It is late”, she said, „and “so” cold”.", ["It is late", "and “so” cold"]),
        ("Of »late« and »so on«, she said.", ["late", "so on"]),
        ("»It is late», she said. »And „very“ cold.»", ["It is late", "And „very“ cold."]),
        ("市長は「橋は『五月』に開く」と述べた。", ["橋は『五月』に開く"]),
        ("She said «it is late» and «so on».", ["it is late", "so on"]),
        ("Elle parle d’« il est tard ».", [" il est tard "]),
        # a mark that was lost
        ("Late«, she said, »and cold«.", ["and cold"]),
        ("Il est tard », dit-elle, « enfin ».", [" enfin "]),
        ('It is late," she said.', []),
        ("It is late,” she said.", []),
        ("", []),
        ("“", []),
    ],
)
def test_what_stands_inside_quotation_marks(text: str, inside: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in quotations(text)] == inside


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("“One.”", [True]),
        ("“One.\n“Two.”", [False, True]),
        ("“One.\nTwo.", [False]),
    ],
)
def test_a_quotation_ends_with_its_paragraph(text: str, closed: list[bool]) -> None:
    assert [quotation.closed for quotation in quotations(text)] == closed


def test_the_outer_span_holds_the_marks() -> None:
    text = "She said ''late''."
    assert [quotation.outer.of(text) for quotation in quotations(text)] == ["''late''"]
