"""Words that share their letters, told apart by how they are set in type."""

from __future__ import annotations

import pytest

from claims.text.atoms import atoms

MONTH = "may (month)"


@pytest.mark.parametrize(
    ("text", "at", "key"),
    [
        ("Will Roe left.", 0, "Will"),
        ("Mayor Will Roe left early.", 1, "Will"),
        ("Will’s bridge", 0, "Will"),
        ("Will, come here.", 0, "Will"),
        ("Will and Ann left.", 0, "Will"),
        ("Will voted for it.", 0, "Will"),
        ("Mrs. May left.", 1, "May"),
        ("J. May left.", 1, "May"),
        ("She voted for May", 3, MONTH),  # or the name: neither is a modal
        ("Early May was cold.", 1, MONTH),
        ("It was cold in May.", 4, MONTH),
        ("On 5 May it was cold.", 2, MONTH),
        ("on 5 may it was cold", 2, MONTH),
        ("ON 5 MAY IT WAS COLD", 2, MONTH),
        ("Two may close it.", 1, "may"),
        ("It may one day close.", 1, "may"),
        ("What comes next may hurt.", 3, "may"),
        ("May Roe left.", 0, "May"),
        ("April Roe left.", 0, "April"),
        ("Last April Ann Roe left.", 1, "april"),
        ("Will the bridge open?", 0, "will"),
        ("Will Ostby pay?", 0, "will"),
        ("May I ask?", 0, "may"),
        ("May God help us.", 0, "may"),
        ("“Can we leave?”", 0, "can"),
        ("Will need more.", 0, "will"),
        ("The Mayor Will Close It", 2, "will"),
        ("THE MAYOR WILL CLOSE IT", 2, "will"),
        ("[W]ill it open?", 0, "will"),
        ("It leaks.\n\nWill it open?", 2, "will"),
        ("Es könnte", 1, "könnte"),
        ("Es ko\u0308nnte", 1, "könnte"),
        ("ES KÖNNTE", 1, "könnte"),
        ("Es konnte", 1, "konnte"),
        ("Il est né", 2, "né"),
        ("Il n’a pas", 1, "ne"),
    ],
)
def test_what_a_word_is_compared_as(text: str, at: int, key: str) -> None:
    assert atoms(text)[at].key == key
