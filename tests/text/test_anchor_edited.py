"""A quote that an editor's hand shows in: ellipses and brackets stand for words that the article has."""

from __future__ import annotations

import pytest

from claims.text.anchor import Outcome, anchor
from claims.text.spans import Span
from tests.text.test_anchor import ARTICLE, found


@pytest.mark.parametrize(
    ("exact", "there"),
    [
        ("We will [not] leave … until they go", "We will leave, and let me be clear about this, until they go"),
        ("We will leave ... until they go", "We will leave, and let me be clear about this, until they go"),
        ("We will leave[…]until they go", "We will leave, and let me be clear about this, until they go"),
        ("We will leave . . . until they go", "We will leave, and let me be clear about this, until they go"),
        ("[They] will leave (…) they go", "will leave, and let me be clear about this, until they go"),
        ("… let me be clear about [the bridge], until they go …", "let me be clear about this, until they go"),
        ("The [town’s proud old] piers have been closed", "The bridge’s piers have been closed"),
        ("The bridge’s piers [sic] have been closed", "The bridge’s piers have been closed"),
        ("Rain fell … half of its guests", ARTICLE[: ARTICLE.index(".\nThe council")]),
        ("The [old] bridge’s piers have been closed", "The bridge’s piers have been closed"),
        ("and the [some] 1,000 residents … were not told", "and the 1,000 residents of the upper town were not told"),
    ],
)
def test_an_editors_ellipses_and_brackets_stand_for_other_words(exact: str, there: str) -> None:
    anchored = anchor(ARTICLE, exact)
    assert anchored.span is not None
    assert (anchored.outcome, anchored.span.of(ARTICLE)) == (Outcome.ALTERED, there)
    assert anchored.score > 0.9


@pytest.mark.parametrize(
    ("exact", "text", "there"),
    [
        # A first word that stands by itself before a bracket, common as it is, belongs to what follows.
        (
            "as [sic] soon as they can. The harbour opens in spring",
            "The mayor, as soon as they can. The harbour opens in spring,” said Roe.",
            "as soon as they can. The harbour opens in spring",
        ),
        # A part ends with a whole word or number: neither “can” of “can’t” nor “1” of “1,000” is it.
        (
            "We know … all we can",
            "We know it is all we can’t; all we can, they said.",
            "We know it is all we can’t; all we can",
        ),
        (
            "They lost … of the boats, 1",
            "They lost most of the boats, 1,000 of them; of the boats, 1 sank.",
            "They lost most of the boats, 1,000",
        ),
    ],
)
def test_the_parts_of_an_edited_quote_begin_and_end_with_whole_words(exact: str, text: str, there: str) -> None:
    assert anchor(text, exact).span == Span(text.index(there), text.index(there) + len(there))


def test_an_ellipsis_takes_the_nearest_words_that_end_the_quote() -> None:
    text = "We leave at noon. We leave and, as I said, they go. Later they go."
    assert found(text, "We leave … they go")[1] in {text[: text.index(". Later")], "We leave and, as I said, they go"}
